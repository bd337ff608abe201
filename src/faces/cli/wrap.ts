/** Styled text cut into lines that fit a number of terminal cells. Widths are cells, not characters: Cyrillic is one, CJK two. */
import { styleText } from "node:util";
import stringWidth from "string-width";
import { harmless } from "./harmless.ts";

/** The formats of `styleText` that this face uses. */
export type Style = "bold" | "dim" | "italic" | "underline" | "red" | "green" | "yellow" | "blue" | "magenta" | "cyan";

export interface Span {
  readonly text: string;
  readonly styles: readonly Style[];
}

/** One printed line. */
export type Line = readonly Span[];

export const span = (text: string, ...styles: readonly Style[]): Span => ({ text, styles });

/** Cells that the text takes. */
export function cells(text: string): number {
  return stringWidth(text);
}

export function lineWidth(line: Line): number {
  return line.reduce((sum, one) => sum + cells(one.text), 0);
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}ー々]/u;
const OPENING = /^[\p{Ps}\p{Pi}]/u;
const ADDRESS = /^\p{P}?https?:\/\//u;
// On its own between spaces this never begins a line.
const TRAILING = /^[·—–…:;,.!?)\]»”]+$/u;

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly width: number;
  /** Whether a space stands before it when it does not begin a line. */
  readonly spaced: boolean;
}

/** Where a word may be cut: between wide characters, and inside a word that is longer than a whole line. */
function piecesOf(word: string, start: number, width: number): readonly Piece[] {
  const total = cells(word);
  // An address in two halves can neither be clicked nor copied: it keeps a line of its own and the terminal wraps it.
  if (ADDRESS.test(word)) return [{ start, end: start + word.length, width: total, spaced: true }];
  const wide = total > [...word].length;
  if (!wide && total <= width) return [{ start, end: start + word.length, width: total, spaced: true }];
  const pieces: Piece[] = [];
  for (const { segment, index } of graphemes.segment(word)) {
    const size = cells(segment);
    const last = pieces.at(-1);
    const before = last === undefined ? "" : word.slice(last.start - start, last.end - start);
    const joined =
      last !== undefined &&
      last.width + size <= width &&
      (wide && size <= 2
        ? CLOSING.test(segment) ||
          OPENING.test(before.slice(-1)) ||
          (size === 1 && /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(segment))
        : !/[/\-_.?&=%]$/u.test(before));
    if (joined) pieces[pieces.length - 1] = { ...last, end: start + index + segment.length, width: last.width + size };
    else pieces.push({ start: start + index, end: start + index + segment.length, width: size, spaced: pieces.length === 0 });
  }
  return pieces;
}

function split(text: string, width: number): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const match of text.matchAll(/[^ ]+/gu)) {
    const last = pieces.at(-1);
    if (last !== undefined && TRAILING.test(match[0])) {
      const joined = last.width + 1 + cells(match[0]);
      if (joined <= width) {
        pieces[pieces.length - 1] = { ...last, end: match.index + match[0].length, width: joined };
        continue;
      }
    }
    pieces.push(...piecesOf(match[0], match.index, width));
  }
  return pieces;
}

function sliceOf(spans: readonly Span[], start: number, end: number): Line {
  const out: Span[] = [];
  let at = 0;
  for (const one of spans) {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, one.text.length);
    // No-break spaces did their work: what is printed can be copied and searched with plain ones.
    if (from < to) out.push({ text: one.text.slice(from, to).replaceAll("\u00A0", " "), styles: one.styles });
    at += one.text.length;
  }
  return out;
}

/** Runs of spaces made one across span borders, none at the beginning. */
function squeezed(spans: readonly Span[]): readonly Span[] {
  let open = true;
  return spans.map((one) => {
    let text = harmless(one.text).replace(/ +/gu, " ");
    if (open && text.startsWith(" ")) text = text.slice(1);
    if (text !== "") open = text.endsWith(" ");
    return { text, styles: one.styles };
  });
}

/** Lines of at most `width` cells. A word is cut only when no line could hold it, or between wide characters; an address never. */
export function wrap(content: readonly Span[], width: number): readonly Line[] {
  const room = Math.max(width, 1);
  const spans = squeezed(content);
  const text = spans.map((one) => one.text).join("");
  const lines: Line[] = [];
  let start = -1;
  let end = -1;
  let used = 0;
  for (const piece of split(text, room)) {
    const need = piece.width + (piece.spaced && start >= 0 ? 1 : 0);
    if (start >= 0 && used + need <= room) {
      end = piece.end;
      used += need;
      continue;
    }
    if (start >= 0) lines.push(sliceOf(spans, start, end));
    ({ start, end } = piece);
    used = piece.width;
  }
  if (start >= 0) lines.push(sliceOf(spans, start, end));
  return lines;
}

/** Cells of the content on one line. */
export function flatWidth(content: readonly Span[]): number {
  return cells(squeezed(content).map((one) => one.text).join("").trimEnd()); // prettier-ignore
}

/** Cells of the longest word: the narrowest that the content can be without cutting one. */
export function longestWord(content: readonly Span[]): number {
  const text = squeezed(content).map((one) => one.text).join(""); // prettier-ignore
  return split(text, Number.POSITIVE_INFINITY).reduce((longest, piece) => Math.max(longest, piece.width), 0);
}

/** The line as it goes to the terminal: with escape codes when `color`, no space at its end. */
export function paint(line: Line, color: boolean): string {
  const last = line.findLastIndex((one) => one.text.trimEnd() !== "");
  return line
    .slice(0, last + 1)
    .map((one, index) => {
      const text = index === last ? one.text.trimEnd() : one.text;
      if (!color || one.styles.length === 0) return text;
      return styleText([...one.styles], text, { validateStream: false });
    })
    .join("");
}
