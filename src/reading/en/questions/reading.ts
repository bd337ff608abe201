/** What the files on questions share: the clause that is read, what a reading says of it, and where what is asked stands. */
import { tokenAt } from "../../../language/token.ts";
import words from "../../lexicons/en/questions.json" with { type: "json" };
import type { Clause } from "../clauses.ts";
import type { Scene } from "../scene.ts";
import type { SceneSentence } from "../stage.ts";
import type { Stretch } from "../words.ts";
import { lemmaAt } from "../words.ts";

/** One clause of a document. */
export interface Place {
  readonly scene: Scene;
  readonly at: SceneSentence;
  readonly index: number;
  readonly clause: Clause;
}

/** A clause that says that something is not known. Token positions, `last` exclusive. */
export interface Reading {
  readonly rule: "unknown" | "whether" | "predicate" | "silence" | "gap" | "unclaimed" | "sought";
  /** Where the words that make it a question begin. */
  readonly first: number;
  /** What is asked. */
  readonly asks: Stretch;
  /** Where it ends when not with what is said. */
  readonly last?: number;
  /** Who keeps silent or does not know, else null. */
  readonly holder: Stretch | null;
}

export const ASKING: ReadonlySet<string> = new Set(words.asking);
const THINGS: ReadonlySet<string> = new Set(words["things-asked"]);

/** Words after which "what happened" is told rather than asked, when a comma parts them from what follows. */
const TEMPORAL: ReadonlySet<string> = new Set(["when", "where", "how", "whatever", "whichever"]);
const REACH = 9;

/** True for "what to cook", "whether to go": somebody makes up his mind, nothing is asked of the event. */
function isPlan({ scene, at }: Place, asking: number): boolean {
  for (let token = asking + 1; token < at.sentence.last && token <= asking + 2; token += 1) {
    const { lower } = tokenAt(scene.analysis, token);
    if (lower === "to") return true;
    if (lower !== "or" && lower !== "much" && lower !== "many" && lower !== "not") return false;
  }
  return false;
}

/** The token at which the question itself begins behind `from`; null when nothing is asked. */
export function askingAfter(place: Place, from: number): number | null {
  const { scene, at } = place;
  for (let token = from; token < at.sentence.last && token <= from + REACH; token += 1) {
    const each = tokenAt(scene.analysis, token);
    if (ASKING.has(each.lower)) return isPlan(place, token) ? null : token;
    if (each.text === "," || each.text === ";" || each.text === "(" || each.lower === "that" || each.lower === "because") return null;
  }
  return null;
}

/** Where the words of a clause begin that may be fronted: behind a report, a bracket or the start of the sentence. */
function beginning({ scene, at, index, clause }: Place): number {
  const { analysis } = scene;
  let begin = at.sentence.first;
  for (let token = clause.verb.first - 1; token > at.sentence.first; token -= 1) {
    const { text } = tokenAt(analysis, token - 1);
    if (text === ":" || text === ";") {
      begin = token;
      break;
    }
  }
  for (const { content } of scene.voicesIn(index))
    while (
      begin < clause.verb.first - 1 &&
      content.start > tokenAt(analysis, begin).start &&
      content.start <= tokenAt(analysis, clause.verb.first).start &&
      content.end >= tokenAt(analysis, clause.verb.verb).end
    )
      begin += 1;
  while (begin < clause.verb.first - 1 && LEADS.has(tokenAt(analysis, begin).lower)) begin += 1;
  return begin;
}

const LEADS: ReadonlySet<string> = new Set([
  "but",
  "and",
  "yet",
  "also",
  "still",
  "that",
  "just",
  "exactly",
  "so",
  "-",
  "–",
  "•",
  "“",
  '"',
  "precisely",
  "however",
  ",",
]);

/** "Who fired first is not known": where what is asked begins when it stands before its verb, with a verb of its own; else null. With `parted` a comma may part the two ("Where he is, they would not say"). */
export function askingBefore(place: Place, parted = false): number | null {
  const { scene, at, clause } = place;
  const { analysis } = scene;
  let begin = beginning(place);
  if (tokenAt(analysis, begin).tag === "ADP" && begin + 1 < clause.verb.first) begin += 1;
  const { lower } = tokenAt(analysis, begin);
  if (!ASKING.has(lower) || lower === "if" || isPlan(place, begin)) return null;
  if (!at.clauses.some(({ verb }) => verb !== clause.verb && verb.first > begin && verb.last <= clause.verb.first)) return null;
  // "When the police came, the cause was unclear": a time, and a clause after it.
  if (TEMPORAL.has(lower) && !parted)
    for (let token = begin; token < clause.verb.first; token += 1) if (tokenAt(analysis, token).text === ",") return null;
  return begin > at.sentence.first && tokenAt(analysis, begin - 1).tag === "ADP" ? begin - 1 : begin;
}

/** A stretch that names a thing one asks after: whereabouts, the cause, the number of dead. */
export function isThingAsked(scene: Scene, { first, last }: Stretch): boolean {
  for (let token = first; token < last; token += 1)
    if (THINGS.has(lemmaAt(scene.analysis, token)) || THINGS.has(tokenAt(scene.analysis, token).lower)) return true;
  return false;
}

const NOBODY: ReadonlySet<string> = new Set(["nobody", "none", "no-one", "neither", "nothing"]);

/** "Nobody", "no one", "none of the officers" as the subject. */
export function isNobody({ scene, clause }: Place): boolean {
  if (clause.subject === null) return false;
  const { lower } = tokenAt(scene.analysis, clause.subject.first);
  return NOBODY.has(lower) || lower === "no";
}

/** The subject, when it is more than "it" or "there"; else null. */
export function namedSubject({ scene, clause }: Place): Stretch | null {
  if (clause.subject === null) return null;
  const { lower } = tokenAt(scene.analysis, clause.subject.head);
  return lower === "it" || lower === "there" ? null : clause.subject;
}

/** Where the clause's own words begin: its subject with what stands before it ("information about the wounded"), or its verb when the subject belongs to an earlier one. */
export function ownStart({ at, clause }: Place): number {
  if (clause.shared || clause.subject === null || clause.subject.first >= clause.verb.first) return clause.verb.first;
  let start = clause.subject.first;
  for (let index = clause.index - 1; index >= 0; index -= 1) {
    const phrase = at.phrases[index];
    if (phrase === undefined || phrase.type === "verb" || phrase.first < clause.first) break;
    if (phrase.type === "mark" && phrase.kind !== "preposition" && phrase.first < clause.subject.first) break;
    if (phrase.type === "noun") start = Math.min(start, phrase.first);
  }
  return start;
}

/** "causes that were never established": what is said of a noun in passing. */
export function isRelative({ scene, clause }: Place): boolean {
  if (clause.opener === null || !RELATIVES.has(clause.opener) || clause.subject === null) return false;
  for (let token = clause.subject.last; token < clause.verb.first; token += 1)
    if (tokenAt(scene.analysis, token).lower === clause.opener) return true;
  return false;
}

const RELATIVES: ReadonlySet<string> = new Set(["who", "which", "whom", "whose", "that"]);
