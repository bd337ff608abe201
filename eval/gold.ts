/** A labelled document as it is scored: the contract's terms, without what nobody labels by hand (hashes, ids, offsets of voices). */
import type { Legal, Participant, Pledge, Place, Question, Relation } from "../src/model/claim.ts";
import type { Figure } from "../src/model/figure.ts";
import type { Span } from "../src/model/passage.ts";
import type { Basis, Certainty, EventType, Kind, Party, Stance, WhenKind } from "../src/model/words.ts";

export interface GoldVoice {
  /** null only for "it was reported". */
  readonly name: string | null;
  /** Further forms that count as the same name: with the title, a form of equal length. */
  readonly accept: readonly string[];
  readonly stance: Stance;
  readonly party: Party;
  readonly basis: Basis;
  readonly anonymous: boolean;
}

export interface GoldClaim extends Span {
  /** Label file and line, for messages. */
  readonly at: string;
  readonly id: string | null;
  readonly quote: string;
  readonly also: readonly Span[];
  readonly kind: Kind;
  /** Kinds that count as right besides `kind`. */
  readonly orKinds: readonly Kind[];
  readonly voice: readonly GoldVoice[];
  readonly certainty: Certainty;
  readonly negated: boolean;
  readonly event: EventType | null;
  /** Event types that count as right besides `event`. */
  readonly orEvents: readonly EventType[];
  readonly legal: Legal | null;
  readonly who: readonly Participant[];
  readonly when: string | null;
  readonly whenText: string | null;
  readonly whenKind: WhenKind | null;
  readonly asOf: string | null;
  readonly asOfText: string | null;
  readonly said: string | null;
  readonly where: readonly Place[];
  /** `partOf` is the position of the whole in the document's list. */
  readonly figure: (Omit<Figure, "partOf"> & { readonly partOf: number | null }) | null;
  readonly relation: Relation | null;
  readonly pledge: Pledge | null;
  readonly question: Question | null;
  /** Careful people differ on whether this is a claim: neither missed when absent nor false when found. */
  readonly optional: boolean;
}

export interface GoldDocument {
  readonly name: string;
  readonly unseen: boolean;
  readonly language: "en" | "ru" | "kk";
  readonly genre: string;
  /** EDTF. */
  readonly published: string | null;
  readonly text: string;
  readonly claims: readonly GoldClaim[];
}
