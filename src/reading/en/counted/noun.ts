/** The noun that a number counts, from the number to the end of its "of …" and its fellows. */
import { tokenAt } from "../../../language/token.ts";
import units from "../../lexicons/en/units.json" with { type: "json" };
import { groupWords, peopleWords } from "../lexicon.ts";
import type { NounPhrase } from "../phrase.ts";
import type { Quantity } from "../quantities.ts";
import type { SceneSentence, Stage } from "../stage.ts";
import type { Stretch } from "../words.ts";
import { lemmaAt, lookup } from "../words.ts";
import { WEEKDAYS } from "../time-words.ts";

type Tokens = Pick<Stage, "analysis">;

/** The noun phrase that counts, from the number to the end of its "of …". */
export interface Noun {
  readonly head: number | null;
  readonly extent: Stretch;
  /** The words that say which of them ("law enforcement officers", "members of the security forces"). */
  readonly label: Stretch | null;
  readonly pronoun: boolean;
  /** A further group under the same number ("officers and guardsmen"), or null. */
  readonly fellow: Stretch | null;
}

/** Index of the phrase that holds a token. */
export function phraseAt(at: SceneSentence, token: number): number {
  return at.phrases.findIndex((phrase) => phrase.first <= token && token < phrase.last);
}

/** The noun of a quantity; null when the number stands in no phrase. */
export function nounOf(stage: Tokens, at: SceneSentence, quantity: Quantity): Noun | null {
  const { analysis } = stage;
  const index = phraseAt(at, quantity.last - 1);
  const phrase = at.phrases[index];
  if (phrase === undefined) return null;
  const inside = phrase.type === "noun" && phrase.head >= quantity.last ? phrase : null;
  if (inside !== null && SINCE.has(tokenAt(analysis, inside.head).lower) && quantity.form !== "none") return bareNumber(quantity);
  if (inside !== null && ELLIPTIC.has(tokenAt(analysis, inside.head).lower) && quantity.form !== "none")
    return { head: null, extent: { first: quantity.first, last: inside.last }, label: null, pronoun: true, fellow: null };
  if (inside !== null) return withOf(stage, at, index, quantity, inside.head);
  const next = at.phrases[index + 1];
  const after = at.phrases[index + 2];
  if (next === undefined) return collective(stage, at, quantity) ?? bareNumber(quantity);
  const word = tokenAt(analysis, next.first).lower;
  if (next.type === "mark" && word === "of" && after?.type === "noun") {
    const head = tokenAt(analysis, after.head).lower;
    if (/^(?:them|these|those|whom|which|us|you)$/.test(head) || tokenAt(analysis, after.head).tag === "NUM")
      return pronounNoun(stage, at, index + 2, quantity);
    return withOf(stage, at, index + 2, quantity, after.head);
  }
  if (next.type === "mark" && next.kind === "dash" && after?.type === "noun" && quantity.form === "digits") {
    return {
      head: null,
      extent: { first: quantity.first, last: after.last },
      label: { first: after.first, last: after.last },
      pronoun: true,
      fellow: null,
    };
  }
  // "five or six districts": the noun stands in the phrase of the second number.
  if (
    next.type === "noun" &&
    next.first === quantity.last &&
    quantity.form !== "none" &&
    !/^(?:PRON|DET)$/.test(tokenAt(analysis, next.head).tag)
  )
    return withOf(stage, at, index + 1, quantity, next.head);
  return collective(stage, at, quantity) ?? bareNumber(quantity);
}

/** "rose to 225 overnight", "took in 19 last night": a time right after the number is no noun that is counted. */
const SINCE: ReadonlySet<string> = new Set([
  "overnight",
  "today",
  "yesterday",
  "tonight",
  ...WEEKDAYS,
  "night",
  "morning",
  "afternoon",
  "evening",
]);

/** "six others", "five more": the noun is that of the count before. */
const ELLIPTIC: ReadonlySet<string> = new Set(["others", "other", "more", "further", "ones", "additional"]);

/** "a family of six", "a crew of 22": the people before "of" are those who are counted. */
function collective(stage: Tokens, at: SceneSentence, quantity: Quantity): Noun | null {
  const of = quantity.first - 1;
  if (of <= at.sentence.first || tokenAt(stage.analysis, of).lower !== "of") return null;
  const phrase = at.phrases.find(({ last }) => last === of);
  if (
    phrase?.type !== "noun" ||
    tokenAt(stage.analysis, phrase.head).lower.endsWith("s") ||
    !COLLECTIVES.has(lemmaAt(stage.analysis, phrase.head))
  )
    return null;
  return { head: phrase.head, extent: { first: phrase.first, last: quantity.last }, label: null, pronoun: false, fellow: null };
}

const COLLECTIVES: ReadonlySet<string> = new Set(units.collectives);

/** "19 of them", with what is set beside it: "19 of them police officers". */
function pronounNoun(stage: Tokens, at: SceneSentence, index: number, quantity: Quantity): Noun {
  const pronoun = at.phrases[index] as NounPhrase;
  const beside = at.phrases[index + 1];
  // "14 of those 22 cases": the noun of the repeated number.
  if (beside?.type === "noun" && tokenAt(stage.analysis, pronoun.head).tag === "NUM")
    return withOf(stage, at, index + 1, quantity, beside.head);
  const label = beside?.type === "noun" && at.phrases[index + 2]?.type !== "verb" ? { first: beside.first, last: beside.last } : null;
  return { head: null, extent: { first: quantity.first, last: label?.last ?? pronoun.last }, label, pronoun: true, fellow: null };
}

function bareNumber(quantity: Quantity): Noun {
  return { head: null, extent: { first: quantity.first, last: quantity.last }, label: null, pronoun: false, fellow: null };
}

/** The counted phrase with its "of …": "19 members of the security forces". */
function withOf(stage: Tokens, at: SceneSentence, index: number, quantity: Quantity, head: number): Noun {
  const phrase = at.phrases[index] as NounPhrase;
  const link = at.phrases[index + 1];
  const of = at.phrases[index + 2];
  const joins = link?.type === "mark" && tokenAt(stage.analysis, link.first).lower === "of" && of?.type === "noun";
  const last = joins ? coordinated(stage, at, index + 2) : phrase.last;
  const fellow = joins ? null : fellowOf(stage, at, index);
  const labelFirst = Math.max(quantity.last, phrase.first);
  const label = labelFirst < last ? { first: skipArticle(stage, labelFirst, last), last } : null;
  return { head, extent: { first: quantity.first, last: fellow?.last ?? last }, label, pronoun: false, fellow };
}

/** "the police and the National Guard": the fellows of a noun after "of". */
function coordinated(stage: Tokens, at: SceneSentence, index: number): number {
  const phrase = at.phrases[index] as NounPhrase;
  const link = at.phrases[index + 1];
  const next = at.phrases[index + 2];
  const word = link === undefined ? "" : tokenAt(stage.analysis, link.first).lower;
  if (word === "of" && next?.type === "noun") return coordinated(stage, at, index + 2);
  const after = at.phrases[index + 3];
  const counts = next?.type === "noun" && at.quantities.some((quantity) => quantity.first >= next.first && quantity.first < next.last);
  if (word === "and" && next?.type === "noun" && after?.type !== "verb" && !counts) return next.last;
  return phrase.last;
}

/** The stretch from `first` on without "the", "a" and "of". */
export function skipArticle(stage: Tokens, first: number, last: number): number {
  const word = tokenAt(stage.analysis, first).lower;
  return first + 1 < last && (word === "the" || word === "a" || word === "of") ? skipArticle(stage, first + 1, last) : first;
}

/** "16 officers and guardsmen": a further group under the same number, without determiner or number of its own. */
function fellowOf(stage: Tokens, at: SceneSentence, index: number): Stretch | null {
  const phrase = at.phrases[index] as NounPhrase;
  const link = at.phrases[index + 1];
  const next = at.phrases[index + 2];
  if (link?.type !== "mark" || next?.type !== "noun" || !/^(?:and|or)$/.test(tokenAt(stage.analysis, link.first).lower)) return null;
  if (!/^(?:NOUN|ADJ)$/.test(tokenAt(stage.analysis, next.first).tag) || !isPeople(stage, phrase) || !isPeople(stage, next)) return null;
  const after = at.phrases[index + 3];
  const shared = at.clauses.some(({ subject }) => subject !== null && subject.first <= phrase.first && next.last <= subject.last);
  return shared || after?.type !== "verb" || after.form !== "finite" ? { first: next.first, last: next.last } : null;
}

function isPeople(stage: Tokens, phrase: NounPhrase): boolean {
  return peopleWords.has(lemmaAt(stage.analysis, phrase.head)) || lookup(stage.analysis, phrase, groupWords) !== null;
}
