/** What was not done keeps its not, and what was done gets none. */
import { heardOf, table } from "../said.ts";
import type { Row } from "../said.ts";

const rows: readonly Row[] = [
  ["No journalist was allowed to enter the hall.", "No journalist was allowed to enter the hall (not)"],
  ["Neither side fired on Sunday.", "Neither side fired on Sunday (not)"],
  ["The autopsy found no signs of a struggle.", "The autopsy found no signs of a struggle (not)"],
  ["They didn't shoot, they only shouted.", "They didn't shoot (not)"],
  ["He was taken away without shoes or coat.", "He was taken away without shoes or coat"],
  ["The mill was never inspected.", "The mill was never inspected (not)"],
  ["The tests have not revealed any poison in the well.", "The tests have not revealed any poison in the well (not)"],
  ["Nobody from the council came to see us.", "Nobody from the council came to see us (not)"],
  ["He denied that he had not paid the guards.", "he had not paid the guards (not)"],
  ["The fire brigade couldn't reach the third floor.", "The fire brigade couldn't reach the third floor (not)"],
  ["The boy has not been seen since Monday.", "The boy has not been seen since Monday"],
  ["No shots were fired, said the sergeant.", "No shots were fired (not)"],
  ["There's no doubt that soldiers beat him.", "soldiers beat him"],
  ["The police failed to protect the shop owners.", "The police failed to protect the shop owners (not)"],
  ["Hand grenades were not used, the spokesman said.", "Hand grenades were not used (not)"],
];

table("not done", rows, (text) => heardOf(text, "event"));
