/** Rows of views named by the beginning of their ids: questions, pledges and rivals have ids that are no claim's. */
import type { Id } from "../../model/ids.ts";
import type { Workbench } from "../../workbench.ts";
import { UsageFault } from "./command.ts";

async function rowGiven(view: "questions" | "pledges" | "rivals", what: string, given: string, bench: Workbench): Promise<Id> {
  const digits = given.toLowerCase().replace(/^sha256:/, "");
  if (!/^[0-9a-f]{8,64}$/.test(digits))
    throw new UsageFault(`${given} is no id. Give at least 8 of its hex digits, as ${view} --json prints them.`);
  const found = new Set<Id>();
  for await (const { id, claims } of bench.view(view)) {
    // Rows that say the same are one: any of their claims names it.
    if ([id, ...claims].some((one) => one.startsWith(`sha256:${digits}`))) found.add(id);
  }
  const [only] = found;
  if (only !== undefined && found.size === 1) return only;
  throw new UsageFault(
    found.size > 1 ? `Several ${view} begin with ${digits}. Give more of the id.` : `There is no ${what} ${given}. See ${view} --json.`,
  );
}

export const questionGiven = (given: string, bench: Workbench): Promise<Id> => rowGiven("questions", "question", given, bench);
export const pledgeGiven = (given: string, bench: Workbench): Promise<Id> => rowGiven("pledges", "pledge", given, bench);
export const rivalGiven = (given: string, bench: Workbench): Promise<Id> => rowGiven("rivals", "rival", given, bench);
