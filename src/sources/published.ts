/** Publication dates as pages print them, to EDTF. Nothing is guessed: a date with two readings gives null. */
import { isEdtf } from "../model/time.ts";

const MONTHS: readonly (readonly string[])[] = [
  ["january", "jan", "января", "янв", "январь", "қаңтар"],
  ["february", "feb", "февраля", "фев", "февраль", "ақпан"],
  ["march", "mar", "марта", "мар", "март", "наурыз"],
  ["april", "apr", "апреля", "апр", "апрель", "сәуір"],
  ["may", "мая", "май", "мамыр"],
  ["june", "jun", "июня", "июн", "июнь", "маусым"],
  ["july", "jul", "июля", "июл", "июль", "шілде"],
  ["august", "aug", "августа", "авг", "август", "тамыз"],
  ["september", "sep", "sept", "сентября", "сен", "сентябрь", "қыркүйек"],
  ["october", "oct", "октября", "окт", "октябрь", "қазан"],
  ["november", "nov", "ноября", "ноя", "ноябрь", "қараша"],
  ["december", "dec", "декабря", "дек", "декабрь", "желтоқсан"],
];

const monthOf = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));

const pad = (value: number | string): string => String(value).padStart(2, "0");

/** Hour and minute with the zone as written, or "" when it is midnight to the second: systems store a bare date so. */
function clock(hour: string | undefined, minute: string | undefined, second: string | undefined, zone: string | undefined): string {
  if (hour === undefined || minute === undefined) return "";
  if (Number(hour) === 0 && Number(minute) === 0 && Number(second ?? "0") === 0) return "";
  const bare = (zone ?? "").toUpperCase();
  const written = bare === "GMT" || bare === "UTC" ? "Z" : bare.replace(/^([+-]\d\d)(\d\d)$/, "$1:$2");
  return `T${pad(hour)}:${minute}${written}`;
}

function joined(year: string, month: number | string, day: number | string, time: string): string | null {
  const date = `${year}-${pad(month)}-${pad(day)}`;
  if (isEdtf(date + time)) return date + time;
  return isEdtf(date) ? date : null;
}

const TIME = String.raw`(?:[T ,]+(?:в |at |сағат )?(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|GMT|UTC|[+-]\d\d:?\d\d|[+-]\d\d)?)?`;
const ISO = new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})${TIME}`, "i");
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d{4})?)?$/;
const YEAR_MONTH = /^(\d{4})-(\d\d)$/;
const DOTTED = new RegExp(String.raw`^(\d{1,2})\.(\d{1,2})\.(\d{4})${TIME}`, "i");
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const DAY_FIRST = new RegExp(
  String.raw`^(?:\p{L}{2,12}\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+(\p{L}{3,10})\.?,?\s+(\d{4})(?:\s*(?:года|г\.?|жыл|ж\.?))?${TIME}`,
  "iu",
);
const MONTH_FIRST = new RegExp(String.raw`^(?:\p{L}{2,12}\.?,?\s+)?(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${TIME}`, "iu");
const KAZAKH = new RegExp(String.raw`^(\d{4})\s*(?:жылғы|жылдың|ж\.?),?\s+(\d{1,2})\s+(\p{L}{3,10})${TIME}`, "iu");

/** 01/02/2022 has two readings; 25/02/2022 and 02/25/2022 have one each. */
function slashed(first: number, second: number, year: string): string | null {
  if (first > 12 && second <= 12) return joined(year, second, first, "");
  if (second > 12 && first <= 12) return joined(year, first, second, "");
  return first === second ? joined(year, first, second, "") : null;
}

function named(year: string, monthName: string, day: string, time: string): string | null {
  const month = monthOf.get(monthName.toLowerCase());
  return month === undefined ? null : joined(year, month, day, time);
}

/**
 * A date, with hour and minute where they are said (zone as written, none when unstated), as EDTF; null when there is none
 * or it has two readings. Reads ISO 8601, RFC 5322, dotted day-first dates, and English, Russian and Kazakh month names.
 */
export function publishedAsEdtf(written: string): string | null {
  const text = written.trim().replace(/\s+/g, " ").slice(0, 100);
  let m = ISO.exec(text);
  if (m !== null) return joined(m[1] ?? "", m[2] ?? "", m[3] ?? "", clock(m[4], m[5], m[6], m[7]));
  m = COMPACT.exec(text);
  if (m !== null) return joined(m[1] ?? "", m[2] ?? "", m[3] ?? "", clock(m[4], m[5], m[6], m[7]));
  m = DOTTED.exec(text);
  if (m !== null) return joined(m[3] ?? "", m[2] ?? "", m[1] ?? "", clock(m[4], m[5], m[6], m[7]));
  m = SLASHED.exec(text);
  if (m !== null) return slashed(Number(m[1]), Number(m[2]), m[3] ?? "");
  m = DAY_FIRST.exec(text);
  if (m !== null) return named(m[3] ?? "", m[2] ?? "", m[1] ?? "", clock(m[4], m[5], m[6], m[7]));
  m = MONTH_FIRST.exec(text);
  if (m !== null) return named(m[3] ?? "", m[1] ?? "", m[2] ?? "", clock(m[4], m[5], m[6], m[7]));
  m = KAZAKH.exec(text);
  if (m !== null) return named(m[1] ?? "", m[3] ?? "", m[2] ?? "", clock(m[4], m[5], m[6], m[7]));
  return YEAR_MONTH.test(text) && isEdtf(text) ? text : null;
}
