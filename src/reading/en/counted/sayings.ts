/** What can be said of people who are counted: verbs with the words that belong to them, states, injuries, each with the unit that it gives. */
import type { Analysis } from "../../../language/token.ts";
import { tokenAt } from "../../../language/token.ts";
import type { Unit } from "../../../model/words.ts";
import predicates from "../../lexicons/en/predicates.json" with { type: "json" };
import type { Stretch } from "../words.ts";
import { lemmaAt } from "../words.ts";

/** One entry of the lists: the words after the first, and the unit. */
export interface Saying {
  readonly rest: readonly string[];
  readonly unit: Unit;
  /** True when the verb is said of things as well ("took", "held"): what is counted must then be people. */
  readonly ofThings: boolean;
}

export type Sayings = ReadonlyMap<string, readonly Saying[]>;

/** What is looked at: the text, the end of the sentence, and whether a noun that names no people is counted. */
export interface View {
  readonly analysis: Analysis;
  readonly last: number;
  readonly things: boolean;
}

const OF_THINGS: ReadonlySet<string> = new Set(predicates["about-things"]);

/** Entries by their first word, those of more words first. */
function tableOf(lists: Readonly<Record<string, readonly string[]>>): Sayings {
  const table = new Map<string, Saying[]>();
  for (const [unit, phrases] of Object.entries(lists)) {
    for (const phrase of phrases) {
      const [first = "", ...rest] = phrase.split(" ");
      table.set(first, [...(table.get(first) ?? []), { rest, unit: unit as Unit, ofThings: OF_THINGS.has(phrase) }]);
    }
  }
  for (const entries of table.values()) entries.sort((a, b) => b.rest.length - a.rest.length);
  return table;
}

/** Done to them: "detained", "taken to hospital". */
export const UNDERGONE = tableOf(predicates.undergone);
/** Done by them or befallen them: "died", "gathered", "went missing". */
export const DONE = tableOf(predicates.done);
export const STATES = tableOf(predicates.states);
/** What they had or were given: "burns", "prison terms". */
export const HAD = tableOf(predicates.had);
/** What was brought against them: "charges". */
export const AGAINST = tableOf(predicates.against);
/** The noun before "of" and "for": "the bodies of six", "a warrant for nine". */
export const OF = tableOf(predicates.of);
export const FOR = tableOf(predicates.for);
/** What a denied verb says: those who did not survive are dead, those who were not found are missing. */
export const NEGATED = tableOf(predicates.negated);

/** Words that end what can belong to a predicate. */
const STOPS: ReadonlySet<string> = new Set([
  ";",
  ":",
  ".",
  "!",
  "?",
  "–",
  "—",
  "(",
  ")",
  "but",
  "while",
  "whereas",
  "including",
  "because",
]);

export function stops(lower: string): boolean {
  return STOPS.has(lower);
}

/** Words looked at after a verb: its object, the place and the manner; more would be another clause. */
const REACH = 11;

/** Where the words that can belong to a predicate end. */
export function reachOf({ analysis, last }: View, from: number): number {
  let at = from;
  while (at < last && at < from + REACH && !STOPS.has(tokenAt(analysis, at).lower)) at += 1;
  return at;
}

/** The longest entry at `at` whose other words follow in order before `end`, at most `gap` words apart; null when there is none. */
export function sayingAt({ analysis, things }: View, table: Sayings, at: number, end: number, gap: number): Saying | null {
  const entries =
    table.get(lemmaAt(analysis, at)) ?? table.get(tokenAt(analysis, at).lower) ?? ofParticiple(table, tokenAt(analysis, at).lower);
  return entries?.find(({ rest, ofThings }) => !(ofThings && things) && follows(analysis, rest, at + 1, end, gap)) ?? null;
}

/** "were resettled": a participle that the tagger took for an adjective and left as it stands. */
function ofParticiple(table: Sayings, lower: string): readonly Saying[] | undefined {
  if (!lower.endsWith("ed")) return undefined;
  return table.get(lower.slice(0, -1)) ?? table.get(lower.slice(0, -2)) ?? table.get(lower.slice(0, -3));
}

export function unitAt(view: View, table: Sayings, at: number, end: number, gap: number): Unit | null {
  return sayingAt(view, table, at, end, gap)?.unit ?? null;
}

const AWAY: ReadonlySet<string> = new Set(["from", "outside", "near"]);

/** True when the words follow from `from` on in order before `end`, at most `gap` words apart. */
export function follows(analysis: Analysis, rest: readonly string[], from: number, end: number, gap: number): boolean {
  let at = from;
  for (const word of rest) {
    const limit = Math.min(end, at + gap + 1);
    while (at < limit && lemmaAt(analysis, at) !== word && tokenAt(analysis, at).lower !== word) {
      // "taken from hospital" is not taken to one.
      if (AWAY.has(tokenAt(analysis, at).lower)) return false;
      at += 1;
    }
    if (at >= limit) return false;
    at += 1;
  }
  return true;
}

/** As `sayingAt`, with the other words anywhere in the stretch: "in the hospital were delivered 18". */
export function unitAround({ analysis, things }: View, table: Sayings, at: number, around: Stretch): Unit | null {
  const entries =
    table.get(lemmaAt(analysis, at)) ?? table.get(tokenAt(analysis, at).lower) ?? ofParticiple(table, tokenAt(analysis, at).lower);
  const holds = (word: string): boolean => {
    for (let i = around.first; i < around.last; i += 1)
      if (i !== at && (lemmaAt(analysis, i) === word || tokenAt(analysis, i).lower === word)) return true;
    return false;
  };
  return entries?.find(({ rest, ofThings }) => !(ofThings && things) && rest.every(holds))?.unit ?? null;
}

/** The first entry that begins anywhere between `from` and `end`. */
export function unitIn(view: View, table: Sayings, from: number, end: number): Unit | null {
  for (let at = from; at < end; at += 1) {
    const unit = unitAt(view, table, at, end, 3);
    if (unit !== null) return unit;
  }
  return null;
}
