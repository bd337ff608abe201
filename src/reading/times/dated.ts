/** Dates on their way to EDTF: the text, with the days that it covers. */
import { dayNumber, dayOf, daysInMonth } from "../../model/time/calendar.ts";
import type { ClockTerm } from "./term.ts";

/** A resolved date. Days are counted from 1970-01-01; `last` is included. */
export interface Dated {
  readonly text: string;
  readonly first: number;
  readonly last: number;
  /** Null when it is not one day. */
  readonly day: number | null;
  readonly relative: boolean;
  readonly stated: boolean;
}

export const two = (number: number): string => (number < 10 ? `0${number}` : String(number));
export const four = (year: number): string => String(year).padStart(4, "0");

export function dayText(number: number): string {
  const { year, month, day } = dayOf(number);
  return `${four(year)}-${two(month)}-${two(day)}`;
}

export function oneDay(number: number, relative: boolean, stated = false): Dated {
  return { text: dayText(number), first: number, last: number, day: number, relative, stated };
}

export function months(year: number, month: number, relative: boolean, stated: boolean): Dated {
  const first = dayNumber(year, month, 1);
  const at = dayOf(first);
  return {
    text: `${four(at.year)}-${two(at.month)}`,
    first,
    last: first + daysInMonth(at.year, at.month) - 1,
    day: null,
    relative,
    stated,
  };
}

export function years(pattern: string, relative: boolean, stated: boolean): Dated {
  const first = dayNumber(Number(pattern.replaceAll("X", "0")), 1, 1);
  return { text: pattern, first, last: dayNumber(Number(pattern.replaceAll("X", "9")), 12, 31), day: null, relative, stated };
}

export function week(monday: number, from: number, to: number): Dated {
  return {
    text: `${dayText(monday + from)}/${dayText(monday + to)}`,
    first: monday + from,
    last: monday + to,
    day: null,
    relative: true,
    stated: false,
  };
}

/** `~` on what is written: on both ends of an interval. */
export function roughly(text: string): string {
  return text
    .split("/")
    .map((end) => (end.endsWith("~") ? end : `${end}~`))
    .join("/");
}

function zoneText(zone: number | null): string {
  if (zone === null) return "";
  if (zone === 0) return "Z";
  const minutes = Math.abs(zone);
  return `${zone < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

export function clockText(clock: ClockTerm): string {
  const minute = clock.minute === null ? "" : `:${two(clock.minute)}`;
  const second = clock.second === null ? "" : `:${two(clock.second)}`;
  return `T${two(clock.hour)}${minute}${second}${zoneText(clock.zone)}${clock.approx ? "~" : ""}`;
}
