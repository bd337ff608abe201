/** What people conclude, each by its signature, in the order of their dates. Nothing else in the program may say that a thing is so. */
import type { Json } from "../model/canonical.ts";
import type { FindingRow } from "../model/rows.ts";
import { byUnits } from "../reconcile/folding.ts";
import { nowOf } from "./redirects.ts";
import type { View } from "./view.ts";

export const findings: View<FindingRow> = {
  name: "findings",
  version: 1,
  file: () => [],
  hear(said) {
    if (said.kind !== "finding") return [];
    const { text, standard, supports, against, unresolved, supersedes } = said.body;
    const row: FindingRow = {
      id: said.id,
      text,
      standard,
      supports,
      against,
      unresolved,
      signedBy: said.device,
      date: said.time,
      supersedes,
    };
    return [[said.id, row as unknown as Json]];
  },
  async *list(rows, of) {
    const redirects = of("redirects");
    const all: FindingRow[] = [];
    for await (const [, row] of rows.range("")) all.push(row as unknown as FindingRow);
    for (const row of all.sort((a, b) => byUnits(a.date, b.date) || byUnits(a.id, b.id))) {
      const now = (ids: FindingRow["supports"]): Promise<FindingRow["supports"]> => Promise.all(ids.map((id) => nowOf(redirects, id)));
      yield { ...row, supports: await now(row.supports), against: await now(row.against) };
    }
  },
};
