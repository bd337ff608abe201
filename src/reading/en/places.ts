/** Places of one sentence: names that the gazetteer knows, and names that the words beside them make places. */
import { PLACE_WORDS, placeNamed } from "../../language/places.ts";
import type { Analysis, Sentence } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import type { Span } from "../../model/passage.ts";
import type { Precision } from "../../model/words.ts";
import words from "../lexicons/en/places.json" with { type: "json" };
import type { Names } from "./names.ts";
import type { Stretch } from "./words.ts";
import { spanOf } from "./words.ts";

export interface PlaceMention extends Span, Stretch {
  /** As said, without article and without "city of". */
  readonly name: string;
  readonly precision: Precision;
  /** The preposition before it, lower case, or null. */
  readonly preposition: string | null;
}

const KIND_OF_WORD: ReadonlyMap<string, Precision> = new Map<string, Precision>([
  ...words["settlement-words"].map((word): [string, Precision] => [word, "settlement"]),
  ...words["site-words"].map((word): [string, Precision] => [word, "site"]),
  ...words["region-words"].map((word): [string, Precision] => [word, "region"]),
  ...words["district-words"].map((word): [string, Precision] => [word, "district"]),
  ...words["street-words"].map((word): [string, Precision] => [word, "street"]),
]);
const AROUND: ReadonlySet<string> = new Set(words["around-words"]);
const LOCATIVE: ReadonlySet<string> = new Set([
  "in",
  "at",
  "near",
  "across",
  "throughout",
  "around",
  "outside",
  "inside",
  "from",
  "to",
  "on",
]);

function lower(analysis: Analysis, sentence: Sentence, at: number): string {
  return at >= sentence.first && at < sentence.last ? tokenAt(analysis, at).lower : "";
}

function isCapital(analysis: Analysis, sentence: Sentence, at: number): boolean {
  return at >= sentence.first && at < sentence.last && /^\p{Lu}/u.test(tokenAt(analysis, at).text);
}

/** Places in order; never overlapping. */
export function placesOf(analysis: Analysis, sentence: Sentence, names: Names): readonly PlaceMention[] {
  const found: PlaceMention[] = [];
  let at = sentence.first;
  while (at < sentence.last) {
    const place = isCapital(analysis, sentence, at) ? placeAt(analysis, sentence, names, at) : commonPlaceAt(analysis, sentence, at);
    if (place === null) {
      at += 1;
      continue;
    }
    found.push(place.preposition === null ? shared(analysis, place, found.at(-1)) : place);
    at = place.last;
  }
  return found;
}

/** "in Osterby and Calis": the second place stands under the preposition of the first. */
function shared(analysis: Analysis, place: PlaceMention, before: PlaceMention | undefined): PlaceMention {
  if (before === undefined || place.first !== before.last + 1 || !/^(?:and|or|,)$/.test(tokenAt(analysis, before.last).lower)) return place;
  return { ...place, preposition: before.preposition };
}

function placeAt(analysis: Analysis, sentence: Sentence, names: Names, at: number): PlaceMention | null {
  const run = capitalRun(analysis, sentence, at);
  const typed = typedPlace(analysis, sentence, run);
  if (typed !== null) return typed;
  const covering = names.at(at);
  if (covering?.kind === "person") return null;
  if (covering?.kind === "organisation" && covering.last - covering.first > 1) return null;
  for (let last = Math.min(run.last, at + PLACE_WORDS); last > at; last -= 1) {
    const known = placeNamed(textAt(analysis, at, last), "en");
    if (known !== null && !isDemonym(analysis, sentence, last)) return mention(analysis, sentence, { first: at, last }, known.precision);
  }
  if (covering?.kind === "place" && covering.first === at)
    return mention(analysis, sentence, { first: covering.first, last: covering.last }, "settlement");
  if (covering?.kind === "unknown" && covering.first === at)
    return byPreposition(analysis, sentence, { first: covering.first, last: covering.last });
  return null;
}

const COMMON: ReadonlySet<string> = new Set(words["common-sites"]);
const COMMON_PREPOSITIONS: ReadonlySet<string> = new Set(words["common-prepositions"]);
const COMMON_KINDS: ReadonlyMap<string, Precision> = new Map<string, Precision>([
  ["village", "settlement"],
  ["town", "settlement"],
  ["capital", "settlement"],
  ["suburb", "district"],
  ["outskirts", "district"],
  ["district", "district"],
  ["street", "street"],
  ["road", "street"],
  ["avenue", "street"],
]);

/** "outside the old cemetery", "in the capital": a place without a name, right behind its preposition. */
function commonPlaceAt(analysis: Analysis, sentence: Sentence, at: number): PlaceMention | null {
  const token = tokenAt(analysis, at);
  if (!COMMON.has(token.lower) || (token.tag !== "NOUN" && token.tag !== "PROPN")) return null;
  const next = at + 1 < sentence.last ? tokenAt(analysis, at + 1) : null;
  // "the hospital director", "the port authority": the noun goes on.
  if (next !== null && (next.tag === "NOUN" || next.tag === "PROPN" || next.lower === "'s")) return null;
  // "the town of Osterby": its name follows.
  if (next?.lower === "of" && isCapital(analysis, sentence, at + 2)) return null;
  let first = at;
  while (first > sentence.first && first > at - 5 && /^(?:DET|ADJ|NOUN|PROPN)$/.test(tokenAt(analysis, first - 1).tag)) first -= 1;
  const preposition = lower(analysis, sentence, first - 1);
  const opener = tokenAt(analysis, first);
  if (!COMMON_PREPOSITIONS.has(preposition) || (opener.tag !== "DET" && opener.tag !== "PRON") || opener.lower === "no") return null;
  const stretch = { first: first < at && /^(?:the|a|an)$/.test(opener.lower) ? first + 1 : first, last: at + 1 };
  const span = spanOf(analysis, stretch);
  const around = preposition === "near" || preposition === "outside" || preposition === "around" || preposition === "behind";
  return {
    ...span,
    ...stretch,
    name: analysis.text.slice(span.start, span.end),
    precision: around ? "around" : (COMMON_KINDS.get(token.lower) ?? "site"),
    preposition:
      preposition === "behind" || preposition === "beside" || preposition === "inside" || preposition === "outside" ? "near" : preposition,
  };
}

function textAt(analysis: Analysis, first: number, last: number): string {
  const span = spanOf(analysis, { first, last });
  return analysis.text.slice(span.start, span.end);
}

/** No name of a place has more words; a list of initials of some thousands must not be walked from each of them. */
const LONGEST_RUN = 12;

function capitalRun(analysis: Analysis, sentence: Sentence, at: number): Stretch {
  let last = at + 1;
  while (last < at + LONGEST_RUN && isCapital(analysis, sentence, last)) last += 1;
  return { first: at, last };
}

/** "Aktobe region", "Republic Square", "the city of Taraz", "Raiymbek Avenue": a word beside the name says what it is. */
function typedPlace(analysis: Analysis, sentence: Sentence, run: Stretch): PlaceMention | null {
  const before = lower(analysis, sentence, run.first - 1) === "of" ? KIND_OF_WORD.get(lower(analysis, sentence, run.first - 2)) : undefined;
  const inside = run.last - run.first > 1 ? KIND_OF_WORD.get(lower(analysis, sentence, run.last - 1)) : undefined;
  const after = KIND_OF_WORD.get(lower(analysis, sentence, run.last));
  if (inside !== undefined && !/^(?:university|department|state|school|hospital|church)$/.test(lower(analysis, sentence, run.last - 1)))
    return mention(analysis, sentence, run, inside);
  if (after !== undefined && !/^(?:state|department|building|quarter|capital)$/.test(lower(analysis, sentence, run.last))) {
    return mention(analysis, sentence, { first: run.first, last: run.last + 1 }, after);
  }
  if (
    before !== undefined &&
    before !== "site" &&
    /^(?:city|town|village|settlement|region|district|province|oblast|republic|suburb|county)$/.test(
      lower(analysis, sentence, run.first - 2),
    )
  ) {
    return mention(analysis, sentence, run, before);
  }
  return null;
}

/** "the Almaty police", "Kazakhstan's president": the place names an office, not where it happened. */
function isDemonym(analysis: Analysis, sentence: Sentence, after: number): boolean {
  return /^(?:-based)$/.test(lower(analysis, sentence, after));
}

function byPreposition(analysis: Analysis, sentence: Sentence, stretch: Stretch): PlaceMention | null {
  const joined = /^(?:and|or)$/.test(lower(analysis, sentence, stretch.first - 1)) && isCapital(analysis, sentence, stretch.first - 2);
  const preposition = lower(analysis, sentence, stretch.first - (joined ? 3 : 1));
  const next = lower(analysis, sentence, stretch.last);
  if (preposition !== "in" && preposition !== "near" && preposition !== "at") return null;
  if (next === "'s" || stretch.last - stretch.first > 3) return null;
  const text = textAt(analysis, stretch.first, stretch.last);
  if (/^\p{Lu}+$/u.test(text)) return null;
  return mention(analysis, sentence, stretch, preposition === "at" ? "site" : "settlement");
}

function mention(analysis: Analysis, sentence: Sentence, stretch: Stretch, precision: Precision): PlaceMention {
  const span = spanOf(analysis, stretch);
  let at = stretch.first - 1;
  while (
    /^(?:the|of|city|town|village|region|central|downtown|northern|southern|eastern|western|greater)$/.test(lower(analysis, sentence, at))
  )
    at -= 1;
  const word = lower(analysis, sentence, at);
  const preposition = LOCATIVE.has(word) || AROUND.has(word) ? word : null;
  const around = preposition === "near" || preposition === "outside" || preposition === "around";
  return { ...span, ...stretch, name: analysis.text.slice(span.start, span.end), precision: around ? "around" : precision, preposition };
}
