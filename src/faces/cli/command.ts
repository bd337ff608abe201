/** A command as data: its name, options and working examples, and what runs it. commands.ts lists them all. */
import type { Io } from "./io.ts";

export interface Option {
  /** As commander writes them: "--case <dir>". */
  readonly flags: string;
  readonly description: string;
  /** The only values that it takes. */
  readonly choices?: readonly string[];
}

/** What was typed: arguments in order, options by their camel-case name. */
export interface Call {
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Arguments as commander writes them ("<files...>"), or "". */
  readonly arguments: string;
  readonly options: readonly Option[];
  /** Lines that work in a clone, in the order of the commands; `onrecord` stands for the program. A test runs each. */
  readonly examples: readonly string[];
  /** Does it and resolves to the exit code. Heavy modules are imported in here, so that help stays quick. */
  run(call: Call, io: Io): Promise<number>;
}

/** The exit codes of the contract. */
export const EXIT = { done: 0, faults: 1, usage: 2, refused: 3, notSaved: 4, internal: 70, interrupted: 130 } as const;

/** What was typed cannot be done; the message says what to type instead. Exit 2. */
export class UsageFault extends Error {}

export const caseOption: Option = {
  flags: "--case <dir>",
  description: "the case to use (default: the folder you are in, or a parent of it)",
};
/** Beside every `--case`: an encrypted case opens for nobody without it. */
export const passphraseOption: Option = {
  flags: "--passphrase-file <file>",
  description: "a file that holds the passphrase of an encrypted case (default: asked for)",
};
export const jsonOption: Option = { flags: "--json", description: "print JSON, one value a line" };

/** The text of an option; null when it was not given. */
export function textOf(call: Call, name: string): string | null {
  const given = call.options[name];
  return typeof given === "string" ? given : null;
}

export function isSet(call: Call, name: string): boolean {
  return call.options[name] === true;
}

// DEL and C1 controls are legal inside JSON strings, and 8-bit terminals act on them.
const TERMINAL_CONTROLS = /[\u007F-\u009F]/g;

/** One JSON value on one line, harmless to a terminal and equal once parsed. */
export function jsonLine(value: unknown): string {
  const text = JSON.stringify(value).replace(TERMINAL_CONTROLS, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `${text}\n`;
}
