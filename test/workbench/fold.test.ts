import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import Database from "better-sqlite3-multiple-ciphers";
import fc from "fast-check";
import type { Id } from "../../src/model/ids.ts";
import type { Reader } from "../../src/reading/reader.ts";
import { rules } from "../../src/reading/rules.ts";
import type { Reading } from "../../src/store/store.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import { views } from "../../src/views/views.ts";
import type { Workbench } from "../../src/workbench.ts";
import { initCase, openCase } from "../../src/workbench.ts";
import { openCase as openWith } from "../../src/workbench/open.ts";
import { projectionVersion, withReading } from "../../src/workbench/fold.ts";
import { added, all, article, freshCase, freshPath, inputs } from "./cases.ts";
import { reader, words } from "./readers.ts";

/** A case opened with these readers. */
async function openReading(dir: string, readers: readonly Reader[]): Promise<Workbench> {
  let ticks = 0;
  return openWith(dir, { now: () => new Date(Date.UTC(2026, 2, 1, 8, 0, ticks)), ticks: () => (ticks += 1), readers });
}

/** Everything that a person can see of a case. */
async function seen(bench: Workbench): Promise<unknown> {
  const listed: Record<string, unknown> = {};
  for (const { name } of views) listed[name] = await all(bench.view(name as "figures"));
  return { listed, sources: await all(bench.sources()), claims: await all(bench.claims()), refused: await all(bench.refused()) };
}

/** Makes the next opening fold the log again, as after a new version of a view. */
function forgetProjections(dir: string): void {
  const raw = new Database(join(dir, "record.db"));
  raw.exec("update projection set version = 'older'");
  raw.close();
}

test("what grew document by document is what folding the log again gives", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      async (runs) => {
        const bench = await freshCase();
        for (const run of runs)
          await added(bench, inputs(Object.fromEntries(run.map((number, at) => [`${at}.md`, number === 12 ? "" : article(number)]))));
        const grown = await seen(bench);
        assert.deepEqual((await bench.verify()).refused, []);
        await bench.close();
        forgetProjections(bench.dir);
        const again = await openCase(bench.dir);
        assert.deepEqual(await seen(again), grown);
        await again.close();
      },
    ),
    { seed: 2206, numRuns: 12 },
  );
});

test("the order of adding does not matter to what is listed", async () => {
  const dirs = [freshPath(), freshPath()] as const;
  const files = inputs(Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`${at}.md`, article(at % 8)])));
  const lists: unknown[] = [];
  for (const [at, dir] of dirs.entries()) {
    await initCase(dir, { zone: null, languages: ["en"] });
    // One clock for all: when a document was got is part of what is listed.
    const bench = await openWith(dir, { now: () => new Date("2026-03-01T08:00:00Z"), ticks: () => 0, readers: [rules] });
    await added(bench, at === 0 ? files : [...files].reverse());
    const { listed, claims } = (await seen(bench)) as { listed: unknown; claims: unknown };
    lists.push(listed, claims);
    await bench.close();
  }
  assert.deepEqual(lists[2], lists[0]);
  assert.deepEqual(lists[3], lists[1]);
});

test("rows of another version are folded again at the first look, and verify leaves them alone", async () => {
  const bench = await freshCase();
  await added(bench, inputs({ "a.md": article(1) }));
  await bench.close();
  const raw = new Database(join(bench.dir, "record.db"));
  raw.exec("delete from claim; delete from view_row; delete from source; update projection set version = 'older'");
  raw.close();
  const again = await openCase(bench.dir);
  assert.equal((await again.verify()).ok, true);
  const store = openSqlite(join(bench.dir, "record.db"), bench.caseId, setTimeout);
  assert.equal(await store.projection(), "older");
  assert.ok((await all(again.claims())).length > 0);
  assert.equal(await store.projection(), projectionVersion);
  await store.close();
  await again.close();
});

test("a reader that stops leaves the source sealed and unread; added again it is read", async () => {
  const dir = freshPath();
  await initCase(dir, { zone: null, languages: ["en"] });
  const failing = reader(() => {
    throw new Error("no sentence ends here");
  });
  const files = inputs({ "a.md": article(1), "b.md": article(2) });
  const broken = await openReading(dir, [failing]);
  const first = await added(broken, files);
  assert.deepEqual(
    first.reports.map(({ outcome, claims, refused }) => [outcome, claims, refused.map(({ code }) => code)]),
    [
      ["added", 0, ["reader-failed"]],
      ["added", 0, ["reader-failed"]],
    ],
  );
  assert.match(first.reports[0]?.refused[0]?.message ?? "", /no sentence ends here/);
  assert.deepEqual(
    (await all(broken.refused())).map(({ what, code }) => [what, code]),
    [
      ["a.md", "reader-failed"],
      ["b.md", "reader-failed"],
    ],
  );
  assert.equal((await all(broken.sources())).length, 2);
  assert.deepEqual((await broken.verify()).refused, []);
  const second = await added(broken, files.slice(0, 1));
  assert.deepEqual(
    second.reports.map(({ outcome, refused }) => [outcome, refused.length]),
    [["known", 1]],
  );
  await broken.close();

  const mended = await openReading(dir, [words]);
  const third = await added(mended, files);
  assert.deepEqual(
    third.reports.map(({ outcome, refused }) => [outcome, refused.length]),
    [
      ["known", 0],
      ["known", 0],
    ],
  );
  assert.ok((third.reports[0]?.claims ?? 0) > 10);
  assert.deepEqual(await all(mended.refused()), []);
  assert.equal((await all(mended.sources())).length, 2);
  assert.ok((await all(mended.claims())).length > 20);
  const verified = await mended.verify();
  assert.deepEqual(verified.refused, []);
  // One founding, two seals, two readings: nothing was sealed twice.
  assert.equal(verified.checked.statements, 5);
  await mended.close();
});

test("refused drafts are in the record's refusals and in every copy's", async () => {
  const dir = freshPath();
  await initCase(dir, { zone: null, languages: ["en"] });
  const careless = reader((text, context) =>
    words.read(text, context).map((draft, at) => (at === 1 ? { ...draft, quote: "made up" } : draft)),
  );
  const bench = await openReading(dir, [careless]);
  const { reports } = await added(bench, inputs({ "a.txt": "Rain fell on Tasqala." }));
  assert.deepEqual(
    reports.map(({ outcome, claims, refused }) => [outcome, claims, refused.map(({ code }) => code)]),
    [["added", 3, ["quote-mismatch"]]],
  );
  const before = await all(bench.refused());
  assert.deepEqual(
    before.map(({ what, code }) => [what, code]),
    [["a.txt 5-9", "quote-mismatch"]],
  );
  await bench.close();
  forgetProjections(dir);
  const again = await openReading(dir, [careless]);
  assert.deepEqual(await all(again.refused()), before);
  assert.deepEqual((await again.verify()).refused, []);
  await again.close();
});

test("two readers: each signs its own reading; a claim that both read is one", async () => {
  const dir = freshPath();
  await initCase(dir, { zone: null, languages: ["en"] });
  const capitals = reader((text, context) => words.read(text, context).filter(({ quote }) => /^\p{Lu}/u.test(quote)), "2.0.0", "capitals");
  const bench = await openReading(dir, [words, capitals]);
  await added(bench, inputs({ "a.txt": "Rain fell on Tasqala." }));
  const claims = await all(bench.claims());
  assert.deepEqual(
    claims.map(({ quote, reader: { name } }) => `${quote} ${name}`),
    ["Rain capitals", "fell rules", "on rules", "Tasqala capitals"],
  );
  assert.deepEqual((await bench.verify()).refused, []);
  assert.equal((await bench.verify()).checked.statements, 4);
  await bench.close();
});

test("of several readings by one reader the highest version counts, then the smaller id, in whatever order they come", () => {
  const reading = (version: string, digit: string, name = "rules"): Reading => {
    const statement: Id = `sha256:${digit.repeat(64)}`;
    return { statement, reader: name, version, drafts: statement, claims: 0 };
  };
  const list = [
    reading("1.2.0", "a"),
    reading("1.10.0", "c"),
    reading("1.10.0", "b"),
    reading("0.9.9", "0"),
    reading("1.0.0", "d", "person"),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(list, { minLength: 5 }), (order) => {
      const kept = order.reduce<readonly Reading[]>((readings, next) => withReading(readings, next), []);
      assert.deepEqual(kept, [reading("1.0.0", "d", "person"), reading("1.10.0", "b")]);
    }),
    { seed: 2207, numRuns: 60 },
  );
});

test("a text layer that an older program sealed is the one that is read", async () => {
  const dir = freshPath();
  await initCase(dir, { zone: null, languages: ["en"] });
  const failing = reader(() => {
    throw new Error("not yet");
  });
  const first = await openReading(dir, [failing]);
  const files = inputs({ "a.md": article(1) });
  const { reports } = await added(first, files);
  await first.close();
  const id = reports[0]?.source;
  assert.ok(id);
  // The same bytes with other words about them: what was sealed stays.
  writeFileSync(files[0]?.path ?? "", article(1));
  const second = await openReading(dir, [words]);
  await second.add(
    [
      {
        path: files[0]?.path ?? "",
        name: "renamed.md",
        overrides: { published: "2020-01-01", url: null, outlet: "Other", language: null },
      },
    ],
    {},
    () => undefined,
  );
  const source = await second.source(id);
  assert.equal(source?.publisher, "Sarybel Courier");
  assert.equal(source.provenance.from, "a.md");
  assert.deepEqual((await second.verify()).refused, []);
  await second.close();
});
