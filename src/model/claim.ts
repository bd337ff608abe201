/** A claim: what a passage says, who says it, and how sure they were. The JSON contract, field by field. */
import type { Json } from "./canonical.ts";
import { canonical } from "./canonical.ts";
import type { Check } from "./check.ts";
import { count, flag, list, matching, nullable, object, oneOf, text } from "./check.ts";
import type { Figure } from "./figure.ts";
import { figureCheck } from "./figure.ts";
import type { Id, Sha256 } from "./ids.ts";
import { idCheck, idOfText } from "./ids.ts";
import type { Span } from "./passage.ts";
import { spanCheck } from "./passage.ts";
import { edtfCheck } from "./time.ts";
import type {
  Basis,
  Certainty,
  EventType,
  Group,
  Kind,
  LegalStage,
  LinkType,
  Party,
  Precision,
  Review,
  Role,
  Stance,
  WhenKind,
} from "./words.ts";
import {
  bases,
  certainties,
  eventTypes,
  groups,
  kinds,
  legalStages,
  linkTypes,
  parties,
  precisions,
  reviews,
  roles,
  stances,
  whenKinds,
} from "./words.ts";

/** One mouth of the reporting chain. `name` is null only for "it was reported". */
export interface Voice {
  readonly name: string | null;
  /** The mention beside this claim, pronouns included; null when the claim is carried over and nobody is named beside it. */
  readonly start: number | null;
  readonly end: number | null;
  /** The mention that supplied the name, when it is another one. */
  readonly from: Span | null;
  /** The words that report: "said", "according to". */
  readonly cue: string | null;
  readonly person: Id | null;
  readonly office: Id | null;
  readonly anonymous: boolean;
  readonly party: Party;
  readonly stance: Stance;
  /** How the voice knows. */
  readonly basis: Basis;
}

/** Somebody or something taking part. `label` is a word of the voice ("terrorists"), kept as a label. */
export interface Participant {
  readonly role: Role;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly group: Group | null;
  readonly label: string | null;
}

export interface Place {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly precision: Precision;
}

export interface Legal {
  readonly stage: LegalStage;
  readonly offence: string | null;
}

/** For `deputy-of` and the like. `office` is the post as said. */
export interface Relation {
  readonly type: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly office: string | null;
}

export interface Pledge {
  readonly by: string | null;
  readonly to: string | null;
  readonly what: string;
  /** EDTF; null when no date is set. */
  readonly due: string | null;
  readonly condition: string | null;
}

export interface Question {
  readonly asks: string;
  readonly why: string | null;
  readonly holder: string | null;
}

export interface Link {
  readonly type: LinkType;
  readonly claim: Id;
}

export interface Reader {
  readonly name: string;
  readonly version: string;
  /** The rule that found it, `language.finder.pattern`. */
  readonly rule: string;
}

export interface Claim {
  readonly id: Id;
  /** Hash of the sealed bytes. */
  readonly source: Id;
  /** Hash of the frozen text layer that the offsets count in. */
  readonly text: Id;
  readonly start: number;
  readonly end: number;
  /** Exactly `text.slice(start, end)`. */
  readonly quote: string;
  readonly also: readonly Span[];
  readonly kind: Kind;
  /** Outermost first; empty is the document's own voice. */
  readonly voice: readonly Voice[];
  readonly certainty: Certainty;
  readonly negated: boolean;
  readonly event: EventType | null;
  readonly legal: Legal | null;
  readonly who: readonly Participant[];
  /** EDTF. */
  readonly when: string | null;
  readonly whenText: string | null;
  readonly whenKind: WhenKind | null;
  /** EDTF: the moment at which a count stood. */
  readonly asOf: string | null;
  /** EDTF: when the innermost voice said it; null when unstated. */
  readonly said: string | null;
  readonly where: readonly Place[];
  readonly figure: Figure | null;
  readonly relation: Relation | null;
  readonly pledge: Pledge | null;
  readonly question: Question | null;
  readonly links: readonly Link[];
  readonly reader: Reader;
  readonly review: Review;
}

/** What a reader hands in: a claim without ids. `partOf` and `links` point at other drafts of the same list by position. */
export interface Draft extends Omit<Claim, "id" | "source" | "text" | "figure" | "links" | "review" | "reader"> {
  readonly figure: (Omit<Figure, "partOf"> & { readonly partOf: number | null }) | null;
  readonly links: readonly { readonly type: LinkType; readonly claim: number }[];
  readonly rule: string;
}

const voiceCheck: Check<Voice> = object<Voice>({
  name: nullable(text),
  start: nullable(count),
  end: nullable(count),
  from: nullable(spanCheck),
  cue: nullable(text),
  person: nullable(idCheck),
  office: nullable(idCheck),
  anonymous: flag,
  party: oneOf(parties),
  stance: oneOf(stances),
  basis: oneOf(bases),
});

/** The check of each key of a claim. */
export const claimFields: { readonly [Key in keyof Claim]-?: Check<Claim[Key]> } = {
  id: idCheck,
  source: idCheck,
  text: idCheck,
  start: count,
  end: count,
  quote: text,
  also: list(spanCheck),
  kind: oneOf(kinds),
  voice: list(voiceCheck),
  certainty: oneOf(certainties),
  negated: flag,
  event: nullable(oneOf(eventTypes)),
  legal: nullable(object<Legal>({ stage: oneOf(legalStages), offence: nullable(text) })),
  who: list(
    object<Participant>({
      role: oneOf(roles),
      name: text,
      start: count,
      end: count,
      group: nullable(oneOf(groups)),
      label: nullable(text),
    }),
  ),
  when: nullable(edtfCheck),
  whenText: nullable(text),
  whenKind: nullable(oneOf(whenKinds)),
  asOf: nullable(edtfCheck),
  said: nullable(edtfCheck),
  where: list(object<Place>({ name: text, start: count, end: count, precision: oneOf(precisions) })),
  figure: nullable(figureCheck),
  relation: nullable(object<Relation>({ type: text, from: nullable(text), to: nullable(text), office: nullable(text) })),
  pledge: nullable(
    object<Pledge>({ by: nullable(text), to: nullable(text), what: text, due: nullable(edtfCheck), condition: nullable(text) }),
  ),
  question: nullable(object<Question>({ asks: text, why: nullable(text), holder: nullable(text) })),
  links: list(object<Link>({ type: oneOf(linkTypes), claim: idCheck })),
  reader: object<Reader>({ name: text, version: matching(/^\d+\.\d+\.\d+$/, "a version such as 1.0.0"), rule: text }),
  review: oneOf(reviews),
};

/** Passes a claim as the contract prints it. The quote is held against the text elsewhere (`quoteHolds`). */
export const claimCheck: Check<Claim> = object<Claim>(claimFields);

/** True when the quote and every further span lie inside the text layer and the quote is exactly the text there. */
export function quoteHolds(claim: Pick<Claim, "start" | "end" | "quote" | "also">, layer: string): boolean {
  return (
    claim.end > claim.start &&
    claim.end <= layer.length &&
    layer.slice(claim.start, claim.end) === claim.quote &&
    claim.also.every((span) => span.end > span.start && span.end <= layer.length)
  );
}

/**
 * The parts of a claim with their keys in the order of RFC 8785, so that `JSON.stringify` writes what `canonical` would, at a third of the cost:
 * every claim of every document is hashed. A key that is not of the contract is left out, and refused by `claimCheck`.
 */
const ordered = {
  span: ({ end, start }: Span) => ({ end, start }),
  voice: ({ anonymous, basis, cue, end, from, name, party, stance, start }: Voice) => ({
    anonymous,
    basis,
    cue,
    end,
    from: from === null ? null : ordered.span(from),
    name,
    party,
    stance,
    start,
  }),
  participant: ({ end, group, label, name, role, start }: Participant) => ({ end, group, label, name, role, start }),
  place: ({ end, name, precision, start }: Place) => ({ end, name, precision, start }),
  legal: ({ offence, stage }: Legal) => ({ offence, stage }),
  figure: ({ accrual, approx, best, counted, max, maxExclusive, min, minExclusive, of, partKind, per, unit }: Figure) => ({
    accrual,
    approx,
    best,
    counted,
    max,
    maxExclusive,
    min,
    minExclusive,
    of: of.map(({ group, label }) => ({ group, label })),
    partKind,
    per,
    unit,
  }),
  relation: ({ from, office, to, type }: Relation) => ({ from, office, to, type }),
  pledge: ({ by, condition, due, to, what }: Pledge) => ({ by, condition, due, to, what }),
  question: ({ asks, holder, why }: Question) => ({ asks, holder, why }),
};

function orNull<T, U>(value: T | null, order: (value: T) => U): U | null {
  return value === null ? null : order(value);
}

/** What a claim's id is the hash of: source, text, spans, kind and content, without reader, review, person, office, partOf and links. */
export function claimContent(claim: Omit<Claim, "id">): Json {
  const said = {
    also: claim.also.map(ordered.span),
    asOf: claim.asOf,
    certainty: claim.certainty,
    end: claim.end,
    event: claim.event,
    figure: orNull(claim.figure, ordered.figure),
    kind: claim.kind,
    legal: orNull(claim.legal, ordered.legal),
    negated: claim.negated,
    pledge: orNull(claim.pledge, ordered.pledge),
    question: orNull(claim.question, ordered.question),
    quote: claim.quote,
    relation: orNull(claim.relation, ordered.relation),
    said: claim.said,
    source: claim.source,
    start: claim.start,
    text: claim.text,
    voice: claim.voice.map(ordered.voice),
    when: claim.when,
    whenKind: claim.whenKind,
    whenText: claim.whenText,
    where: claim.where.map(ordered.place),
    who: claim.who.map(ordered.participant),
  };
  return said;
}

/** The id of what a claim says. Throws TypeError when a string of it holds a lone surrogate. */
export function claimId(claim: Omit<Claim, "id">, sha256: Sha256): Id {
  const content = claimContent(claim);
  const text = JSON.stringify(content);
  // Half a surrogate pair is written as such an escape, where RFC 8785 refuses it; so are, rarely, words that spell one out.
  return idOfText(text.includes("\\ud") ? canonical(content) : text, sha256);
}

function inOrder(figure: NonNullable<Draft["figure"]>): Figure {
  const { min, max, minExclusive, maxExclusive, best, approx, unit, counted, of, accrual, partKind, per } = figure;
  return { min, max, minExclusive, maxExclusive, best, approx, unit, counted, of, accrual, partOf: null, partKind, per };
}

/** Drafts of one document as claims with ids, in the same order; positions become ids. */
export function finishDrafts(
  drafts: readonly Draft[],
  origin: { readonly source: Id; readonly text: Id; readonly reader: { readonly name: string; readonly version: string } },
  sha256: Sha256,
): readonly Claim[] {
  const bare = drafts.map((draft): Claim => {
    // The keys stand in the order of the contract, so that a printed claim reads like its description.
    const content: Omit<Claim, "id"> = {
      source: origin.source,
      text: origin.text,
      start: draft.start,
      end: draft.end,
      quote: draft.quote,
      also: draft.also,
      kind: draft.kind,
      voice: draft.voice,
      certainty: draft.certainty,
      negated: draft.negated,
      event: draft.event,
      legal: draft.legal,
      who: draft.who,
      when: draft.when,
      whenText: draft.whenText,
      whenKind: draft.whenKind,
      asOf: draft.asOf,
      said: draft.said,
      where: draft.where,
      figure: draft.figure === null ? null : inOrder(draft.figure),
      relation: draft.relation,
      pledge: draft.pledge,
      question: draft.question,
      links: [],
      reader: { name: origin.reader.name, version: origin.reader.version, rule: draft.rule },
      review: "unreviewed",
    };
    return { id: claimId(content, sha256), ...content };
  });
  return bare.map((claim, index): Claim => {
    const draft = drafts[index];
    const whole = draft?.figure?.partOf ?? null;
    if (whole === null && draft?.links.length === 0) return claim;
    const partOf = whole === null ? null : (bare[whole]?.id ?? null);
    return {
      ...claim,
      figure: claim.figure === null ? null : { ...claim.figure, partOf },
      links: (draft?.links ?? []).flatMap(({ type, claim: at }) => {
        const target = bare[at];
        return target === undefined ? [] : [{ type, claim: target.id }];
      }),
    };
  });
}
