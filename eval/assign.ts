/** Optimal one-to-one assignment. */

/**
 * Pairs rows with columns so that the sum of weights is as large as it can be; a weight of 0 or less means "never". Returns for each row its
 * column, or null. Ties are broken by the lower index, so the answer is always the same. Method: the Hungarian algorithm with potentials
 * (Kuhn 1955, Munkres 1957; the O(n^3) form of Jonker and Volgenant), on the matrix padded to a square with zeros.
 */
export function assign(weights: readonly (readonly number[])[]): readonly (number | null)[] {
  const rows = weights.length;
  const columns = Math.max(0, ...weights.map((row) => row.length));
  const size = Math.max(rows, columns);
  const cost = (row: number, column: number): number => -Math.max(0, weights[row]?.[column] ?? 0);
  const rowPotential = new Array<number>(size + 1).fill(0);
  const columnPotential = new Array<number>(size + 1).fill(0);
  // 1-based, as in the usual statement of the method: column 0 is where each search starts.
  const rowOf = new Array<number>(size + 1).fill(0);
  for (let row = 1; row <= size; row++) {
    const least = new Array<number>(size + 1).fill(Infinity);
    const from = new Array<number>(size + 1).fill(0);
    const used = new Array<boolean>(size + 1).fill(false);
    rowOf[0] = row;
    let column = 0;
    do {
      used[column] = true;
      const current = rowOf[column] as number;
      let delta = Infinity;
      let next = 0;
      for (let candidate = 1; candidate <= size; candidate++) {
        if (used[candidate] === true) continue;
        const reduced = cost(current - 1, candidate - 1) - (rowPotential[current] as number) - (columnPotential[candidate] as number);
        if (reduced < (least[candidate] as number)) {
          least[candidate] = reduced;
          from[candidate] = column;
        }
        if ((least[candidate] as number) < delta) {
          delta = least[candidate] as number;
          next = candidate;
        }
      }
      for (let each = 0; each <= size; each++) {
        if (used[each] === true) {
          rowPotential[rowOf[each] as number] = (rowPotential[rowOf[each] as number] as number) + delta;
          columnPotential[each] = (columnPotential[each] as number) - delta;
        } else least[each] = (least[each] as number) - delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    do {
      const before = from[column] as number;
      rowOf[column] = rowOf[before] as number;
      column = before;
    } while (column !== 0);
  }
  const columnOf = new Array<number | null>(rows).fill(null);
  for (let column = 1; column <= columns; column++) {
    const row = (rowOf[column] as number) - 1;
    if (row >= 0 && row < rows && cost(row, column - 1) < 0) columnOf[row] = column - 1;
  }
  return columnOf;
}
