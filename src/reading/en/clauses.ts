/** Clauses: each verb group with its subject, its object, the prepositional phrases after it, and how far it reaches. */
import type { Analysis, Sentence } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import { strongVerbs } from "./lexicon.ts";
import type { Mark, NounPhrase, Phrase, VerbGroup } from "./phrases.ts";

/** A noun phrase with what belongs to it: "the son of X", "police officers and soldiers". Token positions, `last` exclusive. */
export interface Nominal {
  readonly first: number;
  readonly last: number;
  readonly head: number;
}

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

const TIME_HEADS = new Set([
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
  "yesterday",
  "today",
  "tomorrow",
  "tonight",
  "morning",
  "evening",
  "afternoon",
  "night",
  "day",
  "week",
  "month",
  "year",
  "time",
  "hour",
]);

function isTime(analysis: Analysis, noun: NounPhrase): boolean {
  const head = tokenAt(analysis, noun.head);
  // "the march" is no month.
  if (head.text === "march" || head.text === "may") return false;
  if (TIME_HEADS.has(head.lemma) || TIME_HEADS.has(head.lower)) return true;
  return /^\d+$/.test(head.text) && TIME_HEADS.has(tokenAt(analysis, Math.max(noun.head - 1, 0)).lower);
}

/** Clauses of a sentence in the order of their verbs. */
export function clausesOf(analysis: Analysis, sentence: Sentence, phrases: readonly Phrase[]): readonly Clause[] {
  const clauses: Clause[] = [];
  phrases.forEach((phrase, index) => {
    if (phrase.type !== "verb") return;
    const left = leftOf(analysis, phrases, index);
    const right = rightOf(analysis, phrases, index);
    clauses.push({
      verb: withSharedAuxiliary(analysis, phrase, left.shared === null ? undefined : phrases[left.shared]),
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

interface Left {
  readonly subject: Nominal | null;
  /** The antecedent of a relative pronoun that is the object, else null. */
  readonly object: Nominal | null;
  /** Position of an earlier verb whose subject and auxiliary ours shares, or null. */
  readonly shared: number | null;
  readonly first: number;
  readonly opener: string | null;
}

function isClauseBreak(mark: Mark): boolean {
  return mark.kind === "colon" || mark.kind === "subordinator" || mark.kind === "quote";
}

/** The stretch before a verb in which its subject stands, back to the start of its clause. */
function leftOf(analysis: Analysis, phrases: readonly Phrase[], index: number): Left {
  let from = index;
  let opener: string | null = null;
  let relative: number | null = null;
  let sharedSubject: number | null = null;
  for (let i = index - 1; i >= 0; i -= 1) {
    const phrase = phrases[i] as Phrase;
    if (phrase.type === "mark") {
      if (phrase.kind === "relative") {
        relative = i;
        opener = tokenAt(analysis, phrase.first).lower;
        break;
      }
      if (phrase.kind === "subordinator" && isRelativeThat(analysis, phrases, i, index)) {
        relative = i;
        opener = "that";
        break;
      }
      if (isClauseBreak(phrase)) {
        if (phrase.kind === "quote" && closesEarlierQuote(analysis, phrases, i)) continue;
        opener = phrase.kind === "subordinator" ? tokenAt(analysis, phrase.first).lower : null;
        break;
      }
    }
    if (phrase.type === "verb") {
      const chain = startOfChain(phrases, i);
      const skipped = startOfInserted(analysis, phrases, chain);
      if (skipped !== null && hasNounBefore(phrases, skipped)) {
        i = skipped;
        from = i;
        continue;
      }
      from = afterSeparator(phrases, i, index);
      // A verb before ours with only a conjunction or comma between shares its subject ("was detained and beaten").
      if (!hasNounBetween(analysis, phrases, i, index) || isPredicateBetween(analysis, phrases, i, index)) sharedSubject = i;
      break;
    }
    from = i;
  }
  if (relative !== null) {
    const antecedent = nounBefore(analysis, phrases, relative);
    const { first } = phrases[relative + 1] as Phrase;
    // "which the state described": the pronoun is the object, and the noun after it the subject.
    const own = firstUngoverned(analysis, phrases, relative + 1, index);
    return own === null
      ? { subject: antecedent, first, opener, object: null, shared: null }
      : { subject: own, first, opener, object: antecedent, shared: null };
  }
  if (sharedSubject !== null) {
    const shared = leftOf(analysis, phrases, sharedSubject);
    const before = phrases[sharedSubject] as VerbGroup;
    // "The bridge – the mayor said – was closed": the report stands between subject and verb.
    const inserted =
      phrases[index - 1]?.type === "mark" &&
      strongVerbs.has(tokenAt(analysis, before.verb).lemma) &&
      phrases[sharedSubject - 1]?.type === "noun";
    if (inserted && shared.subject !== null && shared.subject.last < (phrases[sharedSubject - 1] as Phrase).first)
      return { ...shared, shared: null };
    return {
      subject: shared.subject,
      first: firstToken(analysis, phrases, from),
      opener: shared.opener,
      object: null,
      shared: sharedSubject,
    };
  }
  const subject = firstUngoverned(analysis, phrases, from, index);
  const fronted = phrases[index - 2];
  if (
    subject !== null &&
    fronted?.type === "noun" &&
    !isTime(analysis, fronted) &&
    phrases[index - 1]?.type === "noun" &&
    subject.first === (phrases[index - 1] as Phrase).first &&
    index - 2 >= from
  ) {
    return {
      subject,
      first: firstToken(analysis, phrases, from),
      opener,
      object: nominalAt(analysis, phrases, index - 2, index - 1),
      shared: null,
    };
  }
  return { subject, first: firstToken(analysis, phrases, from), opener, object: null, shared: null };
}

/** The first verb of a run of verbs ("had to move"). */
function startOfChain(phrases: readonly Phrase[], at: number): number {
  let i = at;
  while (
    i > 0 &&
    (phrases[i] as Phrase).type === "verb" &&
    (phrases[i] as VerbGroup).form !== "finite" &&
    (phrases[i - 1] as Phrase).type === "verb"
  )
    i -= 1;
  return i;
}

/** Between an earlier verb and ours, our clause begins after the last comma, dash or conjunction, or at once when there is none. */
function afterSeparator(phrases: readonly Phrase[], verb: number, index: number): number {
  for (let i = index - 1; i > verb; i -= 1) {
    const phrase = phrases[i] as Phrase;
    if (phrase.type === "mark" && (phrase.kind === "comma" || phrase.kind === "dash" || (phrase.kind === "conjunction" && i < index - 1)))
      return i + 1 < index ? i + 1 : index;
  }
  return verb + 1;
}

/** The clause starts after a conjunction, comma or dash that only joins it to what came before. */
function firstToken(analysis: Analysis, phrases: readonly Phrase[], from: number): number {
  let at = from;
  while (at < phrases.length) {
    const phrase = phrases[at] as Phrase;
    if (phrase.type !== "mark" || (phrase.kind !== "conjunction" && phrase.kind !== "comma" && phrase.kind !== "dash")) break;
    at += 1;
  }
  return (phrases[Math.min(at, phrases.length - 1)] as Phrase).first;
}

/** "that" after a noun and right before a verb is a relative pronoun; after a verb it opens what is said. */
function isRelativeThat(analysis: Analysis, phrases: readonly Phrase[], at: number, verb: number): boolean {
  const phrase = phrases[at] as Phrase;
  return tokenAt(analysis, phrase.first).lower === "that" && at === verb - 1 && phrases[at - 1]?.type === "noun";
}

function closesEarlierQuote(analysis: Analysis, phrases: readonly Phrase[], at: number): boolean {
  const mark = tokenAt(analysis, (phrases[at] as Phrase).first).text;
  if (mark === "“" || mark === "«" || mark === "„") return true;
  // A label in quotation marks inside the clause: the other mark stands a few phrases before.
  for (let i = at - 1; i >= 0 && i >= at - 5; i -= 1) {
    const phrase = phrases[i] as Phrase;
    if (phrase.type === "mark" && phrase.kind === "quote") return true;
    if (phrase.type === "verb") return false;
  }
  return false;
}

/** Where a relative clause or dash-enclosed insertion that holds the verb at `at` begins, or null when there is none. */
function startOfInserted(analysis: Analysis, phrases: readonly Phrase[], at: number): number | null {
  for (let i = at - 1; i >= 0 && i >= at - 6; i -= 1) {
    const phrase = phrases[i] as Phrase;
    if (phrase.type === "verb") return null;
    if (phrase.type !== "mark") continue;
    if (phrase.kind === "relative" || (phrase.kind === "subordinator" && isRelativeThat(analysis, phrases, i, at))) {
      const before = phrases[i - 1];
      return before?.type === "mark" && (before.kind === "comma" || before.kind === "dash" || before.kind === "preposition") ? i - 1 : i;
    }
    if (isClauseBreak(phrase)) return null;
  }
  const verb = phrases[at] as VerbGroup;
  const before = phrases[at - 1];
  // "the order built by X seems": a bare participle right after a noun and before another verb is reduced.
  if (
    verb.form === "finite" &&
    !verb.passive &&
    verb.last - verb.first === 1 &&
    verb.past &&
    before?.type === "noun" &&
    nextIs(phrases, at, "by")(analysis)
  )
    return at;
  if (verb.form === "gerund" && before?.type === "noun") return at;
  if (verb.form === "infinitive" && before?.type === "noun") return at;
  return null;
}

function nextIs(phrases: readonly Phrase[], at: number, word: string): (analysis: Analysis) => boolean {
  return (analysis) => {
    const next = phrases[at + 1];
    return next !== undefined && tokenAt(analysis, next.first).lower === word;
  };
}

function hasNounBefore(phrases: readonly Phrase[], at: number): boolean {
  return phrases.slice(Math.max(0, at - 8), at).some((phrase) => phrase.type === "noun");
}

function hasNounBetween(analysis: Analysis, phrases: readonly Phrase[], from: number, to: number): boolean {
  let conjunction = -1;
  for (let i = from + 1; i < to; i += 1) {
    const phrase = phrases[i] as Phrase;
    if (phrase.type === "mark" && (phrase.kind === "conjunction" || phrase.kind === "comma" || phrase.kind === "dash")) conjunction = i;
  }
  if (conjunction === -1) {
    // The object of the verb before may be the subject of ours only without a conjunction ("said 45 people died").
    return phrases.slice(from + 1, to).some((phrase) => phrase.type === "noun");
  }
  for (let i = conjunction + 1; i < to; i += 1) {
    const phrase = phrases[i] as Phrase;
    const before = phrases[i - 1] as Phrase;
    if (phrase.type === "noun" && !(before.type === "mark" && before.kind === "preposition") && !isTime(analysis, phrase)) return true;
  }
  return false;
}

const STANDS = /^(?:due|set|likely|unlikely|ready|able|unable|sure|bound|about|certain|free|afraid)$/;

/** "is due to be questioned": between the two verbs stands only how it is with the subject. */
function isPredicateBetween(analysis: Analysis, phrases: readonly Phrase[], from: number, to: number): boolean {
  const between = phrases[from + 1];
  return (
    to === from + 2 && between?.type === "noun" && between.last - between.first === 1 && STANDS.test(tokenAt(analysis, between.head).lower)
  );
}

/** The first noun phrase of the stretch that no preposition governs and that is not a time. */
function firstUngoverned(analysis: Analysis, phrases: readonly Phrase[], from: number, to: number): Nominal | null {
  for (let i = from; i < to; i += 1) {
    const phrase = phrases[i] as Phrase;
    if (phrase.type !== "noun" || isTime(analysis, phrase)) continue;
    if (i > from && governed(analysis, phrases, i, from)) continue;
    // "Others he described as …": of two noun phrases side by side the second is the subject.
    const next = phrases[i + 1];
    if (next?.type === "noun" && i + 2 === to && tokenAt(analysis, next.head).tag === "PRON")
      return nominalAt(analysis, phrases, i + 1, to);
    return nominalAt(analysis, phrases, i, to);
  }
  return null;
}

function governed(analysis: Analysis, phrases: readonly Phrase[], at: number, from: number): boolean {
  if (at <= from) return false;
  const before = phrases[at - 1];
  if (before?.type !== "mark") return false;
  if (before.kind === "preposition") return !isQuantifierPreposition(analysis, phrases, at - 1);
  if (before.kind === "conjunction" || before.kind === "comma")
    return (
      at >= 2 && (phrases[at - 2] as Phrase).type === "noun" && governed(analysis, phrases, at - 2, from) && before.kind === "conjunction"
    );
  return false;
}

/** "At least one police chief", "More than 4,500 people": the preposition belongs to the number. */
function isQuantifierPreposition(analysis: Analysis, phrases: readonly Phrase[], at: number): boolean {
  const phrase = phrases[at] as Phrase;
  const word = tokenAt(analysis, phrase.first).lower;
  const next = phrases[at + 1];
  if (next?.type !== "noun") return false;
  const opener = tokenAt(analysis, next.first);
  if (word === "than" || word === "over" || word === "around" || word === "about") return opener.tag === "NUM";
  return word === "at" && /^(?:least|most)$/.test(opener.lower);
}

function nounBefore(analysis: Analysis, phrases: readonly Phrase[], at: number): Nominal | null {
  for (let i = at - 1; i >= 0 && i >= at - 4; i -= 1) {
    const phrase = phrases[i] as Phrase;
    if (phrase.type === "noun") {
      // "members of the forces who": the head of the chain, when it counts people, is the antecedent.
      return nominalAt(analysis, phrases, i, phrases.length);
    }
    if (phrase.type === "verb") return null;
  }
  return null;
}

/** A noun phrase with its "of …" and its coordinated fellows, up to `limit`. */
export function nominalAt(analysis: Analysis, phrases: readonly Phrase[], at: number, limit: number): Nominal {
  const noun = phrases[at] as NounPhrase;
  let last = noun.last;
  let i = at + 1;
  while (i + 1 < limit) {
    const link = phrases[i] as Phrase;
    const next = phrases[i + 1] as Phrase;
    if (link.type !== "mark" || next.type !== "noun") break;
    const word = tokenAt(analysis, link.first).lower;
    if (word === "of") last = next.last;
    else if (
      link.kind === "conjunction" &&
      (word === "and" || word === "or" || word === "nor") &&
      !isTime(analysis, next) &&
      !opensClause(phrases, i + 1)
    )
      last = next.last;
    else break;
    i += 2;
  }
  return { first: noun.first, last, head: noun.head };
}

/** The noun phrase at `at` is followed by a finite verb of its own: it begins a clause. */
function opensClause(phrases: readonly Phrase[], at: number): boolean {
  const next = phrases[at + 1];
  return next?.type === "verb" && next.form === "finite" && phrases.slice(0, at).some((phrase) => phrase.type === "verb");
}

interface Right {
  readonly object: Nominal | null;
  readonly complements: readonly Complement[];
  readonly last: number;
}

/** What depends on a verb, up to the next clause. */
function rightOf(analysis: Analysis, phrases: readonly Phrase[], index: number): Right {
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
      if (beginsNewClause(analysis, phrases, i, index)) break;
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
      if (next?.type !== "mark") last = phrase.last;
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
