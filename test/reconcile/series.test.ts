import assert from "node:assert/strict";
import { test } from "node:test";
import type { Entry } from "../../src/views/view.ts";
import { figures } from "../../src/views/figures.ts";
import { claim, document, figureClaim, folded, voice } from "../build.ts";

const office = voice("Audit Office");
const rescue = voice("Rescue Board");

/** "number status" of every point of the only tally, in order. */
async function statuses(entries: readonly Entry[]): Promise<readonly string[]> {
  const rows = await folded(figures, entries);
  assert.equal(rows.length, 1, "one tally");
  return (rows[0]?.series ?? []).map(({ best, status }) => `${String(best)} ${status}`);
}

const on = (published: string) => ({ published });

test("an origin's later number supersedes its earlier one", async () => {
  const first = document("A", [figureClaim(225, { voice: [office] })], on("2021-03-15"));
  const second = document("B", [figureClaim(227, { voice: [office] })], on("2021-03-18"));
  assert.deepEqual(await statuses([second, first]), ["225 superseded", "227 current"]);
});

test("the moment is as of, else said, else published", async () => {
  const late = document("A", [figureClaim(10, { voice: [office], asOf: "2021-03-02" })], on("2021-03-20"));
  const early = document("B", [figureClaim(12, { voice: [office], said: "2021-03-09" })], on("2021-03-09"));
  const last = document("C", [figureClaim(15, { voice: [office] })], on("2021-03-12"));
  assert.deepEqual(await statuses([late, early, last]), ["10 superseded", "12 superseded", "15 current"]);
});

test("a number that goes down supersedes too", async () => {
  const entries = [241, 238].map((value, index) =>
    document(`D${value}`, [figureClaim(value, { voice: [office], said: `2021-03-1${index}` })]),
  );
  assert.deepEqual(await statuses(entries), ["241 superseded", "238 current"]);
});

test("the same number again supersedes nothing, unless another came between", async () => {
  const at = (day: number, value: number): Entry => document(`D${day}`, [figureClaim(value, { voice: [office], said: `2021-03-1${day}` })]);
  assert.deepEqual(await statuses([at(1, 5), at(2, 5)]), ["5 current", "5 current"]);
  assert.deepEqual(await statuses([at(1, 5), at(2, 6), at(3, 5)]), ["5 superseded", "6 superseded", "5 current"]);
});

test("another origin supersedes nothing", async () => {
  const entries = [
    document("A", [figureClaim(230, { voice: [office], said: "2021-03-14" })]),
    document("B", [figureClaim(238, { voice: [rescue], said: "2021-03-15" })]),
  ];
  assert.deepEqual(await statuses(entries), ["230 current", "238 current"]);
});

test("two numbers of one moment, or of no moment, stand side by side", async () => {
  const same = ["A", "B"].map((name, index) => document(name, [figureClaim(230 + index, { voice: [office], said: "2021-03-14" })]));
  assert.deepEqual(
    (await statuses(same)).map((each) => each.split(" ")[1]),
    ["current", "current"],
  );
  const undated = ["A", "B"].map((name, index) => document(name, [figureClaim(230 + index, { voice: [office] })]));
  assert.deepEqual(
    (await statuses(undated)).map((each) => each.split(" ")[1]),
    ["current", "current"],
  );
});

test("a day within a stretch is not after it", async () => {
  const entries = [
    document("A", [figureClaim(5, { voice: [office], said: "2021-03" })]),
    document("B", [figureClaim(6, { voice: [office], said: "2021-03-20" })]),
  ];
  assert.deepEqual(await statuses(entries), ["5 current", "6 current"]);
});

test("a number denied by the one it was ascribed to is disowned", async () => {
  const said = document("A", [figureClaim(164, { voice: [voice("Channel 5"), rescue] })], on("2021-03-09"));
  const denied = document(
    "B",
    [figureClaim(164, { voice: [voice("Rescue Board", { stance: "denies" })], certainty: "denied" })],
    on("2021-03-10"),
  );
  assert.deepEqual(await statuses([denied, said]), ["164 disowned", "164 disowned"]);
});

test("a number denied by somebody else is disputed, and does not supersede", async () => {
  const said = document("A", [figureClaim(164, { voice: [rescue] })], on("2021-03-09"));
  const denied = document(
    "B",
    [figureClaim(164, { voice: [voice("Audit Office", { stance: "denies" })], certainty: "denied" })],
    on("2021-03-10"),
  );
  assert.deepEqual(await statuses([said, denied]), ["164 disputed", "164 disputed"]);
});

test("a denial of another number leaves this one alone", async () => {
  const said = document("A", [figureClaim(225, { voice: [office] })], on("2021-03-09"));
  const denied = document(
    "B",
    [figureClaim(164, { voice: [voice("Audit Office", { stance: "denies" })], certainty: "denied" })],
    on("2021-03-10"),
  );
  assert.deepEqual(await statuses([said, denied]), ["225 current", "164 disputed"]);
});

test("the one who withdraws a number withdraws it; said again later it stands", async () => {
  const said = document("A", [figureClaim(164, { voice: [rescue] })], on("2021-03-09"));
  const back = document("B", [figureClaim(164, { voice: [voice("Rescue Board", { stance: "withdraws" })] })], on("2021-03-10"));
  assert.deepEqual(await statuses([said, back]), ["164 withdrawn", "164 withdrawn"]);
  const again = document("C", [figureClaim(164, { voice: [rescue] })], on("2021-03-12"));
  assert.deepEqual(await statuses([said, back, again]), ["164 withdrawn", "164 withdrawn", "164 current"]);
});

test("a link of the document says what became of a number", async () => {
  for (const [type, status] of [
    ["withdraws", "withdrawn"],
    ["disowns", "disowned"],
    ["corrects", "superseded"],
    ["supersedes", "superseded"],
    ["denies", "disputed"],
    ["repeats", "current"],
  ] as const) {
    const number = figureClaim(164, { voice: [rescue] });
    const about = claim({ kind: "speech", quote: "It was never ours.", links: [{ type, claim: number.id }] });
    assert.deepEqual(await statuses([document("A", [number, about])]), [`164 ${status}`], type);
  }
});
