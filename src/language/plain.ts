/** Plain tokens for languages that are read without a tagger: words, numbers and marks by Unicode class. Tags tell no more than that. */
import type { Segment } from "./segments.ts";
import type { Analysis, Sentence, Tag, Token } from "./token.ts";
import { fold } from "./token.ts";

// A number takes groups of three digits, a decimal part, and a case ending after a hyphen ("19-ы", "25-летний"), which stays in the token.
// A word takes inner hyphens, apostrophes and a dot that is followed by more letters ("т.ч" of "в т.ч.").
const TOKEN =
  /(?<num>\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d])(?:[.,]\d+)?(?:-\p{L}+)?|\d+(?:[.,:/]\d+)*(?:-\p{L}+)?)|(?<word>\p{L}[\p{L}\p{M}\p{N}]*(?:[-'’ʼ‑]\p{L}[\p{L}\p{M}\p{N}]*|\.\p{Ll}\p{M}*(?![\p{L}\d]))*)|(?<mark>[^\s])/gu;

/** Lower case, straight apostrophes, plain hyphens, ё as е. Lexicons are looked up in this form. */
export function plainForm(word: string): string {
  return fold(word).replaceAll("ё", "е").replaceAll("‑", "-");
}

/** Tokens of each segment; `lemma` is the folded word, since no dictionary is at hand. Tokens never cross a segment. */
export function analysePlain(text: string, segments: readonly Segment[]): Analysis {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  for (const segment of segments) {
    const first = tokens.length;
    for (const match of text.slice(segment.start, segment.end).matchAll(TOKEN)) {
      const start = segment.start + match.index;
      const lower = plainForm(match[0]);
      const tag: Tag = match.groups?.num !== undefined ? "NUM" : match.groups?.word !== undefined ? "X" : "PUNCT";
      tokens.push({
        at: tokens.length,
        start,
        end: start + match[0].length,
        text: match[0],
        lower,
        lemma: lower,
        tag,
        sentence: sentences.length,
      });
    }
    sentences.push({ start: segment.start, end: segment.end, paragraph: segment.paragraph, first, last: tokens.length });
  }
  return { text, tokens, sentences };
}
