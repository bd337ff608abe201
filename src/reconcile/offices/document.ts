/** The offices of one document: which voice speaks for which, who was named with one, and which acronyms the text explains. */
import type { Claim, Voice } from "../../model/claim.ts";
import { fold } from "../folding.ts";
import { nameOf } from "../name.ts";
import type { Word } from "./table.ts";
import { namedIn, wordsOf } from "./table.ts";
import type { OfficeUse, Seat } from "./use.ts";
import { antecedentOf, officeAfter, officeUse } from "./use.ts";

/** An office as one document knows it. Plain JSON. */
export interface LocalOffice {
  readonly key: string;
  /** Null when the document names none, or several. */
  readonly seat: Seat | null;
  /** True when the document names the office that this kind lies within, and none of the kind in a town: "prosecutors" beside the Prosecutor General. */
  readonly general: boolean;
}

export interface Acronym {
  /** Folded. */
  readonly short: string;
  readonly long: string;
  readonly office: LocalOffice | null;
}

export interface DocumentOffices {
  /** Null for a voice that speaks for no office that is known here. */
  officeOf(voice: Voice): LocalOffice | null;
  /** The office that a publisher is; null when it is none. */
  officeNamed(name: string): LocalOffice | null;
  /** Persons by the key of their name. */
  readonly people: ReadonlyMap<string, LocalOffice>;
  readonly acronyms: readonly Acronym[];
  /** Every office that speaks here, each once. */
  readonly offices: readonly LocalOffice[];
}

interface Spot extends OfficeUse {
  readonly start: number;
  readonly end: number;
}

// Farther back than this, a post without a body belongs to nobody that can be told.
const NEAR = 240;

/** The offices of the voices of `claims`; `text` is the document's, null when it is not at hand. */
export function documentOffices(text: string | null, claims: readonly Claim[]): DocumentOffices {
  const spots = text === null ? [] : spotsIn(text);
  const uses = new Map<string, OfficeUse>();
  const persons = new Map<string, OfficeUse | null>();
  const heard: Spot[] = [];
  const voices = claims.flatMap(({ voice }) => voice).sort((a, b) => placeOf(a).start - placeOf(b).start);
  for (const voice of voices) {
    const key = voiceKey(voice);
    if (voice.name === null || voice.anonymous || uses.has(key)) continue;
    const use = useOf(voice, text, [...spots, ...heard]);
    if (use === null) continue;
    uses.set(key, use);
    if (voice.start !== null && voice.end !== null) heard.push({ ...use, start: voice.start, end: voice.end });
    if (officeUse(voice.name, null) !== null) continue;
    const name = nameOf(voice.name);
    if (name.being !== "person") continue;
    const before = persons.get(name.key);
    persons.set(name.key, before === undefined || sameUse(before, use) ? use : null);
  }
  const known = [...spots, ...uses.values()];
  const local = (use: OfficeUse): LocalOffice => localOf(use, known);
  const people = new Map([...persons].flatMap(([key, use]) => (use === null ? [] : [[key, local(use)] as const])));
  const officeOf = (voice: Voice): LocalOffice | null => {
    const use = uses.get(voiceKey(voice));
    if (use !== undefined) return local(use);
    return voice.name === null || voice.anonymous ? null : (people.get(nameOf(voice.name).key) ?? null);
  };
  const officeNamed = (name: string): LocalOffice | null => {
    const use = officeUse(name, null);
    return use === null ? null : local(use);
  };
  const offices = new Map(known.map(local).map((office) => [JSON.stringify(office), office]));
  return { officeOf, officeNamed, people, acronyms: text === null ? [] : acronymsIn(text, officeNamed), offices: [...offices.values()] };
}

function placeOf({ start, end, from }: Voice): { readonly start: number; readonly end: number } {
  return from ?? { start: start ?? 0, end: end ?? 0 };
}

function voiceKey(voice: Voice): string {
  const { start, end } = placeOf(voice);
  return `${start} ${end} ${voice.name ?? ""}`;
}

function sameUse(a: OfficeUse | null, b: OfficeUse): boolean {
  return a?.kind === b.kind && (a.seat === null || b.seat === null || a.seat.name === b.seat.name);
}

/** Where the text names an office, with the place that stands beside it. */
function spotsIn(text: string): readonly Spot[] {
  const words = wordsOf(text);
  return namedIn(words).flatMap(({ kind, from, to }): Spot[] => {
    const [first, last] = [words[from], words[to - 1]];
    if (first === undefined || last === undefined) return [];
    const around = officeUse(text.slice(first.start, endOfPlace(words, to, last.end, text)), null);
    const seat = around?.seat ?? placeBefore(words, from, text);
    return [{ kind, seat, start: first.start, end: last.end }];
  });
}

/** As far as "of Kazakhstan" or "in the city of Almaty" may reach: up to three more words of the same sentence, if they make a place. */
function endOfPlace(words: readonly Word[], to: number, end: number, text: string): number {
  for (let count = 3; count > 0; count--) {
    const last = words[to + count - 1];
    if (last === undefined || /[,.;:!?\n]/.test(text.slice(end, last.end))) continue;
    const use = officeUse(text.slice(words[to - 1]?.start ?? end, last.end), null);
    if (use?.seat != null) return last.end;
  }
  return end;
}

/** "Kazakhstan's", "Алматы" right before the office: one to three words of the same sentence. */
function placeBefore(words: readonly Word[], from: number, text: string): Seat | null {
  const office = words[from];
  for (let count = 1; count <= 3 && office !== undefined; count++) {
    const first = words[from - count];
    if (first === undefined || /[,.;:!?\n]/.test(text.slice(first.start, office.start))) return null;
    const use = officeUse(text.slice(first.start, office.end), null);
    if (use === null) return null;
    if (use.seat !== null) return use.seat;
  }
  return null;
}

function useOf(voice: Voice, text: string | null, spots: readonly Spot[]): OfficeUse | null {
  const name = voice.name ?? "";
  const byName = officeUse(name, null);
  if (text === null || voice.start === null) return byName;
  const { start, end } = placeOf(voice);
  // A reader may have cut a name short: "Office of Kazakhstan".
  const overlapping = spots.filter((spot) => spot.start < end && start < spot.end);
  const from = Math.min(start, ...overlapping.map((spot) => spot.start));
  const to = Math.max(end, ...overlapping.map((spot) => spot.end));
  const mention = text.slice(from, to);
  const person = byName === null && nameOf(name).being === "person" ? name : null;
  const own = officeUse(mention, person) ?? byName;
  if (own !== null) return { ...own, seat: own.seat ?? overlapping.find(({ seat }) => seat !== null)?.seat ?? null };
  const after = person === null ? null : officeAfter(text.slice(end, end + 140));
  return after ?? calledBack(mention, person, start, text, spots);
}

/** “The ministry”, “ведомство”, "head of the service Dana Orlen" after a sentence about one office. */
function calledBack(mention: string, person: string | null, start: number, text: string, spots: readonly Spot[]): OfficeUse | null {
  const kind = antecedentOf(mention, person);
  if (kind === null) return null;
  const before = spots.filter((spot) => spot.end <= start && (kind === "any" || spot.kind.ministry));
  const last = before.reduce<Spot | null>((best, spot) => (best === null || spot.end > best.end ? spot : best), null);
  if (last === null) return null;
  if (person !== null && (start - last.end > NEAR || text.slice(last.end, start).includes("\n\n"))) return null;
  return last;
}

/** With its own place, else the only one that the document gives an office of this kind. */
function localOf(use: OfficeUse, known: readonly OfficeUse[]): LocalOffice {
  // A town beside an office of the whole country is where something happened, not where that office is.
  const inTowns = use.kind.local || use.kind.within !== null;
  const held = ({ seat }: OfficeUse): Seat | null => (seat !== null && (seat.country || inTowns) ? seat : null);
  const own = known.filter(({ kind }) => kind === use.kind).flatMap((each) => held(each) ?? []);
  const seats = new Map(own.map((seat) => [seat.name, seat] as const));
  const [only] = seats.size === 1 ? [...seats.values()] : [];
  const seat = held(use) ?? only ?? null;
  const inTown = [...seats.values()].some(({ country }) => !country);
  const general = use.kind.within !== null && !inTown && known.some(({ kind }) => kind.key === use.kind.within);
  return { key: use.kind.key, seat, general };
}

const ACRONYM = /\(\s*["«“]?(\p{Lu}[\p{Lu}\p{N}]{1,7})["»”]?\s*\)/gu;
const SMALL = /^(?:of|the|and|for|on|in|de|и|по|в|на|при|және)$/u;

/** "River Safety Council (RSC)": the words before the bracket whose first letters are the acronym. */
function acronymsIn(text: string, officeNamed: (name: string) => LocalOffice | null): readonly Acronym[] {
  return [...text.matchAll(ACRONYM)].flatMap((match): Acronym[] => {
    const short = match[1] ?? "";
    const before = wordsOf(text.slice(Math.max(0, match.index - 160), match.index), Math.max(0, match.index - 160));
    const start = expansionStart(before, fold(short));
    if (start === null) return [];
    const long = text.slice(start, match.index).trim();
    return long.includes("\n") ? [] : [{ short: fold(short), long, office: officeNamed(long) }];
  });
}

/** The start of the words that spell the letters out, small words skipped; null when they do not. */
function expansionStart(words: readonly Word[], letters: string): number | null {
  let left = letters.length;
  for (let at = words.length - 1; at >= 0 && left > 0; at--) {
    const word = words[at];
    if (word === undefined) return null;
    if (word.text.startsWith(letters[left - 1] ?? " ")) {
      left--;
      if (left === 0) return word.start;
    } else if (!SMALL.test(word.text)) return null;
  }
  return null;
}
