import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Command } from "./command.ts";
import { caseOption, EXIT, isSet, jsonLine, jsonOption, textOf, UsageFault } from "./command.ts";
import { isSourceNumber, sourceGiven } from "./naming.ts";
import { withCase } from "./opening.ts";

/** `onrecord proof`: one statement as files that a stranger checks with standard tools. */
export const proof: Command = {
  name: "proof",
  summary: "write the files with which a stranger checks one statement by hand",
  arguments: "<statement> <out>",
  options: [
    caseOption,
    {
      flags: "--field <name>",
      description: "the one field to show (default: of a sealed document its hash, with the document; else none)",
    },
    jsonOption,
  ],
  examples: ["onrecord proof 1 my-proof --case my-case"],
  run: (call, io) =>
    withCase(call, io, async (bench) => {
      const [given = "", out = ""] = call.args;
      const id = isSourceNumber(given) ? await bench.sealOf(await sourceGiven(given, bench)) : await bench.idOf(given);
      const files = await bench.prove(id, textOf(call, "field"));
      const folder = path.resolve(io.cwd, out);
      await mkdir(folder, { recursive: true });
      for (const { name, bytes } of files) {
        await writeFile(path.join(folder, name), bytes, { flag: "wx" }).catch((error: unknown) => {
          throw new UsageFault(
            `${path.join(out, name)} cannot be written (${String((error as { code?: string }).code)}). Name an empty folder.`,
          );
        });
      }
      const names = files.map(({ name }) => name);
      if (isSet(call, "json")) await io.out(jsonLine({ statement: id, folder, files: names }));
      else
        await io.out(
          `Wrote ${names.join(", ")}\ninto ${folder}\nHow a stranger checks them: docs/verify-by-hand.md\n${
            names.includes("field")
              ? "The field that is shown is all that they tell of what was said.\n"
              : "They show that it was signed and when in the log, and nothing of what it says.\n"
          }`,
        );
      return EXIT.done;
    }),
};
