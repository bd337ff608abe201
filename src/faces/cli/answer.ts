import { textOf } from "./command.ts";
import { claimsGiven } from "./naming.ts";
import { questionGiven } from "./rows-given.ts";
import { signing } from "./signing.ts";

/** `onrecord answer`: closes a question, with claims or in words. */
export const answer = signing({
  name: "answer",
  summary: "answer a question of the case, with claims or in your words",
  arguments: "<question>",
  options: [
    { flags: "--claims <claims>", description: "ids of the claims that answer it, separated by commas" },
    { flags: "--text <text>", description: "the answer in your words" },
  ],
  examples: ["onrecord answer QUESTION --case my-case --claims CLAIM"],
  async sign(call, bench) {
    const question = await questionGiven(call.args[0] ?? "", bench);
    const claims = await claimsGiven(textOf(call, "claims"), bench);
    const statement = await bench.say("answer", { question, claims, text: textOf(call, "text") });
    return { statement, says: "answer", more: { question, claims } };
  },
});
