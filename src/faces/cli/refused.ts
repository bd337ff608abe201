import type { Command } from "./command.ts";
import { listing } from "./listing.ts";

/** `onrecord refused`: what was not taken. */
export const refused: Command = listing({
  name: "refused",
  summary: "inputs and drafts that were not taken, each with its code",
  examples: ["onrecord refused --case my-case", "onrecord refused --case my-case --json"],
  rows: (bench) => bench.refused(),
  parts: ["refused"],
  page: async () => (await import("../../pages/refused.ts")).refusedPage,
});
