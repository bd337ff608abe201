import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { findCase, initCase, openCase } from "../../src/workbench.ts";
import { added, article, code, freshCase, freshPath, inputs } from "./cases.ts";

const OPTIONS = { zone: "Asia/Almaty", languages: ["en", "kk"], name: "Sarybel" };

test("a new case has a marker, a database, blobs and a key that only its owner reads", async () => {
  const dir = freshPath();
  const made = await initCase(dir, OPTIONS);
  assert.equal(made.dir, dir);
  assert.equal(made.encrypted, false);
  assert.deepEqual(readdirSync(dir).sort(), ["blobs", "keys", "onrecord.json", "record.db"]);
  const marker = JSON.parse(readFileSync(join(dir, "onrecord.json"), "utf8")) as Record<string, unknown>;
  assert.deepEqual(Object.keys(marker).sort(), ["case", "created", "format", "languages", "name", "zone"]);
  assert.equal(marker.case, made.caseId);
  for (const file of ["keys/device.key", "record.db", "onrecord.json"]) assert.equal(statSync(join(dir, file)).mode & 0o077, 0, file);
  const bench = await openCase(dir);
  assert.deepEqual({ ...bench.settings, created: null }, { name: "Sarybel", zone: "Asia/Almaty", languages: ["en", "kk"], created: null });
  assert.equal(bench.settings.created, marker.created);
  assert.equal(bench.caseId, made.caseId);
  assert.deepEqual(await bench.verify(), { ok: true, checked: { statements: 1, sources: 0, passages: 0 }, refused: [], strays: [] });
  await bench.close();
});

test("two cases of the same settings are two cases", async () => {
  const [a, b] = [await initCase(freshPath(), OPTIONS), await initCase(freshPath(), OPTIONS)];
  assert.notEqual(a.caseId, b.caseId);
});

test("a case is not made over another", async () => {
  const dir = freshPath();
  await initCase(dir, OPTIONS);
  const before = readFileSync(join(dir, "onrecord.json"), "utf8");
  await assert.rejects(initCase(dir, OPTIONS), code("case-exists"));
  assert.equal(readFileSync(join(dir, "onrecord.json"), "utf8"), before);
});

test("a case whose marker is lost is not made over", async () => {
  const bench = await freshCase();
  await added(bench, inputs({ "a.md": article(1) }));
  await bench.close();
  rmSync(join(bench.dir, "onrecord.json"));
  await assert.rejects(initCase(bench.dir, OPTIONS), code("case-exists"));
  rmSync(join(bench.dir, "blobs"), { recursive: true });
  await assert.rejects(initCase(bench.dir, OPTIONS), code("case-exists"));
  assert.ok(existsSync(join(bench.dir, "keys", "device.key")));
});

test("what an interrupted init left is made anew", async () => {
  // Everything but the marker, which is written last; and the states before that.
  for (const missing of [[], ["record.db"], ["record.db", "keys"], ["record.db", "keys", "blobs"]]) {
    const dir = freshPath();
    await initCase(dir, OPTIONS);
    for (const file of ["onrecord.json", ...missing]) rmSync(join(dir, file), { recursive: true });
    if (missing.length === 0) {
      writeFileSync(join(dir, "keys", "device.key.77.tmp"), "half a key");
      writeFileSync(join(dir, "record.db-wal"), "");
    }
    const { caseId } = await initCase(dir, OPTIONS);
    const bench = await openCase(dir);
    assert.equal(bench.caseId, caseId);
    assert.equal((await bench.verify()).ok, true);
    await bench.close();
    assert.deepEqual(readdirSync(join(dir, "keys")), ["device.key"]);
  }
  const empty = freshPath();
  mkdirSync(empty);
  writeFileSync(join(empty, "record.db"), "");
  await initCase(empty, OPTIONS);
});

test("init may be told a folder with other files in it, and leaves them", async () => {
  const dir = freshPath();
  mkdirSync(dir);
  writeFileSync(join(dir, "notes.txt"), "mine");
  await initCase(dir, OPTIONS);
  assert.equal(readFileSync(join(dir, "notes.txt"), "utf8"), "mine");
});

test("settings that mean nothing, and an empty passphrase, are wrong usage, and nothing is made", async () => {
  const wrong = [
    { ...OPTIONS, zone: "Asia/Sarybel" },
    { ...OPTIONS, zone: "" },
    { ...OPTIONS, languages: ["English"] },
    { ...OPTIONS, languages: ["en", ""] },
    { ...OPTIONS, passphrase: "" },
    { ...OPTIONS, passphrase: " \n" },
  ];
  for (const options of wrong) {
    const dir = freshPath();
    await assert.rejects(initCase(dir, options), code("wrong-usage"), JSON.stringify(options));
    assert.equal(existsSync(dir), false);
  }
});

test("zones may be names, offsets or unknown", async () => {
  for (const zone of ["Europe/Kyiv", "+06:00", "UTC", null]) {
    const dir = freshPath();
    await initCase(dir, { ...OPTIONS, zone });
    const bench = await openCase(dir);
    assert.equal(bench.settings.zone, zone);
    await bench.close();
  }
});

test("a folder that cannot be is told as not saved", async () => {
  const file = freshPath();
  writeFileSync(file, "");
  await assert.rejects(initCase(join(file, "case"), OPTIONS), code("disk-failed"));
});

test("the case of a folder is its own or the nearest above", async () => {
  const dir = freshPath();
  assert.equal(findCase(dir), null);
  await initCase(dir, OPTIONS);
  const deep = join(dir, "a", "b");
  mkdirSync(deep, { recursive: true });
  assert.equal(findCase(deep), dir);
  await initCase(join(dir, "a"), OPTIONS);
  assert.equal(findCase(deep), join(dir, "a"));
});

test("no case, a newer case, a damaged marker and another case's log are told apart", async () => {
  await assert.rejects(openCase(freshPath()), code("case-missing"));
  const dir = freshPath();
  await initCase(dir, OPTIONS);
  const marker = join(dir, "onrecord.json");
  const whole = readFileSync(marker, "utf8");
  writeFileSync(marker, whole.replace('"format": 1', '"format": 3'));
  await assert.rejects(openCase(dir), code("case-newer"));
  writeFileSync(marker, whole.replace('"case"', '"cases"'));
  await assert.rejects(openCase(dir), code("case-missing"));
  for (const damage of ["", "{", "[]", "null", whole.replace("sha256:", "sha1:")]) {
    writeFileSync(marker, damage);
    await assert.rejects(openCase(dir), code("case-missing"), damage);
  }
  writeFileSync(marker, whole);
  rmSync(join(dir, "record.db"));
  await assert.rejects(openCase(dir), code("case-missing"));
});

test("a stranger checks the founding statement with nothing but the specification", async () => {
  const bench = await freshCase();
  await bench.close();
  const script = `
    import Database from "better-sqlite3-multiple-ciphers";
    import { createHash, createPublicKey, verify } from "node:crypto";
    const row = new Database(process.argv[1] + "/record.db").prepare("select id, bytes, signature from stmt").get();
    const lead = Buffer.from("DSSEv1 42 application/vnd.onrecord.statement.v1+json " + row.bytes.length + " ");
    const signed = Buffer.concat([lead, row.bytes]);
    const { device } = JSON.parse(row.bytes);
    const der = Buffer.from("302a300506032b6570032100" + device.slice(8), "hex");
    const key = createPublicKey({ key: der, format: "der", type: "spki" });
    const id = "sha256:" + createHash("sha256").update(signed).digest("hex");
    console.log(id === row.id && verify(null, signed, key, row.signature) ? id : "no");
  `;
  const said = execFileSync(process.execPath, ["--input-type=module", "-e", script, bench.dir], { encoding: "utf8" });
  assert.equal(said.trim(), bench.caseId);
});
