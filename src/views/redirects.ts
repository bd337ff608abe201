/** Which claim stands in the place of which: ids that people wrote down go on leading somewhere. Nobody lists it. */
import type { Id } from "../model/ids.ts";
import type { Filing, Rows } from "./view.ts";

/** The id of the claim that stands in this one's place; the same id when none does. */
export async function nowOf(redirects: Rows, id: Id): Promise<Id> {
  const to = await redirects.get(id);
  return typeof to === "string" ? (to as Id) : id;
}

export const redirects: Filing = {
  name: "redirects",
  version: 1,
  file: ({ moved }) => moved.map(({ from, to }) => [from, to] as const),
};
