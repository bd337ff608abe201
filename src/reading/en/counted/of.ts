/** Which of them a figure counts: a group and the words that name it, and what the predicate says they are. */
import { tokenAt } from "../../../language/token.ts";
import type { Of } from "../../../model/figure.ts";
import type { EventType, Group, Unit } from "../../../model/words.ts";
import type { Clause } from "../clauses.ts";
import { groupWords, peopleWords, unitByNoun } from "../lexicon.ts";
import type { Stage } from "../stage.ts";
import type { Stretch } from "../words.ts";
import { lemmaAt, lookup, textOf, withoutArticle } from "../words.ts";
import type { Noun } from "./noun.ts";
import { unitOfParticiple } from "./predicate.ts";

type Tokens = Pick<Stage, "analysis">;

/** Units that count things, not people. */
export const THINGS: ReadonlySet<Unit> = new Set<Unit>(["cases", "buildings", "vehicles", "weapons", "places", "money"]);

/** Events that people suffer: whoever is counted in them counts as one of these, whatever they are called ("four miners were jailed"). */
export const SUFFERED: ReadonlySet<EventType> = new Set<EventType>([
  "killing",
  "death",
  "suicide",
  "injury",
  "hospitalisation",
  "arrest",
  "administrative-arrest",
  "remand",
  "release",
  "summons",
  "charge",
  "sentence",
  "acquittal",
  "amnesty",
  "pardon",
  "disappearance",
  "abduction",
  "torture",
  "ill-treatment",
]);

/** The group that a phrase names. */
export function groupOf(stage: Tokens, label: Stretch): Group | null {
  return lookup(stage.analysis, label, groupWords);
}

/** Which of them: nothing for plain people, else the group and the words. */
export function ofWords(stage: Tokens, noun: Noun, unit: Unit, clause: Clause | null = null): readonly Of[] {
  const own = ownWords(stage, noun, unit, clause);
  if (noun.fellow === null) return own;
  return [...own, { group: groupOf(stage, noun.fellow), label: textOf(stage.analysis, noun.fellow) }];
}

function ownWords(stage: Tokens, noun: Noun, unit: Unit, clause: Clause | null): readonly Of[] {
  const predicate = predicateOf(stage, clause, noun);
  if (predicate.length > 0) return predicate;
  if (noun.label === null) return [];
  // "164 people dead": the state is the count's, not a kind of people.
  const label = textOf(
    stage.analysis,
    noun.head !== null && noun.label.last > noun.head + 1 && tokenAt(stage.analysis, noun.head + 1).tag === "ADJ"
      ? { first: noun.label.first, last: noun.head + 1 }
      : noun.label,
  );
  const group = !THINGS.has(unit) ? groupOf(stage, noun.label) : null;
  const head = noun.head === null ? null : lemmaAt(stage.analysis, noun.head);
  const single = noun.label.last - noun.label.first === 1 || (noun.head !== null && noun.label.first === noun.head);
  const plain = head !== null && peopleWords.has(head) && single && !label.includes(" ") && group === null;
  if (plain && !/^(?:man|men|woman|women|official|foreigner|student|worker|relative|employee|lawyer|citizen|national|adult)$/.test(head))
    return [];
  if (head === "troop" && unit === "troops") return [];
  if (group !== null && single && isSaidByUnit(group, unit)) return [];
  if (group !== null) return [{ group, label }];
  if (head !== null && unitByNoun.has(head) && noun.label.last - noun.label.first === 1) return [];
  if (plain) return [{ group: null, label }];
  if (noun.pronoun) return [{ group: null, label }];
  if (head !== null && peopleWords.has(head) && statesOnly(stage, noun.label.first, noun.head ?? noun.label.last)) return [];
  return unit === "cases" || unit === "other" || (head !== null && !peopleWords.has(head))
    ? kindWords(stage, noun)
    : [{ group: null, label }];
}

/** "19 of the dead were police officers": what the predicate says they are; "served in the security forces" too. */
export function predicateOf(stage: Tokens, clause: Clause | null, noun: Noun): readonly Of[] {
  if (
    clause?.subject == null ||
    clause.subject.first >= noun.extent.last ||
    clause.subject.last <= noun.extent.first ||
    clause.verb.passive
  )
    return [];
  const lemma = lemmaAt(stage.analysis, clause.verb.verb);
  const said =
    lemma === "be"
      ? clause.object
      : lemma === "serve" || lemma === "work"
        ? (clause.complements.find(({ preposition }) => preposition === "in" || preposition === "for")?.noun ?? null)
        : null;
  if (said === null) return [];
  const group = groupOf(stage, said);
  const label = textOf(stage.analysis, withoutArticle(stage.analysis, said));
  return group !== null || (lemma === "be" && peopleWords.has(lemmaAt(stage.analysis, said.head))) ? [{ group, label }] : [];
}

/** "administrative cases" among cases: the words before the noun say of what kind. */
function kindWords(stage: Tokens, noun: Noun): readonly Of[] {
  if (noun.label === null || noun.head === null) return [];
  if (noun.label.first === noun.head && noun.label.last === noun.head + 1) return [];
  let first = Math.max(noun.label.first, noun.head - 12);
  while (first < noun.head && /^(?:NUM|DET|PUNCT)$/.test(tokenAt(stage.analysis, first).tag)) first += 1;
  const before = { first, last: noun.head };
  const after = { first: noun.head + 2, last: noun.label.last };
  if (lemmaAt(stage.analysis, noun.head) === "case" && after.last > after.first && before.last <= before.first)
    return [{ group: null, label: textOf(stage.analysis, after) }];
  return before.last > before.first ? [{ group: null, label: textOf(stage.analysis, before) }] : [];
}

/** "45 detainees were released", "2,000 demonstrators marched": the noun only repeats what the unit says. */
function isSaidByUnit(group: Group, unit: Unit): boolean {
  if (group === "detainee") return unit === "detained" || unit === "released" || unit === "in-custody" || unit === "remanded";
  return group === "civilian" && unit === "participants";
}

/** "14 wounded people": the words before the noun are a state that the unit tells, or a determiner, and no kind of people. */
function statesOnly(stage: Tokens, first: number, last: number): boolean {
  for (let at = first; at < last; at += 1) {
    const token = tokenAt(stage.analysis, at);
    if (
      !unitByNoun.has(token.lower) &&
      unitOfParticiple(token.lemma) === null &&
      !/^(?:DET|NUM|PUNCT)$/.test(token.tag) &&
      !/^(?:other|more|further|new|additional|remaining|such|dead)$/.test(token.lower)
    )
      return false;
  }
  return last > first;
}
