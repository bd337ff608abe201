/**
 * A claim as fields of a statement's body. It is cut where people cut when they withhold: names lie in `quote`, `voice`, `who` and `details`, a
 * home in `where`; the figure, its date and its certainty can be shown without any of them.
 */
import type { Check } from "./check.ts";
import { nullable, object } from "./check.ts";
import type { Claim, Participant, Place, Voice } from "./claim.ts";
import { claimContent, claimFields } from "./claim.ts";
import type { Id } from "./ids.ts";
import { idCheck } from "./ids.ts";
import type { Bound } from "./statement-type.ts";

type Keys<Key extends keyof Claim> = Readonly<Pick<Claim, Key>>;

/** Where it is said. */
export type PassagePart = Keys<"text" | "start" | "end" | "also">;
/** What it says in words of closed lists, dates and numbers. */
export type SaysPart = Keys<"kind" | "certainty" | "negated" | "event" | "legal" | "when" | "whenKind" | "asOf" | "said" | "figure">;
/** What it says in words of the text, what it points at, and who read it. */
export type DetailsPart = Keys<"whenText" | "relation" | "pledge" | "question" | "links" | "reader">;

export interface ClaimParts {
  /** The claim's id: it tells the content to whoever guesses it, so it is withheld with the rest of a protected claim. */
  readonly claim: Id;
  readonly source: Id;
  readonly passage: PassagePart;
  readonly quote: string;
  readonly voice: readonly Voice[];
  readonly who: readonly Participant[];
  readonly where: readonly Place[];
  readonly says: SaysPart;
  readonly details: DetailsPart;
}

/** The parts of the claim that takes a judged one's place, each null when there is none. */
export type CorrectedParts = { readonly [Part in keyof ClaimParts as `corrected${Capitalize<Part>}`]: ClaimParts[Part] | null };

const { text, start, end, also, kind, certainty, negated, event, legal, when, whenKind, asOf, said, figure } = claimFields;
const { whenText, relation, pledge, question, links, reader } = claimFields;

export const partChecks: { readonly [Part in keyof ClaimParts]-?: Check<ClaimParts[Part]> } = {
  claim: idCheck,
  source: idCheck,
  passage: object<PassagePart>({ text, start, end, also }),
  quote: claimFields.quote,
  voice: claimFields.voice,
  who: claimFields.who,
  where: claimFields.where,
  says: object<SaysPart>({ kind, certainty, negated, event, legal, when, whenKind, asOf, said, figure }),
  details: object<DetailsPart>({ whenText, relation, pledge, question, links, reader }),
};

export const correctedChecks: { readonly [Part in keyof CorrectedParts]-?: Check<CorrectedParts[Part]> } = {
  correctedClaim: nullable(partChecks.claim),
  correctedSource: nullable(partChecks.source),
  correctedPassage: nullable(partChecks.passage),
  correctedQuote: nullable(partChecks.quote),
  correctedVoice: nullable(partChecks.voice),
  correctedWho: nullable(partChecks.who),
  correctedWhere: nullable(partChecks.where),
  correctedSays: nullable(partChecks.says),
  correctedDetails: nullable(partChecks.details),
};

/** The claim cut into parts. Its review is not among them: that is what the log makes of it. */
export function partsOf(claim: Claim): ClaimParts {
  const { text, start, end, also, kind, certainty, negated, event, legal, when, whenKind, asOf, said, figure } = claim;
  const { whenText, relation, pledge, question, links, reader } = claim;
  return {
    claim: claim.id,
    source: claim.source,
    passage: { text, start, end, also },
    quote: claim.quote,
    voice: claim.voice,
    who: claim.who,
    where: claim.where,
    says: { kind, certainty, negated, event, legal, when, whenKind, asOf, said, figure },
    details: { whenText, relation, pledge, question, links, reader },
  };
}

/** The claim of these parts, unreviewed, its keys in the order of the contract. */
export function claimOf(parts: ClaimParts): Claim {
  const { passage, says, details } = parts;
  return {
    id: parts.claim,
    source: parts.source,
    text: passage.text,
    start: passage.start,
    end: passage.end,
    quote: parts.quote,
    also: passage.also,
    kind: says.kind,
    voice: parts.voice,
    certainty: says.certainty,
    negated: says.negated,
    event: says.event,
    legal: says.legal,
    who: parts.who,
    when: says.when,
    whenText: details.whenText,
    whenKind: says.whenKind,
    asOf: says.asOf,
    said: says.said,
    where: parts.where,
    figure: says.figure,
    relation: details.relation,
    pledge: details.pledge,
    question: details.question,
    links: details.links,
    reader: details.reader,
    review: "unreviewed",
  };
}

/** The parts of the claim that takes the place of a judged one; of null, all null. */
export function correctedPartsOf(claim: Claim | null): CorrectedParts {
  const parts = claim === null ? null : partsOf(claim);
  return {
    correctedClaim: parts?.claim ?? null,
    correctedSource: parts?.source ?? null,
    correctedPassage: parts?.passage ?? null,
    correctedQuote: parts?.quote ?? null,
    correctedVoice: parts?.voice ?? null,
    correctedWho: parts?.who ?? null,
    correctedWhere: parts?.where ?? null,
    correctedSays: parts?.says ?? null,
    correctedDetails: parts?.details ?? null,
  };
}

/** The claim that takes the place of the judged one; null when a part of it is missing. */
export function correctedClaimOf(parts: CorrectedParts): Claim | null {
  const { correctedClaim: claim, correctedSource: source, correctedPassage: passage, correctedQuote: quote } = parts;
  const { correctedVoice: voice, correctedWho: who, correctedWhere: where, correctedSays: says, correctedDetails: details } = parts;
  if (claim === null || source === null || passage === null || quote === null) return null;
  if (voice === null || who === null || where === null || says === null || details === null) return null;
  return claimOf({ claim, source, passage, quote, voice, who, where, says, details });
}

/** The claim's id is the hash of what it says: a judgement of one claim must not pass for one of another. */
export function claimBound(field: string, claim: Claim): Bound {
  return { field, id: claim.id, content: claimContent(claim) };
}
