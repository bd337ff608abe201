/**
 * Rows of tables that somebody else made, as documents: each row is a text of its own, its columns line by line, and below them what the mapping made
 * of it, in the words of the contract. The reader takes the second for a claim whose quote is the first. So a row is read the same way everywhere,
 * whatever mapping it came through, and the mapping can be seen in the record.
 */
import type { Draft } from "../model/claim.ts";
import type { Of } from "../model/figure.ts";
import type { Accrual, Certainty, Party, Precision, Stance, Unit } from "../model/words.ts";
import { accruals, certainties, parties, precisions, stances, units } from "../model/words.ts";
import { faultsOf, finite, flag, list, nullable, object, oneOf, text as anyText } from "../model/check.ts";
import type { Check } from "../model/check.ts";
import { ofCheck } from "../model/figure.ts";
import { edtfCheck } from "../model/time.ts";
import type { Reader } from "./reader.ts";

/** What a row says, after the mapping. */
export interface RowFigure {
  readonly unit: Unit;
  readonly of: readonly Of[];
  readonly counted: string | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly best: number | null;
  readonly approx: boolean;
  readonly accrual: Accrual | null;
  /** Whose word it is; null when the row names nobody. */
  readonly voice: string | null;
  readonly anonymous: boolean;
  readonly party: Party;
  readonly stance: Stance;
  readonly certainty: Certainty;
  readonly negated: boolean;
  /** EDTF. */
  readonly when: string | null;
  readonly asOf: string | null;
  readonly said: string | null;
  readonly where: string | null;
  readonly precision: Precision;
}

export const rowFigureCheck: Check<RowFigure> = object<RowFigure>({
  unit: oneOf(units),
  of: list(ofCheck),
  counted: nullable(anyText),
  min: nullable(finite),
  max: nullable(finite),
  best: nullable(finite),
  approx: flag,
  accrual: nullable(oneOf(accruals)),
  voice: nullable(anyText),
  anonymous: flag,
  party: oneOf(parties),
  stance: oneOf(stances),
  certainty: oneOf(certainties),
  negated: flag,
  when: nullable(edtfCheck),
  asOf: nullable(edtfCheck),
  said: nullable(edtfCheck),
  where: nullable(anyText),
  precision: oneOf(precisions),
});

/** Stands between what the row has and what the mapping made of it. */
const MAPPED = "\n\nMapped to a figure:\n";

/** The text layer of a row: what it is called, its columns that say something, and the figure. Line ends in values become spaces. */
export function rowText(title: string, columns: Readonly<Record<string, string>>, figure: RowFigure): string {
  const said = Object.entries(columns).map(([name, value]) => `${name}: ${value.replace(/\s+/gu, " ").trim()}`);
  const mapped = Object.entries(figure).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `${title}\n\n${said.join("\n")}${MAPPED}${mapped.join("\n")}\n`;
}

/** The figure that the text of a row holds; null when it is no such text or holds none. */
function figureIn(mapped: string): RowFigure | null {
  const entries = mapped.trimEnd().split("\n");
  try {
    const value: unknown = Object.fromEntries(
      entries.map((line) => {
        const at = line.indexOf(": ");
        return [line.slice(0, at), JSON.parse(line.slice(at + 2)) as unknown];
      }),
    );
    return faultsOf(rowFigureCheck, value).length === 0 ? (value as RowFigure) : null;
  } catch {
    return null;
  }
}

function draftOf(text: string, start: number, end: number, row: RowFigure): Draft {
  const quote = text.slice(start, end);
  const placed = (value: string): { readonly start: number; readonly end: number } | null => {
    const at = quote.indexOf(value);
    return at === -1 ? null : { start: start + at, end: start + at + value.length };
  };
  const { voice, anonymous, party, stance, where, precision } = row;
  const { unit, of, counted, min, max, best, approx, accrual } = row;
  const spoken = voice === null ? null : placed(voice);
  const at = where === null ? null : placed(where);
  return {
    ...{ start, end, quote, also: [], kind: "figure" },
    voice:
      voice === null
        ? []
        : [
            {
              ...{ name: voice, start: spoken?.start ?? null, end: spoken?.end ?? null, from: null, cue: null, person: null, office: null },
              ...{ anonymous, party, stance, basis: "unknown" },
            },
          ],
    ...{ certainty: row.certainty, negated: row.negated, event: null, legal: null, who: [] },
    ...{ when: row.when, whenText: null, whenKind: null, asOf: row.asOf, said: row.said },
    where: where === null ? [] : [{ name: where, start: at?.start ?? start, end: at?.end ?? end, precision }],
    figure: {
      ...{ min, max, minExclusive: false, maxExclusive: false, best, approx, unit, counted, of, accrual },
      ...{ partOf: null, partKind: null, per: null },
    },
    ...{ relation: null, pledge: null, question: null, links: [], rule: "table.row" },
  };
}

/** Reads the texts that `rowText` makes, and nothing else. */
export const tableRows: Reader = {
  name: "table",
  version: "1.0.0",
  read(text) {
    const [titleEnd, mappedAt] = [text.indexOf("\n\n"), text.lastIndexOf(MAPPED)];
    if (titleEnd === -1 || mappedAt <= titleEnd) return [];
    const row = figureIn(text.slice(mappedAt + MAPPED.length));
    return row === null ? [] : [draftOf(text, titleEnd + 2, mappedAt, row)];
  },
};
