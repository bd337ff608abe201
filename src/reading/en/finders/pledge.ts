/** Pledges: what somebody who can be held to it promised, one for each thing promised. */
import { tokenAt } from "../../../language/token.ts";
import type { Pledge } from "../../../model/claim.ts";
import type { Span } from "../../../model/passage.ts";
import { overlaps } from "../../../model/passage.ts";
import { claimSpan } from "../extent.ts";
import type { Clause } from "../clauses.ts";
import type { Finder } from "../finder.ts";
import type { Found } from "../../found.ts";
import { found } from "../../found.ts";
import { speakerOf } from "../speakers.ts";
import { headedFinding } from "../sections.ts";
import type { Scene } from "../scene.ts";
import type { SceneSentence } from "../stage.ts";
import type { VoiceFrame } from "../frame.ts";
import { framesAround, voiceFrame } from "../frame.ts";
import { isAsked } from "../genre.ts";
import { commitmentIn } from "../pledges/commitment.ts";
import { isPromise } from "../pledges/deeds.ts";
import type { Stretch } from "../words.ts";
import { lemmaAt, spanOf, textOf, withoutArticle } from "../words.ts";
import { strongVerbs } from "../lexicon.ts";

const LIMITS: ReadonlySet<string> = new Set(["until", "unless", "if", "once", "before", "after", "provided"]);

export const pledges: Finder = {
  name: "pledge",
  find(scene) {
    const framed = scene.voices
      .filter((frame) => frame.stance === "promises" && !frame.negated)
      .flatMap((frame) => fromFrame(scene, frame));
    const free = scene.sentences.flatMap((at, index) => [
      ...passive(scene, at, index),
      ...at.clauses.flatMap((clause) => plain(scene, at, index, clause) ?? committed(scene, at, index, clause) ?? []),
    ]);
    const listed = scene.sentences.flatMap((_, index) => headedFinding(scene, index, "pledge") ?? []);
    const apart = (each: Found): boolean => !listed.some((other) => overlaps(other, each));
    return [...listed, ...framed.filter(apart), ...free.filter(apart).filter((each) => !framed.some((other) => overlaps(other, each)))];
  },
};

/** One pledge for each coordinated infinitive of what is promised ("to revise …, create … and strengthen …"). */
function fromFrame(scene: Scene, frame: VoiceFrame): Found[] {
  const at = scene.sentences[frame.sentence];
  if (at === undefined) return [];
  const { analysis } = scene;
  const inside = at.sentence;
  const tokens = [];
  for (let token = inside.first; token < inside.last; token += 1) {
    const each = tokenAt(analysis, token);
    if (each.start >= frame.content.start && each.end <= frame.content.end) tokens.push(token);
  }
  const first = tokens[0];
  if (first === undefined) return [];
  const last = (tokens.at(-1) as number) + 1;
  const starts = [first, ...coordinatedVerbs(scene, at, first, last)];
  return starts.map((start, order) => {
    const end = starts[order + 1] ?? last;
    return build(scene, at, frame, start, trimmed(scene, start, end));
  });
}

/** Where further infinitives of the same promise begin: a base verb after a comma or "and". */
function coordinatedVerbs(scene: Scene, at: SceneSentence, first: number, last: number): number[] {
  const { analysis } = scene;
  if (tokenAt(analysis, first).lower !== "to") return coordinatedThats(scene, first, last);
  const starts: number[] = [];
  for (const phrase of at.phrases) {
    if (phrase.type !== "verb" || phrase.first <= first + 1 || phrase.first >= last) continue;
    const before = tokenAt(analysis, phrase.first - 1).lower;
    const verb = tokenAt(analysis, phrase.verb);
    const base = phrase.form === "infinitive" || (phrase.last - phrase.first === 1 && verb.lower === verb.lemma);
    if (base && (before === "," || before === "and" || before === "then") && phrase.modal === null) starts.push(phrase.first);
  }
  return starts;
}

/** "that every death would be examined and that the state would help": a promise for each "that". */
function coordinatedThats(scene: Scene, first: number, last: number): number[] {
  const starts: number[] = [];
  for (let at = first + 1; at < last - 1; at += 1)
    if (tokenAt(scene.analysis, at).lower === "that" && tokenAt(scene.analysis, at - 1).lower === "and") starts.push(at + 1);
  return starts;
}

function trimmed(scene: Scene, first: number, end: number): number {
  let last = end;
  while (last > first + 1 && /^(?:,|;|and|then|also|that|\.)$/.test(tokenAt(scene.analysis, last - 1).lower)) last -= 1;
  return last;
}

function build(scene: Scene, at: SceneSentence, frame: VoiceFrame, first: number, last: number): Found {
  const { analysis } = scene;
  return found({
    rule: "en.pledge.promise",
    kind: "pledge",
    sentence: frame.sentence,
    ...spanOf(analysis, { first, last }),
    anchor: spanOf(analysis, { first, last: Math.min(first + 2, last) }),
    negated: isNotToBe(scene, at, first, last),
    pledge: pledgeOf(scene, at, frame, first, last),
  });
}

/** "not to use force", "would never return": what is promised is that it will not be. */
function isNotToBe(scene: Scene, at: SceneSentence, first: number, last: number): boolean {
  if (tokenAt(scene.analysis, first).lower === "not" || (first > at.sentence.first && tokenAt(scene.analysis, first - 1).lower === "not"))
    return true;
  return at.clauses.find((clause) => clause.verb.first >= first && clause.verb.first < last)?.verb.negated ?? false;
}

/** What is promised in a stretch of characters of a promise. */
export function pledgeIn(scene: Scene, frame: VoiceFrame, span: Span): Pledge | null {
  const at = scene.sentences[frame.sentence];
  if (at === undefined) return null;
  let first = at.sentence.first;
  while (first < at.sentence.last - 1 && tokenAt(scene.analysis, first).start < span.start) first += 1;
  let last = first + 1;
  while (last < at.sentence.last && tokenAt(scene.analysis, last).end <= span.end) last += 1;
  return pledgeOf(scene, at, frame, first, last);
}

function pledgeOf(scene: Scene, at: SceneSentence, frame: VoiceFrame, first: number, last: number): Pledge {
  const { analysis } = scene;
  const due = dueIn(scene, at, first, last);
  const begin = tokenAt(analysis, first).lower === "to" && last > first + 1 ? first + 1 : first;
  return {
    by: speakerOf(scene, frame).name,
    to: addressee(scene, at, frame),
    what: textOf(analysis, { first: begin, last: Math.max(begin + 1, due?.first ?? last) }),
    due: due?.value ?? null,
    condition: conditionIn(scene, at, first, last),
  };
}

/** "by 1 June": when it is due, and the token where that phrase begins when it closes the promise. */
function dueIn(scene: Scene, at: SceneSentence, first: number, last: number): { first: number; value: string } | null {
  const { start, end } = spanOf(scene.analysis, { first, last });
  const time = at.times.findLast(
    (each) => each.value !== null && (each.kind === "date" || each.kind === "time") && each.start >= start && each.end <= end,
  );
  if (time === undefined || time.value === null) return null;
  let token = last;
  while (token > first + 1 && tokenAt(scene.analysis, token - 1).start >= time.start) token -= 1;
  while (
    token > first + 1 &&
    /^(?:by|on|in|before|until|from|within|during|the|of|at|than|later|no)$/.test(tokenAt(scene.analysis, token - 1).lower)
  )
    token -= 1;
  const closes = time.end >= end;
  return { first: closes ? token : last, value: time.value };
}

/** "if parliament agrees": what the promise hangs on. */
function conditionIn(scene: Scene, at: SceneSentence, first: number, last: number): string | null {
  const clause = at.clauses.find(
    (candidate) =>
      (candidate.opener === "if" || candidate.opener === "once" || candidate.opener === "unless") &&
      candidate.verb.first >= first &&
      candidate.verb.first < last,
  );
  return clause === undefined
    ? null
    : textOf(scene.analysis, { first: Math.max(first, clause.first - 1), last: Math.min(clause.last, last) });
}

/** "promised the families to …": who is between the verb and what is promised. */
function addressee(scene: Scene, at: SceneSentence, frame: VoiceFrame): string | null {
  const clause = at.clauses.find((candidate) => candidate.verb.verb === frame.verb);
  if (clause?.object == null) return null;
  const span = spanOf(scene.analysis, clause.object);
  return span.end <= frame.content.start ? textOf(scene.analysis, withoutArticle(scene.analysis, clause.object)) : null;
}

/** "The ministry will publish the list", "An inquiry will be held": a promise without a word for it. */
function plain(scene: Scene, at: SceneSentence, index: number, clause: Clause): Found | null {
  if (!isPromise(scene, at, clause) || isAsked(scene, at)) return null;
  const { analysis } = scene;
  const anchor = spanOf(analysis, { first: clause.verb.verb, last: clause.verb.verb + 1 });
  const span = claimSpan(scene, at, { first: withCondition(at, clause), last: withLimit(at, clause) }, anchor);
  return found({
    rule: "en.pledge.plain",
    kind: "pledge",
    sentence: index,
    ...span,
    anchor,
    negated: clause.verb.negated,
    pledge: heldTo(scene, at, index, clause, span),
  });
}

/** "If there is no shelling, the line will be repaired": the condition stands before what depends on it, and belongs to it. */
function withCondition(at: SceneSentence, clause: Clause): number {
  const leading = at.clauses.find(({ opener, verb }) => opener === "if" && verb.last <= clause.verb.first);
  return leading !== undefined && leading.first <= at.sentence.first + 1 ? at.sentence.first : clause.first;
}

/** "will not return to work until the guard is suspended": what it waits for belongs to it. */
function withLimit(at: SceneSentence, clause: Clause): number {
  const last = Math.max(clause.last, clause.verb.last);
  const limit = at.clauses.find(({ opener, verb }) => verb.first > clause.verb.last && opener !== null && LIMITS.has(opener));
  return limit !== undefined && limit.first <= last + 1 ? Math.max(last, limit.last) : last;
}

/** "has committed to paying", "gave his word that nobody would be searched". */
function committed(scene: Scene, at: SceneSentence, index: number, clause: Clause): Found | null {
  const commitment = commitmentIn(scene, at, clause);
  if (commitment === null || isAsked(scene, at)) return null;
  const { analysis } = scene;
  const start = tokenAt(analysis, commitment.first).start;
  const what = at.clauses.find(({ verb }) => verb.verb >= commitment.first);
  const span = { start, end: Math.max(commitment.end, tokenAt(analysis, commitment.first).end) };
  return found({
    rule: "en.pledge.committed",
    kind: "pledge",
    sentence: index,
    ...span,
    anchor: spanOf(analysis, { first: commitment.first, last: commitment.first + 1 }),
    negated: what?.verb.negated ?? false,
    pledge: heldTo(scene, at, index, clause, span),
  });
}

/** Who is held to it: the subject, or whose word it is when nobody else does it. */
function heldTo(scene: Scene, at: SceneSentence, index: number, clause: Clause, span: Span): Pledge | null {
  const { analysis } = scene;
  const subject = clause.verb.passive ? null : clause.subject;
  const frame = framesAround(scene.voices, spanOf(analysis, clause.verb)).at(-1) ?? null;
  const own = subject === null ? null : textOf(analysis, withoutArticle(analysis, subject));
  const said = frame ?? nobodys(index, span, subject);
  const pledge = pledgeIn(scene, said, span);
  if (pledge === null) return null;
  const isPronoun = own !== null && /^(?:it|he|she|they|we|i)$/i.test(own);
  return { ...pledge, by: frame !== null && (own === null || isPronoun) ? pledge.by : own };
}

/** A frame of nobody's, for what the document says itself. */
function nobodys(sentence: number, content: Span, source: Stretch | null): VoiceFrame {
  return voiceFrame({
    source,
    cue: content,
    cueText: "",
    stance: "promises",
    content,
    sentence,
    rule: "en.voice.own",
  });
}

/** "their families were promised free apartments": nobody says by whom. */
function passive(scene: Scene, at: SceneSentence, index: number): Found[] {
  const { analysis } = scene;
  return at.clauses.flatMap((clause): Found[] => {
    if (
      !clause.verb.passive ||
      strongVerbs.get(lemmaAt(analysis, clause.verb.verb)) !== "promises" ||
      clause.subject === null ||
      clause.verb.negated
    )
      return [];
    const anchor = spanOf(analysis, { first: clause.verb.verb, last: clause.verb.verb + 1 });
    const start = clause.verb.last;
    if (start >= clause.last) return [];
    const by = clause.complements.find((complement) => complement.preposition === "by")?.noun ?? null;
    return [
      found({
        rule: "en.pledge.passive",
        kind: "pledge",
        sentence: index,
        ...claimSpan(scene, at, { first: clause.first, last: clause.last }, anchor),
        anchor,
        pledge: {
          by: by === null ? null : textOf(analysis, withoutArticle(analysis, by)),
          to: textOf(analysis, clause.subject),
          what: textOf(analysis, { first: start, last: clause.last }),
          due: null,
          condition: null,
        },
      }),
    ];
  });
}
