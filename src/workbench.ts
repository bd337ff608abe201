/** The only place where things are wired: store, clock, keys, disk, formats and readers become the verbs that every face calls. */
import { WrongUsage } from "./model/errors.ts";
import type { Mention } from "./reading/reader.ts";
import type { InitOptions, LooseReading, NewCase, Overrides, Workbench } from "./workbench/verbs.ts";

export type { ClaimFilter } from "./store/store.ts";
export type {
  AddOptions,
  AddReport,
  AddSummary,
  InitOptions,
  Input,
  LooseReading,
  NewCase,
  Overrides,
  Progress,
  Settings,
  VerifyFault,
  VerifyReport,
  ViewRows,
  Workbench,
} from "./workbench/verbs.ts";

/** Makes a case in `dir`, which is made when missing. Throws NotSaved `case-exists` when there is one, WrongUsage on a bad zone or language. */
export function initCase(_dir: string, _options: InitOptions): Promise<NewCase> {
  return Promise.reject(new WrongUsage("a case cannot be made yet"));
}

/** The nearest case folder from `start` upwards, as an absolute path; null when there is none. */
export function findCase(_start: string): string | null {
  return null;
}

/** Opens the case in `dir`. Throws NotSaved: `case-missing`, `case-newer`, `case-locked`, `disk-failed`. */
export function openCase(_dir: string): Promise<Workbench> {
  return Promise.reject(new WrongUsage("a case cannot be opened yet"));
}

/** Reads one file without a case. Throws Refusal when it cannot be read. */
export function readLoose(_bytes: Uint8Array, _name: string | null, _overrides: Overrides): LooseReading {
  throw new WrongUsage("a loose file cannot be read yet");
}

/** Everything that the reader recognises in one file, used or not, in document order. Throws Refusal when it cannot be read. */
export function mentionsLoose(_bytes: Uint8Array, _name: string | null, _overrides: Overrides): readonly Mention[] {
  throw new WrongUsage("mentions cannot be read yet");
}
