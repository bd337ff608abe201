/** Cases under a passphrase: they work like any other, open for nobody without it, and give nothing away to whoever takes the folder. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Workbench } from "../../src/workbench.ts";
import { findCase, initCase, openCase } from "../../src/workbench.ts";
import { readMarker } from "../../src/workbench/marker.ts";
import { readSecret } from "../../src/workbench/keys.ts";
import { restKeysOf } from "../../src/workbench/secret.ts";
import { added, all, article, code, freshLocked, freshPath, inputs, PASSPHRASE } from "./cases.ts";
import { CHEAP } from "./cheap.ts";

const OPTIONS = { zone: null, languages: ["en"], name: "Sarybel", passphrase: PASSPHRASE, cost: CHEAP };

/** Every file below a folder. */
function filesBelow(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)); // prettier-ignore
}

async function filled(): Promise<Workbench> {
  const bench = await freshLocked();
  await added(bench, inputs({ "a.md": article(1), "b.md": article(2) }));
  return bench;
}

test("an encrypted case is made, added to, closed, opened and verified like another", async () => {
  const bench = await filled();
  const { dir } = bench;
  const claims = await all(bench.claims());
  assert.ok(claims.length > 2);
  await bench.close();
  const again = await openCase(dir, { passphrase: PASSPHRASE });
  assert.deepEqual(await all(again.claims()), claims);
  assert.equal(again.settings.name, "Sarybel");
  const report = await again.verify();
  assert.deepEqual([report.ok, report.checked.sources], [true, 2]);
  assert.equal((await added(again, inputs({ "a.md": article(1) }))).summary.known, 1);
  await again.close();
});

test("without the passphrase, or with another, it does not open, and nothing changes", async () => {
  const bench = await filled();
  await bench.close();
  const before = filesBelow(bench.dir).map((file) => [file, readFileSync(file).toString("base64")]);
  await assert.rejects(openCase(bench.dir), code("passphrase-missing"));
  await assert.rejects(openCase(bench.dir, { passphrase: "willow copper lantern orbit" }), code("passphrase-wrong"));
  assert.deepEqual(
    filesBelow(bench.dir).map((file) => [file, readFileSync(file).toString("base64")]),
    before,
  );
});

test("a passphrase for a case that has none is no fault", async () => {
  const dir = freshPath();
  await initCase(dir, { zone: null, languages: [] });
  await (await openCase(dir, { passphrase: PASSPHRASE })).close();
});

test("the folder names no document: blobs are not called by their hash, and the marker holds nothing to read", async () => {
  const bench = await filled();
  const ids = (await all(bench.sources())).flatMap(({ id, text }) => [id, text]);
  await bench.close();
  const names = filesBelow(bench.dir).join("\n");
  const marker = readFileSync(join(bench.dir, "onrecord.json"), "utf8");
  for (const id of [...ids, bench.caseId]) {
    assert.ok(!names.includes(id.slice(7, 23)), id);
    assert.ok(!marker.includes(id.slice(7)), id);
  }
  assert.deepEqual(Object.keys(JSON.parse(marker) as object), ["format", "sealed"]);
  assert.ok(!existsSync(join(bench.dir, "keys", "device.key")));
});

test("Debian's age opens a blob with the key that the device's secret gives", async (context) => {
  if (spawnSync("age", ["--version"]).error !== undefined) {
    context.skip("age is not installed");
    return;
  }
  const bench = await filled();
  await bench.close();
  const { sealed } = readMarker(bench.dir);
  const rest = restKeysOf(await readSecret(bench.dir, PASSPHRASE), Buffer.from(sealed?.salt ?? "", "hex"));
  const identity = freshPath();
  writeFileSync(identity, `${rest.blobs}\n`);
  const opened = filesBelow(join(bench.dir, "blobs")).map(
    (file) => spawnSync("age", ["--decrypt", "-i", identity, file], { encoding: "utf8" }).stdout,
  );
  assert.ok(opened.includes(article(1)));
});

test("damage is found: in a blob, in the database, in the marker, in the key", async () => {
  const flip = (path: string, at: number): void => {
    const bytes = readFileSync(path);
    bytes[at < 0 ? bytes.length + at : at] = (bytes.at(at) ?? 0) ^ 4;
    writeFileSync(path, bytes);
  };
  const blob = await filled();
  await blob.close();
  flip(filesBelow(join(blob.dir, "blobs"))[0] ?? "", -20);
  const bench = await openCase(blob.dir, { passphrase: PASSPHRASE });
  const { refused } = await bench.verify();
  assert.equal(refused.filter(({ code: said }) => said.includes("altered")).length, 1, JSON.stringify(refused));
  await bench.close();

  const marker = await filled();
  await marker.close();
  const path = join(marker.dir, "onrecord.json");
  const whole = readFileSync(path, "utf8");
  writeFileSync(
    path,
    whole.replace(/"text": "(.)/, (_all, digit: string) => `"text": "${digit === "0" ? "1" : "0"}`),
  );
  await assert.rejects(openCase(marker.dir, { passphrase: PASSPHRASE }), code("key-bad"));
  writeFileSync(path, whole);
  flip(join(marker.dir, "record.db"), 5_000);
  await assert.rejects(
    (async () => {
      const damaged = await openCase(marker.dir, { passphrase: PASSPHRASE });
      try {
        const report = await damaged.verify();
        if (!report.ok) throw Object.assign(new Error("found"), { code: "store-damaged" });
      } finally {
        await damaged.close();
      }
    })(),
    code("store-damaged"),
  );
  rmSync(join(marker.dir, "keys", "device.sealed"));
  await assert.rejects(openCase(marker.dir, { passphrase: PASSPHRASE }), code("key-missing"));
});

test("an encrypted case whose making was interrupted is made anew; one that lost its marker is not touched", async () => {
  const dir = freshPath();
  await initCase(dir, OPTIONS);
  rmSync(join(dir, "onrecord.json"));
  await assert.rejects(initCase(dir, OPTIONS), code("case-exists"));
  writeFileSync(join(dir, "onrecord.unfinished"), "");
  writeFileSync(join(dir, "blobs", "left over"), "");
  assert.equal(findCase(dir), null);
  const { caseId } = await initCase(dir, OPTIONS);
  const bench = await openCase(dir, { passphrase: PASSPHRASE });
  assert.equal(bench.caseId, caseId);
  assert.equal((await bench.verify()).ok, true);
  await bench.close();
  assert.deepEqual(readdirSync(dir).sort(), ["blobs", "keys", "onrecord.json", "record.db"]);
});
