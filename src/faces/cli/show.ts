import type { Command } from "./command.ts";
import { caseOption, EXIT, isSet, jsonLine } from "./command.ts";
import { caseSuffix, everyPart, printPage, stateOf, withCase } from "./opening.ts";

/** `onrecord show`: the whole reconstruction; with `--json` one object that holds all the views. */
export const show: Command = {
  name: "show",
  summary: "the whole reconstruction: who said what, what conflicts, what is unknown",
  arguments: "",
  options: [
    caseOption,
    { flags: "--names", description: "name persons who are accused, with the legal stage and any denial" },
    { flags: "--json", description: "print one JSON object with all the views" },
  ],
  examples: ["onrecord show --case my-case", "onrecord show --case my-case --json"],
  run: (call, io) =>
    withCase(call, io, async (bench) => {
      const state = await stateOf(bench, everyPart);
      if (isSet(call, "json")) await io.out(jsonLine(state));
      else {
        const { showPage } = await import("../../pages/show.ts");
        await printPage(showPage(state, { names: isSet(call, "names") ? "shown" : "withheld" }), io, caseSuffix(call));
      }
      return EXIT.done;
    }),
};
