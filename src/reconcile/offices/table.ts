/** The shipped kinds of offices as a table of word patterns, and where a text names one. */
import type { Party } from "../../model/words.ts";
import { fold } from "../folding.ts";
import data from "./offices.json" with { type: "json" };

export interface OfficeKind {
  readonly key: string;
  /** What the office is called in every language of the record. */
  readonly name: string;
  readonly party: Party;
  /** “The ministry” may go back to it. */
  readonly ministry: boolean;
  /** There is one in every town: without a town nothing says which. */
  readonly local: boolean;
  /** The office that is meant when nothing knows another of this kind; null for most. */
  readonly within: string | null;
}

/** A word of a text, folded, with its place. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Where a text names an office by a pattern of the table; `from` and `to` count words, `to` exclusive. */
export interface Named {
  readonly kind: OfficeKind;
  readonly from: number;
  readonly to: number;
}

interface Pattern {
  readonly kind: OfficeKind;
  readonly words: readonly string[];
}

const kinds = new Map<string, OfficeKind>();
/** Patterns by the first three letters of their first word, longest first. */
const byHead = new Map<string, Pattern[]>();

const headOf = (word: string): string => word.slice(0, 3);

for (const { key, name, party, forms, ...rest } of data.offices) {
  const more = rest as { readonly ministry?: boolean; readonly local?: boolean; readonly within?: string };
  const kind: OfficeKind = {
    key,
    name,
    party: party as Party,
    ministry: more.ministry ?? false,
    local: more.local ?? false,
    within: more.within ?? null,
  };
  kinds.set(key, kind);
  for (const form of [...forms.en, ...forms.ru, ...forms.kk]) {
    const words = form.split(" ");
    const head = headOf((words[0] ?? "").replace("*", ""));
    byHead.set(head, [...(byHead.get(head) ?? []), { kind, words }]);
  }
}
for (const patterns of byHead.values()) patterns.sort((a, b) => b.words.length - a.words.length);

/** The kind of this key; null when there is none. */
export function officeKind(key: string): OfficeKind | null {
  return kinds.get(key) ?? null;
}

/** True when the word is the pattern, or starts as it does before its `*`. */
export function fits(word: string, pattern: string): boolean {
  return pattern.endsWith("*") ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:[-'’][\p{L}\p{M}\p{N}]+)*(?:'s|'|’s|’)?/gu;

/** The words of a stretch of text, folded; places count from `at`. */
export function wordsOf(text: string, at = 0): readonly Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    text: fold(match[0]),
    start: at + match.index,
    end: at + match.index + match[0].length,
  }));
}

/** Every office that the words name, longest pattern first, none inside another. */
export function namedIn(words: readonly Word[]): readonly Named[] {
  const found: Named[] = [];
  for (let from = 0; from < words.length; from++) {
    const patterns = byHead.get(headOf(words[from]?.text ?? ""));
    const match = patterns?.find((pattern) => pattern.words.every((each, index) => fits(bare(words[from + index]?.text ?? ""), each)));
    if (match === undefined) continue;
    found.push({ kind: match.kind, from, to: from + match.words.length });
    from += match.words.length - 1;
  }
  return found;
}

// "the Ministry of Health's" names what "the Ministry of Health" does, and so does "ІІМ-нің"; "prosecutor's office" keeps its own sign.
function bare(word: string): string {
  const plain = /^(?:prosecutor|prosecutors|general|president|minister|mayor|commandant|children|ombudsman|attorney)/.test(word);
  return plain ? word : word.replace(/(?:'s|')$/u, "").replace(/^(іім|ұқк|мвд|кнб|мид|мчс)-\p{L}+$/u, "$1");
}
