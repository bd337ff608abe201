/** What the files on reporting verbs share: the verb with its stance, where its content is, and the frame that both make. */
import { tokenAt } from "../../../language/token.ts";
import type { Stance } from "../../../model/words.ts";
import type { Clause } from "../clauses.ts";
import type { Nominal } from "../nominals.ts";
import type { VoiceFrame } from "../frame.ts";
import { voiceFrame } from "../frame.ts";
import { strongVerbs, weakVerbs } from "../lexicon.ts";
import type { SceneSentence, Stage } from "../stage.ts";
import type { Stretch } from "../words.ts";
import { spanOf, textOf } from "../words.ts";

/** A verb that reports. */
export interface Verb {
  readonly stance: Stance;
  readonly strong: boolean;
  /** Tokens of the cue. */
  readonly last: number;
}

/** The reporting verb of a clause, with its particle ("point out"), or null. */
export function reportingVerb(stage: Stage, clause: Clause): Verb | null {
  const lemma = tokenAt(stage.analysis, clause.verb.verb).lemma;
  const after = clause.verb.last;
  const particle = after < stage.analysis.tokens.length ? tokenAt(stage.analysis, after).lower : "";
  const phrasal = `${lemma} ${particle}`;
  const strongPhrasal = strongVerbs.get(phrasal);
  if (strongPhrasal !== undefined) return { stance: strongPhrasal, strong: true, last: after + 1 };
  const weakPhrasal = weakVerbs.get(phrasal);
  if (weakPhrasal !== undefined) return { stance: weakPhrasal, strong: false, last: after + 1 };
  const strong = strongVerbs.get(lemma);
  if (strong !== undefined) return { stance: strong, strong: true, last: clause.verb.last };
  const weak = weakVerbs.get(lemma);
  return weak === undefined ? null : { stance: weak, strong: false, last: clause.verb.last };
}

/** What is said: character offsets. */
export interface Content {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  readonly rule: string;
}

/** The frame of a clause with a verb of saying. */
export function frame(stage: Stage, at: SceneSentence, clause: Clause, source: Stretch | null, verb: Verb, content: Content): VoiceFrame {
  const cue = spanOf(stage.analysis, { first: clause.verb.first, last: verb.last });
  return voiceFrame({
    source,
    cue,
    cueText: textOf(stage.analysis, { first: clause.verb.first, last: verb.last }),
    stance: verb.stance,
    content: { start: content.start, end: content.end },
    sentence: tokenAt(stage.analysis, at.sentence.first).sentence,
    quoted: content.quoted,
    verb: clause.verb.verb,
    negated: clause.verb.negated,
    rule: content.rule,
  });
}

/** Words that stand for nobody. "It" before an active verb of saying is an organisation; "nobody said" is nobody's report. */
export function isExpletive(stage: Stage, source: Nominal, passive = false): boolean {
  const word = tokenAt(stage.analysis, source.head).lower;
  if (/^(?:no|neither)$/.test(tokenAt(stage.analysis, source.first).lower)) return true;
  return (
    (word === "it" && passive) ||
    word === "there" ||
    word === "which" ||
    word === "that" ||
    word === "this" ||
    word === "what" ||
    /^(?:nobody|none|no-one|neither)$/.test(word) ||
    (word === "one" && source.head > source.first && tokenAt(stage.analysis, source.head - 1).lower === "no")
  );
}
