/** What reconciliation needs of a claim, and no more: small enough to keep one for each claim of a large case. Plain JSON. */
import type { Claim } from "../model/claim.ts";
import type { Amount, Of } from "../model/figure.ts";
import type { Id } from "../model/ids.ts";
import type { Source } from "../model/source.ts";
import type { Accrual, Certainty, EventType, LinkType, Party, PartKind, Precision, Role, Stance, Unit } from "../model/words.ts";
import { byUnits, wordingKey } from "./folding.ts";

export interface FactVoice {
  readonly name: string | null;
  readonly anonymous: boolean;
  readonly party: Party;
  readonly stance: Stance;
}

export interface Fact {
  readonly id: Id;
  readonly source: Id;
  /** When the document was published, or the publication that it restates; EDTF. */
  readonly published: string | null;
  /** Who speaks when nobody is named: publisher, else title, else hash, of what is restated when it is a restatement. */
  readonly home: string;
  readonly start: number;
  /** Outermost first. */
  readonly voices: readonly FactVoice[];
  readonly certainty: Certainty;
  readonly negated: boolean;
  /** Key of the quote's words when it has eight or more: two reporters may both write "227 people died" without having seen each other's text. */
  readonly wording: string | null;
  /** Key of the quote's words when it has four or more: enough to know one speaker's sentence by. */
  readonly phrase: string | null;
  /** Links of claims in the same document that point at this one. */
  readonly marks: readonly LinkType[];
}

export interface FactPlace {
  readonly name: string;
  readonly precision: Precision;
}

export interface FigureFact extends Fact, Amount {
  readonly unit: Unit;
  readonly of: readonly Of[];
  readonly counted: string | null;
  readonly per: string | null;
  readonly accrual: Accrual | null;
  readonly when: string | null;
  readonly asOf: string | null;
  readonly said: string | null;
  readonly places: readonly FactPlace[];
  readonly partOf: Id | null;
  readonly partKind: PartKind | null;
}

export interface EventFact extends Fact {
  readonly type: EventType;
  readonly when: string | null;
  readonly places: readonly FactPlace[];
  readonly who: readonly { readonly role: Role; readonly name: string }[];
}

/** Links of a document's claims, by the claim they point at. */
export type Marks = ReadonlyMap<Id, readonly LinkType[]>;

/** The marks that the claims of one document put on each other; a rejected one puts none. */
export function marksOf(claims: readonly Claim[]): Marks {
  const marks = new Map<Id, LinkType[]>();
  for (const claim of claims) {
    if (claim.review === "rejected") continue;
    for (const link of claim.links) {
      const list = marks.get(link.claim) ?? [];
      if (!list.includes(link.type)) list.push(link.type);
      marks.set(link.claim, list);
    }
  }
  for (const list of marks.values()) list.sort(byUnits);
  return marks;
}

/** When the words were published: of a restatement, the date of what it restates. EDTF or null. */
export function publishedOf(source: Source): string | null {
  return source.restates?.published ?? source.published;
}

/** Who a document speaks for when it names nobody. */
export function homeOf(source: Source): string {
  return source.restates?.publisher ?? source.publisher ?? source.title ?? source.id;
}

function factOf(claim: Claim, source: Source, marks: Marks): Fact {
  return {
    id: claim.id,
    source: claim.source,
    published: publishedOf(source),
    home: homeOf(source),
    start: claim.start,
    voices: claim.voice.map(({ name, anonymous, party, stance }) => ({ name, anonymous, party, stance })),
    certainty: claim.certainty,
    negated: claim.negated,
    wording: wordingKey(claim.quote, 8),
    phrase: wordingKey(claim.quote, 4),
    marks: marks.get(claim.id) ?? [],
  };
}

function placesOf(claim: Claim): readonly FactPlace[] {
  return claim.where.map(({ name, precision }) => ({ name, precision }));
}

/** The figure of a claim of kind `figure`; null for every other claim and for one that a person rejected. */
export function figureFact(claim: Claim, source: Source, marks: Marks): FigureFact | null {
  if (claim.kind !== "figure" || claim.figure === null || claim.review === "rejected") return null;
  const { min, max, minExclusive, maxExclusive, best, approx, unit, of, counted, per, accrual, partOf, partKind } = claim.figure;
  const { when, asOf, said } = claim;
  const amount: Amount = { min, max, minExclusive, maxExclusive, best, approx };
  const scope = { when, asOf, said, places: placesOf(claim) };
  return { ...factOf(claim, source, marks), ...amount, unit, of, counted, per, accrual, ...scope, partOf, partKind };
}

/** The event of a claim of kind `event` or `condition`; null for every other claim and for one that a person rejected. */
export function eventFact(claim: Claim, source: Source, marks: Marks): EventFact | null {
  if ((claim.kind !== "event" && claim.kind !== "condition") || claim.review === "rejected") return null;
  return {
    ...factOf(claim, source, marks),
    type: claim.event ?? "other",
    when: claim.when,
    places: placesOf(claim),
    who: claim.who.map(({ role, name }) => ({ role, name })),
  };
}

/** What document order goes by. */
export type Located = Pick<Fact, "id" | "source" | "published" | "start">;

/** Document order across a case: by publication, then source, then place in the text. Undated documents last. */
export function compareFacts(a: Located, b: Located): number {
  return (
    byUnits(a.published ?? "\uffff", b.published ?? "\uffff") || byUnits(a.source, b.source) || a.start - b.start || byUnits(a.id, b.id)
  );
}

/** The innermost voice, the one who speaks; null when the document speaks for itself. */
export function speakerOf(fact: Pick<Fact, "voices">): FactVoice | null {
  return fact.voices.at(-1) ?? null;
}

/** True when the speaker says that it is not so. */
export function isDenial(fact: Fact): boolean {
  const stance = speakerOf(fact)?.stance;
  return fact.negated || fact.certainty === "denied" || stance === "denies" || stance === "withdraws";
}
