/** Places of one sentence: noun phrases that name one, with the preposition that says how what is told lies to it. */
import type { Analysis, Sentence } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import type { Span } from "../../model/passage.ts";
import type { Precision } from "../../model/words.ts";
import words from "../lexicons/en/places.json" with { type: "json" };
import type { TimeMention } from "../times/mention.ts";
import type { Names } from "./names.ts";
import type { NounPhrase, Phrase } from "./phrase.ts";
import type { Named } from "./place-phrases.ts";
import { placeIn } from "./place-phrases.ts";
import type { Stretch } from "./words.ts";
import { spanOf } from "./words.ts";

export interface PlaceMention extends Span, Stretch {
  /** As said, without article and without "village of". */
  readonly name: string;
  readonly precision: Precision;
  /** The preposition before it, lower case: "near" for all that puts something beside it, "in" inside brackets; null when there is none. */
  readonly preposition: string | null;
  /** True when a name or a number tells it from others of its kind. */
  readonly named: boolean;
  /** The word that says what it is, lower case; null when a name stands alone. */
  readonly kind: string | null;
}

interface Parsed {
  readonly sentence: Sentence;
  readonly phrases: readonly Phrase[];
  readonly times: readonly TimeMention[];
}

/** A place with the phrases that it takes up. */
interface Reading {
  readonly place: Named;
  readonly next: number;
}

const PREPOSITIONS: ReadonlySet<string> = new Set([...words.prepositions, "from", "to", "of"]);
const AROUND: ReadonlySet<string> = new Set(words["around-words"]);
const BESIDE: ReadonlySet<string> = new Set(words["beside-words"]);
const INNER: ReadonlySet<string> = new Set(words["inner-words"]);
const OF_WORDS: ReadonlySet<string> = new Set(words["of-words"]);
const MOVING: ReadonlySet<string> = new Set(words.fittings);
const LINEAR: ReadonlySet<string> = new Set(words["linear-words"]);
/** Prepositions that make a place of a name that nothing else tells to be one. */
const PLACING = /^(?:in|near|at|outside|across|throughout|inside)$/;
const GENERAL = /^(?:settlement|district|region)$/;

/** Places in order; never overlapping. */
export function placesOf(analysis: Analysis, at: Parsed, names: Names): readonly PlaceMention[] {
  const found: PlaceMention[] = [];
  const { phrases } = at;
  for (let i = 0; i < phrases.length;) {
    const reading = readingAt(analysis, at, i, names);
    if (reading === null) {
      i += 1;
      continue;
    }
    const { place } = reading;
    const preposition = prepositionOf(analysis, phrases, i, found.at(-1));
    i = reading.next;
    if (!place.sure && (preposition === null || !(PLACING.test(preposition) || /^(?:from|to|off|between|around|of)$/.test(preposition))))
      continue;
    // "in Arda, a town in Kesse": what is told again of a place is no place of its own.
    if (!place.named && isApposed(analysis, found.at(-1), place, reading, phrases)) continue;
    // "in the capital, Arda": the name stands for both.
    if (place.named && follows(analysis, found.at(-1), place, ",") && found.at(-1)?.named === false && place.kind === null) found.pop();
    found.push(mention(analysis, place, preposition));
    distribute(analysis, found, place);
  }
  return found;
}

function readingAt(analysis: Analysis, parsed: Parsed, i: number, names: Names): Reading | null {
  const { sentence, phrases, times } = parsed;
  const phrase = phrases[i];
  if (phrase?.type !== "noun") return null;
  let { last } = phrase;
  // "in Arda overnight", "on 10 January crowds": a time in the phrase is none of its words.
  while (last > phrase.first && isTimed(analysis, times, last - 1)) last -= 1;
  if (last < phrase.last) while (last > phrase.first && tokenAt(analysis, last - 1).tag === "DET") last -= 1;
  if (last === phrase.first) return null;
  const noun = last === phrase.last ? phrase : { ...phrase, last };
  const place = placeIn(analysis, noun, sentence.first, names) ?? openingName(analysis, parsed, i, names);
  if (place === null) return null;
  return (
    ofAnother(analysis, parsed, i, place, names) ??
    atAnother(analysis, parsed, i, place, names) ??
    betweenTwo(analysis, phrases, i, place) ?? { place, next: i + 1 }
  );
}

/** "In Arda police arrested two": a name behind the preposition that opens the sentence, run together with the subject. */
function openingName(analysis: Analysis, { sentence, phrases }: Parsed, i: number, names: Names): Named | null {
  const noun = nounAt(phrases, i);
  if (
    noun === null ||
    noun.first > sentence.first + 1 ||
    phrases[i + 1]?.type !== "verb" ||
    !PLACING.test(wordOf(analysis, phrases[i - 1]))
  )
    return null;
  let last = noun.first;
  while (last < noun.last && /^\p{Lu}/u.test(tokenAt(analysis, last).text)) last += 1;
  if (last === noun.first || last === noun.last) return null;
  return placeIn(analysis, { ...noun, last, head: last - 1 }, sentence.first, names);
}

function isTimed(analysis: Analysis, times: readonly TimeMention[], at: number): boolean {
  const { start, end } = tokenAt(analysis, at);
  return times.some((time) => time.start < end && start < time.end);
}

function wordOf(analysis: Analysis, phrase: Phrase | undefined): string {
  return phrase?.type === "mark" ? tokenAt(analysis, phrase.last - 1).lower : "";
}

function nounAt(phrases: readonly Phrase[], i: number): NounPhrase | null {
  const phrase = phrases[i];
  return phrase?.type === "noun" ? phrase : null;
}

/** "the village of Karsh" is Karsh; "the port of Tarvo", "the doors of the court" are one site. */
function ofAnother(analysis: Analysis, { sentence, phrases }: Parsed, i: number, place: Named, names: Names): Reading | null {
  const noun = nounAt(phrases, i + 2);
  if (noun === null || wordOf(analysis, phrases[i + 1]) !== "of" || place.kind === null) return null;
  const inner = placeIn(analysis, noun, sentence.first, names);
  const proper = /^\p{Lu}/u.test(tokenAt(analysis, noun.last - 1).text);
  if (OF_WORDS.has(place.kind) && !(place.named && inner !== null && place.precision !== "settlement")) {
    if (inner === null ? !proper : inner.kind !== null && inner.kind !== "village") return null;
    const stretch = inner ?? { first: noun.first, last: noun.last };
    return { place: { ...stretch, precision: place.precision, named: true, kind: place.kind, sure: true }, next: i + 3 };
  }
  const numbered = /\d/.test(tokenAt(analysis, place.last - 1).text);
  if ((place.named && !numbered) || BESIDE.has(place.kind) || INNER.has(place.kind)) return null;
  const opener = tokenAt(analysis, noun.first);
  if (!proper && !/^(?:DET|PRON)$/.test(opener.tag)) return null;
  const further = wordOf(analysis, phrases[i + 3]) === "of" && inner === null ? nounAt(phrases, i + 4) : null;
  const last = further === null ? noun.last : further.last;
  return { place: { ...place, last, named: place.named || proper || inner?.named === true }, next: further === null ? i + 3 : i + 5 };
}

/** "a checkpoint at the Tellur refugee camp", "the barracks at Omu": one site. */
function atAnother(analysis: Analysis, { sentence, phrases }: Parsed, i: number, place: Named, names: Names): Reading | null {
  const noun = nounAt(phrases, i + 2);
  if (
    noun === null ||
    place.named ||
    place.precision !== "site" ||
    MOVING.has(place.kind ?? "") ||
    wordOf(analysis, phrases[i + 1]) !== "at"
  )
    return null;
  const inner = placeIn(analysis, noun, sentence.first, names);
  return inner?.named === true && (inner.kind === null || inner.precision === "site")
    ? { place: { ...place, last: inner.last, named: true }, next: i + 3 }
    : null;
}

/** "the road between Ardan and Lower Kel", "the road from Murn to Kessa". */
function betweenTwo(analysis: Analysis, phrases: readonly Phrase[], i: number, place: Named): Reading | null {
  if (place.kind === null || !LINEAR.has(place.kind)) return null;
  const opener = wordOf(analysis, phrases[i + 1]);
  const joint = opener === "between" ? "and" : opener === "from" ? "to" : null;
  const [from, to] = [nounAt(phrases, i + 2), nounAt(phrases, i + 4)];
  if (joint === null || from === null || to === null || wordOf(analysis, phrases[i + 3]) !== joint) return null;
  return { place: { ...place, last: to.last, named: true }, next: i + 5 };
}

/** What stands before the phrase at `i`; of the second of two joined places what stands before the first. */
function prepositionOf(analysis: Analysis, phrases: readonly Phrase[], i: number, before: PlaceMention | undefined): string | null {
  const mark = phrases[i - 1];
  if (mark?.type !== "mark") return null;
  if (mark.kind === "comma" || mark.kind === "conjunction") {
    const near = before !== undefined && (before.last === mark.first || (mark.kind === "conjunction" && before.last === mark.first - 1));
    return near ? before.preposition : null;
  }
  const word = tokenAt(analysis, mark.last - 1).lower;
  if (mark.kind === "bracket") return tokenAt(analysis, mark.first).text === "(" ? "in" : null;
  if (!PREPOSITIONS.has(word)) return null;
  const opener = mark.first > 0 ? tokenAt(analysis, mark.first - 1).lower : "";
  if (word === "to" && /^(?:next|close|adjacent|thanks)$/.test(opener)) return opener === "thanks" ? null : "near";
  const owner = nounAt(phrases, i - 2);
  if ((word === "of" || word === "from" || word === "off") && owner !== null) {
    const { lower, lemma } = tokenAt(analysis, owner.last - 1);
    if (BESIDE.has(lower) || BESIDE.has(lemma) || /^(?:north|south|east|west)/.test(lower)) return "near";
    if (word === "of" && (INNER.has(lower) || INNER.has(lemma))) return outer(analysis, phrases, i - 2);
    if (word === "of" && before?.last === owner.last) return before.preposition;
  }
  if (word === "of" && BESIDE.has(opener)) return "near";
  if (/^(?:beside|alongside|opposite|nearby|beyond|towards|toward)$/.test(word)) return "near";
  return word;
}

/** "in parts of Arda", "the streets of Arda": what stands before the part. */
function outer(analysis: Analysis, phrases: readonly Phrase[], i: number): string {
  const word = wordOf(analysis, phrases[i - 1]);
  return PREPOSITIONS.has(word) && word !== "of" ? word : "in";
}

function follows(analysis: Analysis, before: PlaceMention | undefined, place: Stretch, mark: string): boolean {
  return (
    before !== undefined && before.last < place.first && tokenAt(analysis, before.last).text === mark && place.first - before.last <= 2
  );
}

/** ", a town in Kesse", ", the capital of Kesse": a kind without a name right behind a named place. */
function isApposed(
  analysis: Analysis,
  before: PlaceMention | undefined,
  place: Named,
  { next }: Reading,
  phrases: readonly Phrase[],
): boolean {
  if (before?.named !== true || !follows(analysis, before, place, ",") || !GENERAL.test(place.precision)) return false;
  const joined = phrases[next];
  return !(joined?.type === "mark" && (joined.kind === "conjunction" || joined.kind === "comma") && phrases[next + 1]?.type === "noun");
}

/** "in Asper, Quill and Nord districts": the word behind the last says what all are. */
function distribute(analysis: Analysis, found: PlaceMention[], place: Named): void {
  if (place.kind === null || !place.named || tokenAt(analysis, place.last - 1).lower !== `${place.kind}s`) return;
  for (let at = found.length - 2; at >= 0; at -= 1) {
    const [one, next] = [found[at] as PlaceMention, found[at + 1] as PlaceMention];
    if (next.first - one.last > 2 || !/^(?:,|and|or|&)$/.test(tokenAt(analysis, one.last).lower)) return;
    found[at] = { ...one, precision: next.precision };
  }
}

function mention(analysis: Analysis, { first, last, precision, named, kind }: Named, preposition: string | null): PlaceMention {
  const stretch = { first, last };
  const span = spanOf(analysis, stretch);
  const around =
    preposition !== null && (AROUND.has(preposition) || preposition === "between" || (preposition === "outside" && kind === null));
  return {
    ...span,
    ...stretch,
    name: analysis.text.slice(span.start, span.end),
    precision: around ? "around" : preposition === "at" && named && kind === null && precision === "settlement" ? "site" : precision,
    preposition,
    named,
    kind,
  };
}
