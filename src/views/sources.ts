/** The sources: one sealed document a row, by when it was got, then by id. */
import { sourceGrades } from "../model/kinds/grade.ts";
import type { Id } from "../model/ids.ts";
import type { SourceRow } from "../model/rows.ts";
import { byUnits } from "../reconcile/folding.ts";
import { bucketsIn, under } from "./buckets.ts";
import { allOf, joiningOf } from "./heard.ts";
import type { Of } from "./heard.ts";
import { lastWords } from "./said.ts";
import type { View } from "./view.ts";

/** The grade of each source that somebody graded: where members differ the lowest, F below all. */
async function gradesOf(of: Of): Promise<ReadonlyMap<Id, string>> {
  const grades = new Map<Id, string>();
  const said = (await allOf(of, "grade")).flatMap((each) =>
    each.body.of.type === "source" ? [{ ...each, source: each.body.of.source }] : [],
  );
  for (const [source, each] of Map.groupBy(said, (one) => one.source)) {
    const given = lastWords(each).map(({ body }) => sourceGrades.indexOf(body.grade as (typeof sourceGrades)[number]));
    grades.set(source, sourceGrades[Math.max(...given)] ?? "F");
  }
  return grades;
}

export const sources: View<SourceRow> = {
  name: "sources",
  version: 1,
  file({ source }) {
    const { id, text, title, publisher, published, language, form, complete, restates, bytes } = source;
    const { got } = source.provenance;
    // "F" on the Admiralty scale: reliability cannot be judged, which holds until a person grades it.
    const digest: SourceRow = {
      ...{ id, text, title, publisher, published, got, language, form, complete, restates },
      ...{ grade: "F", derivesFrom: [], bytes },
    };
    return under("", [{ bucket: got, member: id, digest }]);
  },
  async *list(rows, of) {
    const grades = await gradesOf(of);
    const { together } = await joiningOf(of, "derives-from");
    for await (const [, digests] of bucketsIn<SourceRow>(rows, "")) {
      for (const row of digests) {
        const roots = together.flatMap(([from, to]) => (from === row.id ? [to as Id] : []));
        yield { ...row, grade: grades.get(row.id) ?? row.grade, derivesFrom: roots.sort(byUnits) };
      }
    }
  },
};
