/** Claims of a text as short lines, so that a table can hold what a text says and nothing else. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Draft, Voice } from "../../../src/model/claim.ts";
import type { Amount } from "../../../src/model/figure.ts";
import type { Kind } from "../../../src/model/words.ts";
import { rules } from "../../../src/reading/rules.ts";

/** All drafts of an English text. The day of publication is a Tuesday. */
export function draftsOf(text: string, published: string | null = "2031-05-20"): readonly Draft[] {
  return rules.read(text, { published, passages: [{ start: 0, end: text.length, language: "en" }] });
}

export function ofKind(text: string, kind: Kind): readonly Draft[] {
  return draftsOf(text).filter((draft) => draft.kind === kind);
}

/** "45", ">45", ">=45", "<=45", "<45", "10..20", "~45", "~<=45"; "~>=24" is "dozens". */
export function amount({ min, max, best, minExclusive, maxExclusive, approx }: Amount): string {
  if (approx) return best === null ? `~>=${String(min)}` : `~${max === null ? "" : "<="}${String(best)}`;
  if (min !== null && max !== null) return min === max ? String(best) : `${min}..${max}`;
  if (min !== null) return `>${minExclusive ? "" : "="}${min}`;
  return `<${maxExclusive ? "" : "="}${String(max)}`;
}

/** "45 dead of security: police officers, new, including of 612". */
export function figure(draft: Draft, all: readonly Draft[]): string {
  const said = draft.figure;
  if (said === null) return "no figure";
  const of = said.of.map(({ group, label }) => `${group ?? "-"}: ${label}`).join(" + ");
  const whole = said.partOf === null ? null : (all[said.partOf]?.figure ?? null);
  return [
    `${amount(said)} ${said.unit}${said.per === null ? "" : ` per ${said.per}`}${of === "" ? "" : ` of ${of}`}`,
    ...(draft.negated ? ["not"] : []),
    ...(said.accrual === null ? [] : [said.accrual]),
    ...(whole === null ? [] : [`${String(said.partKind)} of ${amount(whole)}`]),
  ].join(", ");
}

export function figuresOf(text: string): readonly string[] {
  const all = draftsOf(text);
  return all.filter((draft) => draft.figure !== null).map((draft) => figure(draft, all));
}

/** "Reports < Ada Venn/state denies": outermost first. */
export function chain(voice: readonly Voice[]): string {
  return voice
    .map(({ name, party, stance }) => `${name ?? "?"}${party === "unknown" ? "" : `/${party}`}${stance === "says" ? "" : ` ${stance}`}`)
    .join(" > ");
}

/** "who: what is said", for claims that somebody says. */
export function spokenOf(text: string): readonly string[] {
  return draftsOf(text)
    .filter((draft) => draft.voice.length > 0)
    .map((draft) => `${chain(draft.voice)}: ${draft.quote}`);
}

/** "arrest not (patient Ada Venn) when @where". */
export function event(draft: Draft): string {
  const who = draft.who.map(({ role, name, group }) => `${role} ${name}${group === null ? "" : `/${group}`}`).join("; ");
  return [
    String(draft.event),
    ...(draft.negated ? ["not"] : []),
    ...(draft.certainty === "stated" ? [] : [draft.certainty]),
    ...(who === "" ? [] : [`(${who})`]),
    ...(draft.when === null ? [] : [draft.when]),
    ...draft.where.map(({ name, precision }) => `@${name}/${precision}`),
  ].join(" ");
}

export function eventsOf(text: string): readonly string[] {
  return ofKind(text, "event").map(event);
}

/** A text and what it says, line by line. */
export type Row = readonly [text: string, ...said: string[]];

/** One test a row: the lines that `read` gives for the text are exactly those of the row. */
export function table(name: string, rows: readonly Row[], read: (text: string) => readonly string[]): void {
  for (const [text, ...said] of rows) {
    test(`${name}: ${text.replaceAll("\n", "⏎")}`, () => {
      assert.deepEqual([...read(text)].sort(), [...said].sort());
    });
  }
}

/** "alleged suspected: arson" with the words of the claim, for events and figures. */
export function stagesOf(text: string): readonly string[] {
  return draftsOf(text)
    .filter((draft) => draft.kind === "event" || draft.kind === "figure")
    .map(
      ({ legal, quote }) => (legal === null ? "-" : `${legal.stage}${legal.offence === null ? "" : `: ${legal.offence}`}`) + ` | ${quote}`,
    );
}

/** "hedged not | the words of the claim". */
export function certaintiesOf(text: string): readonly string[] {
  return draftsOf(text).map(({ certainty, negated, quote }) => `${certainty}${negated ? " not" : ""} | ${quote}`);
}

/** "2031-05-12 occurred (on 12 May) as of … said … | the words of the claim". */
export function timesOf(text: string): readonly string[] {
  return draftsOf(text).map(({ when, whenKind, whenText, asOf, said, quote }) =>
    [
      ...(when === null ? [] : [`${when} ${String(whenKind)} (${String(whenText)})`]),
      ...(asOf === null ? [] : [`as of ${asOf}`]),
      ...(said === null ? [] : [`said ${said}`]),
      `| ${quote}`,
    ].join(" "),
  );
}

export function placesOf(text: string): readonly string[] {
  return draftsOf(text).flatMap(({ where }) => where.map(({ name, precision }) => `${name}/${precision}`));
}

export function questionsOf(text: string): readonly string[] {
  return ofKind(text, "question").map(({ question }) =>
    [
      question?.asks ?? "",
      ...(question?.why == null ? [] : [`why: ${question.why}`]),
      ...(question?.holder == null ? [] : [`asked of ${question.holder}`]),
    ].join(" | "),
  );
}

export function pledgesOf(text: string): readonly string[] {
  return ofKind(text, "pledge").map(({ pledge }) =>
    [
      pledge?.by ?? "?",
      ...(pledge?.to == null ? [] : [`to ${pledge.to}`]),
      pledge?.what ?? "",
      ...(pledge?.due == null ? [] : [`by ${pledge.due}`]),
      ...(pledge?.condition == null ? [] : [pledge.condition]),
    ].join(" | "),
  );
}

export function relationsOf(text: string): readonly string[] {
  return ofKind(text, "relation").map(
    ({ relation }) =>
      `${relation?.from ?? "?"} ${relation?.type ?? ""} ${relation?.to ?? "?"}${relation?.office == null ? "" : ` (${relation.office})`}`,
  );
}

/** The words of the claims of one kind. */
export function wordsOf(kind: Kind): (text: string) => readonly string[] {
  return (text) =>
    ofKind(text, kind).map(({ quote, event, negated }) => `${event === null ? "" : `${event}: `}${negated ? "not " : ""}${quote}`);
}

/** "the words of the claim", with "(not)" behind them when it says that it was not so. */
export function heardOf(text: string, kind: Kind): readonly string[] {
  return ofKind(text, kind).map(({ quote, negated }) => `${quote}${negated ? " (not)" : ""}`);
}

/** The names of the chain of the claim that covers a passage best, outermost first; "-" when it is the document's own, "null" when nobody is named. */
export function voiceOf(text: string, quote: string): string {
  const start = text.indexOf(quote);
  const end = start + quote.length;
  const share = (draft: Draft): number => {
    const both = Math.min(draft.end, end) - Math.max(draft.start, start);
    return both <= 0 ? 0 : both / (Math.max(draft.end, end) - Math.min(draft.start, start));
  };
  const best = draftsOf(text, "2027-03-10").toSorted((a, b) => share(b) - share(a))[0];
  assert.ok(best !== undefined && share(best) >= 0.5, `no claim covers “${quote}”`);
  const names = best.voice.map(({ name }) => (name === null ? "null" : name.replace(/^(?:the|an?) /i, "").replace(/^@/, "")));
  return names.length === 0 ? "-" : names.join(" / ");
}

/** Sentences of everyday life, in which nobody demands, promises or leaves open anything that a record wants. */
export const everyday: readonly Row[] = [
  ["The pasta was overcooked and the wine was too warm."],
  ["He opened the door, put down his bag and asked for a glass of water."],
  ["The museum is closed on Mondays and will be closed on 24 December."],
  ["They say that a watched pot never boils."],
  ["You should always carry a spare key when you go hiking."],
  ["If I had a million, I would buy a boat and never come back."],
  ['"The show must go on," as my grandmother used to say.'],
  ["She wondered whether to take the blue dress or the red one."],
  ["I don't know what to cook tonight."],
  ["Add the flour slowly. Do not stir too hard, or it will turn out tough."],
];
