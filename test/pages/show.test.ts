/** What the first screen must and must never say. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { claimsPage } from "../../src/pages/claims.ts";
import { peoplePage } from "../../src/pages/people.ts";
import { showPage } from "../../src/pages/show.ts";
import type { CaseState } from "../../src/pages/state.ts";
import { emptyState } from "../../src/pages/state.ts";
import { timelinePage } from "../../src/pages/timeline.ts";
import type { Page } from "../../src/pages/tree.ts";
import { claim, figure, id, source, velmar, voice } from "./fixture.ts";

interface Node {
  readonly tag: string;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly children: readonly unknown[];
}

function nodes(page: unknown): readonly Node[] {
  if (typeof page !== "object" || page === null) return [];
  const node = page as Node;
  return [node, ...node.children.flatMap(nodes)];
}

function text(node: unknown): string {
  return typeof node === "string" ? node : (node as Node).children.map(text).join("");
}

/** Everything that any face could print of the page: text and attributes. */
function everything(page: Page): string {
  return JSON.stringify(page);
}

test("the first screen names nobody who is accused, in no quote, voice or label; asked for, it does", () => {
  const screen = everything(showPage(velmar, { names: "withheld" }));
  assert.doesNotMatch(screen, /Tarrin/);
  assert.match(screen, /name withheld: accused/);
  assert.match(screen, /Accused is not guilty/);
  assert.match(everything(showPage(velmar, { names: "shown" })), /Tarrin/);
});

test("a name in Cyrillic is withheld in every case ending, and inside no other word", () => {
  const state: CaseState = {
    ...emptyState,
    sources: [source("a", { language: "ru" })],
    claims: [
      claim("one", "a", "Иван Каренов задержан.", {
        event: "arrest",
        who: [{ role: "patient", name: "Иван Каренов", start: 0, end: 12, group: null, label: null }],
        voice: [voice("Полиция")],
      }),
      claim("two", "a", "Каренову и Каренова видели; каренская улица и Каренгол остались.", { voice: [voice("Сосед")] }),
    ],
    timeline: [],
  };
  const screen = everything(showPage(state, { names: "withheld" }));
  assert.doesNotMatch(screen, /Каренов/);
  assert.match(screen, /каренская улица и Каренгол/);
});

test("where the name stands, the legal stage, who says so and the denial stand beside it", () => {
  for (const page of [peoplePage(velmar), timelinePage(velmar), claimsPage(velmar, null)]) {
    assert.match(
      everything(page),
      /suspected \(“abuse of office”\), says Office of the Velmar Prosecutor; a denial is in the record, by Tarrin's lawyer/,
      page.attrs.name,
    );
  }
});

test("a name behind a plain word for what somebody is, and a spelling that ends otherwise, are withheld too", () => {
  const state: CaseState = {
    ...emptyState,
    sources: [source("a")],
    claims: [
      claim("one", "a", "The press put businessman Orlan Vetterri behind the riot.", {
        kind: "explanation",
        who: [
          { role: "agent", name: "businessman Orlan Vetterri", start: 14, end: 40, group: null, label: null },
          { role: "agent", name: "men from the Upper Town", start: 0, end: 9, group: null, label: null },
        ],
      }),
      claim("two", "a", "Vetterry left for the Upper Town; Vetter stayed.", { voice: [voice("A neighbour")] }),
    ],
  };
  const screen = everything(showPage(state, { names: "withheld" }));
  assert.doesNotMatch(screen, /Vetterr|Orlan/);
  assert.match(screen, /left for the Upper Town; Vetter stayed/);
});

test("an organisation that is accused is no suspect", () => {
  const state: CaseState = {
    ...velmar,
    claims: [
      claim("org", "courier", "The mayor accused the Office of the Velmar Prosecutor of delay.", {
        voice: [voice("The mayor", { stance: "accuses" })],
        who: [{ role: "accused", name: "Office of the Velmar Prosecutor", start: 0, end: 31, group: null, label: null }],
      }),
    ],
  };
  assert.match(everything(showPage(state, { names: "withheld" })), /Office of the Velmar Prosecutor/);
});

test("no quote stands without a voice, and none that is unsure without saying so", () => {
  const quotes = nodes(showPage(velmar, { names: "withheld" })).filter((node) => node.tag === "quote");
  assert.ok(quotes.length > 10);
  for (const { attrs } of quotes) {
    assert.notEqual(attrs.voice, "");
    if (attrs.certainty !== "stated") assert.notEqual(attrs.manner, null);
  }
});

test("every number of a ledger is in a line that names who says it and where", () => {
  const rows = nodes(showPage(velmar, { names: "withheld" })).filter(
    (node) => node.tag === "row" && nodes(node).some((one) => one.tag === "value"),
  );
  assert.ok(rows.length >= 4);
  for (const row of rows) {
    const [, , who, where] = row.children as readonly Node[];
    assert.notEqual(text(who), "");
    assert.ok(nodes(where).some((node) => node.tag === "reference"));
  }
});

test("no rule of choice is applied: the range is printed with both its voices, and no total, mean or best stands for it", () => {
  const screen = text(showPage(velmar, { names: "withheld" }));
  assert.match(screen, /From 31 \(Office of the Velmar Prosecutor\) to at least 52 \(Doctors of the Northern Clinic\)\. No rule chooses/);
  assert.doesNotMatch(screen, /average|most likely|best estimate|consensus|corroborated/i);
});

test("what a voice has taken back is not an end of the range", () => {
  const series = velmar.figures[0]?.series ?? [];
  const figures = velmar.figures.map((tally, index) =>
    index === 0
      ? { ...tally, series: series.map((point) => (point.min === 52 ? { ...point, status: "withdrawn" as const } : point)) }
      : tally,
  );
  assert.match(
    text(showPage({ ...velmar, figures }, { names: "withheld" })),
    /From 31 \(Office of the Velmar Prosecutor\) to 38 \(Прокуратура Вельмара\)/,
  );
});

test("every reference leads to an entry of the source list, and the list holds no other", () => {
  const all = nodes(showPage(velmar, { names: "withheld" }));
  const cited = new Set(all.filter((node) => node.tag === "reference").map((node) => node.attrs.source));
  const listed = new Set(all.filter((node) => node.tag === "source").map((node) => node.attrs.source));
  assert.deepEqual(cited, listed);
});

test("a restatement says what it restates and is not passed off as its publisher", () => {
  const screen = text(showPage(velmar, { names: "withheld" }));
  assert.match(screen, /restates in other words Kaltan Courier, 6 Mar 2031/);
  assert.match(screen, /Kaltan Courier \(restated\)/);
});

test("a long section says how much more there is and which page shows it", () => {
  const many: CaseState = {
    ...velmar,
    timeline: Array.from({ length: 40 }, (_unused, day) => ({
      id: id(`e${day}`),
      type: "protest" as const,
      when: `2031-03-${String((day % 28) + 1).padStart(2, "0")}`,
      where: null,
      who: [],
      claims: [id("clash")],
      origins: [],
      standing: "one-origin" as const,
    })),
  };
  const more = nodes(showPage(many, { names: "withheld" })).find((node) => node.tag === "more" && node.attrs.page === "timeline");
  assert.equal(more?.attrs.left, 26);
});

test("a document without a publisher is never called by its hash", () => {
  const [tally] = velmar.figures;
  const series = (tally?.series ?? []).map((point) => ({ ...point, origin: id("bulletin") }));
  const sources = velmar.sources.map((one) => (one.id === id("bulletin") ? { ...one, publisher: null, title: null } : one));
  const page = showPage(
    { ...velmar, sources, figures: velmar.figures.map((one) => (one === tally ? { ...one, series } : one)) },
    { names: "withheld" },
  );
  assert.doesNotMatch(text(page), /sha256:/);
  assert.match(text(page), /origin: a document without a publisher/);
});

test("copies of one number on one day are one line with all their sources", () => {
  const state: CaseState = {
    ...emptyState,
    sources: ["a", "b", "c"].map((word) => source(word, { publisher: word, published: "2031-03-04" })),
    claims: ["a", "b", "c"].map((word) =>
      claim(word, word, "Nine died.", { kind: "figure", figure: figure(9), voice: [voice("Kaltan Wire")] }),
    ),
    figures: [
      {
        id: id("a"),
        measure: { unit: "dead", of: [], where: null, when: null, accrual: null },
        series: ["a", "b", "c"].map((word) => ({
          claim: id(word),
          origin: "Kaltan Wire",
          said: null,
          asOf: null,
          min: 9,
          max: 9,
          best: 9,
          status: "current" as const,
        })),
        parts: [],
        checks: [],
        remainder: null,
      },
    ],
  };
  const rows = nodes(showPage(state, { names: "withheld" })).filter(
    (node) => node.tag === "row" && nodes(node).some((one) => one.tag === "value"),
  );
  assert.equal(rows.length, 1);
  assert.deepEqual(nodes(rows[0]).filter((node) => node.tag === "reference").map((node) => node.attrs.number), [1, 2, 3]); // prettier-ignore
});

test("an empty case says so, and a case of refusals still shows them", () => {
  assert.match(text(showPage(emptyState, { names: "withheld" })), /holds no source yet/);
  assert.match(text(showPage({ ...emptyState, refused: velmar.refused }, { names: "withheld" })), /scan\.png/);
});

test("rows that name claims or sources which are not there break no page", () => {
  const gone: CaseState = { ...velmar, claims: [], sources: velmar.sources.slice(0, 1) };
  assert.ok(everything(showPage(gone, { names: "withheld" })).length > 0);
});

test("the same case reads the same in whatever order its rows come", () => {
  const turned: CaseState = { ...velmar, sources: [...velmar.sources].reverse(), claims: [...velmar.claims].reverse() };
  assert.deepEqual(showPage(turned, { names: "withheld" }), showPage(velmar, { names: "withheld" }));
  assert.deepEqual(claimsPage(turned, null), claimsPage(velmar, null));
});
