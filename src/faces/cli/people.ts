import type { Command } from "./command.ts";
import { listing } from "./listing.ts";

/** `onrecord people`: who is named. */
export const people: Command = listing({
  name: "people",
  summary: "persons, organisations and groups, with every spelling and why they are one",
  examples: ["onrecord people --case my-case", "onrecord people --case my-case --json"],
  rows: (bench) => bench.view("people"),
  parts: ["signed", "claims", "people"],
  page: async () => (await import("../../pages/people.ts")).peoplePage,
});
