/** Tiny documents whose precision and recall can be worked out by hand. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { GoldDocument } from "../../eval/gold.ts";
import { readLabels } from "../../eval/labels.ts";
import type { Fault } from "../../eval/layers.ts";
import { addDocument } from "../../eval/layers.ts";
import { matchClaims } from "../../eval/match.ts";
import { Tallies } from "../../eval/tally.ts";
import type { Draft } from "../../src/model/claim.ts";
import { exactly } from "../../src/model/figure.ts";
import { voice } from "../build.ts";

const text =
  "Police said 12 people were killed in Orn on Monday, including two children. They did not use firearms. Nobody knows who gave the order.\n";

const labels = `
genre: agency
published: 2027-03-09
voices:
  pol: { name: Police, party: security }
claims:
  - figure: 12 people were killed in Orn on Monday
    id: dead
    voice: pol
    amount: 12
    unit: dead
    when: { on Monday: 2027-03-08 }
    where: { settlement: Orn }
  - figure: two children
    voice: pol
    amount: 2
    unit: dead
    of: { minor: children }
    partOf: dead
    partKind: including
  - event: They did not use firearms
    type: use-of-force
    negated: true
    who: { agent: They, instrument: firearms }
  - question: Nobody knows who gave the order
    asks: who gave the order
  - event: gave the order
    type: order
    optional: true
`;

function gold(): GoldDocument {
  const result = readLabels("x", false, text, labels, "x.yaml");
  if (!result.ok) throw new Error(result.faults.join("\n"));
  return result.document;
}

/** A draft that quotes `quote`; the rest is plain. */
function draft(quote: string, overrides: Partial<Draft> = {}): Draft {
  const start = text.indexOf(quote);
  assert.notEqual(start, -1, quote);
  return {
    ...{ start, end: start + quote.length, quote, also: [], kind: "event", voice: [], certainty: "stated", negated: false },
    ...{ event: null, legal: null, who: [], when: null, whenText: null, whenKind: null, asOf: null, said: null, where: [] },
    ...{ figure: null, relation: null, pledge: null, question: null, links: [], rule: "en.test" },
    ...overrides,
  };
}

function figure(value: number, unit: "dead" | "injured", partOf: number | null = null): Draft["figure"] {
  return {
    ...exactly(value),
    unit,
    counted: null,
    of: [],
    accrual: null,
    partOf,
    partKind: partOf === null ? null : "including",
    per: null,
  };
}

const police = [voice("police", { party: "security" })];
const whole = draft("12 people were killed in Orn on Monday", {
  ...{ kind: "figure", voice: police, figure: figure(12, "dead"), when: "2027-03-08", whenText: "on Monday" },
  where: [{ name: "Orn", start: 0, end: 3, precision: "settlement" }],
});
const part = draft("two children", { kind: "figure", voice: police, figure: figure(2, "dead", 0) });
const firearms = draft("They did not use firearms", { event: "use-of-force", negated: true });
const question = draft("Nobody knows who gave the order", { kind: "question", certainty: "unknown" });

function scored(drafts: readonly Draft[]): { readonly tallies: Tallies; readonly faults: readonly Fault[] } {
  const tallies = new Tallies();
  const document = gold();
  return { tallies, faults: addDocument(tallies, document, matchClaims(document, drafts), drafts) };
}

function counts(tallies: Tallies, name: string): readonly number[] {
  const { gold: labelled, found, right } = tallies.get(name);
  return [labelled, found, right];
}

test("a perfect reader has nothing wrong but the participants it left out", () => {
  const { tallies, faults } = scored([whole, part, firearms, question]);
  assert.deepEqual(counts(tallies, "kind.all.found"), [4, 4, 4]);
  assert.deepEqual(counts(tallies, "kind.all.span"), [4, 4, 4]);
  assert.deepEqual(counts(tallies, "kind.all.whole"), [4, 4, 4]);
  assert.deepEqual(counts(tallies, "voice.exact"), [2, 2, 2]);
  assert.deepEqual(counts(tallies, "figure.fully"), [2, 2, 2]);
  assert.deepEqual(counts(tallies, "figure.part-of"), [1, 1, 1]);
  assert.deepEqual(counts(tallies, "negation"), [1, 1, 1]);
  assert.deepEqual(counts(tallies, "time.when"), [1, 1, 1]);
  assert.deepEqual(counts(tallies, "time.expression"), [1, 1, 1]);
  assert.deepEqual(counts(tallies, "place"), [1, 1, 1]);
  assert.deepEqual(counts(tallies, "role"), [2, 0, 0]);
  assert.deepEqual(faults, []);
});

test("a reader that says nothing misses everything that is not optional", () => {
  const { tallies, faults } = scored([]);
  assert.deepEqual(counts(tallies, "kind.all.found"), [4, 0, 0]);
  assert.deepEqual(counts(tallies, "voice.exact"), [2, 0, 0]);
  assert.deepEqual(counts(tallies, "time.expression"), [1, 0, 0]);
  assert.equal(faults.length, 4);
});

test("a lost and an invented negation are counted apart", () => {
  const lost = scored([draft("They did not use firearms", { event: "use-of-force" })]);
  assert.deepEqual(counts(lost.tallies, "negation.lost"), [1, 0, 0]);
  assert.deepEqual(counts(lost.tallies, "negation"), [1, 0, 0]);
  assert.equal(lost.faults.find((fault) => fault.weight === 10)?.what, "NEGATION LOST");
  const invented = scored([{ ...whole, negated: true }]);
  assert.deepEqual(counts(invented.tallies, "negation.invented"), [1, 0, 0]);
  // Not found is not lost.
  assert.deepEqual(counts(scored([]).tallies, "negation.lost"), [0, 0, 0]);
});

test("figures are paired by their number, then judged by bounds, unit and whole", () => {
  const loose = { ...part.figure!, min: 2, max: null, best: null };
  // Both lie on the same words: the overlap alone would pair the first with the longer one.
  const { tallies } = scored([
    draft("12 people were killed in Orn on Monday, including two children", { kind: "figure", figure: { ...loose, partOf: 1 } }),
    draft("12 people were killed", { kind: "figure", figure: figure(12, "injured") }),
  ]);
  assert.deepEqual(counts(tallies, "figure.value"), [2, 2, 2]);
  assert.deepEqual(counts(tallies, "figure.bounds"), [2, 2, 1]);
  assert.deepEqual(counts(tallies, "figure.unit"), [2, 2, 1]);
  assert.deepEqual(counts(tallies, "figure.part-of"), [1, 1, 1]);
  assert.deepEqual(counts(tallies, "figure.fully"), [2, 2, 0]);
  assert.deepEqual(counts(tallies, "voice.exact"), [2, 0, 0]);
});

test("a wrong number on the right words is found with a wrong value", () => {
  const { tallies } = scored([{ ...whole, figure: figure(21, "dead") }]);
  assert.deepEqual(counts(tallies, "kind.figure.found"), [2, 1, 1]);
  assert.deepEqual(counts(tallies, "figure.value"), [2, 1, 0]);
  assert.deepEqual(counts(tallies, "figure.unit"), [2, 1, 1]);
});

test("half a span is found, less is not; most of it is right", () => {
  const half = scored([draft("not use firearms", { event: "use-of-force", negated: true })]);
  assert.deepEqual(counts(half.tallies, "kind.event.found"), [1, 1, 1]);
  assert.deepEqual(counts(half.tallies, "kind.event.span"), [1, 1, 0]);
  const less = scored([draft("firearms", { event: "use-of-force", negated: true })]);
  assert.deepEqual(counts(less.tallies, "kind.event.found"), [1, 1, 0]);
});

test("the same words under another kind: missed and extra as claims, compared in the layers", () => {
  const { tallies, faults } = scored([draft("They did not use firearms", { kind: "assessment" })]);
  assert.deepEqual(counts(tallies, "kind.event.found"), [1, 0, 0]);
  assert.deepEqual(counts(tallies, "kind.assessment.found"), [0, 1, 0]);
  assert.deepEqual(counts(tallies, "negation.lost"), [1, 0, 0]);
  assert.ok(faults.some((fault) => fault.what === "kind assessment (en.test), not event"));
  // A figure is only ever another figure.
  const other = scored([draft("two children", { kind: "event", event: "fire" })]);
  assert.deepEqual(counts(other.tallies, "voice.exact"), [2, 0, 0]);
  assert.deepEqual(counts(other.tallies, "voice.every-claim.of-found"), [0, 0, 0]);
});

test("claims without a label count against precision, in every layer that they speak about", () => {
  const { tallies, faults } = scored([
    whole,
    draft("Police said", { kind: "speech", voice: police, when: "2027", whenText: "said", negated: true }),
  ]);
  assert.deepEqual(counts(tallies, "kind.all.found"), [4, 2, 1]);
  assert.deepEqual(counts(tallies, "kind.speech.found"), [0, 1, 0]);
  assert.deepEqual(counts(tallies, "voice.exact"), [2, 2, 1]);
  assert.deepEqual(counts(tallies, "time.expression"), [1, 2, 1]);
  assert.deepEqual(counts(tallies, "negation"), [1, 1, 0]);
  assert.ok(faults.some((fault) => fault.what === "extra speech (en.test)"));
});

test("optional labels and the event of a labelled count are neither right nor wrong", () => {
  const { tallies } = scored([
    draft("gave the order", { event: "order" }),
    draft("12 people were killed in Orn on Monday", { event: "death", voice: police }),
  ]);
  assert.deepEqual(counts(tallies, "kind.all.found"), [4, 0, 0]);
  // Another event on the same words is not its twin.
  assert.deepEqual(
    counts(scored([draft("12 people were killed in Orn on Monday", { event: "fire" })]).tallies, "kind.event.found"),
    [1, 1, 0],
  );
});

test("a chain is right as a whole or not at all", () => {
  const longer = [voice("The Paper"), ...police];
  assert.deepEqual(counts(scored([{ ...whole, voice: longer }]).tallies, "voice.exact"), [2, 1, 0]);
  assert.deepEqual(counts(scored([{ ...whole, voice: [voice("THE POLICE")] }]).tallies, "voice.exact"), [2, 1, 1]);
  assert.deepEqual(counts(scored([{ ...whole, voice: [voice(null)] }]).tallies, "voice.exact"), [2, 1, 0]);
});

test("one date carried by two claims is one expression", () => {
  const { tallies } = scored([whole, { ...part, when: "2027-03-08", whenText: "on Monday" }]);
  assert.deepEqual(counts(tallies, "time.expression"), [1, 1, 1]);
  assert.deepEqual(counts(tallies, "time.when"), [1, 2, 1]);
  const wrong = scored([{ ...whole, when: "2027-03-09" }]);
  assert.deepEqual(counts(wrong.tallies, "time.expression"), [1, 1, 0]);
});
