/** "It was reported that …", "X is said to …", "reportedly": somebody says it, and the text does not tell who. */
import { tokenAt } from "../../../language/token.ts";
import type { Clause } from "../clauses.ts";
import type { Nominal } from "../nominals.ts";
import { strongVerbs, weakVerbs } from "../lexicon.ts";
import type { Phrase } from "../phrase.ts";
import type { SceneSentence } from "../stage.ts";
import type { VoiceFrame } from "../frame.ts";
import { voiceFrame } from "../frame.ts";
import type { Stage } from "../stage.ts";
import { spanOf, textOf } from "../words.ts";
import { contentEnd } from "./content.ts";

export function impersonalFrames(stage: Stage): readonly VoiceFrame[] {
  return stage.sentences.flatMap((at) => at.clauses.flatMap((clause) => frameOf(stage, at, clause) ?? []));
}

/** Verbs that carry a report in "X is … to have fled". */
const SAID_TO =
  /^(?:say|report|believe|think|know|allege|understand|estimate|suppose|rumou?r|consider|presume|assume|claim|fear|suspect|predict)$/;

/** "were told to pay": the subject of these is spoken to. */
const ADDRESSING = /^(?:tell|inform|ask|urge|advise|assure|warn|demand|call|offer|promise)$/;

function frameOf(stage: Stage, at: SceneSentence, clause: Clause): VoiceFrame | null {
  const { analysis } = stage;
  if (!clause.verb.passive || clause.subject === null) return null;
  const lemma = tokenAt(analysis, clause.verb.verb).lemma;
  const expletive = tokenAt(analysis, clause.subject.head).lower === "it";
  const known = strongVerbs.get(lemma) ?? weakVerbs.get(lemma);
  const stance = expletive && lemma === "fear" ? "predicts" : known;
  if (stance === undefined || stance === "promises" || stance === "accuses" || stance === "suspects") return null;
  const by = clause.complements.find((complement) => complement.preposition === "by")?.noun ?? null;
  if (ADDRESSING.test(lemma)) return expletive || clause.verb.negated ? null : told(stage, at, clause, by);
  if (!expletive && !SAID_TO.test(lemma)) return null;
  const first = expletive ? afterThat(stage, at, clause) : infinitiveAfter(stage, at, clause);
  if (first === null) return null;
  // "The owner, who was stopped at the airport, is supposed to have paid": what stands between is not what is said of him.
  const apart = at.phrases
    .slice(0, clause.index)
    .some((phrase) => phrase.type === "verb" && clause.subject !== null && phrase.first >= clause.subject.last);
  const start = tokenAt(analysis, expletive ? first : apart ? clause.verb.first : clause.subject.first).start;
  // "It is not known who" says that nobody knows: that is a question, not a report.
  if (clause.verb.negated && lemma === "know") return null;
  const stretch = { first: clause.verb.first, last: clause.verb.last };
  return voiceFrame({
    source: by,
    cue: spanOf(analysis, stretch),
    cueText: textOf(analysis, expletive ? { first: clause.subject.first, last: clause.verb.last } : stretch),
    stance: stance === "predicts" && lemma === "expect" ? "predicts" : stance,
    content: { start, end: contentEnd(stage, at, first) },
    sentence: tokenAt(analysis, at.sentence.first).sentence,
    verb: clause.verb.verb,
    negated: clause.verb.negated,
    rule: expletive ? "en.voice.it-was" : "en.voice.is-said-to",
  });
}

/** "She was told by a driver that …", "We were told it would take a week": the one who tells, or nobody. */
function told(stage: Stage, at: SceneSentence, clause: Clause, by: Nominal | null): VoiceFrame | null {
  const { analysis } = stage;
  if (!/^(?:tell|inform|assure|warn|notify|advise)$/.test(tokenAt(analysis, clause.verb.verb).lemma)) return null;
  const first = afterThat(stage, at, clause) ?? bareClause(at, clause);
  if (first === null) return null;
  const stretch = { first: clause.verb.first, last: clause.verb.last };
  return voiceFrame({
    source: by,
    cue: spanOf(analysis, stretch),
    cueText: textOf(analysis, stretch),
    content: { start: tokenAt(analysis, first).start, end: contentEnd(stage, at, first) },
    sentence: tokenAt(analysis, at.sentence.first).sentence,
    verb: clause.verb.verb,
    rule: "en.voice.told",
  });
}

/** "was told he would stay": a noun and its verb right after. */
function bareClause(at: SceneSentence, clause: Clause): number | null {
  const [noun, verb] = [at.phrases[clause.index + 1], at.phrases[clause.index + 2]];
  return noun?.type === "noun" && verb?.type === "verb" && verb.form === "finite" ? noun.first : null;
}

function afterThat(stage: Stage, at: SceneSentence, clause: Clause): number | null {
  for (let i = clause.index + 1; i < at.phrases.length && i <= clause.index + 6; i += 1) {
    const phrase = at.phrases[i] as Phrase;
    if (phrase.type === "mark" && phrase.kind === "subordinator" && tokenAt(stage.analysis, phrase.first).lower === "that")
      return phrase.last < at.sentence.last ? phrase.last : null;
    if (phrase.type === "verb") return null;
  }
  return null;
}

/** "is reported to have fled": the infinitive right after. */
function infinitiveAfter(stage: Stage, at: SceneSentence, clause: Clause): number | null {
  const next = at.phrases[clause.index + 1];
  return next?.type === "verb" && next.form === "infinitive" ? next.first : null;
}
