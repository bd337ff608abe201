import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { Decrypter, Encrypter } from "age-encryption";
import { identityOf, recipientOf, restKeysOf, secretOfKey, signingKeyOf } from "../../src/workbench/secret.ts";
import { deviceOf } from "../../src/workbench/crypto.ts";
import { openVault, sealVault } from "../../src/workbench/vault.ts";
import { deviceWords, newPassphrase, recoveryWords, secretOfWords } from "../../src/workbench/words.ts";
import list from "../../src/workbench/words.json" with { type: "json" };
import { code } from "./cases.ts";
import { CHEAP } from "./cheap.ts";

const secretOf = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);

test("there are 1,024 words, sorted, and four letters tell each from all others", () => {
  assert.equal(list.length, 1_024);
  assert.deepEqual(list, [...list].sort());
  assert.equal(new Set(list.map((word) => word.slice(0, 4))).size, 1_024);
  for (const word of list) assert.match(word, /^[a-z]{4,8}$/);
});

test("recovery words give back any secret, however they are written", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (secret) => {
      const words = recoveryWords(secret);
      assert.equal(words.length, 27);
      assert.deepEqual(secretOfWords(words.join(" ")), secret);
      assert.deepEqual(secretOfWords(words.map((word, at) => `${at + 1}. ${word.slice(0, 4).toUpperCase()}`).join("\n")), secret);
    }),
  );
});

test("recovery words that are not all there, or not ours, or one of them wrong, give nothing", () => {
  const words = recoveryWords(secretOf(7));
  assert.equal(secretOfWords(""), null);
  assert.equal(secretOfWords(words.slice(1).join(" ")), null);
  assert.equal(secretOfWords([...words, "acorn"].join(" ")), null);
  assert.equal(secretOfWords(words.with(3, "onrecord").join(" ")), null);
  let taken = 0;
  for (const other of list) if (other !== words[3] && secretOfWords(words.with(3, other).join(" ")) !== null) taken++;
  // 14 bits of check: of 1,023 wrong words one in sixteen such lists is expected to pass.
  assert.ok(taken <= 1, String(taken));
});

test("a device has eight words of its own, and other devices have others", () => {
  const devices = Array.from({ length: 200 }, (_, at) => deviceOf(signingKeyOf(secretOf(at))));
  const said = devices.map((device) => deviceWords(device));
  for (const words of said) assert.equal(words.length, 8);
  assert.equal(new Set(said.map((words) => words.join(" "))).size, 200);
  assert.deepEqual(deviceWords(devices[3] ?? "ed25519:"), said[3]);
});

test("a passphrase that is offered has seven words, and is another one each time", () => {
  assert.match(newPassphrase(randomBytes), /^([a-z]{4,8} ){6}[a-z]{4,8}$/);
  assert.notEqual(newPassphrase(randomBytes), newPassphrase(randomBytes));
});

test("all keys of a device come from its secret and differ", async () => {
  const secret = secretOf(9);
  assert.deepEqual(secretOfKey(signingKeyOf(secret)), secret);
  const [a, b] = [restKeysOf(secret, secretOf(1).subarray(16)), restKeysOf(secret, secretOf(2).subarray(16))];
  const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
  const all = [a, b].flatMap(({ store, blobs, names, marker }) => [hex(store), blobs, hex(names), hex(marker)]);
  assert.equal(new Set([...all, hex(secret), identityOf(secret)]).size, 10);
  const encrypter = new Encrypter();
  encrypter.addRecipient(await recipientOf(secret));
  const decrypter = new Decrypter();
  decrypter.addIdentity(identityOf(secret));
  assert.equal(await decrypter.decrypt(await encrypter.encrypt("for you"), "text"), "for you");
});

test("a vault opens with its passphrase, however it was typed, and with no other", async () => {
  const sealed = await sealVault(secretOf(5), "бес жүз toğız", CHEAP);
  const { kdf } = JSON.parse(sealed) as { readonly kdf: { readonly memory: number } };
  assert.ok(kdf.memory >= 131_072);
  assert.deepEqual(await openVault(sealed, "бес жүз toğız\n".normalize("NFD"), "vault"), secretOf(5));
  await assert.rejects(openVault(sealed, "бес жүз тоғыз", "vault"), code("passphrase-wrong"));
  await assert.rejects(openVault(sealed, "", "vault"), code("passphrase-wrong"));
});

test("a vault that was altered, or asks for too much, opens nothing", async () => {
  const sealed = await sealVault(secretOf(5), "seven words", CHEAP);
  const altered = (from: RegExp, to: string): string => sealed.replace(from, to);
  await assert.rejects(openVault(altered(/"sealed": "./, '"sealed": "0'), "seven words", "vault"), (error) =>
    sealed.includes('"sealed": "0') ? true : code("passphrase-wrong")(error),
  );
  await assert.rejects(openVault(altered(/"passes": \d+/, '"passes": 2'), "seven words", "vault"), code("passphrase-wrong"));
  for (const bad of [
    altered(/"memory": \d+/, '"memory": 99999999'),
    altered(/"passes": \d+/, '"passes": 0'),
    altered(/"v": 1/, '"v": 2'),
    "{",
    "",
  ])
    await assert.rejects(openVault(bad, "seven words", "vault"), code("key-bad"));
});
