/**
 * Writes spec/vectors/kinds-good.json and kinds-bad.json: `node test/log/vectors-kinds.ts`. One good body for each kind [S26] to [S50] and, for each,
 * bodies that break its rule. Built from strings and node:crypto, without src/, as the other vectors are.
 */
import { writeFileSync } from "node:fs";
import type { Vector } from "./vectors.ts";
import { afterFounding, device, digests, salted, sealHeader, sha, sorted, statement } from "./vectors.ts";

type Body = Readonly<Record<string, unknown>>;

const paper = sha("Forty-one people were hurt at the Sarybel bridge, the district hospital said.\n");
const span = { start: 0, end: 27 };
const voice = {
  ...{ name: "district hospital", start: 54, end: 71, from: null, cue: "said", person: null, office: null },
  ...{ anonymous: false, party: "medical", stance: "says", basis: "unknown" },
};
const amount = { min: 41, max: 41, minExclusive: false, maxExclusive: false, best: 41, approx: false };

/** The nine parts of a claim, its id made from what they say: rule [S26] written out once more. */
function parts(best: number): Body {
  const figure = {
    ...amount,
    min: best,
    max: best,
    best,
    unit: "injured",
    counted: "people",
    of: [],
    accrual: null,
    partKind: null,
    per: null,
  };
  const quote = "Forty-one people were hurt";
  const passage = { text: paper, start: 0, end: quote.length, also: [] };
  const said = {
    kind: "figure",
    certainty: "stated",
    negated: false,
    event: "injury",
    legal: null,
    when: null,
    whenKind: null,
    asOf: null,
    said: null,
  };
  const { person: _person, office: _office, ...speaker } = voice;
  const content = {
    ...{ source: paper, ...passage, quote, ...said, figure, voice: [speaker], who: [], whenText: null, where: [] },
    ...{ relation: null, pledge: null, question: null },
  };
  return {
    ...{ claim: sha(sorted(content)), source: paper, passage, quote, voice: [voice], who: [], where: [] },
    says: { ...said, figure: { ...figure, partOf: null } },
    details: {
      ...{ whenText: null, relation: null, pledge: null, question: null, links: [] },
      reader: { name: "rules", version: "1.0.0", rule: "en.figure.passive" },
    },
  };
}

const as = (prefix: string, body: Body): Body =>
  Object.fromEntries(Object.entries(body).map(([key, value]) => [`${prefix}${key.slice(0, 1).toUpperCase()}${key.slice(1)}`, value]));
const none = as("corrected", Object.fromEntries(Object.keys(parts(41)).map((key) => [key, null])));

const claimRef = (name: string): Body => ({ type: "claim", claim: sha(name) });
const mention = (start: number): Body => ({ type: "mention", source: paper, text: paper, span: { start, end: start + 5 }, quote: "Aidar" });
const sourceRef = (name: string): Body => ({ type: "source", source: sha(name) });
const link = { relation: "same-event", from: claimRef("a"), to: claimRef("b"), reason: null };
const member = device("daniyar");
const recipient = `age1${"q".repeat(58)}`;

/** Kind, rule, a good body, and the changes that make it bad; undefined takes a field away. */
const table: readonly (readonly [
  kind: string,
  rule: string,
  good: Body,
  bad: Readonly<Record<string, Body>>,
  alsoGood?: readonly Body[],
])[] = [
  [
    "judge",
    "S26",
    { verdict: "accept", reason: null, ...parts(41), ...none },
    {
      "a verdict that is none": { verdict: "maybe" },
      "a correction without a claim": { verdict: "correct" },
      "an acceptance with another claim": as("corrected", parts(42)),
      "a correction in another source": { verdict: "correct", ...as("corrected", parts(42)), correctedSource: sha("another paper") },
      "the id of another claim": { claim: parts(42).claim },
      "a quote changed under its id": { quote: "Forty-one people were dead" },
      "a part that is not said": { who: undefined },
      "a claim of no kind": { says: { ...(parts(41).says as Body), kind: "rumour" } },
    },
    [{ verdict: "correct", reason: "the heading says 42", ...parts(41), ...as("corrected", parts(42)) }],
  ],
  [
    "claim",
    "S27",
    { ...parts(41), reason: "not found by the reader" },
    { "an id that is not its own": { claim: sha("x") }, "no reason": { reason: 1 } },
  ],
  [
    "link",
    "S28",
    link,
    {
      "a relation that is none": { relation: "same-place" },
      "a person that is a claim": { relation: "same-person" },
      "an event that is a mention": { from: mention(0), to: mention(9) },
      "two ends of two types": { relation: "derives-from", from: sourceRef("a") },
      "to itself": { to: link.from },
      "a cluster": { to: { type: "event", event: sha("b") } },
      "a mention without words": { relation: "same-person", from: mention(0), to: { ...mention(9), quote: null } },
      "a mention that ends before it starts": {
        relation: "same-person",
        from: mention(0),
        to: { ...mention(9), span: { start: 9, end: 9 } },
      },
    },
    [
      { ...link, relation: "same-person", from: mention(0), to: mention(9), reason: "the same post in both" },
      { ...link, relation: "derives-from", from: sourceRef("a"), to: sourceRef("b") },
    ],
  ],
  ["unlink", "S29", { ...link, relation: "same-figure" }, { "from nothing": { from: null }, "from itself": { to: link.from } }],
  [
    "grade",
    "S30",
    { of: sourceRef("a"), grade: "B", reason: "a court's own copy" },
    {
      "6 for a source": { grade: "6" },
      "A for a claim": { of: claimRef("a"), grade: "A" },
      G: { grade: "G" },
      "a mention graded": { of: mention(0) },
    },
    [{ of: claimRef("a"), grade: "2", reason: null }],
  ],
  [
    "finding",
    "S31",
    {
      ...{ text: "At least forty-one people were hurt.", standard: "balance", supports: [sha("a")], against: [] },
      ...{ unresolved: ["Who fired."], supersedes: null },
    },
    {
      "nothing concluded": { text: " " },
      "no standard": { standard: null },
      "a claim twice": { supports: [sha("a"), sha("a")] },
      "an empty doubt": { unresolved: [""] },
    },
  ],
  [
    "hypothesis",
    "S32",
    { text: "The bridge was mined.", scope: null, claims: [], supersedes: null },
    { "no words": { text: "" }, "claims by name": { claims: ["a"] } },
  ],
  [
    "cell",
    "S33",
    { hypothesis: sha("h"), evidence: sha("e"), mark: "inconsistent", reason: null },
    { "a mark in numbers": { mark: 2 }, "no evidence": { evidence: null } },
  ],
  [
    "answer",
    "S34",
    { question: sha("q"), claims: [sha("a")], text: null },
    { "that says nothing": { claims: [] }, "of no question": { question: "?" } },
  ],
  [
    "pledge-status",
    "S35",
    { pledge: sha("p"), state: "broken", evidence: [sha("e")], reason: null },
    { "a state that is none": { state: "late" }, "evidence that is none": { evidence: null } },
  ],
  [
    "response",
    "S36",
    { party: "Ministry", about: [sha("a")], state: "sought", date: "2026-03-02", channel: "letter", text: null, source: null },
    { "of nobody": { party: "" }, "a state that is none": { state: "ignored" }, "a date that is none": { date: "2 March" } },
  ],
  [
    "consent",
    "S37",
    { person: "W-17", state: "given", scope: "to be quoted without a name", date: null, source: null, reason: null },
    { "to nothing": { scope: "" }, "a state that is none": { state: "implied" } },
  ],
  [
    "legal-outcome",
    "S38",
    { person: "W-17", stage: "charged", offence: "riot", court: null, date: "2026-03", claims: [], reason: null },
    { "a stage that is none": { stage: "guilty" }, "of nobody": { person: null } },
  ],
  [
    "place",
    "S39",
    {
      name: "Sarybel",
      precision: "settlement",
      within: "Tasqala",
      latitude: 49.5,
      longitude: 71.25,
      uncertainty: 800,
      mentions: [mention(0)],
      reason: null,
    },
    {
      "half a point": { longitude: null },
      "no latitude of this world": { latitude: 90.5 },
      "doubt without a point": { latitude: null, longitude: null },
      "a mention that is a claim": { mentions: [claimRef("a")] },
    },
  ],
  ["note", "S40", { on: null, text: "Ask the hospital for its list." }, { "without words": { text: "\n" }, "on no id": { on: "bridge" } }],
  [
    "protect",
    "S41",
    { what: "name", pseudonym: "W-17", names: ["Aidar Seiit", "Айдар Сейіт"], passage: null, source: null, reason: "a minor" },
    {
      "a name without a pseudonym": { pseudonym: null },
      "a pseudonym with a name in it": { pseudonym: "Aidar-1" },
      "no form of the name": { names: [] },
      "a name and a source": { source: paper },
      "a source that is not said": { what: "source", pseudonym: null, names: null },
      "a thing that is none": { what: "place" },
    },
    [
      { what: "source", pseudonym: null, names: null, passage: null, source: paper, reason: null },
      { what: "passage", pseudonym: null, names: null, passage: { source: paper, text: paper, span }, source: null, reason: null },
    ],
  ],
  [
    "cover",
    "S50",
    { protects: sha("a protection"), source: paper, text: paper, spans: [span, { start: 40, end: 46 }] },
    {
      "no place": { spans: [] },
      "places that overlap": { spans: [span, { start: 20, end: 30 }] },
      "places out of order": { spans: [{ start: 40, end: 46 }, span] },
      "a place of no length": { spans: [{ start: 4, end: 4 }] },
      "of a pseudonym": { protects: "W-17" },
    },
  ],
  [
    "settings",
    "S42",
    { setting: "zone", value: "Asia/Almaty", reason: null },
    {
      "a zone that is a number": { value: 5 },
      "languages by name": { setting: "languages", value: ["Kazakh"] },
      "a setting in capitals": { setting: "Zone" },
    },
    [{ setting: "later-setting", value: { any: [1] }, reason: null }],
  ],
  [
    "publication-stamp",
    "S43",
    { edition: sha("edition"), verdict: "approve", checks: ["names", "small counts"], reason: null },
    { "a verdict that is none": { verdict: "later" }, "of no bytes": { edition: null } },
  ],
  [
    "member-added",
    "S44",
    { member, recipient, role: "contributor", grants: ["names", "stamp"], name: "Daniyar" },
    {
      "a role that is none": { role: "admin" },
      "grants in another order": { grants: ["stamp", "names"] },
      "a grant twice": { grants: ["names", "names"] },
      "no device": { member: "Daniyar" },
      "a recipient in capitals": { recipient: recipient.toUpperCase() },
      "a recipient of another tool": { recipient: "ssh-ed25519 AAAA" },
    },
  ],
  ["member-removed", "S45", { member, reason: "the telephone was taken" }, { "no device": { member: null } }],
  [
    "member-role",
    "S46",
    { member, role: "reader", grants: [], reason: null },
    { "no grants said": { grants: null }, "a role that is none": { role: "owner" } },
  ],
  ["admit", "S47", { statement: sha("s"), reason: "spoken to her" }, { "no statement": { statement: "all" } }],
  ["withdraw", "S48", { statement: sha("s"), reason: null }, { "no statement": { statement: null } }],
  [
    "tombstone",
    "S49",
    { statement: sha("s"), fields: ["quote", "who"], reason: "asked by the person" },
    {
      "of no field": { fields: [] },
      "fields out of order": { fields: ["who", "quote"] },
      "without a reason": { reason: null },
      "a field that is none": { fields: ["Who?"] },
    },
  ],
];

function signed(name: string, kind: string, rule: string, body: Body): Vector {
  const fields = salted(body, name);
  return statement(name, [rule], "aigul", { ...sealHeader, kind, fields: digests(fields) }, fields, afterFounding);
}

const good: Vector[] = [];
const bad: Vector[] = [];
for (const [kind, rule, body, changes, alsoGood = []] of table) {
  for (const [at, each] of [body, ...alsoGood].entries()) good.push(signed(at === 0 ? kind : `${kind}, ${at + 1}`, kind, rule, each));
  for (const [name, change] of Object.entries(changes)) {
    const changed = Object.fromEntries(Object.entries({ ...body, ...change }).filter(([, value]) => value !== undefined));
    bad.push({ ...signed(`${kind}: ${name}`, kind, rule, changed), code: "statement-body" });
  }
  // One field shown alone, and that it must be as described even so.
  const [whole] = good.filter(({ name }) => name === kind);
  if (whole !== undefined) good.push({ ...whole, name: `${kind}, one field shown`, rules: [rule, "S18"], opened: whole.opened.slice(-1) });
}
const alone = signed("note: one field shown that is not as described", "note", "S18", { on: "bridge", text: "x" });
bad.push({ ...alone, code: "statement-body", opened: alone.opened.slice(0, 1) });

/** The two files as they should be. */
export const files = { "kinds-good.json": { statements: good }, "kinds-bad.json": { statements: bad } } as const;

if (import.meta.main) {
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(new URL(`../../spec/vectors/${name}`, import.meta.url), `${JSON.stringify(content, null, 2)}\n`);
  }
}
