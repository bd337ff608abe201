import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claim } from "../../src/model/claim.ts";
import { joinEvents, standingOf } from "../../src/reconcile/events.ts";
import type { EventFact } from "../../src/reconcile/facts.ts";
import { eventFact, homeOf, aroundClaims } from "../../src/reconcile/facts.ts";
import { originsOf } from "../../src/reconcile/origins.ts";
import { claim, idOf, place, source, voice, who } from "../build.ts";

function facts(claims: readonly Partial<Claim>[]): readonly EventFact[] {
  return claims.flatMap((overrides, index) => {
    const name = `paper ${index}`;
    const own = claim({ event: "arrest", source: idOf(name), ...overrides });
    return eventFact(own, aroundClaims({ source: source(name, { id: own.source }), text: null, claims: [] })) ?? [];
  });
}

const orlen = [place("Orlen")];
const base = { when: "2021-03-06", where: orlen } as const;
const long = "Guards fired into the crowd from the roof of the old mill at dawn.";

const situations: readonly (readonly [name: string, a: Partial<Claim>, b: Partial<Claim>, same: boolean])[] = [
  ["same type, day, place", base, base, true],
  ["an hour of the same day", base, { ...base, when: "2021-03-06T22" }, true],
  ["another type", base, { ...base, event: "clash" }, false],
  ["another day", base, { ...base, when: "2021-03-07" }, false],
  ["a month is no day", { ...base, when: "2021-03" }, { ...base, when: "2021-03" }, false],
  ["a stretch is no day", { ...base, when: "2021-03-06/2021-03-10" }, { ...base, when: "2021-03-06/2021-03-10" }, false],
  ["a day that is in doubt", { ...base, when: "2021-03-06?" }, { ...base, when: "2021-03-06?" }, false],
  ["another place", base, { ...base, where: [place("Brisk")] }, false],
  ["no place", { ...base, where: [] }, { ...base, where: [] }, false],
  ["the same patient by surname", { ...base, who: [who("patient", "Dana Brell")] }, { ...base, who: [who("patient", "Brell")] }, true],
  ["two patients", { ...base, who: [who("patient", "Dana Brell")] }, { ...base, who: [who("patient", "Piet Kolt")] }, false],
  ["a patient on one side only", { ...base, who: [who("patient", "Dana Brell")] }, base, false],
  ["an agent on one side only", { ...base, who: [who("agent", "police")] }, base, true],
  ["two agents", { ...base, who: [who("agent", "police")] }, { ...base, who: [who("agent", "soldiers")] }, false],
  ["a pronoun is nobody", { ...base, who: [who("patient", "they")] }, base, true],
  ["the same words in two papers", { quote: long }, { quote: long }, true],
  [
    "one sentence tells of two people",
    { quote: long, who: [who("patient", "Dana Brell")] },
    { quote: long, who: [who("patient", "Piet Kolt")] },
    false,
  ],
  ["the same few words in two papers", { quote: "He was arrested." }, { quote: "He was arrested." }, false],
  [
    "a short sentence of one speaker",
    { quote: "He was arrested there.", voice: [voice("Audit Office")] },
    { quote: "He was arrested there.", voice: [voice("the Audit Office")] },
    true,
  ],
  [
    "a short sentence of two speakers",
    { quote: "He was arrested there.", voice: [voice("Audit Office")] },
    { quote: "He was arrested there.", voice: [voice("Rescue Board")] },
    false,
  ],
  ["the same words of two days", { quote: long, when: "2021-03-06" }, { quote: long, when: "2021-03-07" }, false],
];

for (const [name, a, b, same] of situations) {
  test(`events: ${name}`, () => {
    const all = facts([a, b]);
    assert.equal(joinEvents(all).length, same ? 1 : 2);
    assert.equal(JSON.stringify(joinEvents([...all].reverse())), JSON.stringify(joinEvents(all)));
  });
}

test("copies of a sentence about two people are two events", () => {
  const both = ["Dana Brell", "Piet Kolt"].map((name) => ({ quote: long, who: [who("patient", name)] }));
  assert.deepEqual(
    joinEvents(facts([...both, ...both])).map(({ length }) => length),
    [2, 2],
  );
});

test("an event that fits two that do not fit each other joins neither", () => {
  const all = facts([{ ...base, who: [who("agent", "police")] }, base, { ...base, who: [who("agent", "soldiers")] }]);
  assert.equal(joinEvents(all).length, 3);
});

const says = (name: string): Partial<Claim> => ({ voice: [voice(name)] });
const denies = (name: string): Partial<Claim> => ({ voice: [voice(name, { stance: "denies" })], certainty: "denied" });
const accused = { who: [who("accused", "Dana Brell")] };

const standings: readonly (readonly [name: string, claims: readonly Partial<Claim>[], standing: string])[] = [
  ["one voice", [says("Audit Office")], "one-origin"],
  ["one voice in two papers", [says("Audit Office"), says("the Audit Office")], "one-origin"],
  ["two voices", [says("Audit Office"), says("Rescue Board")], "several-origins"],
  ["two papers of their own", [{}, {}], "several-origins"],
  ["somebody denies it", [says("Audit Office"), denies("Rescue Board")], "contested"],
  ["nobody says it", [denies("Rescue Board")], "only-denied"],
  ["it did not happen", [{ negated: true }], "only-denied"],
  ["the accused denies it", [{ ...says("Audit Office"), ...accused }, denies("Brell")], "one-origin"],
  ["the accused and another deny it", [{ ...says("Audit Office"), ...accused }, denies("Dana Brell"), denies("Rescue Board")], "contested"],
  [
    "the agent of an accusation denies it",
    [{ voice: [voice("A union", { stance: "accuses" })], who: [who("agent", "Roads Ministry")] }, denies("Roads Ministry")],
    "one-origin",
  ],
  ["nobody knows", [{ ...says("Audit Office"), certainty: "unknown" }], "unknown"],
];

for (const [name, claims, standing] of standings) {
  test(`standing: ${name}`, () => {
    assert.equal(standingOf(facts(claims)), standing);
  });
}

test("origins: one voice is one origin and dependent, with the reason", () => {
  const all = facts([{ voice: [voice("Courier"), voice("Audit Office")] }, says("the Audit Office"), says("Rescue Board")]);
  const origins = originsOf(all);
  assert.deepEqual(origins.map(({ independence, claims }) => `${independence} ${claims.length}`).sort(), ["dependent 2", "not-shown 1"]);
  const joined = origins.find(({ claims }) => claims.length === 2);
  assert.match(joined?.reasons.join() ?? "", /2 documents carry the word of/);
});

test("origins: the same sentence in two papers is one origin, never established", () => {
  const origins = originsOf(facts([{ quote: long }, { quote: `${long.slice(0, -1)}!` }, {}]));
  assert.deepEqual(origins.map(({ independence, claims }) => `${independence} ${claims.length}`).sort(), ["dependent 2", "not-shown 1"]);
  assert.match(origins.flatMap(({ reasons }) => reasons).join(), /paper 0 and paper 1 have the same sentence word for word/);
  assert.ok(origins.every(({ independence }) => independence !== "established"));
});

test("origins: unnamed witnesses of two papers are not one", () => {
  const witness = { voice: [voice("a witness", { anonymous: true })] };
  assert.equal(originsOf(facts([witness, witness])).length, 2);
});

test("origins: with no name at all it is the nearest named voice, then the publisher", () => {
  const [origin] = originsOf(facts([{ voice: [voice("Courier"), voice(null)] }]));
  assert.equal(origin?.root, "Courier");
  assert.equal(originsOf(facts([{ voice: [voice(null)] }]))[0]?.root, "paper 0");
});

test("a restatement speaks for what it restates", () => {
  const restates = { publisher: "Orlen Courier", published: "2021-03-07", url: null, language: "en" };
  assert.equal(homeOf(source("ours", { restates })), "Orlen Courier");
  assert.equal(homeOf(source("ours", { publisher: null, title: "A day in Orlen" })), "A day in Orlen");
  assert.equal(homeOf(source("ours", { publisher: null })), idOf("ours"));
});
