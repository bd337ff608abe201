/**
 * What came before what. Statements are laid into lanes - a device's chain, cut where it forks - and into one causal order made of `prev` and
 * `seen`, never of clocks. Whatever order they come in, the same statements give the same chains.
 */
import type { Id } from "../model/ids.ts";
import type { DeviceId, Header, Seen, Statement } from "../model/statement.ts";
import type { Checking } from "./crypto.ts";
import { idHeap } from "./heap.ts";
import { signedEncoding } from "./pae.ts";
import type { Frontier } from "./tree.ts";
import { emptyFrontier, leafHash, rootOf, withLeaf } from "./tree.ts";
import type { KnownSaid, Verdict } from "./verify.ts";

type Hashing = Pick<Checking, "sha256">;

/** A statement that holds by itself. */
export interface Held {
  readonly id: Id;
  readonly header: Header;
  readonly said: KnownSaid | null;
  /** Hash of its leaf in its device's tree, hex. */
  readonly leaf: string;
}

/** A statement in its place. */
export interface Placed extends Held {
  /** Number of the lane. */
  readonly lane: number;
  /** For each other lane the seq up to which it was known when this was written, -1 for nothing. Shared by statements that knew the same. */
  readonly clock: Int32Array;
}

/** Two or more statements of one device with one seq: each is signed, so the set is the proof. */
export interface Fork {
  readonly device: DeviceId;
  readonly seq: number;
  /** Sorted. */
  readonly statements: readonly Id[];
}

/** A head that somebody saw and that is in no chain held here: a branch, or a lie, that is yet to come to light. */
export interface StrangeHead extends Seen {
  /** The statement that says so. */
  readonly by: Id;
}

export interface Chains {
  /** In causal order; of those that could come next always the one with the smallest id. */
  readonly order: readonly Placed[];
  readonly byId: ReadonlyMap<Id, Placed>;
  /** Statements whose chain has no beginning here, sorted. */
  readonly gaps: readonly Id[];
  /** By device, the first of each. */
  readonly forks: readonly Fork[];
  /** Of heads that are held no longer than a known chain; sorted by the statement that says so. */
  readonly strangeHeads: readonly StrangeHead[];
}

/** A verified statement as the chains take it. Null when its verdict has faults. */
export async function heldOf(statement: Statement, { header, said, faults }: Verdict, crypto: Hashing): Promise<Held | null> {
  if (header === null || faults.length > 0) return null;
  return { id: statement.id, header, said, leaf: await leafHash(signedEncoding(statement.bytes), crypto) };
}

/** True when `a` was known to the author of `b` who wrote it after. */
export function before(a: Placed, b: Placed): boolean {
  return a.lane === b.lane ? a.header.seq < b.header.seq : (b.clock[a.lane] ?? -1) >= a.header.seq;
}

/** Lays out the statements. One that comes twice is one; of its copies the one that shows most is taken. */
export async function chainsOf(statements: Iterable<Held>, crypto: Hashing): Promise<Chains> {
  const held = once(statements);
  const { lanes, laneOf, heads } = await lay(held, crypto);
  const strangeHeads: StrangeHead[] = [];
  const seenBy = new Map<Id, readonly Id[]>();
  for (const { id, header } of held.values()) {
    if (!laneOf.has(id)) continue;
    const known: Id[] = [];
    for (const seen of header.seen) {
      const found = heads.get(headKey(seen));
      if (found !== undefined) known.push(found);
      else strangeHeads.push({ ...seen, by: id });
    }
    seenBy.set(id, known);
  }
  const order = inOrder(held, lanes, laneOf, seenBy);
  const byId = new Map(order.map((placed) => [placed.id, placed]));
  return {
    order,
    byId,
    gaps: [...held.keys()].filter((id) => !byId.has(id)).sort(),
    forks: forksOf(held.values()),
    strangeHeads: strangeHeads.sort((a, b) => compare(a.by, b.by) || compare(a.device, b.device)),
  };
}

function once(statements: Iterable<Held>): ReadonlyMap<Id, Held> {
  const held = new Map<Id, Held>();
  const shows = ({ said }: Held): number => (said === null ? 0 : Object.keys(said.shown).length);
  for (const each of statements) {
    const known = held.get(each.id);
    if (known === undefined || shows(each) > shows(known)) held.set(each.id, each);
  }
  return held;
}

const headKey = ({ device, seq, root }: Seen): string => `${device} ${seq} ${root}`;

/** Cuts every device's tree of statements into lanes and finds the statement that each head seen by somebody names. */
async function lay(
  held: ReadonlyMap<Id, Held>,
  crypto: Hashing,
): Promise<{ readonly lanes: number; readonly laneOf: ReadonlyMap<Id, number>; readonly heads: ReadonlyMap<string, Id> }> {
  const asked = askedOf(held.values());
  const after = new Map<string, Held[]>();
  for (const each of held.values()) {
    const key = `${each.header.device} ${each.header.prev ?? ""}`;
    const list = after.get(key);
    if (list === undefined) after.set(key, [each]);
    else list.push(each);
  }
  let lanes = 0;
  const laneOf = new Map<Id, number>();
  const heads = new Map<string, Id>();
  const devices = [...new Set(Array.from(held.values(), ({ header }) => header.device))].sort();
  for (const device of devices) {
    const wanted = asked.get(device) ?? { seqs: new Set<number>(), last: -1 };
    const open: { next: readonly Held[]; lane: number; frontier: Frontier }[] = [
      { next: after.get(`${device} `) ?? [], lane: -1, frontier: emptyFrontier },
    ];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const each of [...at.next].sort((a, b) => compare(a.id, b.id))) {
        const { seq } = each.header;
        const branches = at.next.length > 1 || at.lane === -1;
        const lane = branches ? lanes++ : at.lane;
        laneOf.set(each.id, lane);
        // Past the last head that anybody saw nobody asks for a root.
        const frontier = seq <= wanted.last ? await withLeaf(at.frontier, each.leaf, crypto) : at.frontier;
        if (wanted.seqs.has(seq)) heads.set(headKey({ device, seq, root: await rootOf(frontier, crypto) }), each.id);
        const next = after.get(`${device} ${each.id}`)?.filter(({ header }) => header.seq === seq + 1) ?? [];
        if (next.length > 0) open.push({ next, lane, frontier });
      }
    }
  }
  return { lanes, laneOf, heads };
}

function askedOf(held: Iterable<Held>): ReadonlyMap<DeviceId, { readonly seqs: Set<number>; last: number }> {
  const asked = new Map<DeviceId, { seqs: Set<number>; last: number }>();
  for (const { header } of held) {
    for (const { device, seq } of header.seen) {
      const wanted = asked.get(device) ?? { seqs: new Set(), last: -1 };
      wanted.seqs.add(seq);
      wanted.last = Math.max(wanted.last, seq);
      asked.set(device, wanted);
    }
  }
  return asked;
}

/** Kahn's order over `prev` and `seen`, smallest id first, with each statement's clock on the way. */
function inOrder(
  held: ReadonlyMap<Id, Held>,
  lanes: number,
  laneOf: ReadonlyMap<Id, number>,
  seenBy: ReadonlyMap<Id, readonly Id[]>,
): readonly Placed[] {
  const waitsFor = new Map<Id, number>();
  const opens = new Map<Id, Id[]>();
  const ready = idHeap();
  for (const id of laneOf.keys()) {
    const { prev } = (held.get(id) as Held).header;
    const needs = [...(prev === null ? [] : [prev]), ...(seenBy.get(id) ?? [])];
    waitsFor.set(id, needs.length);
    for (const need of needs) {
      const list = opens.get(need);
      if (list === undefined) opens.set(need, [id]);
      else list.push(id);
    }
    if (needs.length === 0) ready.push(id);
  }
  const placed = new Map<Id, Placed>();
  for (let id = ready.pop(); id !== null; id = ready.pop()) {
    const each = held.get(id) as Held;
    const lane = laneOf.get(id) as number;
    const prev = each.header.prev === null ? null : (placed.get(each.header.prev) ?? null);
    const seen = (seenBy.get(id) ?? []).map((known) => placed.get(known) as Placed);
    placed.set(id, { ...each, lane, clock: clockOf(prev, seen, lane, lanes) });
    for (const next of opens.get(id) ?? []) {
      const left = (waitsFor.get(next) ?? 0) - 1;
      waitsFor.set(next, left);
      if (left === 0) ready.push(next);
    }
  }
  return [...placed.values()];
}

function clockOf(prev: Placed | null, seen: readonly Placed[], lane: number, lanes: number): Int32Array {
  const known = prev?.clock ?? new Int32Array(lanes).fill(-1);
  let clock = known;
  const know = (other: number, seq: number): void => {
    if (other === lane || seq <= (clock[other] as number)) return;
    if (clock === known) clock = Int32Array.from(known);
    clock[other] = seq;
  };
  for (const each of prev === null ? seen : [prev, ...seen]) {
    know(each.lane, each.header.seq);
    each.clock.forEach((seq, other) => {
      know(other, seq);
    });
  }
  return clock;
}

function forksOf(held: Iterable<Held>): readonly Fork[] {
  const places = new Map<DeviceId, Map<number, Id[]>>();
  for (const { id, header } of held) {
    const seqs = places.get(header.device) ?? new Map<number, Id[]>();
    places.set(header.device, seqs);
    const list = seqs.get(header.seq);
    if (list === undefined) seqs.set(header.seq, [id]);
    else list.push(id);
  }
  return [...places]
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([device, seqs]) => {
      const forked = [...seqs].filter(([, ids]) => ids.length > 1).sort(([a], [b]) => a - b);
      const [first] = forked;
      return first === undefined ? [] : [{ device, seq: first[0], statements: first[1].sort() }];
    });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
