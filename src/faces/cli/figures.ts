import type { Command } from "./command.ts";
import { listing } from "./listing.ts";

/** `onrecord figures`: every tally as a ledger. */
export const figures: Command = listing({
  name: "figures",
  summary: "numbers that measure the same thing side by side, with parts and arithmetic",
  examples: ["onrecord figures --case my-case", "onrecord figures --case my-case --json"],
  rows: (bench) => bench.view("figures"),
  parts: ["claims", "people", "figures"],
  page: async () => (await import("../../pages/figures.ts")).figuresPage,
});
