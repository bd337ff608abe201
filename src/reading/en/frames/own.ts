/** Reports that are the speaker's own: "we confirm", "I believe", and a body's name in a paper that the body itself has issued. They add no mouth to the chain. */
import { tokenAt } from "../../../language/token.ts";
import words from "../../lexicons/en/interviews.json" with { type: "json" };
import { contains } from "../../../model/passage.ts";
import { organisationWords } from "../lexicon.ts";
import type { VoiceFrame } from "../frame.ts";
import type { Stage } from "../stage.ts";
import { withoutArticle } from "../words.ts";

const FIRST_PERSON: ReadonlySet<string> = new Set(words["first-person"]);
const ISSUED: ReadonlySet<string> = new Set(words.issued);

/** Marks the frames whose source is the one who speaks anyway. */
export function withOwn(stage: Stage, frames: readonly VoiceFrame[]): readonly VoiceFrame[] {
  const issuer = issuerOf(stage);
  const asked = new Map(frames.filter((frame) => frame.asked === true).map((frame) => [frame.sentence, frame]));
  return frames.map((frame) => {
    if (isOwn(stage, frame, issuer) || isSensed(stage, frame, frames)) return { ...frame, own: true as const };
    const addressed = asked.has(frame.sentence) && isYou(stage, frame) ? answering(frames, frame.sentence) : undefined;
    return addressed === undefined ? frame : { ...frame, source: addressed.source, home: addressed.home ?? addressed.sentence };
  });
}

/** "X said that he had seen", "the captain says she believes": what somebody sees, hears or thinks inside his own report adds no mouth. */
function isSensed({ analysis }: Stage, frame: VoiceFrame, frames: readonly VoiceFrame[]): boolean {
  const { source, verb } = frame;
  if (source === null || verb === null || source.last !== source.first + 1 || !SELF.has(tokenAt(analysis, source.first).lower))
    return false;
  if (!SENSING.has(tokenAt(analysis, verb).lemma)) return false;
  return frames.some(
    (outer) =>
      outer !== frame &&
      outer.sentence === frame.sentence &&
      outer.source !== null &&
      outer.asked !== true &&
      contains(outer.content, frame.cue),
  );
}

const SELF: ReadonlySet<string> = new Set(["he", "she", "they", "it"]);
const SENSING: ReadonlySet<string> = new Set(words.sensing);

/** "You announced that …", asked of the one who answers next. */
function isYou({ analysis }: Stage, { source }: VoiceFrame): boolean {
  return source !== null && source.last === source.first + 1 && tokenAt(analysis, source.first).lower === "you";
}

function answering(frames: readonly VoiceFrame[], sentence: number): VoiceFrame | undefined {
  return frames.find((frame) => frame.rule === "en.voice.turn" && frame.asked !== true && frame.sentence >= sentence);
}

function isOwn({ analysis }: Stage, { source, rule }: VoiceFrame, issuer: ReadonlySet<string>): boolean {
  if (source === null || rule === "en.voice.turn") return false;
  const { first, last } = withoutArticle(analysis, source);
  if (last === first + 1 && FIRST_PERSON.has(tokenAt(analysis, first).lower)) return true;
  if (issuer.size === 0) return false;
  // "the Ministry", "the Ministry of Health": nothing but words of the heading.
  for (let at = first; at < last; at += 1) {
    const { lower } = tokenAt(analysis, at);
    if (!issuer.has(lower)) return false;
  }
  return organisationWords.has(tokenAt(analysis, first).lower) || organisationWords.has(tokenAt(analysis, last - 1).lower);
}

/** The words of the body in whose name a paper is issued: its first line in capitals, and the lines of the heading under it. */
function issuerOf(stage: Stage): ReadonlySet<string> {
  const { analysis } = stage;
  const issuer = new Set<string>();
  const heading = stage.sentences[0]?.sentence;
  if (heading === undefined) return issuer;
  const text = analysis.text.slice(heading.start, heading.end);
  if (text !== text.toUpperCase() || !/\p{Lu}{3}/u.test(text)) return issuer;
  let organisation = false;
  let issued = false;
  for (const { sentence } of stage.sentences.slice(0, 4)) {
    const isLine = !/[.!?]$/.test(analysis.text.slice(sentence.start, sentence.end)) && sentence.last - sentence.first <= 14;
    if (!isLine) break;
    for (let at = sentence.first; at < sentence.last; at += 1) {
      const { lower } = tokenAt(analysis, at);
      if (ISSUED.has(lower)) issued = true;
      if (organisationWords.has(lower)) organisation = true;
    }
    for (let at = sentence.first; at < sentence.last; at += 1)
      if (sentence === heading || organisationWords.has(tokenAt(analysis, at).lower)) issuer.add(tokenAt(analysis, at).lower);
  }
  return organisation && issued ? issuer : new Set();
}
