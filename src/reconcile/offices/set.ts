/**
 * The offices of a whole set of documents: what one document leaves open (which prosecutors, whose ministry, who "Serik Shal" is) is decided by all of
 * them, with the reason, or stays open.
 */
import type { Party } from "../../model/words.ts";
import { fold } from "../folding.ts";
import { nameOf } from "../name.ts";
import type { Acronym, LocalOffice } from "./document.ts";
import { officeKind } from "./table.ts";

/** What documents say of offices, each entry once a document. */
export interface OfficeNotes {
  readonly offices: Iterable<LocalOffice>;
  readonly people: Iterable<{ readonly name: string; readonly office: LocalOffice }>;
  readonly acronyms: Iterable<Acronym>;
}

/** The body that a voice speaks for. */
export interface Office {
  /** Equal for one body; the origin's name. */
  readonly name: string;
  /** Null for a body of no shipped kind. */
  readonly party: Party | null;
  /** One plain sentence when it is not the voice's own name. */
  readonly reason: string;
}

export interface OfficeSet {
  /** The body of a voice of this name; null when it speaks for itself. `local` is what its document says. */
  officeOf(name: string, local: LocalOffice | null): Office | null;
}

interface Seats {
  readonly countries: Set<string>;
  readonly towns: Set<string>;
}

/** What the set knows. The order of the notes does not matter. */
export function officeSet(notes: OfficeNotes): OfficeSet {
  const seats = new Map<string, Seats>();
  for (const { key, seat } of notes.offices) {
    const own = seats.get(key) ?? { countries: new Set(), towns: new Set() };
    if (seat !== null) (seat.country ? own.countries : own.towns).add(seat.name);
    seats.set(key, own);
  }
  const people = agreed(
    notes.people,
    ({ name }) => name,
    ({ office }) => office,
    placeless,
  );
  const acronyms = agreed(
    notes.acronyms,
    ({ short }) => short,
    (acronym) => acronym,
    ({ long, office }) => office?.key ?? fold(long),
  );
  return {
    officeOf(name, local) {
      if (local !== null) return settled(local, seats, `“${name}” speaks for it in this document.`);
      const acronym = /^\p{Lu}[\p{Lu}\p{N}]{1,7}$/u.test(name) ? acronyms.get(fold(name)) : undefined;
      if (acronym !== undefined) {
        const reason = `A text writes “${acronym.long} (${name})”, so “${name}” is that body.`;
        return acronym.office === null ? { name: acronym.long, party: null, reason } : settled(acronym.office, seats, reason);
      }
      const person = people.get(nameOf(name).key);
      return person === undefined
        ? null
        : settled(person, seats, `“${name}” is named with it in another document, and with no other office.`);
    },
  };
}

const placeless = ({ key }: LocalOffice): string => key;

/** The values by key, of those keys on which all entries agree. */
function agreed<Entry, Value>(
  entries: Iterable<Entry>,
  keyOf: (entry: Entry) => string,
  valueOf: (entry: Entry) => Value,
  same: (value: Value) => string,
): ReadonlyMap<string, Value> {
  const found = new Map<string, Value | null>();
  for (const entry of entries) {
    const [key, value] = [keyOf(entry), valueOf(entry)];
    const before = found.get(key);
    found.set(key, before === undefined ? value : before !== null && same(before) === same(value) ? before : null);
  }
  return new Map([...found].flatMap(([key, value]) => (value === null ? [] : [[key, value] as const])));
}

function settled(local: LocalOffice, seats: ReadonlyMap<string, Seats>, why: string): Office | null {
  const kind = officeKind(local.key);
  if (kind === null) return null;
  const wider = kind.within === null ? null : officeKind(kind.within);
  const isTown = local.seat !== null && !local.seat.country;
  if (wider !== null && !isTown) {
    const others = seats.get(kind.key)?.towns.size ?? 0;
    if (local.general || (seats.has(wider.key) && others === 0)) {
      const where = local.general ? "this document names that office" : "the documents name that office";
      return named(wider.key, local, seats, `${why} It is taken for the ${wider.name}: ${where} and no other ${kind.name.toLowerCase()}.`);
    }
  }
  // There are police in every town: without one, nothing says whose.
  if (kind.local && local.seat === null) return null;
  return named(kind.key, local, seats, why);
}

function named(key: string, { seat }: LocalOffice, seats: ReadonlyMap<string, Seats>, reason: string): Office {
  const kind = officeKind(key);
  const countries = seats.get(key)?.countries ?? new Set();
  const tells = seat !== null && (!seat.country || countries.size > 1);
  return { name: tells ? `${kind?.name ?? key} (${seat.name})` : (kind?.name ?? key), party: kind?.party ?? null, reason };
}
