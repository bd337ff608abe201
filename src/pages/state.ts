/** What pages are made from: the rows of a case's views, and the questions that every page asks of them. */
import type { Claim } from "../model/claim.ts";
import type { Refused } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import type {
  ConflictRow,
  FindingRow,
  PersonRow,
  PledgeRow,
  QuestionRow,
  RivalRow,
  SignedRow,
  SourceRow,
  TallyRow,
  TimelineRow,
} from "../model/rows.ts";

/** All the views of a case at one moment, each in the order of the contract. */
export interface CaseState {
  /** What people call the case; null when it has no name. */
  readonly name: string | null;
  readonly sources: readonly SourceRow[];
  readonly claims: readonly Claim[];
  readonly figures: readonly TallyRow[];
  readonly timeline: readonly TimelineRow[];
  readonly people: readonly PersonRow[];
  readonly questions: readonly QuestionRow[];
  readonly pledges: readonly PledgeRow[];
  readonly rivals: readonly RivalRow[];
  readonly findings: readonly FindingRow[];
  readonly signed: readonly SignedRow[];
  readonly conflicts: readonly ConflictRow[];
  readonly refused: readonly Refused[];
}

/** A case that holds nothing: the start of a state in which only some views are filled. */
export const emptyState: CaseState = {
  name: null,
  sources: [],
  claims: [],
  figures: [],
  timeline: [],
  people: [],
  questions: [],
  pledges: [],
  rivals: [],
  findings: [],
  signed: [],
  conflicts: [],
  refused: [],
};

export interface Lookup {
  /** The state with its sources and claims in the order of pages. */
  readonly state: CaseState;
  /** The claim with this id; null when it is not among the claims of the state. */
  claim(id: Id): Claim | null;
  source(id: Id): SourceRow | null;
  /** The place of a source in the source list, from 1; null when it is not in the case. */
  number(id: Id): number | null;
  /** The person or body to whom this form of a name in this source was joined; else to whom the same form was joined anywhere; else null. */
  person(form: string, source: Id): PersonRow | null;
}

const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Sources as pages number them: by when they were published, undated ones last, then by title and id.
 * Not by when they were got: that differs between two copies of a case, and the same case must read the same.
 */
export function numberedSources(sources: readonly SourceRow[]): readonly SourceRow[] {
  // U+FFFF sorts after every date.
  const place = (source: SourceRow): string => `${source.published ?? "\uFFFF"}\n${source.title ?? ""}\n${source.id}`;
  return [...sources].sort((a, b) => before(place(a), place(b)));
}

function inOrder(state: CaseState): CaseState {
  const sources = numberedSources(state.sources);
  const numbers = new Map(sources.map((source, index) => [source.id, index]));
  const number = (claim: Claim): number => numbers.get(claim.source) ?? sources.length;
  const claims = [...state.claims].sort((a, b) => number(a) - number(b) || a.start - b.start || a.end - b.end || before(a.id, b.id));
  return { ...state, sources, claims };
}

const key = (form: string): string => form.normalize("NFC").toLocaleLowerCase("en").replace(/\s+/gu, " ").trim();

/** Indexes of the state: built once a page. */
export function lookup(given: CaseState): Lookup {
  const state = inOrder(given);
  const claims = new Map(state.claims.map((claim) => [claim.id, claim]));
  const sources = new Map(state.sources.map((source, index) => [source.id, { source, number: index + 1 }]));
  const exact = new Map<string, PersonRow>();
  const anywhere = new Map<string, PersonRow>();
  for (const person of state.people) {
    for (const name of person.names) {
      exact.set(`${name.source} ${key(name.form)}`, person);
      if (!anywhere.has(key(name.form))) anywhere.set(key(name.form), person);
    }
  }
  return {
    state,
    claim: (id) => claims.get(id) ?? null,
    source: (id) => sources.get(id)?.source ?? null,
    number: (id) => sources.get(id)?.number ?? null,
    person: (form, source) => exact.get(`${source} ${key(form)}`) ?? anywhere.get(key(form)) ?? null,
  };
}
