/** Whether a name, as a text gives it, is that of an office or of somebody who speaks for one. */
import type { PlaceLanguage } from "../../language/places.ts";
import { PLACE_WORDS, placeNamed } from "../../language/places.ts";
import { fold } from "../folding.ts";
import data from "./offices.json" with { type: "json" };
import speaking from "./speaking.json" with { type: "json" };
import type { OfficeKind, Word } from "./table.ts";
import { fits, namedIn, wordsOf } from "./table.ts";

/** Where an office is, by the gazetteer. */
export interface Seat {
  readonly name: string;
  readonly country: boolean;
}

export interface OfficeUse {
  readonly kind: OfficeKind;
  /** Null when the words do not say. */
  readonly seat: Seat | null;
}

/** What a name may go back to: "the ministry" to a ministry, "the office" or a post without a body to whatever office came last. */
export type Antecedent = "ministry" | "any";

const languages: readonly PlaceLanguage[] = ["en", "ru", "kk"];
const { about: _about, ...demonyms } = speaking.demonyms;
const isAny = (word: string, patterns: readonly string[]): boolean => patterns.some((pattern) => fits(word, pattern));
const possessive = (word: string): string => word.replace(/'s?$/u, "");
const isPlain = (word: string): boolean => isAny(word, speaking.plain) || /^\p{N}+$/u.test(word);
const isHolding = (word: string): boolean => isAny(possessive(word), speaking.holding);

interface Rest {
  readonly words: readonly Word[];
  readonly seat: Seat | null;
}

/** The words that name no place, and the last place named. */
function withoutPlaces(words: readonly Word[], text: string, at: number): Rest {
  const rest: Word[] = [];
  let seat: Seat | null = null;
  for (let from = 0; from < words.length;) {
    const length = placeLength(words, from, text, at);
    if (length === null) {
      const word = words[from];
      const country = Object.entries(demonyms).find(([, forms]) => isAny(word?.text ?? "", forms))?.[0] ?? null;
      if (country !== null) seat = { name: country, country: true };
      else if (word !== undefined) rest.push(word);
      from++;
    } else {
      seat = length.seat;
      from += length.words;
    }
  }
  return { words: rest, seat };
}

function placeLength(
  words: readonly Word[],
  from: number,
  text: string,
  at: number,
): { readonly words: number; readonly seat: Seat } | null {
  for (let count = Math.min(PLACE_WORDS, words.length - from); count > 0; count--) {
    const [first, last] = [words[from], words[from + count - 1]];
    if (first === undefined || last === undefined) continue;
    const form = text.slice(first.start - at, last.end - at);
    for (const language of languages) {
      const place = placeNamed(form, language);
      if (place !== null) return { words: count, seat: { name: place.name, country: place.precision === "country" } };
    }
  }
  return null;
}

/**
 * The office that a mention names, or for which the person in it speaks; null when it is the name of something else. `person` is the voice's name
 * when that is a person's. Whatever is left of the mention beside office, place and person must be words that hold an office or say nothing.
 */
export function officeUse(mention: string, person: string | null): OfficeUse | null {
  const words = wordsOf(mention);
  const named = namedIn(words);
  const own = named.reduce<(typeof named)[number] | null>(
    (best, each) => (best === null || each.to - each.from > best.to - best.from ? each : best),
    null,
  );
  if (own === null) return null;
  const left = words.filter((_, index) => !named.some(({ from, to }) => index >= from && index < to));
  const names = new Set(person === null ? [] : wordsOf(person).map(({ text }) => text));
  const { words: rest, seat } = withoutPlaces(
    left.filter(({ text }) => !names.has(text)),
    mention,
    0,
  );
  const bracketed = (word: Word): boolean => mention[word.start - 1] === "(" && mention[word.end] === ")";
  return rest.every((word) => isPlain(word.text) || isHolding(word.text) || bracketed(word)) ? { kind: own.kind, seat } : null;
}

/** The office in what follows a person's name (", a spokeswoman for the Ministry of Health, said"); null when what stands between holds none. */
export function officeAfter(following: string): OfficeUse | null {
  const clause = /^\s*,\s*([^,;.!?\n]{4,120})/u.exec(following)?.[1];
  if (clause === undefined) return null;
  const words = wordsOf(clause);
  const [own] = namedIn(words);
  if (own === undefined) return null;
  const between = words.slice(0, own.from);
  if (!between.every(({ text }) => isPlain(text) || isHolding(text))) return null;
  // The pattern may hold the post itself: "the health minister".
  const holds =
    between.some(({ text }) => isHolding(text)) ||
    words.slice(own.from, own.to).some(({ text }) => isAny(text, ["minister*", "prosecutor"]));
  return holds ? { kind: own.kind, seat: withoutPlaces(words.slice(own.to, own.to + 5), clause, 0).seat } : null;
}

/** What a mention without an office of its own goes back to; null when it goes back to nothing. */
export function antecedentOf(mention: string, person: string | null): Antecedent | null {
  const names = new Set(person === null ? [] : wordsOf(person).map(({ text }) => text));
  const words = wordsOf(mention).filter(({ text }) => !isPlain(text) && !names.has(text));
  const { words: rest } = withoutPlaces(words, mention, 0);
  const [only] = rest.filter(({ text }) => !isHolding(text) || isAny(possessive(text), data.antecedents.any));
  if (person !== null) return rest.length > 0 && rest.every(({ text }) => isHolding(text)) ? "any" : null;
  if (only === undefined || rest.some((word) => word !== only && !isHolding(word.text))) return null;
  if (fold(only.text) !== only.text || mention.slice(only.start, only.end) !== mention.slice(only.start, only.end).toLowerCase())
    return null;
  if (isAny(possessive(only.text), data.antecedents.ministry)) return "ministry";
  return isAny(possessive(only.text), data.antecedents.any) ? "any" : null;
}
