/** Times that nothing fixes: now, currently, recently, at present, to date. Listed, without a value. */
import type { Found, Recogniser } from "../recogniser.ts";
import { has } from "../scan.ts";
import { tokenAt } from "../tokens.ts";

const phrases: readonly (readonly string[])[] = [
  ["at", "present"],
  ["at", "the", "moment"],
  ["to", "date"],
];

export const vague: Recogniser = {
  name: "vague",
  read(s, i): Found | null {
    const token = tokenAt(s, i);
    // "the now-cancelled deal"
    const prefix = tokenAt(s, i + 1).lower === "-" && tokenAt(s, i + 1).glued;
    if (token.entry.vague === true && !prefix) return { term: { is: "vague" }, next: i + 1 };
    if (!has(token, "at") && !has(token, "to")) return null;
    for (const phrase of phrases) {
      if (phrase.every((word, j) => tokenAt(s, i + j).lower === word)) return { term: { is: "vague" }, next: i + phrase.length };
    }
    return null;
  },
};
