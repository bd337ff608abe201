/** Where what is said ends. Most wrong attributions are wrong here: dashes, trailing clauses, a second report in one sentence. */
import type { Analysis } from "../../../language/token.ts";
import { tokenAt } from "../../../language/token.ts";
import type { Span } from "../../../model/passage.ts";
import type { Phrase } from "../phrase.ts";
import type { SceneSentence } from "../stage.ts";
import { strongVerbs } from "../lexicon.ts";

const OPENING = new Set(["“", "«", "„", '"']);

/** Position of the token that closes the quotation opened at `at`, or null when it stays open in this sentence. */
export function closingQuote(analysis: Analysis, at: number, last: number): number | null {
  const open = tokenAt(analysis, at).text;
  const marks = open === '"' ? new Set(['"']) : open === "«" ? new Set(["»"]) : new Set(["”", "“", '"']);
  for (let i = at + 1; i < last; i += 1) if (marks.has(tokenAt(analysis, i).text)) return i;
  return null;
}

export function isOpeningQuote(analysis: Analysis, at: number): boolean {
  const mark = tokenAt(analysis, at);
  if (mark.text !== '"') return OPENING.has(mark.text);
  // A straight mark opens when it stands against the word after it and not against the one before.
  return analysis.text[mark.end]?.trim() !== "" && (mark.start === 0 || /[\s(\[–—-]/.test(analysis.text[mark.start - 1] ?? " "));
}

/** The index of the phrase that begins at or after a token. */
export function phraseIndex(phrases: readonly Phrase[], token: number): number {
  const index = phrases.findIndex((phrase) => phrase.first >= token);
  return index === -1 ? phrases.length : index;
}

/**
 * Character end of what is said from token `first` on: the end of the sentence without its full stop, or before
 * a trailing "according to …", a second report joined by a conjunction, or a dash that returns to the author.
 */
export function contentEnd(scene: { readonly analysis: Analysis }, at: SceneSentence, first: number): number {
  const { analysis } = scene;
  const { phrases, sentence } = at;
  let last = sentence.last;
  for (let i = phraseIndex(phrases, first); i < phrases.length; i += 1) {
    const phrase = phrases[i] as Phrase;
    if (phrase.type !== "mark") continue;
    const word = tokenAt(analysis, phrase.first);
    if (phrase.kind === "comma" || phrase.kind === "dash" || phrase.kind === "conjunction" || phrase.kind === "colon") {
      if (
        opensTrailingSource(analysis, phrases, i) ||
        (phrase.kind !== "comma" && opensNewReport(analysis, phrases, i)) ||
        word.text === ";"
      ) {
        last = phrase.first;
        break;
      }
      if (phrase.kind === "comma" && phrases[i + 1]?.type === "mark" && opensNewReport(analysis, phrases, i + 1)) {
        last = phrase.first;
        break;
      }
    }
  }
  return trimmedEnd(analysis, first, last);
}

/** The end of the last token before `last` that is a word or closes a quotation. */
export function trimmedEnd(analysis: Analysis, first: number, last: number): number {
  let at = last - 1;
  while (at > first && (/^[.,;:!?…–—-]+$/.test(tokenAt(analysis, at).text) || isUnopenedQuote(analysis, first, at))) at -= 1;
  return tokenAt(analysis, at).end;
}

/** A closing quotation mark whose opening one stands before the content. */
function isUnopenedQuote(analysis: Analysis, first: number, at: number): boolean {
  const mark = tokenAt(analysis, at).text;
  if (mark !== "”" && mark !== "»" && mark !== '"' && mark !== "“") return false;
  for (let i = first; i < at; i += 1) if (OPENING.has(tokenAt(analysis, i).text)) return false;
  return true;
}

function opensTrailingSource(analysis: Analysis, phrases: readonly Phrase[], at: number): boolean {
  const next = phrases[at + 1];
  if (next === undefined) return false;
  const word = tokenAt(analysis, next.first).lower;
  return word === "according" || word === "citing" || word === "quoting";
}

/** A conjunction, "while" or dash before a subject and a verb of saying begins another report. */
function opensNewReport(analysis: Analysis, phrases: readonly Phrase[], at: number): boolean {
  let i = at + 1;
  while (phrases[i]?.type === "mark" && (phrases[i] as Phrase & { kind: string }).kind !== "quote") i += 1;
  for (let steps = 0; i < phrases.length && steps < 6; i += 1, steps += 1) {
    const phrase = phrases[i] as Phrase;
    if (phrase.type === "verb")
      return (
        (strongVerbs.has(tokenAt(analysis, phrase.verb).lemma) ||
          /^(?:ask|urge|call|demand)$/.test(tokenAt(analysis, phrase.verb).lemma) ||
          (phrase.past && /^(?:reject|dismiss|contradict)$/.test(tokenAt(analysis, phrase.verb).lemma))) &&
        !phrase.passive &&
        phrase.form === "finite"
      );
    if (phrase.type === "mark" && phrase.kind !== "preposition") return false;
  }
  return false;
}

/** Character span from token `first` to a character end. */
export function spanTo(analysis: Analysis, first: number, end: number): Span {
  return { start: tokenAt(analysis, first).start, end };
}

/** True for any double quotation mark. */
export function isQuoteMark(text: string): boolean {
  return text === "“" || text === "”" || text === '"' || text === "«" || text === "»" || text === "„";
}
