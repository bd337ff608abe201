import { textOf, UsageFault } from "./command.ts";
import { KINDS } from "./kinds.ts";
import { shortId, sourceGiven } from "./naming.ts";
import { reasonOption, signing } from "./signing.ts";
import type { Kind } from "../../model/words.ts";

/** `onrecord claim`: a claim that a person read and no reader found. */
export const claim = signing({
  name: "claim",
  summary: "add a claim that you read yourself, with its exact words",
  arguments: "<source>",
  options: [
    { flags: "--quote <text>", description: "the words, exactly as they stand in the source" },
    { flags: "--start <offset>", description: "where they begin, when they stand there more than once" },
    { flags: "--kind <kind>", description: "what kind of claim it is", choices: KINDS },
    { flags: "--set <field=value...>", description: "what it says, as in event=arrest or when=2022-01-05" },
    reasonOption,
  ],
  examples: ["onrecord claim SOURCE --case my-case --quote WORD --kind event --set event=protest"],
  async sign(call, bench) {
    const [given = ""] = call.args;
    const [quote, kind, start] = [textOf(call, "quote"), textOf(call, "kind"), textOf(call, "start")];
    if (quote === null || kind === null) throw new UsageFault("A claim needs its exact words and its kind: --quote TEXT --kind KIND.");
    if (start !== null && !/^\d+$/.test(start)) throw new UsageFault(`--start takes the number of a character, not ${start}.`);
    const { claim: id, statement } = await bench.addClaim({
      source: await sourceGiven(given, bench),
      quote,
      start: start === null ? null : Number(start),
      kind: kind as Kind,
      set: (call.options.set as readonly string[] | undefined) ?? [],
      reason: textOf(call, "reason"),
    });
    return { statement, says: `claim ${shortId(id)}`, more: { claim: id } };
  },
});
