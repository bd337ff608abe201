/** What a number counts: the noun, its unit, which group, and the event that makes it a count of the dead, the detained or the charged. */
import { tokenAt } from "../../language/token.ts";
import type { Of } from "../../model/figure.ts";
import type { EventType, Group, Unit } from "../../model/words.ts";
import type { Act } from "./acts.ts";
import type { Clause } from "./clauses.ts";
import { nounOf } from "./counted/noun.ts";
import { groupOf, ofWords, predicateOf, THINGS } from "./counted/of.ts";
import { tollOf } from "./counted/toll.ts";
import { actAlongWith, actOn, actUnit, attribute, clauseOf, covers, eventFor, eventOfNoun } from "./counted/unit.ts";
import { classifiers, measureWords, moneyWords, peopleWords, unitByEvent, unitByNoun } from "./lexicon.ts";
import type { Quantity } from "./quantities.ts";
import type { Scene } from "./scene.ts";
import type { SceneSentence } from "./stage.ts";
import type { Stretch } from "./words.ts";
import { lemmaAt, lookup, textOf, withoutArticle } from "./words.ts";

type Stage = Pick<Scene, "analysis">;

export interface Counted {
  readonly unit: Unit;
  readonly event: EventType | null;
  /** Lemma of the noun as said; null when the text leaves it out. */
  readonly noun: string | null;
  readonly of: readonly Of[];
  /** Tokens of number and noun together. */
  readonly extent: Stretch;
  /** The act whose patient it is, or null. */
  readonly act: Act | null;
  readonly clause: Clause | null;
  /** True when the noun was left out or is a pronoun: the unit is then the whole's. */
  readonly elliptic: boolean;
  readonly rule: string;
}

/** What a quantity counts, or null when it counts nothing a record would keep (measures, distances, ages). */
export function countedBy(stage: Stage, at: SceneSentence, acts: readonly Act[], quantity: Quantity): Counted | null {
  const { analysis } = stage;
  const noun = nounOf(stage, at, quantity);
  if (noun === null) return null;
  const head = noun.head === null ? null : lemmaAt(analysis, noun.head);
  const clause = clauseOf(at, noun.extent);
  const shared = { extent: noun.extent, clause, noun: head };
  if (quantity.currency !== null || (head !== null && moneyWords.has(head)))
    return { ...shared, unit: "money", event: null, of: [], act: null, elliptic: false, rule: "en.figure.money" };
  if (
    head !== null &&
    (measureWords.has(head) || /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/.test(head))
  )
    return null;
  const along = actAlongWith(stage, acts, at, noun.extent);
  if (along !== null && head !== null) {
    const unit = unitByEvent[along.type] ?? "other";
    return {
      ...shared,
      clause: null,
      unit,
      event: along.type,
      of: ofWords(stage, noun, unit),
      act: null,
      elliptic: false,
      rule: "en.figure.along-with",
    };
  }
  const act = actOn(acts, noun.extent);
  if (head === null) {
    const toll = tollOf(stage, at, acts, quantity);
    if (toll !== null)
      return {
        ...shared,
        unit: toll.unit,
        event: toll.event,
        noun: toll.noun,
        of: toll.of,
        extent: { first: Math.min(toll.first, quantity.first), last: quantity.last },
        act: null,
        elliptic: false,
        rule: "en.figure.toll",
      };
    const own = actUnit(stage, act, clause, noun.extent, false);
    if (noun.pronoun || (own !== null && (quantity.form === "none" || act !== null))) {
      return {
        ...shared,
        unit: own ?? "other",
        event: own === null ? null : (act?.type ?? null),
        of: noun.label === null ? predicateOf(stage, clause, noun) : ofWords(stage, noun, "other"),
        act,
        elliptic: own === null || noun.pronoun,
        rule: own === null ? "en.figure.ellipsis" : "en.figure.pronoun",
      };
    }
    // "of whom 3,393 served in the forces": a bare number counts what its whole counts.
    const subject =
      clause !== null &&
      clause.subject !== null &&
      clause.subject.first <= quantity.from &&
      quantity.last >= clause.subject.last &&
      clause.verb.form === "finite";
    return subject && quantity.form !== "vague"
      ? {
          ...shared,
          unit: "other",
          event: null,
          of: predicateOf(stage, clause, noun),
          act: null,
          elliptic: true,
          rule: "en.figure.ellipsis",
        }
      : null;
  }
  const nounUnit = lookup(
    analysis,
    { first: Math.max(quantity.last, noun.extent.first), last: noun.head === null ? noun.extent.last : noun.head + 1 },
    unitByNoun,
  );
  const isThing = nounUnit !== null && THINGS.has(nounUnit);
  const isPerson =
    !isThing &&
    (peopleWords.has(head) ||
      classifiers.has(head) ||
      (noun.label !== null && groupOf(stage, noun.label) !== null) ||
      nounUnit === "participants" ||
      nounUnit === "troops");
  if (isPerson) {
    const unit = actUnit(stage, act, clause, noun.extent, true) ?? attribute(stage, noun) ?? nounUnit ?? "other";
    return {
      ...shared,
      unit,
      event: eventFor(unit, act, nounUnit),
      of: ofWords(stage, noun, unit),
      act,
      elliptic: false,
      rule: act === null ? "en.figure.noun" : `en.figure.${act.form}`,
    };
  }
  if (nounUnit !== null) {
    const involved =
      nounUnit === "cases" &&
      clause !== null &&
      clause.object !== null &&
      /^(?:involve|concern|relate|cover)$/.test(lemmaAt(analysis, clause.verb.verb)) &&
      covers(clause.subject, noun.extent)
        ? clause.object
        : null;
    if (involved !== null)
      return {
        ...shared,
        unit: nounUnit,
        event: act?.type ?? eventOfNoun(head),
        of: [{ group: null, label: textOf(analysis, involved) }],
        act,
        elliptic: false,
        rule: "en.figure.thing",
      };
    const event = act?.type ?? eventOfNoun(head);
    return { ...shared, unit: nounUnit, event, of: ofWords(stage, noun, nounUnit, clause), act, elliptic: false, rule: "en.figure.thing" };
  }
  return {
    ...shared,
    unit: "other",
    event: act?.type ?? null,
    of: ofWords(stage, noun, "other"),
    act,
    elliptic: false,
    rule: "en.figure.other",
  };
}
