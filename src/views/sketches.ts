/** A sketch of every document, by its id: what tells whether others go back to it. Views ask for those of the documents at hand while they list. */
import type { Json } from "../model/canonical.ts";
import type { Id } from "../model/ids.ts";
import type { Located } from "../reconcile/facts.ts";
import type { Anchor } from "../reconcile/kin/anchors.ts";
import type { Kinship, Memory } from "../reconcile/kin/kinship.ts";
import { kinshipOf } from "../reconcile/kin/kinship.ts";
import type { Mark } from "../reconcile/kin/marks.ts";
import type { Sketch } from "../reconcile/kin/sketch.ts";
import { sketchOf } from "../reconcile/kin/sketch.ts";
import type { Of } from "./heard.ts";
import { joiningOf } from "./heard.ts";
import type { Filing } from "./view.ts";

/** A sketch as a row: its two long lists without names of fields. */
interface Row extends Omit<Sketch, "marks" | "anchors"> {
  readonly marks: readonly (readonly [hash: number, at: number])[];
  readonly anchors: readonly (readonly [key: string, at: number, weight: number])[];
}

const packed = ({ marks, anchors, ...rest }: Sketch): Row => ({
  ...rest,
  marks: marks.map(({ hash, at }) => [hash, at] as const),
  anchors: anchors.map(({ key, at, weight }) => [key, at, weight] as const),
});

const unpacked = ({ marks, anchors, ...rest }: Row): Sketch => ({
  ...rest,
  marks: marks.map(([hash, at]): Mark => ({ hash, at })),
  anchors: anchors.map(([key, at, weight]): Anchor => ({ key, at, weight })),
});

export const sketches: Filing = {
  name: "sketches",
  version: 1,
  file: ({ source, text, claims }) => (text === null ? [] : [[source.id, packed(sketchOf(source, text, claims)) as unknown as Json]]),
};

/** Sketches held at once: a listing goes from bucket to bucket, and neighbours are told by much the same documents. */
const MOST = 2_000;

/** How the documents of some facts are related: asked for one bucket at a time. */
export async function kinshipIn(of: Of): Promise<(facts: readonly Located[]) => Promise<Kinship>> {
  const rows = of(sketches.name);
  const derives = await joiningOf(of, "derives-from");
  const held = new Map<Id, Sketch | null>();
  const memory: Memory = new Map();
  const sketch = async (id: Id): Promise<Sketch | null> => {
    const known = held.get(id);
    if (known !== undefined) return known;
    const row = await rows.get(id);
    const found = row === undefined ? null : unpacked(row as unknown as Row);
    if (held.size >= MOST) {
      held.clear();
      memory.clear();
    }
    held.set(id, found);
    return found;
  };
  return async (facts) => {
    const near = new Map<Id, Sketch>();
    for (const source of new Set(facts.map((fact) => fact.source))) {
      const found = await sketch(source);
      if (found !== null) near.set(source, found);
    }
    return kinshipOf(near, derives, memory);
  };
}
