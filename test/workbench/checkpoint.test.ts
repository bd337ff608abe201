import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { headsOf, linksOf } from "../../src/workbench/heads.ts";
import { checkStamp, tokenOf } from "../../src/workbench/stamp.ts";
import { Device, headerOf, seenIn } from "../log/world.ts";
import { added, article, freshCase, freshPath, inputs } from "./cases.ts";

let authority = "";
const openssl = (...args: readonly string[]): Buffer =>
  execFileSync("openssl", args, { cwd: authority, stdio: ["ignore", "pipe", "ignore"] });

/** A stamping authority of this machine: a root, and a signer for time stamps with these days of life. */
before(() => {
  authority = freshPath();
  mkdirSync(authority, { recursive: true });
  const config = `
[req]
distinguished_name = dn
[dn]
[root]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
[stamping]
extendedKeyUsage = critical,timeStamping
[plain]
extendedKeyUsage = serverAuth
[tsa]
default_tsa = one
[one]
serial = ${authority}/serial
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256, sha512
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`;
  writeFileSync(join(authority, "ts.cnf"), config);
  writeFileSync(join(authority, "serial"), "01\n");
  openssl(
    ..."req -x509 -newkey rsa:2048 -nodes -keyout root.key -out root.pem -days 30 -subj /CN=Root -config ts.cnf -extensions root".split(
      " ",
    ),
  );
  for (const [name, key, extensions] of [
    ["rsa", "rsa:2048", "stamping"],
    ["ec", "ec", "stamping"],
  ] as const) {
    const curve = key === "ec" ? ["-pkeyopt", "ec_paramgen_curve:P-256"] : [];
    openssl(
      "req",
      "-newkey",
      key,
      ...curve,
      "-nodes",
      "-keyout",
      `${name}.key`,
      "-out",
      `${name}.csr`,
      "-subj",
      `/CN=Stamp ${name}`,
      "-config",
      "ts.cnf",
    );
    openssl(
      ...`x509 -req -in ${name}.csr -CA root.pem -CAkey root.key -CAcreateserial -out ${name}.pem -days 30 -extfile ts.cnf -extensions ${extensions}`.split(
        " ",
      ),
    );
  }
});

function stamped(text: Uint8Array, name: "rsa" | "ec", chain = true): Uint8Array {
  writeFileSync(join(authority, "text"), text);
  openssl(..."ts -query -data text -sha256 -cert -out text.tsq".split(" "));
  const certificates = chain ? ["-chain", "root.pem"] : [];
  openssl(
    ..."ts -reply -config ts.cnf -queryfile text.tsq -out text.tsr".split(" "),
    "-signer",
    `${name}.pem`,
    "-inkey",
    `${name}.key`,
    ...certificates,
  );
  return readFileSync(join(authority, "text.tsr"));
}

test("[C7] a stamp of a local authority holds offline, in RSA and on a curve, and over nothing else", () => {
  const text = Buffer.from("a text\n");
  for (const name of ["rsa", "ec"] as const) {
    const token = tokenOf(stamped(text, name));
    assert.ok(token);
    const stamp = checkStamp(token, text);
    assert.ok(!("why" in stamp), JSON.stringify(stamp));
    assert.deepEqual([stamp.by, stamp.root], [`CN=Stamp ${name}`, "CN=Root"]);
    const pem = execFileSync("openssl", ["x509", "-in", "root.pem", "-outform", "DER"], { cwd: authority });
    assert.equal(stamp.rootFingerprint, execFileSync("sha256sum", { input: pem }).toString().slice(0, 64));
    assert.ok("why" in checkStamp(token, Buffer.from("another text\n")));
    assert.deepEqual(tokenOf(token), token);
    let refused = 0;
    for (let at = 0; at < token.length; at += 11) {
      const altered = Uint8Array.from(token);
      altered[at] = (altered[at] ?? 0) ^ 1;
      const again = checkStamp(altered, text);
      // Certificates that are not the signer's may be changed without harm to the stamp; what it says must not be.
      if ("why" in again) refused++;
      else assert.deepEqual([again.time, again.by], [stamp.time, stamp.by], `byte ${at}`);
    }
    assert.ok(refused > 50, `${refused}`);
  }
  for (const none of [Buffer.alloc(0), Buffer.from("30", "hex"), Buffer.from("3003020100", "hex"), text]) assert.equal(tokenOf(none), null);
});

test("a case gives a checkpoint that its log agrees with, later too; another log does not", async () => {
  const bench = await freshCase();
  await added(bench, inputs({ "a.md": article(1) }));
  const note = await bench.checkpoint();
  const text = note.slice(0, Buffer.from(note).lastIndexOf("\n\n") + 1);
  const withStamp = await bench.stampCheckpoint(note, stamped(text, "ec"));
  await added(bench, inputs({ "b.md": article(2) }));
  const report = await bench.checkCheckpoint(withStamp);
  assert.deepEqual([report.ok, report.compared, report.heads, report.signers.length, report.stamps.length], [true, true, 1, 1, 1]);
  const other = await freshCase();
  const elsewhere = await other.checkCheckpoint(note);
  assert.deepEqual([elsewhere.ok, elsewhere.compared], [true, false]);
  await assert.rejects(bench.stampCheckpoint(note, stamped(Buffer.from("another"), "rsa")), /over something else/);
  await assert.rejects(bench.stampCheckpoint(note, Buffer.from("none")), /no time stamp/);
  await assert.rejects(bench.stampCheckpoint(Buffer.from("none"), Buffer.from("none")), /no checkpoint/);
  await bench.close();
  await other.close();
});

test("[H3] heads end before a fork and before a gap, and are those that others write into seen", async () => {
  const device = new Device("Aigul");
  await device.found();
  await device.note("1");
  const { head } = device;
  await device.note("2");
  const straight = [...device.holds.values()];
  await device.write("note", { on: null, text: "2 again" }, { head });
  const stranger = new Device("Bolat");
  async function* inOrder(statements: readonly (typeof straight)[number][]) {
    const key = (each: (typeof straight)[number]): string => `${headerOf(each).seq} ${each.id}`;
    yield* [...statements].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  }
  for (const [statements, seq] of [
    [straight, 2],
    [[...device.holds.values()], 1],
    [straight.filter((each) => headerOf(each).seq !== 1), 0],
  ] as const) {
    const heads = await headsOf(linksOf(inOrder(statements), device.signing), device.signing);
    assert.deepEqual(
      heads.map((each) => each.seq),
      [seq],
    );
    assert.deepEqual(heads, await seenIn(statements, stranger.id));
  }
});
