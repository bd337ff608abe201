/** One statement as the files with which a stranger checks it by hand (docs/verify-by-hand.md): as little as that takes, and nothing that is closed. */
import type { Checking, Signing } from "../log/crypto.ts";
import { readHeader } from "../log/header.ts";
import { inclusionProof } from "../log/proof.ts";
import { WrongUsage } from "../model/errors.ts";
import { canonicalBytes } from "../model/canonical.ts";
import type { Id } from "../model/ids.ts";
import type { DeviceId } from "../model/statement.ts";
import type { Blobs } from "../store/blobs.ts";
import type { Reads } from "../store/store.ts";
import { makeCheckpoint } from "./checkpoint.ts";
import { hiddenHere, isDrawn } from "./curtain.ts";
import { linksOf } from "./heads.ts";
import type { ProofFile } from "./verbs.ts";

export interface ProofDesk {
  readonly caseId: Id;
  readonly store: Reads;
  readonly blobs: Blobs;
  readonly checking: Checking;
  readonly signing: () => Promise<Signing>;
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const hexOf = (device: DeviceId): string => device.slice("ed25519:".length);

/** See `Workbench.prove`. `field`: the one that is shown; null: of a sealed document its hash, with the document, else none. */
export async function prove(
  id: Id,
  field: string | null,
  { caseId, store, blobs, checking, signing }: ProofDesk,
): Promise<readonly ProofFile[]> {
  const statement = await store.statement(id);
  const header = statement === null ? null : readHeader(statement.bytes).header;
  if (statement === null || header === null) throw new WrongUsage(`There is no statement ${id}.`);
  const wanted = field ?? (header.kind === "seal" ? "id" : null);
  const shown = statement.opened.find(({ name }) => name === wanted);
  if (wanted !== null && shown === undefined)
    throw new WrongUsage(`The statement shows no field ${wanted} here. It shows ${statement.opened.map(({ name }) => name).join(", ")}.`);
  const source = header.kind === "seal" && shown?.name === "id" ? (shown.value as Id) : null;
  await mayShow(source, wanted, store);
  const chain: { readonly id: Id; readonly leaf: string }[] = [];
  for await (const link of linksOf(store.statements(), checking)) if (link.header.device === header.device) chain.push({ id: link.id, leaf: link.leaf }); // prettier-ignore
  const steps = await stepsOf(
    chain.map(({ leaf }) => leaf),
    chain.findIndex((link) => link.id === id),
    checking,
  );
  const pen = await signing();
  return [
    { name: "header", bytes: statement.bytes },
    { name: "sig", bytes: statement.signature },
    { name: "key", bytes: text(`${hexOf(header.device)}\n`) },
    ...(shown === undefined ? [] : [{ name: "field", bytes: canonicalBytes([shown.salt, shown.name, shown.value]) }]),
    ...(source === null ? [] : [{ name: "source", bytes: await blobs.get(source) }]),
    { name: "checkpoint", bytes: await makeCheckpoint(caseId, store.statements(), pen) },
    { name: "signer", bytes: text(`${hexOf(pen.device)}\n`) },
    { name: "proof", bytes: text(steps.map(([side, hash]) => `${side} ${hash}\n`).join("")) },
  ];
}

/** Throws WrongUsage on what this device does not show. */
async function mayShow(source: Id | null, field: string | null, store: Reads): Promise<void> {
  if (field === null || !(await isDrawn(store))) return;
  const entry = source === null ? null : await store.source(source);
  const { whole, spans } = entry === null ? { whole: false, spans: [] } : await hiddenHere(store, entry.source);
  if (whole || spans.length > 0)
    throw new WrongUsage("The document is protected, wholly or in part, and not shown on a device that does not hold the Names box.");
}

/** The way from a leaf to the root, each step with the side on which the other hash stands. */
async function stepsOf(
  leaves: readonly string[],
  index: number,
  checking: Checking,
): Promise<readonly (readonly [side: "left" | "right", hash: string])[]> {
  const path = await inclusionProof(leaves, index, checking);
  const sides: ("left" | "right")[] = [];
  // RFC 9162 2.1.3.2: at the end of a row that has no other, the leaf goes up by itself.
  for (let at = index, last = leaves.length - 1; last > 0; at = Math.floor(at / 2), last = Math.floor(last / 2)) {
    if (at % 2 === 1) sides.push("left");
    else if (at < last) sides.push("right");
  }
  return path.map((hash, at) => [sides[at] ?? "left", hash] as const);
}
