/** "The ministry: “…”" and an interview's "Name: …": a name, a colon, what is said. */
import { tokenAt } from "../../../language/token.ts";
import { reportNouns } from "../lexicon.ts";
import type { Phrase } from "../phrase.ts";
import type { SceneSentence } from "../stage.ts";
import type { Stretch } from "../words.ts";
import type { VoiceFrame } from "../frame.ts";
import { voiceFrame } from "../frame.ts";
import type { Stage } from "../stage.ts";
import { lemmaAt, spanOf } from "../words.ts";
import { isSource } from "./noted.ts";
import { closingQuote, contentEnd, isOpeningQuote, trimmedEnd } from "./content.ts";

export function colonFrames(stage: Stage): readonly VoiceFrame[] {
  const groups = labelsGroups(stage);
  return stage.sentences.flatMap((at) =>
    at.phrases.flatMap((phrase, index) =>
      phrase.type === "mark" && phrase.kind === "colon" && tokenAt(stage.analysis, phrase.first).text === ":"
        ? (frameOf(stage, at, index, groups) ?? [])
        : [],
    ),
  );
}

/** "Civilians: 12", "Police: 3": where lines are labelled by whom they count, no label speaks. */
function labelsGroups({ analysis, sentences }: Stage): boolean {
  return sentences.some(({ phrases }) => {
    const [noun, colon] = phrases;
    return (
      noun?.type === "noun" &&
      colon?.type === "mark" &&
      tokenAt(analysis, colon.first).text === ":" &&
      /^(?:civilian|child|woman|man|soldier|prisoner|detainee|dead|injured|killed|missing|wounded|total|other)s?$|^(?:children|women|men)$/.test(
        tokenAt(analysis, noun.head).lower,
      )
    );
  });
}

/** Back over "of", "for" and names to where the label begins; null when it stands after more than a mark, a date or a time. */
function labelBefore(stage: Stage, at: SceneSentence, colon: number): Stretch | null {
  const { analysis } = stage;
  let index = colon - 1;
  const noun = at.phrases[index];
  if (noun?.type !== "noun") return null;
  while (index >= 2) {
    const link = at.phrases[index - 1];
    if (link?.type !== "mark" || link.kind !== "preposition" || at.phrases[index - 2]?.type !== "noun") break;
    if (!/^(?:of|for|in|at|on)$/.test(tokenAt(analysis, link.first).lower)) break;
    index -= 2;
  }
  const first = (at.phrases[index] as Phrase).first;
  const before = at.phrases[index - 1];
  const opens = before === undefined || (before.type === "mark" && /^(?:comma|dash|bracket|other|colon|conjunction)$/.test(before.kind));
  return opens ? { first, last: noun.last } : null;
}

function frameOf(stage: Stage, at: SceneSentence, index: number, groups: boolean): VoiceFrame | null {
  const { analysis } = stage;
  const colon = at.phrases[index] as Phrase;
  const noun = labelBefore(stage, at, index);
  if (noun === null) return null;
  const name = stage.names.at(noun.last - 1);
  const first = colon.last;
  if (first >= at.sentence.last) return null;
  const quoted = isOpeningQuote(analysis, first);
  const opens = at.phrases[0]?.first === noun.first;
  const speaks =
    (opens && name?.kind === "person") ||
    (!groups && isSource(stage, noun) && /^\p{Lu}/u.test(tokenAt(analysis, noun.first).text) && !isTopic(stage, noun));
  if (quoted ? !opens && !speaks : !speaks) return null;
  const close = quoted ? closingQuote(analysis, first, at.sentence.last) : null;
  const from = quoted ? first + 1 : first;
  if (from >= at.sentence.last) return null;
  const end = quoted ? trimmedEnd(analysis, from, close ?? at.sentence.last) : contentEnd(stage, at, from);
  return voiceFrame({
    source: noun,
    cue: spanOf(analysis, { first: colon.first, last: colon.last }),
    cueText: ":",
    content: { start: tokenAt(analysis, from).start, end },
    sentence: tokenAt(analysis, at.sentence.first).sentence,
    quoted,
    rule: "en.voice.colon",
  });
}

/** "Statement:", "Report: …": a paper's own heading; the document itself is meant. */
function isTopic({ analysis }: Stage, { first, last }: Stretch): boolean {
  return last === first + 1 && reportNouns.has(lemmaAt(analysis, first));
}
