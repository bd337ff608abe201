/** Whose word claims are, when their documents go back to one another. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Id } from "../../../src/model/ids.ts";
import type { Fact, FactVoice } from "../../../src/reconcile/facts.ts";
import { kinshipOf } from "../../../src/reconcile/kin/kinship.ts";
import type { Sketch } from "../../../src/reconcile/kin/sketch.ts";
import { sketchOf } from "../../../src/reconcile/kin/sketch.ts";
import type { Joining } from "../../../src/reconcile/links.ts";
import { nothingSaid } from "../../../src/reconcile/links.ts";
import { originsOf } from "../../../src/reconcile/origins.ts";

const id = (name: string): Id => `sha256:${name.padStart(64, "0")}`;

interface Paper {
  readonly name: string;
  readonly text: string;
  readonly url?: string;
}

const said = (name: string, more: Partial<FactVoice> = {}): readonly FactVoice[] => [
  { name, anonymous: false, party: "unknown", stance: "says", office: null, body: null, ...more },
];

function fact(paper: Paper, start: number, voices: readonly FactVoice[] = []): Fact {
  const known = {
    published: "2031-01-01",
    home: paper.name,
    homeOffice: null,
    homeBody: null,
    certainty: "stated",
    negated: false,
  } as const;
  return { id: id(`${paper.name}${start}`), source: id(paper.name), start, voices, wording: null, phrase: null, marks: [], ...known };
}

function sketched(paper: Paper): Sketch {
  const known = { title: null, author: null, language: "en", form: "original", complete: true, restates: null } as const;
  return sketchOf({ ...known, publisher: paper.name, published: "2031-01-01", url: paper.url ?? null }, paper.text, []);
}

function origins(papers: readonly Paper[], facts: readonly Fact[], derives: Joining = nothingSaid): ReturnType<typeof originsOf> {
  return originsOf(facts, kinshipOf(new Map(papers.map((paper) => [id(paper.name), sketched(paper)])), derives));
}

const report =
  "Guards shot two prisoners dead in Block C of Reva prison on Monday and wounded seven, lawyer Ilze Krumina said after a visit. She spoke to nineteen men through the wire of the yard.";
const own = "We stood at the river all night. The lights went out at nine and then came shouting from behind the wall, and later a van.";
const first: Paper = { name: "a", text: report };
const copy: Paper = { name: "b", text: `Prison news. ${report} More tomorrow.` };
const stranger: Paper = { name: "c", text: own };

test("a copy is the word of what it copies, an account of its own is not", () => {
  const found = origins([first, copy, stranger], [fact(first, 0), fact(copy, 13), fact(stranger, 0)]);
  assert.deepEqual(
    found.map(({ root, claims, independence }) => [root, claims.length, independence]),
    [
      ["a", 2, "dependent"],
      ["c", 1, "not-shown"],
    ],
  );
  assert.deepEqual(found[0]?.reasons, ["b has the words of a around it."]);
});

test("a copied paragraph makes no copy of the rest", () => {
  const long: Paper = { name: "d", text: `${own} ${own.replaceAll("the", "that")}\n\n${report}` };
  const found = origins([first, long], [fact(first, 0), fact(long, 20)]);
  assert.equal(found.length, 2);
});

test("two named speakers stay two although one document copies the other", () => {
  const found = origins([first, copy], [fact(first, 0, said("Ilze Krumina")), fact(copy, 13, said("Aivars Lapsa"))]);
  assert.equal(found.length, 2);
});

test("a claim without a name that fits two speakers of one document is the word of neither", () => {
  const facts = [fact(first, 0, said("Ilze Krumina")), fact(first, 10, said("Aivars Lapsa")), fact(copy, 13)];
  assert.equal(origins([first, copy], facts).length, 3);
  assert.equal(origins([first, copy], facts.slice(1)).length, 1);
});

test("unnamed witnesses are told apart by who heard them, and joined when the text is one", () => {
  const witness = said("a doctor", { anonymous: true });
  assert.equal(origins([first, stranger], [fact(first, 0, witness), fact(stranger, 0, witness)]).length, 2);
  assert.equal(origins([first, copy], [fact(first, 0, witness), fact(copy, 13, witness)]).length, 1);
});

test("one speaker in two papers is one origin; that they said so is told by two", () => {
  const [found, ...rest] = origins([first, stranger], [fact(first, 0, said("Ilze Krumina")), fact(stranger, 0, said("Ilze Krumina"))]);
  assert.equal(rest.length, 0);
  assert.ok(found?.reasons.some((reason) => reason.includes("told by 2 of them that are not shown to go back to one another")));
});

test("one house is one origin for what it says itself, not for whom it quotes", () => {
  const [x, y] = [
    { name: "x", text: own, url: "https://observer.example/1" },
    { name: "y", text: "Milk was scarce.", url: "https://business.observer.example/2" },
  ];
  assert.equal(origins([x, y], [fact(x, 0), fact(y, 0)]).length, 1);
  assert.equal(origins([x, y], [fact(x, 0, said("Dana Orlen")), fact(y, 0, said("Josef Haan"))]).length, 2);
});

const sources = (...pair: readonly [Paper, Paper]): readonly [string, string] => [id(pair[0].name), id(pair[1].name)];

test("people's word goes before what the texts show: apart parts a copy, together joins strangers", () => {
  const apart = { together: [], apart: [sources(copy, first)] };
  const parted = origins([first, copy], [fact(first, 0), fact(copy, 13)], apart);
  assert.deepEqual(
    parted.map(({ independence }) => independence),
    ["established", "established"],
  );
  const together = { together: [sources(stranger, first)], apart: [] };
  assert.equal(origins([first, stranger], [fact(first, 0), fact(stranger, 0)], together).length, 1);
});

test("the order in which documents and claims come does not matter", () => {
  const papers = [first, copy, stranger];
  const facts = [
    fact(first, 0, said("Ilze Krumina")),
    fact(copy, 13),
    fact(stranger, 0),
    fact(stranger, 40, said("a man", { anonymous: true })),
  ];
  const whole = origins(papers, facts);
  fc.assert(
    fc.property(fc.shuffledSubarray(papers, { minLength: 3 }), fc.shuffledSubarray(facts, { minLength: 4 }), (some, several) => {
      assert.deepEqual(origins(some, several), whole);
    }),
  );
});
