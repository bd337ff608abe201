import { linking } from "./linking.ts";

/** `onrecord link`: two claims tell of one event or count one thing, two names are one person, a source derives from another. */
export const link = linking("link", {
  summary: "say that two claims, names or sources belong together",
  examples: ["onrecord link derives-from 2 1 --case my-case", "onrecord link same-event CLAIM OTHER --case my-case --json"],
});
