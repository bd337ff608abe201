/** The figures of a few documents, through the views that ship, over rows in memory. */
import type { Json } from "../../src/model/canonical.ts";
import type { TallyRow } from "../../src/model/rows.ts";
import { figures } from "../../src/views/figures.ts";
import { keep } from "../../src/views/keep.ts";
import type { Entry, Rows } from "../../src/views/view.ts";
import { filings } from "../../src/views/views.ts";

/** The tallies that the documents give. */
export async function talliesOf(entries: readonly Entry[]): Promise<readonly TallyRow[]> {
  const of = await folded(entries);
  const rows: TallyRow[] = [];
  for await (const row of figures.list(of(figures.name), of)) rows.push(row);
  return rows;
}

/** The rows of every view after these entries. */
export async function folded(entries: readonly Entry[]): Promise<(view: string) => Rows> {
  const tables = new Map(filings.map(({ name }): [string, Rows] => [name, rowsInMemory()]));
  const of = (name: string): Rows => tables.get(name) ?? rowsInMemory();
  for (const entry of entries) for (const filing of filings) await keep(of(filing.name), filing.file(entry));
  return of;
}

function rowsInMemory(): Rows {
  const kept = new Map<string, Json>();
  return {
    get: (key) => Promise.resolve(kept.get(key)),
    put(key, value) {
      if (value === undefined) kept.delete(key);
      else kept.set(key, JSON.parse(JSON.stringify(value)) as Json);
      return Promise.resolve();
    },
    async *range(prefix) {
      for (const key of [...kept.keys()].filter((each) => each.startsWith(prefix)).sort())
        yield await Promise.resolve([key, kept.get(key) ?? null] as const);
    },
  };
}
