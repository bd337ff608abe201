/** Quotations that run on: over several sentences, resumed after the words that name the speaker, or over paragraphs that each open again. */
import { tokenAt } from "../../../language/token.ts";
import type { VoiceFrame } from "../frame.ts";
import { voiceFrame } from "../frame.ts";
import type { Stage } from "../stage.ts";
import type { Stretch } from "../words.ts";
import { trimmedEnd } from "./content.ts";

/** The part of a quotation that stands in one sentence: token positions without the marks. */
interface Piece extends Stretch {
  readonly sentence: number;
}

interface Quotation {
  readonly pieces: readonly Piece[];
  readonly paragraph: number;
  /** The quotation before was never closed, and this one opens the next paragraph. */
  readonly resumes: boolean;
}

/** Frames for what existing frames leave out of the quotations they belong to. */
export function continuedFrames(stage: Stage, frames: readonly VoiceFrame[]): readonly VoiceFrame[] {
  const bySentence = Map.groupBy(frames, (frame) => frame.sentence);
  const quotations = quotationsOf(stage);
  const owners = quotations.map((quotation) => ownerOf(stage, quotation, bySentence));
  // A quotation whose speaker is named only after its next part: “We want,” she said, “to know”; paragraphs that each open again.
  for (let at = quotations.length - 2; at >= 0; at -= 1)
    if (owners[at] === null && isOneWith(quotations[at] as Quotation, quotations[at + 1] as Quotation)) owners[at] = owners[at + 1] ?? null;
  const found: VoiceFrame[] = [];
  let last: { owner: VoiceFrame; paragraph: number } | null = null;
  for (const [at, quotation] of quotations.entries()) {
    const own = owners[at] ?? null;
    const owner: VoiceFrame | null = own ?? (last !== null && goesOn(stage, quotation, last.paragraph) ? last.owner : null);
    if (owner === null) {
      if (isWhole(stage, quotation)) last = null;
      continue;
    }
    for (const piece of quotation.pieces)
      if (!isHeld(stage, piece, bySentence.get(piece.sentence) ?? [])) found.push(frameOf(stage, owner, piece, own !== null));
    last = { owner, paragraph: quotation.paragraph };
  }
  return found;
}

function isOneWith(quotation: Quotation, next: Quotation): boolean {
  return next.resumes || quotation.pieces.at(-1)?.sentence === next.pieces[0]?.sentence;
}

function frameOf(stage: Stage, owner: VoiceFrame, piece: Piece, same: boolean): VoiceFrame {
  const content = { start: tokenAt(stage.analysis, piece.first).start, end: trimmedEnd(stage.analysis, piece.first, piece.last) };
  const stance = same || owner.stance === "denies" ? owner.stance : "says";
  return voiceFrame({
    ...owner,
    stance,
    content,
    sentence: piece.sentence,
    home: owner.home ?? owner.sentence,
    quoted: true,
    rule: "en.voice.continued",
  });
}

/** All quotations of the document in order. A straight mark opens or closes by turns; a paragraph's end closes what is open. */
function quotationsOf(stage: Stage): readonly Quotation[] {
  const quotations: Quotation[] = [];
  let pieces: Piece[] = [];
  let open: number | null = null;
  let unclosed = false;
  const close = (paragraph: number, resumes: boolean): void => {
    if (pieces.length > 0) quotations.push({ pieces, paragraph, resumes });
    pieces = [];
  };
  let resumes = false;
  stage.sentences.forEach(({ sentence }, index) => {
    const before = stage.sentences[index - 1]?.sentence.paragraph;
    if (before !== undefined && before !== sentence.paragraph) {
      unclosed = open !== null;
      if (open !== null) close(before, resumes);
      open = null;
    }
    if (open !== null) open = sentence.first;
    for (let at = sentence.first; at < sentence.last; at += 1) {
      const { text } = tokenAt(stage.analysis, at);
      const opens = text === "“" || text === "«" || text === "„" || (text === '"' && open === null);
      if (opens && open === null) {
        open = at + 1;
        resumes = unclosed && at === sentence.first;
        unclosed = false;
      } else if (open !== null && (text === "”" || text === "»" || text === '"' || (text === "“" && at > sentence.first))) {
        if (at > open) pieces.push({ first: open, last: at, sentence: index });
        close(sentence.paragraph, resumes);
        open = null;
      }
    }
    if (open !== null && open < sentence.last) pieces.push({ first: open, last: sentence.last, sentence: index });
  });
  const end = stage.sentences.at(-1)?.sentence.paragraph;
  if (end !== undefined && pieces.length > 0) close(end, resumes);
  return quotations;
}

/** The report whose content holds the beginning of one of the pieces. */
function ownerOf(stage: Stage, quotation: Quotation, bySentence: ReadonlyMap<number, readonly VoiceFrame[]>): VoiceFrame | null {
  for (const piece of [...quotation.pieces.slice(0, 1), ...quotation.pieces.slice(-1)]) {
    const { start } = tokenAt(stage.analysis, piece.first);
    const owner = (bySentence.get(piece.sentence) ?? []).find(
      (frame) => frame.source !== null && frame.content.start <= start && start < frame.content.end,
    );
    if (owner !== undefined) return owner;
  }
  return null;
}

function isHeld(stage: Stage, piece: Piece, frames: readonly VoiceFrame[]): boolean {
  const { start } = tokenAt(stage.analysis, piece.first);
  return frames.some((frame) => frame.content.start <= start && start < frame.content.end);
}

/** A quotation that opens its sentence, not a label in quotation marks. */
function isWhole(stage: Stage, quotation: Quotation): boolean {
  const first = quotation.pieces[0];
  if (first === undefined) return false;
  const sentence = stage.sentences[first.sentence]?.sentence;
  if (sentence === undefined || first.first > sentence.first + 1)
    return /[,:]/.test(tokenAt(stage.analysis, Math.max(0, first.first - 2)).text) && first.last - first.first >= 3;
  return quotation.pieces.length > 1 || first.last - first.first >= 2;
}

function goesOn(stage: Stage, quotation: Quotation, paragraph: number): boolean {
  return isWhole(stage, quotation) && (quotation.paragraph === paragraph || (quotation.resumes && quotation.paragraph === paragraph + 1));
}
