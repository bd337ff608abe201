/** Where an entry names somebody: as a voice, a participant, or a side of a relation. */
import type { Claim } from "../model/claim.ts";
import type { Id } from "../model/ids.ts";
import type { Party } from "../model/words.ts";
import { publishedOf } from "../reconcile/facts.ts";
import { fold } from "../reconcile/folding.ts";
import type { Being } from "../reconcile/name.ts";
import { isCount, isGeneric, nameOf } from "../reconcile/name.ts";
import type { Expansion } from "../reconcile/names.ts";
import type { Filed } from "./buckets.ts";
import type { Entry } from "./view.ts";

export interface Naming {
  readonly claim: Id;
  readonly form: string;
  /** A role of the contract, `voice`, or `relation`. */
  readonly role: string;
  readonly hint: Being | null;
  readonly source: Id;
  readonly published: string | null;
  readonly start: number;
  readonly end: number;
  readonly relation: { readonly type: string; readonly to: string } | null;
}

type Bare = Omit<Naming, "claim" | "source" | "published">;

// An outlet or an organisation speaks under its own name; an official may be a person or an office.
const bodies: readonly Party[] = ["media", "ngo", "international"];

function namingsOf(claim: Claim): readonly Bare[] {
  const places = new Set(claim.where.map(({ name }) => fold(name)));
  const hintOf = (form: string, party: Party | null): Being | null =>
    places.has(fold(form)) || (party !== null && bodies.includes(party) && !form.trim().includes(" ")) ? "organisation" : null;
  const voices = claim.voice.flatMap((voice): Bare[] => {
    if (voice.name === null || voice.anonymous) return [];
    const at = voice.from ?? { start: voice.start ?? claim.start, end: voice.end ?? claim.end };
    return [{ form: voice.name, role: "voice", hint: hintOf(voice.name, voice.party), start: at.start, end: at.end, relation: null }];
  });
  const parts = claim.who.map(({ name, role, start, end }): Bare => ({
    form: name,
    role,
    hint: hintOf(name, null),
    start,
    end,
    relation: null,
  }));
  return [...voices, ...parts, ...sidesOf(claim)].filter(({ form }) => !isGeneric(form) && !isCount(form));
}

function sidesOf(claim: Claim): readonly Bare[] {
  if (claim.relation === null) return [];
  const { from, to, type } = claim.relation;
  const side = (form: string): Bare => ({ role: "relation", hint: null, form, relation: null, ...whereNamed(claim, form) });
  return [...(from === null ? [] : [{ ...side(from), relation: to === null ? null : { type, to } }]), ...(to === null ? [] : [side(to)])];
}

/** A relation carries no offsets for its sides: the words in its quote when they stand there, else the whole of it. */
function whereNamed({ quote, start, end }: Claim, form: string): { readonly start: number; readonly end: number } {
  const at = quote.indexOf(form);
  return at === -1 ? { start, end } : { start: start + at, end: start + at + form.length };
}

/** The namings of an entry by the folded name. */
export function fileNamings(entry: Entry): readonly Filed<Naming>[] {
  const published = publishedOf(entry.source);
  return entry.claims
    .filter(({ review }) => review !== "rejected")
    .flatMap((claim) =>
      namingsOf(claim).flatMap((naming, index): Filed<Naming>[] => {
        const { key } = nameOf(naming.form, naming.hint);
        if (key === "") return [];
        const digest: Naming = { ...naming, claim: claim.id, source: claim.source, published };
        return [{ bucket: key, member: `${claim.id} ${String(index).padStart(4, "0")}`, digest }];
      }),
    );
}

const ACRONYM_IN_BRACKETS = /\((\p{Lu}[\p{Lu}\p{N}-]{1,8})\)/gu;

/** Acronyms that a quote of the entry gives in brackets straight after a name that some claim of the entry has. */
export function fileExpansions(entry: Entry): readonly Filed<Expansion>[] {
  const claims = entry.claims.filter(({ review }) => review !== "rejected");
  const bracketed = claims.flatMap(({ quote }) =>
    [...quote.matchAll(ACRONYM_IN_BRACKETS)].map((match) => ({ before: quote.slice(0, match.index).trimEnd(), short: match[1] ?? "" })),
  );
  if (bracketed.length === 0) return [];
  const forms = [...new Set(claims.flatMap(namingsOf).map(({ form }) => form))].sort((a, b) => b.length - a.length);
  return bracketed.flatMap(({ before, short }): Filed<Expansion>[] => {
    const long = forms.find((form) => before.endsWith(form));
    if (long === undefined || nameOf(long).being === "group") return [];
    return [{ bucket: fold(short), member: `${nameOf(long, "organisation").key} ${entry.source.id}`, digest: { long, short } }];
  });
}
