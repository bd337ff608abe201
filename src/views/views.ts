/** Every view of a case, in the order in which they are folded. Adding a view is one file and one line here. */
import type { View } from "./view.ts";

export const views: readonly View<unknown>[] = [];
