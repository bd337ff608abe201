/** Repeated times: daily, every Monday, each year, every two weeks, on Fridays, 300 a day, per month, ежедневно. */
import type { Found, Recogniser } from "../recogniser.ts";
import { count, has } from "../scan.ts";
import { tokenAt } from "../tokens.ts";
import { isoDuration } from "./duration.ts";

function repeat(period: string, next: number): Found {
  return { term: { is: "set", value: `R/${period}` }, next };
}

export const set: Recogniser = {
  name: "set",
  read(s, i): Found | null {
    const token = tokenAt(s, i);
    if (token.entry.set !== undefined) return { term: { is: "set", value: token.entry.set }, next: i + 1 };
    if (has(token, "every")) {
      if (has(tokenAt(s, i + 1), "other")) {
        const unit = tokenAt(s, i + 2).entry.unit;
        return unit === undefined ? null : repeat(isoDuration(2, unit), i + 3);
      }
      const counted = count(s, i + 1) ?? { value: 1, next: i + 1 };
      const { unit, weekday, part, month, times } = tokenAt(s, counted.next).entry;
      if (weekday !== undefined) return repeat(isoDuration(counted.value, "week"), counted.next + 1);
      if (part !== undefined) return repeat(isoDuration(counted.value, "day"), counted.next + 1);
      if (month !== undefined && counted.next === i + 1) return repeat("P1Y", counted.next + 1);
      return unit === undefined
        ? null
        : repeat(isoDuration(counted.value === null ? null : counted.value * (times ?? 1), unit), counted.next + 1);
    }
    if (has(token, "per") || has(token, "article")) {
      const unit = tokenAt(s, i + 1).entry.unit;
      if (unit === undefined || tokenAt(s, i + 1).entry.plural === true) return null;
      // A rate follows what it is a rate of: "$300 a day", "twice a week", "5 percent a year".
      const before = tokenAt(s, i - 1);
      const rate = has(token, "per") || before.kind === "number" || has(before, "times") || has(before, "counted") || before.lower === "%";
      return rate ? repeat(isoDuration(1, unit), i + 2) : null;
    }
    return null;
  },
};
