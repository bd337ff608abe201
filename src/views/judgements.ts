/** The judgements of claims by their source: what folding a document asks for. Nobody lists it. */
import type { Json } from "../model/canonical.ts";
import { claimOf, correctedClaimOf } from "../model/claim-parts.ts";
import type { Id } from "../model/ids.ts";
import type { Judgement } from "./judged.ts";
import type { Said } from "./said.ts";
import type { Filing, Rows } from "./view.ts";

/** The judgement that a statement makes; null when it makes none. */
export function judgementOf(said: Said): Judgement | null {
  const { id, device, seq, time } = said;
  const by = { id, device, seq, time };
  if (said.kind === "claim") {
    const claim = claimOf(said.body);
    return { ...by, verdict: "accept", about: claim.id, claim, corrected: null, added: true };
  }
  if (said.kind !== "judge") return null;
  const claim = claimOf(said.body);
  return { ...by, verdict: said.body.verdict, about: claim.id, claim, corrected: correctedClaimOf(said.body), added: false };
}

/** The judgements of a source's claims. */
export async function judgementsOf(rows: Rows, source: Id): Promise<readonly Judgement[]> {
  const found: Judgement[] = [];
  for await (const [, value] of rows.range(`${source}\t`)) found.push(value as unknown as Judgement);
  return found;
}

export const judgements: Filing = {
  name: "judgements",
  version: 1,
  file: () => [],
  hear(said) {
    const judgement = judgementOf(said);
    return judgement === null ? [] : [[`${judgement.claim.source}\t${judgement.id}`, judgement as unknown as Json]];
  },
};
