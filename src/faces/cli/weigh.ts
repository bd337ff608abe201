import { textOf, UsageFault } from "./command.ts";
import { claimGiven, shortId } from "./naming.ts";
import { rivalGiven } from "./rows-given.ts";
import { reasonOption, signing } from "./signing.ts";

const MARKS = ["very-consistent", "consistent", "neutral", "inconsistent", "very-inconsistent", "not-applicable"] as const;

/** `onrecord weigh`: how a claim stands to a rival explanation. */
export const weigh = signing({
  name: "weigh",
  summary: "mark how well a claim goes with a rival explanation",
  arguments: "<rival> <claim> <mark>",
  options: [reasonOption],
  examples: ["onrecord weigh RIVAL CLAIM inconsistent --case my-case"],
  async sign(call, bench) {
    const [given = "", evidenceGiven = "", wanted = ""] = call.args;
    const mark = MARKS.find((one) => one === wanted);
    if (mark === undefined) throw new UsageFault(`The mark is one of ${MARKS.join(", ")}, not ${wanted}.`);
    const [hypothesis, evidence] = [await rivalGiven(given, bench), await claimGiven(evidenceGiven, bench)];
    const statement = await bench.say("cell", { hypothesis, evidence, mark, reason: textOf(call, "reason") });
    return { statement, says: `${shortId(evidence)} is ${mark} with ${shortId(hypothesis)}`, more: { rival: hypothesis, evidence, mark } };
  },
});
