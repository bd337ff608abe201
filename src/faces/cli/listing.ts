/** A command that prints one view: JSON rows as they come, or its page. */
import type { CaseState } from "../../pages/state.ts";
import type { Page } from "../../pages/tree.ts";
import type { Workbench } from "../../workbench.ts";
import type { Command } from "./command.ts";
import { caseOption, EXIT, isSet, jsonLine, jsonOption } from "./command.ts";
import type { Part } from "./opening.ts";
import { caseSuffix, printPage, stateOf, withCase } from "./opening.ts";

export interface Listing {
  readonly name: string;
  readonly summary: string;
  readonly examples: readonly string[];
  /** What `--json` prints, a row a line. */
  rows(bench: Workbench): AsyncIterable<unknown>;
  /** The parts of the case that the page is made from. */
  readonly parts: readonly Part[];
  /** Imports the page's module and gives its function. */
  page(): Promise<(state: CaseState) => Page>;
}

/** The command of a view. */
export function listing(of: Listing): Command {
  return {
    name: of.name,
    summary: of.summary,
    arguments: "",
    options: [caseOption, jsonOption],
    examples: of.examples,
    run: (call, io) =>
      withCase(call, io, async (bench) => {
        if (isSet(call, "json")) {
          for await (const row of of.rows(bench)) await io.out(jsonLine(row));
        } else {
          const page = await of.page();
          await printPage(page(await stateOf(bench, of.parts)), io, caseSuffix(call));
        }
        return EXIT.done;
      }),
  };
}
