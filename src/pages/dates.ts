/** Times in words. The EDTF stays in the tree beside them; what these words cannot say is printed as the EDTF stands. */
import type { Inline } from "./tree.ts";
import { time } from "./tree.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
// EDTF level 1 seasons 21-24 and level 2 seasons of a hemisphere 25-32, quarters 33-36.
const SEASONS: Readonly<Record<string, string>> = {
  "21": "spring", "22": "summer", "23": "autumn", "24": "winter",
  "25": "spring", "26": "summer", "27": "autumn", "28": "winter",
  "29": "spring", "30": "summer", "31": "autumn", "32": "winter",
  "33": "1st quarter of", "34": "2nd quarter of", "35": "3rd quarter of", "36": "4th quarter of",
}; // prettier-ignore

const POINT = /^(\d{4})(?:-(\d\d|XX)(?:-(\d\d|XX)(?:T(\d\d)(?::(\d\d)(?::\d\d)?)?(Z|[+-]\d\d(?::?\d\d)?)?)?)?)?([~?%])?$/;

interface Point {
  readonly year: string;
  /** Name of the month or season; null when the year is all there is. */
  readonly month: string | null;
  readonly day: string | null;
  readonly clock: string | null;
  readonly doubt: string | null;
}

function pointOf(edtf: string): Point | null {
  const match = POINT.exec(edtf);
  if (match === null) return null;
  const [, year = "", month, day, hour, minute, zone, doubt = null] = match;
  const name = month === undefined ? null : month === "XX" ? "month unknown," : (MONTHS[Number(month) - 1] ?? SEASONS[month] ?? null);
  if (month !== undefined && name === null) return null;
  const clock = hour === undefined ? null : `${hour}:${minute ?? "00"}${zone === undefined ? "" : zone === "Z" ? " UTC" : ` UTC${zone}`}`;
  // T22 names the hour, not its first minute.
  const hourOnly =
    hour !== undefined && minute === undefined ? `${hour} h${zone === undefined ? "" : ` UTC${zone === "Z" ? "" : zone}`}` : clock;
  return { year, month: name, day: day === undefined ? null : day === "XX" ? "a day in" : String(Number(day)), clock: hourOnly, doubt };
}

function doubted(words: string, doubt: string | null): string {
  if (doubt === "~") return `about ${words}`;
  if (doubt === "?") return `${words} (uncertain)`;
  if (doubt === "%") return `about ${words} (uncertain)`;
  return words;
}

function pointWords(point: Point, without: { readonly month?: boolean; readonly year?: boolean } = {}): string {
  const date = [point.day, without.month === true ? null : point.month, without.year === true ? null : point.year]
    .filter((part) => part !== null)
    .join(" ");
  return doubted(point.clock === null ? date : `${date}, ${point.clock}`, point.doubt);
}

function intervalWords(from: Point, to: Point): string {
  const plain = from.clock === null && to.clock === null && from.doubt === null && to.doubt === null;
  const sameYear = plain && from.year === to.year;
  if (sameYear && from.day !== null && to.day !== null && from.month === to.month) {
    return `${pointWords(from, { month: true, year: true })}–${pointWords(to)}`;
  }
  // The day is given once when only hours differ.
  if (from.clock !== null && to.clock !== null && from.year === to.year && from.month === to.month && from.day === to.day) {
    return `${pointWords(from)} – ${to.clock}`;
  }
  return `${pointWords(from, { year: sameYear })} – ${pointWords(to)}`;
}

/** An EDTF string in English words ("6–10 Jan 2022", "about Jan 2022"); what has no words here comes back as it is. */
export function dateWords(edtf: string): string {
  const point = pointOf(edtf);
  if (point !== null) return pointWords(point);
  const members = /^[[{](.+)[\]}]$/.exec(edtf)?.[1];
  if (members !== undefined) {
    const words = members.split(",").map((member) => dateWords(member.trim()));
    return edtf.startsWith("[") ? `one of: ${words.join("; ")}` : words.join(" and ");
  }
  if (edtf.includes("..") && !edtf.includes("/")) {
    const [from = "", to = ""] = edtf.split("..");
    return from === ""
      ? `${dateWords(to)} or before`
      : to === ""
        ? `${dateWords(from)} or after`
        : `${dateWords(from)} to ${dateWords(to)}`;
  }
  const ends = edtf.split("/");
  if (ends.length !== 2) return edtf;
  const [start = "", end = ""] = ends;
  const from = pointOf(start);
  const to = pointOf(end);
  if (from !== null && to !== null) return intervalWords(from, to);
  // EDTF keeps an open end (..) apart from an unknown one (empty).
  if (from !== null && end === "..") return `from ${pointWords(from)} on`;
  if (from !== null && end === "") return `${pointWords(from)} – end unknown`;
  if (to !== null && start === "..") return `up to ${pointWords(to)}`;
  if (to !== null && start === "") return `start unknown – ${pointWords(to)}`;
  return edtf;
}

/** The time as an element, or the words for its absence. */
export function timeOr(edtf: string | null, absent: string): Inline {
  return edtf === null ? absent : time(edtf, dateWords(edtf));
}
