/** Rival explanations as their voices put them, in document order. Nobody has weighed them yet. */
import { choruses, fileSayings } from "./sayings.ts";
import type { RivalRow } from "../model/rows.ts";
import type { View } from "./view.ts";

export const rivals: View<RivalRow> = {
  name: "rivals",
  version: 1,
  file: (entry) =>
    fileSayings<string>("", entry, ({ kind, quote }) => (kind === "explanation" ? { alike: [quote], content: quote } : null)),
  async *list(rows) {
    for (const chorus of await choruses<string>(rows, "")) {
      const [{ id, content }] = chorus;
      yield { id, text: content, scope: null, claims: chorus.map((saying) => saying.id), cells: [] };
    }
  },
};
