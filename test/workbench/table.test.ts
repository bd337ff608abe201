/** Tables made elsewhere: what a mapping makes of a row, and what it cannot make. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Refusal } from "../../src/model/errors.ts";
import type { Draft } from "../../src/model/claim.ts";
import { tableRows } from "../../src/reading/table.ts";
import { tableInputs, tableMap } from "../../src/workbench/table.ts";
import type { TableRow } from "../../src/workbench/table.ts";
import { readLoose } from "../../src/workbench.ts";

const maker = { published: null, url: null, outlet: "Desk", language: null };
const map = {
  about: "notes",
  value: "n",
  min: "low",
  max: "high",
  approx: "roughly",
  unit: { from: "what", words: { killed: "dead", held: "detained" } },
  of: { from: "what", words: { killed: [], "*": [{ group: "minor", label: "boys" }] } },
  voice: { from: ["office", "speaker"] },
  party: { value: "state" },
  said: "day",
  where: "town",
  publisher: "paper",
  url: "link",
};

const inputsOf = (rows: readonly TableRow[], mapping: unknown = map): ReturnType<typeof tableInputs> =>
  tableInputs({ name: "t.csv", bytes: new TextEncoder().encode("table"), rows }, tableMap(mapping, "m.json"), maker);

function textOf(row: TableRow): string {
  const [, input] = inputsOf([row]);
  assert.ok(input?.bytes instanceof Uint8Array, String(input?.bytes));
  return readLoose(input.bytes, input.name, maker).text;
}

function draftOf(row: TableRow): Draft {
  const text = textOf(row);
  const [draft, ...rest] = tableRows.read(text, { published: null, passages: [] });
  assert.ok(draft !== undefined && rest.length === 0);
  assert.equal(draft.quote, text.slice(draft.start, draft.end));
  return draft;
}

const amounts: readonly (readonly [string, TableRow, object])[] = [
  ["a number", { n: "225" }, { min: 225, max: 225, best: 225, approx: false }],
  ["a number with commas", { n: "4,500" }, { min: 4500, max: 4500, best: 4500 }],
  ["a number with spaces", { n: "10 000" }, { min: 10000, max: 10000, best: 10000 }],
  ["about", { n: 5800, roughly: true }, { min: null, max: null, best: 5800, approx: true }],
  ["from and to", { low: 12, high: 15 }, { min: 12, max: 15, best: null }],
  ["at least", { low: "30" }, { min: 30, max: null, best: null }],
];

for (const [name, row, expected] of amounts) {
  test(`a row with ${name}`, () => {
    const { figure } = draftOf({ what: "killed", ...row });
    for (const [key, value] of Object.entries(expected)) assert.equal(figure?.[key as keyof typeof figure], value, key);
    assert.equal(figure?.unit, "dead");
  });
}

test("a row's columns are its quote; voice and place stand in it; the paper it names is what it restates", () => {
  const row = {
    n: "3",
    what: "held",
    office: "",
    speaker: "Dana Orlen",
    day: "2031-01-02",
    town: "Karsu",
    paper: "Echo",
    link: "https://e.example",
  };
  const draft = draftOf(row);
  assert.match(draft.quote, /^n: 3\nwhat: held\nspeaker: Dana Orlen\n/);
  const [voice] = draft.voice;
  assert.equal(voice?.name, "Dana Orlen");
  assert.equal(textOf(row).slice(voice.start ?? 0, voice.end ?? 0), "Dana Orlen");
  assert.deepEqual([draft.said, draft.where[0]?.name, draft.figure?.of], ["2031-01-02", "Karsu", [{ group: "minor", label: "boys" }]]);
  const [, input] = inputsOf([row]);
  const { meta } = readLoose(input?.bytes as Uint8Array, "r.md", maker);
  assert.deepEqual(meta.restates, { publisher: "Echo", published: "2031-01-02", url: "https://e.example", language: null });
});

test("a value that stands for itself, and one that means nothing", () => {
  const said = { from: "day", words: { undated: null }, rest: "same" };
  const dated = (day: string): string | null => {
    const [, input] = inputsOf([{ n: 1, what: "killed", day }], { ...map, said });
    const { text } = readLoose(input?.bytes as Uint8Array, "r.md", maker);
    return tableRows.read(text, { published: null, passages: [] })[0]?.said ?? null;
  };
  assert.deepEqual([dated("2031-05"), dated("undated")], ["2031-05", null]);
});

const refusals: readonly (readonly [string, TableRow, RegExp])[] = [
  ["no number", { what: "killed" }, /No column gives a number/],
  ["no number but words", { what: "killed", n: "many" }, /value is expected to be a number/],
  ["a word that is not mapped", { what: "hurt", n: 3 }, /“hurt” is not among the words/],
  ["no unit", { n: 3 }, /unit is expected/],
  ["a date that is none", { what: "killed", n: 3, day: "yesterday" }, /said is expected/],
];

for (const [name, row, message] of refusals) {
  test(`a row with ${name} is refused with a reason, and the rest goes on`, () => {
    const [, first, second] = inputsOf([row, { what: "killed", n: 1 }]);
    assert.ok(first?.bytes instanceof Refusal);
    assert.equal(first.bytes.code, "metadata-bad");
    assert.match(first.bytes.message, message);
    assert.ok(second?.bytes instanceof Uint8Array);
  });
}

for (const [name, mapping, message] of [
  ["no object", [], /no JSON object/],
  ["an unknown field", { people: "n" }, /field that is not known: people/],
  ["a field that is no column", { value: 3 }, /value is expected to be a column/],
] as const) {
  test(`a mapping with ${name} is refused by name`, () => {
    assert.throws(() => tableMap(mapping, "m.json"), message);
  });
}

test("only texts of rows are read as rows", () => {
  const context = { published: null, passages: [] };
  for (const text of ["", "Row 1\n\nn: 3", "Row 1\n\nn: 3\n\nMapped to a figure:\nunit: dead", "a\n\nb\n\nMapped to a figure:\n{}"])
    assert.deepEqual(tableRows.read(text, context), []);
});
