/** When two ways of putting a thing count as the same: spans, names, times, mentions. */
import type { Span } from "../src/model/passage.ts";

type Pieces = readonly Span[];

/** A span without the spaces, quotation marks and punctuation at its ends, which nobody should be marked down for. */
export function trimmed(text: string, { start, end }: Span): Span {
  const word = /[\p{L}\p{N}]/u;
  let [from, to] = [start, end];
  while (from < to && !word.test(text[from] ?? "")) from++;
  while (to > from && !word.test(text[to - 1] ?? "")) to--;
  return from < to ? { start: from, end: to } : { start, end };
}

function merged(pieces: Pieces): Span[] {
  const sorted = [...pieces].sort((a, b) => a.start - b.start);
  const out: { start: number; end: number }[] = [];
  for (const { start, end } of sorted) {
    const last = out.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else out.push({ start, end });
  }
  return out;
}

function lengthOf(pieces: Pieces): number {
  return pieces.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Intersection over union in characters, 0 to 1, of what the pieces of each side cover together. */
export function overlapShare(a: Pieces, b: Pieces): number {
  const [left, right] = [merged(a), merged(b)];
  let common = 0;
  for (const one of left) for (const other of right) common += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  const union = lengthOf(left) + lengthOf(right) - common;
  return union === 0 ? 0 : common / union;
}

/** Lower case, no quotation marks, no leading article, single spaces. */
export function foldName(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[’']s$/u, "")
    .replace(/[“”«»"„‘’']/gu, "")
    .replace(/ё/gu, "е")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/^(?:the|an?) /u, "");
}

/** In Russian and Kazakh a name stands in whatever case its sentence needs: words of which all but an ending agree are the same word. */
function sameInflected(a: string, b: string): boolean {
  if (a === b) return true;
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  const stem = Math.max(3, shorter.length - 3);
  return longer.length - shorter.length <= 4 && shorter.length >= 3 && shorter.slice(0, stem) === longer.slice(0, stem);
}

/** True when both are the same name, case and article aside; in Russian and Kazakh endings aside as well. */
export function sameName(a: string, b: string, language: "en" | "ru" | "kk"): boolean {
  const [left, right] = [foldName(a), foldName(b)];
  if (left === right) return true;
  if (language === "en") return false;
  const [lefts, rights] = [left.split(" "), right.split(" ")];
  return lefts.length === rights.length && lefts.every((word, index) => sameInflected(word, rights[index] ?? ""));
}

/** EDTF with marks of doubt, full hours and one-day intervals put the same way. */
export function foldTime(value: string): string {
  const plain = value.replace(/[~?%]/g, "").replace(/(T\d\d):00(?!:?\d)/g, "$1");
  const [start, end] = plain.split("/");
  return start === end ? (start ?? plain) : plain;
}

/** True when both are null or say the same time. */
export function sameTime(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : foldTime(a) === foldTime(b);
}

/**
 * True when two mentions in a text are of the same thing: half of what they cover together is common, or one is the other with words added at
 * one end ("a crowd" and "a crowd that tried to break through").
 */
export function sameMention(text: string, a: Span, b: Span): boolean {
  const [left, right] = [withoutArticle(text, trimmed(text, a)), withoutArticle(text, trimmed(text, b))];
  if (overlapShare([left], [right]) >= 0.5) return true;
  return overlapShare([left], [right]) > 0 && (left.start === right.start || left.end === right.end);
}

function withoutArticle(text: string, span: Span): Span {
  const article = /^(?:the|an?)\s+/i.exec(text.slice(span.start, span.end));
  return article === null ? span : { start: span.start + article[0].length, end: span.end };
}
