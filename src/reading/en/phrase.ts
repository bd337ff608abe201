/** What a sentence is cut into: noun phrases, verb groups and the marks between them. */

/** A noun phrase without what follows its head: "the first deputy chairman", not "… of the Committee". Token positions, `last` exclusive. */
export interface NounPhrase {
  readonly type: "noun";
  readonly first: number;
  readonly last: number;
  /** Position of the head noun, name, pronoun or number. */
  readonly head: number;
}

export interface VerbGroup {
  readonly type: "verb";
  readonly first: number;
  readonly last: number;
  /** Position of the main verb. */
  readonly verb: number;
  readonly passive: boolean;
  readonly negated: boolean;
  /** The modal that opens it ("may", "will", "would"), else null. */
  readonly modal: string | null;
  readonly form: "finite" | "infinitive" | "participle" | "gerund";
  readonly past: boolean;
}

export interface Mark {
  readonly type: "mark";
  readonly first: number;
  readonly last: number;
  readonly kind: "preposition" | "conjunction" | "subordinator" | "relative" | "comma" | "dash" | "colon" | "quote" | "bracket" | "other";
}

export type Phrase = NounPhrase | VerbGroup | Mark;
