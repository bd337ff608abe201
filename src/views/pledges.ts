/** Promises by somebody who can be held to them, in document order. Kept and broken are for people to sign. */
import { marksOf } from "../reconcile/facts.ts";
import { choruses, fileSayings } from "./sayings.ts";
import type { PledgeRow } from "../model/rows.ts";
import type { View } from "./view.ts";

type Promised = Pick<PledgeRow, "by" | "to" | "what" | "due" | "condition"> & { readonly withdrawn: boolean };

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
  async *list(rows) {
    for (const chorus of await choruses<Promised>(rows, "")) {
      const [{ id, content }] = chorus;
      const { withdrawn: _withdrawn, ...promised } = content;
      const state = chorus.some((saying) => saying.content.withdrawn) ? "withdrawn" : "open";
      yield { id, ...promised, claims: chorus.map((saying) => saying.id), state, evidence: [] };
    }
  },
};
