/** Attaches time expressions to findings: when it happened, or as of when a count stood. The verbatim phrase is kept. */
import type { Refiner } from "../finder.ts";
import type { Found } from "../../found.ts";
import type { Scene } from "../scene.ts";
import type { SceneSentence } from "../stage.ts";
import type { TimeMention } from "../../times/mention.ts";
import { framesAround } from "../frame.ts";
import { tokenAt } from "../../../language/token.ts";

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
    (time) => (time.kind === "date" || time.kind === "time") && time.value !== null && belongs(scene, time, finding),
  );
  const stands = finding.kind === "figure" ? usable.find((time) => standsAsOf(time) && sameClause(scene, at, time, finding)) : undefined;
  const happened = nearest(
    scene,
    at,
    usable.filter((time) => time !== stands && !(finding.kind === "figure" && standsAsOf(time))),
    finding,
  );
  if (stands === undefined && happened === null) return finding;
  return {
    ...finding,
    asOf: stands?.value ?? finding.asOf,
    when: happened === null ? finding.when : (reaching(happened) ?? finding.when),
    whenText: happened === null ? finding.whenText : phraseOf(scene, happened),
    whenKind: happened === null ? finding.whenKind : (finding.whenKind ?? (disclosed(scene, finding) ? "disclosed" : "occurred")),
  };
}

function standsAsOf(time: TimeMention): boolean {
  return time.lead === "by" || time.lead === "as-of" || time.lead === "until" || time.lead === "as of";
}

/** A time that dates the report ("On January 17, it was reported that …") does not date what is said. */
function belongs(scene: Scene, time: TimeMention, finding: Found): boolean {
  const frames = framesAround(scene.voices, finding.anchor);
  return frames.every((frame) => {
    const inside = time.start >= frame.content.start && time.end <= frame.content.end;
    if (inside) return true;
    // "According to police, …" has no clause of its own for a time to date; a leading date belongs to what is said.
    return frame.verb === null && time.end <= frame.cue.start;
  });
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

function clauseHolding(scene: Scene, at: SceneSentence, start: number, end: number): number {
  return at.clauses.findIndex(
    (clause) => tokenAt(scene.analysis, clause.first).start <= start && end <= tokenAt(scene.analysis, clause.last - 1).end,
  );
}

function sameClause(scene: Scene, at: SceneSentence, time: TimeMention, finding: Found): boolean {
  const own = clauseHolding(scene, at, finding.anchor.start, finding.anchor.end);
  const its = clauseHolding(scene, at, time.start, time.end);
  return own === its || its === -1 || own === -1 || time.start < finding.start;
}

/** The time inside the finding's own words, else the one that opens the sentence, else the nearest in its clause. */
function nearest(scene: Scene, at: SceneSentence, candidates: readonly TimeMention[], finding: Found): TimeMention | null {
  const inside = candidates.filter(
    (time) => time.start >= finding.start && time.end <= finding.end && !inRelative(scene, at, time, finding),
  );
  if (inside.length > 0) return [...inside].sort((a, b) => distance(a, finding) - distance(b, finding))[0] ?? null;
  const lead = candidates.filter((time) => time.end <= finding.start && opens(scene, at, time));
  const own = candidates.filter((time) => sameClause(scene, at, time, finding) && !insideOther(scene, at, time, finding));
  return own.sort((a, b) => distance(a, finding) - distance(b, finding))[0] ?? (noneBetween(at, finding) ? (lead.at(-1) ?? null) : null);
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
  const its = clauseHolding(scene, at, time.start, time.end);
  const own = clauseHolding(scene, at, finding.anchor.start, finding.anchor.end);
  return its !== -1 && own !== -1 && its !== own;
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
    if (!/^(?:who|which|that|whom|whose)$/.test(clause.opener ?? "")) return false;
    const start = tokenAt(scene.analysis, clause.first).start;
    const end = tokenAt(scene.analysis, clause.last - 1).end;
    return start <= time.start && time.end <= end && (finding.anchor.end <= start || finding.anchor.start >= end);
  });
}

/** "since 3 May" is open to the end, "by 14 May" and "until 14 May" to the beginning; everything else is as the time says. */
function reaching({ value, lead }: TimeMention): string | null {
  if (value === null || !/^[\dT:~?-]+$/.test(value)) return value;
  if (lead === "since") return `${value}/..`;
  return lead === "by" || lead === "until" ? `../${value}` : value;
}
