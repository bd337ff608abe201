/** What is looked for in a briefing, in order, whatever its language: the languages differ in their words alone. */
import { figuresIn } from "./figures.ts";
import { happeningsIn } from "./happenings.ts";
import { labelsIn } from "./labels.ts";
import { noughtsIn } from "./nobody.ts";
import { promisesIn } from "./promises.ts";
import { questionsIn } from "./questions.ts";
import type { Finder } from "./read.ts";

/** Events come after figures and questions: a verb that counts somebody is the figure's, one that is asked about did not happen for sure. */
export const finders: readonly Finder[] = [
  ({ page, view, utterances, ledger }) => figuresIn(page, view, utterances, ledger),
  ({ page, view, utterances }) => noughtsIn(page, view, utterances),
  ({ page, view }) => questionsIn(page, view),
  ({ page, view, utterances, before }) => happeningsIn(page, view, utterances, before),
  ({ page, view, utterances }) => promisesIn(page, view, utterances),
  ({ page, view }) => labelsIn(page, view),
];
