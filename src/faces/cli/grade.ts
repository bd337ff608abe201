import { textOf, UsageFault } from "./command.ts";
import { claimGiven, isSourceNumber, shortId, sourceGiven } from "./naming.ts";
import { reasonOption, signing } from "./signing.ts";

const SOURCE = ["A", "B", "C", "D", "E", "F"] as const;
const INFORMATION = ["1", "2", "3", "4", "5", "6"] as const;

/** `onrecord grade`: the Admiralty code. Two scales that are never joined: who says it, and what is said. */
export const grade = signing({
  name: "grade",
  summary: "grade a source A to F, or what a claim says 1 to 6 (Admiralty code)",
  arguments: "<of> <grade>",
  options: [reasonOption],
  examples: ["onrecord grade 2 B --case my-case", "onrecord grade CLAIM 3 --case my-case --json"],
  async sign(call, bench) {
    const [given = "", wanted = ""] = call.args;
    const letter = SOURCE.find((one) => one === wanted.toUpperCase());
    const digit = INFORMATION.find((one) => one === wanted);
    if (letter === undefined && digit === undefined)
      throw new UsageFault(`A source is graded A to F (F: cannot be judged), a claim 1 to 6; ${wanted} is neither.`);
    const reason = textOf(call, "reason");
    if (letter !== undefined) {
      const source = isSourceNumber(given) ? await sourceGiven(given, bench) : await bench.idOf(given);
      if ((await bench.source(source)) === null) throw new UsageFault(`${given} is no source. Letters grade sources; claims have numbers.`);
      const statement = await bench.say("grade", { of: { type: "source", source }, grade: letter, reason });
      return { statement, says: `grade ${letter} for source ${shortId(source)}`, more: { source, grade: letter } };
    }
    const claim = await claimGiven(given, bench);
    const statement = await bench.say("grade", { of: { type: "claim", claim }, grade: digit ?? "6", reason });
    return { statement, says: `grade ${digit ?? "6"} for claim ${shortId(claim)}`, more: { claim, grade: digit ?? "6" } };
  },
});
