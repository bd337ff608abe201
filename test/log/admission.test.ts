import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Admission } from "../../src/log/admission.ts";
import type { Id } from "../../src/model/ids.ts";
import type { Statement } from "../../src/model/statement.ts";
import { admissionOf, Device, headerOf } from "./world.ts";

/** A case of Aigul with these others added by her, everybody holding everything. */
async function team(...roles: readonly ("reader" | "contributor" | "organiser")[]): Promise<readonly Device[]> {
  const aigul = new Device("Aigul");
  await aigul.found();
  const others = roles.map((_, at) => new Device(["Bolat", "Clara", "Daniyar", "Elena"][at] as string));
  for (const [at, role] of roles.entries()) await aigul.add(others[at] as Device, role);
  const all = [aigul, ...others];
  for (const other of others) other.take(aigul);
  return all;
}

function meet(...devices: readonly Device[]): void {
  for (const a of devices) for (const b of devices) a.take(b);
}

/** What became of a statement, in a word. */
function fate(result: Admission, { id }: Statement): string {
  if (result.counted.includes(id)) return "counts";
  const waiting = result.waiting.find((each) => each.id === id);
  const aside = result.setAside.find((each) => each.id === id);
  const refused = result.refused.find((each) => each.id === id);
  assert.equal([waiting, aside, refused].filter((each) => each !== undefined).length, 1, "one fate for each");
  return waiting?.why ?? aside?.why ?? refused?.code ?? "";
}

const stateOf = (result: Admission, device: Device): string | null =>
  result.members.find((member) => member.device === device.id)?.state ?? null;

test("[A1] [A2] a device that nobody added waits; added, all it wrote counts, earlier ones too", async () => {
  const [aigul] = (await team()) as [Device];
  const bolat = new Device("Bolat");
  bolat.take(aigul);
  const early = await bolat.note("before");
  aigul.take(bolat);
  assert.equal(fate(await aigul.admission(), early), "device");
  await aigul.add(bolat);
  const result = await aigul.admission();
  assert.equal(fate(result, early), "counts");
  assert.deepEqual(
    result.members.map(({ name, role, state }) => [name, role, state]).sort(),
    [
      [null, "organiser", "member"],
      ["Bolat", "contributor", "member"],
    ].sort(),
  );
});

test("[A3] roles are kept by who receives: readers write nothing, contributors add nobody, the stamp needs its grant", async () => {
  const [aigul, reader, clara] = (await team("reader", "contributor")) as [Device, Device, Device];
  const stranger = new Device("Stranger");
  const said = await reader.note("I may not");
  const added = await clara.add(stranger);
  const zone = await clara.write("settings", { setting: "zone", value: "Asia/Almaty", reason: null });
  const stamp = { edition: aigul.caseId as Id, verdict: "approve", checks: [], reason: null } as const;
  const stamped = await clara.write("publication-stamp", stamp);
  const own = await aigul.write("publication-stamp", stamp);
  meet(aigul, reader, clara);
  const result = await aigul.admission();
  for (const each of [said, added, zone, stamped]) assert.equal(fate(result, each), "role-forbidden");
  assert.equal(fate(result, own), "counts");
  assert.equal(stateOf(result, stranger), null);
  await aigul.write("member-role", { member: clara.id, role: "contributor", grants: ["stamp"], reason: null });
  clara.take(aigul);
  const granted = await clara.write("publication-stamp", stamp);
  assert.equal(fate(await clara.admission(), granted), "counts");
  assert.equal(fate(await clara.admission(), stamped), "role-forbidden", "what came before the grant stays as it was");
});

test("[A4] a removed member counts as far as the removal knew; concurrent work is set aside, later work refused, and an organiser can admit", async () => {
  const [aigul, bolat, clara] = (await team("contributor", "contributor")) as [Device, Device, Device];
  const known = await bolat.note("seen by Clara");
  clara.take(bolat);
  await clara.note("I saw it");
  aigul.take(clara);
  const beside = await bolat.note("at the same time");
  const removal = await aigul.remove(bolat);
  assert.equal(fate(await aigul.admission(), known), "counts");
  bolat.take(aigul);
  const after = await bolat.note("I know, and go on");
  meet(aigul, bolat, clara);
  const result = await clara.admission();
  assert.deepEqual(
    [known, beside, after, removal].map((each) => fate(result, each)),
    ["counts", "removed", "member-removed", "counts"],
  );
  assert.equal(stateOf(result, bolat), "removed");
  await clara.write("admit", { statement: beside.id, reason: null });
  assert.equal(fate(await clara.admission(), beside), "removed", "a contributor admits nothing");
  await aigul.write("admit", { statement: beside.id, reason: "spoken to him" });
  assert.equal(fate(await aigul.admission(), beside), "counts");
  await aigul.add(bolat);
  assert.equal(fate(await aigul.admission(), after), "counts", "added again, all of it counts");
});

test("[A5] back-dating does not help a removed key", async () => {
  const [aigul, bolat] = (await team("contributor")) as [Device, Device];
  const past = new Device("Bolat", () => new Date("1996-03-01T08:00:00Z"));
  past.take(bolat);
  await aigul.remove(bolat);
  const backdated = await past.note("I wrote this thirty years ago");
  assert.equal(headerOf(backdated).time.slice(0, 4), "1996");
  meet(aigul, past);
  assert.equal(fate(await aigul.admission(), backdated), "removed");
});

test("[A6] it takes two organisers to remove one; the target is not one of them; anybody may leave", async () => {
  const [aigul, bolat, clara, daniyar] = (await team("organiser", "organiser", "contributor")) as [Device, Device, Device, Device];
  const first = await aigul.remove(bolat);
  meet(aigul, bolat, clara, daniyar);
  assert.equal(stateOf(await aigul.admission(), bolat), "member");
  assert.equal(fate(await aigul.admission(), first), "counts");
  await aigul.remove(bolat);
  assert.equal(stateOf(await aigul.admission(), bolat), "member", "twice the same voice is one voice");
  await clara.remove(bolat);
  clara.take(aigul);
  assert.equal(stateOf(await clara.admission(), bolat), "removed");
  const put = await clara.write("member-role", { member: aigul.id, role: "reader", grants: [], reason: null });
  assert.equal(fate(await clara.admission(), put), "role-forbidden", "nobody puts an organiser down alone");
  const left = await daniyar.remove(daniyar);
  daniyar.take(clara);
  assert.equal(fate(await daniyar.admission(), left), "counts");
  assert.equal(stateOf(await daniyar.admission(), daniyar), "removed");
});

test("[A7] two organisers against each other are both suspended until a third decides", async () => {
  const [aigul, bolat, clara] = (await team("organiser", "organiser")) as [Device, Device, Device];
  await aigul.remove(bolat);
  await bolat.remove(aigul);
  const [noteA, noteB] = [await aigul.note("I go on"), await bolat.note("so do I")];
  meet(aigul, bolat, clara);
  const still = await clara.admission();
  assert.deepEqual(
    [aigul, bolat].map((each) => stateOf(still, each)),
    ["suspended", "suspended"],
  );
  assert.deepEqual(
    [noteA, noteB].map((each) => fate(still, each)),
    ["suspended", "suspended"],
  );
  const mole = new Device("Mole");
  const added = await aigul.add(mole);
  clara.take(aigul);
  assert.notEqual(fate(await clara.admission(), added), "counts");
  await clara.remove(aigul);
  meet(aigul, bolat, clara);
  const decided = await bolat.admission();
  assert.deepEqual(
    [aigul, bolat].map((each) => stateOf(decided, each)),
    ["removed", "member"],
  );
  assert.deepEqual(
    [noteA, noteB].map((each) => fate(decided, each)),
    ["counts", "counts"],
  );
  assert.equal(stateOf(decided, mole), null);
});

test("[A7] the third can also take both back", async () => {
  const [aigul, bolat, clara] = (await team("organiser", "organiser")) as [Device, Device, Device];
  await aigul.remove(bolat);
  await bolat.remove(aigul);
  meet(aigul, bolat, clara);
  await clara.add(aigul, "organiser");
  await clara.add(bolat, "organiser");
  const result = await clara.admission();
  assert.deepEqual(
    [aigul, bolat].map((each) => stateOf(result, each)),
    ["member", "member"],
  );
});

test("[A7] two pairs that remove one of each other leave it open", async () => {
  const [a, b, c, d] = (await team("organiser", "organiser", "organiser")) as [Device, Device, Device, Device];
  await a.remove(c);
  b.take(a);
  await b.remove(c);
  await c.remove(a);
  d.take(c);
  await d.remove(a);
  meet(a, b, c, d);
  const result = await a.admission();
  assert.deepEqual(
    [a, b, c, d].map((each) => stateOf(result, each)),
    ["suspended", "member", "suspended", "member"],
  );
});

test("[A8] what a removed organiser did at the same time brings nobody in", async () => {
  const [aigul, bolat, clara] = (await team("organiser", "organiser")) as [Device, Device, Device];
  const mole = new Device("Mole");
  mole.take(bolat);
  await aigul.remove(bolat);
  clara.take(aigul);
  await clara.remove(bolat);
  const added = await bolat.add(mole, "organiser");
  mole.take(bolat);
  const dug = await mole.add(new Device("Second mole"), "organiser");
  const said = await mole.note("hello");
  meet(aigul, bolat, clara, mole);
  const result = await aigul.admission();
  assert.deepEqual(
    [added, dug, said].map((each) => fate(result, each)),
    ["removed", "device", "device"],
  );
  assert.equal(result.members.length, 3);
});

test("[A9] less given at the same time sets aside what needed more", async () => {
  const [aigul, bolat] = (await team("contributor")) as [Device, Device];
  const beside = await bolat.note("at the same time");
  await aigul.write("member-role", { member: bolat.id, role: "reader", grants: [], reason: null });
  meet(aigul, bolat);
  const after = await bolat.note("I know");
  aigul.take(bolat);
  const result = await aigul.admission();
  assert.deepEqual(
    [beside, after].map((each) => fate(result, each)),
    ["demoted", "role-forbidden"],
  );
});

test("[A10] from a fork on everything waits, both branches are kept and prove it, and an organiser may take in one of them", async () => {
  const [aigul, bolat] = (await team("contributor")) as [Device, Device];
  const before = await bolat.note("before");
  const { head } = bolat;
  const left = await bolat.note("one history");
  const leftAgain = await bolat.note("and on");
  const right = await bolat.write("note", { on: null, text: "another history" }, { head });
  aigul.take(bolat);
  const result = await aigul.admission();
  assert.deepEqual(
    [before, left, leftAgain, right].map((each) => fate(result, each)),
    ["counts", "fork", "fork", "fork"],
  );
  assert.deepEqual(result.forks, [{ device: bolat.id, seq: 1, statements: [left.id, right.id].sort() }]);
  await aigul.write("admit", { statement: leftAgain.id, reason: "the laptop was restored" });
  const settled = await aigul.admission();
  assert.deepEqual(
    [before, left, leftAgain, right].map((each) => fate(settled, each)),
    ["counts", "counts", "counts", "fork"],
  );
  assert.equal(settled.forks.length, 1, "the proof stays");
});

test("[A11] a head that nobody has is told", async () => {
  const [aigul, bolat] = (await team("contributor")) as [Device, Device];
  const root: Id = `sha256:${"0".repeat(64)}`;
  const lie = await bolat.write("note", { on: null, text: "x" }, { seen: [{ device: aigul.id, seq: 1, root }] });
  aigul.take(bolat);
  assert.deepEqual((await aigul.admission()).strangeHeads, [{ device: aigul.id, seq: 1, root, by: lie.id }]);
});

test("[A12] one takes back one's own and nothing that made members", async () => {
  const [aigul, bolat] = (await team("contributor")) as [Device, Device];
  const note = await aigul.note("mine");
  bolat.take(aigul);
  const theirs = await bolat.write("withdraw", { statement: note.id, reason: null });
  const erased = await bolat.write("tombstone", { statement: note.id, fields: ["text"], reason: "no" });
  aigul.take(bolat);
  const added = [...aigul.holds.values()].find((each) => headerOf(each).kind === "member-added") as Statement;
  const members = await aigul.write("withdraw", { statement: added.id, reason: null });
  const own = await aigul.write("withdraw", { statement: note.id, reason: null });
  const result = await aigul.admission();
  assert.deepEqual(
    [theirs, erased, members, own].map((each) => fate(result, each)),
    ["target-forbidden", "target-forbidden", "target-forbidden", "counts"],
  );
  assert.deepEqual([...result.withdrawn], [note.id]);
});

test("a gap waits, and a case without its founding statement counts nothing", async () => {
  const [aigul, bolat] = (await team("contributor")) as [Device, Device];
  const [first, second] = [await bolat.note("1"), await bolat.note("2")];
  aigul.take(bolat);
  aigul.holds.delete(first.id);
  assert.equal(fate(await aigul.admission(), second), "gap");
  aigul.holds.delete(aigul.caseId as Id);
  assert.deepEqual((await aigul.admission()).counted, []);
});

test("a removal with its reason kept back still removes", async () => {
  const [aigul, bolat] = (await team("contributor")) as [Device, Device];
  const removal = await aigul.remove(bolat);
  aigul.holds.set(removal.id, { ...removal, opened: removal.opened.filter(({ name }) => name === "member") });
  assert.equal(stateOf(await aigul.admission(), bolat), "removed");
});

test("[A13] admission does not depend on the order or on how often a statement comes, and folds in causal order", async () => {
  const [a, b, c, d] = (await team("organiser", "organiser", "contributor")) as [Device, Device, Device, Device];
  await d.note("one");
  const { head } = d;
  await d.note("two");
  await d.write("note", { on: null, text: "fork" }, { head });
  await a.remove(b);
  c.take(b);
  await b.remove(a);
  await c.remove(b);
  await b.add(new Device("Mole"));
  meet(a, b, c, d);
  const all = [...a.holds.values()];
  const wanted = JSON.stringify(await a.admission());
  const order = (await a.admission()).counted;
  for (const id of order) {
    const { prev } = headerOf(a.holds.get(id) as Statement);
    assert.ok(prev === null || order.indexOf(prev) < order.indexOf(id));
  }
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }), async (statements) => {
      assert.equal(JSON.stringify(await admissionOf(statements, a.caseId as Id)), wanted);
    }),
    { seed: 4103, numRuns: 25 },
  );
});
