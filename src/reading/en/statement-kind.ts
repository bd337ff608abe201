/** The best kind for a clause of what somebody says, when no finder of one kind took it. */
import { tokenAt } from "../../language/token.ts";
import type { EventType, Kind } from "../../model/words.ts";
import verdicts from "../lexicons/en/assessments.json" with { type: "json" };
import words from "../lexicons/en/statements.json" with { type: "json" };
import type { Clause } from "./clauses.ts";
import type { VoiceFrame } from "./frame.ts";
import { triggers } from "./lexicon.ts";
import type { Scene } from "./scene.ts";
import type { Utterance } from "./utterances.ts";
import { lemmaAt } from "./words.ts";

export interface StatementKind {
  readonly kind: Kind;
  readonly event: EventType | null;
}

export const DEMANDS: ReadonlySet<string> = new Set(words.demands);
const ASKING: ReadonlySet<string> = new Set(words.asking);
const QUALITIES: ReadonlySet<string> = new Set(verdicts.qualities);
const JUDGEMENTS: ReadonlySet<string> = new Set(verdicts.judgements);
const VERBS: ReadonlySet<string> = new Set(verdicts.verbs);
const REACH = 7;
const JUDGING: ReadonlySet<string> = new Set(words.judging);
const STATES: ReadonlySet<string> = new Set(words.states);
const STATE_PHRASES: readonly (readonly string[])[] = words["state-phrases"].map((phrase) => phrase.split(" "));
const LASTING: ReadonlySet<string> = new Set(words.lasting);
const AHEAD: ReadonlySet<string> = new Set(words.ahead);
const OPEN: ReadonlySet<string> = new Set(words["open-modals"]);

/** A demand only where somebody is asked to do something: "asked that", "called on X to". */
export function demands(scene: Scene, frame: VoiceFrame): boolean {
  if (frame.verb === null || !DEMANDS.has(lemmaAt(scene.analysis, frame.verb))) return false;
  return frame.rule === "en.voice.demand" || (ASKING.has(lemmaAt(scene.analysis, frame.verb)) && frame.rule !== "en.voice.judged");
}

/** A verb that tells what something is or is like, not what happened. */
export function isJudging(lemma: string): boolean {
  return JUDGING.has(lemma);
}

/** The kind of one clause of what a report says. */
export function kindOfUtterance(scene: Scene, { frame, clause, link }: Utterance): StatementKind {
  const whole = link === "main";
  if (whole && frame.stance === "predicts") return { kind: "prediction", event: null };
  if (whole && frame.negated && frame.verb !== null && lemmaAt(scene.analysis, frame.verb) === "rule")
    return { kind: "prediction", event: null };
  if (whole && demands(scene, frame)) return { kind: "demand", event: null };
  if (whole && frame.rule === "en.voice.blame") return { kind: "explanation", event: null };
  if (clause.opener === "because" && link === "subordinate") return { kind: "explanation", event: null };
  if (whole && frame.stance === "promises" && !frame.negated) return { kind: "pledge", event: null };
  return kindOfClause(scene, clause);
}

function kindOfClause(scene: Scene, clause: Clause): StatementKind {
  const { analysis } = scene;
  const { verb } = clause;
  const lemma = lemmaAt(analysis, verb.verb);
  const acts = triggers.get(lemma)?.find((trigger) => trigger.frame !== "noun" && trigger.words.length === 1)?.type ?? "other";
  const event: StatementKind = { kind: "event", event: acts };
  if (verb.modal !== null && OPEN.has(verb.modal)) return ofOpenModal(scene, clause, event);
  if (clause.subject !== null && tokenAt(analysis, clause.subject.head).lower === "there" && lemma === "be")
    return isJudgement(scene, clause) && !verb.past
      ? assessment
      : verb.past || verb.negated
        ? { kind: "event", event: "other" }
        : condition;
  if (verb.passive) return event;
  if (verb.modal !== null && AHEAD.has(verb.modal)) return lemma === "be" ? prediction : LASTING.has(lemma) ? condition : event;
  if (lemma === "be" && nextIsGerund(scene, clause)) return event;
  if (lemma === "be" && isState(scene, clause) && !judges(scene, clause)) return condition;
  if (LASTING.has(lemma) && !verb.past) return condition;
  if (lemma === "have") return clause.object === null ? event : condition;
  if (lemma === "be") return judges(scene, clause) || isOfQuality(scene, clause) ? assessment : verb.past ? event : condition;
  return VERBS.has(lemma) ? assessment : event;
}

/** "may have been hit", "can be seen": what may be; with a word that judges, a judgement. */
function ofOpenModal(scene: Scene, clause: Clause, event: StatementKind): StatementKind {
  const { verb } = clause;
  const lemma = lemmaAt(scene.analysis, verb.verb);
  if (lemma === "be" || VERBS.has(lemma) || judges(scene, clause)) return assessment;
  return verb.modal === "should" || verb.modal === "must" ? assessment : event;
}

/** "there is no doubt", "there is a risk". */
function isJudgement({ analysis }: Scene, { object }: Clause): boolean {
  return object !== null && JUDGEMENTS.has(lemmaAt(analysis, object.head));
}

/** "was old", "is very tired": an adjective right behind the verb. */
function isOfQuality({ analysis }: Scene, { verb }: Clause): boolean {
  for (let at = verb.last; at < analysis.tokens.length && at < verb.last + 4; at += 1) {
    const { tag } = tokenAt(analysis, at);
    if (tag === "ADJ") return (analysis.tokens[at + 1]?.tag ?? "PUNCT") !== "NOUN";
    if (tag !== "ADV" && tag !== "PART") return false;
  }
  return false;
}

/** A word that says what something is worth, right or wrong, safe or dangerous, in the predicate or, of a court's or doctor's, behind it. */
function judges({ analysis }: Scene, { verb, last }: Clause): boolean {
  const end = Math.min(Math.max(last, verb.last + 1), verb.last + REACH, analysis.tokens.length);
  for (let at = verb.last; at < end; at += 1) {
    const { lower, lemma } = tokenAt(analysis, at);
    if (QUALITIES.has(lower) || JUDGEMENTS.has(lemma) || JUDGEMENTS.has(lower)) return true;
  }
  return false;
}

const assessment: StatementKind = { kind: "assessment", event: null };
const condition: StatementKind = { kind: "condition", event: "other" };
const prediction: StatementKind = { kind: "prediction", event: null };

/** "is closed", "were in force": the words right after the verb say how things stand. */
function isState(scene: Scene, { verb }: Clause): boolean {
  const { analysis } = scene;
  const sentence = analysis.sentences[tokenAt(analysis, verb.verb).sentence];
  const last = Math.min(sentence?.last ?? 0, verb.last + 5);
  for (let at = verb.last; at < last; at += 1) {
    const token = tokenAt(analysis, at);
    if (STATE_PHRASES.some((phrase) => phrase.every((word, offset) => at + offset < last && tokenAt(analysis, at + offset).lower === word)))
      return true;
    if (STATES.has(token.lower)) return at === verb.last || tokenAt(analysis, at - 1).tag === "ADV" || at + 1 >= last;
    if (token.tag !== "ADV" && token.tag !== "DET" && token.tag !== "ADP") return false;
  }
  return false;
}

function nextIsGerund(scene: Scene, { verb }: Clause): boolean {
  return tokenAt(scene.analysis, verb.verb).lower.endsWith("ing");
}
