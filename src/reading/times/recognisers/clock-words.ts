/** Hours in words and as services write them: half past three, a quarter to six, two-thirty, 0630hrs, 1140 a.m. */
import type { Read } from "../scan.ts";
import { has, isDash, isPlain } from "../scan.ts";
import type { Sentence } from "../tokens.ts";
import { tokenAt } from "../tokens.ts";

/** An hour as said, of twelve or of 24, and whether that leaves open which half of the day it is of. */
export interface Hour {
  readonly hour: number;
  readonly minute: number;
  readonly open: boolean;
}

/** "half past three", "twenty past eight", "a quarter to six". */
export function pastOrTo(s: Sentence, i: number): Read<Hour> | null {
  const token = tokenAt(s, i);
  const said = has(token, "half") ? 30 : has(token, "quarterHour") ? 15 : null;
  const number = said === null ? numberAt(s, i) : { value: said, next: i + 1 };
  if (number === null || number.value < 1 || number.value > 59) return null;
  const at = tokenAt(s, number.next).entry.unit === "minute" ? number.next + 1 : number.next;
  const past = has(tokenAt(s, at), "pastHour");
  if (!past && !(has(tokenAt(s, at), "toHour") && (said !== null || at !== number.next || tokenAt(s, i - 1).lower === "at"))) return null;
  const hour = tokenAt(s, at + 1);
  const named = hour.number >= 0 ? hour.number : (hour.entry.number ?? -1);
  if (named < 1 || named > 12 || (hour.kind === "number" && !isPlain(s, at + 1))) return null;
  const minute = past ? number.value : 60 - number.value;
  return { value: { hour: past ? named : (named + 11) % 12 || 12, minute, open: true }, next: at + 2 };
}

/** Digits, or words below a hundred: "thirty-six". */
function numberAt(s: Sentence, i: number): Read<number> | null {
  const token = tokenAt(s, i);
  if (token.kind === "number") return isPlain(s, i) && token.number > 0 ? { value: token.number, next: i + 1 } : null;
  const { number } = token.entry;
  if (number === undefined || number >= 100) return null;
  const at = isDash(tokenAt(s, i + 1)) ? i + 2 : i + 1;
  const ones = tokenAt(s, at).entry.number;
  return number >= 20 && ones !== undefined && ones < 10 ? { value: number + ones, next: at + 1 } : { value: number, next: i + 1 };
}

/** "two-thirty", "seven twenty-seven", "nine fifteen": only behind a word that asks for an hour. */
export function hourAndMinutes(s: Sentence, i: number): Read<Hour> | null {
  const { number } = tokenAt(s, i).entry;
  if (number === undefined || number > 12) return null;
  const at = isDash(tokenAt(s, i + 1)) ? i + 2 : i + 1;
  if (tokenAt(s, at).kind !== "word") return null;
  const minute = numberAt(s, at);
  if (minute === null || minute.value < 10 || minute.value > 59) return null;
  const next = tokenAt(s, minute.next).entry.unit === "minute" ? minute.next + 1 : minute.next;
  return { value: { hour: number, minute: minute.value, open: true }, next };
}

/** "0630hrs", "0715 h", "0001 GMT", "1140 a.m.", and "0730-0930" between hours. The position stands behind the digits and "hrs". */
export function fourDigits(s: Sentence, i: number, half: (s: Sentence, i: number) => unknown): Read<Hour> | null {
  const token = tokenAt(s, i);
  if (token.kind !== "number" || token.end - token.start !== 4 || !isPlain(s, i)) return null;
  const [hour, minute] = [Math.floor(token.number / 100), token.number % 100];
  if (hour > 23 || minute > 59) return null;
  const after = tokenAt(s, i + 1);
  const value = { hour, minute, open: false };
  if (has(after, "clockAfter")) return { value, next: i + 2 };
  if (after.entry.zone !== undefined || (hour <= 12 && half(s, i + 1) !== null)) return { value, next: i + 1 };
  const padded = token.lower.startsWith("0");
  const before = tokenAt(s, i - 1);
  const asked = has(before, "at") || has(before, "between") || before.entry.lead === "by" || before.entry.lead === "until";
  const paired = isDash(before) && tokenAt(s, i - 2).lower.startsWith("0") && tokenAt(s, i - 2).end - tokenAt(s, i - 2).start === 4;
  return padded && (asked || paired) ? { value, next: i + 1 } : null;
}
