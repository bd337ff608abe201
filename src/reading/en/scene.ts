/** One English document as the finders see it: every layer computed once, in order. */
import { analyseEnglish } from "../../language/en/tagger.ts";
import type { Segment } from "../../language/segments.ts";
import type { Analysis, Sentence } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import type { ReadContext } from "../reader.ts";
import type { TimeMention } from "../times/times.ts";
import { findTimes } from "../times/times.ts";
import type { Clause } from "./clauses.ts";
import { clausesOf } from "./clauses.ts";
import type { Names } from "./names.ts";
import { namesOf } from "./names.ts";
import type { Phrase } from "./phrases.ts";
import { phrasesOf } from "./phrases.ts";
import type { PlaceMention } from "./places.ts";
import { placesOf } from "./places.ts";
import type { Quantity } from "./quantities.ts";
import { quantitiesOf } from "./quantities.ts";
import type { VoiceFrame } from "./voices.ts";
import { voicesOf } from "./voices.ts";

/** The layers of one sentence. */
export interface SceneSentence {
  readonly sentence: Sentence;
  readonly phrases: readonly Phrase[];
  readonly clauses: readonly Clause[];
  readonly times: readonly TimeMention[];
  readonly quantities: readonly Quantity[];
  readonly places: readonly PlaceMention[];
}

export interface Scene {
  readonly analysis: Analysis;
  readonly context: ReadContext;
  readonly names: Names;
  readonly sentences: readonly SceneSentence[];
  /** Reporting frames of the whole document in order of their content. */
  readonly voices: readonly VoiceFrame[];
}

/** Analyses the stretches of `text` that are English. */
export function sceneOf(text: string, segments: readonly Segment[], context: ReadContext): Scene {
  const analysis = analyseEnglish(text, segments);
  const times = findTimes(text, analysis.sentences, { published: context.published, language: "en" });
  const names = namesOf(analysis);
  let nextTime = 0;
  const sentences = analysis.sentences.map((sentence): SceneSentence => {
    const own: TimeMention[] = [];
    for (let time = times[nextTime]; time !== undefined && time.start < sentence.end; time = times[nextTime]) {
      own.push(time);
      nextTime += 1;
    }
    const phrases = phrasesOf(analysis, sentence);
    return {
      sentence,
      phrases,
      clauses: clausesOf(analysis, sentence, phrases),
      times: own,
      quantities: quantitiesOf(analysis, sentence, own),
      places: placesOf(analysis, sentence, names),
    };
  });
  const bare = { analysis, context, names, sentences };
  return { ...bare, voices: voicesOf(bare) };
}

/** The sentence that holds a token. */
export function sentenceAt(scene: Pick<Scene, "analysis" | "sentences">, token: number): SceneSentence {
  const number = tokenAt(scene.analysis, token).sentence;
  return scene.sentences[number] as SceneSentence;
}
