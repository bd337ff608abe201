/** What a clause says of its object, and of those whom a preposition governs. */
import type { Analysis } from "../../../language/token.ts";
import { tokenAt } from "../../../language/token.ts";
import type { Unit } from "../../../model/words.ts";
import predicates from "../../lexicons/en/predicates.json" with { type: "json" };
import type { Clause } from "../clauses.ts";
import { groupWords, partyWords } from "../lexicon.ts";
import type { Nominal } from "../nominals.ts";
import { isPeopleAt } from "../people.ts";
import type { Stretch } from "../words.ts";
import { lemmaAt, lookup } from "../words.ts";
import type { View } from "./sayings.ts";
import { AGAINST, DONE, FOR, HAD, NEGATED, OF, reachOf, sayingAt, STATES, UNDERGONE, unitAt, unitIn } from "./sayings.ts";
import { HAVING } from "./subject.ts";

/** "the remains of six persons", "a warrant for nine officers": the noun before "of" or "for" says what they are counted as. */
export function ofNoun(view: View, sentence: Stretch, extent: Stretch): Unit | null {
  const link = extent.first - 1;
  if (link <= sentence.first) return null;
  const { lower } = tokenAt(view.analysis, link);
  if (lower === "of") return unitAt(view, OF, link - 1, link, 0);
  if (lower !== "for") return null;
  const verb = tokenAt(view.analysis, link - 1);
  const noun = verb.tag === "VERB" ? link - 3 : link - 1;
  return noun >= sentence.first ? unitIn(view, FOR, noun, link) : null;
}

/** What a clause says of its object, or of what its preposition governs. */
export function ofObject(view: View, clause: Clause, extent: Stretch, denied: boolean): Unit | null {
  const { analysis } = view;
  const { verb } = clause;
  const end = reachOf(view, verb.verb + 1);
  if (clause.subject !== null && tokenAt(analysis, clause.subject.head).lower === "there")
    return denied ? null : unitIn(view, STATES, extent.last, reachOf(view, extent.last));
  if (verb.passive) return null;
  if (denied) return unitAt(view, NEGATED, verb.verb, end, 9);
  const host = hosted(analysis, clause);
  if (host !== null || isHabit(analysis, clause)) return host;
  const told = sayingAt(view, UNDERGONE, verb.verb, end, 9);
  if (told?.ofThings !== true || clause.subject === null || isSomebody(analysis, clause.subject)) return told?.unit ?? null;
  return DISASTERS.has(lemmaAt(analysis, clause.subject.head)) ? "dead" : null;
}

/** "The avalanche took seven": what takes people without being anybody. */
const DISASTERS: ReadonlySet<string> = new Set(predicates.disasters);

/** People, a body of people, or a name: not "the hotline". */
function isSomebody(analysis: Analysis, subject: Nominal): boolean {
  const { tag } = tokenAt(analysis, subject.head);
  if (/^(?:it|this|that|which|one)$/.test(tokenAt(analysis, subject.head).lower)) return false;
  return (
    tag === "PRON" ||
    tag === "PROPN" ||
    groupIn(analysis, subject) !== null ||
    lookup(analysis, subject, partyWords) !== null ||
    isPeopleAt(analysis, subject.head)
  );
}

/** "The boat takes six passengers", "beat two egg whites": the plain present of a thing, or of nobody, tells of nothing that happened. */
function isHabit(analysis: Analysis, { verb, subject }: Clause): boolean {
  const { lower, lemma } = tokenAt(analysis, verb.verb);
  if (verb.form !== "finite" || verb.last - verb.first > 1 || (lower !== lemma && lower !== `${lemma}s`)) return false;
  return subject === null || groupIn(analysis, subject) === null;
}

function groupIn(analysis: Analysis, stretch: Stretch): string | null {
  return lookup(analysis, stretch, groupWords) ?? (tokenAt(analysis, stretch.first).tag === "PRON" ? "person" : null);
}

const HOSTS: ReadonlyMap<string, Unit> = new Map(
  Object.entries(predicates.hosts).flatMap(([unit, nouns]) => nouns.map((noun) => [noun, unit as Unit] as const)),
);
const HOSTING: ReadonlySet<string> = new Set(predicates.hosting);

/** "The camp holds 19,000", "the hospital is treating 30": whoever is in such a place counts as what the place makes of them. */
function hosted(analysis: Analysis, { verb, subject }: Clause): Unit | null {
  if (subject === null || !HOSTING.has(lemmaAt(analysis, verb.verb))) return null;
  return HOSTS.get(lemmaAt(analysis, subject.head)) ?? HOSTS.get(tokenAt(analysis, subject.head).lower) ?? null;
}

const PARTICLES: ReadonlySet<string> = new Set([
  "up",
  "away",
  "out",
  "off",
  "in",
  "down",
  "into",
  "for",
  "after",
  "at",
  "to",
  "over",
  "on",
]);
const FINDS: ReadonlySet<string> = new Set(["find", "record", "note", "register", "document", "see", "establish"]);
/**
 * What a clause says of those whom a preposition governs: "on 18 persons" after bruises that were found, "by 300 people" after what was done,
 * "to five men" after prison terms, "against two officers" after charges, "up 19 students" after picked.
 */
export function ofComplement(view: View, clause: Clause, preposition: string): Unit | null {
  const { analysis } = view;
  const { verb, subject, object } = clause;
  const end = reachOf(view, verb.verb + 1);
  const given = verb.passive ? subject : object;
  if (preposition === "by") {
    if (!verb.passive) return null;
    const had = given !== null && HAVING.has(lemmaAt(analysis, verb.verb)) ? unitIn(view, HAD, given.first, given.last) : null;
    return had ?? unitAt(view, DONE, verb.verb, end, 5);
  }
  if ((preposition === "to" || (verb.passive && preposition === "on")) && given !== null) {
    const had = unitIn(view, HAD, given.first, given.last);
    if (had !== null) return had;
  }
  if (preposition === "against") {
    const brought = given === null ? null : unitIn(view, AGAINST, given.first, given.last);
    // "(c) Proceedings were opened against five": whatever the parse took for the subject.
    return brought ?? unitIn(view, AGAINST, Math.max(clause.first, verb.first - 4), verb.first);
  }
  if (verb.passive && given !== null && (preposition === "on" || preposition === "in"))
    return FINDS.has(lemmaAt(analysis, verb.verb)) ? unitIn(view, HAD, given.first, given.last) : null;
  if (verb.passive || !PARTICLES.has(preposition) || !takes(analysis, verb.verb, preposition)) return null;
  return unitAt(view, UNDERGONE, verb.verb, end, 9);
}

/** The list has the verb with this preposition ("look for"). */
function takes(analysis: Analysis, verb: number, preposition: string): boolean {
  return UNDERGONE.get(lemmaAt(analysis, verb))?.some(({ rest }) => rest.includes(preposition)) ?? false;
}
