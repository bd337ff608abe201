import { textOf, UsageFault } from "./command.ts";
import { shortId } from "./naming.ts";
import { signing } from "./signing.ts";

/** `onrecord erase`: destroys fields of a statement for good. */
export const erase = signing({
  name: "erase",
  summary: "destroy fields of a statement for good; every signature still holds",
  arguments: "<statement> <fields...>",
  options: [{ flags: "--reason <text>", description: "why; it is signed and stays" }],
  examples: ["onrecord erase --case my-case STATEMENT text --reason asked"],
  async sign(call, bench) {
    const [given = "", ...fields] = call.args;
    const reason = textOf(call, "reason");
    if (reason === null || reason.trim() === "") throw new UsageFault("Say why: --reason TEXT. What is erased cannot be brought back.");
    const target = await bench.idOf(given);
    const statement = await bench.erase(target, fields, reason);
    return { statement, says: `erase ${fields.join(", ")} of ${shortId(target)}`, more: { erased: target, fields } };
  },
});
