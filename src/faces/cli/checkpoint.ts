import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Command } from "./command.ts";
import { caseOption, EXIT, isSet, textOf, UsageFault } from "./command.ts";
import { withCase } from "./opening.ts";

/** `onrecord checkpoint [NOTE]`: the state of the case as a signed note of a few lines; `--stamp` puts an RFC 3161 stamp on it. */
export const checkpoint: Command = {
  name: "checkpoint",
  summary: "print the state of the case as a signed note, to keep elsewhere, post or have stamped",
  arguments: "[note]",
  options: [
    caseOption,
    { flags: "--text", description: "print only what is signed: the bytes to have stamped" },
    { flags: "--stamp <file>", description: "put this RFC 3161 reply or token on the checkpoint (of the file [note], when there is one)" },
  ],
  examples: ["onrecord checkpoint --case my-case", "onrecord checkpoint --case my-case --text"],
  run: (call, io) =>
    withCase(call, io, async (bench) => {
      const [file] = call.args;
      const reply = textOf(call, "stamp");
      if (file !== undefined && reply === null)
        throw new UsageFault("Name a checkpoint only with --stamp FILE. To check one: verify --checkpoint FILE");
      const given = file === undefined ? await bench.checkpoint() : await bytesOf(file, io.cwd);
      const note = reply === null ? given : await bench.stampCheckpoint(given, await bytesOf(reply, io.cwd));
      const whole = Buffer.from(note).toString();
      await io.out(isSet(call, "text") ? whole.slice(0, whole.lastIndexOf("\n\n") + 1) : whole);
      return EXIT.done;
    }),
};

/** The bytes of a file. Throws UsageFault when it cannot be read. */
export async function bytesOf(file: string, cwd: string): Promise<Uint8Array> {
  try {
    return await readFile(path.resolve(cwd, file));
  } catch {
    throw new UsageFault(`${file} cannot be read. Is the name right?`);
  }
}
