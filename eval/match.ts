/** Which predicted claim is which labelled one. */
import type { Draft } from "../src/model/claim.ts";
import type { Span } from "../src/model/passage.ts";
import { overlaps } from "../src/model/passage.ts";
import { sameValue } from "./amount.ts";
import { assign } from "./assign.ts";
import type { GoldClaim, GoldDocument } from "./gold.ts";
import { overlapShare, trimmed } from "./same.ts";

export interface Pair {
  readonly gold: GoldClaim;
  readonly found: Draft;
  /** Intersection over union of the spans. */
  readonly share: number;
}

export interface Matching {
  readonly pairs: readonly Pair[];
  /** The same words under a kind that is not accepted: missed and extra as claims, but their voice, certainty, negation, time can be compared. Never figures. */
  readonly crossed: readonly Pair[];
  /** Labelled, not optional, and nobody found them. */
  readonly missed: readonly GoldClaim[];
  /** Found, and no label says so. */
  readonly extra: readonly Draft[];
  /** Position in the labels of the claim that a predicted one was matched to, optional ones included. */
  readonly goldOf: ReadonlyMap<Draft, number>;
}

/** The least overlap at which a claim counts as found, and the least at which its span counts as right. */
export const foundShare = 0.5;
export const rightShare = 0.8;

function pieces(text: string, claim: Span & { readonly also: readonly Span[] }): readonly Span[] {
  return [claim, ...claim.also].map((span) => trimmed(text, span));
}

function kindFits(gold: GoldClaim, found: Draft): boolean {
  return gold.kind === found.kind || gold.orKinds.includes(found.kind);
}

/** What pairing the two is worth; 0 when they cannot be the same claim. Figures are told apart by their number before anything else. */
function worth(gold: GoldClaim, found: Draft, share: number): number {
  if (!kindFits(gold, found)) return 0;
  const number = gold.figure !== null && found.figure !== null && sameValue(gold.figure, found.figure) && overlaps(gold, found);
  if (share < foundShare && !number) return 0;
  const event = gold.event !== null && found.event !== null && (gold.event === found.event || gold.orEvents.includes(found.event));
  // A required claim goes before an optional one of equal fit, an exact kind before a tolerated one.
  return share + (number ? 2 : 0) + (event ? 0.3 : 0) + (gold.kind === found.kind ? 0.1 : 0) + (gold.optional ? 0 : 0.2);
}

/** The same words as a count that is labelled: its event, said a second time. The contract puts the event's type on the figure, so this is neither right nor wrong. */
function isTwin(gold: GoldClaim, found: Draft): boolean {
  return found.kind === "event" && gold.kind === "figure" && gold.event !== null && gold.event === found.event && overlaps(gold, found);
}

/**
 * The best one-to-one matching of labels and drafts of one document. A draft matched to an optional label, lying on one, or repeating the event
 * of a labelled count is left out of all scores.
 */
export function matchClaims(document: GoldDocument, drafts: readonly Draft[]): Matching {
  const { text, claims } = document;
  const goldPieces = claims.map((claim) => pieces(text, claim));
  const draftPieces = drafts.map((draft) => pieces(text, draft));
  const shares = goldPieces.map((gold) => draftPieces.map((found) => overlapShare(gold, found)));
  const columns = assign(claims.map((gold, row) => drafts.map((found, column) => worth(gold, found, shares[row]?.[column] ?? 0))));
  const pairs: Pair[] = [];
  const left: number[] = [];
  const goldOf = new Map<Draft, number>();
  claims.forEach((gold, row) => {
    const column = columns[row] ?? null;
    const found = column === null ? undefined : drafts[column];
    if (column === null || found === undefined) {
      if (!gold.optional) left.push(row);
      return;
    }
    goldOf.set(found, row);
    if (!gold.optional) pairs.push({ gold, found, share: shares[row]?.[column] ?? 0 });
  });
  const over = drafts.flatMap((found, column) => {
    const spared = claims.some((gold, row) => isTwin(gold, found) || (gold.optional && (shares[row]?.[column] ?? 0) >= foundShare));
    return goldOf.has(found) || spared ? [] : [column];
  });
  const sameWords = (row: number, column: number): number => {
    const share = shares[row]?.[column] ?? 0;
    return share < foundShare || claims[row]?.kind === "figure" || drafts[column]?.kind === "figure" ? 0 : share;
  };
  const partners = assign(left.map((row) => over.map((column) => sameWords(row, column))));
  const crossed = left.flatMap((row, index): readonly Pair[] => {
    const column = over[partners[index] ?? -1];
    const [gold, found] = [claims[row], column === undefined ? undefined : drafts[column]];
    return gold === undefined || found === undefined ? [] : [{ gold, found, share: shares[row]?.[column ?? 0] ?? 0 }];
  });
  const missed = left.flatMap((row, index) => ((partners[index] ?? null) === null ? (claims[row] ?? []) : []));
  const extra = over.flatMap((column, index) => (partners.includes(index) ? [] : (drafts[column] ?? [])));
  return { pairs, crossed, missed, extra, goldOf };
}
