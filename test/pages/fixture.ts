/** A small case about an invented place, built by hand: everything that a page can show, once. */
import { createHash } from "node:crypto";
import type { Claim, Voice } from "../../src/model/claim.ts";
import type { Figure } from "../../src/model/figure.ts";
import { exactly } from "../../src/model/figure.ts";
import type { Id } from "../../src/model/ids.ts";
import type { CaseState } from "../../src/pages/state.ts";
import type { SourceRow } from "../../src/model/rows.ts";

/** A stable id of any word. */
export function id(word: string): Id {
  return `sha256:${createHash("sha256").update(word).digest("hex")}`;
}

export function source(word: string, fields: Partial<SourceRow> = {}): SourceRow {
  return {
    id: id(word),
    text: id(`text of ${word}`),
    title: null,
    publisher: null,
    published: null,
    got: "2031-04-01T08:00:00Z",
    language: "en",
    form: "original",
    complete: true,
    restates: null,
    grade: "F",
    derivesFrom: [],
    bytes: 1200,
    ...fields,
  };
}

export function voice(name: string | null, fields: Partial<Voice> = {}): Voice {
  return {
    name,
    start: null,
    end: null,
    from: null,
    cue: "said",
    person: null,
    office: null,
    anonymous: false,
    party: "unknown",
    stance: "says",
    basis: "unknown",
    ...fields,
  };
}

export function figure(value: number, fields: Partial<Figure> = {}): Figure {
  return { ...exactly(value), unit: "dead", counted: "person", of: [], accrual: null, partOf: null, partKind: null, per: null, ...fields };
}

export function claim(word: string, inSource: string, quote: string, fields: Partial<Claim> = {}): Claim {
  return {
    id: id(word),
    source: id(inSource),
    text: id(`text of ${inSource}`),
    start: 100,
    end: 100 + quote.length,
    quote,
    also: [],
    kind: "event",
    voice: [],
    certainty: "stated",
    negated: false,
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
    reader: { name: "rules", version: "1.0.0", rule: "en.test.rule" },
    review: "unreviewed",
    ...fields,
  };
}

const OFFICE = voice("Office of the Velmar Prosecutor", { party: "state" });
const CLINIC = voice("Doctors of the Northern Clinic", { party: "medical", anonymous: true });

const claims: readonly Claim[] = [
  claim("toll-1", "bulletin", "The office put the number of dead at 31, four of them guards.", {
    kind: "figure",
    voice: [OFFICE],
    event: "death",
    figure: figure(31),
    said: "2031-03-04",
  }),
  claim("toll-1-guards", "bulletin", "four of them guards", {
    kind: "figure",
    voice: [OFFICE],
    event: "death",
    figure: figure(4, { of: [{ group: "security", label: "guards" }], partOf: id("toll-1"), partKind: "including" }),
    said: "2031-03-04",
  }),
  claim("toll-copy", "courier", "The prosecutor speaks of 31 dead.", {
    kind: "figure",
    voice: [OFFICE],
    event: "death",
    figure: figure(31),
    said: "2031-03-04",
  }),
  claim("toll-clinic", "courier", "Doctors who would not be named counted at least 52 bodies by the evening of 5 March.", {
    kind: "figure",
    voice: [voice("Kaltan Courier", { party: "media" }), CLINIC],
    certainty: "hedged",
    event: "death",
    figure: figure(52, { max: null, best: null }),
    asOf: "2031-03-05T20",
  }),
  claim("toll-2", "list", "Список прокуратуры насчитывает 38 погибших; прежнее число 31 названо неполным.", {
    kind: "figure",
    voice: [voice("Прокуратура Вельмара", { party: "state" })],
    event: "death",
    figure: figure(38),
    said: "2031-03-20",
  }),
  claim("hurt", "courier", "About 140 people were hurt.", {
    kind: "figure",
    event: "injury",
    figure: figure(140, { unit: "injured", min: null, max: null, approx: true }),
  }),
  claim("clash", "courier", "Shots were heard near the grain port through the night of 3 to 4 March.", {
    event: "shooting",
    when: "2031-03-03/2031-03-04",
    where: [{ name: "Kaltan", start: 0, end: 6, precision: "settlement" }],
  }),
  claim("dark", "courier", "The town had no internet for five days.", {
    kind: "condition",
    event: "shutdown",
    when: "2031-03-03/2031-03-08",
  }),
  claim("arrest", "courier", "Harbour master Ilvo Tarrin was detained on suspicion of abuse of office, the prosecutor's office said.", {
    voice: [OFFICE],
    event: "arrest",
    legal: { stage: "suspected", offence: "abuse of office" },
    who: [{ role: "patient", name: "Ilvo Tarrin", start: 115, end: 126, group: "official", label: null }],
    when: "2031-03-06",
  }),
  claim("denial", "courier", "Tarrin's lawyer denied that he had given any order.", {
    voice: [voice("Tarrin's lawyer", { stance: "denies" })],
    certainty: "denied",
    event: "order",
  }),
  claim("rumour", "courier", "Unconfirmed posts said a second ship was held at the port.", {
    voice: [voice("Unconfirmed posts", { anonymous: true, party: "unknown" })],
    certainty: "unconfirmed",
    event: "seizure",
  }),
  claim("why-1", "courier", "The mayor blamed the riot on “paid wreckers” sent by Ilvo Tarrin.", {
    kind: "explanation",
    voice: [voice("The mayor", { party: "state", stance: "accuses" })],
    certainty: "alleged",
    who: [{ role: "accused", name: "Ilvo Tarrin", start: 150, end: 161, group: null, label: "paid wreckers" }],
  }),
  claim("why-2", "list", "Правозащитники считают, что толпу разозлила цена хлеба.", {
    kind: "explanation",
    voice: [voice("Правозащитники", { party: "ngo" })],
    certainty: "hedged",
  }),
  claim("ask", "courier", "It is not known who fired first, because the cameras were off.", {
    kind: "question",
    certainty: "unknown",
    question: { asks: "who fired first", why: "the cameras were off", holder: null },
  }),
  claim("vow", "bulletin", "The mayor promised every family a pension before the summer.", {
    kind: "pledge",
    voice: [voice("The mayor", { party: "state", stance: "promises" })],
    certainty: "planned",
    pledge: { by: "The mayor", to: "every family", what: "a pension", due: "2031-06", condition: null },
  }),
];

/** The case. */
export const velmar: CaseState = {
  name: "Kaltan port, March 2031",
  sources: [
    source("bulletin", { title: "Bulletin of 4 March", publisher: "Velmar Prosecutor", published: "2031-03-04" }),
    source("courier", {
      title: "What the port saw",
      publisher: "On Record example",
      published: "2031-03-07",
      form: "restatement",
      restates: { publisher: "Kaltan Courier", published: "2031-03-06", url: "https://courier.invalid/port", language: "en" },
    }),
    source("list", { title: "Список погибших", publisher: "Вельмарский листок", published: "2031-03-20", language: "ru" }),
  ],
  claims,
  figures: [
    {
      id: id("toll-1"),
      measure: { unit: "dead", of: [], where: "Kaltan", when: null, accrual: "cumulative" },
      series: [
        {
          claim: id("toll-1"),
          origin: "Office of the Velmar Prosecutor",
          said: "2031-03-04",
          asOf: null,
          min: 31,
          max: 31,
          best: 31,
          status: "superseded",
        },
        {
          claim: id("toll-copy"),
          origin: "Office of the Velmar Prosecutor",
          said: "2031-03-04",
          asOf: null,
          min: 31,
          max: 31,
          best: 31,
          status: "superseded",
        },
        {
          claim: id("toll-clinic"),
          origin: "Doctors of the Northern Clinic",
          said: null,
          asOf: "2031-03-05T20",
          min: 52,
          max: null,
          best: null,
          status: "current",
        },
        {
          claim: id("toll-2"),
          origin: "Прокуратура Вельмара",
          said: "2031-03-20",
          asOf: null,
          min: 38,
          max: 38,
          best: 38,
          status: "current",
        },
      ],
      parts: [{ claim: id("toll-1-guards"), of: [{ group: "security", label: "guards" }], partKind: "including", min: 4, max: 4, best: 4 }],
      checks: [
        {
          rule: "outside-range",
          claims: [id("toll-2"), id("toll-clinic")],
          message: "38 of 20 March is below the 52 that was counted by 5 March.",
        },
      ],
      remainder: { min: 27, max: 27, nature: "not-broken-down" },
    },
    {
      id: id("hurt"),
      measure: { unit: "injured", of: [], where: null, when: null, accrual: null },
      series: [{ claim: id("hurt"), origin: "Kaltan Courier", said: null, asOf: null, min: null, max: null, best: 140, status: "current" }],
      parts: [],
      checks: [],
      remainder: null,
    },
  ],
  timeline: [
    event("clash", "shooting", "2031-03-03/2031-03-04", "Kaltan", [], "one-origin"),
    event("dark", "shutdown", "2031-03-03/2031-03-08", null, [], "one-origin"),
    event("arrest", "arrest", "2031-03-06", null, [{ role: "patient", name: "Ilvo Tarrin" }], "contested"),
    event("rumour", "seizure", null, "Kaltan", [], "unknown"),
  ],
  people: [
    {
      id: id("tarrin"),
      name: "Ilvo Tarrin",
      names: [
        { form: "Ilvo Tarrin", script: "Latn", source: id("courier"), start: 115, end: 126 },
        { form: "Tarrin", script: "Latn", source: id("courier"), start: 300, end: 306 },
      ],
      kind: "person",
      roles: ["harbour master"],
      relations: [],
      claims: [id("arrest"), id("why-1")],
      reasons: ["“Tarrin” is the last word of “Ilvo Tarrin” in the same document."],
    },
    {
      id: id("prosecutor"),
      name: "Office of the Velmar Prosecutor",
      names: [{ form: "Office of the Velmar Prosecutor", script: "Latn", source: id("bulletin"), start: 0, end: 31 }],
      kind: "organisation",
      roles: [],
      relations: [],
      claims: [id("toll-1")],
      reasons: [],
    },
  ],
  questions: [
    {
      id: id("ask"),
      asks: "who fired first",
      why: "the cameras were off",
      raisedBy: "text",
      claims: [id("ask")],
      wouldAnswer: "footage from the grain port",
      state: "open",
      answers: [],
    },
    {
      id: id("record-asks"),
      asks: "which ship was held",
      why: null,
      raisedBy: "record",
      claims: [],
      wouldAnswer: null,
      state: "open",
      answers: [],
    },
  ],
  pledges: [
    {
      id: id("vow"),
      by: "The mayor",
      to: "every family",
      what: "a pension",
      due: "2031-06",
      condition: null,
      claims: [id("vow")],
      state: "open",
      evidence: [],
    },
  ],
  rivals: [
    { id: id("why-1"), text: "paid wreckers sent by Ilvo Tarrin", scope: "the riot", claims: [id("why-1")], cells: [] },
    { id: id("why-2"), text: "цена хлеба", scope: null, claims: [id("why-2")], cells: [] },
  ],
  findings: [
    {
      id: id("finding-1"),
      text: "The port authority had been told of the wreckers two days before",
      standard: "balance",
      supports: [id("why-1")],
      against: [id("why-2")],
      unresolved: ["who gave the order"],
      signedBy: `ed25519:${"5c".repeat(32)}`,
      date: "2031-05-02T09:00:00Z",
      supersedes: null,
    },
  ],
  signed: [
    {
      ...{ id: id("signed-1"), kind: "response", about: "Ilvo Tarrin", state: "refused", text: "by letter", date: "2031-04-20" },
      ...{ claims: [id("why-1")], value: null, by: `ed25519:${"5c".repeat(32)}`, time: "2031-05-02T09:00:00Z" },
    },
    {
      ...{ id: id("signed-2"), kind: "place", about: "Kaltan", state: "settlement", text: null, date: null, claims: [] },
      value: { latitude: 43.2, longitude: 76.9, uncertainty: 500 },
      ...{ by: `ed25519:${"5c".repeat(32)}`, time: "2031-05-03T09:00:00Z" },
    },
    {
      ...{ id: id("signed-3"), kind: "note", about: null, state: null, text: "The harbour archive has the original.", date: null },
      ...{ claims: [], value: null, by: `ed25519:${"e1".repeat(32)}`, time: "2031-05-04T09:00:00Z" },
    },
  ],
  conflicts: [
    {
      kind: "judgement",
      about: id("why-1"),
      sides: [
        { by: `ed25519:${"5c".repeat(32)}`, statement: id("s-1"), says: "accept" },
        { by: `ed25519:${"a7".repeat(32)}`, statement: id("s-2"), says: "reject" },
      ],
      message: "Members judge this claim differently. It is shown as disputed until they agree.",
    },
    {
      kind: "waiting",
      about: `ed25519:${"e1".repeat(32)}`,
      sides: [{ by: `ed25519:${"e1".repeat(32)}`, statement: id("s-3"), says: "device" }],
      message: "Nobody has added this device yet; its statements wait, and count once somebody does.",
    },
  ],
  refused: [
    { what: "scan.png", code: "input-binary", message: "This is not text in any format that is read here. Add a transcript of it." },
  ],
};

function event(
  word: string,
  type: CaseState["timeline"][number]["type"],
  when: string | null,
  where: string | null,
  who: CaseState["timeline"][number]["who"],
  standing: CaseState["timeline"][number]["standing"],
): CaseState["timeline"][number] {
  return {
    id: id(word),
    type,
    when,
    where,
    who,
    claims: [id(word)],
    origins: [{ root: "Kaltan Courier", claims: [id(word)], independence: "not-shown", reasons: [] }],
    standing,
  };
}
