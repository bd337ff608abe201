/** The only place where things are wired: store, clock, keys, disk, formats and readers become the verbs that every face calls. */
import { randomBytes } from "node:crypto";
import type { Mention, Reader } from "./reading/reader.ts";
import { rules } from "./reading/rules.ts";
import { mentionsOf } from "./reading/mentions.ts";
import { layOut, readWithoutCase } from "./workbench/document.ts";
import { initCase as makeCase } from "./workbench/init.ts";
import { changePassphrase as relock, joinCase as join, looseMemberFile as looseFile, newKeys as keysIn } from "./workbench/join.ts";
import { openCase as open } from "./workbench/open.ts";
import { newPassphrase } from "./workbench/words.ts";
import type {
  InitOptions,
  JoinedCase,
  JoinOptions,
  LooseReading,
  NewCase,
  NewKeys,
  OpenOptions,
  Overrides,
  Workbench,
} from "./workbench/verbs.ts";

export type { ClaimFilter } from "./store/store.ts";
export type { RosterEntry } from "./workbench/roster.ts";
export type {
  AddOptions,
  AddReport,
  AddSummary,
  CheckpointReport,
  InitOptions,
  Input,
  JoinOptions,
  LooseReading,
  MergeReport,
  NewCase,
  NewKeys,
  OpenOptions,
  Overrides,
  Progress,
  Settings,
  VerifyFault,
  VerifyReport,
  Workbench,
} from "./workbench/verbs.ts";

export { findCase } from "./workbench/folder.ts";
export { hasSecret, isLocked } from "./workbench/keys.ts";

/** A passphrase of words that nobody chose. */
export function offeredPassphrase(): string {
  return newPassphrase(randomBytes);
}

/** Every reader that is let loose on a document, in order. */
const readers: readonly Reader[] = [rules];

const now = (): Date => new Date();
const ticks = (): number => performance.now();

/** Makes a case in `dir`, which is made when missing. Throws NotSaved `case-exists` when there is one, WrongUsage on a bad zone or language. */
export function initCase(dir: string, options: InitOptions): Promise<NewCase> {
  return makeCase(dir, options, { now, ticks });
}

/**
 * Opens the case in `dir`. Throws NotSaved (`case-missing`, `case-newer`, `case-locked`, `passphrase-missing`, `passphrase-wrong`, `key-bad`,
 * `disk-failed`), BrokenEvidence `store-damaged`.
 */
export function openCase(dir: string, { passphrase = null }: OpenOptions = {}): Promise<Workbench> {
  return open(dir, { now, ticks, readers }, passphrase);
}

/**
 * Makes a copy of the case that a bundle is of, in `dir`. Keys that were made there before are used. Throws as `initCase`; BrokenEvidence or Refusal
 * when the bundle does not hold, is for others, or is not whole.
 */
export function joinCase(dir: string, bundle: string, options: JoinOptions): Promise<JoinedCase> {
  return join(dir, bundle, options, { now, ticks });
}

/** Makes keys in `dir` for a case that will be joined, so that others can add them. Throws NotSaved `case-exists`. */
export function newKeys(dir: string, options: Pick<JoinOptions, "passphrase" | "cost">): Promise<NewKeys> {
  return keysIn(dir, options, { now, ticks });
}

/** The member file of keys that have no case yet. Throws NotSaved `key-missing`, `passphrase-missing`, `passphrase-wrong`. */
export function looseMemberFile(dir: string, passphrase: string | null, name: string | null): Promise<string> {
  return looseFile(dir, passphrase, name, { now, ticks });
}

/** Seals the device's key under another passphrase, with the old one or the recovery words. Throws NotSaved `passphrase-wrong`, WrongUsage. */
export function changePassphrase(
  dir: string,
  given: { readonly old: string | null; readonly recovery: string | null; readonly next: string },
): Promise<void> {
  return relock(dir, given, { ticks });
}

/** Reads one file without a case. Throws Refusal when it cannot be read. */
export function readLoose(bytes: Uint8Array, name: string | null, overrides: Overrides): LooseReading {
  return readWithoutCase(bytes, name, overrides, readers);
}

/** Everything that the reader recognises in one file, used or not, in document order. Throws Refusal when it cannot be read. */
export function mentionsLoose(bytes: Uint8Array, name: string | null, overrides: Overrides): readonly Mention[] {
  const { text, meta, passages } = layOut(bytes, name, overrides);
  return mentionsOf(text, { published: meta.published, passages });
}
