import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import type { Claim } from "../../src/model/claim.ts";
import type { Id } from "../../src/model/ids.ts";
import type { Workbench } from "../../src/workbench.ts";
import { added, all, article, code, freshCase, inputs } from "./cases.ts";

const documents = {
  "a.md": article(1),
  "b.md": article(2),
  "c.md":
    "---\ntitle: Port\npublisher: Kaltan Courier\npublished: 2031-03-07\n---\n\nThe Interior Ministry said 38 people were killed in Kaltan. The mayor promised to rebuild the port.\n",
};

async function filled(): Promise<Workbench> {
  const bench = await freshCase();
  await added(bench, inputs(documents));
  return bench;
}

let bench: Workbench;
before(async () => {
  bench = await filled();
});
after(() => bench.close());

const claimsOf = (of: Workbench): Promise<readonly Claim[]> => all(of.claims());

async function killed(of: Workbench): Promise<Claim> {
  const found = (await claimsOf(of)).find(({ quote, kind }) => kind === "figure" && quote.includes("38"));
  assert.ok(found);
  return found;
}

test("a rejected claim is out of figures, timeline and questions, and still listed when asked for", async () => {
  const claim = await killed(bench);
  const before = await all(bench.view("figures"));
  const statement = await bench.judge(claim.id, "reject", { reason: "no such report" });
  assert.equal((await bench.claim(claim.id))?.review, "rejected");
  assert.ok(!JSON.stringify(await all(bench.view("figures"))).includes(claim.id));
  assert.deepEqual(
    (await all(bench.claims({ review: "rejected" }))).map(({ id }) => id),
    [claim.id],
  );
  await bench.withdraw(statement, null);
  assert.deepEqual(await all(bench.view("figures")), before);
  assert.equal((await bench.claim(claim.id))?.review, "unreviewed");
  assert.deepEqual((await bench.verify()).refused, []);
});

test("a corrected claim stands in the place of its draft, and the draft's id leads to it", async () => {
  const claim = await killed(bench);
  const statement = await bench.judge(claim.id, "correct", { set: ["figure.min=37", "figure.max=37", "figure.best=37"] });
  const now = await bench.claim(claim.id);
  assert.ok(now);
  assert.notEqual(now.id, claim.id);
  assert.deepEqual([now.figure?.best, now.review, now.quote], [37, "corrected", claim.quote]);
  assert.equal(await bench.now(claim.id), now.id);
  const figures = JSON.stringify(await all(bench.view("figures")));
  assert.ok(figures.includes(now.id) && !figures.includes(claim.id));
  const told = await bench.history(claim.id);
  assert.deepEqual(told, await bench.history(now.id));
  const states = ({ id, state }: (typeof told)[number]) => id === statement && state === "counts";
  assert.equal(told.filter(states).length, 1);
  assert.ok(told.every(({ kind }) => kind === "judge"));
  await bench.withdraw(statement, null);
  assert.equal((await bench.claim(claim.id))?.id, claim.id);
  assert.equal(await bench.claim(now.id), null);
});

test("what is no correction is not signed", async () => {
  const claim = await killed(bench);
  const usage = code("wrong-usage");
  const statements = (await bench.verify()).checked.statements;
  await assert.rejects(bench.judge(claim.id, "correct", { set: ["figure.min=lots"] }), usage);
  await assert.rejects(bench.judge(claim.id, "correct", { set: ["certainty=sure"] }), usage);
  await assert.rejects(bench.judge(claim.id, "correct", { set: ["colour=red"] }), usage);
  await assert.rejects(bench.judge(claim.id, "correct", { set: ["source=sha256:0"] }), usage);
  await assert.rejects(bench.judge(claim.id, "correct", { set: [] }), usage);
  await assert.rejects(bench.judge(claim.id, "correct", { claim: { ...claim, quote: "forty people" } }), usage);
  await assert.rejects(bench.judge(claim.id, "correct", { claim: { kind: "figure" } }), usage);
  await assert.rejects(bench.judge(claim.id, "accept", { set: ["figure.min=1"] }), usage);
  await assert.rejects(bench.judge(`sha256:${"0".repeat(64)}`, "accept", {}), usage);
  assert.equal((await bench.verify()).checked.statements, statements);
});

test("a claim by hand is in the record with its exact words, and only with them", async () => {
  const [source] = await all(bench.sources());
  assert.ok(source);
  const text = await bench.text(source.id);
  assert.ok(text?.includes("district hospital"));
  const given = { source: source.id, start: null, kind: "event", set: ["event=hospitalisation"], reason: null } as const;
  const { claim, statement } = await bench.addClaim({ ...given, quote: "district hospital" });
  const found = await bench.claim(claim);
  assert.deepEqual([found?.review, found?.event, found?.reader.name], ["accepted", "hospitalisation", "person"]);
  await assert.rejects(bench.addClaim({ ...given, quote: "central hospital" }), code("wrong-usage"));
  await assert.rejects(bench.addClaim({ ...given, quote: "e" }), code("wrong-usage"));
  await bench.withdraw(statement, null);
  assert.equal(await bench.claim(claim), null);
});

test("only one's own statement is taken back, once, and not a founding one", async () => {
  const note = await bench.say("note", { on: null, text: "seen by two" });
  await bench.withdraw(note, null);
  await assert.rejects(bench.withdraw(note, null), code("wrong-usage"));
  await assert.rejects(bench.withdraw(bench.caseId, null), code("wrong-usage"));
  await assert.rejects(bench.withdraw(`sha256:${"0".repeat(64)}`, null), code("wrong-usage"));
});

test("ids are named by eight digits or more, when they name one thing", async () => {
  const { id } = await killed(bench);
  assert.equal(await bench.idOf(id.slice(7, 15)), id);
  assert.equal(await bench.idOf(id.slice(0, 20).toUpperCase().replace("SHA256", "sha256")), id);
  assert.equal(await bench.idOf(id), id);
  for (const none of [id.slice(7, 14), "0".repeat(8), "", "mayor", `${id}0`])
    await assert.rejects(bench.idOf(none), code("wrong-usage"), none);
});

/** What people do in the property, each as a number picks its target. */
const acts = [
  "accept",
  "reject",
  "dispute",
  "correct",
  "withdraw",
  "note",
  "grade",
  "finding",
  "link",
  "unlink",
  "status",
  "answer",
] as const;

async function act(of: Workbench, what: (typeof acts)[number], pick: number, signed: Id[]): Promise<void> {
  const claims = await claimsOf(of);
  const claim = claims[pick % claims.length];
  const other = claims[(pick * 7 + 3) % claims.length];
  const sources = await all(of.sources());
  const source = sources[pick % sources.length];
  assert.ok(claim && other && source);
  const ref = ({ id }: Claim) => ({ type: "claim", claim: id }) as const;
  switch (what) {
    case "accept":
    case "reject":
    case "dispute":
      signed.push(await of.judge(claim.id, what, {}));
      return;
    case "correct": {
      const set = [`certainty=${claim.certainty === "alleged" ? "hedged" : "alleged"}`];
      signed.push(await of.judge(claim.id, "correct", { set }));
      return;
    }
    case "withdraw": {
      const target = signed.splice(pick % Math.max(1, signed.length), 1)[0];
      if (target !== undefined) await of.withdraw(target, null);
      return;
    }
    case "note":
      signed.push(await of.say("note", { on: claim.id, text: "a remark" }));
      return;
    case "grade":
      signed.push(await of.say("grade", { of: { type: "source", source: source.id }, grade: pick % 2 === 0 ? "B" : "D", reason: null }));
      return;
    case "finding": {
      const body = {
        text: "It was so.",
        standard: "balance",
        supports: [claim.id],
        against: [],
        unresolved: [],
        supersedes: null,
      } as const;
      signed.push(await of.say("finding", body));
      return;
    }
    case "link":
    case "unlink":
      if (claim.id !== other.id)
        signed.push(await of.say(what, { relation: "same-event", from: ref(claim), to: ref(other), reason: null }));
      return;
    case "status":
      signed.push(
        await of.say("pledge-status", { pledge: claim.id, state: pick % 2 === 0 ? "kept" : "broken", evidence: [], reason: null }),
      );
      return;
    case "answer":
      signed.push(await of.say("answer", { question: claim.id, claims: [other.id], text: null }));
      return;
    default:
      what satisfies never;
  }
}

test("whatever people sign and take back, rows are what folding the whole log gives, and all taken back leaves no trace", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...acts), fc.nat(40)), { minLength: 1, maxLength: 14 }), async (said) => {
      const own = await filled();
      const untouched = await listed(own);
      const signed: Id[] = [];
      for (const [what, pick] of said) await act(own, what, pick, signed);
      assert.deepEqual((await own.verify()).refused, []);
      for (const statement of signed.reverse()) await own.withdraw(statement, null);
      assert.deepEqual(await listed(own), untouched);
      await own.close();
    }),
    { seed: 1804, numRuns: 25 },
  );
});

async function listed(of: Workbench): Promise<unknown> {
  const names = ["figures", "timeline", "people", "questions", "pledges", "rivals", "findings", "sources", "conflicts", "refused"] as const;
  return [await claimsOf(of), ...(await Promise.all(names.map((name) => all(of.view(name)))))];
}
