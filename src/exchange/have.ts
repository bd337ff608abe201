/** What a copy holds, as stretches of each device's chain, and what another one lacks of it. */
import type { Awaitable } from "../log/crypto.ts";
import { canonicalBytes } from "../model/canonical.ts";
import type { Id } from "../model/ids.ts";
import type { DeviceId } from "../model/statement.ts";
import type { Have, Range } from "./bundle.ts";

/** Where a statement stands. */
export interface Place {
  readonly device: DeviceId;
  readonly seq: number;
  readonly id: Id;
}

/** What is held, of statements by device, then seq, then id; by device. */
export async function haveOf(
  places: AsyncIterable<Place> | Iterable<Place>,
  sha256: (bytes: Uint8Array) => Awaitable<string>,
): Promise<readonly Have[]> {
  const all: Have[] = [];
  let device: DeviceId | null = null;
  let ids: Id[] = [];
  let ranges: Range[] = [];
  let forked = false;
  const finish = async (): Promise<void> => {
    if (device === null) return;
    all.push({ device, ranges, forked: forked ? `sha256:${await sha256(canonicalBytes([...ids].sort()))}` : null });
  };
  for await (const place of places) {
    if (place.device !== device) {
      await finish();
      device = place.device;
      ids = [];
      ranges = [];
      forked = false;
    }
    ids.push(place.id);
    const last = ranges.at(-1);
    if (last?.to === place.seq) forked = true;
    else if (last?.to === place.seq - 1) ranges[ranges.length - 1] = { ...last, to: place.seq, last: place.id };
    else ranges.push({ from: place.seq, to: place.seq, last: place.id });
  }
  await finish();
  return all;
}

/**
 * Tells of a statement whether the other side lacks it, from what it said it has. A device of which the two hold different things in one place is
 * lacked whole: that is a fork, and the other side must see it.
 */
export async function lackedBy(
  theirs: readonly Have[],
  ours: readonly Have[],
  idAt: (device: DeviceId, seq: number) => Promise<readonly Id[]>,
): Promise<(place: Place) => boolean> {
  const ranges = new Map<DeviceId, readonly Range[]>();
  for (const have of theirs) {
    const own = ours.find(({ device }) => device === have.device);
    let same = own?.forked === have.forked;
    for (const { to, last } of have.ranges) {
      const held = await idAt(have.device, to);
      if (held.length > 0 && !held.includes(last)) same = false;
    }
    if (same) ranges.set(have.device, have.ranges);
  }
  return ({ device, seq }) => !(ranges.get(device) ?? []).some(({ from, to }) => seq >= from && seq <= to);
}

/** How many statements that is, at least: a fork counts once a place. */
export function sizeOf(have: readonly Have[]): number {
  return have.reduce((sum, { ranges }) => sum + ranges.reduce((part, { from, to }) => part + to - from + 1, 0), 0);
}
