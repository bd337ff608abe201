/** Where each device's log of a case ends, as checkpoints and `seen` name it. */
import type { Head } from "../log/append.ts";
import { headAfter } from "../log/append.ts";
import type { Checking } from "../log/crypto.ts";
import { readHeader } from "../log/header.ts";
import { signedEncoding } from "../log/pae.ts";
import type { Frontier } from "../log/tree.ts";
import { emptyFrontier, leafHash, rootOf, withLeaf } from "../log/tree.ts";
import type { DeviceId, Header, Seen, Statement } from "../model/statement.ts";
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

/**
 * The head of every device, sorted: of each chain as far as it has no gap and no fork ([H3]). `statements` come by device, seq, then id and hold by
 * themselves.
 */
export async function headsOf(statements: AsyncIterable<Statement>, crypto: Pick<Checking, "sha256">): Promise<readonly Seen[]> {
  const heads: Seen[] = [];
  let chain = null as Chain | null;
  for await (const statement of statements) {
    const { header } = readHeader(statement.bytes);
    if (header === null) continue;
    if (chain?.device !== header.device) {
      heads.push(...(await headOf(chain, crypto)));
      chain = { device: header.device, head: null, frontier: emptyFrontier, before: emptyFrontier, ended: false };
    }
    if (!chain.ended) chain = await grown(chain, statement, header, crypto);
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

/** The chain with one more statement, or ended: by a gap, or before a place that has two. */
async function grown(chain: Chain, statement: Statement, header: Header, crypto: Pick<Checking, "sha256">): Promise<Chain> {
  if (chain.head !== null && header.seq === chain.head.seq) return { ...chain, frontier: chain.before, ended: true };
  if (header.seq !== chain.frontier.size || header.prev !== (chain.head?.id ?? null)) return { ...chain, ended: true };
  const frontier = await withLeaf(chain.frontier, await leafHash(signedEncoding(statement.bytes), crypto), crypto);
  return { ...chain, before: chain.frontier, frontier, head: headAfter(statement, header) };
}
