/** Proper names of one document: persons, organisations, places; the fullest form of each. */
import { placeNamed } from "../../language/places.ts";
import type { Analysis, Sentence, Token } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import type { Span } from "../../model/passage.ts";
import places from "../lexicons/en/places.json" with { type: "json" };
import { organisationWords, titleWords } from "./lexicon.ts";
import type { Stretch } from "./words.ts";
import { spanOf } from "./words.ts";

export interface Name extends Span, Stretch {
  readonly form: string;
  readonly kind: "person" | "organisation" | "place" | "unknown";
}

/** The names of a document and what they stand for. */
export interface Names {
  readonly all: readonly Name[];
  /** The name that covers this token, or null. */
  at(token: number): Name | null;
  /** The fullest form of a name in this document, with the mention that has it; the name itself when there is no fuller one or more than one fits. */
  fullest(name: Name): Name;
  /**
   * Names that a word can stand for later ("the ministry", "the mayor"): organisations with the word in them, people introduced by it.
   * The first mention of each distinct one, in document order.
   */
  called(word: string): readonly Name[];
  /** Names that stand in these sentences, both included, in order. */
  within(first: number, last: number): readonly Name[];
  /** Every mention of exactly this form. */
  mentions(form: string): readonly Name[];
  /** The long form that the document gives an acronym ("KNB" for "National Security Committee (KNB)"), or null. */
  expansion(acronym: string): Name | null;
}

const PLACE_ENDINGS: ReadonlySet<string> = new Set(
  [...places["settlement-words"], ...places["district-words"], ...places["region-words"], ...places["street-words"]].filter(
    (word) => word !== "state" && word !== "ward",
  ),
);
/** First words of names of places: "Upper Varn", "Port Calis". */
const PLACE_OPENERS: ReadonlySet<string> = new Set(places["name-openers"]);
const CONNECTORS = new Set(["of", "for", "and", "on", "the", "de", "al", "bin", "van", "von", "&"]);

function isCapital(token: Token): boolean {
  return /^\p{Lu}/u.test(token.text);
}

/** A capitalised word that is a name: tagged so, or capitalised inside a sentence where ordinary words are not. */
function isNameWord(analysis: Analysis, at: number, first: number): boolean {
  const token = tokenAt(analysis, at);
  if (!isCapital(token)) return false;
  if (token.tag === "PROPN") return !isCalendar(token.lower);
  if (at === first || /^["“«„(]$/.test(tokenAt(analysis, Math.max(at - 1, 0)).text)) return false;
  return (token.tag === "NOUN" || token.tag === "ADJ" || token.tag === "X" || token.tag === "VERB") && token.text.length > 1;
}

function isCalendar(word: string): boolean {
  return /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\.?$/.test(
    word,
  );
}

/** Runs of name words, with "of", "for", "and" inside an organisation's name. */
function runs(analysis: Analysis, sentence: Sentence): Stretch[] {
  const found: Stretch[] = [];
  let at = sentence.first;
  while (at < sentence.last) {
    if (!isNameWord(analysis, at, sentence.first)) {
      at += 1;
      continue;
    }
    const first = at;
    at += 1;
    while (at < sentence.last) {
      if (isNameWord(analysis, at, sentence.first)) at += 1;
      else if (isPossessed(analysis, sentence, at)) at += 2;
      else if (isLink(analysis, sentence, first, at)) at += 2;
      else break;
    }
    found.push({ first, last: Math.min(at, sentence.last) });
  }
  return found;
}

/** "Dockers' Federation", "Women's Council": whose body it is belongs to its name. */
function isPossessed(analysis: Analysis, sentence: Sentence, at: number): boolean {
  if (at + 1 >= sentence.last) return false;
  const mark = tokenAt(analysis, at);
  const owner = tokenAt(analysis, at - 1).lower;
  const plural = (/^['’]$/.test(mark.text) && owner.endsWith("s")) || (/^['’]s$/.test(mark.lower) && COLLECTIVE.has(owner));
  const next = tokenAt(analysis, at + 1);
  return plural && mark.start === tokenAt(analysis, at - 1).end && isCapital(next) && organisationWords.has(next.lower);
}

const COLLECTIVE: ReadonlySet<string> = new Set(["people", "women", "men", "children"]);

/** "Ministry of Health", "Committee for the Protection": a connector between two name words of an organisation. */
function isLink(analysis: Analysis, sentence: Sentence, first: number, at: number): boolean {
  const word = tokenAt(analysis, at).lower;
  if (!CONNECTORS.has(word) || at + 1 >= sentence.last || !isCapital(tokenAt(analysis, at + 1))) return false;
  if (isCalendar(tokenAt(analysis, at + 1).lower)) return false;
  const startsOrganisation = hasOrganisationWord(analysis, { first, last: at });
  if (word === "and") return startsOrganisation && at - first >= 2 && tokenAt(analysis, at - 2).lower === "of";
  return startsOrganisation;
}

function hasOrganisationWord(analysis: Analysis, stretch: Stretch): boolean {
  for (let at = stretch.first; at < stretch.last; at += 1) {
    const token = tokenAt(analysis, at);
    if (organisationWords.has(token.lower) || organisationWords.has(token.lemma)) return true;
  }
  return false;
}

function isAcronym(form: string): boolean {
  return /^\p{Lu}[\p{Lu}\d&.-]{1,7}$/u.test(form);
}

/** Titles before a person's name are not part of it: "President Tokayev" is Tokayev. */
function withoutTitles(analysis: Analysis, stretch: Stretch): Stretch {
  let first = stretch.first;
  while (first < stretch.last - 1 && titleWords.has(tokenAt(analysis, first).lower.replace(/\.$/, ""))) first += 1;
  return { first, last: stretch.last };
}

/** "Interior Ministry spokesman X", "KNB leader X": splits a run before a title inside it. */
function splitAtTitle(analysis: Analysis, stretch: Stretch): Stretch[] {
  for (let at = stretch.first + 1; at < stretch.last - 1; at += 1) {
    const token = tokenAt(analysis, at);
    if (titleWords.has(token.lower) && !organisationWords.has(token.lower) && !CONNECTORS.has(tokenAt(analysis, at + 1).lower))
      return [
        { first: stretch.first, last: at },
        { first: at + 1, last: stretch.last },
      ];
  }
  return [stretch];
}

/** Prepositions before a place and hardly ever before anybody. */
const WHERE: ReadonlySet<string> = new Set(["in", "near", "outside", "throughout", "across"]);

function kindOf(analysis: Analysis, stretch: Stretch, form: string): Name["kind"] {
  const place = placeNamed(form, "en");
  if (hasOrganisationWord(analysis, stretch)) return "organisation";
  if (place !== null) return "place";
  if (isAcronym(form)) return "organisation";
  const before = stretch.first > 0 ? tokenAt(analysis, stretch.first - 1) : null;
  const sameSentence = before !== null && before.sentence === tokenAt(analysis, stretch.first).sentence;
  if (sameSentence && titleWords.has(before.lower.replace(/\.$/, ""))) return "person";
  const length = stretch.last - stretch.first;
  if (length >= 2 && PLACE_ENDINGS.has(tokenAt(analysis, stretch.last - 1).lower)) return "place";
  if (length >= 2 && length <= 3 && PLACE_OPENERS.has(tokenAt(analysis, stretch.first).lower.replace(/\.$/, ""))) return "place";
  // "in Port Calis", "near Osterby": what stands there is no person.
  if (sameSentence && WHERE.has(before.lower)) return isPersonal(analysis, stretch) ? "place" : "unknown";
  if (length >= 2 && length <= 4 && isPersonal(analysis, stretch)) return "person";
  return "unknown";
}

/** A title stands right before the name: "Minister X". */
function titled(analysis: Analysis, name: Stretch): boolean {
  return name.first > 0 && titleWords.has(tokenAt(analysis, name.first - 1).lower.replace(/\.$/, ""));
}

function isPersonal(analysis: Analysis, stretch: Stretch): boolean {
  for (let at = stretch.first; at < stretch.last; at += 1) {
    const token = tokenAt(analysis, at);
    if (!/^\p{Lu}(?:\p{L}|['’-])*\.?$/u.test(token.text) && !/^(?:al|bin|van|von|de)$/.test(token.lower)) return false;
    if (token.tag === "NOUN" && placeNamed(token.text, "en") !== null) return false;
  }
  return true;
}

/** Collects the names of a document. `speakers` are token positions of subjects of verbs that only people do: a lone name there is a person's. */
export function namesOf(analysis: Analysis, speakers: ReadonlySet<number> = new Set()): Names {
  const first: Name[] = [];
  for (const sentence of analysis.sentences) {
    for (const run of runs(analysis, sentence)) {
      for (const piece of splitAtTitle(analysis, run)) {
        const stretch = withoutTitles(analysis, piece);
        if (
          stretch.last === stretch.first + 1 &&
          (titleWords.has(tokenAt(analysis, stretch.first).lower) || tokenAt(analysis, stretch.first).text.length < 2)
        )
          continue;
        const span = spanOf(analysis, stretch);
        const form = analysis.text.slice(span.start, span.end);
        first.push({ ...span, ...stretch, form, kind: kindOf(analysis, stretch, form) });
      }
    }
  }
  const people = surnames(analysis, first);
  const personal = new Set(
    first.filter((name) => name.kind === "person" || (name.kind === "unknown" && speakers.has(name.last - 1))).map((name) => name.form),
  );
  // A name that is somewhere a place is one everywhere, unless it speaks: "in Osterby … from Osterby".
  const placed = new Set(first.filter((name) => name.kind === "place").map((name) => name.form));
  const all = first.map((name) =>
    (name.kind === "unknown" || (name.kind === "person" && !titled(analysis, name))) &&
    placed.has(name.form) &&
    !speakers.has(name.last - 1)
      ? { ...name, kind: "place" as const }
      : name.kind === "unknown" && (people.has(lastWord(name.form)) || personal.has(name.form))
        ? { ...name, kind: "person" as const }
        : name,
  );
  const cover = new Map<number, Name>();
  for (const name of all) for (let at = name.first; at < name.last; at += 1) cover.set(at, name);
  const acronyms = expansions(analysis, all);
  const bySentence = Map.groupBy(all, (name) => tokenAt(analysis, name.first).sentence);
  const byForm = Map.groupBy(all, (name) => name.form);
  const callable = calledBy(analysis, all);
  return {
    all,
    called: (word) => callable.get(word) ?? [],
    within: (from, to) => {
      const names: Name[] = [];
      for (let sentence = Math.max(0, from); sentence <= to; sentence += 1) names.push(...(bySentence.get(sentence) ?? []));
      return names;
    },
    mentions: (form) => byForm.get(form) ?? [],
    at: (token) => cover.get(token) ?? null,
    expansion: (acronym) => acronyms.get(acronym) ?? null,
    fullest: (name) => {
      if (name.kind === "organisation" && isAcronym(name.form)) return acronyms.get(name.form) ?? name;
      const fuller = people.get(lastWord(name.form)) ?? [];
      const candidates = fuller.filter(
        (other) => other.form.length > name.form.length && (name.form === lastWord(other.form) || isPartOf(name.form, other.form)),
      );
      const forms = new Set(candidates.map((other) => other.form));
      return forms.size === 1 ? (candidates[0] as Name) : name;
    },
  };
}

function lastWord(form: string): string {
  return form.split(/\s+/).at(-1) ?? form;
}

function isPartOf(shorter: string, longer: string): boolean {
  const words = longer.split(/\s+/);
  return shorter.split(/\s+/).every((word) => words.includes(word));
}

/** Full names of two words or more, by their last word. */
function surnames(analysis: Analysis, names: readonly Name[]): ReadonlyMap<string, readonly Name[]> {
  const map = new Map<string, Name[]>();
  for (const name of names) {
    if (name.kind !== "person" || name.last - name.first < 2) continue;
    const key = lastWord(analysis.text.slice(name.start, name.end));
    map.set(key, [...(map.get(key) ?? []), name]);
  }
  return map;
}

/** Acronyms that the document itself explains: a name, then the acronym in brackets right after. */
function expansions(analysis: Analysis, names: readonly Name[]): ReadonlyMap<string, Name> {
  const map = new Map<string, Name>();
  for (const [index, name] of names.entries()) {
    const next = names[index + 1];
    if (next === undefined || !isAcronym(next.form) || next.first !== name.last + 1 || tokenAt(analysis, name.last).text !== "(") continue;
    if (!map.has(next.form)) map.set(next.form, name);
  }
  return map;
}

function calledBy(analysis: Analysis, names: readonly Name[]): ReadonlyMap<string, readonly Name[]> {
  const map = new Map<string, Name[]>();
  const seen = new Set<string>();
  for (const name of names) {
    for (const word of introductions(analysis, name)) {
      const key = `${word}\t${name.kind === "person" ? lastWord(name.form) : name.form}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const list = map.get(word);
      if (list === undefined) map.set(word, [name]);
      else list.push(name);
    }
  }
  return map;
}

/** An organisation's own words; for a person the title before the name and the apposition after it. */
function introductions(analysis: Analysis, name: Name): readonly string[] {
  if (name.kind !== "person") return name.kind === "place" ? [] : name.form.toLowerCase().split(/\s+/);
  const sentence = analysis.sentences[tokenAt(analysis, name.first).sentence];
  const words: string[] = [];
  for (let at = name.first - 1; sentence !== undefined && at >= Math.max(sentence.first, name.first - 4); at -= 1) {
    const token = tokenAt(analysis, at);
    // "a police spokeswoman, Captain Irsa Dohn,": the office stands before the comma.
    if (token.text === "," && at > sentence.first && /^(?:NOUN|PROPN)$/.test(tokenAt(analysis, at - 1).tag)) {
      words.push(tokenAt(analysis, at - 1).lower);
      break;
    }
    if (token.tag !== "NOUN" && token.tag !== "PROPN" && token.tag !== "ADJ") break;
    // "former President X" is no longer the one whom "the president" means.
    if (/^(?:former|ex|late|then|ex-.*)$/.test(token.lower)) return [];
    words.push(token.lower);
  }
  if (sentence === undefined || name.last + 1 >= sentence.last || tokenAt(analysis, name.last).text !== ",") return words;
  for (let at = name.last + 1; at < Math.min(sentence.last, name.last + 7); at += 1) {
    const token = tokenAt(analysis, at);
    if (token.tag === "VERB" || token.tag === "AUX" || token.tag === "PUNCT" || token.tag === "ADP") break;
    words.push(token.lower);
  }
  return words;
}
