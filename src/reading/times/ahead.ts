/** Whether the words before a time look ahead. */
import { has } from "./scan.ts";
import type { Sentence } from "./tokens.ts";
import { tokenAt } from "./tokens.ts";

/** How many tokens back a word of the future still governs a time. */
const REACH = 25;

/**
 * "paper" when what is told lies ahead of the publication ("will … on Friday"), "story" when it lay ahead of what was then told ("said it would …"),
 * null when nothing looks ahead. A word of saying in between turns back: "will rain, the mayor said on Friday".
 */
export function aheadOf(s: Sentence, i: number): "paper" | "story" | null {
  for (let j = i - 1; j >= 0 && j >= i - REACH; j--) {
    const token = tokenAt(s, j);
    // "is said to be coming" reports and looks ahead at once.
    if (has(token, "said") && !(has(tokenAt(s, j + 1), "to") && j > 0)) return null;
    // "would have met" lies behind.
    if (has(token, "aheadThen")) return has(tokenAt(s, j + 1), "perfect") ? null : "story";
    if (has(token, "aheadNow") && j === i - 1 - Number(has(tokenAt(s, i - 1), "on")) && !has(tokenAt(s, j - 1), "wasNow")) return "paper";
    if (has(token, "ahead")) return "paper";
  }
  return null;
}
