/** Files read without a case: the bytes of each, and what was refused. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { EXIT } from "./command.ts";
import type { Io } from "./io.ts";
import { filesOf } from "./inputs.ts";
import { harmless } from "./harmless.ts";

export interface LooseFile {
  /** As it was named; "-" is standard input. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Whether an error is the refusal of one input, after which the rest goes on. */
function isRefusal(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && error.name === "Refusal";
}

const SYSTEM: Readonly<Record<string, readonly [code: string, message: string]>> = {
  ENOENT: ["input-missing", "there is no such file. Check the name."],
  EISDIR: ["input-not-a-file", "this is a folder."],
  EACCES: ["input-unreadable", "the system does not let you read it. Check its permissions."],
};

function refusalOf(error: unknown): readonly [code: string, message: string] | null {
  if (isRefusal(error)) return [error.code, error.message];
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code === undefined ? null : (SYSTEM[code] ?? (code.startsWith("E") ? ["input-unreadable", `the system answers ${code}.`] : null));
}

/** Runs `use` on each file in order. What is refused is named with its code on standard error, and the rest goes on. Resolves to the exit code. */
export async function eachLoose(
  given: readonly string[],
  io: Io,
  use: (file: LooseFile, several: boolean) => Promise<void>,
): Promise<number> {
  const files = (await Promise.all(given.map(async (one) => (one === "-" ? ["-"] : filesOf([one], io.cwd, () => false))))).flat();
  let refused = 0;
  for (const file of files) {
    const name = file === "-" ? "-" : path.relative(io.cwd, file) || file;
    try {
      const bytes = file === "-" ? await io.input() : await readFile(file);
      await use({ name, bytes }, files.length > 1);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === null) throw error;
      refused++;
      io.err(`refused  ${harmless(name)}  ${refusal[0]}: ${harmless(refusal[1])}\n`);
    }
  }
  return refused > 0 ? EXIT.refused : EXIT.done;
}
