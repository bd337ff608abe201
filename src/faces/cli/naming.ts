/** How people name things of a case on a command line. */
import type { Id } from "../../model/ids.ts";
import type { Workbench } from "../../workbench.ts";
import { UsageFault } from "./command.ts";
import { collect } from "./opening.ts";

/** The source given as its number in the list of sources, or as its id or the beginning of it. Throws UsageFault when it is none or several. */
export async function sourceGiven(given: string, bench: Workbench): Promise<Id> {
  const { numberedSources } = await import("../../pages/state.ts");
  const sources = numberedSources(await collect(bench.sources()));
  const matches = /^\d+$/.test(given)
    ? sources.slice(Number(given) - 1, Number(given))
    : sources.filter((source) => source.id === given || source.id.startsWith(`sha256:${given.replace(/^sha256:/, "")}`));
  const [only] = matches;
  if (only !== undefined && matches.length === 1) return only.id;
  const why = matches.length > 1 ? `${matches.length} sources begin with ${given}: give more of the id` : `There is no source ${given}`;
  throw new UsageFault(`${why}. The case has sources 1 to ${sources.length}.`);
}

/** Whether that may be a source's number: nobody names a claim by fewer than eight digits. */
export function isSourceNumber(given: string): boolean {
  return /^\d{1,7}$/.test(given);
}

/** The claim given by its id, or by at least eight digits of it, or the one in its place. Throws WrongUsage, UsageFault. */
export async function claimGiven(given: string, bench: Workbench): Promise<Id> {
  const claim = await bench.claim(await bench.idOf(given));
  if (claim === null) throw new UsageFault(`${given} is no claim. See claims --json for their ids.`);
  return claim.id;
}

/** A stretch of a source, given as SOURCE:START-END. Throws UsageFault when there are no words. */
export async function stretchGiven(
  given: string,
  bench: Workbench,
): Promise<{
  readonly source: Id;
  readonly text: Id;
  readonly span: { readonly start: number; readonly end: number };
  readonly quote: string;
}> {
  const [, name = "", from = "", to = ""] = /^(.+):(\d+)-(\d+)$/.exec(given) ?? [];
  if (name === "") throw new UsageFault(`${given} is no stretch of a text. Write SOURCE:START-END.`);
  const source = await bench.source(await sourceGiven(name, bench));
  const span = { start: Number(from), end: Number(to) };
  const quote = source === null ? "" : ((await bench.text(source.id)) ?? "").slice(span.start, span.end);
  if (source === null || quote === "") throw new UsageFault(`There are no words at ${given}.`);
  if (quote.includes("█")) throw new UsageFault(`What stands at ${given} is protected, and not shown on this device.`);
  return { source: source.id, text: source.text, span, quote };
}

/** Ids of claims given one after the other, separated by commas. */
export async function claimsGiven(given: string | null, bench: Workbench): Promise<readonly Id[]> {
  const ids: Id[] = [];
  for (const one of (given ?? "").split(",").filter((part) => part.trim() !== "")) ids.push(await claimGiven(one, bench));
  return [...new Set(ids)];
}

/** The first digits of an id: enough to name it by. */
export function shortId(id: string): string {
  return id.slice(id.indexOf(":") + 1).slice(0, 12);
}
