/** What kind of line a sentence is: a question, or the heading of a document. */
import { tokenAt } from "../../language/token.ts";
import type { SceneSentence, Stage } from "./stage.ts";

/** True when it ends as a question: what is asked is not said. */
export function isAsked(scene: Pick<Stage, "analysis">, { sentence }: SceneSentence): boolean {
  return sentence.last > sentence.first && tokenAt(scene.analysis, sentence.last - 1).text === "?";
}

/** True for a first line without a full stop: it names a topic and tells of nothing. */
export function isHeading(scene: Pick<Stage, "analysis" | "sentences">, { sentence }: SceneSentence): boolean {
  if (sentence.paragraph !== 0 || sentence.last === sentence.first || scene.sentences.length < 3) return false;
  return !ENDS.has(tokenAt(scene.analysis, sentence.last - 1).text);
}

const ENDS: ReadonlySet<string> = new Set([".", "!", "?", "…", "”", '"', "»"]);
