/** One English document as the finders see it: every layer computed once, in order. */
import { analyseEnglish } from "../../language/en/tagger.ts";
import type { Segment } from "../../language/segments.ts";
import type { Analysis } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import type { ReadContext } from "../reader.ts";
import type { TimeMention } from "../times/mention.ts";
import { findTimes } from "../times/times.ts";
import { actsOf } from "./acts.ts";
import type { Clause } from "./clauses.ts";
import { clausesOf } from "./clauses.ts";
import type { Entry } from "./entries.ts";
import { entriesOf } from "./entries.ts";
import type { HeadedEntry } from "./headed.ts";
import { entriesUnderHeadings } from "./headed.ts";
import { strongVerbs } from "./lexicon.ts";
import { namesOf } from "./names.ts";
import { phrasesOf } from "./phrases.ts";
import { placesOf } from "./places.ts";
import { quantitiesOf } from "./quantities.ts";
import type { VoiceFrame } from "./frame.ts";
import type { SceneSentence, Stage } from "./stage.ts";
import { voicesOf } from "./voices.ts";

export interface Scene extends Stage {
  /** Reporting frames of the whole document in order of their content. */
  readonly voices: readonly VoiceFrame[];
  /** The frames whose content stands in a sentence, in the same order. */
  voicesIn(sentence: number): readonly VoiceFrame[];
  /** For each sentence what it is an entry of, when a heading says so; else null. */
  readonly headed: readonly (HeadedEntry | null)[];
}

/** Analyses the stretches of `text` that are English. */
export function sceneOf(text: string, segments: readonly Segment[], context: ReadContext): Scene {
  const analysis = analyseEnglish(text, segments);
  const times = findTimes(text, analysis.sentences, { published: context.published, language: "en" });
  let nextTime = 0;
  const parsed = analysis.sentences.map((sentence) => {
    const own: TimeMention[] = [];
    for (let time = times[nextTime]; time !== undefined && time.start < sentence.end; time = times[nextTime]) {
      own.push(time);
      nextTime += 1;
    }
    const phrases = phrasesOf(analysis, sentence, own);
    return { own, phrases, clauses: clausesOf(analysis, sentence, phrases) };
  });
  const names = namesOf(
    analysis,
    speakersIn(
      analysis,
      parsed.flatMap(({ clauses }) => clauses),
    ),
  );
  const entries = entriesOf(
    analysis,
    parsed.map(({ own }) => own),
  );
  const sentences = analysis.sentences.map((sentence, index): SceneSentence => {
    const { own, phrases, clauses } = parsed[index] as (typeof parsed)[number];
    return {
      acts: actsOf(analysis, { sentence, phrases, clauses, times: own }),
      sentence,
      phrases,
      clauses,
      times: own,
      entry: entries[index] as Entry,
      quantities: quantitiesOf(analysis, sentence, own),
      places: placesOf(analysis, { sentence, phrases, times: own }, names),
    };
  });
  const bare = { analysis, context, names, sentences };
  const voices = voicesOf(bare);
  const bySentence = Map.groupBy(voices, (frame) => frame.sentence);
  return {
    ...bare,
    voices,
    voicesIn: (sentence) => bySentence.get(sentence) ?? [],
    headed: entriesUnderHeadings(analysis, sentences),
  };
}

/** Heads of the subjects of verbs of saying: a lone capitalised name there is somebody's. */
function speakersIn(analysis: Analysis, clauses: readonly Clause[]): ReadonlySet<number> {
  const heads = clauses.flatMap(({ verb, subject }) =>
    subject !== null && !verb.passive && strongVerbs.has(tokenAt(analysis, verb.verb).lemma) ? [subject.head] : [],
  );
  return new Set(heads);
}
