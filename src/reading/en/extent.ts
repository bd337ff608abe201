/** The exact span of a claim: the clause or phrase that says it, without the words that say who reports it. */
import type { Analysis } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import type { Span } from "../../model/passage.ts";
import type { Scene } from "./scene.ts";
import type { SceneSentence } from "./stage.ts";
import { framesAround } from "./frame.ts";
import type { Stretch } from "./words.ts";

const EDGE = /^(?:[,;:.!?…–—-]|and|but|or|that|“|”|"|«|»)$/i;

/** Words that only join a sentence to the one before. */
const LEADS: ReadonlySet<string> = new Set(["then", "meanwhile", "also", "afterwards", "later", "however", "instead"]);

/** Character span of a stretch, kept inside the innermost report that holds `anchor` and trimmed of conjunctions and punctuation. */
export function claimSpan(scene: Pick<Scene, "analysis" | "voices" | "voicesIn">, at: SceneSentence, stretch: Stretch, anchor: Span): Span {
  const { analysis } = scene;
  const frame = framesAround(scene.voices, anchor).at(-1);
  const low = frame === undefined ? at.sentence.start : Math.max(frame.content.start, at.sentence.start);
  const high = frame === undefined ? at.sentence.end : Math.min(frame.content.end, at.sentence.end);
  let first = stretch.first;
  let last = stretch.last;
  while (first < last - 1 && tokenAt(analysis, first).start < low) first += 1;
  while (last > first + 1 && tokenAt(analysis, last - 1).end > high) last -= 1;
  // A report inside the stretch that does not hold the anchor is not part of what is claimed.
  for (const other of scene.voicesIn(tokenAt(analysis, at.sentence.first).sentence)) {
    if (other === frame) continue;
    if (other.cue.end <= anchor.start && other.content.end <= anchor.start && other.cue.end > tokenAt(analysis, first).start)
      while (first < last - 1 && tokenAt(analysis, first).start < other.content.end) first += 1;
  }
  first = Math.min(Math.max(first, firstWord(analysis, at)), last - 1);
  while (first < last - 1 && EDGE.test(tokenAt(analysis, first).text) && tokenAt(analysis, first).start < anchor.start) first += 1;
  if (
    first <= at.sentence.first + 1 &&
    first < last - 1 &&
    LEADS.has(tokenAt(analysis, first).lower) &&
    tokenAt(analysis, first).start < anchor.start
  )
    first += 1;
  while (last > first + 1 && EDGE.test(tokenAt(analysis, last - 1).text) && tokenAt(analysis, last - 1).end > anchor.end) last -= 1;
  return { start: Math.min(tokenAt(analysis, first).start, anchor.start), end: Math.max(tokenAt(analysis, last - 1).end, anchor.end) };
}

const MARKER = /^(?:[-–—•*·▪]\s*)?(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+)?/;

/** The first word of a sentence behind the mark of a list ("3.", "(c)", "•"). */
function firstWord(analysis: Analysis, { sentence }: SceneSentence): number {
  const length = MARKER.exec(analysis.text.slice(sentence.start, sentence.start + 12))?.[0].length ?? 0;
  let { first } = sentence;
  while (first < sentence.last - 1 && tokenAt(analysis, first).start < sentence.start + length) first += 1;
  return first;
}
