/**
 * Lists under a heading that says what their entries are: open questions, promises, demands. An entry is then what the heading says,
 * whatever its form: a noun, an infinitive, a clause.
 */
import type { Analysis } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import headings from "../lexicons/en/sections.json" with { type: "json" };
import unknowns from "../lexicons/en/questions.json" with { type: "json" };
import type { SceneSentence } from "./stage.ts";
import type { Stretch } from "./words.ts";
import { runAt, wordRuns } from "./word-runs.ts";

export type SectionKind = "question" | "pledge" | "demand";

/** What an entry stands under, and its words without bullet, number, date or name before a colon. */
export interface HeadedEntry extends Stretch {
  readonly kind: SectionKind;
  /** Sentence of the heading. */
  readonly heading: number;
}

const KINDS: readonly (readonly [SectionKind, ReadonlySet<string>])[] = [
  ["question", new Set(headings.question)],
  ["pledge", new Set(headings.pledge)],
  ["demand", new Set(headings.demand)],
];
const NOT: ReadonlySet<string> = new Set(headings.not);
const UNKNOWN = wordRuns(unknowns.headings);
const BULLETS: ReadonlySet<string> = new Set(["-", "–", "—", "•", "*", "·", "☐", "□", "o"]);
const LONGEST_HEADING = 16;
const LONGEST_LIST = 30;
const LONGEST_NAME = 8;

/** For each sentence the entry that it opens, or null. */
export function entriesUnderHeadings(analysis: Analysis, sentences: readonly SceneSentence[]): readonly (HeadedEntry | null)[] {
  const all: (HeadedEntry | null)[] = [];
  let open: { readonly kind: SectionKind; readonly heading: number } | null = null;
  let bulleted = false;
  sentences.forEach((at, index) => {
    all.push(null);
    if (!opensParagraph(analysis, at)) return;
    const body = withoutBullet(analysis, at);
    const marked = body > at.sentence.first;
    const kind = marked ? null : headingKind(analysis, sentences, index);
    if (kind !== null) {
      open = { kind, heading: index };
      bulleted = false;
      return;
    }
    if (open === null) return;
    const first = index === open.heading + 1;
    if (first) bulleted = marked;
    const goesOn: boolean = marked || (!bulleted && (first || isClose(analysis, sentences, index)));
    if (!goesOn || index - open.heading > LONGEST_LIST || (!marked && !first && isHeadingLike(analysis, at))) {
      open = null;
      return;
    }
    all[index] = { ...bodyOf(analysis, at, body), ...open };
  });
  return all;
}

function opensParagraph(analysis: Analysis, { sentence }: SceneSentence): boolean {
  const before = analysis.sentences[tokenAt(analysis, sentence.first).sentence - 1];
  return before?.paragraph !== sentence.paragraph;
}

/** The first token behind "-", "•", "3.", "(b)". */
function withoutBullet(analysis: Analysis, { sentence }: SceneSentence): number {
  let { first } = sentence;
  const text = analysis.text.slice(sentence.start, sentence.end);
  const number = /^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?=\s)/.exec(text);
  if (number !== null) {
    while (first < sentence.last - 1 && tokenAt(analysis, first).start < sentence.start + number[0].length) first += 1;
    return first;
  }
  while (first < sentence.last - 1 && BULLETS.has(tokenAt(analysis, first).text)) first += 1;
  return first;
}

/** What a line says its list is; null when it is no heading of such a list. */
function headingKind(analysis: Analysis, sentences: readonly SceneSentence[], index: number): SectionKind | null {
  const at = sentences[index];
  if (at === undefined || !isHeadingLike(analysis, at)) return null;
  const { sentence } = at;
  const next = sentences[index + 1];
  if (next === undefined || !opensParagraph(analysis, next)) return null;
  if (runAt(analysis, UNKNOWN, sentence.first, sentence.last) !== null) return "question";
  let kind: SectionKind | null = null;
  for (let token = sentence.first; token < sentence.last; token += 1) {
    const { lower } = tokenAt(analysis, token);
    if (NOT.has(lower)) return null;
    if (runAt(analysis, UNKNOWN, token, sentence.last) !== null && lower !== "open" && lower !== "questions") return "question";
    kind ??= KINDS.find(([, words]) => words.has(lower))?.[0] ?? null;
  }
  return kind;
}

/** A short line that ends with a colon or with no mark at all. */
function isHeadingLike(analysis: Analysis, { sentence }: SceneSentence): boolean {
  if (sentence.last - sentence.first > LONGEST_HEADING) return false;
  const { text } = tokenAt(analysis, sentence.last - 1);
  return text === ":" || !/^[.!?…;,]$/.test(text);
}

/** The next line, with no empty one between. */
function isClose(analysis: Analysis, sentences: readonly SceneSentence[], index: number): boolean {
  const before = sentences[index - 1];
  const at = sentences[index];
  return before !== undefined && at !== undefined && !analysis.text.slice(before.sentence.end, at.sentence.start).includes("\n\n");
}

/** "Governor, 12 May: a caravan for each family (not kept)": what stands behind the colon and before the bracket. */
function bodyOf(analysis: Analysis, { sentence }: SceneSentence, from: number): Stretch {
  let first = from;
  for (let token = from; token < sentence.last - 1 && token <= from + LONGEST_NAME; token += 1)
    if (tokenAt(analysis, token).text === ":") first = token + 1;
  let last = sentence.last;
  for (let token = first + 1; token < last; token += 1) {
    const { text } = tokenAt(analysis, token);
    const parted =
      text === ";" ||
      text === "(" ||
      text === "[" ||
      text === "→" ||
      (/^[–—-]$/.test(text) && analysis.text[tokenAt(analysis, token).start - 1] === " ");
    if (parted) last = token;
  }
  while (last > first + 1 && tokenAt(analysis, last - 1).tag === "PUNCT") last -= 1;
  return { first, last };
}
