/**
 * What one report says, clause by clause: each clause of the content with its exact span. A coordination is parted, a relative clause
 * stands for itself from its pronoun on, a subordinate clause without its conjunction; "if …" stays with what depends on it.
 */
import type { Analysis } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import type { Span } from "../../model/passage.ts";
import type { Clause } from "./clauses.ts";
import type { VoiceFrame } from "./frame.ts";
import { framesAround } from "./frame.ts";
import type { Scene } from "./scene.ts";
import type { SceneSentence } from "./stage.ts";
import type { Stretch } from "./words.ts";
import { spanOf } from "./words.ts";

export interface Utterance extends Span {
  readonly frame: VoiceFrame;
  readonly clause: Clause;
  /** How it hangs on what stands before: by itself, by "who …", by "when …", by a participle. */
  readonly link: "main" | "relative" | "subordinate" | "participle";
}

interface Piece extends Stretch {
  readonly clause: Clause;
  readonly link: Utterance["link"];
}

const RELATIVES: ReadonlySet<string> = new Set(["who", "which", "whom", "whose"]);
/** Conjunctions whose clause is no assertion of its own. */
const BOUND: ReadonlySet<string> = new Set([
  "if",
  "unless",
  "whether",
  "than",
  "how",
  "why",
  "what",
  "whatever",
  "whoever",
  "as",
  "where",
  "so",
]);
const OUTER = /^(?:[,;:.!?…–—()-]|and|but|or|nor|that|then|“|”|"|«|»)$/i;

/** "quoted by the agency", "citing its sources", "as saying": words of the report. */
const SECOND_HAND: ReadonlySet<string> = new Set(["quote", "cite"]);

function isSaying(analysis: Analysis, verb: number): boolean {
  return verb > 0 && tokenAt(analysis, verb).lower === "saying" && tokenAt(analysis, verb - 1).lower === "as";
}

/** What the reports of a sentence say, in order. Reports that nobody makes ("did not say") are left out. */
export function utterancesIn(scene: Scene, index: number): readonly Utterance[] {
  const at = scene.sentences[index];
  const frames = scene.voicesIn(index).filter((frame) => frame.silent !== true);
  if (at === undefined || frames.length === 0) return [];
  const reporting = new Set(frames.map((frame) => frame.verb));
  return frames.flatMap((frame) => utterancesOf(scene, at, frame, reporting));
}

function utterancesOf(scene: Scene, at: SceneSentence, frame: VoiceFrame, reporting: ReadonlySet<number | null>): Utterance[] {
  const { analysis } = scene;
  const bounds = tokensOf(analysis, at, frame.content);
  if (bounds === null) return [];
  const pieces: Piece[] = [];
  for (const clause of at.clauses) {
    const { verb } = clause;
    if (verb.first < bounds.first || verb.last > bounds.last || reporting.has(verb.verb)) continue;
    if (SECOND_HAND.has(tokenAt(analysis, verb.verb).lemma) || isSaying(analysis, verb.first)) continue;
    const anchor = spanOf(analysis, { first: verb.verb, last: verb.verb + 1 });
    if (framesAround(scene.voices, anchor).at(-1) !== frame) continue;
    const piece = pieceOf(analysis, at, clause, bounds, pieces.length === 0);
    if (piece === null) continue;
    // "If nothing comes, people will die": the condition stands before what depends on it, and belongs to it.
    const alone = pieces.every(({ link }) => link === "subordinate");
    const bound = alone && piece.link === "main" ? boundBefore(at, piece.first, bounds.first) : piece.first;
    pieces.push({ ...piece, first: bound });
  }
  return pieces.map((piece): Utterance => {
    const limit = beforeInnerReport(scene, at, frame, piece.clause, bounds.last);
    const { first, last } = trimmed(analysis, piece.first, endOf(at, pieces, piece, limit), piece.clause);
    return { frame, clause: piece.clause, link: piece.link, ...spanOf(analysis, { first, last }) };
  });
}

function tokensOf(analysis: Analysis, at: SceneSentence, content: Span): Stretch | null {
  let first = at.sentence.first;
  while (first < at.sentence.last && tokenAt(analysis, first).start < content.start) first += 1;
  let last = at.sentence.last;
  while (last > first && tokenAt(analysis, last - 1).end > content.end) last -= 1;
  return last > first ? { first, last } : null;
}

/** Where a leading "if …" begins that what follows depends on; the place itself when there is none. */
function boundBefore(at: SceneSentence, first: number, from: number): number {
  const leading = at.clauses.find((clause) => clause.verb.first >= from && clause.verb.first < first);
  return leading?.opener != null && BOUND.has(leading.opener) ? from : first;
}

/** Where the clause begins as a piece of its own; null when it belongs to the one before. */
function pieceOf(analysis: Analysis, at: SceneSentence, clause: Clause, bounds: Stretch, isFirst: boolean): Piece | null {
  const { verb, opener } = clause;
  const before = at.phrases[clause.index - 1];
  if (isFirst && (opener === null || opener === "that" || verb.form !== "finite"))
    return { first: bounds.first, last: bounds.last, clause, link: "main" };
  if (verb.form !== "finite") {
    const apart = verb.form === "gerund" && before?.type === "mark" && before.kind === "comma";
    return apart ? { first: verb.first, last: bounds.last, clause, link: "participle" } : null;
  }
  if (clause.shared) {
    const joined = before?.type === "mark" && (before.kind === "comma" || before.kind === "conjunction" || before.kind === "dash");
    return joined || clause.first < verb.first
      ? { first: Math.max(clause.first, bounds.first), last: bounds.last, clause, link: "main" }
      : null;
  }
  const first = Math.max(Math.min(clause.first, verb.first), bounds.first);
  if (opener !== null && isRelative(analysis, opener, first, bounds)) {
    const pronoun = first - 1;
    const governed = pronoun > bounds.first && tokenAt(analysis, pronoun - 1).tag === "ADP";
    return { first: governed ? pronoun - 1 : pronoun, last: bounds.last, clause, link: "relative" };
  }
  if (opener !== null && RELATIVES.has(opener)) return null;
  if (opener === null || opener === "that") {
    // "the roof they had mended": no mark parts it from its noun.
    const parted = first > bounds.first && /^(?:[,;:–—-]|and|but|or|nor|that|“|")$/.test(tokenAt(analysis, first - 1).lower);
    return parted || first === bounds.first ? { first, last: bounds.last, clause, link: "main" } : null;
  }
  return BOUND.has(opener) ? null : { first, last: bounds.last, clause, link: "subordinate" };
}

function isRelative(analysis: Analysis, opener: string, first: number, bounds: Stretch): boolean {
  if (first <= bounds.first || tokenAt(analysis, first - 1).lower !== opener) return false;
  if (/^(?:VERB|AUX|ADV|PART)$/.test(tokenAt(analysis, Math.max(first - 2, 0)).tag)) return false;
  return (
    RELATIVES.has(opener) || (opener === "that" && first - 1 > bounds.first && /^(?:NOUN|PROPN)$/.test(tokenAt(analysis, first - 2).tag))
  );
}

/** A piece ends where the next begins, or before the verb of a clause that it stands inside of. */
function endOf(at: SceneSentence, pieces: readonly Piece[], piece: Piece, limit: number): number {
  let end = limit;
  for (const other of pieces) {
    if (other === piece) continue;
    if (other.first > piece.clause.verb.verb) end = Math.min(end, cutBefore(at, other));
    else if (other.first <= piece.first && other.clause.verb.first > piece.clause.verb.last) end = Math.min(end, other.clause.verb.first);
  }
  return end;
}

/** A report that begins after the verb is told by its own clauses. */
function beforeInnerReport(scene: Scene, at: SceneSentence, frame: VoiceFrame, { verb }: Clause, limit: number): number {
  let end = limit;
  for (const other of scene.voicesIn(tokenAt(scene.analysis, at.sentence.first).sentence)) {
    if (other === frame || other.verb === null || other.verb <= verb.verb || other.home !== undefined) continue;
    const clause = at.clauses.find((each) => each.verb.verb === other.verb);
    if (clause !== undefined && clause.first > verb.verb) end = Math.min(end, clause.first);
  }
  return end;
}

/** The conjunction of a subordinate clause belongs to neither. */
function cutBefore(at: SceneSentence, { first, link }: Piece): number {
  if (link !== "subordinate") return first;
  const opener = at.phrases.find((phrase) => phrase.last === first);
  return opener?.type === "mark" && opener.kind !== "comma" ? opener.first : first;
}

function trimmed(analysis: Analysis, from: number, to: number, { verb }: Clause): Stretch {
  let first = from;
  let last = Math.max(to, verb.last);
  while (first < verb.first && OUTER.test(tokenAt(analysis, first).text)) first += 1;
  while (last > verb.last && OUTER.test(tokenAt(analysis, last - 1).text)) last -= 1;
  return { first, last };
}
