/** A text as the briefing finders see it: sentences with everything that was recognised in them once. */
import type { Analysis, Sentence } from "../../language/token.ts";
import type { Precision } from "../../model/words.ts";
import type { TimeMention } from "../times/mention.ts";
import type { AmountAt } from "./amounts.ts";
import type { Speaker } from "./speakers.ts";
import type { Tongue } from "./tongue.ts";

/** A place in the text; token positions, `last` exclusive. */
export interface PlaceAt {
  readonly first: number;
  readonly last: number;
  readonly name: string;
  readonly precision: Precision;
  /** True when the words say that something is there ("в Таразе", "Таразда"), not only that it belongs there. */
  readonly inside: boolean;
}

export interface View {
  /** Position in the list of sentences. */
  readonly at: number;
  readonly sentence: Sentence;
  readonly times: readonly TimeMention[];
  readonly places: readonly PlaceAt[];
  readonly speakers: readonly Speaker[];
  readonly amounts: readonly AmountAt[];
}

export interface Page {
  readonly text: string;
  readonly tongue: Tongue;
  readonly analysis: Analysis;
  readonly views: readonly View[];
}
