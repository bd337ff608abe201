/** The recovery words in the file that `--recovery-file` names. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Call } from "./command.ts";
import { textOf, UsageFault } from "./command.ts";
import type { Io } from "./io.ts";

/** The words as they were typed; null when none were given. Throws UsageFault when the file cannot be read. */
export async function recoveryOf(call: Call, io: Io): Promise<string | null> {
  const file = textOf(call, "recoveryFile");
  if (file === null) return null;
  return readFile(path.resolve(io.cwd, file), "utf8").catch((error: unknown) => {
    throw new UsageFault(`The recovery words cannot be read from ${file}: ${error instanceof Error ? error.message : String(error)}`);
  });
}
