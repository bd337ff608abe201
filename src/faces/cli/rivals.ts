import type { Command } from "./command.ts";
import { listing } from "./listing.ts";

/** `onrecord rivals`: rival explanations. */
export const rivals: Command = listing({
  name: "rivals",
  summary: "the explanations that are given, in the words of those who give them",
  examples: ["onrecord rivals --case my-case", "onrecord rivals --case my-case --json"],
  rows: (bench) => bench.view("rivals"),
  parts: ["claims", "people", "rivals"],
  page: async () => (await import("../../pages/rivals.ts")).rivalsPage,
});
