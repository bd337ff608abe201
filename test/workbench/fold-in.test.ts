/** What merging folds in: only what came, and the same rows as folding the whole log again. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import Database from "better-sqlite3-multiple-ciphers";
import type { Id } from "../../src/model/ids.ts";
import type { Workbench } from "../../src/workbench.ts";
import { joinCase, newKeys, openCase } from "../../src/workbench.ts";
import { openHome } from "../../src/workbench/home.ts";
import { looseMemberFile } from "../../src/workbench.ts";
import { random } from "../soak/texts.ts";
import { added, all, article, freshCase, freshPath, inputs } from "./cases.ts";

async function bundleOf(bench: Workbench): Promise<string> {
  const file = freshPath();
  await bench.bundle(file, { whom: null, all: true });
  return file;
}

/** Copies of one case: the founder's, and those of devices of which some were added. */
async function copies(count: number, addedOnes: number): Promise<readonly Workbench[]> {
  const founder = await freshCase();
  const dirs: string[] = [];
  for (let at = 1; at < count; at++) {
    const dir = freshPath();
    await newKeys(dir, { passphrase: null });
    const file = await looseMemberFile(dir, null, `Copy ${at}`);
    if (at <= addedOnes) await founder.addMember(file, { name: null, role: "contributor" });
    dirs.push(dir);
  }
  const bundle = await bundleOf(founder);
  const others: Workbench[] = [];
  for (const dir of dirs) {
    await joinCase(dir, bundle, { passphrase: null });
    others.push(await openCase(dir));
  }
  return [founder, ...others];
}

/** A row that folding again throws away: it is there afterwards only when nothing was thrown away. */
function markRows(dir: string): void {
  const raw = new Database(join(dir, "record.db"));
  raw.exec("insert or replace into view_row select case_id, 'a mark', x'00', 'true' from stmt limit 1");
  raw.close();
}

function tookMark(dir: string): boolean {
  const raw = new Database(join(dir, "record.db"));
  const { n } = raw.prepare("select count(*) n from view_row where view = 'a mark'").get() as { n: number };
  raw.exec("delete from view_row where view = 'a mark'");
  raw.close();
  return n > 0;
}

/** Merges what `from` has into `to`; true when rows were folded in and none thrown away. The rows are held against the log. */
async function merged(from: Workbench, to: Workbench, what: string): Promise<boolean> {
  const bundle = await bundleOf(from);
  markRows(to.dir);
  await to.merge([bundle], ({ refused }) => {
    assert.deepEqual(refused, []);
  });
  const incremental = tookMark(to.dir);
  const { refused } = await to.verify();
  // A device that nobody has added has statements that count for nothing yet, which is no fault of the rows.
  assert.deepEqual(refused.filter(({ code }) => code === "projection-stale"), [], what); // prettier-ignore
  return incremental;
}

async function act(bench: Workbench, next: () => number, step: number): Promise<void> {
  const claims = (await all(bench.claims())).map(({ id }) => id);
  const pick = (): Id => claims[Math.floor(next() * claims.length)] as Id;
  const roll = next();
  if (roll < 0.25 || claims.length < 2) await added(bench, inputs({ [`${step}.md`]: article(Math.floor(next() * 6)) }));
  else if (roll < 0.55) await bench.judge(pick(), next() < 0.5 ? "accept" : "reject", {});
  else if (roll < 0.7) {
    const [from, to] = [pick(), pick()];
    if (from !== to)
      await bench.say(next() < 0.5 ? "link" : "unlink", {
        relation: "same-event",
        from: { type: "claim", claim: from },
        to: { type: "claim", claim: to },
        reason: null,
      });
  } else {
    const note = await bench.say("note", { on: null, text: `Remark ${step}.` });
    if (roll > 0.85) await bench.withdraw(note, null);
    else if (roll > 0.8) await bench.erase(note, ["text"], "asked");
  }
}

test("what a merge folds in is what folding the log again gives, whatever came in which order", async () => {
  let incremental = 0;
  for (const seed of [1, 2, 3, 4]) {
    const next = random(seed);
    const benches = await copies(3, seed % 3);
    for (let step = 0; step < 9; step++) {
      const one = benches[Math.floor(next() * 3)] as Workbench;
      await act(one, next, step);
      const other = benches[Math.floor(next() * 3)] as Workbench;
      if (other !== one && (await merged(one, other, `seed ${seed}, step ${step}`))) incremental++;
    }
    const [founder, ...others] = benches as [Workbench, ...Workbench[]];
    for (const bench of others) await merged(bench, founder, `seed ${seed}, at the end`);
    for (const bench of benches) await bench.close();
  }
  assert.ok(incremental >= 8, `${incremental} merges were folded in`);
});

test("what was left out of two copies, each another field, is whole where they meet", async () => {
  const [founder, other] = (await copies(2, 1)) as [Workbench, Workbench];
  const statement = await founder.say("note", { on: null, text: "The list came at noon." });
  await other.merge([await bundleOf(founder)], () => undefined);
  const keepOnly = async ({ dir }: Workbench, gone: string): Promise<void> => {
    const { store } = await openHome(dir, null);
    await store.write((writes) => writes.forgetFields(statement, [gone]));
    await store.close();
  };
  await keepOnly(founder, "on");
  await keepOnly(other, "text");
  const bundles = [await bundleOf(founder), await bundleOf(other)] as const;
  await founder.merge([bundles[1]], () => undefined);
  await other.merge([bundles[0]], () => undefined);
  for (const { dir } of [founder, other]) {
    const { store } = await openHome(dir, null);
    assert.deepEqual((await store.statement(statement))?.opened.map(({ name }) => name), ["on", "text"]); // prettier-ignore
    await store.close();
  }
  // What was destroyed on purpose does not come back from a copy that has not heard of it.
  const before = await bundleOf(other);
  await founder.erase(statement, ["text"], "asked");
  await founder.merge([before], () => undefined);
  const { store } = await openHome(founder.dir, null);
  assert.deepEqual((await store.statement(statement))?.opened.map(({ name }) => name), ["on"]); // prettier-ignore
  await store.close();
  for (const bench of [founder, other]) {
    assert.deepEqual((await bench.verify()).refused, []);
    await bench.close();
  }
});
