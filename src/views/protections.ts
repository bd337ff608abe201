/** What is protected, as far as the record itself says it: sources, passages, and where protected persons are named. Nobody lists it. */
import type { Id } from "../model/ids.ts";
import type { CoverBody } from "../model/kinds/cover.ts";
import type { Span } from "../model/passage.ts";
import type { Filing, Rows } from "./view.ts";

export const protections: Filing = {
  name: "protections",
  version: 1,
  file: () => [],
  hear(said) {
    if (said.kind === "cover") {
      const { protects, source, text, spans } = said.body;
      return [[`cover\t${protects}\t${said.id}`, { source, text, spans: spans.map(({ start, end }) => ({ start, end })) }]];
    }
    if (said.kind !== "protect") return [];
    const { source, passage } = said.body;
    if (source !== null) return [[`source\t${source}\t${said.id}`, null]];
    if (passage === null) return [];
    const { start, end } = passage.span;
    return [[`passage\t${passage.source}\t${said.id}`, { text: passage.text, start, end }]];
  },
};

/** What is protected of a source. */
export interface Hidden {
  readonly whole: boolean;
  /** Of the text layer that the source has. */
  readonly spans: readonly Span[];
}

export const nothingHidden: Hidden = { whole: false, spans: [] };

export async function hiddenIn(rows: Rows, source: Id, text: Id): Promise<Hidden> {
  for await (const _ of rows.range(`source\t${source}\t`)) return { whole: true, spans: [] };
  const spans: Span[] = [];
  for await (const [, value] of rows.range(`passage\t${source}\t`)) {
    const { text: layer, start, end } = value as unknown as Span & { readonly text: Id };
    if (layer === text) spans.push({ start, end });
  }
  return { whole: false, spans };
}

/** Every place where a protected person is named, as `cover` statements that count say. */
export async function coversOf(rows: Rows): Promise<readonly CoverBody[]> {
  const covers: CoverBody[] = [];
  for await (const [key, value] of rows.range("cover\t")) {
    covers.push({ protects: key.split("\t")[1] as Id, ...(value as unknown as Omit<CoverBody, "protects">) });
  }
  return covers;
}
