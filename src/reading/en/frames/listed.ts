/** "According to the Red Crescent:", "The ministry reports:", "Health office:" over a list: each entry under the line is that voice's. */
import { tokenAt } from "../../../language/token.ts";
import { strongVerbs } from "../lexicon.ts";
import { nominalAt } from "../nominals.ts";
import type { VoiceFrame } from "../frame.ts";
import { voiceFrame } from "../frame.ts";
import type { SceneSentence, Stage } from "../stage.ts";
import type { Stretch } from "../words.ts";
import { spanOf, textOf } from "../words.ts";
import { trimmedEnd } from "./content.ts";
import { isSource } from "./noted.ts";
import { fullSource } from "./source.ts";

export function listedFrames(stage: Stage): readonly VoiceFrame[] {
  const frames: VoiceFrame[] = [];
  let over: { source: Stretch; sentence: number; paragraph: number } | null = null;
  for (const [index, at] of stage.sentences.entries()) {
    const { paragraph, first, last } = at.sentence;
    const next = stage.sentences[index + 1]?.sentence.paragraph;
    if (last > first && tokenAt(stage.analysis, last - 1).text === ":" && next !== paragraph) {
      const source = sourceOf(stage, at);
      over = source === null ? null : { source, sentence: index, paragraph };
      continue;
    }
    if (over === null) continue;
    const opens = stage.sentences[index - 1]?.sentence.paragraph !== paragraph;
    if (opens && paragraph > over.paragraph && !isEntry(stage, at)) {
      over = null;
      continue;
    }
    frames.push(frameOf(stage, at, index, over));
  }
  return frames;
}

/** Who the line names: after "according to", before a verb of saying, or alone before the colon. */
function sourceOf(stage: Stage, at: SceneSentence): Stretch | null {
  const { analysis } = stage;
  const { first, last } = at.sentence;
  if (isSource(stage, { first, last: last - 1 })) return { first, last: last - 1 };
  for (const [index, phrase] of at.phrases.entries()) {
    if (phrase.type !== "noun") continue;
    const before = phrase.first >= first + 2 ? tokenAt(analysis, phrase.first - 2).lower : "";
    if (before === "according") return nominalAt(analysis, at.phrases, index, at.phrases.length);
  }
  const clause = at.clauses.find(
    ({ verb, subject }) =>
      subject !== null && !verb.passive && !verb.negated && strongVerbs.get(tokenAt(analysis, verb.verb).lemma) === "says",
  );
  return clause?.subject == null ? null : fullSource(stage, at, clause, clause.subject);
}

/** Begins with the mark of a list: a dash, a star, a number, a letter in brackets. */
function isEntry({ analysis }: Stage, { sentence }: SceneSentence): boolean {
  return /^(?:[-–—•*·]|\(?\d{1,3}[.)]|\(?[a-z]\))/.test(analysis.text.slice(sentence.start, sentence.start + 6));
}

function frameOf(stage: Stage, at: SceneSentence, sentence: number, over: { source: Stretch; sentence: number }): VoiceFrame {
  const { analysis } = stage;
  const { last } = at.sentence;
  let { first } = at.sentence;
  while (first < last - 1 && /^(?:[-–—•*·.)(]|\d{1,3}[.)]?|[a-z]\))$/.test(tokenAt(analysis, first).text)) first += 1;
  const cue = { first: over.source.last - 1, last: over.source.last };
  return voiceFrame({
    source: over.source,
    cue: spanOf(analysis, cue),
    cueText: textOf(analysis, cue),
    content: { start: tokenAt(analysis, first).start, end: trimmedEnd(analysis, first, last) },
    sentence,
    home: over.sentence,
    rule: "en.voice.listed",
  });
}
