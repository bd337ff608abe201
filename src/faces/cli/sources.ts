import type { Command } from "./command.ts";
import { listing } from "./listing.ts";

/** `onrecord sources`: what the case holds. */
export const sources: Command = listing({
  name: "sources",
  summary: "every sealed source: title, publisher, date, language, what it restates",
  examples: ["onrecord sources --case my-case", "onrecord sources --case my-case --json"],
  rows: (bench) => bench.sources(),
  parts: ["claims"],
  page: async () => (await import("../../pages/sources.ts")).sourcesPage,
});
