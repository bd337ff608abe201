/** A part of some day: the morning, in the evening, at night, overnight, утром. On its own it takes the day last spoken of. */
import type { Found, Recogniser } from "../recogniser.ts";
import { has, skip } from "../scan.ts";
import { tokenAt } from "../tokens.ts";

export const part: Recogniser = {
  name: "part",
  read(s, i, supported): Found | null {
    let at = skip(s, i, "the");
    const definite = at !== i;
    if (has(tokenAt(s, at), "early") || has(tokenAt(s, at), "edgeDays")) at = skipDash(s, at + 1);
    const token = tokenAt(s, at);
    const named = token.entry.part;
    if (named === undefined) return null;
    const next = at + 1;
    const lead = tokenAt(s, i - 1).entry.lead;
    const through = token.lower === "overnight" || (named === "night" && definite && lead === "during");
    const bare = s.lexicon.language === "en" && !definite && !through;
    const term = { is: "part", part: named, through, bare } as const;
    if (s.lexicon.language !== "en" || supported || definite || at !== i) return { term, next };
    // "at night", "by morning", "overnight"; a bare "night" is more often part of a name or a number of nights.
    const stands =
      token.lower === "overnight" ||
      lead === "at" ||
      lead === "by" ||
      lead === "until" ||
      lead === "since" ||
      lead === "before" ||
      lead === "on";
    return stands ? { term, next } : null;
  },
};

function skipDash(s: Parameters<typeof tokenAt>[0], i: number): number {
  return tokenAt(s, i).lower === "-" ? i + 1 : i;
}
