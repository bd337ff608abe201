/** What reconciliation needs of a claim, and no more: small enough to keep one for each claim of a large case. Plain JSON. */
import type { Claim } from "../model/claim.ts";
import type { Amount, Of } from "../model/figure.ts";
import type { Id } from "../model/ids.ts";
import type { Source } from "../model/source.ts";
import type { Accrual, Certainty, EventType, LinkType, Party, PartKind, Role, Stance, Unit } from "../model/words.ts";
import type { Cues } from "./cues.ts";
import { cuesIn, noCues } from "./cues.ts";
import { isDenial as saysNot } from "./denial.ts";
import { byUnits, fold, wordingKey } from "./folding.ts";
import { populationKey } from "./counted.ts";
import type { OuterFigure } from "./division.ts";
import { divisionOf } from "./division.ts";
import type { DocumentOffices, LocalOffice } from "./offices/document.ts";
import { documentOffices } from "./offices/document.ts";
import type { Office, OfficeSet } from "./offices/set.ts";
import type { FactPlace } from "./scope.ts";

export interface FactVoice {
  readonly name: string | null;
  readonly anonymous: boolean;
  readonly party: Party;
  readonly stance: Stance;
  /** The office that it speaks for, as far as its document says. */
  readonly office: LocalOffice | null;
  /** The body that it speaks for, once all documents are heard (`withBodies`); null before that, and when it speaks for itself. */
  readonly body: Office | null;
}

export interface Fact {
  readonly id: Id;
  readonly source: Id;
  /** When the document was published, or the publication that it restates; EDTF. */
  readonly published: string | null;
  /** Who speaks when nobody is named: publisher, else title, else hash, of what is restated when it is a restatement. */
  readonly home: string;
  /** The office that `home` is, and its body as of a voice. */
  readonly homeOffice: LocalOffice | null;
  readonly homeBody: Office | null;
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
  /** The whole that its document says it is part of; null for what is part of nothing. */
  readonly whole: OuterFigure | null;
  /** Who did it, by events that the same words tell of; folded, sorted. */
  readonly agents: readonly string[];
  readonly cues: Cues;
}

export interface EventFact extends Fact {
  readonly type: EventType;
  readonly when: string | null;
  readonly places: readonly FactPlace[];
  readonly who: readonly { readonly role: Role; readonly name: string }[];
}

/** Links of a document's claims, by the claim they point at. */
export type Marks = ReadonlyMap<Id, readonly LinkType[]>;

/** What a document says around its claims. */
export interface Around {
  readonly source: Source;
  readonly marks: Marks;
  readonly offices: DocumentOffices;
  readonly cues: ReadonlyMap<string, Cues>;
  readonly events: readonly Claim[];
  readonly figures: ReadonlyMap<Id, Claim>;
}

/** `text` is the text layer; null when it is not at hand. */
export function aroundClaims(document: {
  readonly source: Source;
  readonly text: string | null;
  readonly claims: readonly Claim[];
}): Around {
  const { source, text, claims } = document;
  return {
    source,
    marks: marksOf(claims),
    offices: documentOffices(text, claims),
    cues: cuesIn(text, claims),
    events: claims.filter(({ kind, review }) => kind === "event" && review !== "rejected"),
    figures: new Map(claims.flatMap((claim) => (claim.kind === "figure" ? [[claim.id, claim] as const] : []))),
  };
}

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

function factOf(claim: Claim, { source, marks, offices }: Around): Fact {
  const home = homeOf(source);
  return {
    id: claim.id,
    source: claim.source,
    published: publishedOf(source),
    home,
    homeOffice: offices.officeNamed(home),
    homeBody: null,
    start: claim.start,
    voices: claim.voice.map((voice) => {
      const { name, anonymous, party, stance } = voice;
      return { name, anonymous, party, stance, office: offices.officeOf(voice), body: null };
    }),
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

/** Who does it in an event that overlaps the claim. */
function agentsOf(claim: Claim, events: readonly Claim[]): readonly string[] {
  const same = events.filter(({ start, end }) => start < claim.end && claim.start < end);
  const names = same.flatMap(({ who }) =>
    who.flatMap(({ role, name }) => (role === "agent" ? [fold(name).replace(/^(?:the|a|an) /, "")] : [])),
  );
  return [...new Set(names)].sort(byUnits);
}

/** The figure of a claim of kind `figure`; null for every other claim and for one that a person rejected. */
export function figureFact(claim: Claim, around: Around): FigureFact | null {
  const fact = bareFigure(claim, around);
  const whole = fact?.partOf == null ? undefined : around.figures.get(fact.partOf);
  const outer = whole === undefined ? null : bareFigure(whole, around);
  if (fact === null || outer === null) return fact;
  const { min, max, minExclusive, maxExclusive, best, approx } = outer;
  const amount: Amount = { min, max, minExclusive, maxExclusive, best, approx };
  return { ...fact, whole: { amount, division: divisionOf(fact, outer), population: populationKey(outer) } };
}

function bareFigure(claim: Claim, around: Around): FigureFact | null {
  if (claim.kind !== "figure" || claim.figure === null || claim.review === "rejected") return null;
  const { min, max, minExclusive, maxExclusive, best, approx, unit, of, counted, per, accrual, partOf, partKind } = claim.figure;
  const { when, asOf, said } = claim;
  const amount: Amount = { min, max, minExclusive, maxExclusive, best, approx };
  const scope = { when, asOf, said, places: placesOf(claim) };
  const agents = agentsOf(claim, around.events);
  const cues = around.cues.get(claim.id) ?? noCues;
  return { ...factOf(claim, around), ...amount, unit, of, counted, per, accrual, ...scope, partOf, partKind, whole: null, agents, cues };
}

/** The event of a claim of kind `event` or `condition`; null for every other claim and for one that a person rejected. */
export function eventFact(claim: Claim, around: Around): EventFact | null {
  if ((claim.kind !== "event" && claim.kind !== "condition") || claim.review === "rejected") return null;
  return {
    ...factOf(claim, around),
    type: claim.event ?? "other",
    when: claim.when,
    places: placesOf(claim),
    who: claim.who.map(({ role, name }) => ({ role, name })),
  };
}

/** The fact with the bodies that its voices speak for by all documents of the set. */
export function withBodies<T extends Fact>(fact: T, set: OfficeSet): T {
  const homeBody = set.officeOf(fact.home, fact.homeOffice);
  const voices = fact.voices.map((voice): FactVoice => {
    return { ...voice, body: voice.name === null || voice.anonymous ? null : set.officeOf(voice.name, voice.office) };
  });
  return { ...fact, voices, homeBody };
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
export function isDenial({ negated, certainty, voices }: Fact): boolean {
  return saysNot({ negated, certainty, voice: voices });
}
