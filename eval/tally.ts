/** Precision, recall and F1 from three counts. */

export interface Tally {
  /** What the labels hold. */
  readonly gold: number;
  /** What the reader said. */
  readonly found: number;
  /** How much of it agrees. */
  readonly right: number;
}

export interface Rates {
  /** Shares of 1; null when there was nothing to divide by. */
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/** F1 is null when neither side has anything, and 0 when they have nothing in common. */
export function ratesOf({ gold, found, right }: Tally): Rates {
  return {
    precision: found === 0 ? null : right / found,
    recall: gold === 0 ? null : right / gold,
    f1: gold + found === 0 ? null : (2 * right) / (gold + found),
  };
}

/** Tallies by name, in the order in which the names first came up. */
export class Tallies {
  private readonly rows = new Map<string, { gold: number; found: number; right: number }>();

  /** Adds to the three counts of a row; a row that was never named has none. */
  add(name: string, gold: number, found: number, right: number): void {
    const row = this.rows.get(name) ?? { gold: 0, found: 0, right: 0 };
    this.rows.set(name, row);
    row.gold += gold;
    row.found += found;
    row.right += right;
  }

  /** The counts of a row; zeros when nothing was added to it. */
  get(name: string): Tally {
    return this.rows.get(name) ?? { gold: 0, found: 0, right: 0 };
  }

  names(): readonly string[] {
    return [...this.rows.keys()];
  }

  entries(): readonly (readonly [string, Tally])[] {
    return [...this.rows.entries()];
  }
}
