/** Gives each finding its reporting chain, and the moment at which the innermost voice spoke. */
import type { Voice } from "../../../model/claim.ts";
import type { Refiner } from "../finder.ts";
import type { Found } from "../../found.ts";
import type { Scene } from "../scene.ts";
import { speakerOf } from "../speakers.ts";
import type { VoiceFrame } from "../frame.ts";
import { framesAround } from "../frame.ts";
import { tokenAt } from "../../../language/token.ts";
import { spanOf, textOf } from "../words.ts";
import { contains } from "../../../model/passage.ts";
import type { Span } from "../../../model/passage.ts";
import type { SceneSentence } from "../stage.ts";

export const voices: Refiner = {
  name: "voice",
  refine(findings, scene) {
    const spoken = findings.map((finding) => withVoice(scene, finding));
    const bySentence = Map.groupBy(spoken, (finding) => finding.sentence);
    return spoken.map((finding) => (finding.voice.length === 0 ? carriedOver(scene, finding, bySentence) : finding));
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

/** Openers that count on from what was said before. */
const ELLIPTIC =
  /^(?:in |for |to |from )?(?:of|among|out of) (?:these|those|them|whom|that number|the total)\b|^(?:these|those) include\b|^(?:the )?(?:rest|others?|remaining|remainder)\b|^(?:another|a further|one more) (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|dozen|was|were)\b|^(?:all|both|none|some|most|many|half|several|neither|each|in (?:two|three|four|five|some|most|all|one)) of (?:them|these|those|whom|the (?:dead|wounded|injured|victims|detainees|detained|arrested|missing))\b|^(?:all|both) (?:but|were|are|had|have|was)\b|^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d[\d,.]*) (?:of them|others|more|were|are|had|have|has|was|is|remain|remained|died|survived|later)\b/i;

/** "Of these, 45 …", "Three of them are in intensive care", "The gas had been shut off by four": still spoken by the voice of the sentence before. Others are not: their voice is not said. */
function carriedOver(scene: Scene, finding: Found, spoken: Spoken): Found {
  const at = scene.sentences[finding.sentence];
  if (at === undefined || finding.kind === "label") return finding;
  const between = finding.kind === "relation" ? null : betweenTwo(scene, finding.sentence);
  if (between !== null) return { ...finding, voice: [between] };
  const inSentence = finding.kind === "figure" && finding.whole !== null && finding.whole.sentence === finding.sentence;
  if (inSentence) {
    const whole = wholeOf(finding, spoken);
    return whole === undefined || whole.voice.length === 0
      ? finding
      : { ...finding, voice: whole.voice, said: whole.said, asOf: finding.asOf ?? whole.asOf };
  }
  if (finding.kind === "relation" || finding.kind === "question" || !goesOn(scene, finding.sentence)) return finding;
  const whole = wholeOf(finding, spoken);
  const from = whole !== undefined && whole.voice.length > 0 ? whole : lastSpoken(scene, finding.sentence, spoken);
  if (from === undefined || from.voice.length === 0) return finding;
  // What nobody is named for goes on only where the sentence counts on from it.
  const opener = textOf(scene.analysis, { first: at.sentence.first, last: Math.min(at.sentence.first + 3, at.sentence.last) });
  if (from.voice.some(({ name }) => name === null) && !/^(?:of|among|out of) /i.test(opener)) return finding;
  const voice = from.voice.map((each) => ({
    ...each,
    stance: each.stance === "denies" || each.stance === "accuses" ? ("says" as const) : each.stance,
    from: each.start === null || each.end === null ? null : (each.from ?? { start: each.start, end: each.end }),
    start: null,
    end: null,
  }));
  return { ...finding, voice, said: from.said, asOf: finding.asOf ?? from.asOf };
}

/** Findings by their sentence, voices given. */
type Spoken = ReadonlyMap<number, readonly Found[]>;

function wholeOf({ whole }: Found, spoken: Spoken): Found | undefined {
  return whole === null
    ? undefined
    : spoken.get(whole.sentence)?.find((other) => other.anchor.start === whole.anchor.start && other.kind === "figure");
}

/** What was spoken last before a sentence, over sentences that go on themselves, in its paragraph. */
function lastSpoken(scene: Scene, sentence: number, spoken: Spoken): Found | undefined {
  const { paragraph } = (scene.sentences[sentence] as SceneSentence).sentence;
  for (let before = sentence - 1; before >= sentence - FAR - 1; before -= 1) {
    if (scene.sentences[before]?.sentence.paragraph !== paragraph) return undefined;
    const own = spoken.get(before) ?? [];
    const voiced = own.findLast(({ voice }) => voice.length > 0);
    if (voiced !== undefined)
      return own.some(({ voice, kind }) => voice.length === 0 && kind !== "relation" && kind !== "label") ? undefined : voiced;
    if (scene.voicesIn(before).length > 0 || !goesOn(scene, before)) return undefined;
  }
  return undefined;
}

/** Nobody reports in it, and it counts on from the sentence before or goes further back in its tense than the story. */
function goesOn(scene: Scene, sentence: number): boolean {
  const at = scene.sentences[sentence];
  if (at === undefined || scene.voicesIn(sentence).some((frame) => frame.silent !== true && frame.own !== true)) return false;
  const { first, last } = at.sentence;
  if (ELLIPTIC.test(textOf(scene.analysis, { first, last: Math.min(first + 7, last) }))) return true;
  const before = scene.voicesIn(sentence - 1).findLast((frame) => frame.verb !== null && frame.silent !== true);
  if (before?.verb == null || !/(?:ed|id|ld|te|ade|aid)$/.test(tokenAt(scene.analysis, before.verb).lower)) return false;
  const main = at.clauses.find(({ verb, opener }) => verb.form === "finite" && opener === null);
  return main !== undefined && tokenAt(scene.analysis, main.verb.first).lower === "had" && main.verb.verb > main.verb.first;
}
