import path from "node:path";
import type { Call, Command } from "./command.ts";
import { caseOption, EXIT, isSet, jsonLine, jsonOption, UsageFault } from "./command.ts";
import type { Io } from "./io.ts";
import { withCase } from "./opening.ts";

/** Where to write and for whom. `--for` takes every word after it, so the last of them is the file when none stands elsewhere. */
function asked(call: Call, io: Io): { readonly out: string; readonly whom: readonly string[] | null } {
  const given = call.options.for;
  const whom = Array.isArray(given) ? given.map(String) : [];
  const [first] = call.args;
  const out = first ?? (whom.length > 1 ? whom.pop() : undefined);
  if (out === undefined) throw new UsageFault(`Name the file or folder to write to: ${io.program} bundle OUT [--for WHO…]`);
  return { out: path.resolve(io.cwd, out), whom: given === undefined ? null : whom };
}

/** `onrecord bundle`: packs what others lack into one file. */
export const bundle: Command = {
  name: "bundle",
  summary: "pack statements and documents for other copies of the case into one file",
  arguments: "[out]",
  options: [
    caseOption,
    { flags: "--for <who...>", description: "encrypt it for these members (names, keys, or everyone) and pack what they lack" },
    { flags: "--all", description: "pack everything, also what they have" },
    jsonOption,
  ],
  examples: ["onrecord bundle my-case.bundle --case my-case"],
  run: (call, io) => {
    const { out, whom } = asked(call, io);
    return withCase(call, io, async (bench) => {
      const made = await bench.bundle(out, { whom, all: isSet(call, "all") });
      if (isSet(call, "json")) await io.out(jsonLine(made));
      else {
        const state = made.encrypted
          ? `It is encrypted for ${(whom ?? []).join(", ")}.`
          : "It is NOT encrypted: whoever gets the file can read all of it.\n--for WHO encrypts it for members.";
        await io.out(
          `Packed ${made.statements} statements and ${made.blobs} documents, texts and readings into\n  ${made.file}\n${state}\nWho has a copy of the case takes it in with ${io.program} merge FILE;\nwho has none yet joins with ${io.program} init DIR --from FILE.\n`,
        );
      }
      if (made.names > 0 && !isSet(call, "json"))
        await io.out(
          `It carries the Names box (${made.names} ${made.names === 1 ? "entry" : "entries"}), for those of them who hold it and nobody else.\n`,
        );
      for (const id of made.without) io.err(`left out  ${id}  blob-missing: This copy does not have it either.\n`);
      return EXIT.done;
    });
  },
};
