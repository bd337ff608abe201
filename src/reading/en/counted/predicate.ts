/** What is said of those who are counted: the verb whose subject or object they are, the state they are in, what they have. */
import type { Analysis } from "../../../language/token.ts";
import { tokenAt } from "../../../language/token.ts";
import type { Unit } from "../../../model/words.ts";
import type { Clause } from "../clauses.ts";
import predicates from "../../lexicons/en/predicates.json" with { type: "json" };
import type { Nominal } from "../nominals.ts";
import type { SceneSentence, Stage } from "../stage.ts";
import type { Stretch } from "../words.ts";
import { groupWords } from "../lexicon.ts";
import { lemmaAt, lookup } from "../words.ts";

type Tokens = Pick<Stage, "analysis">;

/** One entry of the lists: the words after the first, and the unit. */
interface Entry {
  readonly rest: readonly string[];
  readonly unit: Unit;
}

type Table = ReadonlyMap<string, readonly Entry[]>;

/** Entries by their first word, those of more words first. */
function tableOf(lists: Readonly<Record<string, readonly string[]>>): Table {
  const table = new Map<string, Entry[]>();
  for (const [unit, phrases] of Object.entries(lists)) {
    for (const phrase of phrases) {
      const [first = "", ...rest] = phrase.split(" ");
      table.set(first, [...(table.get(first) ?? []), { rest, unit: unit as Unit }]);
    }
  }
  for (const entries of table.values()) entries.sort((a, b) => b.rest.length - a.rest.length);
  return table;
}

const UNDERGONE = tableOf(predicates.undergone);
const DONE = tableOf(predicates.done);
const STATES = tableOf(predicates.states);
const HAD = tableOf(predicates.had);
const AGAINST = tableOf(predicates.against);
const OF = tableOf(predicates.of);

const COPULAS: ReadonlySet<string> = new Set(["be", "remain", "stay", "lie", "go", "feel", "get", "become", "end", "keep", "seem"]);
const HAVING: ReadonlySet<string> = new Set(["have", "suffer", "receive", "sustain", "get", "show", "bear", "display", "incur"]);
/** "had broken fingers" is tagged as a perfect. */
const BROKEN: ReadonlySet<string> = new Set(["break", "burn", "bruise", "fracture", "sprain"]);
const STOPS: ReadonlySet<string> = new Set([
  ";",
  ":",
  ".",
  "!",
  "?",
  "–",
  "—",
  "(",
  ")",
  "but",
  "while",
  "whereas",
  "including",
  "because",
]);
/** Words looked at after a verb: its object, the place and the manner; more would be another clause. */
const REACH = 11;

/** Where the words that can belong to a predicate end. */
function reachOf(analysis: Analysis, from: number, last: number): number {
  let at = from;
  while (at < last && at < from + REACH && !STOPS.has(tokenAt(analysis, at).lower)) at += 1;
  return at;
}

/** The longest entry at `at` whose other words follow in order before `end`, at most `gap` words apart; null when there is none. */
function matchAt(analysis: Analysis, table: Table, at: number, end: number, gap: number): Entry | null {
  const entries = table.get(lemmaAt(analysis, at)) ?? table.get(tokenAt(analysis, at).lower);
  return entries?.find(({ rest }) => follows(analysis, rest, at + 1, end, gap)) ?? null;
}

function entryAt(analysis: Analysis, table: Table, at: number, end: number, gap: number): Unit | null {
  return matchAt(analysis, table, at, end, gap)?.unit ?? null;
}

function follows(analysis: Analysis, rest: readonly string[], from: number, end: number, gap: number): boolean {
  let at = from;
  for (const word of rest) {
    const limit = Math.min(end, at + gap + 1);
    while (at < limit && lemmaAt(analysis, at) !== word && tokenAt(analysis, at).lower !== word) at += 1;
    if (at >= limit) return false;
    at += 1;
  }
  return true;
}

/** The first entry that begins anywhere between `from` and `end`. */
function entryIn(analysis: Analysis, table: Table, from: number, end: number): Unit | null {
  for (let at = from; at < end; at += 1) {
    const unit = entryAt(analysis, table, at, end, 3);
    if (unit !== null) return unit;
  }
  return null;
}

/** What is counted is the nominal itself or one of its coordinated members, not what stands in it after "of" or "by". */
function isParty(analysis: Analysis, nominal: Nominal | null, extent: Stretch): boolean {
  if (nominal === null || nominal.first >= extent.last || extent.first >= nominal.last) return false;
  if (extent.first <= nominal.first) return true;
  for (let at = extent.first - 1; at >= nominal.first; at -= 1) {
    const { lower, tag } = tokenAt(analysis, at);
    if (lower === "and" || lower === "or" || lower === ",") return true;
    if (lower === "of" || tag === "ADP") return false;
    if (tag === "NOUN" || tag === "PROPN") return false;
  }
  return true;
}

/** What a clause says of its subject. */
function ofSubject(analysis: Analysis, clause: Clause, last: number): Unit | null {
  const { verb } = clause;
  const end = reachOf(analysis, verb.verb + 1, last);
  const lemma = lemmaAt(analysis, verb.verb);
  const opener = lemmaAt(analysis, verb.first);
  if (verb.passive) return entryAt(analysis, UNDERGONE, verb.verb, end, 5) ?? entryIn(analysis, STATES, verb.verb, end);
  if (HAVING.has(lemma) || (opener === "have" && BROKEN.has(lemma))) {
    const had = entryIn(analysis, HAD, verb.first + 1, end);
    if (had !== null) return had;
  }
  const done = matchAt(analysis, DONE, verb.verb, end, 5);
  // A bare participle after its noun is what was done to it ("61 admitted to us"), unless more words say what they did ("those who sought help").
  const bare = verb.past && verb.last - verb.first === 1 && clause.object === null;
  const undergone = bare ? matchAt(analysis, UNDERGONE, verb.verb, end, 5) : null;
  const told = undergone !== null && undergone.rest.length >= (done?.rest.length ?? 0) ? undergone : done;
  return told?.unit ?? (COPULAS.has(lemma) ? entryIn(analysis, STATES, verb.verb, end) : null) ?? withInjury(analysis, verb.verb + 1, end);
}

/** "came away with broken bones". */
function withInjury(analysis: Analysis, from: number, end: number): Unit | null {
  for (let at = from; at < end; at += 1) if (tokenAt(analysis, at).lower === "with") return entryIn(analysis, HAD, at + 1, end);
  return null;
}

/** "the remains of six persons", "the whereabouts of seven people": the noun before "of" says what they are counted as. */
function ofNoun(analysis: Analysis, sentence: Stretch, extent: Stretch): Unit | null {
  const of = extent.first - 1;
  return of > sentence.first && tokenAt(analysis, of).lower === "of" ? entryAt(analysis, OF, of - 1, of, 0) : null;
}

/** What a clause says of its object, or of what its preposition governs. */
function ofObject(analysis: Analysis, clause: Clause, extent: Stretch, last: number): Unit | null {
  const { verb } = clause;
  const end = reachOf(analysis, verb.verb + 1, last);
  if (clause.subject !== null && tokenAt(analysis, clause.subject.head).lower === "there")
    return entryIn(analysis, STATES, extent.last, reachOf(analysis, extent.last, last));
  if (verb.passive) return null;
  const host = hosted(analysis, clause);
  if (host !== null || isHabit(analysis, clause)) return host;
  return entryAt(analysis, UNDERGONE, verb.verb, end, 9);
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
const HOSTING: ReadonlySet<string> = new Set([
  "hold",
  "house",
  "shelter",
  "host",
  "treat",
  "admit",
  "have",
  "accommodate",
  "take",
  "contain",
  "receive",
]);

/** "The camp holds 19,000", "the hospital is treating 30": whoever is in such a place counts as what the place makes of them. */
function hosted(analysis: Analysis, { verb, subject }: Clause): Unit | null {
  if (subject === null || !HOSTING.has(lemmaAt(analysis, verb.verb))) return null;
  return HOSTS.get(lemmaAt(analysis, subject.head)) ?? HOSTS.get(tokenAt(analysis, subject.head).lower) ?? null;
}

const PARTICLES: ReadonlySet<string> = new Set(["up", "away", "out", "off", "in", "down", "into", "for", "after", "at"]);
const FINDS: ReadonlySet<string> = new Set(["find", "record", "note", "register", "document", "see", "establish"]);

/**
 * What a clause says of those whom a preposition governs: "on 18 persons" after bruises that were found, "by 300 people" after what was done,
 * "to five men" after prison terms, "against two officers" after charges, "up 19 students" after picked.
 */
function ofComplement(analysis: Analysis, clause: Clause, preposition: string, last: number): Unit | null {
  const { verb, subject, object } = clause;
  const end = reachOf(analysis, verb.verb + 1, last);
  const given = verb.passive ? subject : object;
  if (preposition === "by") return verb.passive ? entryAt(analysis, DONE, verb.verb, end, 5) : null;
  if (preposition === "to") return given === null ? null : entryIn(analysis, HAD, given.first, given.last);
  if (preposition === "against") return given === null ? null : entryIn(analysis, AGAINST, given.first, given.last);
  if (verb.passive && given !== null && (preposition === "on" || preposition === "in"))
    return FINDS.has(lemmaAt(analysis, verb.verb)) ? entryIn(analysis, HAD, given.first, given.last) : null;
  if (verb.passive || !PARTICLES.has(preposition) || !takes(analysis, verb.verb, preposition)) return null;
  return entryAt(analysis, UNDERGONE, verb.verb, end, 9);
}

/** The list has the verb with this preposition ("look for"). */
function takes(analysis: Analysis, verb: number, preposition: string): boolean {
  return UNDERGONE.get(lemmaAt(analysis, verb))?.some(({ rest }) => rest.includes(preposition)) ?? false;
}

/** Clauses that hold the counted words; the relative ones last, since the main verb is what is told. */
function inOrderOfWeight(clauses: readonly Clause[]): readonly Clause[] {
  const relative = (clause: Clause): boolean => clause.opener === "who" || clause.opener === "which" || clause.opener === "that";
  return [...clauses.filter((clause) => !relative(clause)), ...clauses.filter(relative)];
}

/**
 * The unit that the sentence gives to those counted in `extent`, and the clause that gives it; null when nothing that the lists know is said of
 * them. `after` is the token after their noun; `none` is true for "nobody", whose clause is negated by it.
 */
export function toldOf(
  stage: Tokens,
  at: SceneSentence,
  extent: Stretch,
  after: number,
  none: boolean,
): { unit: Unit; clause: Clause | null } | null {
  const { analysis } = stage;
  const { last } = at.sentence;
  const named = ofNoun(analysis, at.sentence, extent);
  if (named !== null) return { unit: named, clause: null };
  for (const clause of inOrderOfWeight(at.clauses)) {
    if (clause.verb.negated && !none) continue;
    let unit: Unit | null = null;
    if (isParty(analysis, clause.subject, extent)) unit = ofSubject(analysis, clause, last);
    else if (isParty(analysis, clause.object, extent)) unit = ofObject(analysis, clause, extent, last);
    else {
      const complement = clause.complements.find(({ noun }) => isParty(analysis, noun, extent));
      if (complement !== undefined) unit = ofComplement(analysis, clause, complement.preposition, last);
    }
    if (unit !== null) return { unit, clause };
  }
  const near = nearby(analysis, at, extent, none);
  if (near !== null) return near;
  const beside = besideOf(analysis, at, after);
  return beside === null ? null : { unit: beside, clause: null };
}

/** Where the parse gave the number no clause: the verb right after it has it as its subject, the verb right before it as its object. */
function nearby(analysis: Analysis, at: SceneSentence, extent: Stretch, none: boolean): { unit: Unit; clause: Clause } | null {
  const index = at.phrases.findIndex((phrase) => phrase.first >= extent.last);
  const next = at.phrases[index];
  const verb = next?.type === "verb" ? next : next?.type === "mark" && next.kind === "other" ? at.phrases[index + 1] : undefined;
  const after = verb?.type === "verb" ? at.clauses.find((clause) => clause.verb.first === verb.first) : undefined;
  if (after !== undefined && (none || !after.verb.negated) && after.subject === null) {
    const unit = ofSubject(analysis, after, at.sentence.last);
    if (unit !== null) return { unit, clause: after };
  }
  const before = at.clauses.find((clause) => clause.verb.last === extent.first && clause.object === null);
  if (before === undefined || before.verb.negated) return null;
  const unit = ofObject(analysis, before, extent, at.sentence.last);
  return unit === null ? null : { unit, clause: before };
}

/** A state, an injury or a participle set right after the noun: "two of them in serious condition", "three with burns", "61 since released". */
function besideOf(analysis: Analysis, at: SceneSentence, after: number): Unit | null {
  let end = after;
  while (end < at.sentence.last && end < after + 5) {
    const { lower } = tokenAt(analysis, end);
    if (STOPS.has(lower) || lower === "," || lower === "and") break;
    end += 1;
  }
  if (end === after) return null;
  if (tokenAt(analysis, after).lower === "with") return entryIn(analysis, HAD, after + 1, end);
  return entryIn(analysis, STATES, after, Math.min(end, after + 3)) ?? participleAt(analysis, after, end);
}

/** A participle that the parse took for no verb of theirs. */
function participleAt(analysis: Analysis, first: number, end: number): Unit | null {
  for (let at = first; at < end && at <= first + 1; at += 1) {
    const { tag, lower } = tokenAt(analysis, at);
    if ((tag === "VERB" || tag === "ADJ") && !lower.endsWith("ing"))
      return entryAt(analysis, UNDERGONE, at, end, 4) ?? entryAt(analysis, DONE, at, end, 4);
  }
  return null;
}

/** The unit of a verb alone, as a word before a noun ("detained protesters", "wounded officers"). */
export function unitOfParticiple(lemma: string): Unit | null {
  return UNDERGONE.get(lemma)?.find(({ rest }) => rest.length === 0)?.unit ?? null;
}

/** The unit of the first state that stretch of text names ("still in custody"); null when it names none. */
export function stateIn(analysis: Analysis, first: number, last: number): Unit | null {
  return entryIn(analysis, STATES, first, last);
}
