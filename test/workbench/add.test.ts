import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { test } from "node:test";
import type { AddReport, Input } from "../../src/workbench.ts";
import { initCase, openCase, readLoose } from "../../src/workbench.ts";
import { added, all, article, code, freshCase, freshPath, inputs } from "./cases.ts";

const idOf = (content: string | Uint8Array): string => `sha256:${createHash("sha256").update(content).digest("hex")}`;
const blobOf = (dir: string, id: string): string => join(dir, "blobs", id.slice(7, 8), id.slice(7));

test("a document is sealed, read and found again", async () => {
  const bench = await freshCase();
  const { summary, reports } = await added(bench, inputs({ "a.md": article(1) }));
  const [report] = reports;
  assert.ok(report);
  assert.equal(report.outcome, "added");
  assert.equal(report.source, idOf(article(1)));
  assert.ok(report.claims > 0);
  assert.deepEqual(summary, { added: 1, known: 0, refused: 0, claims: report.claims, refusals: 0 });

  const [row] = await all(bench.sources());
  assert.equal(row?.id, report.source);
  assert.equal(row.title, "Report 1");
  assert.equal(row.published, "2025-03-02");
  assert.equal(row.bytes, Buffer.byteLength(article(1)));
  const source = await bench.source(row.id);
  assert.equal(source?.provenance.from, "a.md");
  assert.match(source.provenance.by, /^onrecord \d+\.\d+\.\d+$/);
  assert.match(source.provenance.got, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);

  const text = await bench.text(row.id);
  assert.ok(text);
  const claims = await all(bench.claims());
  assert.equal(claims.length, report.claims);
  for (const claim of claims) {
    assert.equal(text.slice(claim.start, claim.end), claim.quote);
    assert.deepEqual(await bench.claim(claim.id), claim);
  }
  assert.deepEqual(await all(bench.claims({ source: row.id })), claims);
  assert.deepEqual(
    await all(bench.claims({ kind: "figure" })),
    claims.filter(({ kind }) => kind === "figure"),
  );
  assert.equal(await bench.source(`sha256:${"0".repeat(64)}`), null);
  assert.equal(await bench.text(`sha256:${"0".repeat(64)}`), null);
  assert.equal(await bench.claim(`sha256:${"0".repeat(64)}`), null);
  assert.deepEqual((await bench.verify()).refused, []);
  await bench.close();
});

test("a case and a loose file give the same claims", async () => {
  const bench = await freshCase();
  await added(bench, inputs({ "a.md": article(3) }));
  const loose = readLoose(Buffer.from(article(3)), "a.md", { published: null, url: null, outlet: null, language: null });
  assert.deepEqual(await all(bench.claims()), loose.claims);
  assert.equal(loose.source, idOf(article(3)));
  assert.equal(await bench.text(loose.source), loose.text);
  await bench.close();
});

test("what the person says goes before what the document says", async () => {
  const bench = await freshCase();
  const [input] = inputs({ "a.md": article(1) });
  assert.ok(input);
  const overrides = { published: "2025-03-09", url: "https://example.org/a", outlet: "Tasqala Post", language: null };
  await added(bench, [{ ...input, overrides }]);
  const [row] = await all(bench.sources());
  assert.equal(row?.published, "2025-03-09");
  assert.equal(row.publisher, "Tasqala Post");
  assert.equal((await bench.source(row.id))?.url, "https://example.org/a");
  await bench.close();
});

test("the same bytes twice are one source, in one batch, in two, and in two runs", async () => {
  const bench = await freshCase();
  const files = inputs({ "a.md": article(1), "copy.md": article(1), "b.md": article(2) });
  const first = await added(bench, files);
  assert.deepEqual(
    first.reports.map(({ outcome }) => outcome),
    ["added", "known", "added"],
  );
  assert.equal(first.reports[0]?.source, first.reports[1]?.source);
  assert.equal(first.reports[1]?.claims, first.reports[0]?.claims);
  await bench.close();
  const again = await openCase(bench.dir);
  const { statements } = (await again.verify()).checked;
  const second = await added(again, files);
  assert.deepEqual(
    second.reports.map(({ outcome }) => outcome),
    ["known", "known", "known"],
  );
  assert.deepEqual(second.summary, { added: 0, known: 3, refused: 0, claims: 0, refusals: 0 });
  assert.equal((await again.verify()).checked.statements, statements);
  assert.equal((await all(again.sources())).length, 2);
  await again.close();
});

test("what cannot be taken is refused by name, kept, and the rest goes on", async () => {
  const bench = await freshCase();
  const files = inputs({
    "empty.txt": "",
    "binary.bin": Buffer.from([0, 1, 2, 3, 0, 255, 254, 0, 7, 0]),
    "good.md": article(1),
    "big.txt": "x",
  });
  const folder = freshPath();
  mkdirSync(folder);
  const big = files.find(({ name }) => name === "big.txt") as Input;
  truncateSync(big.path, 50_000_001);
  const pipe = join(folder, "pipe");
  execFileSync("mkfifo", [pipe]);
  const loop = join(folder, "loop");
  symlinkSync(loop, loop);
  const odd = (name: string, path: string): Input => ({ ...big, name, path });
  const others = [
    odd("gone.txt", join(folder, "gone.txt")),
    odd("folder", folder),
    odd("pipe", pipe),
    odd("loop", loop),
    odd("under", join(big.path, "x")),
  ];
  const { reports, summary } = await added(bench, [...files, ...others]);
  const codes = Object.fromEntries(reports.map((report) => [report.what, report.refused[0]?.code ?? report.outcome]));
  assert.deepEqual(codes, {
    "empty.txt": "input-empty",
    "binary.bin": "input-binary",
    "good.md": "added",
    "big.txt": "input-too-large",
    "gone.txt": "input-missing",
    folder: "input-not-a-file",
    pipe: "input-not-a-file",
    loop: "input-unreadable",
    under: "input-missing",
  });
  assert.equal(summary.refused, 8);
  assert.equal(summary.added, 1);
  const kept = await all(bench.refused());
  assert.deepEqual(
    kept.map(({ what, code: why }) => [what, why]),
    reports.flatMap(({ refused }) => refused.map(({ what, code: why }) => [what, why])).sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)),
  );
  for (const { message } of kept) assert.match(message, /^[A-Z].*[.?]$/s);
  // Refused again: still one row each.
  await added(bench, others);
  assert.equal((await all(bench.refused())).length, kept.length);
  assert.equal((await bench.verify()).ok, true);
  await bench.close();
});

test("a refusal goes when a file of that name is taken", async () => {
  const bench = await freshCase();
  const [input] = inputs({ "a.md": "" });
  assert.ok(input);
  await added(bench, [input]);
  assert.equal((await all(bench.refused())).length, 1);
  writeFileSync(input.path, article(1));
  await added(bench, [input]);
  assert.deepEqual(await all(bench.refused()), []);
  await bench.close();
});

test("a report comes only when what it reports is durable", async () => {
  const bench = await freshCase();
  const watcher = await openCase(bench.dir);
  const files = inputs(Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`${at}.md`, article(at)])));
  const checks: Promise<void>[] = [];
  let seen = 0;
  await bench.add(files, {}, (report) => {
    seen++;
    assert.ok(report.source);
    assert.ok(existsSync(blobOf(bench.dir, report.source)));
    const id = report.source;
    if (seen % 20 === 1)
      checks.push(
        watcher.source(id).then((source) => {
          assert.equal(source?.id, id);
        }),
      );
  });
  await Promise.all(checks);
  assert.equal(seen, 150);
  assert.equal((await bench.verify()).ok, true);
  await watcher.close();
  await bench.close();
});

test("aborting ends after the batch at hand; what was reported is there, and adding again does the rest", async () => {
  const bench = await freshCase();
  // More than two batches: a third is not begun before the first is reported, however fast the machine is.
  const files = inputs(Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${at}.md`, article(at)])));
  const stop = new AbortController();
  const reports: AddReport[] = [];
  await bench.add(files, { signal: stop.signal }, (report) => {
    reports.push(report);
    stop.abort();
  });
  assert.ok(reports.length >= 1 && reports.length < 300, `${reports.length}`);
  assert.equal((await all(bench.sources())).length, reports.length);
  const rest = await added(bench, files);
  assert.equal(rest.summary.added, 300 - reports.length);
  assert.equal(rest.summary.known, reports.length);
  await bench.close();
});

test("inputs may come one by one, and an input that fails to come stops nothing that came", async () => {
  const bench = await freshCase();
  const files = inputs({ "a.md": article(1), "b.md": article(2) });
  async function* slowly(): AsyncGenerator<Input> {
    for (const file of files) yield await Promise.resolve(file);
    throw new Error("the folder went away");
  }
  const reports: AddReport[] = [];
  await assert.rejects(
    bench.add(slowly(), {}, (report) => reports.push(report)),
    /went away/,
  );
  const { summary } = await added(bench, files);
  assert.equal(summary.added + summary.known, 2);
  assert.equal(summary.known, reports.length);
  await bench.close();
});

test("two programs may add to one case at once", async () => {
  const first = await freshCase();
  const second = await openCase(first.dir);
  const files = inputs(Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`${at}.md`, article(at)])));
  const [a, b] = await Promise.all([added(first, files), added(second, [...files].reverse())]);
  assert.equal(a.summary.added + b.summary.added, 60);
  assert.equal(a.summary.known + b.summary.known, 60);
  const verified = await first.verify();
  assert.deepEqual(verified.refused, []);
  assert.equal(verified.checked.statements, 121);
  await first.close();
  await second.close();
});

test("without its key a case can be read and verified, not added to; nor with another's", async () => {
  const bench = await freshCase();
  await added(bench, inputs({ "a.md": article(1) }));
  const key = join(bench.dir, "keys", "device.key");
  renameSync(key, `${key}.away`);
  await assert.rejects(added(bench, inputs({ "b.md": article(2) })), code("key-missing"));
  assert.equal((await all(bench.sources())).length, 1);
  assert.equal((await bench.verify()).ok, true);
  writeFileSync(key, "no key");
  await assert.rejects(added(bench, inputs({ "b.md": article(2) })), code("key-bad"));
  const other = freshPath();
  await initCase(other, { zone: null, languages: ["en"] });
  writeFileSync(key, readFileSync(join(other, "keys", "device.key")));
  await assert.rejects(added(bench, inputs({ "b.md": article(2) })), code("key-bad"));
  await bench.close();
});

test("a sealed file that was lost or damaged is put back by adding it again", async () => {
  const bench = await freshCase();
  const files = inputs({
    "a.md": article(1),
    "b.html": `<!doctype html><html lang="en"><title>B</title><body><p>${"Forty people were injured in Tasqala. ".repeat(20)}</p></body></html>`,
  });
  await added(bench, files);
  const folder = join(bench.dir, "blobs");
  const names = readdirSync(folder).filter((name) => name !== "tmp");
  for (const name of names) {
    for (const blob of readdirSync(join(folder, name))) {
      const path = join(folder, name, blob);
      const whole = readFileSync(path);
      for (const damage of ["gone", "altered"]) {
        if (damage === "gone") rmSync(path);
        else writeFileSync(path, "other bytes");
        assert.equal((await bench.verify()).ok, false);
        const { summary } = await added(bench, files);
        assert.equal(summary.known, 2);
        assert.deepEqual(readFileSync(path), whole);
      }
    }
  }
  assert.deepEqual((await bench.verify()).refused, []);
  await bench.close();
});

test("names with half a character are kept as what can be written", async () => {
  const bench = await freshCase();
  const [input] = inputs({ "a.md": article(1) });
  assert.ok(input);
  await added(bench, [
    { ...input, name: "a\uD800.md" },
    { ...input, path: `${input.path}.gone`, name: "b\uDFFF.md" },
  ]);
  assert.equal((await bench.source(idOf(article(1)) as `sha256:${string}`))?.provenance.from, "a\uFFFD.md");
  assert.deepEqual(
    (await all(bench.refused())).map(({ what }) => what),
    ["b\uFFFD.md"],
  );
  assert.equal((await bench.verify()).ok, true);
  await bench.close();
});

test("an entity that names half a character does not split text layer and offsets", async () => {
  const bench = await freshCase();
  const html = `<!doctype html><html><head><title>T&#xD83D;</title></head><body><article><p>${"Eleven people were detained in Tasqala &#xDC00; on Monday, the ministry said. ".repeat(12)}</p></article></body></html>`;
  const { reports } = await added(bench, inputs({ "a.html": html }));
  assert.equal(reports[0]?.outcome, "added");
  assert.deepEqual((await bench.verify()).refused, []);
  await bench.close();
});

test("every view of a case can be listed; no other", async () => {
  const bench = await freshCase();
  await added(bench, inputs({ "a.md": article(1), "b.md": article(2) }));
  for (const name of ["figures", "timeline", "people", "questions", "pledges", "rivals"] as const) await all(bench.view(name));
  assert.ok((await all(bench.view("figures"))).length > 0);
  assert.throws(() => bench.view("verdicts" as never), code("wrong-usage"));
  assert.throws(() => bench.view("constructor" as never), code("wrong-usage"));
  await bench.close();
});
