import type { Command } from "./command.ts";
import { listing } from "./listing.ts";

/** `onrecord findings`: what people concluded. */
export const findings: Command = listing({
  name: "findings",
  summary: "what people concluded, each by a signature, with the standard of proof",
  examples: ["onrecord findings --case my-case"],
  rows: (bench) => bench.view("findings"),
  parts: ["claims", "people", "findings"],
  page: async () => (await import("../../pages/findings.ts")).findingsPage,
});
