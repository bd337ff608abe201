import { linking } from "./linking.ts";

/** `onrecord unlink`: what the program, or somebody, joined does not belong together. */
export const unlink = linking("unlink", {
  summary: "say that two claims, names or sources do not belong together",
  examples: ["onrecord unlink same-event CLAIM OTHER --case my-case"],
});
