/** Whose report a text tells, by its own words: a dateline, a line of credit, "reported" beside the name of an outlet. */
import data from "./credits.json" with { type: "json" };
import { outletNamed } from "./outlets.ts";

export interface Credits {
  /** The outlet whose report the whole text is; null when no line says so. */
  readonly whole: string | null;
  /** Places where something is told on the word of an outlet. */
  readonly cited: readonly Cited[];
}

export interface Cited {
  /** As the list of outlets has it, else as written. */
  readonly outlet: string;
  /** UTF-16 code units into the text layer; end exclusive. */
  readonly start: number;
  readonly end: number;
}

const DATELINE = /^[^\n]{0,80}\(([^()\n]{2,40})\)\s*[-–—]/u;
const TRAILING = /(?:\(|[-–—]\s?)([^()\n–—]{2,40})\)?\s*$/u;
const NAME = String.raw`(?:\p{Lu}(?:[\p{L}\p{M}\p{N}'’-]|\.(?=\p{L}))*|«[^»\n]{2,40}»|“[^”\n]{2,40}”)`;
/** A name of one to five words, with the kind of outlet before it. */
const NAMED = String.raw`(?:(?:the|агентство|информагентство|газета|издание|портал|телеканал)\s)?${NAME}(?:\s(?:of\s|for\s|and\s)?${NAME}){0,4}`;
/** Any of the words, the first letter of each small or a capital. A name has a capital, so case counts in these patterns. */
const either = (words: readonly string[]): string =>
  words.map((word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1).replaceAll(" ", String.raw`\s`)}`).join("|");
const BEFORE = new RegExp(String.raw`(?<![\p{L}])(?:${either(data.before)})\s(${NAMED})`, "gu");
const AFTER = new RegExp(String.raw`(?<![\p{L}])(${NAMED})\s(?:${either(data.after)})(?![\p{L}])`, "gu");
const LABEL = new RegExp(String.raw`^\s*(?:${either(data.labels)})\s*[:—–-]\s*(\S[^\n]{1,60}?)[.\s]*$`, "gmu");

/** The credits of a text. Whether a cited name is an outlet at all is for the caller to say: no list has them all. */
export function creditsIn(text: string): Credits {
  const cited: Cited[] = [];
  for (const pattern of [BEFORE, AFTER]) {
    for (const match of text.matchAll(pattern)) {
      const name = match[1] ?? "";
      const start = match.index + match[0].indexOf(name);
      cited.push({ outlet: outletNamed(name) ?? name, start, end: start + name.length });
    }
  }
  return { whole: wholeOf(text), cited: cited.sort((a, b) => a.start - b.start || a.end - b.end) };
}

function wholeOf(text: string): string | null {
  const lines = text.split("\n").map((line) => line.trim());
  const filled = lines.filter((line) => line !== "");
  for (const line of filled.slice(0, 4)) {
    const name = DATELINE.exec(line)?.[1];
    const outlet = name === undefined ? null : outletNamed(name);
    if (outlet !== null) return outlet;
  }
  for (const match of text.matchAll(LABEL)) {
    const outlet = outletNamed(match[1] ?? "");
    if (outlet !== null) return outlet;
  }
  const last = TRAILING.exec(filled.at(-1) ?? "")?.[1];
  return last === undefined ? null : outletNamed(last);
}
