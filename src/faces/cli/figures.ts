import type { Call, Command } from "./command.ts";
import { caseOption, EXIT, isSet, jsonLine, jsonOption, textOf, UsageFault } from "./command.ts";
import { caseSuffix, collect, printPage, stateOf, withCase } from "./opening.ts";
import type { Workbench } from "../../workbench.ts";
import type { SummarisedTally, TallyRow } from "../../model/rows.ts";

function orderOf(call: Call): readonly string[] {
  const given = textOf(call, "order");
  return given === null ? [] : given.split(";").map((name) => name.trim());
}

function rowsOf(call: Call, bench: Workbench): AsyncIterable<TallyRow | SummarisedTally> {
  const rule = textOf(call, "summary");
  const order = orderOf(call);
  if (rule === null) {
    if (order.length > 0) throw new UsageFault("--order goes with --summary hierarchy.");
    return bench.view("figures");
  }
  if ((rule === "hierarchy") !== order.length > 0)
    throw new UsageFault('The rule "hierarchy" goes by an order of origins, and no other rule does: --order "First; Second".');
  return bench.summarised(rule, order);
}

/** `onrecord figures`: every tally as a ledger. */
export const figures: Command = {
  name: "figures",
  summary: "numbers that measure the same thing side by side, with parts and arithmetic",
  arguments: "",
  options: [
    caseOption,
    jsonOption,
    {
      flags: "--summary <rule>",
      description: "also give each tally as one number or range, by a rule of your choice; it is named beside what it gives",
      choices: ["latest-official", "most-conservative", "range", "hierarchy"],
    },
    {
      flags: "--order <origins>",
      description: 'for the rule "hierarchy": origins, the one that goes first first, with semicolons between',
    },
  ],
  examples: [
    "onrecord figures --case my-case",
    "onrecord figures --case my-case --json",
    "onrecord figures --case my-case --summary latest-official",
  ],
  run: (call, io) =>
    withCase(call, io, async (bench) => {
      const rows = rowsOf(call, bench);
      if (isSet(call, "json")) {
        for await (const row of rows) await io.out(jsonLine(row));
        return EXIT.done;
      }
      const { figuresPage } = await import("../../pages/figures.ts");
      const state = await stateOf(bench, ["claims", "people"]);
      await printPage(figuresPage({ ...state, figures: await collect(rows) }), io, caseSuffix(call));
      return EXIT.done;
    }),
};
