import assert from "node:assert/strict";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import Database from "better-sqlite3-multiple-ciphers";
import { nextStatement } from "../../src/log/append.ts";
import { readHeader } from "../../src/log/header.ts";
import type { ReadBody } from "../../src/model/kinds/read.ts";
import type { Statement } from "../../src/model/statement.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import type { Progress, VerifyReport } from "../../src/workbench.ts";
import { openCase } from "../../src/workbench.ts";
import { newKey, nodeSigning, readKey, sha256 } from "../../src/workbench/crypto.ts";
import { added, all, article, freshCase, freshPath, inputs } from "./cases.ts";

let whole = "";
before(async () => {
  const bench = await freshCase();
  await added(
    bench,
    inputs({ "a.md": article(1), "b.md": article(2), "c.txt": "Nine people were detained in Tasqala, the ministry said.\n" }),
  );
  await bench.close();
  whole = bench.dir;
});

/** A copy of the case to damage. */
function copy(): string {
  const dir = freshPath();
  cpSync(whole, dir, { recursive: true });
  return dir;
}

async function verified(dir: string): Promise<VerifyReport> {
  const bench = await openCase(dir);
  try {
    return await bench.verify();
  } finally {
    await bench.close();
  }
}

const codesOf = (report: VerifyReport): readonly string[] => [...new Set(report.refused.map(({ code }) => code))].sort();

interface Row {
  readonly id: string;
  readonly seq: number;
  readonly bytes: Buffer;
  readonly signature: Buffer;
}

/** Runs SQL on the copy's database behind the program's back. */
function tamper(dir: string, work: (raw: Database.Database, rows: readonly Row[]) => void): void {
  const raw = new Database(join(dir, "record.db"));
  work(raw, raw.prepare("select id, seq, bytes, signature from stmt order by seq").all() as Row[]);
  raw.close();
}

test("a whole case holds, and everything in it was looked at", async () => {
  const bench = await openCase(whole);
  const claims = (await all(bench.claims())).length;
  const phases: Progress[] = [];
  const report = await bench.verify((progress) => phases.push(progress));
  assert.deepEqual(report, { ok: true, checked: { statements: 7, sources: 3, passages: claims }, refused: [], strays: [] });
  assert.deepEqual([...new Set(phases.map(({ phase }) => phase))], ["store", "statements", "blobs", "passages", "projections"]);
  for (const { done, total } of phases) assert.ok(done <= total);
  await bench.close();
});

test("one bit of any blob is found and named", async () => {
  const bench = await openCase(whole);
  const sources = await all(bench.sources());
  await bench.close();
  const texts = new Set<string>(sources.map(({ text }) => text));
  const ids = new Set<string>(sources.map(({ id }) => id));
  const raw = new Database(join(whole, "record.db"));
  const drafts = new Set(
    (raw.prepare("select entry from source").all() as { entry: string }[]).flatMap(({ entry }) =>
      (JSON.parse(entry) as { readings: { drafts: string }[] }).readings.map((reading) => reading.drafts),
    ),
  );
  raw.close();
  assert.equal(drafts.size, 3);
  for (const id of new Set([...texts, ...ids, ...drafts])) {
    const dir = copy();
    const path = join(dir, "blobs", id.slice(7, 8), id.slice(7));
    const bytes = readFileSync(path);
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const report = await verified(dir);
    const wanted = drafts.has(id) ? "drafts-altered" : texts.has(id) && !ids.has(id) ? "text-altered" : "blob-altered";
    assert.equal(report.ok, false);
    assert.ok(
      report.refused.some((fault) => fault.id === id && fault.code === wanted),
      `${wanted}: ${JSON.stringify(report.refused)}`,
    );
    rmSync(path);
    assert.ok((await verified(dir)).refused.some((fault) => fault.id === id && fault.code === "blob-missing"));
  }
});

test("blobs that nobody names are left alone while they are what their name says", async () => {
  const dir = copy();
  const bytes = Buffer.from("left over");
  const name = sha256(bytes);
  const folder = join(dir, "blobs", name.slice(0, 1));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "notes.txt"), "no blob at all");
  writeFileSync(join(folder, name), bytes);
  assert.equal((await verified(dir)).ok, true);
  writeFileSync(join(folder, name), "other");
  assert.deepEqual(
    (await verified(dir)).refused.map(({ id, code }) => [id, code]),
    [[`sha256:${name}`, "blob-altered"]],
  );
});

test("a statement altered, lost, moved or made up is found by its rule", async () => {
  type Damage = (raw: Database.Database, rows: readonly Row[]) => void;
  const flip = (bytes: Buffer, at: number): Buffer => {
    const out = Buffer.from(bytes);
    out[at] = (out[at] ?? 0) ^ 1;
    return out;
  };
  const cases: readonly (readonly [string, string, Damage])[] = [
    [
      "a bit of a header",
      "statement-id",
      (raw, rows) => raw.prepare("update stmt set bytes = ? where seq = 3").run(flip(rows[3]?.bytes ?? Buffer.of(), 40)),
    ],
    [
      "bytes that are no header",
      "statement-malformed",
      (raw) => raw.prepare("update stmt set bytes = ? where seq = 3").run(Buffer.from("{}")),
    ],
    [
      "a bit of a signature",
      "statement-signature",
      (raw, rows) => raw.prepare("update stmt set signature = ? where seq = 3").run(flip(rows[3]?.signature ?? Buffer.of(), 5)),
    ],
    ["another id", "statement-id", (raw) => raw.prepare(`update stmt set id = 'sha256:${"e".repeat(64)}' where seq = 3`).run()],
    [
      "a field's value",
      "statement-field",
      (raw) => raw.exec("update opened set fields = replace(fields, 'Sarybel Courier', 'Sarybel Herald')"),
    ],
    ["a statement lost", "statement-chain", (raw) => raw.exec("delete from stmt where seq = 3")],
    [
      "two statements in each other's place",
      "statement-chain",
      (raw) =>
        raw.exec("update stmt set seq = 99 where seq = 3; update stmt set seq = 3 where seq = 4; update stmt set seq = 4 where seq = 99"),
    ],
    ["the founding statement lost", "statement-case", (raw) => raw.exec("delete from stmt where seq = 0")],
  ];
  for (const [name, wanted, damage] of cases) {
    const dir = copy();
    tamper(dir, damage);
    const report = await verified(dir);
    assert.equal(report.ok, false, name);
    assert.ok(codesOf(report).includes(wanted), `${name}: ${JSON.stringify(report.refused.slice(0, 4))}`);
  }
});

test("fields that are not there any more leave a statement that holds, and rows that do not", async () => {
  const dir = copy();
  tamper(dir, (raw) => raw.exec("delete from opened where id = (select id from stmt where seq = 1)"));
  assert.deepEqual(codesOf(await verified(dir)), ["projection-stale"]);
});

async function append(dir: string, make: (last: Statement, seq: number) => Promise<Statement>): Promise<void> {
  const marker = JSON.parse(readFileSync(join(dir, "onrecord.json"), "utf8")) as { case: `sha256:${string}` };
  const store = openSqlite(join(dir, "record.db"), marker.case, setTimeout);
  const statements = await all(store.statements());
  const made = await make(statements.at(-1) as Statement, statements.length);
  const { header } = readHeader(made.bytes);
  assert.ok(header);
  await store.write((writes) => writes.append(made, header));
  await store.close();
}

test("a stranger's statement, a fork and a false reading are found", async () => {
  const caseId = (JSON.parse(readFileSync(join(whole, "onrecord.json"), "utf8")) as { case: `sha256:${string}` }).case;
  const signingOf = (pem: string) => {
    const key = readKey(pem);
    assert.ok(key);
    return nodeSigning(key, () => new Date("2026-03-01T08:00:00Z"));
  };
  const own = signingOf(readFileSync(join(whole, "keys", "device.key"), "utf8"));
  const id = (digit: string): `sha256:${string}` => `sha256:${digit.repeat(64)}`;
  const body: ReadBody = { source: id("1"), text: id("2"), reader: "rules", version: "9.9.9", drafts: id("3"), claims: 3 };

  const strange = copy();
  await append(strange, () => nextStatement({ kind: "read", body, caseId, head: null, seen: [] }, signingOf(newKey())));
  // Rows tell of statements that wait, and these rows were made before it came.
  assert.deepEqual(codesOf(await verified(strange)), ["device-unknown", "projection-stale"]);

  const forked = copy();
  await append(forked, (last, seq) => {
    const { header } = readHeader(last.bytes);
    const head = { device: own.device, seq: seq - 2, id: header?.prev ?? id("0") };
    return nextStatement({ kind: "read", body, caseId, head, seen: [] }, own);
  });
  const report = await verified(forked);
  assert.deepEqual(codesOf(report), ["projection-stale", "statement-chain"]);
  assert.equal(report.refused.filter(({ code }) => code === "statement-chain").length, 2);

  // Signed and in its place, but what it names is not there.
  const claimed = copy();
  await append(claimed, (last, seq) =>
    nextStatement({ kind: "read", body, caseId, head: { device: own.device, seq: seq - 1, id: last.id }, seen: [] }, own),
  );
  assert.deepEqual(
    (await verified(claimed)).refused.map(({ id: what, code }) => [what, code]),
    [[body.drafts, "blob-missing"]],
  );
});

test("rows changed behind the log's back are found, whatever the table", async () => {
  const changes = [
    ["sources", "update source set entry = replace(entry, 'Report 1', 'Report 9')"],
    ["claims", "update claim set claim = replace(claim, '\"stated\"', '\"denied\"')"],
    ["claims", "delete from claim where id = (select min(id) from claim)"],
    ["view figures", "delete from view_row where view = 'figures' and key = (select min(key) from view_row where view = 'figures')"],
    [
      "view timeline",
      "update view_row set value = '1' where view = 'timeline' and key = (select max(key) from view_row where view = 'timeline')",
    ],
    ["view extra", "insert into view_row select case_id, 'extra', key, value from view_row limit 1"],
  ] as const;
  for (const [what, sql] of changes) {
    const dir = copy();
    tamper(dir, (raw) => raw.exec(sql));
    assert.deepEqual(
      (await verified(dir)).refused.map(({ id, code }) => [id, code]),
      [[what, "projection-stale"]],
      sql,
    );
  }
});

test("a marker that says other than the founding statement is found; what was signed is meant", async () => {
  const dir = copy();
  const marker = join(dir, "onrecord.json");
  writeFileSync(marker, readFileSync(marker, "utf8").replace("Asia/Almaty", "Europe/Berlin"));
  const bench = await openCase(dir);
  assert.equal(bench.settings.zone, "Asia/Almaty");
  assert.deepEqual(
    (await bench.verify()).refused.map(({ id, code }) => [id, code]),
    [["onrecord.json", "projection-stale"]],
  );
  await bench.close();
});

test("verifying changes no byte of the case", async () => {
  const dir = copy();
  const hash = (): string =>
    ["record.db", "onrecord.json", "keys/device.key"].map((file) => sha256(readFileSync(join(dir, file)))).join(" ");
  const earlier = hash();
  await verified(dir);
  assert.equal(hash(), earlier);
});

test("a damaged page of the database is found", async () => {
  const dir = copy();
  const path = join(dir, "record.db");
  const bytes = readFileSync(path);
  bytes.fill(0x5a, bytes.length - 6000, bytes.length - 2000);
  writeFileSync(path, bytes);
  const report = await verified(dir).catch((error: unknown) => ({
    ok: false,
    refused: [{ id: "", code: (error as { code: string }).code, message: "" }],
  }));
  assert.equal(report.ok, false);
  assert.ok(
    report.refused.some(({ code }) => code === "store-damaged" || code === "projection-stale"),
    JSON.stringify(report.refused),
  );
});

test("what lies in the folder and is none of the case's is listed, is no fault, and stays where it is", async () => {
  const dir = copy();
  const blob = sha256(Buffer.from("left over"));
  writeFileSync(join(dir, "notes.txt"), "mine");
  mkdirSync(join(dir, "names"), { recursive: true });
  writeFileSync(join(dir, "names", `${"0".repeat(64)}.age`), "of no statement");
  writeFileSync(join(dir, "names", "box.age"), "the box itself, which is of the case");
  mkdirSync(join(dir, "blobs", blob.slice(0, 1)), { recursive: true });
  writeFileSync(join(dir, "blobs", blob.slice(0, 1), blob), "left over");
  writeFileSync(join(dir, "keys", "spare.key"), "another");
  const before = filesIn(dir);
  const report = await verified(dir);
  assert.equal(report.ok, true);
  assert.deepEqual(report.strays, [`sha256:${blob}`, "keys/spare.key", `names/${"0".repeat(64)}.age`, "notes.txt"]);
  assert.deepEqual(filesIn(dir), before);
});

function filesIn(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, encoding: "utf8" }).sort();
}
