/** Where a document tells a story: near what says or points to an event. Elsewhere the same words describe, instruct or entertain. */
import type { Found } from "../found.ts";
import type { Stage } from "./stage.ts";

/** How many sentences away an event may be told for a clause to belong to its story. */
const REACH = 15;

const NONE: ReadonlyMap<number, readonly Found[]> = new Map();

/**
 * By sentence: true when it stands near one that tells of a typed event, counts what it did, or only points to one ("after the explosion"). What a
 * sentence itself only points to is no story yet. `bySentence` are findings so far; without them only the event words count.
 */
export function storyOf({ sentences }: Pick<Stage, "sentences">, bySentence = NONE): readonly boolean[] {
  const near = new Array<boolean>(sentences.length).fill(false);
  sentences.forEach(({ acts }, index) => {
    const told = bySentence.get(index)?.some(({ event }) => event !== null && event !== "other") ?? false;
    if (!told && !acts.some(({ type }) => type !== "other")) return;
    for (let i = Math.max(0, index - REACH); i <= index + REACH && i < near.length; i += 1) near[i] ||= told || i !== index;
  });
  return near;
}
