/** How a terminal shows a state: always by its words, and by colour or line on top. */
import type { QuoteAttrs, Status } from "../../pages/tree.ts";
import type { Style } from "./wrap.ts";

/** Styles of a mark. Red is kept for what is broken; doubt is yellow; disagreement magenta. */
export const statusLooks: Readonly<Record<Status, readonly Style[]>> = {
  stated: ["dim"],
  hedged: ["yellow"],
  alleged: ["yellow"],
  unconfirmed: ["yellow", "italic"],
  denied: ["magenta", "underline"],
  unknown: ["dim", "italic"],
  planned: ["cyan"],
  current: ["green"],
  superseded: ["dim", "italic"],
  withdrawn: ["magenta", "italic"],
  disowned: ["magenta", "underline"],
  disputed: ["magenta"],
  "one-origin": ["yellow"],
  "several-origins": ["green"],
  contested: ["magenta"],
  "only-denied": ["magenta", "underline"],
  open: ["cyan"],
  answered: ["green"],
  "no-evidence-by": ["yellow"],
  kept: ["green"],
  broken: ["red"],
  check: ["blue", "bold"],
  sound: ["green", "bold"],
  fault: ["red", "bold"],
};

/** The line that runs down the left of a quote: whole when stated, more broken the less sure the voice was, double when denied. */
export const quoteBars: Readonly<Record<QuoteAttrs["certainty"], string>> = {
  stated: "│",
  hedged: "╎",
  alleged: "┆",
  unconfirmed: "┊",
  denied: "║",
  unknown: "┊",
  planned: "╎",
};
