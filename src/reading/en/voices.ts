/** Who says what in a document: reporting frames with the voice, the words that report, and the exact stretch of what is said. */
import type { Span } from "../../model/passage.ts";
import { contains } from "../../model/passage.ts";
import type { Stance } from "../../model/words.ts";
import type { Scene } from "./scene.ts";
import { accordingFrames } from "./frames/according.ts";
import { colonFrames } from "./frames/colon.ts";
import { impersonalFrames } from "./frames/impersonal.ts";
import { nominalFrames } from "./frames/nominal.ts";
import { verbFrames } from "./frames/verb.ts";
import type { Stretch } from "./words.ts";

/** What a frame builder sees. */
export type Stage = Pick<Scene, "analysis" | "names" | "sentences" | "context">;

/** One reporting: a voice, its cue, and what it says. */
export interface VoiceFrame {
  /** Token positions of the phrase that names the voice; null for "it was reported". */
  readonly source: Stretch | null;
  /** What names the voice in words when no phrase of its own does ("reports in the press"), else null. */
  readonly cue: Span;
  readonly cueText: string;
  readonly stance: Stance;
  /** Character offsets of what is said. */
  readonly content: Span;
  /** Sentence in which the frame stands. */
  readonly sentence: number;
  /** True when the words said are quoted as they were spoken. */
  readonly quoted: boolean;
  /** Token position of the main verb, or null; its negation belongs to the reporting ("did not say"). */
  readonly verb: number | null;
  readonly negated: boolean;
  /** Accusations: the phrase that names who is accused. */
  readonly accused: Stretch | null;
  readonly rule: string;
}

/** The ways in which reporting is worded, one file each. */
const builders: readonly ((stage: Stage) => readonly VoiceFrame[])[] = [verbFrames, accordingFrames, nominalFrames, impersonalFrames, colonFrames];

/** All frames, outer before inner, in document order. A frame whose cue lies inside the cue of another one is dropped. */
export function voicesOf(stage: Stage): readonly VoiceFrame[] {
  const frames = builders.flatMap((build) => build(stage)).filter((frame) => frame.content.end > frame.content.start);
  const kept = frames.filter((frame, index) => !frames.some((other, at) => at < index && sameReporting(frame, other)));
  return [...kept].sort((a, b) => a.content.start - b.content.start || b.content.end - a.content.end || a.cue.start - b.cue.start);
}

function sameReporting(a: VoiceFrame, b: VoiceFrame): boolean {
  return a.sentence === b.sentence && (contains(a.cue, b.cue) || contains(b.cue, a.cue));
}

/** The frames that say what stands at `span`, outermost first. */
export function framesAround(frames: readonly VoiceFrame[], span: Span): readonly VoiceFrame[] {
  return frames
    .filter((frame) => frame.content.start <= span.start && span.end <= frame.content.end)
    .sort((a, b) => b.content.end - b.content.start - (a.content.end - a.content.start));
}
