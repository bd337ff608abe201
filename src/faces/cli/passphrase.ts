/** Passphrases as they are given: in a file, or typed by a person. Never as an argument, which every process of the machine can read. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Call } from "./command.ts";
import { textOf, UsageFault } from "./command.ts";
import type { Io } from "./io.ts";

/** The passphrase in the file that `--passphrase-file` (or another option) names, else as typed; null when there is neither. Throws UsageFault. */
export async function passphraseOf(call: Call, io: Io, question: string, option = "passphraseFile"): Promise<string | null> {
  const file = textOf(call, option);
  if (file === null) return io.secret(question);
  const content = await readFile(path.resolve(io.cwd, file), "utf8").catch((error: unknown) => {
    throw new UsageFault(`The passphrase cannot be read from ${file}: ${error instanceof Error ? error.message : String(error)}`);
  });
  const passphrase = content.replace(/[\r\n]+$/, "");
  if (passphrase.trim() === "") throw new UsageFault(`${file} is empty. Put a passphrase of several words into it.`);
  return passphrase;
}

/** A new passphrase: from the file, or typed twice after one has been offered. Null: none is wanted, or nobody is there to be asked. */
export async function newPassphraseOf(call: Call, io: Io, option = "passphraseFile"): Promise<string | null> {
  if (textOf(call, option) !== null) return passphraseOf(call, io, "", option);
  const { offeredPassphrase } = await import("../../workbench.ts");
  const offer = offeredPassphrase();
  const first = await io.secret(
    `A passphrase encrypts the case. You may take these words; write them on paper first:\n\n  ${offer}\n\nPassphrase (empty: no encryption): `,
  );
  if (first === null || first === "") return null;
  const second = await io.secret("The same again: ");
  if (second !== first) throw new UsageFault("The two are not the same. Nothing was made; begin again.");
  return first;
}
