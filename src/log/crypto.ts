/** What the log needs of the outside: hashing, signatures, chance and time, handed in so that node:crypto and WebCrypto can both serve. */
import type { DeviceId } from "../model/statement.ts";

/** A value now, or a promise of it: WebCrypto only promises. */
export type Awaitable<T> = T | Promise<T>;

/** What it takes to check a statement. */
export interface Checking {
  /** SHA-256 as 64 lower-case hex digits. */
  sha256(bytes: Uint8Array): Awaitable<string>;
  /** Ed25519 as RFC 8032 5.1.7 has it, with S below the group order. False on a key that is no point; never throws. */
  verifies(device: DeviceId, message: Uint8Array, signature: Uint8Array): Awaitable<boolean>;
}

/** What it takes to write one. */
export interface Signing {
  sha256(bytes: Uint8Array): Awaitable<string>;
  /** The device whose key signs. */
  readonly device: DeviceId;
  /** 64 bytes of Ed25519. */
  sign(message: Uint8Array): Awaitable<Uint8Array>;
  /** So many bytes from a cryptographic source. */
  random(length: number): Uint8Array;
  /** UTC now, to the second: `2026-02-28T09:05:00Z`. */
  now(): string;
}
