/** What a finder hands on: a draft under construction, with the place in the text that it hangs on. */
import type { Figure } from "../model/figure.ts";
import type { Draft, Legal, Participant, Place, Pledge, Question, Relation, Voice } from "../model/claim.ts";
import type { Span } from "../model/passage.ts";
import type { Certainty, EventType, Kind, LinkType, WhenKind } from "../model/words.ts";

/** A figure whose whole is another finding. */
export type FoundFigure = Omit<Figure, "partOf">;

/** One finding. Refiners return new ones; nothing is changed in place. */
export interface Found extends Span {
  readonly rule: string;
  readonly kind: Kind;
  /** Number of the sentence it stands in. */
  readonly sentence: number;
  /** The words that make it a finding: the number, the trigger. Voices, times and places are attached by where this stands. */
  readonly anchor: Span;
  readonly event: EventType | null;
  readonly figure: FoundFigure | null;
  readonly who: readonly Participant[];
  readonly where: readonly Place[];
  readonly when: string | null;
  readonly whenText: string | null;
  readonly whenKind: WhenKind | null;
  readonly asOf: string | null;
  readonly said: string | null;
  readonly legal: Legal | null;
  readonly relation: Relation | null;
  readonly pledge: Pledge | null;
  readonly question: Question | null;
  readonly voice: readonly Voice[];
  /** null until the certainty refiner has looked, unless the finder knows. */
  readonly certainty: Certainty | null;
  readonly negated: boolean;
  readonly also: readonly Span[];
  /** The finding that states the whole of this part. */
  readonly whole: Found | null;
  readonly links: readonly { readonly type: LinkType; readonly to: Found }[];
}

type Required_ = "rule" | "kind" | "sentence" | "start" | "end" | "anchor";

/** A finding with everything unsaid left unsaid. Every key is written, always in this order: objects of one shape are read several times as fast. */
export function found(said: Pick<Found, Required_> & Partial<Omit<Found, Required_>>): Found {
  return {
    rule: said.rule,
    kind: said.kind,
    sentence: said.sentence,
    start: said.start,
    end: said.end,
    anchor: said.anchor,
    event: said.event ?? null,
    figure: said.figure ?? null,
    who: said.who ?? [],
    where: said.where ?? [],
    when: said.when ?? null,
    whenText: said.whenText ?? null,
    whenKind: said.whenKind ?? null,
    asOf: said.asOf ?? null,
    said: said.said ?? null,
    legal: said.legal ?? null,
    relation: said.relation ?? null,
    pledge: said.pledge ?? null,
    question: said.question ?? null,
    voice: said.voice ?? [],
    certainty: said.certainty ?? null,
    negated: said.negated ?? false,
    also: said.also ?? [],
    whole: said.whole ?? null,
    links: said.links ?? [],
  };
}

/** Document order: by start, the longer first, then by kind and rule, so that the same text always gives the same list. */
export function inOrder(findings: readonly Found[]): readonly Found[] {
  return [...findings].sort(
    (a, b) => a.start - b.start || b.end - a.end || a.anchor.start - b.anchor.start || compare(a.kind, b.kind) || compare(a.rule, b.rule),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Findings as drafts, in order. `origin` finds the position of a finding that refiners have since replaced. */
export function toDrafts(text: string, findings: readonly Found[]): readonly Draft[] {
  const ordered = inOrder(findings);
  const position = positionsOf(ordered);
  return ordered.map((finding): Draft => {
    const { whole, figure, links } = finding;
    const at = whole === null ? undefined : position.get(keyOf(whole));
    return {
      rule: finding.rule,
      kind: finding.kind,
      start: finding.start,
      end: finding.end,
      event: finding.event,
      who: finding.who,
      where: finding.where,
      when: finding.when,
      whenText: finding.whenText,
      whenKind: finding.whenKind,
      asOf: finding.asOf,
      said: finding.said,
      legal: finding.legal,
      relation: finding.relation,
      pledge: finding.pledge,
      question: finding.question,
      voice: finding.voice,
      negated: finding.negated,
      also: finding.also,
      quote: text.slice(finding.start, finding.end),
      certainty: finding.certainty ?? "stated",
      figure: figure === null ? null : { ...figure, partOf: at ?? null },
      links: links.flatMap(({ type, to }) => {
        const target = position.get(keyOf(to));
        return target === undefined ? [] : [{ type, claim: target }];
      }),
    };
  });
}

/** The first position of each finding that another points at. */
function positionsOf(ordered: readonly Found[]): ReadonlyMap<string, number> {
  const position = new Map<string, number>();
  if (ordered.every(({ whole, links }) => whole === null && links.length === 0)) return position;
  for (const [index, finding] of ordered.entries()) {
    const key = keyOf(finding);
    if (!position.has(key)) position.set(key, index);
  }
  return position;
}

/** Where a finding hangs and what it is: the same before and after refining. */
function keyOf(finding: Found): string {
  return `${finding.anchor.start}-${finding.anchor.end} ${finding.kind} ${finding.rule}`;
}
