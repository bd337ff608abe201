/** The kinds of claims that can be asked for and added. */
import type { Kind } from "../../model/words.ts";

// A kind added to the model breaks the build here until it can be asked for.
export const KINDS = Object.keys({
  event: 0,
  figure: 0,
  relation: 0,
  explanation: 0,
  condition: 0,
  pledge: 0,
  question: 0,
  assessment: 0,
  prediction: 0,
  label: 0,
  demand: 0,
  speech: 0,
} satisfies Readonly<Record<Kind, 0>>) as readonly Kind[];
