/** What stands before a verb: its subject, the antecedent of a relative pronoun, the earlier verb whose subject it shares. */
import type { Analysis } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import { strongVerbs } from "./lexicon.ts";
import type { Nominal } from "./nominals.ts";
import { isTime, nominalAt } from "./nominals.ts";
import type { Mark, Phrase, VerbGroup } from "./phrase.ts";

export interface Left {
  readonly subject: Nominal | null;
  /** The antecedent of a relative pronoun that is the object, else null. */
  readonly object: Nominal | null;
  /** Position of an earlier verb whose subject and auxiliary ours shares, or null. */
  readonly shared: number | null;
  readonly first: number;
  readonly opener: string | null;
}

/** The end of a sentence that stands in the middle of one: "maybe. some lads threw bolts". */
const STOPS = /^[.!?…]+$/;

function isClauseBreak(mark: Mark): boolean {
  return mark.kind === "colon" || mark.kind === "subordinator" || mark.kind === "quote";
}

/** The stretch before a verb in which its subject stands, back to the start of its clause. */
export function leftOf(analysis: Analysis, phrases: readonly Phrase[], index: number): Left {
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
      if (phrase.kind === "other" && STOPS.test(tokenAt(analysis, phrase.first).text)) break;
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
      : { subject: own, first, opener, object: isGoverned(phrases, relative) ? null : antecedent, shared: null };
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

/** "during which", "in consequence of which": the pronoun is neither subject nor object. */
function isGoverned(phrases: readonly Phrase[], relative: number): boolean {
  const before = phrases[relative - 1];
  return before?.type === "mark" && before.kind === "preposition";
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
    if (phrase.type === "mark" && (phrase.kind === "comma" || phrase.kind === "dash" || phrase.kind === "conjunction")) {
      // ", but a camera and two radios were taken": the "and" joins what follows the separator before it.
      const before = i - 2;
      const joins = phrase.kind === "conjunction" && phrases[i - 1]?.type === "noun" && before > verb && isSeparator(phrases[before]);
      if (!joins) return i + 1;
    }
  }
  return verb + 1;
}

function isSeparator(phrase: Phrase | undefined): boolean {
  return phrase?.type === "mark" && (phrase.kind === "comma" || phrase.kind === "dash" || phrase.kind === "conjunction");
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

/** True when the phrase after `at` begins with this word. */
export function nextIs(phrases: readonly Phrase[], at: number, word: string): (analysis: Analysis) => boolean {
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
      // "The former head of the colony, who": behind a comma the whole chain is the antecedent.
      const comma = phrases[at - 1];
      if (comma?.type === "mark" && comma.kind === "comma")
        while (i >= 2 && nextIs(phrases, i - 2, "of")(analysis) && phrases[i - 2]?.type === "noun") i -= 2;
      return nominalAt(analysis, phrases, i, phrases.length);
    }
    if (phrase.type === "verb") return null;
  }
  return null;
}
