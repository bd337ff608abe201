/** Words that bind: "has committed to paying", "gave his word that", "is ready to", "plans to rebuild", "offered the widows a lump sum". */
import { tokenAt } from "../../../language/token.ts";
import words from "../../lexicons/en/pledges.json" with { type: "json" };
import type { Clause } from "../clauses.ts";
import { contentEnd } from "../frames/content.ts";
import type { VerbGroup } from "../phrase.ts";
import type { Scene } from "../scene.ts";
import type { SceneSentence } from "../stage.ts";
import { lemmaAt } from "../words.ts";
import { canBeHeld, isDeed } from "./deeds.ts";

/** What is promised: from which token to which character. */
export interface Commitment {
  readonly first: number;
  readonly end: number;
}

const COMMIT: ReadonlySet<string> = new Set(words.commit);
const TO_DEEDS: ReadonlySet<string> = new Set(words["commit-to-deeds"]);
const WILLING: ReadonlySet<string> = new Set(words.will);
const WORDS: ReadonlySet<string> = new Set(words.words);
const AID: ReadonlySet<string> = new Set(words.aid);
const GIVING: ReadonlySet<string> = new Set(["give", "make", "take", "offer", "issue", "provide", "receive", "have", "get"]);
const SPEAKERS: ReadonlySet<string> = new Set(["i", "we"]);
const REACH = 5;

/** What a clause commits its subject to; null when it commits to nothing. */
export function commitmentIn(scene: Scene, at: SceneSentence, clause: Clause): Commitment | null {
  const { analysis } = scene;
  const { verb, subject } = clause;
  if (subject === null || verb.negated || (verb.form !== "finite" && !clause.shared)) return null;
  if (clause.opener !== null && clause.opener !== "that") return null;
  const lemma = lemmaAt(analysis, verb.verb);
  const holds = canBeHeld(scene, subject) || SPEAKERS.has(tokenAt(analysis, subject.head).lower);
  const given = GIVING.has(lemma) ? wordGiven(scene, at, clause) : null;
  if (given !== null) return given;
  if (lemma === "commit" && verb.passive) return targetOf(scene, at, verb.last, true);
  if (verb.passive) return null;
  if (lemma === "be" || lemma === "declare" || lemma === "remain") {
    const next = Math.min(at.sentence.last - 1, verb.last);
    const willing = WILLING.has(tokenAt(analysis, next).lower)
      ? next
      : WILLING.has(tokenAt(analysis, Math.min(next + 1, at.sentence.last - 1)).lower)
        ? next + 1
        : null;
    return willing === null ? null : targetOf(scene, at, willing + 1, false);
  }
  if (!COMMIT.has(lemma)) return null;
  if (lemma === "offer" && clause.object !== null && holds && offersAid(scene, at, clause)) {
    const first = clause.object.first;
    return { first, end: contentEnd(scene, at, first) };
  }
  const target = targetOf(scene, at, verb.last, lemma === "commit");
  if (target === null) return null;
  if (!TO_DEEDS.has(lemma)) return lemma === "commit" || lemma === "engage" || lemma === "bind" ? target : null;
  const group = at.phrases.find((phrase): phrase is VerbGroup => phrase.type === "verb" && phrase.first >= target.first);
  if (group === undefined || !isDeed(lemmaAt(analysis, group.verb), group.negated)) return null;
  return holds ? target : null;
}

/** The infinitive, or after "committed to" the gerund or noun, right behind. "Itself" may stand between. */
function targetOf(scene: Scene, at: SceneSentence, from: number, nouns: boolean): Commitment | null {
  const { analysis } = scene;
  for (const phrase of at.phrases) {
    if (phrase.first < from) continue;
    if (phrase.first > from + REACH) return null;
    if (phrase.type === "verb" && phrase.form === "infinitive") return { first: phrase.first, end: contentEnd(scene, at, phrase.first) };
    const { lower } = tokenAt(analysis, phrase.first);
    if (nouns && lower === "to" && phrase.last < at.sentence.last) return { first: phrase.first, end: contentEnd(scene, at, phrase.first) };
    if (phrase.type === "noun" && /^(?:itself|himself|herself|themselves|ourselves|myself)$/.test(tokenAt(analysis, phrase.head).lower))
      continue;
    if (phrase.type === "mark" && (phrase.kind === "preposition" || phrase.kind === "other")) continue;
    return null;
  }
  return null;
}

/** "gave his word that nobody …", "has given assurances to the families that …". */
function wordGiven(scene: Scene, at: SceneSentence, { verb, object }: Clause): Commitment | null {
  const { analysis } = scene;
  if (object === null || verb.passive || !WORDS.has(tokenAt(analysis, object.head).lower)) return null;
  for (let token = object.head + 1; token < at.sentence.last && token <= object.head + 8; token += 1) {
    const { lower } = tokenAt(analysis, token);
    if (lower === "that" && token + 1 < at.sentence.last) return { first: token + 1, end: contentEnd(scene, at, token + 1) };
    if (lower === "to" && tokenAt(analysis, token).tag === "PART") return { first: token, end: contentEnd(scene, at, token) };
    if (lower === "," || lower === ";") return null;
  }
  return null;
}

/** "offered the widows a lump sum": money, a roof, a doctor. */
function offersAid({ analysis }: Scene, at: SceneSentence, { verb }: Clause): boolean {
  for (let token = verb.last; token < at.sentence.last && token <= verb.last + 10; token += 1) {
    if (AID.has(lemmaAt(analysis, token))) return true;
    if (tokenAt(analysis, token).text === ",") return false;
  }
  return false;
}
