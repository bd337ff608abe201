/** Attaches time expressions to findings: when it happened, or as of when a count stood. The verbatim phrase is kept. */
import type { Clause } from "../clauses.ts";
import type { Refiner } from "../finder.ts";
import type { Found } from "../../found.ts";
import type { Scene } from "../scene.ts";
import type { SceneSentence } from "../stage.ts";
import type { TimeMention } from "../../times/mention.ts";
import words from "../../lexicons/en/standing.json" with { type: "json" };
import { framesAround } from "../frame.ts";
import { clauseHolding } from "../holding.ts";
import { tokenAt } from "../../../language/token.ts";
import { contains } from "../../../model/passage.ts";
import { lemmaAt, spanOf } from "../words.ts";
import { dayNumber } from "../../../model/time/calendar.ts";
import { dayText } from "../../times/dated.ts";

const TIMED = new Set(["event", "figure", "condition", "explanation", "prediction", "assessment", "speech"]);

export const times: Refiner = {
  name: "time",
  refine(findings, scene) {
    return findings.map((finding) => (TIMED.has(finding.kind) ? timed(scene, finding) : finding));
  },
};

function timed(scene: Scene, finding: Found): Found {
  const at = scene.sentences[finding.sentence];
  if (at === undefined) return finding;
  const usable = at.times.filter(
    (time) =>
      (time.kind === "date" || time.kind === "time") &&
      time.value !== null &&
      !time.value.startsWith("XXXX-XX-XX") &&
      belongs(scene, time, finding),
  );
  const stands =
    finding.kind === "figure"
      ? usable.find((time) => standsAsOf(scene, at, time, finding) && sameClause(scene, at, time, finding))
      : undefined;
  const happened =
    nearest(
      scene,
      at,
      usable.filter((time) => time !== stands && !(finding.kind === "figure" && isLimit(time)) && !(isAsking(finding) && isLimit(time))),
      finding,
    ) ?? (stands === undefined ? (entryTime(at, finding) ?? periodOver(scene, at, finding)) : null);
  const stamp = stands === undefined && happened === null && finding.kind === "figure" ? stampOf(scene, at, finding) : null;
  const asOf = stands ?? stamp;
  if (asOf === null && happened === null) return within(scene, at, finding) ?? finding;
  const when = happened === null ? null : reaching(isPossessive(scene, happened) ? { ...happened, lead: null } : happened);
  return {
    ...finding,
    asOf: asOf === null ? finding.asOf : momentOf(asOf.value ?? ""),
    when: when ?? finding.when,
    whenText: happened === null || when === null ? finding.whenText : phraseOf(scene, happened),
    whenKind: when === null ? finding.whenKind : (finding.whenKind ?? (disclosed(scene, finding) ? "disclosed" : "occurred")),
  };
}

/** "will run out within three days": so many days from the publication, of what is still to come. */
function within(scene: Scene, at: SceneSentence, finding: Found): Found | null {
  const { published } = scene.context;
  const time = at.times.find(({ kind, lead }) => kind === "duration" && lead === "within");
  if (time === undefined || finding.kind === "figure" || published === null || time.start < finding.start || time.end > finding.end)
    return null;
  const [, count, unit] = /^P(\d+)([DW])$/.exec(time.value ?? "") ?? [];
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(published) ?? [];
  const clause = clauseHolding(scene.analysis, at.clauses, finding.anchor);
  if (count === undefined || year === undefined || (clause?.verb.past === true && clause.verb.modal === null)) return null;
  const days = Number(count) * (unit === "W" ? 7 : 1);
  const when = dayText(dayNumber(Number(year), Number(month), Number(day)) + days);
  return { ...finding, when, whenText: phraseOf(scene, time), whenKind: finding.whenKind ?? "occurred" };
}

/** The time over the entry: of what lies there, not of what it foresees or thinks. */
function entryTime(at: SceneSentence, finding: Found): TimeMention | null {
  return finding.kind === "event" || finding.kind === "figure" || finding.kind === "condition" ? at.entry.time : null;
}

/** What the heading says that the counts below cover, for those that a line of a table gives: "Varn: 31". */
function periodOver(scene: Scene, at: SceneSentence, finding: Found): TimeMention | null {
  return finding.kind === "figure" && at.entry.stamp === null && isLine(scene, at, finding) ? at.entry.period : null;
}

/** True for a count that no verb tells. */
function isLine(scene: Scene, at: SceneSentence, finding: Found): boolean {
  const clause = clauseHolding(scene.analysis, at.clauses, finding.anchor);
  return clause?.verb.form !== "finite" || (!clause.verb.passive && clause.subject === null);
}

/** The moment of an update, for a count that is said to stand: "18 people are dead", "no arrests so far". */
function stampOf(scene: Scene, at: SceneSentence, finding: Found): TimeMention | null {
  const { stamp } = at.entry;
  if (stamp === null) return null;
  const around = scene.analysis.text.slice(at.sentence.start, at.sentence.end);
  // A line of a table ends without a full stop.
  if (isLine(scene, at, finding) || /[\p{L}\p{N})]$/u.test(around)) return stamp;
  return finding.figure?.accrual === "current" || finding.figure?.accrual === "cumulative" || STANDING.test(around) ? stamp : null;
}

const STANDING = new RegExp(`\\b(?:${words.standing.join("|")})\\b`, "i");
const STANDS_AT = new RegExp(`\\b(?:${words.standsAt.join("|")})\\b`, "i");

/** An as-of is a moment: that of "last night" is the evening on which it began. */
function momentOf(value: string): string {
  const [from = "", to = ""] = value.split("/");
  return from === ".." || from === "" ? to : from;
}

function isLimit(time: TimeMention): boolean {
  return time.lead === "by" || time.lead === "as-of" || time.lead === "until";
}

/** "asked for a report by Friday": when what is asked is due, not when it was asked. */
function isAsking(finding: Found): boolean {
  return finding.event === "request" || finding.event === "order" || finding.event === "threat";
}

/** "by Sunday", "as of 5 March", and "stood at 680 on Thursday", "still in custody on 29 October". */
function standsAsOf(scene: Scene, at: SceneSentence, time: TimeMention, finding: Found): boolean {
  if (isLimit(time)) return true;
  if (time.lead === "since" || time.lead === "from" || time.lead === "in") return false;
  if (finding.rule.endsWith(".former")) return true;
  return STANDS_AT.test(scene.analysis.text.slice(at.sentence.start, at.sentence.end));
}

/** A time that dates the report ("On January 17, it was reported that …") does not date what is said. */
function belongs(scene: Scene, time: TimeMention, finding: Found): boolean {
  const frames = framesAround(scene.voices, finding.anchor);
  return frames.every((frame) => {
    const inside = time.start >= frame.content.start && time.end <= frame.content.end;
    if (inside) return true;
    // "In 2027 police registered 14 such cases": what is counted is of the time at which it was counted.
    if (frame.verb !== null && COUNTING.has(lemmaAt(scene.analysis, frame.verb)) && inClauseOf(scene, finding, frame.verb, time))
      return true;
    // "According to police, …" has no clause of its own for a time to date; a leading date belongs to what is said.
    return frame.verb === null && time.end <= frame.cue.start;
  });
}

const COUNTING: ReadonlySet<string> = new Set(words.counting);

function inClauseOf(scene: Scene, { sentence }: Found, verb: number, time: TimeMention): boolean {
  const clauses = scene.sentences[sentence]?.clauses ?? [];
  return clauses.some((clause) => clause.verb.verb === verb && contains(spanOf(scene.analysis, clause), time));
}

/** The verbatim phrase with its preposition, as the text has it. */
function phraseOf(scene: Scene, time: TimeMention): string {
  const { text } = scene.analysis;
  const before =
    /(?:\b(?:on|in|at|by|until|since|from|between|after|before|during|as of|around|about|late on|early on|as at|for|over|within)\s+)(?:the\s+)?$/i.exec(
      text.slice(Math.max(0, time.start - 14), time.start),
    );
  const start = time.start - (before?.[0].length ?? 0);
  return text.slice(start, time.end);
}

function sameClause(scene: Scene, at: SceneSentence, time: TimeMention, finding: Found): boolean {
  const own = clauseHolding(scene.analysis, at.clauses, finding.anchor);
  const its = clauseHolding(scene.analysis, at.clauses, time);
  return own === its || its === null || own === null || time.start < finding.start;
}

/**
 * The time inside the finding's own words, else the one in its clause, else the one that opens the sentence, else that of a clause it is joined to by
 * "and".
 */
function nearest(scene: Scene, at: SceneSentence, candidates: readonly TimeMention[], finding: Found): TimeMention | null {
  const inside = candidates.filter(
    (time) => time.start >= finding.start && time.end <= finding.end && !inRelative(scene, at, time, finding),
  );
  const own = candidates.filter((time) => sameClause(scene, at, time, finding) && !insideOther(scene, at, time, finding));
  const mine = inside.filter((time) => own.includes(time));
  const next = behind(at, [...inside, ...own], finding);
  if (next !== null) return next;
  const lead = candidates.filter((time) => time.end <= finding.start && opens(scene, at, time));
  return (
    closest(mine, finding) ??
    closest(inside, finding) ??
    closest(own, finding) ??
    (noneBetween(at, finding) ? lead.at(-1) : undefined) ??
    shared(scene, at, candidates, finding)
  );
}

/** "21 killed since Thursday, 14 of them on Saturday": of a later number the time behind it, before another number. */
function behind({ quantities }: SceneSentence, times: readonly TimeMention[], { figure, anchor }: Found): TimeMention | null {
  if (figure === null || !quantities.some(({ end }) => end <= anchor.start)) return null;
  const limit = quantities.find(({ start }) => start >= anchor.end)?.start ?? Infinity;
  return times.find((time) => time.start >= anchor.end && time.start < limit) ?? null;
}

const SHARING = new Set(["event", "figure", "condition"]);

/** "A shell hit the clinic on Friday, killing three": what depends on a verb, or goes on from it, has its time. A clause that looks back has its own. */
function shared(scene: Scene, at: SceneSentence, candidates: readonly TimeMention[], finding: Found): TimeMention | null {
  if (!SHARING.has(finding.kind)) return null;
  const own = clauseHolding(scene.analysis, at.clauses, finding.anchor);
  if (own === null || isRelative(own)) return null;
  const dependent = own.shared || own.verb.form !== "finite";
  const joined = candidates.filter((time) => {
    if (time.lead === "since" || isLimit(time) || inRelative(scene, at, time, finding)) return false;
    const clause = clauseHolding(scene.analysis, at.clauses, time);
    if (clause === null || clause === own) return false;
    return dependent
      ? time.end <= finding.anchor.start
      : /^(?:when|as|after|where|while)$/.test(clause.opener ?? "") && clause.first >= own.last;
  });
  return dependent ? (joined.at(-1) ?? null) : (joined[0] ?? null);
}

function isRelative({ opener }: Clause): boolean {
  return /^(?:who|which|that|whom|whose)$/.test(opener ?? "");
}

function closest(times: readonly TimeMention[], finding: Found): TimeMention | null {
  return [...times].sort((a, b) => distance(a, finding) - distance(b, finding))[0] ?? null;
}

function distance(time: TimeMention, finding: Found): number {
  return time.end <= finding.anchor.start ? finding.anchor.start - time.end : time.start - finding.anchor.end;
}

/** A time right at the start of the sentence holds for the whole of it. */
function opens(scene: Scene, at: SceneSentence, time: TimeMention): boolean {
  return scene.analysis.text.slice(at.sentence.start, time.start).trim().split(/\s+/).length <= 4;
}

function noneBetween(at: SceneSentence, finding: Found): boolean {
  return !at.times.some((time) => time.start >= finding.start && time.end <= finding.end && time.kind === "date");
}

function insideOther(scene: Scene, at: SceneSentence, time: TimeMention, finding: Found): boolean {
  const its = clauseHolding(scene.analysis, at.clauses, time);
  const own = clauseHolding(scene.analysis, at.clauses, finding.anchor);
  return its !== null && own !== null && its !== own;
}

function disclosed(scene: Scene, finding: Found): boolean {
  return (
    finding.kind === "event" &&
    /\b(?:came|come|comes|brought) to light\b|\b(?:was|were) (?:disclosed|revealed|made public|made known)\b|\bbecame known\b/i.test(
      scene.analysis.text.slice(finding.start, finding.end),
    )
  );
}

/** "The men who were detained on Monday were released": the time of a relative clause dates what that clause tells. */
function inRelative(scene: Scene, at: SceneSentence, time: TimeMention, finding: Found): boolean {
  return at.clauses.some((clause) => {
    if (!isRelative(clause)) return false;
    const start = tokenAt(scene.analysis, clause.first).start;
    const end = tokenAt(scene.analysis, clause.last - 1).end;
    return start <= time.start && time.end <= end && (finding.anchor.end <= start || finding.anchor.start >= end);
  });
}

/** "since Sunday's blast": the time is that of the blast. */
function isPossessive(scene: Scene, time: TimeMention): boolean {
  return /^['’]s?(?![\p{L}\p{N}])/u.test(scene.analysis.text.slice(time.end, time.end + 3));
}

/** "since 3 May" is open to the end, "by 14 May" to the beginning, "before 1 May" ends the day before; everything else is as the time says. */
function reaching({ value, lead, kind, overnight }: TimeMention): string | null {
  if (overnight && value !== null && lead !== "since" && lead !== "by" && lead !== "until" && lead !== "before") return nightOf(value);
  if (value?.startsWith("{") === true) return inARow(value);
  if (value === null || !/^[\dT:~?-]+$/.test(value)) return value;
  switch (lead) {
    case "since":
    case "from":
      return `${value}/..`;
    case "by":
    case "until":
      return `../${value}`;
    case "before":
      return kind === "time" ? `../${value}` : dayBefore(value);
    default:
      return value;
  }
}

/** The two days that a night joins, from the one on which it began. */
function nightOf(evening: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(evening) ?? [];
  return year === undefined ? evening : `${evening}/${dayText(dayNumber(Number(year), Number(month), Number(day)) + 1)}`;
}

/** What went on over days in a row lasted from the first to the last: "on 12 and 13 February". Other sets stay as they are. */
function inARow(set: string): string {
  const days = set.slice(1, -1).split(",");
  const numbers = days.map((day) => {
    const [, year, month, number] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
    return year === undefined ? NaN : dayNumber(Number(year), Number(month), Number(number));
  });
  const [first = NaN] = numbers;
  return numbers.every((each, index) => each === first + index) ? `${days[0] ?? ""}/${days.at(-1) ?? ""}` : set;
}

/** The unit before that date, as the end of what lies before it; null for a season, which nothing says the end of. */
function dayBefore(value: string): string | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?~?$/.exec(value) ?? [];
  if (year === undefined || Number(month) > 12) return null;
  if (month === undefined) return `../${String(Number(year) - 1)}`;
  if (day !== undefined) return `../${dayText(dayNumber(Number(year), Number(month), Number(day)) - 1)}`;
  return `../${monthText(Number(year), Number(month) - 1)}`;
}

function monthText(year: number, month: number): string {
  return dayText(dayNumber(year, month, 1)).slice(0, 7);
}
