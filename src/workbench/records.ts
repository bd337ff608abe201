/** What views may ask for while they list: rows of views, and the claims and sources of the case as rows by their ids. */
import type { Json } from "../model/canonical.ts";
import type { Id } from "../model/ids.ts";
import type { Reads } from "../store/store.ts";
import type { Rows } from "../views/view.ts";

/** The rows of the view `name`; `claim` and `source` are looked up one at a time and never listed. */
export function rowsFor(store: Reads, name: string): Rows {
  if (name === "claim") return looking(async (id) => store.claim(id));
  if (name === "source") return looking(async (id) => (await store.source(id))?.source ?? null);
  return store.rows(name);
}

function looking(find: (id: Id) => Promise<object | null>): Rows {
  const no = (): never => {
    throw new TypeError("claims and sources are only looked up");
  };
  return { get: async (key) => ((await find(key as Id)) ?? undefined) as Json | undefined, put: no, range: no };
}
