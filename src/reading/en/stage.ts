/** What is known of an English document before its voices: every layer of each sentence, and its names. */
import type { Analysis, Sentence } from "../../language/token.ts";
import type { ReadContext } from "../reader.ts";
import type { TimeMention } from "../times/mention.ts";
import type { Act } from "./acts.ts";
import type { Clause } from "./clauses.ts";
import type { Entry } from "./entries.ts";
import type { Names } from "./names.ts";
import type { Phrase } from "./phrase.ts";
import type { PlaceMention } from "./places.ts";
import type { Quantity } from "./quantities.ts";

/** The layers of one sentence. */
export interface SceneSentence {
  readonly sentence: Sentence;
  readonly phrases: readonly Phrase[];
  readonly clauses: readonly Clause[];
  readonly times: readonly TimeMention[];
  readonly quantities: readonly Quantity[];
  readonly places: readonly PlaceMention[];
  /** Events and what they count as, in order. */
  readonly acts: readonly Act[];
  /** What time stands over it. */
  readonly entry: Entry;
}

export interface Stage {
  readonly analysis: Analysis;
  readonly context: ReadContext;
  readonly names: Names;
  readonly sentences: readonly SceneSentence[];
}
