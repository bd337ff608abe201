/** Promises by somebody who can be held to them, in document order. Kept and broken are for people to sign. */
import { marksOf } from "../reconcile/facts.ts";
import type { Id } from "../model/ids.ts";
import { byUnits } from "../reconcile/folding.ts";
import type { Of } from "./heard.ts";
import { allOf } from "./heard.ts";
import { nowOf } from "./redirects.ts";
import { lastWords } from "./said.ts";
import { choruses, fileSayings } from "./sayings.ts";
import type { PledgeRow } from "../model/rows.ts";
import type { View } from "./view.ts";

type Promised = Pick<PledgeRow, "by" | "to" | "what" | "due" | "condition"> & { readonly withdrawn: boolean };

/** What members say became of a promise that these claims make, when all who speak of it say the same; null when nobody does, or they differ. */
async function statusesOf(of: Of): Promise<(claims: readonly Id[]) => Pick<PledgeRow, "state" | "evidence"> | null> {
  const redirects = of("redirects");
  const said = await Promise.all(
    (await allOf(of, "pledge-status")).map(async (each) => ({ ...each, pledge: await nowOf(redirects, each.body.pledge) })),
  );
  return (claims) => {
    const last = lastWords(said.filter(({ pledge }) => claims.includes(pledge)));
    const [first] = last;
    if (first === undefined || last.some(({ body }) => body.state !== first.body.state)) return null;
    return { state: first.body.state, evidence: [...new Set(last.flatMap(({ body }) => body.evidence))].sort(byUnits) };
  };
}

export const pledges: View<PledgeRow> = {
  name: "pledges",
  version: 1,
  file(entry) {
    const marks = marksOf(entry.claims);
    return fileSayings<Promised>("", entry, ({ id, kind, pledge, voice }) => {
      if (kind !== "pledge" || pledge === null) return null;
      const by = pledge.by ?? voice.at(-1)?.name ?? null;
      const { to, what, due, condition } = pledge;
      const withdrawn = marks.get(id)?.includes("withdraws") === true || voice.at(-1)?.stance === "withdraws";
      return { alike: [by, to, what, due, condition], content: { by, to, what, due, condition, withdrawn } };
    });
  },
  async *list(rows, of) {
    const statuses = await statusesOf(of);
    for (const chorus of await choruses<Promised>(rows, "")) {
      const [{ id, content }] = chorus;
      const { withdrawn: _withdrawn, ...promised } = content;
      const claims = chorus.map((saying) => saying.id);
      const read: PledgeRow["state"] = chorus.some((saying) => saying.content.withdrawn) ? "withdrawn" : "open";
      yield { id, ...promised, claims, ...(statuses(claims) ?? { state: read, evidence: [] }) };
    }
  },
};
