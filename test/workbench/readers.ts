/** Readers for tests: simple, and as bad as wanted. */
import type { Draft } from "../../src/model/claim.ts";
import { exactly } from "../../src/model/figure.ts";
import type { Reader } from "../../src/reading/reader.ts";

/** A draft that quotes `text` from `start` to `end`. */
export function draft(text: string, start: number, end: number, parts: Partial<Draft> = {}): Draft {
  return {
    start,
    end,
    quote: text.slice(start, end),
    also: [],
    kind: "event",
    voice: [],
    certainty: "stated",
    negated: false,
    event: "other",
    legal: null,
    who: [],
    when: null,
    whenText: null,
    whenKind: null,
    asOf: null,
    said: null,
    where: [],
    figure: null,
    relation: null,
    pledge: null,
    question: null,
    links: [],
    rule: "test.word",
    ...parts,
  };
}

/** A figure draft; `partOf` is a position. */
export function figureDraft(text: string, start: number, end: number, partOf: number | null): Draft {
  const figure = {
    ...exactly(end - start),
    unit: "other" as const,
    counted: null,
    of: [],
    accrual: null,
    partOf,
    partKind: null,
    per: null,
  };
  return draft(text, start, end, { kind: "figure", event: null, figure });
}

/** A reader that reads with `read`. */
export function reader(read: Reader["read"], version = "1.0.0", name = "rules"): Reader {
  return { name, version, read };
}

/** Every run of letters is an event. */
export const words: Reader = reader((text) =>
  [...text.matchAll(/\p{L}+/gu)].map((match) => draft(text, match.index, match.index + match[0].length)),
);
