/**
 * A shallow parse of one English sentence: noun phrases, verb groups and what stands between them, by finite-state
 * rules over tags (the cascade of Abney, "Partial parsing via finite-state cascades", 1996). Deeper parsing was measured and gave no better
 * attributions at three times the cost.
 */
import type { Analysis, Sentence, Token } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import type { Span } from "../../model/passage.ts";
import bounds from "../lexicons/en/bounds.json" with { type: "json" };
import { openersOf, phrase as phraseAt } from "./numbers.ts";
import type { Mark, NounPhrase, Phrase } from "./phrase.ts";
import { verbGroup } from "./verb-groups.ts";

const NP_TAGS = new Set(["DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "SYM"]);
const NP_HEADS = new Set(["NOUN", "PROPN", "NUM", "PRON", "ADJ", "DET", "SYM"]);
const RELATIVES = new Set(["which", "who", "whom", "whose"]);
const SUBORDINATORS = new Set([
  "that",
  "because",
  "although",
  "though",
  "while",
  "when",
  "if",
  "unless",
  "whether",
  "since",
  "after",
  "before",
  "until",
  "as",
  "how",
  "why",
  "where",
  "what",
  "whereas",
  "once",
]);
const BOUND_PHRASES: ReadonlySet<string> = new Set(bounds.phrases);
const BOUND_OPENERS = openersOf(bounds.phrases);

function text(analysis: Analysis, at: number): string {
  return tokenAt(analysis, at).lower;
}

/**
 * The sentence as a flat list of phrases in order; every token is in exactly one of them. `times` are the time expressions
 * of the sentence: a noun phrase that begins as one ends with it ("On 11 January President X").
 */
export function phrasesOf(analysis: Analysis, sentence: Sentence, times: readonly Span[] = []): readonly Phrase[] {
  const phrases: Phrase[] = [];
  let at = sentence.first;
  while (at < sentence.last) {
    const phrase =
      quantified(analysis, sentence, at) ??
      verbGroup(analysis, sentence, at) ??
      timePhrase(analysis, sentence, at, times) ??
      beforeTime(analysis, nounPhrase(analysis, sentence, at), times) ??
      mark(analysis, at);
    phrases.push(phrase);
    at = phrase.last;
  }
  return phrases.map(
    (phrase, index) =>
      datesClause(analysis, phrase, phrases[index + 1], times) ?? opensClause(analysis, phrase, phrases[index + 1], phrases[index + 2]),
  );
}

/** "Since 3 May 40 people have died": before a date "since" opens no clause. */
function datesClause(analysis: Analysis, phrase: Phrase, next: Phrase | undefined, times: readonly Span[]): Phrase | null {
  if (phrase.type !== "mark" || next?.type !== "noun" || !CLAUSE_PREPOSITIONS.has(text(analysis, phrase.first))) return null;
  const { start } = tokenAt(analysis, next.first);
  return times.some((time) => time.start <= start && start < time.end && time.end >= tokenAt(analysis, next.last - 1).end)
    ? { ...phrase, kind: "preposition" }
    : null;
}

/** A time expression that begins here, when what follows it would run on into the same noun phrase. */
function timePhrase(analysis: Analysis, sentence: Sentence, at: number, times: readonly Span[]): NounPhrase | null {
  const noun = nounPhrase(analysis, sentence, at);
  if (noun === null) return null;
  const { start } = tokenAt(analysis, at);
  const time = times.find((span) => span.start <= start && start < span.end);
  if (time === undefined || tokenAt(analysis, noun.last - 1).end <= time.end) return null;
  let last = at + 1;
  while (last < noun.last && tokenAt(analysis, last).start < time.end) last += 1;
  const follows = tokenAt(analysis, last);
  // "the January unrest", "Monday's rally": the time says which, and the phrase goes on.
  const governed =
    at > sentence.first && /^(?:on|in|by|since|until|from)$/.test(text(analysis, at - 1)) && tokenAt(analysis, at).tag !== "DET";
  if (governed && follows.lower !== "'s") return { type: "noun", first: at, last, head: last - 1 };
  if (follows.lower === "'s" || (follows.tag === "NOUN" && !/^\p{Lu}/u.test(follows.text))) return null;
  return { type: "noun", first: at, last, head: last - 1 };
}

const DEICTIC = /^(?:last|this|next|yesterday|today|tomorrow|tonight|\p{L}+day)$/u;

/** "left the country last year", "packed the hall on Monday": a time that begins inside a noun phrase is a phrase of its own. */
function beforeTime(analysis: Analysis, noun: NounPhrase | null, times: readonly Span[]): NounPhrase | null {
  if (noun === null || times.length === 0) return noun;
  for (let at = noun.first + 1; at < noun.last; at += 1) {
    const { start, lower } = tokenAt(analysis, at);
    if (!DEICTIC.test(lower) || !times.some((time) => time.start === start && time.end <= tokenAt(analysis, noun.last - 1).end)) continue;
    const before = tokenAt(analysis, at - 1);
    if (before.tag !== "NOUN" && before.tag !== "PROPN") continue;
    if (noun.last > at + 1 && !times.some((time) => time.start === start && time.end === tokenAt(analysis, noun.last - 1).end)) continue;
    return { type: "noun", first: noun.first, last: at, head: headOf(analysis, noun.first, at, at - 1) };
  }
  return noun;
}

const CLAUSE_PREPOSITIONS = new Set(["as", "after", "before", "since", "until", "than", "once"]);

/** "as he said", "after police fired": a preposition before a subject and its finite verb opens a clause. */
function opensClause(analysis: Analysis, phrase: Phrase, next: Phrase | undefined, afterNext: Phrase | undefined): Phrase {
  if (
    phrase.type !== "mark" ||
    phrase.kind !== "preposition" ||
    next?.type !== "noun" ||
    afterNext?.type !== "verb" ||
    afterNext.form !== "finite"
  )
    return phrase;
  return CLAUSE_PREPOSITIONS.has(text(analysis, phrase.first)) ? { ...phrase, kind: "subordinator" } : phrase;
}

/** Length in tokens of the words that bound a number that follows at once ("more than", "at least", "up to"); 0 when there are none. */
export function boundLength(analysis: Analysis, sentence: Sentence, at: number): number {
  const most = BOUND_OPENERS.get(text(analysis, at)) ?? 0;
  for (let length = Math.min(4, most, sentence.last - at - 1); length >= 1; length -= 1) {
    if (startsNumber(tokenAt(analysis, at + length)) && BOUND_PHRASES.has(phraseAt(analysis, sentence, at, length))) return length;
  }
  return 0;
}

function startsNumber(token: Token): boolean {
  return token.tag === "NUM" || VAGUE_NUMBERS.has(token.lower) || startsWithDigit(token);
}

const VAGUE_NUMBERS = new Set(["a", "half", "dozens", "hundreds", "thousands"]);

function startsWithDigit({ text }: Token): boolean {
  return text >= "0" && text < ":";
}

function quantified(analysis: Analysis, sentence: Sentence, at: number): NounPhrase | null {
  const length = boundLength(analysis, sentence, at);
  if (length === 0) return null;
  const number = tokenAt(analysis, at + length);
  // "More than a thousand people"
  const article = number.lower === "a" && at + length + 1 < sentence.last && tokenAt(analysis, at + length + 1).tag === "NUM";
  if (number.tag !== "NUM" && !startsWithDigit(number) && !article) return null;
  const inner = nounPhrase(analysis, sentence, at + length);
  return inner === null ? null : { ...inner, first: at };
}

function nounPhrase(analysis: Analysis, sentence: Sentence, start: number): NounPhrase | null {
  const opener = tokenAt(analysis, start);
  if (!NP_TAGS.has(opener.tag) || RELATIVES.has(opener.lower)) return null;
  if (opener.lower === "that" && opener.tag !== "DET") return null;
  if (
    opener.tag === "PRON" &&
    opener.lower !== "their" &&
    opener.lower !== "his" &&
    opener.lower !== "her" &&
    opener.lower !== "its" &&
    opener.lower !== "our" &&
    opener.lower !== "my" &&
    opener.lower !== "your"
  ) {
    return { type: "noun", first: start, last: start + 1, head: start };
  }
  let at = start;
  let head = -1;
  while (at < sentence.last) {
    const token = tokenAt(analysis, at);
    const next = at + 1 < sentence.last ? tokenAt(analysis, at + 1) : null;
    if (token.lower === "'s" && token.tag === "PART" && next !== null && (NP_TAGS.has(next.tag) || next.tag === "VERB") && head !== -1) {
      at += 1;
      continue;
    }
    if (
      (token.lower === "'" || token.lower === "'s") &&
      at > start &&
      next !== null &&
      (next.tag === "NOUN" || next.tag === "ADJ") &&
      text(analysis, at - 1).endsWith("s")
    ) {
      at += 1;
      continue;
    }
    if (isQuote(token) && at > start && (head === -1 || tokenAt(analysis, head).tag !== "NOUN") && next !== null && NP_TAGS.has(next.tag)) {
      const close = labelEnd(analysis, sentence, at);
      if (close !== null) {
        head = close - 1;
        at = close + 1;
        continue;
      }
    }
    if (!NP_TAGS.has(token.tag)) {
      // "the ongoing and violent clash", "newly appointed head", "the wounded": words inside the phrase.
      if (token.tag === "ADV" && next !== null && (next.tag === "ADJ" || next.tag === "NUM") && at === start) {
        at += 1;
        continue;
      }
      if (
        token.tag === "VERB" &&
        next !== null &&
        (next.tag === "NOUN" || next.tag === "PROPN") &&
        at > start &&
        isModifier(token) &&
        tokenAt(analysis, at - 1).tag !== "PROPN" &&
        text(analysis, at - 1) !== "'s" &&
        isOpenBefore(analysis, start, at)
      ) {
        at += 1;
        continue;
      }
      break;
    }
    if (
      token.tag === "NUM" &&
      head !== -1 &&
      tokenAt(analysis, head).tag === "NOUN" &&
      next !== null &&
      /^(?:NOUN|ADJ|PROPN|PUNCT)$/.test(next.tag) &&
      next.text !== "," &&
      next.text !== "."
    )
      break;
    if (token.tag === "DET" && at > start && token.lower !== "all" && !/^(?:all|both|half|neither|either)$/.test(text(analysis, at - 1)))
      break;
    if (token.tag === "PRON" && at > start) break;
    // "In the first three days police …": several days name no kind of what follows.
    if (token.tag === "NOUN" && at > start && TIME_UNITS.has(text(analysis, at - 1)) && head === at - 1) break;
    // "shot dead three brothers": what comes of it stands before what it is done to.
    if (token.lower === "dead" && at === start && next !== null && (next.tag === "NUM" || next.tag === "DET"))
      return { type: "noun", first: at, last: at + 1, head: at };
    if (NP_HEADS.has(token.tag)) head = at;
    at += 1;
  }
  if (head === -1 || at === start) return null;
  return { type: "noun", first: start, last: at, head: headOf(analysis, start, at, head) };
}

const TIME_UNITS = new Set(["days", "weeks", "months", "years", "hours", "minutes", "nights", "evenings", "mornings"]);

const QUOTES = new Set(['"', "“", "”", "«", "»", "„"]);

function isQuote(token: Token): boolean {
  return token.text.length === 1 && QUOTES.has(token.text);
}

/** Position of the mark that closes a label of up to three words opened at `at` ("63 “attackers”"); null when it does not. */
function labelEnd(analysis: Analysis, sentence: Sentence, at: number): number | null {
  for (let i = at + 2; i < sentence.last && i <= at + 4; i += 1) {
    if (isQuote(tokenAt(analysis, i))) return tokenAt(analysis, i - 1).tag === "NOUN" ? i : null;
    if (!NP_TAGS.has(tokenAt(analysis, i).tag)) return null;
  }
  return null;
}

/** A participle before a noun: "detained protesters", "armed attackers". */
function isModifier(token: Token): boolean {
  const { lower } = token;
  return lower.endsWith("ed") || lower.endsWith("ing") || lower.endsWith("en") || lower.endsWith("wn");
}

/** Nothing but determiners, numbers and adjectives so far: the phrase still lacks its noun. */
function isOpenBefore(analysis: Analysis, start: number, at: number): boolean {
  for (let i = start; i < at; i += 1) {
    const tag = tokenAt(analysis, i).tag;
    if (tag === "NOUN" || tag === "PROPN") return false;
  }
  return true;
}

/** The last noun or name; a number or adjective only when there is none ("two", "the wounded"). */
function headOf(analysis: Analysis, first: number, last: number, fallback: number): number {
  for (let at = last - 1; at >= first; at -= 1) {
    const tag = tokenAt(analysis, at).tag;
    if (tag === "NOUN" || tag === "PROPN") return at;
  }
  return fallback;
}

function mark(analysis: Analysis, at: number): Mark {
  const token = tokenAt(analysis, at);
  return { type: "mark", first: at, last: at + 1, kind: markKind(token) };
}

function markKind(token: Token): Mark["kind"] {
  if (RELATIVES.has(token.lower)) return "relative";
  if (token.lower === "that") return token.tag === "PRON" || token.tag === "SCONJ" || token.tag === "DET" ? "subordinator" : "other";
  if (token.tag === "SCONJ" || (SUBORDINATORS.has(token.lower) && token.tag !== "ADP")) return "subordinator";
  if (token.tag === "ADP" || token.lower === "according" || token.lower === "including" || token.lower === "to") return "preposition";
  if (token.tag === "CCONJ") return "conjunction";
  switch (token.text) {
    case ",":
      return "comma";
    case "–":
    case "—":
    case "-":
    case "--":
      return "dash";
    case ":":
    case ";":
      return "colon";
    case "“":
    case "”":
    case '"':
    case "«":
    case "»":
    case "„":
      return "quote";
    case "(":
    case ")":
    case "[":
    case "]":
      return "bracket";
    default:
      return "other";
  }
}
