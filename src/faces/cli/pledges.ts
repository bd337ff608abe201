import type { Command } from "./command.ts";
import { listing } from "./listing.ts";

/** `onrecord pledges`: what was promised. */
export const pledges: Command = listing({
  name: "pledges",
  summary: "promises: by whom, of what, until when",
  examples: ["onrecord pledges --case my-case", "onrecord pledges --case my-case --json"],
  rows: (bench) => bench.view("pledges"),
  parts: ["claims", "people", "pledges"],
  page: async () => (await import("../../pages/pledges.ts")).pledgesPage,
});
