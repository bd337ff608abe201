import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { signCheckpoint } from "../../src/log/checkpoint.ts";
import { signedEncoding } from "../../src/log/pae.ts";
import { inclusionProof } from "../../src/log/proof.ts";
import { leafHash, treeHash } from "../../src/log/tree.ts";
import { verifyAlone } from "../../src/log/verify.ts";
import { canonicalBytes } from "../../src/model/canonical.ts";
import type { Opened, Statement } from "../../src/model/statement.ts";
import { checking, Device, headerOf } from "../log/world.ts";

const doc = readFileSync(new URL("../../docs/verify-by-hand.md", import.meta.url), "utf8");
const commands = Array.from(doc.matchAll(/^```sh\n([\s\S]*?)^```$/gm), ([, body = ""]) => body);
const root = mkdtempSync(join(tmpdir(), "onrecord-by-hand-"));
const whole = join(root, "whole");
after(() => {
  rmSync(root, { recursive: true });
});

/** Runs the commands as they are printed, up to the first that fails: its number, else 0. Only the system's programs are on the path. */
function firstFailure(dir: string): number {
  for (const [at, command] of commands.entries()) {
    const { status } = spawnSync("/bin/bash", ["-euo", "pipefail", "-c", command], { cwd: dir, env: { PATH: "/usr/bin:/bin" } });
    if (status !== 0) return at + 1;
  }
  return 0;
}

before(async () => {
  execFileSync("mkdir", [whole]);
  const put = (name: string, content: string | Uint8Array): void => {
    writeFileSync(join(whole, name), content);
  };
  const document = "Forty-one people were hurt at the Sarybel bridge, the district hospital said.\n";
  const id = `sha256:${createHash("sha256").update(document).digest("hex")}` as const;
  const device = new Device("Aigul");
  await device.found();
  await device.note("first");
  const seal = await device.write("seal", {
    ...{ id, text: id, bytes: document.length, format: "text", encoding: "utf-8", title: null, author: null, publisher: null },
    ...{ published: null, url: null, language: "en", form: "original", complete: true, restates: null, passages: [] },
    ...{ from: "bridge.txt", got: "2026-03-01T08:00:00Z", by: "onrecord 0.1.0" },
  });
  for (let at = 0; at < 4; at++) await device.note(`more ${at}`);
  const chain = [...device.holds.values()].sort((a, b) => headerOf(a).seq - headerOf(b).seq);
  const encodings = chain.map(({ bytes }) => signedEncoding(bytes));
  const leaves = await Promise.all(encodings.map((each) => leafHash(each, checking)));
  const path = await inclusionProof(leaves, 2, checking);
  const head = { device: device.id, seq: chain.length - 1, root: await treeHash(encodings, checking) };
  const note = await signCheckpoint({ case: device.caseId as never, heads: [head] }, device.signing);
  put("header", seal.bytes);
  put("sig", seal.signature);
  put("key", `${device.id.slice("ed25519:".length)}\n`);
  const field = seal.opened.find(({ name }) => name === "id") as Opened;
  put("field", canonicalBytes([field.salt, field.name, field.value]));
  put("signer", `${device.id.slice("ed25519:".length)}\n`);
  put("source", document);
  put("checkpoint", note);
  // Leaf 2 of 7: its sibling is on the right, the two before on the left, the last three on the right.
  put("proof", path.map((hash, at) => `${["right", "left", "right"][at] as string} ${hash}\n`).join(""));
  stamped(whole);
  const sh = (command: string): void => {
    execFileSync("/bin/bash", ["-euc", command], { cwd: whole, stdio: "ignore" });
  };
  sh("age-keygen -o identity; echo hello | age -r $(grep -o 'age1.*' identity) > bundle.age");
});

function stamped(dir: string): void {
  const config = `[req]\ndistinguished_name = dn\n[dn]\n[stamping]\nextendedKeyUsage = critical,timeStamping\n[tsa]\ndefault_tsa = one\n[one]\nserial = ${dir}/serial\nsigner_digest = sha256\ndefault_policy = 1.2.3.4\ndigests = sha256\ness_cert_id_alg = sha256\n`;
  const script = `awk '/^$/ { exit } { print }' checkpoint > stamped
echo 01 > serial
openssl req -x509 -newkey rsa:2048 -nodes -keyout root.key -out root.pem -days 30 -subj /CN=Root
openssl req -newkey rsa:2048 -nodes -keyout tsa.key -out tsa.csr -subj /CN=Stamp -config ts.cnf
openssl x509 -req -in tsa.csr -CA root.pem -CAkey root.key -CAcreateserial -out tsa.pem -days 30 -extfile ts.cnf -extensions stamping
openssl ts -query -data stamped -sha256 -cert -out query
openssl ts -reply -config ts.cnf -queryfile query -out stamp.tsr -signer tsa.pem -inkey tsa.key
rm stamped root.key tsa.* query serial ts.cnf`;
  writeFileSync(join(dir, "ts.cnf"), config);
  execFileSync("/bin/bash", ["-euc", script], { cwd: dir, stdio: "ignore" });
}

test("the commands are at most twelve, and pass as printed with our code absent", () => {
  assert.ok(commands.length > 8 && commands.length <= 12, `${commands.length}`);
  for (const command of commands) assert.doesNotMatch(command, /node|npm|onrecord(?!\.statement)/);
  assert.equal(firstFailure(whole), 0);
});

test("each thing that is altered fails at its own command", () => {
  const turned: Readonly<Record<string, number>> = {
    header: 3,
    sig: 3,
    field: 5,
    source: 6,
    checkpoint: 9,
    proof: 10,
    "stamp.tsr": 11,
    "bundle.age": 12,
  };
  for (const [name, command] of Object.entries(turned)) {
    const dir = join(root, name);
    cpSync(whole, dir, { recursive: true });
    const bytes = readFileSync(join(dir, name));
    const at = name === "checkpoint" ? bytes.indexOf("head ") + 20 : Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(join(dir, name), bytes);
    assert.equal(firstFailure(dir), command, name);
  }
});

test("two of five fields opened hold, and a hundred thousand names tried against the closed ones find nothing", async () => {
  const device = new Device("Aigul");
  await device.found();
  // Real salts: those of the other tests are made from names.
  const signing = { ...device.signing, random: (length: number) => randomBytes(length) };
  Object.assign(device, { signing });
  const added = await device.add(new Device("Айдар Сейіт"), "contributor");
  assert.equal(added.opened.length, 5);
  const shown: Statement = { ...added, opened: added.opened.filter(({ name }) => name === "role" || name === "grants") };
  assert.deepEqual((await verifyAlone(shown, device.caseId, checking)).faults, []);
  const closed = new Set<string>(headerOf(shown).fields);
  const digest = (salt: string, name: string): string =>
    `sha256:${createHash("sha256")
      .update(JSON.stringify([salt, "name", name]))
      .digest("hex")}`;
  const real = added.opened.find(({ name }) => name === "name") as Opened;
  assert.ok(closed.has(digest(real.salt, real.value as string)), "who has the salt finds it");
  // What somebody has who tries: no salt, the salts that are shown, zeros.
  const salts = ["", "0".repeat(32), ...shown.opened.map(({ salt }) => salt)];
  let tried = 0;
  for (let at = 0; at < 25_000; at++) {
    const name = at === 0 ? (real.value as string) : `Айдар ${at}`;
    for (const salt of salts) {
      assert.ok(!closed.has(digest(salt, name)), name);
      tried++;
    }
    if (at === 0) assert.ok(!closed.has(`sha256:${createHash("sha256").update(name).digest("hex")}`));
  }
  assert.equal(tried, 100_000);
});
