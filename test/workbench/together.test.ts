/** What people's words come to in the views: their own, and those of two who worked apart. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claim } from "../../src/model/claim.ts";
import type { Ref } from "../../src/model/refs.ts";
import type { Workbench } from "../../src/workbench.ts";
import { claimId } from "../../src/model/claim.ts";
import { judgeBody } from "../../src/model/kinds/judge.ts";
import { sha256 } from "../build.ts";
import { joinCase, openCase } from "../../src/workbench.ts";
import type { ViewName } from "../../src/views/views.ts";
import { added, all, freshCase, freshPath, inputs } from "./cases.ts";

const documents = {
  "a.md":
    "---\ntitle: One\npublisher: Kaltan Courier\npublished: 2031-03-07\n---\n\nOn 5 March 2031 protesters stormed the port of Kaltan. Dana Orlen was arrested on 6 March 2031. The Interior Ministry said 38 people were killed in Kaltan. The mayor promised to rebuild the port. It is not known who fired first.\n",
  "b.md":
    "---\ntitle: Two\npublisher: Velmar Herald\npublished: 2031-03-09\n---\n\nOn 6 March 2031 a crowd seized the harbour in Kaltan. The clinic said 41 people were killed in Kaltan. D. Orlen was arrested, her lawyer said.\n",
};

async function filled(): Promise<Workbench> {
  const bench = await freshCase();
  await added(bench, inputs(documents));
  return bench;
}

/** Everything in a case as a bundle for nobody in particular. */
async function bundle(bench: Workbench): Promise<string> {
  const file = freshPath();
  await bench.bundle(file, { whom: null, all: true });
  return file;
}

async function claimWith(bench: Workbench, words: string, kind: Claim["kind"]): Promise<Claim> {
  const found = (await all(bench.claims())).find((claim) => claim.kind === kind && claim.quote.includes(words));
  assert.ok(found, `a claim of kind ${kind} with “${words}”`);
  return found;
}

const ref = ({ id }: Claim): Ref => ({ type: "claim", claim: id });
const names = ["figures", "timeline", "people", "questions", "pledges", "rivals", "findings", "sources", "conflicts", "refused"] as const;

async function shown(bench: Workbench, without: readonly ViewName[] = []): Promise<readonly unknown[]> {
  const listed: unknown[] = [await all(bench.claims())];
  for (const name of names) if (!without.includes(name)) listed.push([name, await all(bench.view(name))]);
  return listed;
}

test("two claims of different days that a person links are one event; taken back they are two again", async () => {
  const bench = await filled();
  const [storming, seizure] = [await claimWith(bench, "stormed", "event"), await claimWith(bench, "seized", "event")];
  const before = await shown(bench);
  const together = async (): Promise<boolean> =>
    (await all(bench.view("timeline"))).some(({ claims }) => claims.includes(storming.id) && claims.includes(seizure.id));
  assert.equal(await together(), false);
  const linked = await bench.say("link", { relation: "same-event", from: ref(seizure), to: ref(storming), reason: null });
  assert.equal(await together(), true);
  const times = (await all(bench.view("timeline"))).flatMap(({ claims }) => claims).sort();
  assert.equal(new Set(times).size, times.length, "every claim is in one event");
  await bench.withdraw(linked, null);
  assert.deepEqual(await shown(bench), before);
  await bench.close();
});

test("figures that the program joins are apart where a person says so, and a corrected claim keeps its links", async () => {
  const bench = await filled();
  const [first, second] = [await claimWith(bench, "38", "figure"), await claimWith(bench, "41", "figure")];
  const joined = async (a: string, b: string): Promise<boolean> =>
    (await all(bench.view("figures"))).some(({ series }) => [a, b].every((id) => series.some(({ claim }) => claim === id)));
  assert.equal(await joined(first.id, second.id), true);
  await bench.say("unlink", { relation: "same-figure", from: ref(first), to: ref(second), reason: "two counts" });
  assert.equal(await joined(first.id, second.id), false);
  await bench.judge(second.id, "correct", { set: ["figure.min=40", "figure.max=40", "figure.best=40"] });
  const now = await bench.now(second.id);
  assert.notEqual(now, second.id);
  assert.equal(await joined(first.id, now), false);
  assert.deepEqual((await bench.verify()).refused, []);
  await bench.close();
});

test("names that a person links are one row of people", async () => {
  const bench = await filled();
  const people = await all(bench.view("people"));
  const [full, short] = [people.find(({ name }) => name === "Interior Ministry"), people.find(({ name }) => name === "clinic")];
  assert.ok(full && short, people.map(({ name }) => name).join(", "));
  const mention = async ({ names: forms }: typeof full): Promise<Ref> => {
    const [at] = forms;
    assert.ok(at);
    const source = await bench.source(at.source);
    assert.ok(source);
    return { type: "mention", source: source.id, text: source.text, span: { start: at.start, end: at.end }, quote: at.form };
  };
  await bench.say("link", { relation: "same-person", from: await mention(full), to: await mention(short), reason: null });
  const after = await all(bench.view("people"));
  assert.equal(after.length, people.length - 1);
  const row = after.find(({ names: forms }) => forms.some(({ form }) => form === "Interior Ministry"));
  assert.deepEqual(row?.names.map(({ form }) => form).sort(), ["Interior Ministry", "clinic"]);
  assert.deepEqual(row.reasons, ["People say that these names are one."]);
  await bench.close();
});

test("grades, derivations, answers, promises, rivals and cells show in their views, and only what is said", async () => {
  const bench = await filled();
  const [first, second] = await all(bench.view("sources"));
  assert.ok(first && second);
  await bench.say("grade", { of: { type: "source", source: first.id }, grade: "B", reason: null });
  await bench.say("link", {
    relation: "derives-from",
    from: { type: "source", source: second.id },
    to: { type: "source", source: first.id },
    reason: null,
  });
  assert.deepEqual(
    (await all(bench.view("sources"))).map(({ grade, derivesFrom }) => [grade, derivesFrom]),
    [
      ["B", []],
      ["F", [first.id]],
    ],
  );
  const [question] = (await all(bench.view("questions"))).filter(({ raisedBy }) => raisedBy === "text");
  assert.ok(question);
  const storming = await claimWith(bench, "stormed", "event");
  await bench.say("answer", { question: question.id, claims: [storming.id], text: null });
  const answered = (await all(bench.view("questions"))).find(({ id }) => id === question.id);
  assert.deepEqual([answered?.state, answered?.answers], ["answered", [storming.id]]);
  const [pledge] = await all(bench.view("pledges"));
  assert.equal(pledge?.state, "open");
  await bench.say("pledge-status", { pledge: pledge.id, state: "broken", evidence: [storming.id], reason: null });
  const [kept] = await all(bench.view("pledges"));
  assert.deepEqual([kept?.state, kept?.evidence], ["broken", [storming.id]]);
  const rival = await bench.say("hypothesis", { text: "a mistake", scope: null, claims: [], supersedes: null });
  await bench.say("cell", { hypothesis: rival, evidence: storming.id, mark: "inconsistent", reason: null });
  assert.deepEqual(
    (await all(bench.view("rivals"))).filter(({ id }) => id === rival).map(({ text, cells }) => [text, cells]),
    [["a mistake", [{ evidence: storming.id, mark: "inconsistent", by: await bench.device() }]]],
  );
  assert.deepEqual((await bench.verify()).refused, []);
  await bench.close();
});

test("two who worked apart see the same once they have merged, disagreements and all", async () => {
  const ada = await filled();
  const dir = freshPath();
  await joinCase(dir, await bundle(ada), {});
  const ben = await openCase(dir);
  await ada.addMember(await ben.memberFile("Ben"), { name: null, role: "contributor" });
  const [storming, figure] = [await claimWith(ada, "stormed", "event"), await claimWith(ada, "38", "figure")];
  const seizure = await claimWith(ada, "seized", "event");
  await ada.judge(storming.id, "accept", {});
  await ada.judge(figure.id, "reject", { reason: "no such count" });
  await ada.say("link", { relation: "same-event", from: ref(storming), to: ref(seizure), reason: null });
  await ada.merge([await bundle(ben)], () => undefined);
  await ben.merge([await bundle(ada)], () => undefined);
  await ben.judge(storming.id, "reject", {});
  await ben.say("unlink", { relation: "same-event", from: ref(seizure), to: ref(storming), reason: null });
  await ada.judge(seizure.id, "correct", { set: ["certainty=alleged"] });
  const [fromAda, fromBen] = [await bundle(ada), await bundle(ben)];
  await ada.merge([fromBen, fromBen], () => undefined);
  await ben.merge([fromAda, fromBen, fromAda], () => undefined);
  assert.equal(JSON.stringify(await shown(ada)), JSON.stringify(await shown(ben)));
  assert.equal((await ada.claim(storming.id))?.review, "disputed");
  assert.equal((await ada.claim(figure.id))?.review, "rejected");
  assert.equal((await ben.claim(seizure.id))?.review, "corrected");
  assert.deepEqual(
    (await all(ben.view("conflicts"))).map(({ kind, sides }) => [kind, sides.map(({ says }) => says).sort()]),
    [
      ["judgement", ["accept", "reject"]],
      ["link", ["link", "unlink"]],
    ],
  );
  for (const bench of [ada, ben]) {
    assert.deepEqual((await bench.verify()).refused, []);
    await bench.close();
  }
});

test("what does not hold, or was not its author's to say, is refused with its code and folds into nothing", async () => {
  const ada = await filled();
  const file = freshPath();
  await ada.bundle(file, { whom: null, all: true });
  const dir = freshPath();
  await joinCase(dir, file, {});
  const ben = await openCase(dir);
  const storming = await claimWith(ben, "stormed", "event");
  const judged = await ben.judge(storming.id, "reject", {});
  // A judgement of words that are in no text, signed all the same.
  const invented = { ...storming, quote: storming.quote.toUpperCase(), review: "unreviewed" as const };
  const { id: _id, ...content } = invented;
  const misquoted = await ben.say("judge", judgeBody("accept", { ...invented, id: claimId(content, sha256) }, null, null));
  await added(ben, inputs({ "late.md": "The mayor was dismissed on 9 March 2031, the council said.\n" }));
  assert.deepEqual(
    (await all(ben.view("conflicts"))).map(({ kind, sides }) => [kind, sides.length]),
    [["waiting", 4]],
  );
  assert.deepEqual(
    (await ben.verify()).refused.map(({ code }) => code).filter((code) => code === "projection-stale"),
    [],
  );
  const own = freshPath();
  await ben.bundle(own, { whom: null, all: true });
  await ada.addMember(await ben.memberFile("Ben"), { name: null, role: "contributor" });
  await ada.merge([own], () => undefined);
  assert.equal((await ada.claim(storming.id))?.review, "rejected");
  assert.deepEqual(
    (await all(ada.refused())).map(({ what, code }) => [what, code]),
    [[misquoted, "passage-mismatch"]],
  );
  assert.equal((await ada.history(judged))[0]?.state, "counts");
  assert.deepEqual((await ada.verify()).refused, []);
  await ben.close();
  await ada.close();
});

test("what a reader of the case signs is refused", async () => {
  const ada = await filled();
  const [file, dir, own] = [freshPath(), freshPath(), freshPath()];
  await ada.bundle(file, { whom: null, all: true });
  await joinCase(dir, file, {});
  const ben = await openCase(dir);
  await ada.addMember(await ben.memberFile("Ben"), { name: null, role: "reader" });
  const storming = await claimWith(ben, "stormed", "event");
  const judged = await ben.judge(storming.id, "reject", {});
  await ben.bundle(own, { whom: null, all: true });
  await ada.merge([own], () => undefined);
  assert.equal((await ada.claim(storming.id))?.review, "unreviewed");
  assert.deepEqual(
    (await all(ada.refused())).map(({ what, code }) => [what, code]),
    [[judged, "role-forbidden"]],
  );
  assert.equal((await ada.history(judged))[0]?.state, "refused");
  await ben.close();
  await ada.close();
});

test("of a removed member what the removal had seen counts, and what it had not is set aside in every copy", async () => {
  const ada = await filled();
  const dir = freshPath();
  await joinCase(dir, await bundle(ada), {});
  const ben = await openCase(dir);
  await ada.addMember(await ben.memberFile("Ben"), { name: null, role: "contributor" });
  const [storming, figure] = [await claimWith(ada, "stormed", "event"), await claimWith(ada, "38", "figure")];
  await ben.merge([await bundle(ada)], () => undefined);
  await ben.judge(storming.id, "reject", {});
  await ada.merge([await bundle(ben)], () => undefined);
  await ada.removeMember("Ben", null);
  await ben.judge(figure.id, "reject", {});
  await ada.merge([await bundle(ben)], () => undefined);
  await ben.merge([await bundle(ada)], () => undefined);
  for (const bench of [ada, ben]) {
    assert.equal((await bench.claim(storming.id))?.review, "rejected");
    assert.equal((await bench.claim(figure.id))?.review, "unreviewed");
    assert.deepEqual(
      (await all(bench.view("conflicts"))).map(({ kind, sides }) => [kind, sides.length]),
      [["set-aside", 1]],
    );
    assert.deepEqual((await bench.members()).map(({ state }) => state).sort(), ["member", "removed"]);
    assert.deepEqual((await bench.verify()).refused, []);
  }
  assert.equal(JSON.stringify(await shown(ada)), JSON.stringify(await shown(ben)));
  await ada.close();
  await ben.close();
});

test("two organisers who remove each other are suspended, and a third decides", async () => {
  const ada = await filled();
  const [first, others] = [await bundle(ada), [] as Workbench[]];
  for (const name of ["Ben", "Cid"]) {
    const dir = freshPath();
    await joinCase(dir, first, {});
    const bench = await openCase(dir);
    await ada.addMember(await bench.memberFile(name), { name: null, role: "organiser" });
    others.push(bench);
  }
  const [ben, cid] = others as [Workbench, Workbench];
  const added = await bundle(ada);
  for (const bench of others) await bench.merge([added], () => undefined);
  assert.equal((await ben.removeMember("Cid", null)).state, "member");
  await cid.removeMember("Ben", null);
  await ada.merge([await bundle(ben), await bundle(cid)], () => undefined);
  const states = async (): Promise<readonly string[]> => (await ada.members()).map(({ state }) => state).sort();
  assert.deepEqual(await states(), ["member", "suspended", "suspended"]);
  assert.equal((await ada.removeMember("Cid", null)).state, "removed");
  assert.deepEqual(await states(), ["member", "member", "removed"]);
  for (const bench of [ada, ben, cid]) await bench.close();
});
