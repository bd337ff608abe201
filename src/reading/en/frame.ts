/** A reporting frame: a voice, the words that report, and the exact stretch of what is said. */
import type { Span } from "../../model/passage.ts";
import type { Stance } from "../../model/words.ts";
import type { Stretch } from "./words.ts";

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

/** The frames that say what stands at `span`, outermost first. */
export function framesAround(frames: readonly VoiceFrame[], span: Span): readonly VoiceFrame[] {
  return frames
    .filter((frame) => frame.content.start <= span.start && span.end <= frame.content.end)
    .sort((a, b) => b.content.end - b.content.start - (a.content.end - a.content.start));
}
