import type { Command } from "./command.ts";
import { listing } from "./listing.ts";

/** `onrecord questions`: what nobody knows. */
export const questions: Command = listing({
  name: "questions",
  summary: "what the sources say is unknown, and what the record leaves open",
  examples: ["onrecord questions --case my-case", "onrecord questions --case my-case --json"],
  rows: (bench) => bench.view("questions"),
  parts: ["claims", "people", "questions"],
  page: async () => (await import("../../pages/questions.ts")).questionsPage,
});
