/** "The ministry: “…”" and an interview's "Name: …": a name, a colon, what is said. */
import { tokenAt } from "../../../language/token.ts";
import type { SceneSentence } from "../stage.ts";
import type { VoiceFrame } from "../frame.ts";
import type { Stage } from "../stage.ts";
import { spanOf } from "../words.ts";
import { closingQuote, contentEnd, isOpeningQuote, trimmedEnd } from "./content.ts";

export function colonFrames(stage: Stage): readonly VoiceFrame[] {
  return stage.sentences.flatMap((at) => frameOf(stage, at) ?? []);
}

function frameOf(stage: Stage, at: SceneSentence): VoiceFrame | null {
  const { analysis } = stage;
  const noun = at.phrases[0];
  const colon = at.phrases[1];
  if (noun?.type !== "noun" || colon?.type !== "mark" || tokenAt(analysis, colon.first).text !== ":") return null;
  const name = stage.names.at(noun.head);
  const first = colon.last;
  if (first >= at.sentence.last) return null;
  const quoted = isOpeningQuote(analysis, first);
  if (!quoted && name?.kind !== "person") return null;
  const close = quoted ? closingQuote(analysis, first, at.sentence.last) : null;
  const from = quoted ? first + 1 : first;
  if (from >= at.sentence.last) return null;
  const end = quoted ? trimmedEnd(analysis, from, close ?? at.sentence.last) : contentEnd(stage, at, from);
  return {
    source: { first: noun.first, last: noun.last },
    cue: spanOf(analysis, { first: colon.first, last: colon.last }),
    cueText: ":",
    stance: "says",
    content: { start: tokenAt(analysis, from).start, end },
    sentence: tokenAt(analysis, at.sentence.first).sentence,
    quoted,
    verb: null,
    negated: false,
    accused: null,
    rule: "en.voice.colon",
  };
}
