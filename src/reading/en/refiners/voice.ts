/** Gives each finding its reporting chain, and the moment at which the innermost voice spoke. */
import type { Voice } from "../../../model/claim.ts";
import type { Refiner } from "../finder.ts";
import type { Found } from "../../found.ts";
import type { Scene } from "../scene.ts";
import { speakerOf } from "../speakers.ts";
import type { VoiceFrame } from "../frame.ts";
import { framesAround } from "../frame.ts";
import { spanOf, textOf } from "../words.ts";
import { contains } from "../../../model/passage.ts";
import type { Span } from "../../../model/passage.ts";
import type { SceneSentence } from "../stage.ts";

export const voices: Refiner = {
  name: "voice",
  refine(findings, scene) {
    const spoken = findings.map((finding) => withVoice(scene, finding));
    return spoken.map((finding) => (finding.voice.length === 0 ? carriedOver(scene, finding, spoken) : finding));
  },
};

function withVoice(scene: Scene, finding: Found): Found {
  const frames = framesFor(scene, finding);
  if (frames.length === 0) return finding;
  const chain = frames.map((frame, order) => spokenAs(finding, speakerOf(scene, frame), order === frames.length - 1));
  const innermost = frames.at(-1) as VoiceFrame;
  const own = finding.kind === "label" ? finding.voice : [];
  return {
    ...finding,
    voice: [...(own.length > 0 ? chain.filter((voice) => voice.start !== own[0]?.start) : chain), ...own],
    said: saidAt(scene, innermost),
  };
}

/** Who says what they will do promises it, whatever the verb. */
function spokenAs(finding: Found, voice: Voice, innermost: boolean): Voice {
  return innermost && finding.kind === "pledge" && voice.stance === "says" ? { ...voice, stance: "promises" } : voice;
}

function framesFor(scene: Scene, finding: Found): readonly VoiceFrame[] {
  const around = framesAround(scene.voices, finding.anchor).filter((frame) => frame.own !== true);
  // A pledge hangs on the promise itself, whose content it is.
  if (around.length > 0 || finding.kind !== "pledge")
    return around.filter((frame) => !(finding.kind === "label" && frame.cue.start === finding.start));
  return framesAround(scene.voices, { start: finding.start, end: finding.end }).filter((frame) => frame.own !== true);
}

/** A date in the reporting clause, outside what is said: "On January 17, it was reported that …". */
function saidAt(scene: Scene, frame: VoiceFrame): string | null {
  const at = scene.sentences[frame.sentence];
  if (at === undefined || frame.verb === null) return null;
  const outside = at.times.filter(
    (time) =>
      time.value !== null &&
      (time.kind === "date" || time.kind === "time") &&
      (time.end <= frame.content.start || time.start >= frame.content.end),
  );
  const before =
    frame.rule === "en.voice.by" ? [] : outside.filter((time) => time.end <= frame.cue.start && leadsTo(scene, at, frame, time));
  const after = outside.filter(
    (time) =>
      time.start >= frame.cue.end &&
      (time.end <= frame.content.start ||
        (time.start >= frame.content.end &&
          !(frame.cue.end <= frame.content.start && scene.analysis.text.slice(frame.content.end, time.start).includes(";")))),
  );
  return (after[0] ?? before.at(-1))?.value ?? null;
}

const FAR = 2;

/** The speaker of a sentence that nobody is named in, between two reports of the same one in its paragraph; null when another or nobody speaks there. */
function betweenTwo(scene: Scene, sentence: number): Voice | null {
  const own = scene.sentences[sentence]?.sentence;
  if (own === undefined || scene.voicesIn(sentence).some((frame) => frame.silent !== true && frame.own !== true)) return null;
  const nearest = (step: 1 | -1): Voice | null => {
    for (let at = sentence + step; Math.abs(at - sentence) <= FAR; at += step) {
      if (scene.sentences[at]?.sentence.paragraph !== own.paragraph) return null;
      const frames = scene.voicesIn(at).filter((frame) => frame.source !== null && frame.silent !== true && frame.own !== true);
      const frame = step === 1 ? frames[0] : frames.at(-1);
      if (frame !== undefined) return speakerOf(scene, frame);
    }
    return null;
  };
  const before = nearest(-1);
  if (before?.name == null) return null;
  const after = nearest(1);
  if (after?.name !== before.name) return null;
  const mention = before.start === null || before.end === null ? null : { start: before.start, end: before.end };
  return { ...before, stance: "says", from: before.from ?? mention, start: null, end: null };
}

/** A time before the report dates it inside its clause or right before who reports; "From 6 to 10 May shots fell – which the state called …" does not. */
function leadsTo(scene: Scene, at: SceneSentence, frame: VoiceFrame, time: Span): boolean {
  const { analysis } = scene;
  if (at.clauses.some((clause) => clause.verb.verb === frame.verb && contains(spanOf(analysis, clause), time))) return true;
  const from = frame.source === null ? frame.cue.start : Math.min(frame.cue.start, spanOf(analysis, frame.source).start);
  return time.end <= from && !/[\p{L}\p{N}–—]/u.test(analysis.text.slice(time.end, from).replace(/^,?\s*(?:the|an?)\s*$/iu, ""));
}

const ELLIPTIC =
  /^(?:of|among|out of) (?:these|those|them|whom|that number|the total)\b|^(?:these|those) include\b|^the (?:rest|others|remaining|remainder)\b|^another \d|^a further \d/i;

/** "Of these, 45 …": an elliptical sentence is still spoken by the voice of the whole it counts on. Others are not: their voice is not said. */
function carriedOver(scene: Scene, finding: Found, spoken: readonly Found[]): Found {
  const at = scene.sentences[finding.sentence];
  if (at === undefined) return finding;
  const between = betweenTwo(scene, finding.sentence);
  if (between !== null && finding.kind !== "label" && finding.kind !== "relation") return { ...finding, voice: [between] };
  if (finding.kind !== "figure") return finding;
  const opener = textOf(scene.analysis, { first: at.sentence.first, last: Math.min(at.sentence.first + 5, at.sentence.last) });
  const whole =
    finding.whole === null
      ? undefined
      : spoken.find((other) => other.anchor.start === finding.whole?.anchor.start && other.kind === "figure");
  const inSentence = whole?.sentence === finding.sentence;
  if (!ELLIPTIC.test(opener) && !inSentence) return finding;
  const from = whole ?? spoken.findLast((other) => other.sentence === finding.sentence - 1 && other.kind === "figure");
  if (from === undefined || from.voice.length === 0) return finding;
  const voice = inSentence
    ? from.voice
    : from.voice.map((each) => ({
        ...each,
        from: each.start === null || each.end === null ? null : (each.from ?? { start: each.start, end: each.end }),
        start: null,
        end: null,
      }));
  return { ...finding, voice, said: from.said, asOf: finding.asOf ?? from.asOf };
}
