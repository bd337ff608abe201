import type { Command } from "./command.ts";
import { caseOption, EXIT, isSet, jsonLine, jsonOption } from "./command.ts";
import { isSourceNumber, sourceGiven } from "./naming.ts";
import { caseSuffix, printPage, withCase } from "./opening.ts";

/** `onrecord history`: every judgement and statement about an id. */
export const history: Command = {
  name: "history",
  summary: "everything that was said of a claim, source or statement, by whom and when",
  arguments: "<id>",
  options: [caseOption, jsonOption],
  examples: ["onrecord history CLAIM --case my-case", "onrecord history 1 --case my-case --json"],
  run: (call, io) =>
    withCase(call, io, async (bench) => {
      const given = call.args[0] ?? "";
      const id = isSourceNumber(given) ? await sourceGiven(given, bench) : await bench.idOf(given);
      const entries = await bench.history(id);
      if (isSet(call, "json")) {
        for (const entry of entries) await io.out(jsonLine(entry));
        return EXIT.done;
      }
      const { historyPage } = await import("../../pages/history.ts");
      await printPage(historyPage(id, await bench.claim(id), entries), io, caseSuffix(call));
      return EXIT.done;
    }),
};
