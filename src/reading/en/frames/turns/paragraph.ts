/** Paragraphs of a document as a conversation has them: who opens them, whether they ask, how long they are. */
import { tokenAt } from "../../../../language/token.ts";
import words from "../../../lexicons/en/interviews.json" with { type: "json" };
import type { Stage } from "../../stage.ts";
import type { Stretch } from "../../words.ts";

export interface Paragraph {
  /** Sentences, `last` exclusive. */
  readonly from: number;
  readonly to: number;
  /** Tokens, `last` exclusive. */
  readonly first: number;
  readonly last: number;
  /** Ends with a question mark, whatever closes after it. */
  readonly asks: boolean;
  /** Begins with a dash. */
  readonly dashed: boolean;
  /** Somebody speaks of himself in it. */
  readonly own: boolean;
}

/** Words of a heading that announce a conversation. */
export const HEADINGS: ReadonlySet<string> = new Set(words.headings);
/** Words that introduce who is interviewed. */
export const BEFORE_GUEST: ReadonlySet<string> = new Set(words["before-guest"]);
export const FIRST_PERSON: ReadonlySet<string> = new Set(words["first-person"]);
const CLOSERS: ReadonlySet<string> = new Set(["*", "**", "_", '"', "”", "»", ")", "]", "’"]);

/** Who speaks: the words that name him and the sentence they stand in. */
export interface Speaker extends Stretch {
  readonly sentence: number;
}

/** Who speaks in a sentence, from which token on; null where only a question is put. */
export interface Turn {
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  readonly speaker: Speaker | null;
}

export function paragraphsOf(stage: Stage): readonly Paragraph[] {
  const groups = [...Map.groupBy(stage.sentences.keys(), (index) => stage.sentences[index]?.sentence.paragraph ?? 0).values()];
  return groups.flatMap((sentences): Paragraph[] => {
    const [from, to] = [sentences[0] ?? 0, (sentences.at(-1) ?? 0) + 1];
    const first = stage.sentences[from]?.sentence.first ?? 0;
    const last = stage.sentences[to - 1]?.sentence.last ?? first;
    if (last <= first) return [];
    return [
      { from, to, first, last, asks: asksAtEnd(stage, first, last), dashed: isDash(stage, first), own: speaksOfSelf(stage, first, last) },
    ];
  });
}

function asksAtEnd({ analysis }: Stage, first: number, last: number): boolean {
  let at = last - 1;
  while (at > first && CLOSERS.has(tokenAt(analysis, at).text)) at -= 1;
  return tokenAt(analysis, at).text.startsWith("?");
}

function speaksOfSelf({ analysis }: Stage, first: number, last: number): boolean {
  for (let at = first; at < last; at += 1) if (FIRST_PERSON.has(tokenAt(analysis, at).lower)) return true;
  return false;
}

export function isDash({ analysis }: Stage, token: number): boolean {
  return /^[-–—]$/.test(tokenAt(analysis, token).text);
}

/** The turns of one paragraph: each of its sentences is the speaker's, the first from token `first` on. */
export function turnsOf(stage: Stage, paragraph: Paragraph, speaker: Speaker | null, first = paragraph.first): readonly Turn[] {
  const turns: Turn[] = [];
  for (let sentence = paragraph.from; sentence < paragraph.to; sentence += 1) {
    const own = stage.sentences[sentence]?.sentence;
    if (own === undefined || own.last <= first) continue;
    turns.push({ sentence, first: Math.max(own.first, first), last: own.last, speaker });
  }
  return turns;
}

/** "Yes.", "That is right": what was put to somebody is taken on by the one who answers. */
export function confirms(stage: Stage, first: number, last: number): boolean {
  let at = first;
  while (at < last && /^[-–—"“*:]+$/.test(tokenAt(stage.analysis, at).text)) at += 1;
  return at < last && CONFIRMING.has(tokenAt(stage.analysis, at).lower);
}

const CONFIRMING: ReadonlySet<string> = new Set(words.confirming);
