/** The word before a time that says how it is used. */
import { has } from "./scan.ts";
import type { Sentence } from "./tokens.ts";
import { tokenAt } from "./tokens.ts";

/** The lead before position `i`, or behind position `next` in a language that puts it there; null when nothing says. */
export function leadOf(s: Sentence, i: number, next: number): string | null {
  const trailing = tokenAt(s, next).entry.trailing;
  if (trailing !== undefined) return trailing;
  if (has(tokenAt(s, i), "between")) return "between";
  // "6 қаңтардан 10 қаңтарға дейін": the "until" inside closes a range.
  if (has(tokenAt(s, next - 1), "until") && s.lexicon.language === "kk") return "from";
  let at = i - 1;
  for (let j = 0; j < 3 && (has(tokenAt(s, at), "the") || has(tokenAt(s, at), "about") || has(tokenAt(s, at), "very")); j++) at--;
  // "since the month of April", "during the year of 2030".
  if (has(tokenAt(s, at), "of") && tokenAt(s, at - 1).entry.unit !== undefined) {
    at -= 2;
    if (has(tokenAt(s, at), "the")) at--;
  }
  for (const phrase of s.lexicon.leadPhrases) {
    const words = phrase.length - 1;
    let same = at - words + 1 >= 0;
    for (let j = 0; j < words && same; j++) same = tokenAt(s, at - words + 1 + j).lower === phrase[j];
    if (same) return phrase[words] ?? null;
  }
  return tokenAt(s, at).entry.lead ?? null;
}
