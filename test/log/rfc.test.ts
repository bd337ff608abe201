/** Vectors of the standards that the formats stand on, from their own texts. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isKey, isSignature, holds } from "../../src/log/verify/ed25519.ts";
import { treeHash } from "../../src/log/tree.ts";
import { canonical } from "../../src/model/canonical.ts";
import { nodeChecking } from "../../src/workbench/crypto.ts";

const crypto = nodeChecking();

/** RFC 8032 7.1: public key, message, signature. */
const rfc8032: readonly (readonly [string, string, string])[] = [
  [
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    "",
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
  ],
  [
    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    "72",
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
  ],
  [
    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    "af82",
    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
  ],
  [
    "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
    "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
    "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704",
  ],
];

const check = (key: string, message: string, signature: string): Promise<boolean> =>
  holds(`ed25519:${key}`, Buffer.from(message, "hex"), Buffer.from(signature, "hex"), crypto);

const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
const FIELD = 2n ** 255n - 19n;
const little = (value: bigint): string => Buffer.from(value.toString(16).padStart(64, "0"), "hex").reverse().toString("hex");
const bigOf = (hex: string): bigint => BigInt(`0x${Buffer.from(hex, "hex").reverse().toString("hex")}`);

test("RFC 8032: its signatures hold, and for no other message or key", async () => {
  for (const [at, [key, message, signature]] of rfc8032.entries()) {
    assert.equal(await check(key, message, signature), true, `${at}`);
    assert.equal(await check(key, `${message}00`, signature), false);
    assert.equal(await check(rfc8032[(at + 1) % 4]?.[0] ?? "", message, signature), false);
  }
});

test("Ed25519 edges: malleable, cut, swollen and empty signatures are none", async () => {
  const [key, message, signature] = rfc8032[1] as (typeof rfc8032)[number];
  const [r, s] = [signature.slice(0, 64), signature.slice(64)];
  const bad: Readonly<Record<string, string>> = {
    "S plus the order": r + little(bigOf(s) + ORDER),
    "S equal to the order": r + little(ORDER),
    "S above 2^255": r + "ff".repeat(32),
    "S with its highest bit set": r + s.slice(0, -2) + (parseInt(s.slice(-2), 16) | 0x80).toString(16),
    "S is 0": r + "00".repeat(32),
    "S negated": r + little(ORDER - bigOf(s)),
    "R is 0": "00".repeat(32) + s,
    "R is the neutral element": `01${"00".repeat(31)}${s}`,
    "R with its sign turned": r.slice(0, -2) + (parseInt(r.slice(-2), 16) ^ 0x80).toString(16).padStart(2, "0") + s,
    "R not below the field's size": little(FIELD + 1n) + s,
    "R and S changed over": s + r,
    "all ones": "ff".repeat(64),
    "all zeros": "00".repeat(64),
    empty: "",
    "63 bytes": signature.slice(2),
    "65 bytes": `${signature}00`,
    "128 bytes": signature + signature,
    "in the order of ASN.1": `3044022${r}0220${s}`,
  };
  for (const [name, each] of Object.entries(bad)) assert.equal(await check(key, message, each), false, name);
  assert.equal(isSignature(Buffer.from(r + little(ORDER - 1n), "hex")), true);
  assert.equal(isSignature(Buffer.from(r + little(ORDER), "hex")), false);
});

test("Ed25519 edges: keys of small order and keys written otherwise than they are, are none", async () => {
  const ys = [
    ...[1n, FIELD - 1n, 0n],
    bigOf("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
    bigOf("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"),
  ];
  const neutral = `01${"00".repeat(63)}`;
  let refused = 0;
  for (const y of [...ys, FIELD, FIELD + 1n, 2n ** 255n - 1n]) {
    for (const sign of [0n, 1n << 255n]) {
      const key = little(y + sign);
      assert.equal(isKey(key), false, key);
      for (const message of ["", "00", "ff"]) {
        assert.equal(await check(key, message, neutral), false, key);
        refused++;
      }
    }
  }
  assert.equal(refused, 48);
  // The two of order 8 are on the curve: y and p - y.
  assert.equal((ys[3] as bigint) + (ys[4] as bigint), FIELD);
  for (const [key] of rfc8032) assert.equal(isKey(key), true);
  for (const none of ["", "00", "d7".repeat(31)]) assert.equal(isKey(none), false);
  // 2 is no y of the curve: a key by its form, and OpenSSL refuses it.
  assert.equal(await check(little(2n), "", neutral), false);
});

test("RFC 6962: the trees that the reference implementation of Certificate Transparency tests with", async () => {
  const inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
  const roots = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ];
  for (const [size, root] of roots.entries()) {
    const entries = inputs.slice(0, size).map((each) => Buffer.from(each, "hex"));
    assert.equal(await treeHash(entries, crypto), `sha256:${root}`, `${size}`);
  }
});

/** RFC 8785 appendix B: the IEEE 754 bits of a number and how it is written. */
const numbers: readonly (readonly [string, string])[] = [
  ["0000000000000000", "0"],
  ["8000000000000000", "0"],
  ["0000000000000001", "5e-324"],
  ["8000000000000001", "-5e-324"],
  ["7fefffffffffffff", "1.7976931348623157e+308"],
  ["ffefffffffffffff", "-1.7976931348623157e+308"],
  ["4340000000000000", "9007199254740992"],
  ["c340000000000000", "-9007199254740992"],
  ["4430000000000000", "295147905179352830000"],
  ["44b52d02c7e14af5", "9.999999999999997e+22"],
  ["44b52d02c7e14af6", "1e+23"],
  ["44b52d02c7e14af7", "1.0000000000000001e+23"],
  ["444b1ae4d6e2ef4e", "999999999999999700000"],
  ["444b1ae4d6e2ef4f", "999999999999999900000"],
  ["444b1ae4d6e2ef50", "1e+21"],
  ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
  ["3eb0c6f7a0b5ed8d", "0.000001"],
  ["41b3de4355555553", "333333333.3333332"],
  ["41b3de4355555554", "333333333.33333325"],
  ["41b3de4355555555", "333333333.3333333"],
  ["41b3de4355555556", "333333333.3333334"],
  ["41b3de4355555557", "333333333.33333343"],
  ["becbf647612f3696", "-0.0000033333333333333333"],
  ["43143ff3c1cb0959", "1424953923781206.2"],
];

test("RFC 8785 appendix B: numbers are written as it says, and what is no number is refused", () => {
  for (const [bits, text] of numbers) assert.equal(canonical(Buffer.from(bits, "hex").readDoubleBE(0)), text, bits);
  for (const bits of ["7fffffffffffffff", "7ff0000000000000", "fff0000000000000"])
    assert.throws(() => canonical(Buffer.from(bits, "hex").readDoubleBE(0)), TypeError);
});

test("RFC 8785 3.2: escapes, literals and the order of keys", () => {
  const value = JSON.parse(
    `{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}`,
  ) as never;
  assert.equal(
    canonical(value),
    `{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA'B\\"\\\\\\\\\\"/"}`,
  );
  const keys = {
    "\u20ac": "Euro Sign",
    "\r": "Carriage Return",
    "\ufb33": "Dalet With Dagesh",
    "1": "One",
    "\ud83d\ude00": "Smile",
    "\u0080": "Control",
    "\u00f6": "O",
  };
  assert.deepEqual(Object.keys(JSON.parse(canonical(keys)) as object).slice(1), [
    "\r",
    "\u0080",
    "\u00f6",
    "\u20ac",
    "\ud83d\ude00",
    "\ufb33",
  ]);
  assert.throws(() => canonical("\ud800"), TypeError);
});
