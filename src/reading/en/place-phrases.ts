/** What place a noun phrase names: by a word that says what it is ("Karsh district", "a checkpoint", "Highway 4"), by the gazetteer, or by a name alone. */
import { PLACE_WORDS, placeNamed } from "../../language/places.ts";
import type { Analysis } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import type { Precision } from "../../model/words.ts";
import words from "../lexicons/en/places.json" with { type: "json" };
import type { Names } from "./names.ts";
import type { NounPhrase } from "./phrase.ts";
import type { Stretch } from "./words.ts";
import { lemmaAt, textOf } from "./words.ts";

export interface Named extends Stretch {
  readonly precision: Precision;
  /** True when a name or a number tells it from others of its kind. */
  readonly named: boolean;
  /** The word that says what it is, lower case; null when a name stands alone. */
  readonly kind: string | null;
  /** How the phrase is a place at all: a word of place or the gazetteer says so, or only the preposition before it can. */
  readonly sure: boolean;
}

const KINDS: ReadonlyMap<string, Precision> = new Map<string, Precision>([
  ...words["site-words"].map((word): [string, Precision] => [word, "site"]),
  ...words["settlement-words"].map((word): [string, Precision] => [word, "settlement"]),
  ...words["region-words"].map((word): [string, Precision] => [word, "region"]),
  ...words["district-words"].map((word): [string, Precision] => [word, "district"]),
  ...words["street-words"].map((word): [string, Precision] => [word, "street"]),
]);
const ENDINGS: ReadonlySet<string> = new Set([...KINDS.keys()].map((word) => word.slice(word.lastIndexOf(" ") + 1)));
const PREFIXES: ReadonlyMap<string, Precision> = new Map(Object.entries(words["prefix-words"]) as [string, Precision][]);
const NAMED_ONLY: ReadonlySet<string> = new Set(words["named-only"]);
const NUMBERED: ReadonlySet<string> = new Set(words["numbered-words"]);
const DIRECTIONS: ReadonlySet<string> = new Set(words["direction-words"]);
const OPENERS = /^(?:DET|PRON)$/;

function isCapital(analysis: Analysis, at: number): boolean {
  return /^\p{Lu}/u.test(tokenAt(analysis, at).text);
}

/** The kind of place that the words ending at `at` name, the longer reading first ("old town", "station"). */
function kindEnding(analysis: Analysis, first: number, at: number): { readonly word: string; readonly precision: Precision } | null {
  const { lower } = tokenAt(analysis, at);
  const lemma = lemmaAt(analysis, at);
  const singular = lower.endsWith("s") ? lower.slice(0, -1) : lower;
  // Most phrases end in no word of place.
  if (!ENDINGS.has(lower) && !ENDINGS.has(lemma) && !ENDINGS.has(singular)) return null;
  const single = [lower, lemma, singular];
  const forms = at > first ? single.flatMap((form) => [`${tokenAt(analysis, at - 1).lower} ${form}`]).concat(single) : single;
  for (const word of forms) {
    const precision = KINDS.get(word);
    if (precision !== undefined) return { word, precision };
  }
  return null;
}

/** "No. 2", "4" behind what it numbers: the position where the number begins, else the end of the phrase. */
function numberFrom(analysis: Analysis, { first, last }: Stretch): number {
  if (last - first < 2 || !/^\d{1,4}[a-z]?$/i.test(tokenAt(analysis, last - 1).text)) return last;
  return last - first > 2 && /^(?:no|nr|number|№|#)\.?$/.test(tokenAt(analysis, last - 2).lower) ? last - 2 : last - 1;
}

/** The place that a noun phrase names, without article; null when it names none. */
export function placeIn(analysis: Analysis, phrase: NounPhrase, sentenceFirst: number, names: Names): Named | null {
  const noun = { ...phrase, last: endOf(analysis, phrase) };
  const core = numberFrom(analysis, noun);
  const head = core - 1;
  const kind = kindEnding(analysis, noun.first, head);
  if (core < noun.last) return kind !== null && NUMBERED.has(kind.word) ? numbered(analysis, noun, kind) : null;
  const capital = firstCapital(analysis, noun, sentenceFirst);
  if (kind !== null) {
    const typed = ofKind(analysis, noun, capital, kind);
    if (typed !== null) return typed;
  }
  if (capital === null || !isCapital(analysis, head)) return null;
  return byName(analysis, { first: capital, last: core }, names, capital > noun.first ? tokenAt(analysis, capital - 1).lower : "");
}

/** "Old Harra looted", "the bridge all night": what a headline adds behind a name, and a second article, are no part of it. */
function endOf(analysis: Analysis, { first, last }: Stretch): number {
  let end = first + 1;
  while (end < last && !(tokenAt(analysis, end).tag === "DET" && /^(?:NOUN|PROPN)$/.test(tokenAt(analysis, end - 1).tag))) end += 1;
  while (
    end > first + 1 &&
    /^(?:ADJ|ADV|VERB)$/.test(tokenAt(analysis, end - 1).tag) &&
    tokenAt(analysis, end - 2).tag === "PROPN" &&
    !isCapital(analysis, end - 1)
  )
    end -= 1;
  return end;
}

/** The first word of the phrase that is part of a name; a sentence's first word only when it is tagged so. */
function firstCapital(analysis: Analysis, { first, last }: Stretch, sentenceFirst: number): number | null {
  for (let at = first; at < last; at += 1) {
    const token = tokenAt(analysis, at);
    if (isCapital(analysis, at) && token.tag !== "DET" && token.tag !== "PRON" && (at !== sentenceFirst || token.tag === "PROPN"))
      return at;
  }
  return null;
}

function numbered(analysis: Analysis, noun: NounPhrase, { word, precision }: { word: string; precision: Precision }): Named {
  return { ...withoutArticle(analysis, noun), precision, named: true, kind: word, sure: true };
}

function ofKind(
  analysis: Analysis,
  noun: NounPhrase,
  capital: number | null,
  { word, precision }: { word: string; precision: Precision },
): Named | null {
  const head = noun.last - 1;
  // "three villages" counts them.
  if (tokenAt(analysis, noun.first).tag === "NUM") return null;
  if (capital !== null && capital < head) return { ...from(analysis, noun, capital), precision, named: true, kind: word, sure: true };
  if (NAMED_ONLY.has(word)) return null;
  const opener = tokenAt(analysis, noun.first);
  const owned = tokensOf(analysis, noun).some((text) => /^['’]s$/.test(text));
  if ((!OPENERS.test(opener.tag) && !owned) || /^(?:no|any|every|each|what|which|both|all|several|some|many|few)$/.test(opener.lower))
    return null;
  return { ...withoutArticle(analysis, noun), precision, named: false, kind: word, sure: true };
}

/** From the first word of the name; "northern", "old" and the like before it stay with a place that has no other kind. */
function from(analysis: Analysis, noun: NounPhrase, capital: number): Stretch {
  const before = capital > noun.first ? tokenAt(analysis, capital - 1).lower : "";
  return { first: DIRECTIONS.has(before) && before !== "central" ? capital - 1 : capital, last: noun.last };
}

function tokensOf(analysis: Analysis, { first, last }: Stretch): readonly string[] {
  const texts: string[] = [];
  for (let at = first; at < last; at += 1) texts.push(tokenAt(analysis, at).text);
  return texts;
}

function withoutArticle(analysis: Analysis, { first, last }: Stretch): Stretch {
  return { first: last - first > 1 && /^(?:the|a|an)$/.test(tokenAt(analysis, first).lower) ? first + 1 : first, last };
}

/** A name without a word of place: by the gazetteer, by a word before it ("Lake Orla"), or as the document's other mentions have it. */
function byName(analysis: Analysis, run: Stretch, names: Names, before: string): Named | null {
  const opener = tokenAt(analysis, run.first).lower;
  const prefix = PREFIXES.get(opener.replace(/\.$/, ""));
  if (prefix !== undefined && run.last - run.first > 1) return { ...run, precision: prefix, named: true, kind: opener, sure: true };
  const directed = DIRECTIONS.has(before) && before !== "central";
  const stretch = directed ? { first: run.first - 1, last: run.last } : run;
  for (let first = Math.max(run.first, run.last - PLACE_WORDS); first < run.last; first += 1) {
    const known = placeNamed(textOf(analysis, { first, last: run.last }), "en");
    if (known === null) continue;
    const covering = names.at(first);
    if (covering?.kind === "person") return null;
    return {
      ...(directed ? stretch : { first, last: run.last }),
      precision: directed ? "region" : known.precision,
      named: true,
      kind: null,
      sure: true,
    };
  }
  const covering = names.at(run.last - 1);
  if (covering === null || covering.kind === "person" || covering.kind === "organisation") return null;
  const text = textOf(analysis, run);
  if (run.last - run.first > 4 || /^\p{Lu}{2,}$/u.test(text)) return null;
  const region = directed || /^(?:northern|southern|eastern|western)$/.test(opener);
  return { ...stretch, precision: region ? "region" : "settlement", named: true, kind: null, sure: covering.kind === "place" };
}
