import { textOf } from "./command.ts";
import { claimsGiven } from "./naming.ts";
import { signing } from "./signing.ts";

/** `onrecord rival`: puts up a rival explanation. */
export const rival = signing({
  name: "rival",
  summary: "put up an explanation beside those that the sources give",
  arguments: "<text>",
  options: [
    { flags: "--scope <text>", description: "what it is to explain (default: the whole event)" },
    { flags: "--claims <claims>", description: "ids of the claims that put it forward, separated by commas" },
    { flags: "--supersedes <rival>", description: "the statement that it takes the place of" },
  ],
  examples: ["onrecord rival negligence --case my-case"],
  async sign(call, bench) {
    const before = textOf(call, "supersedes");
    const claims = await claimsGiven(textOf(call, "claims"), bench);
    const supersedes = before === null ? null : await bench.idOf(before);
    const statement = await bench.say("hypothesis", { text: call.args[0] ?? "", scope: textOf(call, "scope"), claims, supersedes });
    return { statement, says: "rival explanation" };
  },
});
