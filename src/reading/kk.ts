/** The Kazakh reader: plain sentences of official briefings. Its words are the data files in lexicons/kk. */
import type { Segment } from "../language/segments.ts";
import type { Draft } from "../model/claim.ts";
import { kazakh } from "./briefing/kazakh.ts";
import { finders } from "./briefing/finders.ts";
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

/** Drafts of the Kazakh segments of a text, in document order. Never throws; an empty list when nothing is found. */
export function readKazakh(text: string, segments: readonly Segment[], context: ReadContext): readonly Draft[] {
  return readBriefing(tongue, finders, text, segments, context);
}
