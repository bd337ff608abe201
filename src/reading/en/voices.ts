/** Who says what in a document: reporting frames with the voice, the words that report, and the exact stretch of what is said. */
import { contains } from "../../model/passage.ts";
import type { VoiceFrame } from "./frame.ts";
import type { Stage } from "./stage.ts";
import { accordingFrames } from "./frames/according.ts";
import { colonFrames } from "./frames/colon.ts";
import { impersonalFrames } from "./frames/impersonal.ts";
import { nominalFrames } from "./frames/nominal.ts";
import { verbFrames } from "./frames/verb.ts";

/** The ways in which reporting is worded, one file each. */
const builders: readonly ((stage: Stage) => readonly VoiceFrame[])[] = [
  verbFrames,
  accordingFrames,
  nominalFrames,
  impersonalFrames,
  colonFrames,
];

/** All frames, outer before inner, in document order. A frame whose cue lies inside the cue of another one is dropped. */
export function voicesOf(stage: Stage): readonly VoiceFrame[] {
  const frames = builders.flatMap((build) => build(stage)).filter((frame) => frame.content.end > frame.content.start);
  const kept = frames.filter((frame, index) => !frames.some((other, at) => at < index && sameReporting(frame, other)));
  return [...kept].sort((a, b) => a.content.start - b.content.start || b.content.end - a.content.end || a.cue.start - b.cue.start);
}

function sameReporting(a: VoiceFrame, b: VoiceFrame): boolean {
  return a.sentence === b.sentence && (contains(a.cue, b.cue) || contains(b.cue, a.cue));
}
