/** What a clause says of its subject: what they did, what was done to them, the state they are in, what they have. */
import { tokenAt } from "../../../language/token.ts";
import type { Unit } from "../../../model/words.ts";
import predicates from "../../lexicons/en/predicates.json" with { type: "json" };
import type { Clause } from "../clauses.ts";
import { lemmaAt } from "../words.ts";
import type { View } from "./sayings.ts";
import { DONE, HAD, NEGATED, reachOf, sayingAt, STATES, UNDERGONE, unitAt, unitIn } from "./sayings.ts";

export const COPULAS: ReadonlySet<string> = new Set(["be", "remain", "stay", "lie", "go", "feel", "get", "become", "end", "keep", "seem"]);
export const HAVING: ReadonlySet<string> = new Set([
  "have",
  "suffer",
  "receive",
  "sustain",
  "get",
  "show",
  "bear",
  "display",
  "incur",
  "obtain",
  "carry",
]);
/** "had broken fingers" is tagged as a perfect. */
const BROKEN: ReadonlySet<string> = new Set(["break", "burn", "bruise", "fracture", "sprain"]);
/** "are feared dead", "was reported missing": the verb only passes on the state after it. */
const PASSING: ReadonlySet<string> = new Set(predicates.passing);

/** What a clause says of its subject. */
export function ofSubject(view: View, clause: Clause, denied: boolean): Unit | null {
  const { analysis } = view;
  const { verb } = clause;
  const end = reachOf(view, verb.verb + 1);
  if (denied) return unitAt(view, NEGATED, verb.verb, end, 5);
  const lemma = lemmaAt(analysis, verb.verb);
  const opener = lemmaAt(analysis, verb.first);
  if (verb.passive) {
    const passed = PASSING.has(lemma) ? passedOn(view, verb.verb + 1, end) : null;
    return (
      passed ?? unitAt(view, UNDERGONE, verb.verb, end, 5) ?? unitIn(view, STATES, verb.verb, end) ?? withInjury(view, verb.verb + 1, end)
    );
  }
  if (HAVING.has(lemma) || (opener === "have" && BROKEN.has(lemma))) {
    const had = unitIn(view, HAD, verb.first + 1, end);
    if (had !== null) return had;
  }
  const done = sayingAt(view, DONE, verb.verb, end, 5);
  // A bare participle after its noun is what was done to it ("61 admitted to us"), unless more words say what they did ("those who sought help").
  const bare = verb.past && verb.last - verb.first === 1 && clause.object === null;
  const undergone = bare ? sayingAt(view, UNDERGONE, verb.verb, end, 5) : null;
  const told = undergone !== null && undergone.rest.length >= (done?.rest.length ?? 0) ? undergone : done;
  // "find themselves in intensive care"
  const reflexive = verb.last < end && tokenAt(analysis, verb.last).lower.endsWith("selves");
  const state = COPULAS.has(lemma) || reflexive ? (unitIn(view, STATES, verb.verb, end) ?? takenForNoun(view, verb.last, end)) : null;
  return told?.unit ?? state ?? withInjury(view, verb.verb + 1, end);
}

/** "have been rescued": a participle that the tagger took for a noun or an adjective. */
function takenForNoun(view: View, from: number, end: number): Unit | null {
  if (from >= end) return null;
  const { lower, tag } = tokenAt(view.analysis, from);
  return lower.endsWith("ed") && tag !== "VERB" ? unitAt(view, UNDERGONE, from, end, 5) : null;
}

/** "feared trapped", "reported killed", "believed to have drowned". */
function passedOn(view: View, from: number, end: number): Unit | null {
  for (let at = from; at < end && at < from + 4; at += 1) {
    const { tag } = tokenAt(view.analysis, at);
    const told = unitAt(view, STATES, at, end, 3) ?? (tag === "VERB" || tag === "ADJ" ? participle(view, at, end) : null);
    if (told !== null) return told;
  }
  return null;
}

/** The unit of a participle with the words after it. */
export function participle(view: View, at: number, end: number): Unit | null {
  return unitAt(view, UNDERGONE, at, end, 4) ?? unitAt(view, DONE, at, end, 4);
}

/** "came away with broken bones". */
function withInjury(view: View, from: number, end: number): Unit | null {
  for (let at = from; at < end; at += 1) if (tokenAt(view.analysis, at).lower === "with") return unitIn(view, HAD, at + 1, end);
  return null;
}
