/** Widths of the columns of a table in a given room. */

export interface Wanted {
  /** Cells of the widest content on one line. */
  readonly natural: number;
  /** Cells of the longest word. */
  readonly word: number;
  readonly wraps: boolean;
}

/** Spaces between two columns. */
export const GAP = 2;
// A column that must not wrap still may not take more than this share of the line.
const SHARE = 0.34;

/**
 * Cells for each column, together at most `room` with the gaps; null when even the longest words do not fit side by side,
 * and the rows must be stacked. What is left over goes to wrapping columns in proportion to what they lack.
 */
export function fit(columns: readonly Wanted[], room: number): readonly number[] | null {
  const inner = room - GAP * Math.max(columns.length - 1, 0);
  const natural = columns.map((column) => column.natural);
  if (sum(natural) <= inner) return natural;
  const least = columns.map((column) =>
    column.wraps ? Math.min(column.word, column.natural) : Math.min(column.natural, Math.max(column.word, Math.floor(inner * SHARE))),
  );
  const spare = inner - sum(least);
  if (spare < 0) return null;
  const lack = columns.map((column, index) => column.natural - (least[index] ?? 0));
  const all = sum(lack);
  return least.map((width, index) => width + Math.floor((spare * (lack[index] ?? 0)) / all));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
