/**
 * Interviews, transcripts and threads of replies: what stands after a speaker's label or after a question is that speaker's until the next
 * one. What is only asked is nobody's word.
 */
import { tokenAt } from "../../../../language/token.ts";
import type { VoiceFrame } from "../../frame.ts";
import { voiceFrame } from "../../frame.ts";
import type { SceneSentence, Stage } from "../../stage.ts";
import { spanOf } from "../../words.ts";
import { trimmedEnd } from "../content.ts";
import { labelledTurns } from "./labels.ts";
import type { Turn } from "./paragraph.ts";
import { paragraphsOf } from "./paragraph.ts";
import { askedTurns } from "./questions.ts";

export function turnFrames(stage: Stage): readonly VoiceFrame[] {
  const paragraphs = paragraphsOf(stage);
  const labelled = labelledTurns(stage, paragraphs);
  const turns = labelled.length > 0 ? labelled : askedTurns(stage, paragraphs);
  return turns.flatMap((turn) => frameOf(stage, turn) ?? []);
}

function frameOf(stage: Stage, { sentence, first, last, speaker }: Turn): VoiceFrame | null {
  if (first >= last) return null;
  const cue = { first: Math.max(first - 1, (stage.sentences[sentence] as SceneSentence).sentence.first), last: first };
  const at =
    cue.last > cue.first
      ? spanOf(stage.analysis, cue)
      : { start: tokenAt(stage.analysis, first).start, end: tokenAt(stage.analysis, first).start };
  return voiceFrame({
    source: speaker === null ? null : { first: speaker.first, last: speaker.last },
    cue: at,
    cueText: stage.analysis.text.slice(at.start, at.end),
    content: { start: tokenAt(stage.analysis, first).start, end: trimmedEnd(stage.analysis, first, last) },
    sentence,
    ...(speaker === null || speaker.sentence === sentence ? {} : { home: speaker.sentence }),
    ...(speaker === null ? { silent: true as const, asked: true as const } : {}),
    rule: "en.voice.turn",
  });
}
