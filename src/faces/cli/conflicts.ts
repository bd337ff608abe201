import type { Command } from "./command.ts";
import { listing } from "./listing.ts";

/** `onrecord conflicts`: where people differ, and what waits to be decided. */
export const conflicts: Command = listing({
  name: "conflicts",
  summary: "where people contradict each other, and what waits for somebody to decide",
  examples: ["onrecord conflicts --case my-case"],
  rows: (bench) => bench.view("conflicts"),
  parts: ["claims", "people", "conflicts"],
  page: async () => (await import("../../pages/conflicts.ts")).conflictsPage,
});
