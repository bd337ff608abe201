/** Where each device's log of a case ends, as checkpoints and `seen` name it. */
import type { Head } from "../log/append.ts";
import type { Held } from "../log/chains.ts";
import type { Checking } from "../log/crypto.ts";
import { readHeader } from "../log/header.ts";
import { signedEncoding } from "../log/pae.ts";
import type { Frontier } from "../log/tree.ts";
import { emptyFrontier, leafHash, rootOf, withLeaf } from "../log/tree.ts";
import type { DeviceId, Seen, Statement } from "../model/statement.ts";
import type { Reads } from "../store/store.ts";
import type { Kept } from "../views/view.ts";

/** The name that the heads of other devices are kept under. They move only when a bundle is merged, and then the log is folded again. */
export const SEEN = "seen";

/** The heads of all devices but this copy's own, a row each. */
export function* seenRows(heads: readonly Seen[], own: DeviceId | null): Iterable<Kept> {
  for (const { device, seq, root } of heads) if (device !== own) yield [device, { seq, root }];
}

/** What `device` countersigns by its next statement ([S9]): the heads that were kept, by device. */
export async function seenBy(device: DeviceId, store: Pick<Reads, "rows">): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  for await (const [other, head] of store.rows(SEEN).range("")) {
    if (other !== device) seen.push({ device: other as DeviceId, ...(head as unknown as Pick<Seen, "seq" | "root">) });
  }
  return seen.sort((a, b) => (a.device < b.device ? -1 : 1));
}

/** A statement that holds by itself, as far as its chain asks. */
export type Link = Pick<Held, "id" | "header" | "leaf">;

/** The links of statements that hold by themselves; what has no header is passed over. */
export async function* linksOf(statements: AsyncIterable<Statement>, crypto: Pick<Checking, "sha256">): AsyncGenerator<Link> {
  for await (const { id, bytes } of statements) {
    const { header } = readHeader(bytes);
    if (header !== null) yield { id, header, leaf: await leafHash(signedEncoding(bytes), crypto) };
  }
}

/** The head of every device, sorted: of each chain as far as it has no gap and no fork ([H3]). `links` come by device, seq, then id. */
export async function headsOf(links: AsyncIterable<Link> | Iterable<Link>, crypto: Pick<Checking, "sha256">): Promise<readonly Seen[]> {
  const heads: Seen[] = [];
  let chain = null as Chain | null;
  for await (const link of links) {
    const { device } = link.header;
    if (chain?.device !== device) {
      heads.push(...(await headOf(chain, crypto)));
      chain = { device, head: null, frontier: emptyFrontier, before: emptyFrontier, ended: false };
    }
    if (!chain.ended) chain = await grown(chain, link, crypto);
  }
  return [...heads, ...(await headOf(chain, crypto))];
}

interface Chain {
  readonly device: DeviceId;
  readonly head: Head | null;
  readonly frontier: Frontier;
  /** Without the last leaf. */
  readonly before: Frontier;
  readonly ended: boolean;
}

async function headOf(chain: Chain | null, crypto: Pick<Checking, "sha256">): Promise<readonly Seen[]> {
  if (chain === null || chain.frontier.size === 0) return [];
  return [{ device: chain.device, seq: chain.frontier.size - 1, root: await rootOf(chain.frontier, crypto) }];
}

/** The chain with one more link, or ended: by a gap, or before a place that has two. */
async function grown(chain: Chain, { id, header, leaf }: Link, crypto: Pick<Checking, "sha256">): Promise<Chain> {
  if (chain.head !== null && header.seq === chain.head.seq) return { ...chain, frontier: chain.before, ended: true };
  if (header.seq !== chain.frontier.size || header.prev !== (chain.head?.id ?? null)) return { ...chain, ended: true };
  const frontier = await withLeaf(chain.frontier, leaf, crypto);
  return { ...chain, before: chain.frontier, frontier, head: { device: chain.device, seq: header.seq, id } };
}
