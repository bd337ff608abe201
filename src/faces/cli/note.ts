import { textOf } from "./command.ts";
import { isSourceNumber, sourceGiven } from "./naming.ts";
import { signing } from "./signing.ts";

/** `onrecord note`: a remark, on something or on the case. */
export const note = signing({
  name: "note",
  summary: "sign a remark, on the case or on a claim, source or statement",
  arguments: "<text>",
  options: [{ flags: "--on <id>", description: "what it is about: an id or its beginning, or the number of a source" }],
  examples: ["onrecord note --case my-case checked --on 1"],
  async sign(call, bench) {
    const given = textOf(call, "on");
    const on = given === null ? null : isSourceNumber(given) ? await sourceGiven(given, bench) : await bench.idOf(given);
    return { statement: await bench.say("note", { on, text: call.args[0] ?? "" }), says: "note", more: { on } };
  },
});
