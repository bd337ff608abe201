import type { Command } from "./command.ts";
import { listing } from "./listing.ts";

/** `onrecord signed`: what people put on record besides judging claims. */
export const signed: Command = listing({
  name: "signed",
  summary: "responses, consents, legal outcomes, places, notes and settings that people signed",
  examples: ["onrecord signed --case my-case"],
  rows: (bench) => bench.view("signed"),
  parts: ["claims", "people", "signed"],
  page: async () => (await import("../../pages/signed.ts")).signedPage,
});
