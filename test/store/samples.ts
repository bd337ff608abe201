/** Small builders for stores: things with the right shape and nothing behind them. */
import { createHash } from "node:crypto";
import type { Claim } from "../../src/model/claim.ts";
import { exactly } from "../../src/model/figure.ts";
import type { Id } from "../../src/model/ids.ts";
import type { Certainty, EventType, Kind, Review, Unit } from "../../src/model/words.ts";
import type { SourceEntry } from "../../src/store/store.ts";

/** An id made of a name. */
export const idLike = (name: string): Id => `sha256:${createHash("sha256").update(name).digest("hex")}`;

/** A source called `name`, got at `got`, with one reading. */
export function entryLike(name: string, got: string): SourceEntry {
  return {
    source: {
      id: idLike(name),
      text: idLike(`${name} text`),
      bytes: 100,
      format: "text",
      encoding: "utf-8",
      title: name,
      author: null,
      publisher: "Көктем хабары",
      published: null,
      url: null,
      language: "en",
      form: "original",
      complete: true,
      restates: null,
      passages: [{ start: 0, end: 100, language: "en" }],
      provenance: { from: `${name}.txt`, got, by: "test 0.0.0" },
    },
    seal: idLike(`${name} seal`),
    readings: [{ statement: idLike(`${name} read`), reader: "rules", version: "1.0.0", drafts: idLike(`${name} drafts`), claims: 1 }],
  };
}

/** A claim whose quote is `name`, with the parts that stores filter by. `voice` is names, outermost first. */
export function claimLike(
  name: string,
  { source }: SourceEntry,
  parts: { kind?: Kind; event?: EventType; unit?: Unit; certainty?: Certainty; review?: Review; voice?: readonly (string | null)[] },
): Claim {
  return {
    id: idLike(`${name} claim`),
    source: source.id,
    text: source.text,
    start: 0,
    end: name.length,
    quote: name,
    also: [],
    kind: parts.kind ?? "event",
    voice: (parts.voice ?? []).map((each) => ({
      name: each,
      start: null,
      end: null,
      from: null,
      cue: null,
      person: null,
      office: null,
      anonymous: each === null,
      party: "unknown",
      stance: "says",
      basis: "unknown",
    })),
    certainty: parts.certainty ?? "stated",
    negated: false,
    event: parts.event ?? null,
    legal: null,
    who: [],
    when: null,
    whenText: null,
    whenKind: null,
    asOf: null,
    said: null,
    where: [],
    figure:
      parts.unit === undefined
        ? null
        : { ...exactly(3), unit: parts.unit, counted: null, of: [], accrual: null, partOf: null, partKind: null, per: null },
    relation: null,
    pledge: null,
    question: null,
    links: [],
    reader: { name: "rules", version: "1.0.0", rule: "test" },
    review: parts.review ?? "unreviewed",
  };
}
