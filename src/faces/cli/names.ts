import type { RosterEntry } from "../../workbench.ts";
import type { Command } from "./command.ts";
import { caseOption, EXIT, isSet, jsonLine, jsonOption } from "./command.ts";
import { harmless } from "./harmless.ts";
import { shortId } from "./naming.ts";
import { caseSuffix, withCase } from "./opening.ts";

const called = ({ name, device, own }: RosterEntry): string => `${harmless(name ?? device.slice(8, 24))}${own ? " (this device)" : ""}`;

/** `onrecord names`: the pseudonyms, with who that is where this copy may know. */
export const names: Command = {
  name: "names",
  summary: "the pseudonyms of protected persons, with their names where you may know them",
  arguments: "",
  options: [
    caseOption,
    { flags: "--cover", description: "sign where these names stand in documents that came since, so that others do not see them" },
    jsonOption,
  ],
  examples: ["onrecord names --case my-case"],
  run: (call, io) =>
    withCase(call, io, async (bench) => {
      const covered = isSet(call, "cover") ? await bench.coverNames() : 0;
      if (covered > 0) io.err(`Covered in ${covered} more ${covered === 1 ? "document" : "documents"}.\n`);
      const rows = await bench.protectedNames();
      if (isSet(call, "json")) {
        for (const row of rows) await io.out(jsonLine(row));
        return EXIT.done;
      }
      if (rows.length === 0) await io.out("Nobody is protected in this case.\n");
      for (const { pseudonym, statement, names: forms } of rows)
        await io.out(`${pseudonym}  ${harmless(forms?.join(", ") ?? "not known here")}  (statement ${shortId(statement)})\n`);
      const roster = await bench.members();
      const holders = roster.filter(({ state, grants }) => state === "member" && grants.includes("names"));
      await io.out(`The Names box is held by ${holders.map(called).join(", ") || "nobody"}.\n`);
      const own = roster.find((entry) => entry.own);
      if (own === undefined || holders.includes(own)) {
        if (rows.some((row) => row.names === null))
          await io.out("What is not known here was erased, or has not come yet: merge a bundle that another holder made for you.\n");
      } else {
        const me = harmless(own.name ?? own.device.slice(8, 24));
        await io.out(
          `This device does not hold it. An organiser gives the grant with ${io.program} member role ${me} --grant names; the names come with the next bundle made for you: ${io.program} merge FILE${caseSuffix(call)}\n`,
        );
      }
      return EXIT.done;
    }),
};
