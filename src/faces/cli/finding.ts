import { textOf, UsageFault } from "./command.ts";
import { claimsGiven } from "./naming.ts";
import { signing } from "./signing.ts";

const STANDARDS = ["reasonable-grounds", "balance", "clear-and-convincing", "beyond-reasonable-doubt", "none-stated"] as const;

/** `onrecord finding`: what a person concludes. */
export const finding = signing({
  name: "finding",
  summary: "sign a conclusion, with the standard of proof and the claims for and against",
  arguments: "<text>",
  options: [
    { flags: "--standard <standard>", description: "the standard of proof that you applied (default: none-stated)", choices: STANDARDS },
    { flags: "--supports <claims>", description: "ids of the claims that it rests on, separated by commas" },
    { flags: "--against <claims>", description: "ids of the claims that speak against it" },
    { flags: "--unresolved <text...>", description: "what it leaves open" },
    { flags: "--supersedes <finding>", description: "the finding that it takes the place of" },
  ],
  examples: ["onrecord finding unclear --case my-case --standard balance --supports CLAIM"],
  async sign(call, bench) {
    const standard = (textOf(call, "standard") ?? "none-stated") as (typeof STANDARDS)[number];
    const [supports, against] = [await claimsGiven(textOf(call, "supports"), bench), await claimsGiven(textOf(call, "against"), bench)];
    const before = textOf(call, "supersedes");
    const text = call.args[0] ?? "";
    if (text.trim() === "") throw new UsageFault("A finding is a sentence: say what you conclude.");
    const unresolved = (call.options.unresolved as readonly string[] | undefined) ?? [];
    const supersedes = before === null ? null : await bench.idOf(before);
    const statement = await bench.say("finding", { text, standard, supports, against, unresolved, supersedes });
    return { statement, says: "finding", more: { standard, supports, against } };
  },
});
