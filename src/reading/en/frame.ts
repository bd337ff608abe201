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
  /** Sentence in which the voice and its cue stand, when what is said runs on into others. */
  readonly home?: number;
  /** True when the words said are quoted as they were spoken. */
  readonly quoted: boolean;
  /** Token position of the main verb, or null; its negation belongs to the reporting ("did not say"). */
  readonly verb: number | null;
  readonly negated: boolean;
  /** Accusations: the phrase that names who is accused. */
  readonly accused: Stretch | null;
  /** "did not say that …": what follows is said by nobody. */
  readonly silent?: true;
  /** What an interviewer asks: nobody's word, unless the question brings in somebody's. */
  readonly asked?: true;
  /** "we confirm": the speaker's own report, which adds no mouth to the chain. */
  readonly own?: true;
  readonly rule: string;
}

/** What has to be said of a frame; of the rest the plainest is taken. */
type Said = Pick<VoiceFrame, "source" | "cue" | "cueText" | "content" | "sentence" | "rule"> & Partial<VoiceFrame>;

/** A frame in which somebody says something: in their own words, with no "not" at the saying, accusing nobody, unless `said` has it otherwise. */
export function voiceFrame(said: Said): VoiceFrame {
  return { stance: "says", quoted: false, verb: null, negated: false, accused: null, ...said };
}

/** What is said never reaches further back: sentences are cut at 2,000 characters. */
const REACH = 4_000;

/** The frames that say what stands at `span`, outermost first. `frames` are in order of their content; of two with the same content a source that is cited is the inner one. */
export function framesAround(frames: readonly VoiceFrame[], span: Span): readonly VoiceFrame[] {
  const around: VoiceFrame[] = [];
  for (let at = firstAfter(frames, span.start) - 1; at >= 0; at -= 1) {
    const frame = frames[at] as VoiceFrame;
    if (frame.content.start < span.start - REACH) break;
    if (frame.silent !== true && span.end <= frame.content.end) around.push(frame);
  }
  return around.reverse().sort((a, b) => length(b) - length(a) || Number(isCited(a)) - Number(isCited(b)));
}

function length({ content }: VoiceFrame): number {
  return content.end - content.start;
}

function isCited(frame: VoiceFrame): boolean {
  return frame.rule === "en.voice.citing";
}

/** Index of the first frame whose content begins after `start`. */
function firstAfter(frames: readonly VoiceFrame[], start: number): number {
  let low = 0;
  let high = frames.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((frames[middle] as VoiceFrame).content.start <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}
