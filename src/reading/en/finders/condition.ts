/** Conditions: what was lacking, cut, closed or in force: "no Internet access", "problems accessing food", "a curfew was in force". */
import { tokenAt } from "../../../language/token.ts";
import type { EventType } from "../../../model/words.ts";
import words from "../../lexicons/en/conditions.json" with { type: "json" };
import { claimSpan } from "../extent.ts";
import type { Finder } from "../finder.ts";
import type { Found } from "../../found.ts";
import { found } from "../../found.ts";
import type { Clause } from "../clauses.ts";
import { isNone, saysNot } from "../negation.ts";
import type { Phrase } from "../phrase.ts";
import type { Scene } from "../scene.ts";
import type { SceneSentence } from "../stage.ts";
import type { Stretch } from "../words.ts";
import { lemmaAt, lookup, spanOf } from "../words.ts";

const THINGS: ReadonlyMap<string, EventType> = new Map(
  Object.entries(words.things).flatMap(([type, list]) => list.map((word): [string, EventType] => [word, type as EventType])),
);
const LACKS: ReadonlySet<string> = new Set(words.lacks);
const STATES: ReadonlyMap<string, EventType> = new Map(
  Object.entries(words.states).flatMap(([type, list]) => list.map((word): [string, EventType] => [word, type as EventType])),
);

/** The states without those that consist in a "not" themselves ("not available"). */
const PLAIN: ReadonlyMap<string, EventType> = new Map([...STATES].filter(([words]) => !words.startsWith("not ")));

export const conditions: Finder = {
  name: "condition",
  find(scene) {
    return scene.sentences.flatMap((at, index) => [...lacking(scene, at, index), ...states(scene, at, index)]);
  },
};

/** "no Internet access", "without electricity", "a shortage of bread", "the lack of information". */
function lacking(scene: Scene, at: SceneSentence, index: number): Found[] {
  return at.phrases.flatMap((phrase, i): Found[] => {
    if (phrase.type !== "noun") return [];
    const before = at.phrases[i - 1];
    const opener = tokenAt(scene.analysis, phrase.first).lower;
    const without = before?.type === "mark" && tokenAt(scene.analysis, before.first).lower === "without";
    if ((opener === "no" && isNone(scene.analysis, phrase.first)) || without) {
      const type = lookup(scene.analysis, phrase, THINGS);
      if (type === null) return [];
      const condition = conditionOf(scene, at, index, { first: without ? before.first : phrase.first, last: phrase.last }, type, "none");
      // A lack is what is said ("no water", "without light"); of anything else it is said that it was not so ("no lawyer was present").
      const next = at.phrases[i + 1];
      // "no blood on it": a trace that is not there, and no shortage.
      const onIt = type === "shortage" && next?.type === "mark" && tokenAt(scene.analysis, next.first).lower === "on";
      return [{ ...condition, event: onIt ? "other" : type, negated: !without && (type === "other" || onIt) }];
    }
    if (!LACKS.has(lemmaAt(scene.analysis, phrase.head))) return [];
    const object = lackedAfter(scene, at, i);
    if (object === null) return [];
    const lack = conditionOf(scene, at, index, { first: phrase.first, last: object.last }, object.type, "lack");
    return [{ ...lack, negated: isBesideNot(at, phrase.first) }];
  });
}

/** "The siren did not work for lack of electricity": the words around the lack say that something was not so. */
function isBesideNot(at: SceneSentence, token: number): boolean {
  const around = at.clauses.find((clause) => clause.first <= token && token < clause.last);
  return (
    around !== undefined &&
    around.verb.negated &&
    around.verb.last <= token &&
    (around.object === null || around.object.first > token || around.object.last <= token)
  );
}

/** What follows "lack of", "problems accessing", "interruptions to". */
function lackedAfter(scene: Scene, at: SceneSentence, from: number): { last: number; type: EventType } | null {
  let last = -1;
  let type: EventType | null = null;
  for (let i = from + 1; i < at.phrases.length && i <= from + 6; i += 1) {
    const phrase = at.phrases[i] as Phrase;
    if (phrase.type === "noun") {
      type ??= lookup(scene.analysis, phrase, THINGS);
      last = phrase.last;
      continue;
    }
    if (phrase.type === "verb" && phrase.form === "gerund") continue;
    if (phrase.type === "mark" && (phrase.kind === "preposition" || phrase.kind === "conjunction")) continue;
    break;
  }
  return type === null || last === -1 ? null : { last, type };
}

/** "shops were closed", "residents were in danger", "people did not leave their homes", "roads remain blocked". */
function states(scene: Scene, at: SceneSentence, index: number): Found[] {
  return at.clauses.flatMap((clause): Found[] => {
    if (clause.verb.form !== "finite" || clause.subject === null) return [];
    const stretch = { first: clause.verb.first, last: Math.max(clause.last, clause.verb.last) };
    const reach = { first: clause.verb.first, last: Math.min(stretch.last, clause.verb.last + 4) };
    const type = lookup(scene.analysis, reach, STATES);
    if (type === null) return [];
    // "He closed the door": somebody does it; nothing is said of how things stand.
    if (!clause.verb.passive && /^(?:close|block|paralyse|paralyze|desert|empty|disrupt)$/.test(lemmaAt(scene.analysis, clause.verb.verb)))
      return [];
    const anchored = { first: clause.verb.verb, last: clause.verb.verb + 1 };
    const not =
      saysNot(scene.analysis, clause.verb, at.sentence.end) && (type === "other" || lookup(scene.analysis, reach, PLAIN) !== null);
    return [{ ...conditionOf(scene, at, index, anchored, type, "state", clause), negated: not }];
  });
}

/** "No trams on 9 of 11 lines": in a sentence without a verb up to its next full stop, colon or semicolon. */
function noteEnd({ analysis }: Scene, { sentence }: SceneSentence, from: number): number {
  let last = from;
  while (last < sentence.last && !/^[.;:!?(–—]$/.test(tokenAt(analysis, last).text)) last += 1;
  return last;
}

function conditionOf(
  scene: Scene,
  at: SceneSentence,
  index: number,
  anchored: Stretch,
  type: EventType,
  rule: string,
  clause: Clause | null = null,
): Found {
  const anchor = spanOf(scene.analysis, anchored);
  const around = clause ?? at.clauses.find((candidate) => candidate.first <= anchored.first && anchored.first < candidate.last) ?? null;
  const stretch =
    around === null
      ? at.clauses.length === 0
        ? { first: anchored.first, last: noteEnd(scene, at, anchored.last) }
        : anchored
      : { first: Math.min(around.first, anchored.first), last: Math.max(around.last, anchored.last) };
  return found({
    rule: `en.condition.${rule}`,
    kind: "condition",
    sentence: index,
    ...claimSpan(scene, at, stretch, anchor),
    anchor,
    event: type,
    negated: false,
  });
}
