/** A device's secret sealed under a passphrase: Argon2id (RFC 9106) makes the key, ChaCha20-Poly1305 (RFC 8439) seals. */
import { argon2, createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import type { Json } from "../model/canonical.ts";
import { canonicalBytes } from "../model/canonical.ts";
import type { Check } from "../model/check.ts";
import { count, faultsOf, matching, object, oneOf } from "../model/check.ts";
import { NotSaved } from "../model/errors.ts";

/** What one guess at a passphrase costs. */
export interface Cost {
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
}

interface Vault {
  readonly v: 1;
  readonly kdf: Cost & { readonly name: "argon2id"; readonly salt: string };
  readonly cipher: "chacha20-poly1305";
  readonly nonce: string;
  readonly sealed: string;
}

/** 256 MiB: what a laptop has to spare for a second, and what a guessing machine has to have for every guess. */
const MEMORY_KIB = 262_144;
/** Less memory than this is never made, more is never tried: a file that asks for it would stop the machine. */
const LEAST_KIB = 131_072;
const MOST_KIB = 4_194_304;
const AIM_MS = 1_000;
const MOST_PASSES = 32;

const hex = (bytes: number): Check<string> => matching(new RegExp(`^[0-9a-f]{${bytes * 2}}$`), `${bytes * 2} hex digits`);
const vaultCheck = object<Vault>({
  v: (value, path, faults): value is 1 => value === 1 || (faults.push({ path, expected: "1" }), false),
  kdf: object<Vault["kdf"]>({ name: oneOf(["argon2id"]), memory: count, passes: count, lanes: count, salt: hex(16) }),
  cipher: oneOf(["chacha20-poly1305"]),
  nonce: hex(12),
  sealed: matching(/^[0-9a-f]{32,}$/, "hex digits"),
});

const argon2id = promisify(argon2);

/** The same passphrase typed on two keyboards is one: NFKC, without the line end of a file. */
function normal(passphrase: string): string {
  return passphrase.normalize("NFKC").replace(/[\r\n]+$/, "");
}

async function keyOf(passphrase: string, salt: Uint8Array, { memory, passes, lanes }: Cost): Promise<Buffer> {
  const parameters = { message: normal(passphrase), nonce: salt, parallelism: lanes, tagLength: 32, memory, passes };
  return await argon2id("argon2id", parameters);
}

/** The cost that takes about a second on this machine, 256 MiB each time; `ticks` counts milliseconds. */
export async function tunedCost(ticks: () => number): Promise<Cost> {
  const one: Cost = { memory: MEMORY_KIB, passes: 1, lanes: 1 };
  const from = ticks();
  await keyOf("", new Uint8Array(16), one);
  return { ...one, passes: Math.min(MOST_PASSES, Math.max(1, Math.ceil(AIM_MS / Math.max(1, ticks() - from)))) };
}

/** The text of a file that holds `secret` for whoever knows the passphrase. */
export async function sealVault(secret: Uint8Array, passphrase: string, cost: Cost): Promise<string> {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const bounded = { ...cost, memory: Math.max(LEAST_KIB, cost.memory) };
  const kdf = { name: "argon2id", ...bounded, salt: salt.toString("hex") } as const;
  const sealed = sealBytes(secret, await keyOf(passphrase, salt, bounded), nonce, canonicalBytes(kdf));
  const vault: Vault = { v: 1, kdf, cipher: "chacha20-poly1305", nonce: nonce.toString("hex"), sealed: sealed.toString("hex") };
  return `${JSON.stringify(vault, null, 2)}\n`;
}

/** The secret in such a file, which is called `name`. Throws NotSaved `passphrase-wrong`, or `key-bad` when it is no such file. */
export async function openVault(content: string, passphrase: string, name: string): Promise<Uint8Array> {
  const value = parsed(content);
  if (!isVault(value)) throw new NotSaved("key-bad", `${name} is not a key that this program sealed. Put a copy of it back.`);
  const { kdf, nonce, sealed } = value;
  const key = await keyOf(passphrase, Buffer.from(kdf.salt, "hex"), kdf);
  const opened = openBytes(Buffer.from(sealed, "hex"), key, Buffer.from(nonce, "hex"), canonicalBytes(kdf as unknown as Json));
  if (opened === null) {
    throw new NotSaved("passphrase-wrong", "The passphrase is not the one that this case was encrypted with. Nothing was read or changed.");
  }
  return opened;
}

function isVault(value: unknown): value is Vault {
  if (faultsOf(vaultCheck, value).length > 0) return false;
  const { memory, passes, lanes } = (value as Vault).kdf;
  return memory <= MOST_KIB && memory >= 8 * lanes && passes >= 1 && passes <= 1_000 && lanes >= 1 && lanes <= 255;
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content) as unknown;
  } catch {
    return null;
  }
}

/** Sealed bytes with their tag at the end. */
export function sealBytes(bytes: Uint8Array, key: Uint8Array, nonce: Uint8Array, about: Uint8Array): Buffer {
  const cipher = createCipheriv("chacha20-poly1305", key, nonce, { authTagLength: 16 });
  cipher.setAAD(about, { plaintextLength: bytes.length });
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** What `sealBytes` sealed; null when it is not that, or the key is another one. */
export function openBytes(sealed: Uint8Array, key: Uint8Array, nonce: Uint8Array, about: Uint8Array): Uint8Array | null {
  if (sealed.length < 16) return null;
  const cipher = createDecipheriv("chacha20-poly1305", key, nonce, { authTagLength: 16 });
  cipher.setAAD(about, { plaintextLength: sealed.length - 16 });
  cipher.setAuthTag(sealed.subarray(-16));
  try {
    return Uint8Array.from(Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]));
  } catch {
    return null;
  }
}
