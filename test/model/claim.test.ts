import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { canonical } from "../../src/model/canonical.ts";
import { faultsOf } from "../../src/model/check.ts";
import type { Claim, Draft } from "../../src/model/claim.ts";
import { claimCheck, claimContent, claimId, finishDrafts, quoteHolds } from "../../src/model/claim.ts";
import type { Id } from "../../src/model/ids.ts";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const id = (digit: string): Id => `sha256:${digit.repeat(64)}`;

/** A claim with every nullable field filled, so that each field of the contract can be broken and changed in turn. */
const full: Claim = {
  id: id("1"),
  source: id("2"),
  text: id("3"),
  start: 40,
  end: 83,
  quote: "more than 60 people were hurt at Orsk Quay",
  also: [{ start: 90, end: 97 }],
  kind: "figure",
  voice: [
    {
      name: "the harbour office",
      start: 10,
      end: 28,
      from: { start: 0, end: 9 },
      cue: "said",
      person: id("4"),
      office: id("5"),
      anonymous: false,
      party: "state",
      stance: "says",
      basis: "record",
    },
  ],
  certainty: "stated",
  negated: false,
  event: "injury",
  legal: { stage: "suspected", offence: "arson" },
  who: [{ role: "patient", name: "dockers", start: 53, end: 59, group: "civilian", label: "agitators" }],
  when: "2031-05-02/2031-05-04",
  whenText: "from 2 to 4 May",
  whenKind: "occurred",
  asOf: "2031-05-05T09",
  said: "2031-05-05",
  where: [{ name: "Orsk Quay", start: 74, end: 83, precision: "site" }],
  figure: {
    min: 60,
    max: null,
    minExclusive: true,
    maxExclusive: false,
    best: null,
    approx: false,
    unit: "injured",
    counted: "people",
    of: [{ group: "civilian", label: "dockers" }],
    accrual: "cumulative",
    partOf: id("6"),
    partKind: "including",
    per: "whole",
  },
  relation: { type: "deputy-of", from: "one", to: "other", office: "deputy harbour master" },
  pledge: { by: "the minister", to: "families", what: "pay", due: "2031-06", condition: "if asked" },
  question: { asks: "who lit the fire", why: "no camera", holder: "the police" },
  links: [{ type: "supersedes", claim: id("7") }],
  reader: { name: "rules", version: "1.0.0", rule: "en.figure.more-than" },
  review: "unreviewed",
};

type Path = readonly (string | number)[];

/** A copy of `value` with the member at `path` replaced. */
function having(value: unknown, [key, ...rest]: Path, member: unknown): unknown {
  if (key === undefined) return member;
  if (Array.isArray(value)) return value.map((each: unknown, index) => (index === key ? having(each, rest, member) : each));
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [key]: having(record[key], rest, member) };
}

const shown = (path: Path): string =>
  path.map((key, index) => (typeof key === "number" ? `[${key}]` : index === 0 ? key : `.${key}`)).join("");

/** Paths of all members of a value, leaves and branches. */
function pathsOf(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [at];
  const inner = Object.entries(value).flatMap(([key, member]) => pathsOf(member, [...at, Array.isArray(value) ? Number(key) : key]));
  return at.length === 0 ? inner : [at, ...inner];
}

test("a claim with everything filled passes, and one with all that may be null or empty passes", () => {
  assert.deepEqual(faultsOf(claimCheck, full), []);
  const bare: Claim = {
    ...full,
    also: [],
    kind: "event",
    voice: [],
    event: null,
    legal: null,
    who: [],
    when: null,
    whenText: null,
    whenKind: null,
    asOf: null,
    said: null,
    where: [],
    figure: null,
    relation: null,
    pledge: null,
    question: null,
    links: [],
  };
  assert.deepEqual(faultsOf(claimCheck, bare), []);
});

test("no field takes a value of the wrong kind, and the fault names its path", () => {
  const paths = pathsOf(full);
  assert.ok(paths.length > 70, "every field is tried");
  for (const path of paths) {
    const faults = faultsOf(claimCheck, having(full, path, Symbol("wrong")));
    assert.deepEqual(
      faults.map((fault) => fault.path),
      [shown(path)],
    );
  }
});

test("every key must be there", () => {
  for (const key of Object.keys(full)) {
    const { [key as keyof Claim]: _gone, ...rest } = full;
    assert.deepEqual(faultsOf(claimCheck, rest), [{ path: key, expected: "to be present" }]);
  }
});

const broken: readonly (readonly [path: Path, value: unknown, expected: RegExp])[] = [
  [["id"], "sha256:12", /64 hex digits/],
  [["source"], null, /64 hex digits/],
  [["start"], -1, /0 or more/],
  [["end"], 1.5, /0 or more/],
  [["also", 0], { start: 5, end: 5 }, /end after start/],
  [["kind"], "rumour", /one of event, figure/],
  [["voice", 0, "stance"], "whispers", /one of says/],
  [["voice", 0, "party"], "police", /one of state/],
  [["voice", 0, "from"], { start: 9, end: 0 }, /end after start/],
  [["certainty"], "true", /one of stated/],
  [["negated"], null, /true or false/],
  [["event"], "riot", /one of protest/],
  [["legal", "stage"], "guilty", /one of suspected/],
  [["who", 0, "role"], "killer", /one of agent/],
  [["who", 0, "group"], "mob", /one of civilian/],
  [["when"], "2 May 2031", /EDTF/],
  [["when"], "2031-02-30", /EDTF/],
  [["asOf"], "", /EDTF/],
  [["said"], "05/05/2031", /EDTF/],
  [["pledge", "due"], "soon", /EDTF/],
  [["where", 0, "precision"], "city", /one of street/],
  [["figure", "unit"], "people", /one of dead/],
  [["relation", "type"], null, /a string/],
  [["links", 0, "type"], "refutes", /one of supersedes/],
  [["reader", "version"], "1.0", /a version/],
  [["review"], "true", /one of unreviewed/],
];

for (const [path, value, expected] of broken) {
  test(`a claim is refused when ${shown(path)} is ${JSON.stringify(value)}`, () => {
    const faults = faultsOf(claimCheck, having(full, path, value));
    assert.equal(faults.length, 1);
    assert.equal(faults[0]?.path, shown(path));
    assert.match(faults[0].expected, expected);
  });
}

test("faults of different fields are listed together", () => {
  const bad = having(having(having(full, ["kind"], "x"), ["figure", "unit"], "x"), ["voice", 0, "basis"], "x");
  assert.deepEqual(
    faultsOf(claimCheck, bad)
      .map((fault) => fault.path)
      .sort(),
    ["figure.unit", "kind", "voice[0].basis"],
  );
});

const layer = "Nobody counted. The harbour office said that 60 people were hurt, 🔥 and later 61.";

test("a quote holds only when it is exactly the text at its offsets", () => {
  const start = layer.indexOf("60 people");
  const good = { start, end: start + 9, quote: "60 people", also: [] };
  assert.ok(quoteHolds(good, layer));
  assert.ok(quoteHolds({ ...good, also: [{ start: 0, end: 6 }] }, layer));
  for (const bad of [
    { ...good, start: start + 1 },
    { ...good, end: start + 10 },
    { ...good, quote: "60 People" },
    { ...good, quote: "60 people " },
    { start: 5, end: 5, quote: "", also: [] },
    { start: 5, end: 4, quote: "", also: [] },
    { start: layer.length - 3, end: layer.length + 1, quote: "61.", also: [] },
    { ...good, also: [{ start: 0, end: layer.length + 1 }] },
    { ...good, also: [{ start: 4, end: 4 }] },
  ])
    assert.ok(!quoteHolds(bad, layer), JSON.stringify(bad));
});

test("offsets count UTF-16 code units", () => {
  const start = layer.indexOf("🔥");
  assert.ok(quoteHolds({ start, end: start + 2, quote: "🔥", also: [] }, layer));
  assert.ok(!quoteHolds({ start, end: start + 1, quote: "🔥", also: [] }, layer));
});

/** Fields that are not part of what a claim says, by the first keys of their path. */
const silent: readonly string[] = ["id", "reader", "review", "links", "voice.person", "voice.office", "figure.partOf"];
/** A path without the positions in lists: "voice.person". */
const field = (path: Path): string => path.filter((key) => typeof key === "string").join(".");
const isSilent = (path: Path): boolean => silent.some((each) => field(path) === each || field(path).startsWith(`${each}.`));
/** Another JSON value in the place of a leaf. */
function other(value: unknown): unknown {
  if (typeof value === "number") return value + 1;
  return typeof value === "boolean" ? !value : `${value as string} else`;
}
const leaves = pathsOf(full).filter((path) => typeof at(full, path) !== "object" || at(full, path) === null);

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Readonly<Record<string | number, unknown>>)[key], value);
}

test("an id is of what the claim says: every field that says something changes it, no other does", () => {
  const before = claimId(full, sha256);
  for (const path of leaves) {
    const after = claimId(having(full, path, other(at(full, path))) as Claim, sha256);
    if (isSilent(path)) assert.equal(after, before, `${shown(path)} is not part of the id`);
    else assert.notEqual(after, before, `${shown(path)} is part of the id`);
  }
  assert.deepEqual(
    silent.filter((each) => !leaves.some((path) => `${field(path)}.`.startsWith(`${each}.`))),
    [],
    "every field that does not count was tried",
  );
});

test("an id tells null from empty, and one list member from two", () => {
  const before = claimId(full, sha256);
  for (const name of ["event", "legal", "when", "whenText", "asOf", "said", "figure", "relation", "pledge", "question"] as const)
    assert.notEqual(claimId({ ...full, [name]: null }, sha256), before, name);
  for (const name of ["also", "voice", "who", "where"] as const) {
    assert.notEqual(claimId({ ...full, [name]: [] }, sha256), before, name);
    assert.notEqual(claimId({ ...full, [name]: [...full[name], ...full[name]] }, sha256), before, name);
  }
});

test("two readers that read the same thing give one id, in whatever order they set the fields", () => {
  const turned = Object.fromEntries(Object.entries(full).reverse()) as unknown as Claim;
  assert.equal(claimId({ ...turned, reader: { name: "a person", version: "2.0.0", rule: "by hand" } }, sha256), claimId(full, sha256));
});

const { id: _id, source: _source, text: _text, review: _review, reader: _reader, figure, links: _links, ...said } = full;
const draft = (start: number, partOf: number | null, links: Draft["links"] = []): Draft => ({
  ...said,
  start,
  end: start + 10,
  figure: figure === null ? null : { ...figure, partOf },
  links,
  rule: `en.test.${start}`,
});
const origin = { source: id("a"), text: id("b"), reader: { name: "rules", version: "1.2.3" } };

test("finished drafts are claims, in order, with the reader and rule that made them", () => {
  const claims = finishDrafts([draft(30, null), draft(10, null)], origin, sha256);
  assert.deepEqual(
    claims.map((claim) => claim.start),
    [30, 10],
  );
  for (const claim of claims) {
    assert.deepEqual(faultsOf(claimCheck, claim), []);
    assert.equal(claim.id, claimId(claim, sha256));
    assert.equal(claim.source, origin.source);
    assert.equal(claim.text, origin.text);
    assert.equal(claim.review, "unreviewed");
    assert.deepEqual(claim.reader, { name: "rules", version: "1.2.3", rule: `en.test.${claim.start}` });
  }
  assert.deepEqual(finishDrafts([], origin, sha256), []);
});

test("positions become ids, forwards and backwards", () => {
  const claims = finishDrafts(
    [
      draft(0, 2, [{ type: "corrects", claim: 1 }]),
      draft(20, 0),
      draft(40, null, [
        { type: "repeats", claim: 0 },
        { type: "denies", claim: 2 },
      ]),
    ],
    origin,
    sha256,
  );
  const [first, second, third] = claims;
  assert.ok(first && second && third);
  assert.deepEqual(
    claims.map((claim) => claim.figure?.partOf),
    [third.id, first.id, null],
  );
  assert.deepEqual(first.links, [{ type: "corrects", claim: second.id }]);
  assert.deepEqual(third.links, [
    { type: "repeats", claim: first.id },
    { type: "denies", claim: third.id },
  ]);
});

test("a draft without a figure stays without one", () => {
  assert.equal(finishDrafts([{ ...draft(0, null), figure: null }], origin, sha256)[0]?.figure, null);
});

test("property: what a draft points at does not change its id, so ids can be given before positions are resolved", () => {
  const pointer = fc.option(fc.nat(2));
  fc.assert(
    fc.property(fc.tuple(pointer, pointer, pointer), (wholes) => {
      const drafts = wholes.map((whole, index) => draft(index * 20, whole));
      const claims = finishDrafts(drafts, origin, sha256);
      const plain = finishDrafts(
        [0, 20, 40].map((start) => draft(start, null)),
        origin,
        sha256,
      );
      assert.deepEqual(
        claims.map((claim) => claim.id),
        plain.map((claim) => claim.id),
      );
      wholes.forEach((whole, index) => {
        assert.equal(claims[index]?.figure?.partOf, whole === null ? null : claims[whole]?.id);
      });
    }),
    { seed: 7, numRuns: 60 },
  );
});

test("what a claim's id is the hash of has its keys in the order of RFC 8785, so that plain JSON of it is canonical", () => {
  const text = (): fc.Arbitrary<string> => fc.string({ unit: "grapheme" });
  fc.assert(
    fc.property(text(), text(), fc.double({ noNaN: true, noDefaultInfinity: true }), (quote, label, min) => {
      const claim: Claim = {
        ...full,
        quote,
        who: full.who.map((one) => ({ ...one, label })),
        figure: full.figure === null ? null : { ...full.figure, min },
      };
      const bytes = new TextEncoder().encode(canonical(claimContent(claim)));
      assert.equal(JSON.stringify(claimContent(claim)), canonical(claimContent(claim)));
      assert.equal(claimId(claim, sha256), `sha256:${sha256(bytes)}`);
    }),
  );
});

test("words that spell out an escape have an id, half a surrogate pair has none", () => {
  const spelt = { ...full, quote: String.raw`a backslash and ud83d: \ud83d` };
  const bytes = new TextEncoder().encode(canonical(claimContent(spelt)));
  assert.equal(claimId(spelt, sha256), `sha256:${sha256(bytes)}`);
  assert.throws(() => claimId({ ...full, quote: "half a \ud83d" }, sha256), TypeError);
});
