import type { Command } from "./command.ts";
import { caseOption, EXIT, isSet, jsonLine, jsonOption, UsageFault } from "./command.ts";
import { caseSuffix, printPage, stateOf, withCase } from "./opening.ts";

/** `onrecord explain`: the chain of reasons behind a number of the ledger or an event of the timeline. */
export const explain: Command = {
  name: "explain",
  summary: "why a number or an event stands as it does: every reason, down to the quotes",
  arguments: "<id>",
  options: [caseOption, jsonOption],
  examples: ["onrecord explain CLAIM --case my-case", "onrecord explain CLAIM --case my-case --json"],
  run: (call, io) =>
    withCase(call, io, async (bench) => {
      const explanation = await bench.explain(await bench.idOf(call.args[0] ?? ""));
      if (explanation === null)
        throw new UsageFault(
          "Nothing is joined or checked under this id. Give that of a figure, an event, or a row of figures or timeline.",
        );
      if (isSet(call, "json")) await io.out(jsonLine(explanation));
      else {
        const { explainPage } = await import("../../pages/explain.ts");
        await printPage(explainPage(await stateOf(bench, ["claims", "people"]), explanation), io, caseSuffix(call));
      }
      return EXIT.done;
    }),
};
