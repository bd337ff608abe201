/** Clauses: each verb group with its subject, its object, the prepositional phrases after it, and how far it reaches. */
import type { Analysis, Sentence } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import { strongVerbs } from "./lexicon.ts";
import type { Nominal } from "./nominals.ts";
import { isNone, isNotDenied, opensWithNot } from "./negation.ts";
import { isTime, nominalAt } from "./nominals.ts";
import type { Mark, Phrase, VerbGroup } from "./phrase.ts";
import type { Left } from "./subjects.ts";
import { leftOf, nextIs } from "./subjects.ts";

export interface Complement {
  /** The preposition, lower case. */
  readonly preposition: string;
  readonly noun: Nominal;
}

export interface Clause {
  readonly verb: VerbGroup;
  /** Position of the verb group in the list of phrases. */
  readonly index: number;
  readonly subject: Nominal | null;
  readonly object: Nominal | null;
  readonly complements: readonly Complement[];
  /** Token positions from the clause's first word to the end of what depends on it; `last` exclusive. */
  readonly first: number;
  readonly last: number;
  /** True when the subject is that of an earlier verb ("was detained and beaten"). */
  readonly shared: boolean;
  /** The word that opened it when it is a subordinate or relative clause ("that", "who", "because"), else null. */
  readonly opener: string | null;
}
/** Clauses of a sentence in the order of their verbs. */
export function clausesOf(analysis: Analysis, sentence: Sentence, phrases: readonly Phrase[]): readonly Clause[] {
  const clauses: Clause[] = [];
  let fronted = opensWithNot(analysis, sentence.first, sentence.last);
  phrases.forEach((phrase, index) => {
    if (phrase.type !== "verb") return;
    const left = leftOf(analysis, phrases, index);
    const right = rightOf(analysis, phrases, index, isSubjectRelative(left, phrases[index - 1]));
    // "In none of the cases did it come to a judgment": up to the first comma or conjunction.
    fronted = fronted && left.opener === null && !phrases.some((other, place) => place < index && opensAnother(other));
    clauses.push({
      verb: withNegation(
        analysis,
        withSharedAuxiliary(analysis, phrase, left.shared === null ? undefined : phrases[left.shared]),
        [left.subject, left.object ?? right.object],
        fronted,
      ),
      index,
      subject: left.subject,
      object: left.object ?? right.object,
      complements: right.complements,
      first: Math.min(left.first, phrase.first),
      last: Math.min(right.last, sentence.last),
      shared: left.shared !== null && phrase.form === "finite",
      opener: left.opener,
    });
  });
  return clauses;
}

function opensAnother(phrase: Phrase): boolean {
  return phrase.type === "mark" && (phrase.kind === "comma" || phrase.kind === "conjunction" || phrase.kind === "dash");
}

/** "No soldier fired", "found no violations", "wrote nothing down": the negation stands in the subject or the object. */
function withNegation(analysis: Analysis, verb: VerbGroup, parties: readonly (Nominal | null)[], fronted: boolean): VerbGroup {
  if (verb.negated && isNotDenied(analysis, verb)) return { ...verb, negated: false };
  const negated = fronted || parties.some((party) => party !== null && isNone(analysis, party.first));
  return negated && !verb.negated ? { ...verb, negated: true } : verb;
}

/** "was detained and beaten": a bare participle shares the auxiliary, and the "not", of the passive before it. */
function withSharedAuxiliary(analysis: Analysis, verb: VerbGroup, before: Phrase | undefined): VerbGroup {
  if (
    before?.type !== "verb" ||
    !before.passive ||
    verb.last - verb.first !== 1 ||
    !verb.past ||
    (strongVerbs.get(tokenAt(analysis, verb.verb).lemma) ?? "accuses") !== "accuses"
  )
    return verb;
  return { ...verb, passive: true, modal: before.modal, negated: verb.negated || before.negated };
}
/** "who lost", "that hit": the relative pronoun is the subject and stands right before the verb. */
function isSubjectRelative({ opener, object }: Left, before: Phrase | undefined): boolean {
  return object === null && before?.type === "mark" && before.kind === "relative" && opener !== null;
}

interface Right {
  readonly object: Nominal | null;
  readonly complements: readonly Complement[];
  readonly last: number;
}

/** What depends on a verb, up to the next clause. */
function rightOf(analysis: Analysis, phrases: readonly Phrase[], index: number, relative: boolean): Right {
  let object: Nominal | null = null;
  const complements: Complement[] = [];
  let last = (phrases[index] as Phrase).last;
  let i = index + 1;
  while (i < phrases.length) {
    const phrase = phrases[i] as Phrase;
    if (phrase.type === "verb") {
      if (phrase.form === "finite") break;
      last = phrase.last;
      i += 1;
      continue;
    }
    if (phrase.type === "noun") {
      // "A trader who lost her stall spoke": what stands right behind the verb of a relative clause is its object.
      if (!(relative && i === index + 1) && beginsNewClause(analysis, phrases, i, index)) break;
      const nominal = nominalAt(analysis, phrases, i, phrases.length);
      if (object === null && complements.length === 0 && !isTime(analysis, phrase)) object = nominal;
      last = nominal.last;
      i = indexAfter(phrases, i, nominal.last);
      continue;
    }
    if (phrase.kind === "preposition") {
      const next = phrases[i + 1];
      if (next?.type === "noun") {
        if (tokenAt(analysis, phrase.first).lower === "according" || tokenAt(analysis, phrase.first).lower === "including") break;
        const nominal = nominalAt(analysis, phrases, i + 1, phrases.length);
        complements.push({ preposition: tokenAt(analysis, phrase.last - 1).lower, noun: nominal });
        last = nominal.last;
        i = indexAfter(phrases, i + 1, nominal.last);
        continue;
      }
      if (tokenAt(analysis, phrase.first).lower === "according" || tokenAt(analysis, phrase.first).lower === "including") break;
      i += 1;
      // "got out", "put him inside": a particle at the end of its clause.
      if (next?.type !== "mark" || endsClause(next)) last = phrase.last;
      continue;
    }
    if (phrase.kind === "conjunction" && !conjoinsNoun(phrases, i)) break;
    if (
      phrase.kind === "comma" ||
      phrase.kind === "dash" ||
      phrase.kind === "colon" ||
      phrase.kind === "subordinator" ||
      phrase.kind === "relative"
    )
      break;
    if (phrase.kind === "other" && phrase.first === phrase.last - 1 && /^[.!?…]$/.test(tokenAt(analysis, phrase.first).text)) break;
    if (phrase.kind === "other") last = phrase.last;
    i += 1;
  }
  return { object, complements, last };
}

function endsClause(next: Mark): boolean {
  return next.kind !== "preposition" && next.kind !== "relative" && next.kind !== "bracket" && next.kind !== "colon";
}

function indexAfter(phrases: readonly Phrase[], from: number, token: number): number {
  let i = from;
  while (i < phrases.length && (phrases[i] as Phrase).first < token) i += 1;
  return i;
}

function conjoinsNoun(phrases: readonly Phrase[], at: number): boolean {
  const next = phrases[at + 1];
  if (next?.type !== "noun") return false;
  const after = phrases[at + 2];
  return after?.type !== "verb" || after.form !== "finite";
}

function beginsNewClause(analysis: Analysis, phrases: readonly Phrase[], at: number, verb: number): boolean {
  const next = phrases[at + 1];
  if (next?.type !== "verb" || next.form !== "finite" || next.first === next.last) return false;
  // "said 45 people died": the noun right after a verb and right before another finite verb is the second verb's subject,
  // unless that verb is a bare participle ("found bodies buried").
  const before = phrases[at - 1];
  if (before?.type === "mark" && before.kind === "preposition") return false;
  return !(next.past && next.last - next.first === 1 && nextIs(phrases, at + 1, "by")(analysis)) && verb < at;
}
