/** Places that stand over what follows: "Brisk: 3 dead, 9 injured", a line "Altenmoor" over its entries. */
import { tokenAt } from "../../language/token.ts";
import { placeIn } from "./place-phrases.ts";
import type { PlaceMention } from "./places.ts";
import type { Scene } from "./scene.ts";
import { spanOf } from "./words.ts";

/** The place over each sentence that has one, by the number of the sentence. A name without a word of place needs a second line like its own. */
export function placeLabels(scene: Scene): ReadonlyMap<number, PlaceMention> {
  const heads = new Map<number, { readonly place: PlaceMention; readonly sure: boolean; readonly alone: boolean }>();
  let paragraph = -1;
  scene.sentences.forEach((at, index) => {
    if (at.sentence.paragraph === paragraph) return;
    ({ paragraph } = at.sentence);
    const head = headOf(scene, index);
    if (head !== null) heads.set(index, head);
  });
  const unsure = [...heads.values()].filter(({ sure }) => !sure).length;
  const over = new Map<number, PlaceMention>();
  let current: PlaceMention | null = null;
  let alone: PlaceMention | null = null;
  paragraph = -1;
  scene.sentences.forEach((at, index) => {
    if (at.sentence.paragraph !== paragraph) {
      ({ paragraph } = at.sentence);
      const head = heads.get(index);
      const stands = head !== undefined && (head.sure || unsure > 1) ? head : null;
      if (stands?.alone === true) alone = stands.place;
      current = stands === null ? alone : stands.place;
    }
    if (current !== null) over.set(index, current);
  });
  return over;
}

/** Sentences at the top that may open with a dateline. */
const DATELINE = 3;

/** The place before the colon or dash at the head of a paragraph, or the whole of it. */
function headOf(scene: Scene, index: number): { readonly place: PlaceMention; readonly sure: boolean; readonly alone: boolean } | null {
  const { analysis, names } = scene;
  const at = scene.sentences[index];
  if (at === undefined) return null;
  const first = at.phrases.findIndex(({ type }) => type === "noun");
  const noun = at.phrases[first];
  if (noun?.type !== "noun" || first > 2) return null;
  const before = analysis.text.slice(at.sentence.start, tokenAt(analysis, noun.first).start);
  if (!/^(?:[-•*–—]|\(?[\da-z][.)])?$/i.test(before.trim())) return null;
  const behind = noun.last < at.sentence.last ? tokenAt(analysis, noun.last) : null;
  const alone = behind === null || (/^[:.]$/.test(behind.text) && noun.last + 1 === at.sentence.last);
  if (!alone && !/^[:–—]$/.test(behind.text)) return null;
  // "TARVO – A silo exploded on Monday.": a dateline says where it was written.
  if (!alone && behind.text !== ":" && index < DATELINE && /[.!?]$/.test(analysis.text.slice(at.sentence.start, at.sentence.end)))
    return null;
  for (let token = noun.first; token < noun.last; token += 1)
    if (tokenAt(analysis, token).tag !== "PROPN" && token === noun.last - 1 && !isPlace(scene, noun)) return null;
  const named = placeIn(analysis, noun, -1, names);
  if (
    named?.named !== true ||
    at.times.some((time) => time.start < spanOf(analysis, named).end && time.end > spanOf(analysis, named).start)
  )
    return null;
  const span = spanOf(analysis, named);
  // A line with the name of an office signs what stands above it; capitals name who speaks.
  if ((alone && named.precision === "site" && behind === null) || names.at(named.last - 1)?.kind === "organisation") return null;
  if (/^[\p{Lu}\s-]+$/u.test(analysis.text.slice(span.start, span.end))) return null;
  const { first: from, last, precision } = named;
  const place = {
    ...span,
    first: from,
    last,
    precision,
    name: analysis.text.slice(span.start, span.end),
    preposition: null,
    named: true,
    kind: named.kind,
  };
  return { place, sure: named.sure, alone };
}

function isPlace(
  scene: Scene,
  noun: { readonly first: number; readonly last: number; readonly head: number; readonly type: "noun" },
): boolean {
  return placeIn(scene.analysis, noun, -1, scene.names)?.kind != null;
}
