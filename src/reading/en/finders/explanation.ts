/** Explanations of the contested event: who was behind it, what it really was, what caused it. */
import { tokenAt } from "../../../language/token.ts";
import type { Participant } from "../../../model/claim.ts";
import words from "../../lexicons/en/explanations.json" with { type: "json" };
import { claimSpan } from "../extent.ts";
import type { Finder } from "../finder.ts";
import type { Found } from "../../found.ts";
import { found } from "../../found.ts";
import type { Clause } from "../clauses.ts";
import { participant, present } from "../participants.ts";
import type { Scene } from "../scene.ts";
import type { SceneSentence } from "../stage.ts";
import { framesAround } from "../frame.ts";
import type { Stretch } from "../words.ts";
import { lemmaAt, spanOf } from "../words.ts";

const EVENTS: ReadonlySet<string> = new Set(words.events);
const CAUSES: ReadonlySet<string> = new Set(words.causes);
const STAGES: ReadonlySet<string> = new Set(words.stages);
const NATURES: ReadonlySet<string> = new Set(words.natures);

const PLOTS: ReadonlySet<string> = new Set(words.plots);

export const explanations: Finder = {
  name: "explanation",
  find(scene) {
    return scene.sentences.flatMap((at, index) => at.clauses.flatMap((clause) => explain(scene, at, index, clause) ?? []));
  },
};

function mentions(scene: Scene, stretch: Stretch, list: ReadonlySet<string>): boolean {
  for (let at = stretch.first; at < stretch.last; at += 1)
    if (list.has(lemmaAt(scene.analysis, at)) || list.has(tokenAt(scene.analysis, at).lower)) return true;
  return false;
}

function explain(scene: Scene, at: SceneSentence, index: number, clause: Clause): Found | null {
  const lemma = lemmaAt(scene.analysis, clause.verb.verb);
  const be = lemma === "be" && clause.verb.form === "finite";
  if (be) {
    const behind = clause.complements.find((complement) => complement.preposition === "behind");
    if (behind !== undefined && clause.subject !== null && mentions(scene, behind.noun, EVENTS))
      return build(scene, at, index, clause, "behind", { first: clause.first, last: clause.last });
    if (contrast(scene, at, clause)) return build(scene, at, index, clause, "rather", { first: clause.first, last: sentenceEnd(at) });
    if (
      clause.subject !== null &&
      clause.object !== null &&
      mentions(scene, clause.subject, EVENTS) &&
      mentions(scene, clause.object, NATURES)
    )
      return build(scene, at, index, clause, "nature", { first: clause.first, last: clause.last });
    return null;
  }
  const all = { first: clause.first, last: clause.last };
  if (
    framesAround(scene.voices, spanOf(scene.analysis, clause.verb)).length > 0 &&
    mentions(scene, all, PLOTS) &&
    mentions(scene, all, EVENTS)
  )
    return build(scene, at, index, clause, "plot", all);
  if (CAUSES.has(lemma) && clause.subject !== null) {
    const affected = clause.verb.passive ? clause.subject : clause.object;
    if (affected !== null && mentions(scene, affected, EVENTS))
      return build(scene, at, index, clause, "cause", { first: clause.first, last: clause.last });
  }
  // "suspected of organising mass disorder": an offence, not what was behind it.
  if (STAGES.has(lemma) && !(clause.verb.form === "gerund" && tokenAt(scene.analysis, Math.max(0, clause.verb.first - 1)).lower === "of")) {
    const affected = clause.verb.passive ? clause.subject : clause.object;
    if (affected !== null && mentions(scene, affected, EVENTS))
      return build(scene, at, index, clause, "staged", { first: clause.first, last: clause.last });
  }
  return null;
}

/** "was not X but rather Y": a nature denied and another put in its place. */
function contrast(scene: Scene, at: SceneSentence, clause: Clause): boolean {
  let negated = clause.verb.negated;
  for (let token = clause.verb.last; token < at.sentence.last; token += 1) {
    const word = tokenAt(scene.analysis, token).lower;
    if (word === "not" && token <= clause.verb.last + 1) negated = true;
    if (word === "but" && negated) {
      const rest = { first: token + 1, last: at.sentence.last };
      return mentions(scene, rest, EVENTS) || mentions(scene, rest, NATURES);
    }
  }
  return false;
}

function sentenceEnd(at: SceneSentence): number {
  return at.sentence.last;
}

function build(scene: Scene, at: SceneSentence, index: number, clause: Clause, rule: string, stretch: Stretch): Found {
  const anchor = spanOf(scene.analysis, { first: clause.verb.verb, last: clause.verb.verb + 1 });
  const frame = framesAround(scene.voices, anchor).at(-1);
  const span = claimSpan(scene, at, stretch, anchor);
  const whole =
    frame === undefined || rule !== "rather"
      ? span
      : { start: span.start, end: Math.max(span.end, Math.min(frame.content.end, at.sentence.end)) };
  const agents = rule === "behind" || (rule === "staged" && !clause.verb.passive) ? agentsOf(scene, index, clause) : [];
  return found({
    rule: `en.explanation.${rule}`,
    kind: "explanation",
    sentence: index,
    ...whole,
    anchor,
    negated: clause.verb.negated && rule !== "rather",
    who: agents,
  });
}

/** Every person named before the verb, else the subject. */
function agentsOf(scene: Scene, index: number, clause: Clause): readonly Participant[] {
  const people = scene.names
    .within(index, index)
    .filter((name) => name.kind === "person" && name.first >= clause.first && name.last <= clause.verb.first);
  if (people.length < 2) return present(participant(scene, clause.subject, "agent"));
  return present(...people.map((name) => participant(scene, { first: name.first, last: name.last, head: name.last - 1 }, "agent")));
}
