import { textOf } from "./command.ts";
import { shortId } from "./naming.ts";
import { reasonOption, signing } from "./signing.ts";

/** `onrecord withdraw`: takes back a statement of one's own; it stays in the log and folds into nothing. */
export const withdraw = signing({
  name: "withdraw",
  summary: "take back a statement of your own; the log keeps both",
  arguments: "<statement>",
  options: [reasonOption],
  examples: ["onrecord withdraw --case my-case STATEMENT --reason mistaken"],
  async sign(call, bench) {
    const target = await bench.idOf(call.args[0] ?? "");
    const statement = await bench.withdraw(target, textOf(call, "reason"));
    return { statement, says: `withdraw ${shortId(target)}`, more: { withdrawn: target } };
  },
});
