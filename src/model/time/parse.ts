/** EDTF from people and programs: the value, or what is wrong with it and what was probably meant. */
import { dayNumber, dayOf } from "./calendar.ts";
import type { Edtf } from "./edtf.ts";
import { readEdtf } from "./read.ts";

export interface EdtfFault {
  /** One plain clause: "there is no month 13". */
  readonly wrong: string;
  /** A string that does parse and was probably meant; null when nothing is near enough. Never used unasked: the meaning is the writer's. */
  readonly suggestion: string | null;
}

export type Parsed = { readonly ok: true; readonly value: Edtf } | { readonly ok: false; readonly fault: EdtfFault };

const two = (digits: string): string => digits.padStart(2, "0");

/** Slips seen in hand-made tables and older EDTF drafts, in the order tried; each gives another spelling or leaves the string as it is. */
const repairs: readonly ((said: string) => string)[] = [
  (said) => said.trim().replace(/\s*([/,]|\.\.)\s*/g, "$1"),
  (said) => said.replace(/^\.\.(?=[^/])/, "../"),
  (said) => (/^[^[{/]*[^[{/.]\.\.$/.test(said) ? said.replace(/\.\.$/, "/..") : said),
  (said) => (hasBareRange(said) ? said.replace("..", "/") : said),
  (said) => said.replace(/\s*[\u2012-\u2015]\s*/, "/"),
  (said) => said.replace(/\bunknown\b/gi, "").replace(/\bopen\b|\bnow\b|\bpresent\b/gi, ".."),
  (said) =>
    said
      .replace(/[ux]/g, "X")
      .replace(/(?<=\d)t(?=\d)/g, "T")
      .replace(/z$/, "Z"),
  (said) => said.replace(/(?<=\d)\s+(?=\d\d:)/g, "T"),
  (said) => said.replace(/(?<=\d)\s+(?=Z|[+-]\d\d)/g, ""),
  (said) => said.replace(/\b(\d{4})-(\d{1,2})-(\d{1,2})\b/g, (_, y: string, m: string, d: string) => `${y}-${two(m)}-${two(d)}`),
  (said) => said.replace(/^(\d{4})-(\d)$/, "$1-0$2"),
  (said) => said.replace(/\b(\d{4})(\d\d)(\d\d)\b/g, "$1-$2-$3"),
  (said) => said.replace(/^(\d{4})\/(\d{1,2})\/(\d{1,2})$/, (_, y: string, m: string, d: string) => `${y}-${two(m)}-${two(d)}`),
  (said) => said.replace(/\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/g, (_, d: string, m: string, y: string) => `${y}-${two(m)}-${two(d)}`),
  (said) => said.replace(/(\d{4})-(\d\d)-(\d\d)T24(?::00(?::00)?)?(?![:\d])/g, midnight),
  (said) => said.replace(/^([^/]+)\/([^/]+)$/, "$2/$1"),
];

/** Two dots between two dates that stand in no set and in no interval. */
function hasBareRange(said: string): boolean {
  const dots = said.indexOf("..", 1);
  return dots > 0 && dots + 2 < said.length && !/[[{/]/.test(said.slice(0, dots)) && !said.includes("/", dots + 2);
}

/** 24:00 is the first moment of the next day. */
function midnight(_: string, year: string, month: string, day: string): string {
  const next = dayOf(dayNumber(Number(year), Number(month), Number(day)) + 1);
  return `${String(next.year).padStart(4, "0")}-${two(String(next.month))}-${two(String(next.day))}T00:00`;
}

function suggest(said: string): string | null {
  const isGood = (text: string): boolean => readEdtf(text).kind !== "wrong";
  let all = said;
  for (const repair of repairs) {
    const alone = repair(said);
    if (alone !== said && isGood(alone)) return alone;
    all = repair(all);
    if (all !== said && isGood(all)) return all;
  }
  return null;
}

/** Strings longer than this are refused unread: the longest set anybody writes by hand is far shorter. */
const LONGEST = 2000;

/** The value that `said` writes, or the fault. Never throws. */
export function parseEdtf(said: string): Parsed {
  if (said.length > LONGEST) return { ok: false, fault: { wrong: `longer than ${LONGEST} characters`, suggestion: null } };
  const value = readEdtf(said);
  if (value.kind !== "wrong") return { ok: true, value };
  return { ok: false, fault: { wrong: value.why, suggestion: suggest(said) } };
}
