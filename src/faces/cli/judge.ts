import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Call } from "./command.ts";
import { textOf, UsageFault } from "./command.ts";
import type { Io } from "./io.ts";
import { claimGiven, shortId } from "./naming.ts";
import { reasonOption, signing } from "./signing.ts";

const VERDICTS = ["accept", "correct", "reject", "dispute"] as const;
type Verdict = (typeof VERDICTS)[number];

async function claimIn(call: Call, io: Io): Promise<unknown> {
  const file = textOf(call, "claim");
  if (file === null) return undefined;
  try {
    return JSON.parse(await readFile(path.resolve(io.cwd, file), "utf8")) as unknown;
  } catch (error) {
    throw new UsageFault(`${file} holds no JSON that can be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** `onrecord judge`: what a person makes of one claim. */
export const judge = signing({
  name: "judge",
  summary: "accept, correct, reject or dispute a claim, by your signature",
  arguments: "<claim> <verdict>",
  options: [
    { flags: "--set <field=value...>", description: "correct: what is different, as in figure.min=30 or when=2022-01-05" },
    { flags: "--claim <file>", description: "correct: the whole corrected claim as JSON, as claims --json prints it" },
    reasonOption,
  ],
  examples: [
    "onrecord judge --case my-case CLAIM accept",
    "onrecord judge --case my-case CLAIM correct --set certainty=alleged --reason misread --json",
  ],
  async sign(call, bench, io) {
    const [given = "", verdict = ""] = call.args;
    if (!VERDICTS.includes(verdict as Verdict))
      throw new UsageFault(`A claim is judged with one of ${VERDICTS.join(", ")}, not ${verdict}.`);
    const claim = await claimGiven(given, bench);
    const whole = await claimIn(call, io);
    const set = (call.options.set as readonly string[] | undefined) ?? [];
    if (verdict === "correct" && whole === undefined && set.length === 0)
      throw new UsageFault("Say what is different: --set field=value, or --claim FILE with the corrected claim.");
    const content = whole === undefined ? {} : { claim: whole };
    const statement = await bench.judge(claim, verdict as Verdict, { set, reason: textOf(call, "reason"), ...content });
    const now = await bench.claim(claim);
    return {
      statement,
      says: `${verdict} ${shortId(claim)}, now ${now?.review ?? "unknown"}`,
      more: { claim: now?.id ?? claim, review: now?.review ?? null },
    };
  },
});
