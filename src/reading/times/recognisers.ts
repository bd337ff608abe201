/** The recognisers in the order in which they are asked: the first that reads anything wins, so the longer and surer forms come first. */
import type { Found, Recogniser } from "./recogniser.ts";
import { clock } from "./recognisers/clock.ts";
import { dayAlone, dayThenMonth, monthThenDay } from "./recognisers/day.ts";
import { duration } from "./recognisers/duration.ts";
import { edge } from "./recognisers/edge.ts";
import { iso } from "./recognisers/iso.ts";
import { monthOnly } from "./recognisers/month.ts";
import { numeric } from "./recognisers/numeric.ts";
import { portion } from "./recognisers/portion.ts";
import { part } from "./recognisers/part.ts";
import { quarter, season } from "./recognisers/season.ts";
import { set } from "./recognisers/set.ts";
import { dayWord, offset, which } from "./recognisers/shift.ts";
import { vague } from "./recognisers/vague.ts";
import { weekday } from "./recognisers/weekday.ts";
import { decade, yearOnly } from "./recognisers/year.ts";
import { unknown } from "./lexicon.ts";
import type { Sentence } from "./tokens.ts";
import { tokenAt } from "./tokens.ts";

export const recognisers: readonly Recogniser[] = [
  iso,
  numeric,
  dayThenMonth,
  monthThenDay,
  dayAlone,
  quarter,
  portion,
  edge,
  monthOnly,
  season,
  set,
  weekday,
  dayWord,
  which,
  offset,
  clock,
  duration,
  decade,
  part,
  yearOnly,
  vague,
];

export interface Recognised extends Found {
  readonly name: string;
}

/** What starts at position `i`, by the first recogniser that reads anything. */
export function recogniseAt(s: Sentence, i: number, supported: boolean): Recognised | null {
  // A word that is not of time begins no expression; only digits do without the lexicon.
  const { entry, kind } = tokenAt(s, i);
  if (entry === unknown && kind !== "number") return null;
  for (const recogniser of recognisers) {
    const found = recogniser.read(s, i, supported);
    if (found !== null) return { ...found, name: recogniser.name };
  }
  return null;
}
