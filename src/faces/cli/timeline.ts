import type { Command } from "./command.ts";
import { listing } from "./listing.ts";

/** `onrecord timeline`: events in time order. */
export const timeline: Command = listing({
  name: "timeline",
  summary: "events in time order, each with what it rests on",
  examples: ["onrecord timeline --case my-case", "onrecord timeline --case my-case --json"],
  rows: (bench) => bench.view("timeline"),
  parts: ["claims", "people", "timeline"],
  page: async () => (await import("../../pages/timeline.ts")).timelinePage,
});
