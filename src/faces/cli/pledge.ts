import { textOf, UsageFault } from "./command.ts";
import { claimsGiven, shortId } from "./naming.ts";
import { pledgeGiven } from "./rows-given.ts";
import { reasonOption, signing } from "./signing.ts";

const STATES = ["open", "no-evidence-by", "kept", "broken", "withdrawn"] as const;

/** `onrecord pledge`: what became of a promise. */
export const pledge = signing({
  name: "pledge",
  summary: "say what became of a promise: kept and broken are words that only you sign",
  arguments: "<pledge> <state>",
  options: [{ flags: "--evidence <claims>", description: "ids of the claims that show it, separated by commas" }, reasonOption],
  examples: ["onrecord pledge PLEDGE kept --case my-case --evidence CLAIM"],
  async sign(call, bench) {
    const [given = "", wanted = ""] = call.args;
    const state = STATES.find((one) => one === wanted);
    if (state === undefined) throw new UsageFault(`A promise is one of ${STATES.join(", ")}, not ${wanted}.`);
    const of = await pledgeGiven(given, bench);
    const evidence = await claimsGiven(textOf(call, "evidence"), bench);
    const statement = await bench.say("pledge-status", { pledge: of, state, evidence, reason: textOf(call, "reason") });
    return { statement, says: `pledge ${shortId(of)} ${state}`, more: { pledge: of, state } };
  },
});
