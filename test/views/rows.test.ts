import assert from "node:assert/strict";
import { test } from "node:test";
import { figures } from "../../src/views/figures.ts";
import { people } from "../../src/views/people.ts";
import { pledges } from "../../src/views/pledges.ts";
import { questions } from "../../src/views/questions.ts";
import { refused } from "../../src/views/refused.ts";
import { rivals } from "../../src/views/rivals.ts";
import { sources } from "../../src/views/sources.ts";
import { timeline } from "../../src/views/timeline.ts";
import { claim, document, figureClaim, folded, idOf, of, partClaim, place, relationClaim, source, voice, who } from "../build.ts";

const office = [voice("Audit Office")];
const brisk = [place("Brisk")];

test("figures: a tally with its series, parts, checks and remainder", async () => {
  const whole = figureClaim(
    { unit: "detained", min: 100, max: 100, best: 100 },
    { voice: office, where: brisk, when: "2021-03", said: "2021-03-09" },
  );
  const released = partClaim(whole, 70, { unit: "released" }, { voice: office });
  const entry = document("A", [whole, released]);
  const rows = await folded(figures, [entry]);
  const [first, second] = entry.claims;
  assert.ok(first && second);
  assert.deepEqual(
    rows.map(({ measure }) => measure.unit),
    ["detained", "released"],
    "a part has a tally of its own",
  );
  assert.deepEqual(rows[0], {
    id: first.id,
    measure: { unit: "detained", of: [], where: "Brisk", when: "2021-03", accrual: null },
    series: [{ claim: first.id, origin: "Audit Office", said: "2021-03-09", asOf: null, min: 100, max: 100, best: 100, status: "current" }],
    parts: [{ claim: second.id, of: [], partKind: "breakdown", min: 70, max: 70, best: 70 }],
    checks: [
      {
        rule: "parts-below-whole",
        claims: [first.id, second.id],
        message: "The parts given by what became of them come to 70 of 100: 30 not accounted for.",
      },
    ],
    remainder: { min: 30, max: 30, nature: "fate-unstated" },
  });
});

test("figures: the remainder is that of the latest whole that is divided", async () => {
  const early = figureClaim(100, { voice: office, said: "2021-03-01" });
  const late = figureClaim(120, { voice: office, said: "2021-03-02" });
  const part = (whole: typeof early) => partClaim(whole, 60, { of: [of("civilian")] });
  const rows = await folded(figures, [
    document("A", [early, part(early)]),
    document("B", [late, part(late)]),
    document("C", [figureClaim(130, { said: "2021-03-03" })]),
  ]);
  assert.deepEqual(rows[0]?.remainder, { min: 60, max: 60, nature: "not-broken-down" });
  assert.deepEqual(
    rows[0].series.map(({ best }) => best),
    [100, 120, 130],
  );
  assert.equal(rows[0].parts.length, 2);
});

test("figures: by unit in the order of the contract, everybody before a group", async () => {
  const rows = await folded(figures, [
    document("A", [
      figureClaim({ unit: "missing", min: 1 }),
      figureClaim({ unit: "dead", of: [of("security")], min: 1 }),
      figureClaim({ unit: "injured", min: 1 }),
      figureClaim({ unit: "dead", min: 1 }),
    ]),
  ]);
  assert.deepEqual(
    rows.map(({ measure }) => `${measure.unit} ${measure.of.length}`),
    ["dead 0", "dead 1", "injured 0", "missing 0"],
  );
});

test("figures: joined scopes show the widest that was said", async () => {
  const square = [place("Mill Square", "site"), ...brisk];
  const rows = await folded(figures, [
    document("A", [figureClaim(3, { where: square, when: "2021-03-04" })]),
    document("B", [figureClaim(4, { where: brisk, when: "2021-03" })]),
  ]);
  assert.deepEqual(
    rows.map(({ measure }) => [measure.where, measure.when]),
    [["Brisk", "2021-03"]],
  );
});

test("timeline: only events and conditions, by earliest bound, undated last", async () => {
  const rows = await folded(timeline, [
    document("A", [
      claim({ event: "arrest", when: null }),
      claim({ event: "protest", when: "2021-03-04T22" }),
      claim({ event: "clash", when: "2021-03-04T09" }),
      claim({ kind: "condition", event: "shutdown", when: "2021-03-02/2021-03-10" }),
      claim({ event: "curfew", when: "../2021-03-10" }),
      claim({ event: "fire", when: "-0044-03-15" }),
      claim({ kind: "assessment", event: "attack", when: "2021-03-01" }),
      figureClaim(3, { when: "2021-03-01" }),
    ]),
  ]);
  assert.deepEqual(
    rows.map(({ type }) => type),
    ["curfew", "fire", "shutdown", "clash", "protest", "arrest"],
  );
});

test("timeline: undated events stand in document order", async () => {
  const quotes = [
    "The gate was forced at noon.",
    "They left the square at last.",
    "A lorry burned near the bridge.",
    "Bread ran out in every shop.",
  ];
  const entries = quotes.map((quote, index) =>
    document(`D${index}`, [claim({ event: "other", quote, who: [who("other", `x${index}`)] })], { published: `2021-03-0${9 - index}` }),
  );
  const rows = await folded(timeline, entries);
  assert.deepEqual(
    rows.map(({ who: [first] }) => first?.name),
    ["x3", "x2", "x1", "x0"],
  );
});

test("people: an acronym that another claim's quote spells out", async () => {
  const rows = await folded(people, [
    document("A", [
      relationClaim({ from: "Dana Orlen", to: "National Rescue Board" }, { quote: "Dana Orlen leads the National Rescue Board" }),
      claim({ quote: "Dana Orlen of the National Rescue Board (NRB) was there." }),
      claim({ who: [who("agent", "NRB")] }),
    ]),
  ]);
  assert.deepEqual(
    rows.map(({ name, names }) => [name, names.length]),
    [
      ["National Rescue Board", 2],
      ["Dana Orlen", 1],
    ],
  );
});

test("timeline: an event of two papers shows its finest time, who took part and whose word it is", async () => {
  const at = { event: "arrest", where: brisk } as const;
  const entries = [
    document("A", [claim({ ...at, when: "2021-03-04", who: [who("patient", "Dana Orlen")] })], { published: "2021-03-05" }),
    document("B", [claim({ ...at, when: "2021-03-04T22", who: [who("patient", "Orlen"), who("agent", "police")], voice: office })], {
      published: "2021-03-06",
    }),
  ];
  const [row, ...others] = await folded(timeline, entries);
  const [a, b] = entries.map((entry) => entry.claims[0]?.id);
  assert.deepEqual(others, []);
  assert.deepEqual(row, {
    id: a,
    type: "arrest",
    when: "2021-03-04T22",
    where: "Brisk",
    who: [
      { role: "agent", name: "police" },
      { role: "patient", name: "Dana Orlen" },
      { role: "patient", name: "Orlen" },
    ],
    claims: [a, b],
    origins: [
      { root: "A", claims: [a], independence: "not-shown", reasons: [] },
      { root: "Audit Office", claims: [b], independence: "not-shown", reasons: [] },
    ],
    standing: "several-origins",
  });
});

test("timeline: copies of one agency text are one event of one origin, dated or not", async () => {
  const quote = "Guards fired into the crowd from the roof of the old mill at dawn.";
  for (const when of [null, "2021-03"]) {
    const rows = await folded(
      timeline,
      ["A", "B", "C"].map((name) => document(name, [claim({ event: "shooting", quote, when })])),
    );
    assert.equal(rows.length, 1);
    assert.deepEqual(
      rows[0]?.origins.map(({ independence, claims }) => [independence, claims.length]),
      [["dependent", 3]],
    );
    assert.equal(rows[0].standing, "one-origin");
  }
});

test("people: forms joined with the reason, roles, relations, most claims first", async () => {
  const entries = [
    document("A", [
      claim({ voice: [voice("Dana Orlen", { start: 3, end: 13 })] }),
      claim({ voice: [voice("Orlen")], who: [who("patient", "villagers", "civilian")] }),
      relationClaim({ type: "head-of", from: "Orlen", to: "National Rescue Board" }),
      claim({ quote: "The National Rescue Board (NRB) left.", who: [who("agent", "National Rescue Board")] }),
      claim({ who: [who("agent", "NRB"), who("patient", "they")], voice: [voice("a witness", { anonymous: true })] }),
    ]),
  ];
  const claims = entries[0]?.claims ?? [];
  const rows = await folded(people, entries);
  assert.deepEqual(
    rows.map(({ name, kind, claims: own }) => [name, kind, own.length]),
    [
      ["Dana Orlen", "person", 3],
      ["National Rescue Board", "organisation", 3],
      ["villagers", "group", 1],
    ],
  );
  const [orlen, board] = rows;
  assert.deepEqual(
    orlen?.names.map(({ form, script, start, end }) => [form, script, start, end]),
    [
      ["Dana Orlen", "Latn", 3, 13],
      ["Orlen", "Latn", claims[1]?.start, claims[1]?.end],
    ],
  );
  assert.deepEqual(orlen.roles, ["voice", "relation"]);
  assert.deepEqual(orlen.relations, [{ type: "head-of", to: "National Rescue Board", claim: claims[2]?.id }]);
  assert.deepEqual(orlen.reasons, ["“Orlen” is the surname of “Dana Orlen”, and of nobody else named in full."]);
  assert.deepEqual(board?.reasons, ["A text writes “National Rescue Board (NRB)”, so “NRB” is that body."]);
});

test("people: with two bearers of a surname in two papers the bare surname stands alone and says why", async () => {
  const rows = await folded(people, [
    document("A", [claim({ voice: [voice("Dana Orlen")] })]),
    document("B", [claim({ voice: [voice("Piet Orlen")] })]),
    document("C", [claim({ voice: [voice("Orlen")] })]),
  ]);
  assert.deepEqual(
    rows.map(({ name }) => name),
    ["Dana Orlen", "Orlen", "Piet Orlen"],
  );
  assert.deepEqual(rows[1]?.reasons, ["“Orlen” could be “Dana Orlen” or “Piet Orlen”: joined with none."]);
});

test("people: an outlet that speaks is an organisation, a country that is named as a place too", async () => {
  const rows = await folded(people, [
    document("A", [claim({ voice: [voice("Courier", { party: "media" }), voice("Taravia")], where: [place("Taravia", "country")] })]),
  ]);
  assert.deepEqual(
    rows.map(({ name, kind }) => [name, kind]),
    [
      ["Courier", "organisation"],
      ["Taravia", "organisation"],
    ],
  );
});

const asks = (text: string, why: string | null = null) => claim({ kind: "question", question: { asks: text, why, holder: null } });

test("questions: what texts ask, once each, in document order, with what would answer it", async () => {
  const rows = await folded(questions, [
    document("B", [asks("who carried out the shootings")], { published: "2021-03-09" }),
    document("A", [asks("how many had weapons", "the office does not say"), asks("Who carried out  the shootings")], {
      published: "2021-03-08",
    }),
    document("C", [asks("кто стрелял")], { published: "2021-03-10" }),
  ]);
  assert.deepEqual(
    rows.map(({ asks: text, why, raisedBy, claims, wouldAnswer, state }) => [text, why, raisedBy, claims.length, wouldAnswer, state]),
    [
      ["how many had weapons", "the office does not say", "text", 1, "A source that says how many had weapons.", "open"],
      ["Who carried out  the shootings", null, "text", 2, "A source that says who carried out  the shootings.", "open"],
      ["кто стрелял", null, "text", 1, "A source that answers “кто стрелял”.", "open"],
    ],
  );
});

test("questions: a claim that answers one closes it", async () => {
  const question = asks("who gave the order");
  const answer = claim({ quote: "The colonel gave it.", links: [{ type: "answers", claim: question.id }] });
  const entry = document("A", [question, answer]);
  const [row] = await folded(questions, [entry]);
  assert.equal(row?.state, "answered");
  assert.deepEqual(row.answers, [entry.claims[1]?.id]);
});

test("questions: the record asks for what a division leaves out", async () => {
  const whole = figureClaim({ unit: "detained", min: 100, max: 100, best: 100 }, { where: brisk });
  const [row, ...others] = await folded(questions, [document("A", [whole, partClaim(whole, 70, { unit: "released" })])]);
  assert.deepEqual(others, []);
  assert.equal(row?.raisedBy, "record");
  assert.equal(row.asks, "What became of the other 30 of 100 people detained (Brisk)?");
  assert.equal(row.claims.length, 2);
});

test("questions: the record asks which number holds when two origins stand by numbers that cannot both", async () => {
  const toll = (name: string, amount: number, day: string) => document(name, [figureClaim(amount, { voice: [voice(name)], said: day })]);
  const rows = await folded(questions, [toll("Audit Office", 230, "2021-03-14"), toll("Rescue Board", 238, "2021-03-14")]);
  assert.deepEqual(
    rows.map(({ asks: text, why }) => [text, why]),
    [["How many dead?", "Different numbers stand side by side: 230 (Audit Office, 2021-03-14); 238 (Rescue Board, 2021-03-14)."]],
  );
  assert.deepEqual(
    await folded(questions, [toll("Audit Office", 230, "2021-03-14"), toll("Audit Office", 238, "2021-03-15")]),
    [],
    "a revision",
  );
  assert.deepEqual(
    await folded(questions, [toll("Audit Office", 230, "2021-03-14"), toll("Rescue Board", 230, "2021-03-15")]),
    [],
    "agreement",
  );
});

test("questions: the record asks who did what nobody is named for", async () => {
  const shot = { event: "shooting", when: "2021-03-04", where: brisk } as const;
  const rows = await folded(questions, [document("A", [claim({ ...shot, who: [who("patient", "two children")] })])]);
  assert.deepEqual(
    rows.map(({ asks: text }) => text),
    ["Who carried out the shooting (two children; Brisk; 2021-03-04)?"],
  );
  for (const settled of [{ who: [who("agent", "police")] }, { certainty: "denied" as const }, { event: "arrest" as const }]) {
    assert.deepEqual(await folded(questions, [document("A", [claim({ ...shot, ...settled })])]), []);
  }
});

test("pledges: by whom it was said when the text names nobody; open until somebody signs; withdrawn when taken back", async () => {
  const pledge = { by: null, to: "families", what: "build flats", due: "2022", condition: null };
  const made = claim({ kind: "pledge", pledge, voice: [voice("Dana Orlen")] });
  const back = claim({ kind: "speech", quote: "There will be no flats.", links: [{ type: "withdraws", claim: made.id }] });
  const [open, ...others] = await folded(pledges, [document("A", [made]), document("B", [made])]);
  assert.deepEqual(others, []);
  assert.deepEqual(
    { ...open, id: "", claims: open?.claims.length },
    { id: "", ...pledge, by: "Dana Orlen", claims: 2, state: "open", evidence: [] },
  );
  const [withdrawn] = await folded(pledges, [document("A", [made, back])]);
  assert.equal(withdrawn?.state, "withdrawn");
});

test("rivals: explanations in their own words, once each", async () => {
  const rows = await folded(rivals, [
    document("A", [
      claim({ kind: "explanation", quote: "It was a fight for the port." }),
      claim({ kind: "assessment", quote: "It was bad." }),
    ]),
    document("B", [claim({ kind: "explanation", quote: "It was a fight  for the port." })]),
  ]);
  assert.deepEqual(
    rows.map(({ text, scope, claims, cells }) => [text, scope, claims.length, cells]),
    [["It was a fight for the port.", null, 2, []]],
  );
});

test("sources: by when they were got; grade F until somebody grades", async () => {
  const got = (name: string, at: string) => ({
    source: source(name, { provenance: { from: name, got: at, by: "onrecord" } }),
    text: null,
    claims: [],
    refused: [],
    moved: [],
  });
  const rows = await folded(sources, [got("later", "2021-03-21T00:00:00Z"), got("earlier", "2021-03-20T00:00:00Z")]);
  assert.deepEqual(
    rows.map(({ publisher, grade, derivesFrom }) => [publisher, grade, derivesFrom]),
    [
      ["earlier", "F", []],
      ["later", "F", []],
    ],
  );
  assert.equal(rows[0]?.id, idOf("earlier"));
});

test("refused: every refusal of every document, by what, then by code", async () => {
  const list = [
    { what: "b.txt", code: "draft-invalid", message: "one" },
    { what: "b.txt", code: "draft-invalid", message: "another" },
    { what: "a.txt", code: "quote-mismatch", message: "one" },
  ] as const;
  const rows = await folded(refused, [{ source: source(), text: null, claims: [], refused: list, moved: [] }]);
  assert.deepEqual(
    rows.map(({ what, code }) => `${what} ${code}`),
    ["a.txt quote-mismatch", "b.txt draft-invalid", "b.txt draft-invalid"],
  );
});
