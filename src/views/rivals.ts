/** Rival explanations: as their voices put them, in document order, then those that people put up, in the order of their dates. */
import type { Id } from "../model/ids.ts";
import type { RivalRow } from "../model/rows.ts";
import { byUnits } from "../reconcile/folding.ts";
import type { Of } from "./heard.ts";
import { allOf } from "./heard.ts";
import { nowOf } from "./redirects.ts";
import { lastWords } from "./said.ts";
import { choruses, fileSayings } from "./sayings.ts";
import type { View } from "./view.ts";

/** How members mark evidence, by what they mark it against: of each member the last mark of each piece. */
async function cellsOf(of: Of): Promise<(ids: readonly Id[]) => RivalRow["cells"]> {
  const redirects = of("redirects");
  const cells = await Promise.all(
    (await allOf(of, "cell")).map(async (said) => {
      const { hypothesis, evidence, mark } = said.body;
      return { ...said, rival: await nowOf(redirects, hypothesis), evidence: await nowOf(redirects, evidence), mark };
    }),
  );
  return (ids) => {
    const own = cells.filter(({ rival }) => ids.includes(rival));
    return [...Map.groupBy(own, ({ evidence }) => evidence).values()]
      .flatMap((each) => lastWords(each))
      .map(({ evidence, mark, device }) => ({ evidence, mark, by: device }))
      .sort((a, b) => byUnits(a.evidence, b.evidence) || byUnits(a.by, b.by));
  };
}

export const rivals: View<RivalRow> = {
  name: "rivals",
  version: 1,
  file: (entry) =>
    fileSayings<string>("", entry, ({ kind, quote }) => (kind === "explanation" ? { alike: [quote], content: quote } : null)),
  async *list(rows, of) {
    const cells = await cellsOf(of);
    for (const chorus of await choruses<string>(rows, "")) {
      const [{ id, content }] = chorus;
      const claims = chorus.map((saying) => saying.id);
      yield { id, text: content, scope: null, claims, cells: cells(claims) };
    }
    const put = await allOf(of, "hypothesis");
    const replaced = new Set(put.map(({ body }) => body.supersedes));
    for (const { id, body } of [...put].sort((a, b) => byUnits(a.time, b.time) || byUnits(a.id, b.id))) {
      if (replaced.has(id)) continue;
      const claims = await Promise.all(body.claims.map((claim) => nowOf(of("redirects"), claim)));
      yield { id, text: body.text, scope: body.scope, claims, cells: cells([id]) };
    }
  },
};
