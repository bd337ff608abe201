/** One variety of time expression. */
import type { Term } from "./term.ts";
import type { Sentence } from "./tokens.ts";

export interface Found {
  readonly term: Term;
  /** Position of the first token after it. */
  readonly next: number;
}

export interface Recogniser {
  readonly name: string;
  /**
   * What starts at position `i`, or null. `supported` is true when the words before already say that a time comes ("from March to …"), so a
   * doubtful word ("May") is taken for one.
   */
  read(s: Sentence, i: number, supported: boolean): Found | null;
}
