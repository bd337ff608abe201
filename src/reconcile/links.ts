/** What people say of clusters without naming one: these two belong together, these two do not. */

/** Pairs of keys of members, in any order. */
export interface Joining {
  readonly together: readonly (readonly [string, string])[];
  readonly apart: readonly (readonly [string, string])[];
}

export const nothingSaid: Joining = { together: [], apart: [] };

/** Groups of keys that pairs hold together, by key. */
function components(pairs: Joining["together"]): ReadonlyMap<string, ReadonlySet<string>> {
  const home = new Map<string, Set<string>>();
  for (const [a, b] of pairs) {
    const joined = new Set([a, b, ...(home.get(a) ?? []), ...(home.get(b) ?? [])]);
    for (const key of joined) home.set(key, joined);
  }
  return home;
}

/**
 * The clusters joined where people link their members, then cut where people unlink: what is linked directly stays in one piece, and each piece goes
 * to the first part of its cluster with nobody in it from whom it is unlinked. Members keep their order, clusters that of their first member.
 */
export function rejoined<T>(
  clusters: readonly (readonly T[])[],
  keyOf: (member: T) => string,
  { together, apart }: Joining,
): readonly (readonly T[])[] {
  if (together.length === 0 && apart.length === 0) return clusters;
  const linked = components(together);
  return joined(clusters, keyOf, together).flatMap((cluster) => cut(cluster, keyOf, linked, apart));
}

function joined<T>(
  clusters: readonly (readonly T[])[],
  keyOf: (member: T) => string,
  together: Joining["together"],
): readonly (readonly T[])[] {
  const home = new Map<string, number>();
  clusters.forEach((cluster, at) => {
    for (const member of cluster) home.set(keyOf(member), at);
  });
  const pairs = together.flatMap(([a, b]) => {
    const [left, right] = [home.get(a), home.get(b)];
    return left === undefined || right === undefined || left === right ? [] : [[String(left), String(right)] as const];
  });
  const groups = components(pairs);
  return clusters.flatMap((cluster, at) => {
    const group = groups.get(String(at));
    if (group === undefined) return [cluster];
    const members = [...group].map(Number).sort((a, b) => a - b);
    return members[0] === at ? [members.flatMap((member) => clusters[member] ?? [])] : [];
  });
}

function cut<T>(
  cluster: readonly T[],
  keyOf: (member: T) => string,
  linked: ReadonlyMap<string, ReadonlySet<string>>,
  apart: Joining["apart"],
): readonly (readonly T[])[] {
  const keys = new Set(cluster.map(keyOf));
  const barred = apart.filter(([a, b]) => keys.has(a) && keys.has(b));
  if (barred.length === 0) return [cluster];
  const pieces = Map.groupBy(cluster, (member) => [...(linked.get(keyOf(member)) ?? [keyOf(member)])].sort()[0]);
  const parts: T[][] = [];
  for (const piece of pieces.values()) {
    const own = new Set(piece.map(keyOf));
    const fits = (part: readonly T[]): boolean => {
      const there = new Set(part.map(keyOf));
      return !barred.some(([a, b]) => (own.has(a) && there.has(b)) || (own.has(b) && there.has(a)));
    };
    const part = parts.find(fits);
    if (part === undefined) parts.push([...piece]);
    else part.push(...piece);
  }
  const place = new Map(cluster.map((member, at) => [member, at]));
  return parts.map((part) => part.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)));
}
