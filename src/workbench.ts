/** The only place where things are wired: store, clock, keys, disk, formats and readers become the verbs that every face calls. */
import { randomBytes } from "node:crypto";
import type { Mention, Reader } from "./reading/reader.ts";
import { rules } from "./reading/rules.ts";
import { mentionsOf } from "./reading/mentions.ts";
import { layOut, readWithoutCase } from "./workbench/document.ts";
import { initCase as makeCase } from "./workbench/init.ts";
import { openCase as open } from "./workbench/open.ts";
import { newPassphrase } from "./workbench/words.ts";
import type { InitOptions, LooseReading, NewCase, OpenOptions, Overrides, Workbench } from "./workbench/verbs.ts";

export type { ClaimFilter } from "./store/store.ts";
export type {
  AddOptions,
  AddReport,
  AddSummary,
  CheckpointReport,
  InitOptions,
  Input,
  LooseReading,
  NewCase,
  OpenOptions,
  Overrides,
  Progress,
  Settings,
  VerifyFault,
  VerifyReport,
  Workbench,
} from "./workbench/verbs.ts";

export { findCase } from "./workbench/folder.ts";
export { isLocked } from "./workbench/keys.ts";

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

/** Reads one file without a case. Throws Refusal when it cannot be read. */
export function readLoose(bytes: Uint8Array, name: string | null, overrides: Overrides): LooseReading {
  return readWithoutCase(bytes, name, overrides, readers);
}

/** Everything that the reader recognises in one file, used or not, in document order. Throws Refusal when it cannot be read. */
export function mentionsLoose(bytes: Uint8Array, name: string | null, overrides: Overrides): readonly Mention[] {
  const { text, meta, passages } = layOut(bytes, name, overrides);
  return mentionsOf(text, { published: meta.published, passages });
}
