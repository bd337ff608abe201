/**
 * Joining when "may be the same" does not carry over from pair to pair: a figure without a place fits the one for a town and the one for
 * another town, which do not fit each other. Two things are joined only when they fit exactly the same things (true twins of the graph
 * whose edges are "fits"). So what could go either way goes neither way, and the outcome does not depend on the order of arrival.
 */

/** A pair of indexes that fit, each pair once. */
export type Edge = readonly [a: number, b: number];

/** Groups of the indexes 0..size-1; each group ascending, groups by first index. */
export function twins(size: number, edges: Iterable<Edge>): readonly (readonly number[])[] {
  const near: number[][] = Array.from({ length: size }, (_, index) => [index]);
  for (const [a, b] of edges) {
    near[a]?.push(b);
    near[b]?.push(a);
  }
  const groups = new Map<string, number[]>();
  near.forEach((list, index) => {
    const key = list.sort((a, b) => a - b).join(",");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  });
  return [...groups.values()];
}

/** Every pair of 0..size-1 for which `fits` holds. O(size²) calls. */
export function edgesWhere(size: number, fits: (a: number, b: number) => boolean): Edge[] {
  const edges: Edge[] = [];
  for (let a = 0; a < size; a++) for (let b = a + 1; b < size; b++) if (fits(a, b)) edges.push([a, b]);
  return edges;
}

/**
 * Clusters joined further where all members of one fit all members of the other, again and again until nothing moves.
 * `edges` are the pairs of members that fit.
 */
export function joinClusters(clusters: readonly (readonly number[])[], edges: readonly Edge[]): readonly (readonly number[])[] {
  let current = clusters;
  for (;;) {
    const next = joinOnce(current, edges);
    if (next.length === current.length) return current;
    current = next;
  }
}

function joinOnce(clusters: readonly (readonly number[])[], edges: readonly Edge[]): readonly (readonly number[])[] {
  const home = new Map<number, number>();
  clusters.forEach((cluster, at) => {
    for (const member of cluster) home.set(member, at);
  });
  const fitting = new Map<number, number>();
  for (const [a, b] of edges) {
    const [left = 0, right = 0] = [home.get(a), home.get(b)].sort((x, y) => (x ?? 0) - (y ?? 0));
    if (left !== right) fitting.set(left * clusters.length + right, (fitting.get(left * clusters.length + right) ?? 0) + 1);
  }
  const between: Edge[] = [];
  for (const [key, count] of fitting) {
    const edge: Edge = [Math.floor(key / clusters.length), key % clusters.length];
    if (count === (clusters[edge[0]]?.length ?? 0) * (clusters[edge[1]]?.length ?? 0)) between.push(edge);
  }
  return twins(clusters.length, between).map((group) => group.flatMap((at) => clusters[at] ?? []));
}
