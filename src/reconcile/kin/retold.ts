/** Whether one text tells another again: the same numbers and names in the same order, whatever the words and the language between them. */
import type { Anchor } from "./anchors.ts";

export interface Retelling {
  /** Keys that stand in both in one order, in that order. */
  readonly keys: readonly string[];
  /** The stretch of each text from the first to the last of them, UTF-16 code units. */
  readonly a: { readonly start: number; readonly end: number };
  readonly b: { readonly start: number; readonly end: number };
  /** Weight of `keys` by the weight of all anchors of the text with less of it, 0 to 1. */
  readonly share: number;
}

/** Less than this in common is what any two reports of one event have. */
const LEAST = { weight: 4.5, numbers: 2, share: 0.5, inOrder: 0.6 };

/** What two texts tell in common, when one must be the other told again; else null. Anchors in the order of their texts. */
export function retellingOf(a: readonly Anchor[], b: readonly Anchor[]): Retelling | null {
  const there = new Map(b.map((anchor) => [anchor.key, anchor]));
  const common = a.flatMap((anchor) => {
    const other = there.get(anchor.key);
    return other === undefined ? [] : [{ anchor, other }];
  });
  const shared = sum(common.map(({ anchor }) => anchor));
  if (shared < LEAST.weight) return null;
  const chain = heaviestInOrder(common.map(({ anchor, other }) => ({ at: other.at, weight: anchor.weight }))).map((at) => common[at]);
  const links = chain.filter((link) => link !== undefined);
  const [first, last] = [links[0], links.at(-1)];
  if (first === undefined || last === undefined) return null;
  const weight = sum(links.map(({ anchor }) => anchor));
  const numbers = links.filter(({ anchor }) => anchor.key.startsWith("#") && anchor.weight >= 0.5).length;
  const share = weight / Math.min(sum(a), sum(b));
  const enough = weight >= LEAST.weight && numbers >= LEAST.numbers && share >= LEAST.share && weight >= LEAST.inOrder * shared;
  if (!enough) return null;
  return {
    keys: links.map(({ anchor }) => anchor.key),
    a: { start: first.anchor.at, end: last.anchor.at },
    b: { start: first.other.at, end: last.other.at },
    share,
  };
}

function sum(anchors: readonly Anchor[]): number {
  return anchors.reduce((total, { weight }) => total + weight, 0);
}

/** Indexes of the rising run of places that weighs most. O(n²); texts have some dozens of anchors in common at most. */
function heaviestInOrder(list: readonly { readonly at: number; readonly weight: number }[]): readonly number[] {
  const best: { weight: number; before: number }[] = [];
  let heaviest = -1;
  list.forEach(({ at, weight }, index) => {
    let [before, most] = [-1, 0];
    for (let earlier = 0; earlier < index; earlier += 1) {
      const reached = best[earlier]?.weight ?? 0;
      if ((list[earlier]?.at ?? 0) < at && reached > most) [before, most] = [earlier, reached];
    }
    best.push({ weight: most + weight, before });
    if (heaviest === -1 || most + weight > (best[heaviest]?.weight ?? 0)) heaviest = index;
  });
  const chain: number[] = [];
  for (let at = heaviest; at !== -1; at = best[at]?.before ?? -1) chain.unshift(at);
  return chain;
}
