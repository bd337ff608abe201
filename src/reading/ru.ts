/** The Russian reader: plain sentences of official briefings. Its words are the data files in lexicons/ru. */
import type { Segment } from "../language/segments.ts";
import type { Draft } from "../model/claim.ts";
import { russian } from "./briefing/russian.ts";
import { finders } from "./briefing/finders.ts";
import { readBriefing } from "./briefing/read.ts";
import type { Lexicon } from "./briefing/tongue.ts";
import { tongueOf } from "./briefing/tongue.ts";
import events from "./lexicons/ru/events.json" with { type: "json" };
import nouns from "./lexicons/ru/nouns.json" with { type: "json" };
import numbers from "./lexicons/ru/numbers.json" with { type: "json" };
import offices from "./lexicons/ru/offices.json" with { type: "json" };
import scene from "./lexicons/ru/scene.json" with { type: "json" };
import speech from "./lexicons/ru/speech.json" with { type: "json" };
import units from "./lexicons/ru/units.json" with { type: "json" };
import voices from "./lexicons/ru/voices.json" with { type: "json" };
import type { ReadContext } from "./reader.ts";

const tongue = tongueOf({ language: "ru", events, nouns, numbers, offices, scene, speech, units, voices } as Lexicon, russian);

/** Drafts of the Russian segments of a text, in document order. Never throws; an empty list when nothing is found. */
export function readRussian(text: string, segments: readonly Segment[], context: ReadContext): readonly Draft[] {
  return readBriefing(tongue, finders, text, segments, context);
}
