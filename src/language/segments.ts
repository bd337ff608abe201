/** Paragraphs and sentences of a text in any of our languages. Only the list of abbreviations is data of a language. */
import type { Span } from "../model/passage.ts";
import abbreviations from "./abbreviations.json" with { type: "json" };

/** A sentence with the number of its paragraph, counting from 0. */
export interface Segment extends Span {
  readonly paragraph: number;
}

const NEVER_END = new Set(abbreviations["never-end"]);
const MAY_END = new Set(abbreviations["may-end"]);

// It begins only where a run of marks does: from each mark of a page of full stops the rest of them would be walked again.
const TERMINAL = /(?<![.!?…])[.!?…]+["'”’»“)\]]*(?=\s|$)/gu;
const OPENER = /^["'“”„«‘(\[\-–—*#]*\s*/u;
const LIST_MARK = /^\s*(?:[-–—•*·]|\(?\d{1,3}[.)]|[a-zа-я]\))\s/iu;

interface Line extends Span {
  readonly blank: boolean;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf("\n", start);
    const end = found === -1 ? text.length : found;
    lines.push({ start, end, blank: text.slice(start, end).trim() === "" });
    start = end + 1;
  }
  return lines;
}

/** The width a text was wrapped at, or null when each line is a paragraph of its own. */
function wrapWidth(text: string, lines: readonly Line[]): number | null {
  const full = lines.filter((line, index) => !line.blank && lines[index + 1]?.blank === false);
  if (full.length < 4) return null;
  const widest = full.reduce((width, line) => Math.max(width, line.end - line.start), 0);
  if (widest > 120 || widest < 40) return null;
  const near = full.filter((line) => line.end - line.start >= widest * 0.75).length;
  const unended = full.filter((line) => !/[.!?:…"”»]\s*$/u.test(text.slice(line.start, line.end))).length;
  return near >= full.length * 0.6 && unended >= full.length * 0.5 ? widest : null;
}

/** Paragraphs: a blank line always parts them, a line break does unless the text is wrapped or the next line goes on in lower case. */
function paragraphsOf(text: string): Span[] {
  const lines = linesOf(text);
  const width = wrapWidth(text, lines);
  const paragraphs: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | null = null;
  for (const line of lines) {
    if (line.blank) {
      open = null;
      continue;
    }
    if (open !== null && goesOn(text, open, line, width)) open.end = line.end;
    else paragraphs.push((open = { start: line.start, end: line.end }));
  }
  return paragraphs;
}

function goesOn(text: string, before: Span, line: Line, width: number | null): boolean {
  const ended = /[.!?:;…"”»]\s*$/u.test(text.slice(Math.max(before.start, before.end - 4), before.end));
  const start = text.slice(line.start, line.end);
  if (LIST_MARK.test(start)) return false;
  if (!ended && /^\s*\p{Ll}/u.test(start) && before.end - before.start >= 40) return true;
  if (width === null) return false;
  const lastBreak = text.lastIndexOf("\n", before.end - 1);
  const lastLine = before.end - Math.max(before.start, lastBreak + 1);
  return lastLine >= width * 0.6;
}

/** The word that ends at `end`, lower-cased, dots inside kept ("e.g"). */
function wordBefore(text: string, end: number, from: number): string {
  let start = end;
  while (start > from && /[\p{L}\p{M}.\-]/u.test(text[start - 1] ?? "")) start -= 1;
  return text.slice(start, end).toLowerCase();
}

function isBoundary(text: string, paragraph: Span, sentenceStart: number, stop: number, after: number): boolean {
  const mark = text[stop];
  const rest = text.slice(after, Math.min(after + 24, paragraph.end)).trimStart();
  if (rest === "") return true;
  const next = rest.replace(OPENER, "");
  const opens = /^[\p{Lu}\p{Lt}\p{Lo}\d]/u.test(next) || next === "";
  if (mark !== ".") {
    // “Why?” he asked: a closing quotation before a lower-case word goes on.
    return opens;
  }
  if (!opens) return false;
  const word = wordBefore(text, stop, paragraph.start);
  if (/^\p{L}$/u.test(word) && /\p{Lu}/u.test(text[stop - 1] ?? "")) return false; // an initial: "K. Tokayev"
  if (/^\d+$/u.test(text.slice(Math.max(sentenceStart, stop - 3), stop).trim()) && stop - sentenceStart <= 3) return false; // "1. First"
  if (NEVER_END.has(word)) return false;
  if (MAY_END.has(word)) return /^\p{Lu}/u.test(next) && !/^\p{Lu}\p{L}*\s+\d/u.test(next);
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return /^["“«]?(?:The|A|An|In|On|At|He|She|It|They|We|But|And)\b/u.test(rest);
  return true;
}

const DATELINE = /^\p{Lu}[\p{Lu}.'’ -]{2,40}(?:,[^().!?]{1,40})?(?:\s*\([^)]{2,40}\))?\s*[-–—]{1,2}\s+(?=\S)/u;

/** Where the text begins after an agency's dateline ("ALMATY, 15 January (Wire) - "); the paragraph's start when there is none. */
function afterDateline(text: string, paragraph: Span): number {
  const match = DATELINE.exec(text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 120)));
  return match === null ? paragraph.start : paragraph.start + match[0].length;
}

/** Sentences in order, trimmed of outer white space. The stretches between them hold white space only. */
export function segmentText(text: string): readonly Segment[] {
  const segments: Segment[] = [];
  paragraphsOf(text).forEach((paragraph, number) => {
    const begin = afterDateline(text, paragraph);
    let start = begin;
    if (start > paragraph.start) pushTrimmed(text, segments, paragraph.start, start, number);
    // Only the paragraph is searched: a text of many lines without a full stop would be scanned to its end from each of them.
    for (const match of text.slice(begin, paragraph.end).matchAll(TERMINAL)) {
      const stop = begin + match.index;
      const after = stop + match[0].length;
      if (!isBoundary(text, paragraph, start, stop, after)) continue;
      pushTrimmed(text, segments, start, after, number);
      start = after;
    }
    pushTrimmed(text, segments, start, paragraph.end, number);
  });
  return segments;
}

/** Longer "sentences" (a list of ten thousand initials, a table in one line) are cut at white space: what readers do with one grows with its square. */
const LONGEST = 2_000;

function cutBefore(text: string, start: number): number {
  const limit = start + LONGEST;
  for (let at = limit; at > start + LONGEST / 2; at -= 1) if (/\s/u.test(text[at] ?? "")) return at;
  return /[\uDC00-\uDFFF]/.test(text[limit] ?? "") ? limit - 1 : limit;
}

function pushTrimmed(text: string, segments: Segment[], from: number, to: number, paragraph: number): void {
  let start = from;
  let end = to;
  while (start < end && /\s/u.test(text[start] ?? "")) start += 1;
  while (end > start && /\s/u.test(text[end - 1] ?? "")) end -= 1;
  while (end - start > LONGEST) {
    const cut = cutBefore(text, start);
    segments.push({ start, end: cut, paragraph });
    start = cut;
    while (/\s/u.test(text[start] ?? "")) start += 1;
  }
  if (end > start) segments.push({ start, end, paragraph });
}
