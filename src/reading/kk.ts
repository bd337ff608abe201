/** The Kazakh reader: plain sentences of official briefings. Its words are the data files in lexicons/kk. */
import type { Segment } from "../language/segments.ts";
import type { Draft } from "../model/claim.ts";
import { figuresIn } from "./briefing/figures.ts";
import { happeningsIn } from "./briefing/happenings.ts";
import { kazakh } from "./briefing/kazakh.ts";
import { labelsIn } from "./briefing/labels.ts";
import { noughtsIn } from "./briefing/nobody.ts";
import { promisesIn } from "./briefing/promises.ts";
import { questionsIn } from "./briefing/questions.ts";
import type { Finder } from "./briefing/read.ts";
import { readBriefing } from "./briefing/read.ts";
import type { Lexicon } from "./briefing/tongue.ts";
import { tongueOf } from "./briefing/tongue.ts";
import events from "./lexicons/kk/events.json" with { type: "json" };
import nouns from "./lexicons/kk/nouns.json" with { type: "json" };
import numbers from "./lexicons/kk/numbers.json" with { type: "json" };
import offices from "./lexicons/kk/offices.json" with { type: "json" };
import scene from "./lexicons/kk/scene.json" with { type: "json" };
import speech from "./lexicons/kk/speech.json" with { type: "json" };
import units from "./lexicons/kk/units.json" with { type: "json" };
import voices from "./lexicons/kk/voices.json" with { type: "json" };
import type { ReadContext } from "./reader.ts";

const tongue = tongueOf({ language: "kk", events, nouns, numbers, offices, scene, speech, units, voices } as Lexicon, kazakh);

// Events come after figures and questions: a verb that counts somebody is the figure's, one that is asked about did not happen for sure.
const finders: readonly Finder[] = [
  ({ page, view, utterances, ledger }) => figuresIn(page, view, utterances, ledger),
  ({ page, view, utterances }) => noughtsIn(page, view, utterances),
  ({ page, view }) => questionsIn(page, view),
  ({ page, view, utterances, before }) => happeningsIn(page, view, utterances, before),
  ({ page, view, utterances }) => promisesIn(page, view, utterances),
  ({ page, view }) => labelsIn(page, view),
];

/** Drafts of the Kazakh segments of a text, in document order. Never throws; an empty list when nothing is found. */
export function readKazakh(text: string, segments: readonly Segment[], context: ReadContext): readonly Draft[] {
  return readBriefing(tongue, finders, text, segments, context);
}
