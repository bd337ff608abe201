import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { openBlobs } from "../../src/store/blobs.ts";
import { sha256 } from "../../src/workbench/crypto.ts";
import { idLike } from "./samples.ts";

const folder = mkdtempSync(join(tmpdir(), "onrecord-blobs-"));
after(() => {
  rmSync(folder, { recursive: true, force: true });
});
let folders = 0;
const fresh = (): string => join(folder, String(folders++));
const fileOf = (dir: string, id: string): string => join(dir, id.slice(7, 8), id.slice(7));
const code = (wanted: string) => (error: unknown) => (error as { code?: string }).code === wanted;

test("bytes come back under their hash; the same bytes twice are one file", async () => {
  const dir = fresh();
  const blobs = openBlobs(dir, "t", sha256);
  const [a, b] = [Buffer.from("a"), Buffer.from([0, 255, 0])];
  const ids = await blobs.put([a, b, a]);
  assert.deepEqual(ids, [idLike("a"), `sha256:${sha256(b)}`, idLike("a")]);
  assert.deepEqual(Buffer.from(await blobs.get(idLike("a"))), a);
  assert.deepEqual(await blobs.list(), [...new Set(ids)].sort());
  assert.deepEqual(await blobs.put([]), []);
  assert.deepEqual(readdirSync(join(dir, "tmp")), []);
  assert.ok(existsSync(fileOf(dir, idLike("a"))));
});

test("no bytes and many bytes", async () => {
  const blobs = openBlobs(fresh(), "t", sha256);
  const many = Array.from({ length: 300 }, (_, at) => Buffer.alloc(at * 7, at));
  const ids = await blobs.put(many);
  for (const [at, id] of ids.entries()) assert.equal((await blobs.get(id)).length, at * 7);
  assert.equal((await blobs.list()).length, 300);
});

test("missing and altered bytes are told; putting them again heals", async () => {
  const dir = fresh();
  const blobs = openBlobs(dir, "t", sha256);
  const [id] = (await blobs.put([Buffer.from("evidence")])) as [`sha256:${string}`];
  await assert.rejects(blobs.get(idLike("never")), code("blob-missing"));
  for (const bytes of ["evidencE", "", "evidence and more"]) {
    writeFileSync(fileOf(dir, id), bytes);
    await assert.rejects(blobs.get(id), code("blob-altered"));
    await blobs.put([Buffer.from("evidence")]);
    assert.equal(Buffer.from(await blobs.get(id)).toString(), "evidence");
  }
  rmSync(fileOf(dir, id));
  await assert.rejects(blobs.get(id), code("blob-missing"));
  mkdirSync(fileOf(dir, id));
  await assert.rejects(blobs.get(id), code("blob-missing"));
});

test("files that are no blobs are not listed", async () => {
  const dir = fresh();
  const blobs = openBlobs(dir, "t", sha256);
  assert.deepEqual(await blobs.list(), []);
  const [id] = (await blobs.put([Buffer.from("x")])) as [`sha256:${string}`];
  writeFileSync(join(dir, "notes.txt"), "");
  writeFileSync(join(dir, id.slice(7, 8), "half"), "");
  writeFileSync(join(dir, id.slice(7, 8), `${id[7] === "f" ? "0" : "f"}${"0".repeat(63)}`), "");
  assert.deepEqual(await blobs.list(), [id]);
});

test("what was left half written is swept when it is old enough", async () => {
  const dir = fresh();
  const blobs = openBlobs(dir, "t", sha256);
  await blobs.put([]);
  const [old, young] = [join(dir, "tmp", "old"), join(dir, "tmp", "young")];
  writeFileSync(old, "half");
  writeFileSync(young, "half");
  utimesSync(old, new Date("2026-01-01T00:00:00Z"), new Date("2026-01-01T00:00:00Z"));
  utimesSync(young, new Date("2026-01-03T00:00:00Z"), new Date("2026-01-03T00:00:00Z"));
  await blobs.sweep(new Date("2026-01-02T00:00:00Z"));
  assert.deepEqual(readdirSync(join(dir, "tmp")), ["young"]);
});

test("a disk that refuses is told as not saved", { skip: process.getuid?.() === 0 ? "root may write everywhere" : false }, async () => {
  const dir = fresh();
  mkdirSync(dir);
  chmodSync(dir, 0o500);
  await assert.rejects(openBlobs(dir, "t", sha256).put([Buffer.from("x")]), code("disk-failed"));
});

test("a folder that cannot be is told as not saved", async () => {
  const dir = fresh();
  writeFileSync(dir, "a file in the way");
  await assert.rejects(openBlobs(dir, "t", sha256).put([Buffer.from("x")]), code("disk-failed"));
});
