/** What happens in a sentence: event words with who did it and to whom, in active, passive, nominal and reduced forms. */
import type { Analysis } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import type { EventType } from "../../model/words.ts";
import type { Clause } from "./clauses.ts";
import { clauseStretch } from "./clause-extent.ts";
import type { Nominal } from "./nominals.ts";
import { nominalAt } from "./nominals.ts";
import type { Trigger } from "./lexicon.ts";
import { triggers, unitByEvent } from "./lexicon.ts";
import type { NounPhrase, Phrase } from "./phrase.ts";
import type { Sentence } from "../../language/token.ts";
import type { TimeMention } from "../times/mention.ts";
import type { Stretch } from "./words.ts";
import { lemmaAt } from "./words.ts";

/** What is known of a sentence before its acts. */
export interface Parsed {
  readonly sentence: Sentence;
  readonly phrases: readonly Phrase[];
  readonly clauses: readonly Clause[];
  readonly times: readonly TimeMention[];
}

export interface Act extends Stretch {
  readonly type: EventType;
  readonly form: "active" | "passive" | "reduced" | "noun" | "adjective";
  /** The clause whose verb it is, or in which its noun stands; null when the sentence has no verb. */
  readonly clause: Clause | null;
  readonly agent: Nominal | null;
  readonly patient: Nominal | null;
  readonly negated: boolean;
  readonly modal: string | null;
  /** Everything that belongs to it: the clause, or the noun with what depends on it. */
  readonly extent: Stretch;
  /** A noun with "the" and nothing else after a preposition points back to an event; it does not tell of one. */
  readonly pointsBack: boolean;
  /** "Plans to arrest", "to prevent attacks": not said to have happened. */
  readonly infinitive: boolean;
}

/** Acts of a sentence in order. Of two readings of the same words the longer trigger wins. */
export function actsOf(analysis: Analysis, at: Parsed): readonly Act[] {
  const acts: Act[] = [];
  const taken = new Set<number>();
  for (let token = at.sentence.first; token < at.sentence.last; token += 1) {
    if (taken.has(token) || inTime(analysis, at, token)) continue;
    const act = actAt(analysis, at, token);
    if (act === null) continue;
    for (let i = act.first; i < act.last; i += 1) taken.add(i);
    acts.push(act);
  }
  return acts;
}

function actAt(analysis: Analysis, at: Parsed, token: number): Act | null {
  for (const trigger of candidates(analysis, token)) {
    const last = matchEnd(analysis, at, token, trigger);
    if (last === null) continue;
    const act =
      trigger.frame === "noun"
        ? nounAct(analysis, at, token, last, trigger)
        : trigger.frame === "adjective"
          ? adjectiveAct(analysis, at, token, last, trigger)
          : verbAct(analysis, at, token, last, trigger);
    if (act !== null) return act;
  }
  return null;
}

/** "14 March" is no march. */
function inTime(analysis: Analysis, at: Parsed, token: number): boolean {
  const { start, end } = tokenAt(analysis, token);
  return at.times.some((time) => time.start <= start && end <= time.end);
}

/** Triggers that may begin at a token; a participle that was tagged as an adjective counts by its verb ("were disabled"). */
function candidates(analysis: Analysis, token: number): readonly Trigger[] {
  const lemma = lemmaAt(analysis, token);
  const direct = triggers.get(lemma);
  if (direct !== undefined || tokenAt(analysis, token).tag !== "ADJ" || !lemma.endsWith("ed")) return direct ?? [];
  return triggers.get(lemma.slice(0, -1)) ?? triggers.get(lemma.slice(0, -2)) ?? [];
}

/** Where the words of a trigger end, letting one adverb or pronoun stand between them; null when they are not there. */
function matchEnd(analysis: Analysis, at: Parsed, first: number, trigger: Trigger): number | null {
  let token = first + 1;
  for (const word of trigger.words.slice(1)) {
    let skipped = 0;
    while (
      token < at.sentence.last &&
      skipped < 2 &&
      lemmaAt(analysis, token) !== word &&
      tokenAt(analysis, token).lower !== word &&
      /^(?:ADV|DET|PRON|ADJ)$/.test(tokenAt(analysis, token).tag)
    ) {
      token += 1;
      skipped += 1;
    }
    if (token >= at.sentence.last || (lemmaAt(analysis, token) !== word && tokenAt(analysis, token).lower !== word)) return null;
    token += 1;
  }
  return token;
}

function verbAct(analysis: Analysis, at: Parsed, first: number, last: number, trigger: Trigger): Act | null {
  const clause = at.clauses.find((candidate) => candidate.verb.verb === first);
  if (clause === undefined) return null;
  const { verb } = clause;
  const shared = {
    type: trigger.type,
    first,
    last: Math.max(last, verb.last),
    clause,
    negated: verb.negated,
    modal: verb.modal,
    extent: stretchTo(clauseStretch(analysis, at.phrases, clause), last),
    pointsBack: false,
  };
  const infinitive = verb.form === "infinitive";
  if (trigger.frame === "undergoes" && !verb.passive) return null;
  if (trigger.frame !== "acts" && trigger.frame !== "undergoes") {
    if (verb.passive && trigger.frame === "does") return null;
    const actor = clause.subject;
    const roles = trigger.frame === "happens" ? { agent: null, patient: actor } : { agent: actor, patient: null };
    return { ...shared, ...roles, form: "active", infinitive };
  }
  // "closed by noon", "by 9 May": when, not who.
  const by = clause.complements.find(({ preposition, noun }) => preposition === "by" && !inTime(analysis, at, noun.head))?.noun ?? null;
  if (verb.passive) return allowed(analysis, trigger, { ...shared, form: "passive", agent: by, patient: clause.subject, infinitive });
  const object = objectOf(analysis, at.phrases, clause, trigger);
  const reduced = isReduced(analysis, at, clause, object ?? (trigger.words.length > 1 ? clause.object : null));
  if (reduced !== null)
    return allowed(analysis, trigger, {
      ...shared,
      form: "reduced",
      agent: by,
      patient: reduced,
      infinitive,
      // "X, released last week, fell ill": behind a comma the participle tells it alone.
      extent: { first: at.phrases[clause.index - 1]?.type === "noun" ? reduced.first : verb.first, last: Math.max(clause.last, last) },
    });
  if (
    object === null &&
    trigger.words.length === 1 &&
    (trigger.patients.length > 0 || (verb.past && verb.last - verb.first === 1 && unitByEvent[trigger.type] !== undefined))
  )
    return null;
  return allowed(analysis, trigger, { ...shared, form: "active", agent: clause.subject, patient: object, infinitive });
}

function stretchTo({ first, last }: Stretch, end: number): Stretch {
  return { first, last: Math.max(last, end) };
}

/** The object, or what a particle's preposition governs ("handed over their offices"). */
function objectOf(analysis: Analysis, phrases: readonly Phrase[], clause: Clause, trigger: Trigger): Nominal | null {
  const particle = trigger.words.at(-1);
  const governed =
    trigger.words.length > 2 ? clause.complements.find((complement) => complement.preposition === particle)?.noun : undefined;
  if (governed !== undefined) return governed;
  if (clause.object !== null && !trigger.words.slice(1).includes(lemmaAt(analysis, clause.object.head))) return clause.object;
  // "shot dead three brothers"
  const next = clause.object === null ? undefined : phrases.find((phrase) => phrase.first === clause.object?.last);
  if (next?.type === "noun") return { first: next.first, last: next.last, head: next.head };
  return clause.complements.find((complement) => complement.preposition === particle)?.noun ?? null;
}

/** "612 people detained in the city": a bare participle after its noun. */
function isReduced(analysis: Analysis, at: Parsed, clause: Clause, object: Nominal | null): Nominal | null {
  const { verb } = clause;
  if (object !== null || verb.last - verb.first !== 1 || !verb.past || verb.form !== "finite") return null;
  const before = at.phrases[clause.index - 1];
  return before?.type === "noun" && !isPronoun(analysis, before.head)
    ? { first: before.first, last: before.last, head: before.head }
    : null;
}

function isPronoun(analysis: Analysis, head: number): boolean {
  const { lower } = tokenAt(analysis, head);
  return tokenAt(analysis, head).tag === "PRON" && lower !== "those";
}

function allowed(analysis: Analysis, trigger: Trigger, act: Act): Act | null {
  const head = act.patient === null ? null : lemmaAt(analysis, act.patient.head);
  if (head !== null && trigger.notPatients.includes(head)) return null;
  if (trigger.patients.length > 0 && (head === null || !trigger.patients.includes(head))) return null;
  return act;
}

function nounAct(analysis: Analysis, at: Parsed, first: number, last: number, trigger: Trigger): Act | null {
  const index = at.phrases.findIndex((phrase) => phrase.type === "noun" && phrase.first <= first && first < phrase.last);
  const noun = at.phrases[index];
  if (noun?.type !== "noun") return null;
  // The trigger is the head, or the phrase it opens runs on ("exchange of fire"); "arrest warrant" tells of no arrest.
  if (noun.head !== last - 1 && last <= noun.last && noun.head > last - 1) return null;
  const after = indexFrom(at.phrases, Math.max(last, noun.last));
  const dependents = dependentsOf(analysis, at, after, trigger.type);
  const clause =
    at.clauses.find((candidate) => candidate.first <= first && first < candidate.last) ??
    at.clauses.find((candidate) => candidate.subject !== null && candidate.subject.first <= first && first < candidate.subject.last) ??
    null;
  const possessor = possessorOf(analysis, noun);
  const governed =
    index > 0 && at.phrases[index - 1]?.type === "mark" && (at.phrases[index - 1] as Phrase & { kind: string }).kind === "preposition";
  const determiner = tokenAt(analysis, noun.first).lower;
  const bare = noun.last - noun.first <= 2 && dependents.last <= Math.max(last, noun.last);
  const negated = determiner === "no" || (clause !== null && clause.verb.negated && !governed);
  return {
    type: trigger.type,
    form: "noun",
    first,
    last,
    clause,
    agent: dependents.agent ?? partiesOf(analysis, clause, first),
    patient: dependents.patient ?? possessor,
    negated,
    modal: clause?.verb.modal ?? null,
    extent: { first: noun.first, last: Math.max(dependents.last, last, noun.last) },
    pointsBack:
      (bare || (governed && dependents.agent === null && dependents.patient === null && determiner === "the")) &&
      (governed ||
        determiner === "the" ||
        determiner === "these" ||
        determiner === "those" ||
        determiner === "this" ||
        determiner === "that"),
    infinitive: isPurpose(at, index),
  };
}

/** "to stop looting": what somebody means to stop or start is not said to have happened. */
function isPurpose(at: Parsed, index: number): boolean {
  const before = at.phrases[index - 1];
  return before?.type === "verb" && before.form === "infinitive";
}

function indexFrom(phrases: readonly Phrase[], token: number): number {
  const index = phrases.findIndex((phrase) => phrase.first >= token);
  return index === -1 ? phrases.length : index;
}

/** What is done "on" somebody: "the raid on the clinic". */
const AIMED: ReadonlySet<EventType> = new Set<EventType>([
  "attack",
  "storming",
  "search",
  "looting",
  "shooting",
  "use-of-force",
  "ill-treatment",
]);

interface Dependents {
  readonly agent: Nominal | null;
  readonly patient: Nominal | null;
  readonly last: number;
}

/** "… of the monument to X in Y by Z": what follows a noun of action. */
function dependentsOf(analysis: Analysis, at: Parsed, from: number, type: EventType): Dependents {
  const { phrases } = at;
  let agent: Nominal | null = null;
  let patient: Nominal | null = null;
  let last = -1;
  let i = from;
  while (i + 1 < phrases.length) {
    const link = phrases[i] as Phrase;
    const next = phrases[i + 1] as Phrase;
    if (link.type !== "mark" || link.kind !== "preposition" || next.type !== "noun") break;
    const word = tokenAt(analysis, link.first).lower;
    const nominal = nominalAt(analysis, phrases, i + 1, phrases.length);
    if (word === "between" && inTime(analysis, at, nominal.first)) {
      last = nominal.last;
      break;
    }
    if (word === "of" && inTime(analysis, at, nominal.head)) break;
    if (word === "of" && patient === null) patient = nominal;
    else if ((word === "against" || (word === "on" && AIMED.has(type))) && patient === null && !inTime(analysis, at, nominal.head))
      patient = nominal;
    else if (word === "by" || word === "between") agent ??= nominal;
    else if (!/^(?:in|on|at|near|to|during|against|from|with|over|around|across|for)$/.test(word)) break;
    last = nominal.last;
    while (i < phrases.length && (phrases[i] as Phrase).first < nominal.last) i += 1;
  }
  return { agent, patient, last };
}

function possessorOf(analysis: Analysis, noun: NounPhrase): Nominal | null {
  if (/^(?:his|her|their)$/.test(tokenAt(analysis, noun.first).lower)) return { first: noun.first, last: noun.first + 1, head: noun.first };
  for (let at = noun.first + 1; at < noun.head; at += 1) {
    if (tokenAt(analysis, at).lower === "'s") return { first: noun.first, last: at, head: at - 1 };
  }
  return null;
}

/** "were dead", "left 225 people dead", "12 people missing": a state that an adjective tells. */
function adjectiveAct(analysis: Analysis, at: Parsed, first: number, last: number, trigger: Trigger): Act | null {
  const index = at.phrases.findIndex((phrase) => phrase.first <= first && first < phrase.last);
  const phrase = at.phrases[index];
  if (phrase?.type !== "noun") return null;
  const before = at.phrases[index - 1];
  const clause = at.clauses.find((candidate) => candidate.first <= first && first < candidate.last) ?? null;
  const extent = clause === null ? { first: phrase.first, last } : { first: clause.first, last: Math.max(clause.last, last) };
  const shared = {
    type: trigger.type,
    form: "adjective" as const,
    first,
    last,
    clause,
    agent: null,
    negated: clause?.verb.negated ?? false,
    modal: clause?.verb.modal ?? null,
    extent,
    pointsBack: false,
    infinitive: false,
  };
  if (phrase.head === first && phrase.last - phrase.first === 1) {
    if (before?.type === "verb" && clause !== null) return { ...shared, patient: clause.subject };
    if (before?.type === "noun") return { ...shared, patient: { first: before.first, last: before.last, head: before.head } };
    return null;
  }
  // "left 225 people dead": the adjective after its noun.
  if (first > phrase.head) return { ...shared, patient: { first: phrase.first, last: phrase.last, head: phrase.head } };
  // "225 dead": the adjective is the head of a counted phrase. "The dead" points back.
  if (phrase.head === first && tokenAt(analysis, first).tag === "NOUN" && tokenAt(analysis, phrase.first).tag === "NUM") {
    return { ...shared, patient: { first: phrase.first, last: phrase.last, head: first }, pointsBack: true };
  }
  return null;
}

/** "Clashes broke out between miners and police": who takes part stands behind the verb. */
function partiesOf(analysis: Analysis, clause: Clause | null, first: number): Nominal | null {
  if (clause?.subject == null || first < clause.subject.first || first >= clause.subject.last) return null;
  if (!/^(?:break|erupt|continue|start|begin|take|occur|happen|flare|resume|follow)$/.test(lemmaAt(analysis, clause.verb.verb)))
    return null;
  return clause.complements.find(({ preposition }) => preposition === "between" || preposition === "by")?.noun ?? null;
}
