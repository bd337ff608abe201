/** What the words around a number say of its fate: recalled from before, a revision, called an error. The words are cues.json. */
import type { Claim } from "../model/claim.ts";
import data from "./cues.json" with { type: "json" };
import { isDenial } from "./denial.ts";
import type { Word } from "./offices/table.ts";
import { fits, wordsOf } from "./offices/table.ts";

export interface Cues {
  /** Told again from before: its document's date is not its own. */
  readonly recalled: boolean;
  /** Takes the place of what its voice said before, on the same day too. */
  readonly revises: boolean;
  /** Called an error in this sentence or the next. */
  readonly error: boolean;
}

export const noCues: Cues = { recalled: false, revises: false, error: false };

interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** The cues of a document's figures by claim id; claims that are not in it have none. `text` null: no words to go by. */
export function cuesIn(text: string | null, claims: readonly Claim[]): ReadonlyMap<string, Cues> {
  if (text === null) return new Map();
  const figures = claims.filter(({ kind }) => kind === "figure").sort((a, b) => a.start - b.start);
  const found = new Map<string, Cues>();
  for (const [index, claim] of figures.entries()) {
    const sentence = sentenceAt(text, claim.start, claim.end);
    const before = figures.slice(0, index).findLast(({ end }) => end <= claim.start && end > sentence.start);
    const lead = wordsOf(text.slice(before?.end ?? sentence.start, claim.end));
    const whole = wordsOf(text.slice(sentence.start, sentence.end));
    const next = sentenceAfter(text, sentence.end);
    const following =
      next === null || figures.some(({ start, end }) => start < next.end && end > next.start)
        ? []
        : wordsOf(text.slice(next.start, next.end));
    const error = !isDenial(claim) && (isError(whole) || isError(following));
    const cues: Cues = { recalled: says(lead, data.recalled), revises: says(whole, data.revised), error };
    if (cues.recalled || cues.revises || cues.error) found.set(claim.id, cues);
  }
  return found;
}

function isError(words: readonly Word[]): boolean {
  return says(words, data.error) && words.some(({ text }) => data.numbers.some((pattern) => fits(text, pattern)));
}

function says(words: readonly Word[], cues: readonly string[]): boolean {
  return cues.some((cue) => {
    const pattern = cue.split(" ");
    return words.some((_, at) => pattern.every((each, index) => fits(words[at + index]?.text ?? "", each)));
  });
}

const END = /[.!?…](?=["»”)]*\s)|\n/g;

/** The sentence that holds a span: from the last full stop before it to the first one after. */
function sentenceAt(text: string, from: number, to: number): Sentence {
  const back = text.slice(Math.max(0, from - 600), from);
  const ends = [...back.matchAll(END)];
  const last = ends.at(-1);
  const start = last === undefined ? from - back.length : from - back.length + last.index + 1;
  END.lastIndex = 0;
  const ahead = text.slice(to, to + 600);
  const stop = ahead.search(END);
  return { start, end: stop === -1 ? to + ahead.length : to + stop + 1 };
}

/** The next sentence of the same paragraph; null when the paragraph ends. */
function sentenceAfter(text: string, end: number): Sentence | null {
  const gap = /^["»”)]*[ \t]+/.exec(text.slice(end, end + 10));
  if (gap === null) return null;
  const start = end + gap[0].length;
  return sentenceAt(text, start, start);
}
