/** Pledges: what somebody who can be held to it promised, one for each thing promised. */
import { tokenAt } from "../../../language/token.ts";
import type { Pledge } from "../../../model/claim.ts";
import type { Span } from "../../../model/passage.ts";
import { claimSpan } from "../extent.ts";
import type { Finder } from "../finder.ts";
import type { Found } from "../../found.ts";
import { found } from "../../found.ts";
import { speakerOf } from "../speakers.ts";
import type { Scene } from "../scene.ts";
import type { SceneSentence } from "../stage.ts";
import type { VoiceFrame } from "../frame.ts";
import { lemmaAt, spanOf, textOf, withoutArticle } from "../words.ts";
import { strongVerbs } from "../lexicon.ts";

export const pledges: Finder = {
  name: "pledge",
  find(scene) {
    const framed = scene.voices
      .filter((frame) => frame.stance === "promises" && !frame.negated)
      .flatMap((frame) => fromFrame(scene, frame));
    return [...framed, ...scene.sentences.flatMap((at, index) => passive(scene, at, index))];
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
