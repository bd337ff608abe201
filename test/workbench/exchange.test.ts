/** Two copies of a case that meet by files: what travels, what waits, what is refused, and that both end with the same views. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { MergeReport, Workbench } from "../../src/workbench.ts";
import { changePassphrase, joinCase, looseMemberFile, newKeys, openCase } from "../../src/workbench.ts";
import { isViewName, views } from "../../src/views/views.ts";
import { added, all, article, code, freshCase, freshLocked, freshPath, inputs, PASSPHRASE } from "./cases.ts";
import { CHEAP } from "./cheap.ts";

async function merged(bench: Workbench, ...paths: readonly string[]): Promise<readonly MergeReport[]> {
  const reports: MergeReport[] = [];
  await bench.merge(paths, (report) => reports.push(report));
  return reports;
}

/** Everything that the views and the log show, as text. */
async function shown(bench: Workbench, without: readonly string[] = []): Promise<string> {
  const parts: unknown[] = [await all(bench.sources()), await all(bench.claims())];
  for (const { name } of views) if (isViewName(name) && !without.includes(name)) parts.push([name, await all(bench.view(name))]);
  return JSON.stringify(parts);
}

async function bundled(bench: Workbench, whom: readonly string[] | null = null): Promise<string> {
  const file = freshPath();
  await bench.bundle(file, { whom, all: false });
  return file;
}

/** A case with two documents, and a copy of it that another device joined. */
async function two(): Promise<readonly [Workbench, Workbench]> {
  const a = await freshCase();
  await added(a, inputs({ "a.md": article(1), "b.md": article(2) }));
  const dir = freshPath();
  await joinCase(dir, await bundled(a), {});
  return [a, await openCase(dir)];
}

test("a copy that joins from a bundle has all of the case, and a key of its own", async () => {
  const [a, b] = await two();
  assert.equal(b.caseId, a.caseId);
  assert.deepEqual(b.settings, a.settings);
  assert.equal(await shown(b), await shown(a));
  assert.equal((await b.verify()).ok, true);
  assert.notEqual((await a.keys()).device, (await b.keys()).device);
  await a.close();
  await b.close();
});

test("what a device that nobody has added wrote waits, visibly, and its bundles carry it; once it is added all of it counts", async () => {
  const [a, b] = await two();
  await added(b, inputs({ "c.md": article(3) }));
  const before = await shown(a, ["conflicts"]);
  const [report] = await merged(a, await bundled(b));
  assert.deepEqual([report?.outcome, report?.kinds], ["merged", { seal: 1, read: 1 }]);
  const { device } = await b.keys();
  assert.deepEqual(report?.waiting, [{ device, statements: 2 }]);
  assert.equal(await shown(a, ["conflicts"]), before);
  assert.deepEqual(
    (await all(a.view("conflicts"))).map(({ kind, about, sides }) => [kind, about, sides.length]),
    [["waiting", device, 2]],
  );
  assert.equal((await a.members()).find((one) => one.device === device)?.state, "waiting");
  const [again] = await merged(a, await bundled(b));
  assert.deepEqual([again?.outcome, again?.statements, again?.known], ["known", 0, 7]);

  const member = await a.addMember(await b.memberFile("Dana"), { name: null, role: "contributor" });
  assert.deepEqual([member.name, member.state, member.device], ["Dana", "member", device]);
  assert.equal((await all(a.sources())).length, 3);
  await merged(b, await bundled(a));
  assert.equal(await shown(b), await shown(a));
  for (const bench of [a, b]) {
    assert.equal((await bench.verify()).ok, true);
    await bench.close();
  }
});

test("both ways, in any order and as often as one likes: the same views", async () => {
  const [a, b] = await two();
  await a.addMember(await b.memberFile("Dana"), { name: null, role: "contributor" });
  await added(a, inputs({ "d.md": article(4) }));
  await added(b, inputs({ "d.md": article(4), "e.md": article(5) }));
  const [fromA, fromB] = [await bundled(a), await bundled(b)];
  await merged(a, fromB, fromB);
  await merged(b, fromA);
  await merged(b, fromA, fromB);
  assert.equal(await shown(b), await shown(a));
  assert.equal((await all(a.sources())).length, 4);
  for (const bench of [a, b]) {
    assert.equal((await bench.verify()).ok, true);
    await bench.close();
  }
});

test("a bundle for somebody is encrypted, holds what they lack, and opens for nobody else", async () => {
  const [a, b] = await two();
  await a.addMember(await b.memberFile("Dana"), { name: null, role: "contributor" });
  await merged(b, await bundled(a));
  await merged(a, await bundled(b));
  await added(a, inputs({ "f.md": article(6) }));
  const file = freshPath();
  const made = await a.bundle(file, { whom: ["dana"], all: false });
  assert.deepEqual([made.encrypted, made.statements], [true, 2]);
  const bytes = readFileSync(file);
  assert.match(bytes.subarray(0, 22).toString("latin1"), /^age-encryption\.org\/v1\n$/);
  assert.equal(bytes.toString("latin1").split("\n-> X25519 ").length - 1, 4, "throw-away recipients fill up to four");
  assert.ok(!bytes.includes("Sarybel"));
  const other = await freshCase();
  const [report] = await merged(other, file);
  assert.deepEqual([report?.outcome, report?.refused.map((one) => one.code)], ["refused", ["bundle-sealed"]]);
  assert.equal((await merged(b, file))[0]?.statements, 2);
  assert.equal((await merged(a, file))[0]?.outcome, "known", "its maker can open it too");
  assert.equal(await shown(b), await shown(a));
  await assert.rejects(a.bundle(freshPath(), { whom: ["Marat"], all: false }), code("wrong-usage"));
  await assert.rejects(a.bundle(file, { whom: null, all: false }), code("wrong-usage"), "nothing is written over");
  for (const bench of [a, b, other]) await bench.close();
});

test("Debian's age opens a bundle with the key that keys identity prints", async (context) => {
  if (spawnSync("age", ["--version"]).error !== undefined) {
    context.skip("age is not installed");
    return;
  }
  const a = await freshCase();
  const file = await bundled(a, ["everyone"]);
  const identity = freshPath();
  writeFileSync(identity, `${await a.identity()}\n`);
  const opened = spawnSync("age", ["--decrypt", "-i", identity, file]);
  assert.equal(opened.stderr.toString(), "");
  assert.match(opened.stdout.subarray(0, 18).toString(), /^onrecord-bundle-1\n$/);
  const plain = freshPath();
  writeFileSync(plain, opened.stdout);
  assert.equal((await merged(a, plain))[0]?.outcome, "known");
  await a.close();
});

test("somebody new is added by keys made beforehand, and the first bundle is for them alone", async () => {
  const a = await freshLocked();
  await added(a, inputs({ "a.md": article(1) }));
  const dir = freshPath();
  const keys = await newKeys(dir, { passphrase: PASSPHRASE, cost: CHEAP });
  await assert.rejects(newKeys(dir, {}), code("case-exists"));
  await a.addMember(await looseMemberFile(dir, PASSPHRASE, "Dana"), { name: null, role: "contributor" });
  const file = await bundled(a, ["Dana"]);
  await assert.rejects(joinCase(freshPath(), file, {}), code("bundle-sealed"));
  await assert.rejects(joinCase(dir, file, { passphrase: "not it at all", cost: CHEAP }), code("passphrase-wrong"));
  const made = await joinCase(dir, file, { passphrase: PASSPHRASE, cost: CHEAP });
  assert.equal(made.encrypted, true);
  const b = await openCase(dir, { passphrase: PASSPHRASE });
  assert.equal((await b.keys()).device, keys.device);
  assert.equal(await shown(b), await shown(a));
  await added(b, inputs({ "b.md": article(2) }));
  await merged(a, await bundled(b, ["everyone"]));
  assert.equal(await shown(b), await shown(a));
  for (const bench of [a, b]) await bench.close();
});

test("a folder where people meet: names do not collide, what is for others or half copied is passed over", async () => {
  const [a, b] = await two();
  await a.addMember(await b.memberFile("Dana"), { name: null, role: "contributor" });
  const meeting = freshPath();
  mkdirSync(meeting);
  const stranger = await freshCase();
  await a.bundle(meeting, { whom: ["Dana"], all: false });
  await added(b, inputs({ "c.md": article(3) }));
  await b.bundle(meeting, { whom: ["everyone"], all: false }).catch(() => b.bundle(meeting, { whom: null, all: false }));
  await stranger.bundle(meeting, { whom: null, all: false });
  const [first] = readdirSync(meeting).sort();
  const half = readFileSync(join(meeting, first ?? "")).subarray(0, 5_000);
  writeFileSync(join(meeting, "onrecord-half.bundle"), half);
  writeFileSync(join(meeting, ".onrecord-hidden.bundle.tmp"), half);
  writeFileSync(join(meeting, "readme.txt"), "not a bundle");
  for (const bench of [a, b]) {
    const reports = await merged(bench, meeting);
    assert.equal(reports.length, 4);
    assert.deepEqual(
      reports.filter(({ outcome }) => outcome === "refused"),
      [],
    );
    assert.equal(reports.filter(({ outcome }) => outcome === "passed-over").length, 2);
  }
  assert.equal(await shown(b), await shown(a));
  for (const bench of [a, b, stranger]) await bench.close();
});

test("a refused bundle leaves nothing: no statement, no blob", async () => {
  const [a, b] = await two();
  await added(b, inputs({ "c.md": article(3) }));
  const file = await bundled(b);
  const bytes = readFileSync(file);
  bytes[bytes.length - 400] = (bytes[bytes.length - 400] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  const blobs = readdirSync(join(a.dir, "blobs"), { recursive: true }).length;
  const before = await a.verify();
  const [report] = await merged(a, file);
  assert.equal(report?.outcome, "refused");
  assert.deepEqual(await a.verify(), before);
  assert.equal(readdirSync(join(a.dir, "blobs"), { recursive: true }).length, blobs);
  const dir = freshPath();
  await assert.rejects(joinCase(dir, file, {}));
  assert.equal(existsSync(dir), false);
  for (const bench of [a, b]) await bench.close();
});

test("a bundle that holds only what somebody lacks cannot be joined from, and says what to ask for", async () => {
  const [a, b] = await two();
  await a.addMember(await b.memberFile("Dana"), { name: null, role: "contributor" });
  await merged(a, await bundled(b));
  const dir = freshPath();
  await newKeys(dir, {});
  const file = await bundled(a, ["Dana"]);
  writeFileSync(freshPath(), "");
  const identity = freshPath();
  writeFileSync(identity, await b.identity());
  assert.equal((await merged(b, file))[0]?.outcome, "merged");
  await assert.rejects(joinCase(dir, file, {}), code("bundle-sealed"));
  for (const bench of [a, b]) await bench.close();
});

test("a lost device comes back from its recovery words and any bundle that was for it", async () => {
  const [a, b] = await two();
  await a.addMember(await b.memberFile("Dana"), { name: null, role: "contributor" });
  await added(b, inputs({ "c.md": article(3) }));
  await merged(a, await bundled(b));
  const words = (await b.recovery()).join(" ");
  const { device } = await b.keys();
  await b.close();
  const dir = freshPath();
  await joinCase(
    dir,
    await bundled(a, ["Dana"]).then(async (file) => (await a.bundle(`${file}.all`, { whom: ["Dana"], all: true })).file),
    {
      recovery: words,
    },
  );
  const back = await openCase(dir);
  assert.equal((await back.keys()).device, device);
  await added(back, inputs({ "d.md": article(4) }));
  await merged(a, await bundled(back));
  assert.equal(await shown(back), await shown(a));
  assert.equal((await a.verify()).ok, true);
  await assert.rejects(joinCase(freshPath(), await bundled(a), { recovery: words.slice(5) }), code("wrong-usage"));
  for (const bench of [a, back]) await bench.close();
});

test("the passphrase is changed with the old one or the recovery words, and the old one opens nothing any more", async () => {
  const a = await freshLocked();
  const words = (await a.recovery()).join(" ");
  await a.close();
  await assert.rejects(changePassphrase(a.dir, { old: "wrong words here", recovery: null, next: "new words" }), code("passphrase-wrong"));
  await changePassphrase(a.dir, { old: PASSPHRASE, recovery: null, next: "new words" });
  await assert.rejects(openCase(a.dir, { passphrase: PASSPHRASE }), code("passphrase-wrong"));
  await (await openCase(a.dir, { passphrase: "new words" })).close();
  const other = await freshLocked();
  const others = (await other.recovery()).join(" ");
  await other.close();
  await assert.rejects(changePassphrase(a.dir, { old: null, recovery: others, next: "stolen" }), code("key-bad"));
  await changePassphrase(a.dir, { old: null, recovery: words, next: "third words" });
  await (await openCase(a.dir, { passphrase: "third words" })).close();
});
