/** How things stand with what is asked: "is not known", "remain unclear", "has yet to be established", "cause under investigation". */
import { tokenAt } from "../../../language/token.ts";
import words from "../../lexicons/en/questions.json" with { type: "json" };
import type { Stretch } from "../words.ts";
import { lemmaAt } from "../words.ts";
import type { WordRuns } from "../word-runs.ts";
import { runAt, wordRuns } from "../word-runs.ts";
import type { Place, Reading } from "./reading.ts";
import { askingAfter, askingBefore, isNobody, isRelative, isThingAsked, ownStart } from "./reading.ts";

/** A state that says that something is open. */
interface State {
  /** True when it says so of anything; else only of what one asks after. */
  readonly strong: boolean;
  /** True when it says that it is being looked into. */
  readonly pending: boolean;
  /** The token behind it. */
  readonly last: number;
}

const OPEN = wordRuns(words.open);
const OPEN_THINGS = wordRuns(words["open-of-things-asked"]);
const KNOWN = wordRuns(words.known);
const KNOWN_THINGS = wordRuns(words["known-of-things-asked"]);
const COPULAS: ReadonlySet<string> = new Set(["be", "remain", "stay", "become", "seem", "appear", "'s", "'re"]);
const NOT: ReadonlySet<string> = new Set(["not", "n't", "never"]);
/** Words between the verb and the state that change nothing. */
const PASSED: ReadonlySet<string> = new Set([
  "yet",
  "still",
  "so",
  "far",
  "as",
  "also",
  "currently",
  "immediately",
  "even",
  "now",
  "today",
  "at",
  "present",
  "to",
  "this",
  "day",
  "been",
  "be",
  "being",
  "is",
  "are",
  "was",
  "were",
  "quite",
  "entirely",
  "completely",
  "fully",
  "officially",
  "publicly",
  "definitively",
  "reliably",
  "exactly",
  "precisely",
  "always",
  "ever",
  "largely",
  "very",
  "all",
  "all together",
  "both",
  "up",
  "the",
  "moment",
  "first",
  "by",
  "a",
  "month",
  "later",
]);
const REACH = 9;
const AHEAD = /^(?:will|would|shall|'ll|wo)$/;
const NAMELESS: ReadonlySet<string> = new Set(words.nameless);
const PRONOUNS: ReadonlySet<string> = new Set(["he", "she", "they", "we", "i", "you", "who", "which"]);
const DEMONSTRATIVES: ReadonlySet<string> = new Set(["that", "this", "it"]);

/** A clause whose verb is a copula or a passive, with an open state. */
export function stateReading(place: Place): Reading | null {
  const { scene, at, clause } = place;
  const state = stateOf(place);
  if (state === null || isRelative(place)) return null;
  const first = ownStart(place);
  const asking = askingAfter(place, state.last);
  const { subject } = clause;
  const head = subject === null ? "" : tokenAt(scene.analysis, subject.head).lower;
  const impersonal = head === "it" || head === "there" || subject === null;
  if (asking !== null && (impersonal || state.strong))
    return { rule: "unknown", first, asks: { first: asking, last: at.sentence.last }, holder: null };
  const before = askingBefore(place);
  if (before !== null) return { rule: "whether", first: before, asks: { first: before, last: clause.verb.first }, holder: null };
  if (subject === null || subject.first >= clause.verb.first) return null;
  const asks: Stretch = { first: Math.min(first, subject.first), last: clause.verb.first };
  if (DEMONSTRATIVES.has(head))
    return closes(place, state.last) && (state.strong || state.pending) ? { rule: "predicate", first, asks, holder: null } : null;
  if (head === "there" || PRONOUNS.has(head)) return null;
  if (clause.shared && !state.strong) return null;
  const things = isThingAsked(scene, asks);
  if ((!state.strong || isBare(place)) && !things) return null;
  // "Man, name not known": so a list tells of somebody.
  if (isBare(place) && NAMELESS.has(head)) return null;
  return { rule: "predicate", first, asks, holder: null };
}

/** "Cause not known": no verb but the participle. */
function isBare({ scene, clause: { verb } }: Place): boolean {
  return NOT.has(tokenAt(scene.analysis, verb.first).lower);
}

function closes({ scene, at }: Place, last: number): boolean {
  return last >= at.sentence.last || tokenAt(scene.analysis, last).tag === "PUNCT";
}

/** "Nothing is known", "little is known": what is known is nothing. */
function isLittle({ scene, clause }: Place): boolean {
  return clause.subject !== null && /^(?:nothing|little|no)$/.test(tokenAt(scene.analysis, clause.subject.first).lower);
}

/** The state that the verb of the clause gives to its subject; null when it is none, or known. */
function stateOf(place: Place): State | null {
  const { scene, at, clause } = place;
  const { analysis } = scene;
  const { verb } = clause;
  // "will not be released before July": a plan.
  if (verb.modal !== null && AHEAD.test(verb.modal)) return null;
  if (!verb.passive && !isBare(place) && !COPULAS.has(lemmaAt(analysis, verb.verb)) && !isPredicate(analysis, place)) return null;
  let negated = isNobody(place) || yetToBe(place) || isLittle(place);
  const last = Math.min(at.sentence.last, verb.first + REACH);
  for (let token = verb.first; token < last; token += 1) {
    const open = stateAt(analysis, token, last, OPEN, OPEN_THINGS);
    if (open !== null) return negated ? null : open;
    const known = stateAt(analysis, token, last, KNOWN, KNOWN_THINGS);
    if (known !== null) return negated ? known : null;
    const { lower, tag } = tokenAt(analysis, token);
    if (NOT.has(lower)) negated = !negated || verb.negated;
    else if (token >= verb.last && !PASSED.has(lower) && tag !== "ADV") return null;
  }
  return null;
}

/** "unknown" that the tagger took for the verb of a group of its own. */
function isPredicate(analysis: Place["scene"]["analysis"], { clause: { verb } }: Place): boolean {
  return tokenAt(analysis, verb.verb).lower.startsWith("un") && verb.last - verb.first > 1;
}

function stateAt(analysis: Place["scene"]["analysis"], at: number, last: number, strong: WordRuns, weak: WordRuns): State | null {
  const always = runAt(analysis, strong, at, last);
  if (always !== null) return { strong: true, pending: false, last: always };
  const sometimes = runAt(analysis, weak, at, last);
  if (sometimes === null) return null;
  const opener = tokenAt(analysis, at).lower;
  return { strong: false, pending: opener === "being" || opener === "under", last: sometimes };
}

/** "has yet to be established", "remains to be seen": not so far. */
function yetToBe({ scene, at, clause: { verb } }: Place): boolean {
  if (verb.form !== "infinitive" || verb.first <= at.sentence.first) return false;
  return /^(?:yet|remain|still)$/.test(lemmaAt(scene.analysis, verb.first - 1));
}
