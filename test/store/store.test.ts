import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import Database from "better-sqlite3-multiple-ciphers";
import { memoryStore } from "../../src/store/memory.ts";
import { createSqlite, openSqlite, scratchSqlite } from "../../src/store/sqlite.ts";
import { storeContract } from "./contract.ts";
import { entryLike, idLike } from "./samples.ts";

const folder = mkdtempSync(join(tmpdir(), "onrecord-store-"));
after(() => {
  rmSync(folder, { recursive: true, force: true });
});
let files = 0;
const fresh = (): string => {
  const path = join(folder, `${files++}.db`);
  createSqlite(path);
  return path;
};
const CASE = idLike("case");
const code = (wanted: string) => (error: unknown) => (error as { code?: string }).code === wanted;

storeContract("memory", memoryStore);
storeContract("sqlite", () => openSqlite(fresh(), CASE, setTimeout));
storeContract("sqlite in memory", () => scratchSqlite(CASE));

test("what was committed is there when the file is opened again", async () => {
  const path = fresh();
  const entry = entryLike("s", "2026-03-01T00:00:00Z");
  const first = openSqlite(path, CASE, setTimeout);
  await first.write((writes) => writes.putSource(entry));
  await first.close();
  const second = openSqlite(path, CASE, setTimeout);
  assert.deepEqual(await second.source(entry.source.id), entry);
  await second.close();
});

test("readers see the last commit while a transaction is under way, and another process's transaction has to wait", async () => {
  const path = fresh();
  const store = openSqlite(path, CASE, setTimeout);
  await store.write(async (writes) => {
    await writes.rows("v").put("k", "new");
    assert.equal(await store.rows("v").get("k"), undefined);
    const other = new Database(path, { timeout: 0 });
    assert.throws(() => other.exec("begin immediate"), /locked/);
    other.close();
  });
  assert.equal(await store.rows("v").get("k"), "new");
  await store.close();
});

test("a second writer waits for the first, in one process too, and gives up when it stays too long", async () => {
  const path = fresh();
  const [one, two] = [openSqlite(path, CASE, setTimeout), openSqlite(path, CASE, setTimeout)];
  const order: string[] = [];
  await Promise.all([
    one.write(async () => {
      await setTimeout(50);
      order.push("one");
    }),
    two.write(() => Promise.resolve(order.push("two"))),
  ]);
  assert.deepEqual(order.toSorted(), ["one", "two"]);
  let pauses = 0;
  const hasty = openSqlite(path, CASE, () => {
    pauses++;
    return Promise.resolve();
  });
  await one.write(async () => {
    await assert.rejects(
      hasty.write(() => Promise.resolve()),
      code("case-locked"),
    );
  });
  assert.ok(pauses > 100);
  await hasty.write((writes) => writes.rows("v").put("k", 1));
  for (const store of [one, two, hasty]) await store.close();
});

test("two cases in one file do not see each other", async () => {
  const path = fresh();
  const [one, two] = [openSqlite(path, CASE, setTimeout), openSqlite(path, idLike("another case"), setTimeout)];
  await one.write((writes) => writes.rows("v").put("k", 1));
  await two.write((writes) => writes.rows("v").put("k", 2));
  assert.equal(await one.rows("v").get("k"), 1);
  await two.write((writes) => writes.clearProjections());
  assert.equal(await one.rows("v").get("k"), 1);
  await one.close();
  await two.close();
});

test("a commit is synced: the mode is write-ahead with full sync, on every connection", async () => {
  const path = fresh();
  const store = openSqlite(path, CASE, setTimeout);
  const raw = new Database(path);
  assert.equal(raw.pragma("journal_mode", { simple: true }), "wal");
  raw.close();
  await store.close();
});

test("case_id leads every key and index", () => {
  const raw = new Database(fresh());
  const tables = raw.prepare("select name from sqlite_schema where type = 'table'").all() as { name: string }[];
  assert.ok(tables.length >= 7);
  for (const { name } of tables) {
    const columns = raw.pragma(`table_info(${name})`) as { name: string; pk: number }[];
    assert.equal(columns.find(({ pk }) => pk === 1)?.name, "case_id", name);
    for (const index of raw.pragma(`index_list(${name})`) as { name: string }[]) {
      const first = (raw.pragma(`index_info(${index.name})`) as { name: string }[])[0];
      assert.equal(first?.name, "case_id", index.name);
    }
  }
  raw.close();
});

test("a newer file, another database, no database and no file are told apart", () => {
  const newer = fresh();
  const raw = new Database(newer);
  raw.pragma("user_version = 99");
  raw.close();
  assert.throws(() => openSqlite(newer, CASE, setTimeout), code("case-newer"));
  const other = join(folder, "other.db");
  const foreign = new Database(other);
  foreign.exec("create table t (x)");
  foreign.close();
  assert.throws(() => openSqlite(other, CASE, setTimeout), code("case-missing"));
  const text = join(folder, "text.db");
  writeFileSync(text, "these are no pages of a database, whatever the name says\n".repeat(100));
  assert.throws(() => openSqlite(text, CASE, setTimeout), code("store-damaged"));
  assert.throws(() => openSqlite(join(folder, "none.db"), CASE, setTimeout), code("case-missing"));
});

test("damage inside the file shows in the integrity check", async () => {
  const path = fresh();
  const store = openSqlite(path, CASE, setTimeout);
  await store.write(async (writes) => {
    for (let at = 0; at < 400; at++) await writes.rows("v").put(`k${at}`, "x".repeat(200));
  });
  await store.close();
  const bytes = readFileSync(path);
  bytes.fill(0xa5, bytes.length / 2, bytes.length / 2 + 8192);
  writeFileSync(path, bytes);
  const damaged = openSqlite(path, CASE, setTimeout);
  assert.ok((await damaged.integrity()).length > 0);
  await damaged.close();
});
