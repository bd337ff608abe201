/** Who says what in a document: reporting frames with the voice, the words that report, and the exact stretch of what is said. */
import { contains } from "../../model/passage.ts";
import type { VoiceFrame } from "./frame.ts";
import type { Stage } from "./stage.ts";
import { accordingFrames } from "./frames/according.ts";
import { citedFrames, quotedFrames } from "./frames/quoted.ts";
import { continuedFrames } from "./frames/continued.ts";
import { insertedFrames } from "./frames/inserted.ts";
import { colonFrames } from "./frames/colon.ts";
import { impersonalFrames } from "./frames/impersonal.ts";
import { nominalFrames } from "./frames/nominal.ts";
import { withOwn } from "./frames/own.ts";
import { listedFrames } from "./frames/listed.ts";
import { notedFrames } from "./frames/noted.ts";
import { noteFrames } from "./frames/note.ts";
import { turnFrames } from "./frames/turns/turns.ts";
import { verbFrames } from "./frames/verb.ts";

/** The ways in which reporting is worded, one file each. */
const builders: readonly ((stage: Stage) => readonly VoiceFrame[])[] = [
  quotedFrames,
  insertedFrames,
  verbFrames,
  accordingFrames,
  nominalFrames,
  impersonalFrames,
  colonFrames,
  notedFrames,
  listedFrames,
];

/** "We will publish the list": somebody's own word on what they will do is a promise; on what they will never know it is none. */
const OWN_WORD =
  /^(?:and |but |so )?(?:we|i)(?: will|'ll|’ll| shall| are going to| am going to) (?!(?:never|not|n't|be|have|see|know|all|remember|die|miss|need|always)\b)\w/i;

/** All frames in order of their content, outer before inner. Of two with one cue, or of two that say the same of the same words, the first stays. */
export function voicesOf(stage: Stage): readonly VoiceFrame[] {
  const turns = turnFrames(stage);
  const labelled = new Set(turns.map((frame) => frame.sentence));
  const built = builders
    .flatMap((build) => build(stage))
    .filter((frame) => frame.content.end > frame.content.start && !(frame.rule === "en.voice.colon" && labelled.has(frame.sentence)));
  const heard = built.map((frame) =>
    frame.stance === "says" && !frame.negated && OWN_WORD.test(stage.analysis.text.slice(frame.content.start, frame.content.start + 40))
      ? { ...frame, stance: "promises" as const }
      : frame,
  );
  const kept = [...Map.groupBy(heard, (frame) => frame.sentence).values()].flatMap((frames) =>
    frames.filter((frame, index) => !frames.some((other, at) => at < index && sameReporting(frame, other))),
  );
  const all = [...kept, ...citedFrames(stage, kept)];
  const spoken = [...turns, ...all, ...continuedFrames(stage, all)];
  return [...withOwn(stage, turns.length > 0 ? spoken : noteFrames(stage, spoken))].sort(
    (a, b) => a.content.start - b.content.start || b.content.end - a.content.end || a.cue.start - b.cue.start,
  );
}

function sameReporting(a: VoiceFrame, b: VoiceFrame): boolean {
  return contains(a.cue, b.cue) || contains(b.cue, a.cue) || (a.rule === "en.voice.report-noun" && sameContent(a, b));
}

/** "The statement said that": the noun and the verb are one report. */
function sameContent(a: VoiceFrame, b: VoiceFrame): boolean {
  return Math.abs(a.content.start - b.content.start) <= 1 && a.content.end === b.content.end;
}
