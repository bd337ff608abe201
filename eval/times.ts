/**
 * Scores time expressions against two public benchmarks, which stay outside the repository:
 *   node eval/times.ts PATH [--errors]
 * PATH is a folder of MEANTIME documents (XML with TIMEX3) or a DateTimeModel.json of Recognizers-Text.
 * MEANTIME: relaxed and strict span precision, recall and F1, and value F1 (right span and right value), over the sentences that were annotated (title,
 * dateline and the first five). Recognizers: share of expressions of the types date, daterange, time and datetime whose span (relaxed) and value are right.
 */
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Span } from "../src/model/passage.ts";
import { readEdtf } from "../src/model/time/read.ts";
import { boundsOf } from "../src/model/time/bounds.ts";
import { overlaps } from "../src/model/passage.ts";
import { findTimes } from "../src/reading/times/times.ts";
import type { TimeMention } from "../src/reading/times/mention.ts";

interface Gold extends Span {
  readonly values: readonly string[];
  readonly type: string;
}

const errors = process.argv.includes("--errors");

function attribute(tag: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
}

const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'" };

/** Monday and Sunday of an ISO week, as an interval. */
function weekInterval(year: number, week: number, weekend: boolean): string {
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * 86_400_000 + (week - 1) * 7 * 86_400_000;
  const day = (offset: number): string => new Date(monday + offset * 86_400_000).toISOString().slice(0, 10);
  return `${day(weekend ? 5 : 0)}/${day(6)}`;
}

/** A TIMEX value in our spelling: weeks become intervals, parts of the day, quarters and sets the way the contract writes them. */
function fromTimex(value: string): string {
  const week = /^(\d{4})-W(\d\d)(-WE)?$/.exec(value);
  if (week !== null) return weekInterval(Number(week[1]), Number(week[2]), week[3] !== undefined);
  const quarter = /^(\d{4})-Q(\d)$/.exec(value);
  if (quarter !== null) return `${quarter[1] ?? ""}-${32 + Number(quarter[2])}`;
  const season = /^(\d{4})-(SP|SU|FA|WI)$/.exec(value);
  if (season !== null) return `${season[1] ?? ""}-${21 + ["SP", "SU", "FA", "WI"].indexOf(season[2] ?? "")}`;
  if (/^\d{3}$/.test(value)) return `${value}X`;
  if (value.endsWith("_REF") || value === "XXXX-XX-XX") return "null";
  return value.replace(/T(?:MO|AF|EV|NI|NT|DT)$/, "").replace(/TXX.*$/, "");
}

function ourValue(mention: TimeMention): string {
  const value = mention.value ?? "null";
  return value.replace(/^R\//, "").replaceAll("~", "");
}

interface Score {
  gold: number;
  found: number;
  relaxed: number;
  strict: number;
  value: number;
}

function meantime(folder: string): void {
  const score: Score = { gold: 0, found: 0, relaxed: 0, strict: 0, value: 0 };
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    if (!file.endsWith(".xml")) continue;
    const xml = readFileSync(join(folder, file), "utf8");
    const tokens = new Map<string, Span & { readonly sentence: number }>();
    const spans: ({ start: number; end: number } | undefined)[] = [];
    let text = "";
    for (const [tag = "", word = ""] of xml.matchAll(/<token [^>]*>([^<]*)<\/token>/g)) {
      const plain = word.replace(/&\w+;/g, (entity) => entities[entity] ?? entity);
      const sentence = Number(attribute(tag, "sentence"));
      const glue = /^(?:[.,;:!?%)\]]|['’]\w*|n't)$/.test(plain) || /[([$]$/.test(text);
      const span = spans[sentence] ?? { start: text.length + (text === "" ? 0 : 1), end: 0 };
      if (spans[sentence] === undefined) text += text === "" ? "" : "\n";
      else if (!glue) text += " ";
      spans[sentence] = span;
      const start = text.length;
      text += plain;
      tokens.set(attribute(tag, "t_id"), { start, end: text.length, sentence });
      span.end = text.length;
    }
    const gold: Gold[] = [];
    let published: string | null = null;
    for (const [tag = "", inner = ""] of xml.matchAll(/<TIMEX3 [^>]*>([\s\S]*?)<\/TIMEX3>/g)) {
      const anchors = [...inner.matchAll(/t_id="(\d+)"/g)]
        .map((match) => tokens.get(match[1] ?? ""))
        .filter((token) => token !== undefined);
      const value = attribute(tag, "value");
      if (attribute(tag, "functionInDocument") === "CREATION_TIME") published = value;
      if (anchors.length === 0) continue;
      gold.push({
        start: Math.min(...anchors.map((a) => a.start)),
        end: Math.max(...anchors.map((a) => a.end)),
        values: [fromTimex(value)],
        type: attribute(tag, "type"),
      });
    }
    const found = findTimes(text, spans.filter((span) => span !== undefined).slice(0, 6), { published, language: "en" });
    score.gold += gold.length;
    score.found += found.length;
    for (const mention of found) {
      const match = gold.find((g) => overlaps(g, mention));
      if (match === undefined && errors)
        console.log(
          `+ ${text.slice(mention.start, mention.end)} = ${String(mention.value)} | ${text.slice(Math.max(0, mention.start - 40), mention.end + 30).replaceAll("\n", " ")}`,
        );
    }
    for (const g of gold) {
      const mention = found.find((m) => overlaps(g, m));
      if (mention === undefined) {
        if (errors)
          console.log(
            `- ${text.slice(g.start, g.end)} = ${g.values.join()} | ${text.slice(Math.max(0, g.start - 40), g.end + 30).replaceAll("\n", " ")}`,
          );
        continue;
      }
      score.relaxed++;
      if (mention.start === g.start && mention.end === g.end) score.strict++;
      if (g.values.includes(ourValue(mention))) score.value++;
      else if (errors)
        console.log(
          `= ${text.slice(mention.start, mention.end)} = ${ourValue(mention)}, gold ${text.slice(g.start, g.end)} = ${g.values.join()} (published ${String(published)})`,
        );
    }
  }
  print(score);
}

function print(score: Score): void {
  const line = (name: string, right: number): void => {
    const [p, r] = [right / score.found, right / score.gold];
    console.log(`${name.padEnd(14)} precision ${p.toFixed(3)}  recall ${r.toFixed(3)}  F1 ${((2 * p * r) / (p + r)).toFixed(3)}`);
  };
  console.log(`gold ${score.gold}, found ${score.found}`);
  line("span, relaxed", score.relaxed);
  line("span, strict", score.strict);
  line("value", score.value);
}

interface Case {
  readonly Input: string;
  readonly Context?: { readonly ReferenceDateTime?: string };
  readonly Results: readonly {
    readonly Text: string;
    readonly Start?: number;
    readonly TypeName?: string;
    readonly Resolution?: { readonly values: readonly Readonly<Record<string, string>>[] };
  }[];
}

/** First day (or hour) of a value: what both sides have in common, whether they count the end in or not. */
function firstOf(value: string): string {
  if (/T\d/.test(value)) return value.replace(/T0?(\d\d):00(?::00)?$/, "T$1").replace(/(T\d\d:\d\d):00$/, "$1");
  const parsed = readEdtf(value);
  if (parsed.kind === "wrong") return value;
  const { earliest } = boundsOf(parsed, 0);
  return earliest === null || !Number.isFinite(earliest) || Math.abs(earliest) > 8e15
    ? value
    : new Date(earliest).toISOString().slice(0, 10);
}

/** True when our value says one of the readings offered. An interval is right by its two ends; a bare time by its clock. */
function agrees(ours: string, values: readonly Readonly<Record<string, string>>[], loose = false): boolean {
  const [from = "", to] = ours.split("/");
  const clock = (text: string): string => firstOf(text).replace(/^[^T]*/, "");
  for (const { timex = "", value, start, end } of values) {
    const wanted = fromTimex(timex);
    if (wanted === ours || (timex.includes("REF") && ours === "null")) return true;
    // "the next three days" is a length for us, as for TIMEX3: right when the length is. ("two decades" are P2E there and 20 years here.)
    if (ours.startsWith("P") && timex.endsWith(`,${ours})`)) return true;
    // "18 and 19 June" is one expression for us, all its days; "5/3" both its readings.
    if (
      /^[[{]/.test(ours) &&
      ours
        .slice(1, -1)
        .split(",")
        .some((each) => agrees(each, values))
    )
      return true;
    if (/^T\d/.test(wanted) && to === undefined && clock(from) === clock(wanted)) return true;
    const pattern = new RegExp(`^${wanted.replace(/X/g, "\\d")}$`);
    if (/^[\dX-]+(T[\d:]+)?$/.test(wanted) && to === undefined && pattern.test(firstOf(ours).length < ours.length ? firstOf(ours) : ours))
      return true;
    if (/^[\dX-]+$/.test(wanted) && pattern.test(ours)) return true;
    const iso = (text: string): string => firstOf(text.replace(" ", "T"));
    if (value !== undefined && to === undefined && firstOf(ours) === iso(value)) return true;
    // "in two months" says no day: a month or a year that holds theirs.
    if (loose && value !== undefined && to === undefined && value.startsWith(ours)) return true;
    if (start === undefined || end === undefined) continue;
    const [first, last] = [iso(start), iso(end)];
    if (to === undefined) {
      // One month, year or week named: it starts and ends where the reading does.
      const parsed = readEdtf(ours);
      if (parsed.kind === "wrong") continue;
      const bounds = boundsOf(parsed, 0);
      const over = bounds.latest === null || !Number.isFinite(bounds.latest) ? "" : new Date(bounds.latest).toISOString().slice(0, 10);
      if (firstOf(ours) === first && over === last) return true;
      // "yesterday morning" is a day for us and some hours of it for them.
      if (first.startsWith(firstOf(ours)) && first.includes("T")) return true;
    } else if (/^\d\d:/.test(first) ? clock(from) === `T${first.replace(/:00(:00)?$/, "")}` : firstOf(from) === first) {
      const parsed = readEdtf(ours);
      const latest = parsed.kind === "wrong" ? null : boundsOf(parsed, 0).latest;
      const over = latest === null || !Number.isFinite(latest) || latest > 8e15 ? "" : new Date(latest).toISOString().slice(0, 10);
      if (/^\d\d:/.test(last) ? clock(to) === `T${last.replace(/:00(:00)?$/, "")}` : firstOf(to) === last || over === last) return true;
    }
  }
  return false;
}

/**
 * What is out of scope, and why. The cases come from an assistant that keeps a calendar; ours are documents about what happened.
 * Whole types are left out by name: durations, sets, holidays by their type, time zones alone, "dateAlt" choices; a length of time is scored where
 * MEANTIME annotates it.
 */
const OUT: readonly { readonly why: string; readonly out: (text: string, timex: string, input: string) => boolean }[] = [
  {
    why: "feasts and days of remembrance: the contract keeps the words and gives no date (Easter, Ramadan, Christmas)",
    out: (text) =>
      /holiday|easter|christmas|thanksgiving|halloween|black friday|labor day|independence|juneteenth|new year|patrick|earth day|workers|freedom|jubilee|eid al|ramadan/i.test(
        text,
      ),
  },
  {
    why: "business days, fiscal and school years: calendars of an office that no document states",
    out: (text, timex) => /business|working|workweek|fiscal|school|\b[fsc]y\d*\b/i.test(text) || /FY|SY|BD/.test(timex),
  },
  {
    why: "weeks by their number: not used in reports, and counted in three ways",
    out: (text) => /\bweek \d|week number|calendar year/i.test(text),
  },
  {
    why: "a part of the day or a meal of no day: EDTF has no value for it",
    out: (_, timex) => /^T(?:MO|AF|EV|NI|DT|MEB|MEL|MED)$/.test(timex),
  },
  {
    why: "moments counted in minutes and hours from the moment of speaking: documents are dated to the day",
    out: (text, timex) =>
      /\b(?:min|mins|minutes?|hours?|hrs?|\d+h|seconds?)\b/i.test(text) &&
      /T\d\d:\d\d:\d\d$|T\d\d:\d\d:00,|^\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d|^PT|DT\d/.test(timex),
  },
  {
    why: 'the day, week, month or year alone, "now" in other words, and "end of day": they fix nothing that happened',
    out: (text, timex) =>
      /^(?:in |for )?(?:the )?(?:day|week|weekend|month|year|fortnight|moment|minute|present time|this time)$/i.test(text) ||
      /\bat (?:the minute|the present time|this time)$|^till date$|\bend of (?:the )?(?:day|today|tomorrow|(?:the |this )?sunday)|\be(?:od|oy|om|ow)\b/i.test(
        text,
      ) ||
      timex === "PRESENT_REF",
  },
  {
    why: "search and file syntax: comparison signs, names of files, links",
    out: (text, _, input) =>
      /[<>=]|greater than|later than|or later/i.test(text) || /[-_/]\d{4}-?\d\d-?\d\d(?:[-_.]|$)|^-\d+|https?:|www\./.test(input),
  },
  {
    why: "shorthand of messages that is as often something else: 9p, 7ampm, 11ish, otd, PT",
    out: (text) => /\d\s?[ap]$|ampm|ish\b|\botd\b|\btonite\b|\btmrw?\b/i.test(text),
  },
  { why: "days that no month has: EDTF refuses them", out: (_, timex) => /-02-30|(?:2019|2021|2022|2023)-02-29/.test(timex) },
  { why: "a year of two digits without a mark of being one", out: (text) => /\bof \d\d$|\b\d\d s\b|\bnineties\b/i.test(text) },
];

const scope = new Set(["date", "daterange", "time", "datetime", "datetimerange", "timerange"]);

function recognizers(file: string): void {
  const cases = JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, "")) as readonly Case[];
  const left = new Map<string, number>();
  const byType = new Map<string, { gold: number; span: number; value: number }>();
  for (const { Input, Context, Results } of cases) {
    const reference = Context?.ReferenceDateTime?.slice(0, 10) ?? null;
    const found = findTimes(Input, [{ start: 0, end: Input.length }], { published: reference, language: "en" });
    for (const result of Results) {
      const type = result.TypeName?.replace("datetimeV2.", "") ?? "";
      const values = result.Resolution?.values ?? [];
      if (!scope.has(type)) continue;
      const reason = OUT.find(({ out }) => values.some((value) => out(result.Text, value.timex ?? "", Input)));
      if (reason !== undefined) {
        left.set(reason.why, (left.get(reason.why) ?? 0) + 1);
        continue;
      }
      const start = result.Start ?? Input.toLowerCase().indexOf(result.Text.toLowerCase());
      const gold = { start, end: start + result.Text.length };
      const row = byType.get(type) ?? { gold: 0, span: 0, value: 0 };
      byType.set(type, row);
      row.gold++;
      const mention = found.find((m) => overlaps(m, gold));
      if (mention !== undefined) row.span++;
      if (mention !== undefined && agrees(ourValue(mention), values, mention.value?.endsWith("~") === true)) row.value++;
      else if (errors) {
        const ours = mention === undefined ? "not found" : `${Input.slice(mention.start, mention.end)} = ${String(mention.value)}`;
        console.log(`${type}: ${Input} [${result.Text}] ${values.map((v) => v.timex ?? "").join()} | ${ours} (${String(reference)})`);
      }
    }
  }
  const sum = { gold: 0, value: 0 };
  for (const [type, row] of byType) {
    sum.gold += row.gold;
    sum.value += row.value;
    console.log(
      `${type.padEnd(14)} ${row.gold} cases, span ${(row.span / row.gold).toFixed(3)}, value ${(row.value / row.gold).toFixed(3)}`,
    );
  }
  console.log(`in scope       ${String(sum.gold)} cases, value ${(sum.value / sum.gold).toFixed(3)}`);
  for (const [why, count] of left) console.log(`out of scope   ${String(count).padStart(3)}: ${why}`);
}

const path = process.argv[2];
if (path === undefined) {
  console.error("usage: node eval/times.ts PATH [--errors]");
  process.exitCode = 2;
} else if (statSync(path).isDirectory()) meantime(path);
else recognizers(path);
