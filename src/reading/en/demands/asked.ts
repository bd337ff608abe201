/** What is asked of somebody by a verb of asking: "demanded the resignation of", "calls for an inquiry", "insist that he step down", "asked the guards to give". */
import { tokenAt } from "../../../language/token.ts";
import words from "../../lexicons/en/demands.json" with { type: "json" };
import questions from "../../lexicons/en/questions.json" with { type: "json" };
import type { Clause } from "../clauses.ts";
import { contentEnd } from "../frames/content.ts";
import type { VerbGroup } from "../phrase.ts";
import type { Scene } from "../scene.ts";
import type { SceneSentence } from "../stage.ts";
import type { Stretch } from "../words.ts";
import { lemmaAt } from "../words.ts";

/** What is demanded: from which token to which character. */
export interface Demand {
  readonly first: number;
  readonly end: number;
  readonly negated: boolean;
}

const OF_SOMEBODY: ReadonlySet<string> = new Set(words["of-somebody"]);
const THAT: ReadonlySet<string> = new Set(words.that);
const OF_SOMETHING: ReadonlySet<string> = new Set(words["of-something"]);
const FOR: ReadonlySet<string> = new Set(words.for);
const THINGS: ReadonlySet<string> = new Set(words.things);
const TO_SOMEBODY: ReadonlySet<string> = new Set(["on", "to", "upon"]);
const AGAINST: ReadonlySet<string> = new Set(words.against);
const ASKING: ReadonlySet<string> = new Set(questions.asking);
const REACH = 14;

export function askedIn(scene: Scene, at: SceneSentence, clause: Clause): readonly Demand[] {
  const { verb, subject } = clause;
  if (subject === null || verb.passive || verb.negated || verb.form === "infinitive" || subject.first >= verb.first) return [];
  if (clause.opener === "if" || clause.opener === "who" || clause.opener === "unless") return [];
  const lemma = lemmaAt(scene.analysis, verb.verb);
  const whole = ofSomebody(scene, at, clause, lemma) ?? thatSo(scene, at, clause, lemma) ?? ofSomething(scene, at, clause, lemma);
  return whole === null ? [] : parted(scene, at, whole);
}

/** "… to pull back and restore the line, and that the names be told": each thing demanded is one. */
function parted(scene: Scene, at: SceneSentence, whole: Demand): readonly Demand[] {
  const { analysis } = scene;
  const parts: Demand[] = [];
  let { first, negated } = whole;
  const close = (last: number): void => {
    while (last > first + 1 && /^(?:,|and|or|;)$/.test(tokenAt(analysis, last - 1).lower)) last -= 1;
    parts.push({ first, end: Math.min(whole.end, tokenAt(analysis, last - 1).end), negated });
  };
  for (const phrase of at.phrases) {
    if (phrase.first <= first + 1) continue;
    if (tokenAt(analysis, phrase.first).start >= whole.end) break;
    const before = tokenAt(analysis, phrase.first - 1).lower;
    if (phrase.type === "mark" && phrase.kind === "relative" && before === ",") {
      close(phrase.first);
      return parts;
    }
    const joined = before === "and" || before === ",";
    const that = phrase.type === "mark" && tokenAt(analysis, phrase.first).lower === "that" && joined && phrase.last < at.sentence.last;
    const base = phrase.type === "verb" && joined && phrase.modal === null && isBaseForm(scene, phrase);
    if (!that && !base) continue;
    close(phrase.first);
    first = that ? phrase.last : phrase.first;
    negated = at.clauses.find(({ verb }) => verb.verb >= first)?.verb.negated ?? false;
  }
  return [...parts, { first, end: whole.end, negated }];
}

function isBaseForm({ analysis }: Scene, { form, passive, first, verb, last }: VerbGroup): boolean {
  if (passive) return false;
  return form === "infinitive" || (last - first === 1 && tokenAt(analysis, verb).lower === tokenAt(analysis, verb).lemma);
}

/** "the guards to give her son his insulin", "anyone with information to ring", "its citizens against travelling". */
function ofSomebody(scene: Scene, at: SceneSentence, clause: Clause, lemma: string): Demand | null {
  if (!OF_SOMEBODY.has(lemma) && !AGAINST.has(lemma)) return wantsToKnow(scene, at, clause, lemma);
  const { analysis } = scene;
  const on = clause.complements.find(({ preposition }) => TO_SOMEBODY.has(preposition))?.noun ?? null;
  const addressed: Stretch | null = clause.object ?? on;
  if (addressed === null || addressed.first < clause.verb.last) return null;
  const index = at.phrases.findIndex((phrase) => phrase.first >= addressed.last);
  for (let i = index; i >= 0 && i < at.phrases.length; i += 1) {
    const phrase = at.phrases[i];
    if (phrase === undefined || phrase.first > clause.verb.last + REACH) return null;
    const { lower } = tokenAt(analysis, phrase.first);
    if (phrase.type === "verb" && phrase.form === "infinitive" && OF_SOMEBODY.has(lemma))
      return { first: addressed.first, end: contentEnd(scene, at, addressed.first), negated: phrase.negated || isNot(scene, phrase) };
    if (lower === "against" && phrase.last < at.sentence.last && AGAINST.has(lemma))
      return tokenAt(analysis, phrase.last).lower.endsWith("ing")
        ? { first: addressed.first, end: contentEnd(scene, at, addressed.first), negated: true }
        : null;
    if (phrase.type === "verb") return null;
    if (phrase.type === "mark" && phrase.kind !== "preposition" && lower !== "not") return null;
  }
  return null;
}

function isNot({ analysis }: Scene, { first }: VerbGroup): boolean {
  return first > 0 && /^(?:not|never)$/.test(tokenAt(analysis, first - 1).lower);
}

/** "want to know who signed". */
function wantsToKnow(scene: Scene, at: SceneSentence, clause: Clause, lemma: string): Demand | null {
  if (lemma !== "want" && lemma !== "demand") return null;
  const next = at.phrases[clause.index + 1];
  if (next?.type !== "verb" || next.form !== "infinitive" || lemmaAt(scene.analysis, next.verb) !== "know") return null;
  if (next.last >= at.sentence.last || !ASKING.has(tokenAt(scene.analysis, next.last).lower)) return null;
  return { first: next.first, end: contentEnd(scene, at, next.first), negated: false };
}

/** "insist that the minister step down", "recommends that the use be suspended": a base form, "should" or "must". */
function thatSo(scene: Scene, at: SceneSentence, clause: Clause, lemma: string): Demand | null {
  if (!THAT.has(lemma)) return null;
  const { analysis } = scene;
  const that = clause.verb.last;
  if (that >= at.sentence.last || tokenAt(analysis, that).lower !== "that") return null;
  const inner = at.clauses.find(({ verb }) => verb.first > that);
  if (inner === undefined || inner.subject === null) return null;
  const group = inner.verb;
  const { lower, lemma: base } = tokenAt(analysis, group.first);
  const isBase =
    lower === "be" ||
    (group.first === group.verb && lower === base && isSingular(scene, inner.subject)) ||
    group.modal === "should" ||
    group.modal === "must";
  const bareNot = tokenAt(analysis, group.first).lower === "not";
  return isBase || bareNot ? { first: that + 1, end: contentEnd(scene, at, that + 1), negated: group.negated } : null;
}

function isSingular({ analysis }: Scene, { head }: { readonly head: number }): boolean {
  const token = tokenAt(analysis, head);
  return token.lower === token.lemma && !/^(?:they|we|i|you|people|police)$/.test(token.lower);
}

/** "demanded the resignation of", "pressed for the removal of". */
function ofSomething(scene: Scene, at: SceneSentence, clause: Clause, lemma: string): Demand | null {
  const { analysis } = scene;
  const named = OF_SOMETHING.has(lemma)
    ? clause.object
    : FOR.has(lemma)
      ? (clause.complements.find(({ preposition }) => preposition === "for")?.noun ?? null)
      : null;
  if (named === null || named.first < clause.verb.last) return null;
  for (let token = named.first; token < named.last; token += 1)
    if (THINGS.has(lemmaAt(analysis, token))) return { first: named.first, end: contentEnd(scene, at, named.first), negated: false };
  return null;
}
