import type { Command } from "./command.ts";
import { caseOption, EXIT, isSet, jsonLine, jsonOption } from "./command.ts";
import { harmless } from "./harmless.ts";
import { shortId } from "./naming.ts";
import { withCase } from "./opening.ts";

/** `onrecord names`: the pseudonyms, with who that is where this copy may know. */
export const names: Command = {
  name: "names",
  summary: "the pseudonyms of protected persons, with their names where you may know them",
  arguments: "",
  options: [caseOption, jsonOption],
  examples: ["onrecord names --case my-case"],
  run: (call, io) =>
    withCase(call, io, async (bench) => {
      const rows = await bench.protectedNames();
      if (isSet(call, "json")) for (const row of rows) await io.out(jsonLine(row));
      else if (rows.length === 0) await io.out("Nobody is protected in this case.\n");
      else
        for (const { pseudonym, statement, names: forms } of rows)
          await io.out(`${pseudonym}  ${harmless(forms?.join(", ") ?? "not known here")}  (statement ${shortId(statement)})\n`);
      return EXIT.done;
    }),
};
