/** Saying that two things are one, or that they are not. */
import type { Ref } from "../../model/refs.ts";
import type { Workbench } from "../../workbench.ts";
import type { Command } from "./command.ts";
import { textOf, UsageFault } from "./command.ts";
import { claimGiven, isSourceNumber, shortId, sourceGiven, stretchGiven } from "./naming.ts";
import { reasonOption, signing } from "./signing.ts";

const RELATIONS = ["same-event", "same-figure", "same-person", "derives-from"] as const;

/** A name where it stands, given as source:start-end; a source by its number; else a claim. */
async function refGiven(relation: string, given: string, bench: Workbench): Promise<Ref> {
  if (relation === "same-person") {
    return { type: "mention", ...(await stretchGiven(given, bench)) };
  }
  if (relation === "derives-from" && isSourceNumber(given)) return { type: "source", source: await sourceGiven(given, bench) };
  const id = await bench.idOf(given);
  if (relation === "derives-from" && (await bench.source(id)) !== null) return { type: "source", source: id };
  return { type: "claim", claim: await claimGiven(given, bench) };
}

function named(ref: Ref): string {
  if (ref.type === "mention") return `“${ref.quote}”`;
  return shortId(ref.type === "claim" ? ref.claim : ref.source);
}

/** The command that links, or the one that unlinks. */
export function linking(name: "link" | "unlink", about: Pick<Command, "summary" | "examples">): Command {
  return signing({
    name,
    ...about,
    arguments: "<relation> <from> <to>",
    options: [reasonOption],
    async sign(call, bench) {
      const [given = "", first = "", second = ""] = call.args;
      const relation = RELATIONS.find((one) => one === given);
      if (relation === undefined) throw new UsageFault(`The relation is one of ${RELATIONS.join(", ")}, not ${given}.`);
      const [from, to] = [await refGiven(relation, first, bench), await refGiven(relation, second, bench)];
      const statement = await bench.say(name, { relation, from, to, reason: textOf(call, "reason") });
      return { statement, says: `${name} ${relation} ${named(from)} ${named(to)}`, more: { relation, from, to } };
    },
  });
}
