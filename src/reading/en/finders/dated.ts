/**
 * What a clause with a date tells and no other finder took: "On Sunday the bridge was full", "I handed it in on 14 May 2021". Somebody who says when a
 * thing was puts it on record, whichever verb he uses.
 */
import { contains } from "../../../model/passage.ts";
import type { Span } from "../../../model/passage.ts";
import { tokenAt } from "../../../language/token.ts";
import type { TimeMention } from "../../times/mention.ts";
import words from "../../lexicons/en/dated.json" with { type: "json" };
import happenings from "../../lexicons/en/happenings.json" with { type: "json" };
import type { Clause } from "../clauses.ts";
import { claimSpan } from "../extent.ts";
import type { Found } from "../../found.ts";
import { found } from "../../found.ts";
import { saysNot } from "../negation.ts";
import { rolesOf } from "../roles.ts";
import type { Scene } from "../scene.ts";
import type { SceneSentence } from "../stage.ts";
import { lemmaAt, spanOf } from "../words.ts";

const SAYING: ReadonlySet<string> = new Set(words.saying);
const STATES: ReadonlySet<string> = new Set(words.states);
const PERFECT: ReadonlySet<string> = new Set(["have", "has", "'ve", "having"]);
const PRESENT: ReadonlySet<string> = new Set(["is", "are", "am", "'s", "'re", "'m", "do", "does"]);
const SAME_IN_PAST: ReadonlySet<string> = new Set(words.sameInPast);
const DEICTIC = new RegExp(`\\b(?:${words.deictic.join("|")})\\b`, "i");
const OPENERS: ReadonlySet<string> = new Set(words.openers);

/** Runs after the other finders: it needs to know what they took. */
export function datedClauses(scene: Scene, taken: readonly Found[]): readonly Found[] {
  const bySentence = Map.groupBy(taken, (finding) => finding.sentence);
  return scene.sentences.flatMap((at, index): readonly Found[] => {
    if ((at.times.length === 0 && !at.entry.opens) || isAsked(scene, at) || isOwnMaking(scene, at)) return [];
    const told = bySentence.get(index) ?? [];
    const clauses = new Set(at.times.flatMap((time) => (datesSomething(time) ? (clauseOf(scene, at, time) ?? []) : [])));
    const dated = [...clauses].flatMap((clause) =>
      tells(scene, at, clause, told) && !isRule(scene, at, clause) ? [tell(scene, at, index, clause)] : [],
    );
    return dated.length === 0 && told.length === 0 ? headed(scene, at, index) : dated;
  });
}

const TEXTS: ReadonlySet<string> = new Set(happenings.texts);

/** "Testimony collected by phone, 24 February 2026", "(updated 25 September)": a line at the head of a document that says how it was made. */
function isOwnMaking({ analysis }: Scene, { sentence, clauses }: SceneSentence): boolean {
  if (sentence.paragraph > 1) return false;
  const [clause] = clauses;
  return (
    clause === undefined ||
    clause.subject === null ||
    TEXTS.has(lemmaAt(analysis, clause.subject.head)) ||
    TEXTS.has(lemmaAt(analysis, sentence.first))
  );
}

function datesSomething(time: TimeMention): boolean {
  // A year alone is as often that of a law or a book.
  return time.value !== null && (time.kind === "date" || time.kind === "time") && !/^(?:XXXX-XX|\d{3}[\dX]$)/.test(time.value);
}

/** The shortest clause around the time; of a time that opens the sentence the clause behind it. */
function clauseOf(scene: Scene, at: SceneSentence, time: TimeMention): Clause | null {
  const around = at.clauses.filter((clause) => contains(spanOf(scene.analysis, clause), time));
  const inner = around.sort((a, b) => a.last - a.first - (b.last - b.first))[0];
  if (inner !== undefined) return inner;
  const [first] = at.clauses;
  if (first === undefined) return null;
  const before = scene.analysis.text.slice(at.sentence.start, time.start).trim();
  return time.end <= tokenAt(scene.analysis, first.verb.first).start && before.split(/\s+/).length <= 3 ? first : null;
}

/** Neither taken nor a report, a condition or a question. */
function tells(scene: Scene, at: SceneSentence, clause: Clause, told: readonly Found[]): boolean {
  const { analysis } = scene;
  if (clause.verb.form !== "finite" || OPENERS.has(clause.opener ?? "")) return false;
  if (isScene(scene, at, clause)) return false;
  if (SAYING.has(lemmaAt(analysis, clause.verb.verb))) return false;
  const verb = spanOf(analysis, { first: clause.verb.verb, last: clause.verb.verb + 1 });
  if (scene.voicesIn(index(scene, clause)).some((frame) => frame.verb === clause.verb.verb)) return false;
  const span = spanOf(analysis, clause);
  return !told.some(
    (finding) => finding.kind !== "label" && finding.kind !== "relation" && (contains(finding, verb) || contains(span, finding.anchor)),
  );
}

/** "It was the second day of May", "the winter of 2030 was cold": what is dated is the time itself. */
function isScene(scene: Scene, at: SceneSentence, { subject, verb }: Clause): boolean {
  if (subject === null) return true;
  const { analysis } = scene;
  const head = tokenAt(analysis, subject.head).lower;
  if ((head === "it" || head === "there" || head === "this" || head === "that") && lemmaAt(analysis, verb.verb) === "be") return true;
  const span = spanOf(analysis, subject);
  return at.times.some(
    (time) =>
      contains(span, time) && time.start <= tokenAt(analysis, subject.head).start && tokenAt(analysis, subject.head).end <= time.end,
  );
}

/**
 * The simple present tells of what is always so ("the fair opens in May") and dates nothing, unless it is seen from the day of writing ("this Sunday",
 * "since May").
 */
function isRule(scene: Scene, at: SceneSentence, clause: Clause): boolean {
  const { analysis } = scene;
  const { verb, first, last } = clause;
  const opener = tokenAt(analysis, verb.first).lower;
  if (verb.modal !== null || verb.past || PERFECT.has(opener)) return false;
  const main = tokenAt(analysis, verb.verb);
  const present =
    PRESENT.has(opener) || main.lower === main.lemma
      ? !SAME_IN_PAST.has(main.lower)
      : main.lower === `${main.lemma}s` || main.lower === `${main.lemma}es`;
  if (!present) return false;
  if (!STATES.has(lemmaAt(analysis, verb.verb)) && isPlan(scene, at, clause)) return false;
  const span = spanOf(analysis, { first, last });
  return !at.times.some(
    (time) => contains(span, time) && (time.lead === "since" || (time.relative && isDeictic(analysis.text.slice(time.start, time.end)))),
  );
}

/** "Registration starts on Wednesday, 16 September": a day to come, seen from the publication, makes a plan of the present tense. */
function isPlan(scene: Scene, at: SceneSentence, { first, last }: Clause): boolean {
  const { published } = scene.context;
  if (published?.length !== 10) return false;
  const span = spanOf(scene.analysis, { first, last });
  return at.times.some(({ start, end, value, lead }) => {
    if (value === null || !/^\d{4}-\d\d-\d\d(?:T|$)/.test(value) || lead === "since" || value.slice(0, 10) <= published) return false;
    return contains(span, { start, end });
  });
}

function isDeictic(words: string): boolean {
  return DEICTIC.test(words);
}

/** The first sentence behind the date of an entry: "25 Oct. A warehouse burns down at Pier 6." */
function headed(scene: Scene, at: SceneSentence, sentence: number): readonly Found[] {
  const { time, opens } = at.entry;
  if (!opens || time === null) return [];
  const { analysis } = scene;
  let first = at.sentence.first;
  if (time.start >= at.sentence.start) while (first < at.sentence.last - 1 && tokenAt(analysis, first).start < time.end) first += 1;
  while (first < at.sentence.last - 1 && !/[\p{L}\p{N}]/u.test(tokenAt(analysis, first).text)) first += 1;
  let last = first;
  while (last < at.sentence.last && !/^[;.!?]$/.test(tokenAt(analysis, last).text)) last += 1;
  if (last - first < 4) return [];
  const clause = at.clauses.find((each) => each.verb.first >= first && each.verb.last <= last);
  const span = spanOf(analysis, { first, last });
  const state = clause !== undefined && !clause.verb.passive && STATES.has(lemmaAt(analysis, clause.verb.verb));
  return [
    found({
      rule: "en.dated.entry",
      kind: state ? "condition" : "event",
      sentence,
      ...span,
      anchor: span,
      event: state ? null : "other",
      negated: clause !== undefined && saysNot(analysis, clause.verb, span.end),
      who: clause === undefined || state ? [] : rolesOf(scene, clause),
    }),
  ];
}

function index(scene: Scene, clause: Clause): number {
  return tokenAt(scene.analysis, clause.verb.verb).sentence;
}

/** An interviewer's question tells nothing. */
function isAsked(scene: Scene, at: SceneSentence): boolean {
  return tokenAt(scene.analysis, at.sentence.last - 1).text === "?";
}

function tell(scene: Scene, at: SceneSentence, sentence: number, clause: Clause): Found {
  const { analysis } = scene;
  const anchor: Span = spanOf(analysis, { first: clause.verb.first, last: clause.verb.last });
  const state = !clause.verb.passive && STATES.has(lemmaAt(analysis, clause.verb.verb));
  return found({
    rule: "en.dated.clause",
    kind: state ? "condition" : "event",
    sentence,
    ...claimSpan(scene, at, clause, anchor),
    anchor,
    event: state ? null : "other",
    negated: saysNot(analysis, clause.verb, at.sentence.end),
    who: state ? [] : rolesOf(scene, clause),
  });
}
