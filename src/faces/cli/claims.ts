import type { ClaimFilter, Workbench } from "../../workbench.ts";
import type { Claim } from "../../model/claim.ts";
import type { Kind, Review } from "../../model/words.ts";
import type { Call, Command } from "./command.ts";
import { caseOption, EXIT, isSet, jsonLine, jsonOption, textOf } from "./command.ts";
import { KINDS } from "./kinds.ts";
import { sourceGiven } from "./naming.ts";
import { caseSuffix, collect, printPage, stateOf, withCase } from "./opening.ts";

const REVIEWS = Object.keys({
  unreviewed: 0,
  accepted: 0,
  corrected: 0,
  rejected: 0,
  disputed: 0,
} satisfies Readonly<Record<Review, 0>>) as readonly Review[];

function voiceHolds(claim: Claim, part: string): boolean {
  const wanted = part.toLocaleLowerCase();
  return claim.voice.some((voice) => voice.name?.toLocaleLowerCase().includes(wanted) === true);
}

/** The claims that were asked for, in the order of the contract. */
async function* asked(call: Call, bench: Workbench): AsyncGenerator<Claim> {
  const source = textOf(call, "source");
  const kind = textOf(call, "kind") as Kind | null;
  const review = textOf(call, "review") as Review | null;
  const filter: ClaimFilter = {
    ...(source === null ? {} : { source: await sourceGiven(source, bench) }),
    ...(kind === null ? {} : { kind }),
    ...(review === null ? {} : { review }),
  };
  const voice = textOf(call, "voice");
  const rule = textOf(call, "rule");
  for await (const claim of bench.claims(filter)) {
    // What people have rejected is out of every list until somebody asks for it.
    if (claim.review === "rejected" && review === null) continue;
    if (voice !== null && !voiceHolds(claim, voice)) continue;
    if (rule !== null && claim.reader.rule !== rule && !claim.reader.rule.startsWith(`${rule}.`)) continue;
    yield claim;
  }
}

function filterWords(call: Call): string | null {
  const words = ["source", "kind", "review", "voice", "rule"].flatMap((name) => {
    const given = textOf(call, name);
    return given === null ? [] : [`${name} ${given}`];
  });
  return words.length === 0 ? null : words.join(", ");
}

/** `onrecord claims`: each claim with its voice, its words and what the reader made of them. */
export const claims: Command = {
  name: "claims",
  summary: "what each passage says, with its voice and its exact words",
  arguments: "",
  options: [
    caseOption,
    jsonOption,
    { flags: "--source <id>", description: "only of this source: its number, or its id or the beginning of it" },
    { flags: "--kind <kind>", description: "only of this kind", choices: KINDS },
    { flags: "--review <state>", description: "only those in this state; rejected ones are listed only so", choices: REVIEWS },
    { flags: "--voice <text>", description: "only where a voice's name contains this text" },
    { flags: "--rule <rule>", description: "only found by this rule, or by the rules below it" },
  ],
  examples: ["onrecord claims --case my-case --kind figure", "onrecord claims --case my-case --source 2 --json"],
  run: (call, io) =>
    withCase(call, io, async (bench) => {
      if (isSet(call, "json")) {
        for await (const claim of asked(call, bench)) await io.out(jsonLine(claim));
        return EXIT.done;
      }
      const { claimsPage } = await import("../../pages/claims.ts");
      const state = { ...(await stateOf(bench, ["people"])), claims: await collect(asked(call, bench)) };
      await printPage(claimsPage(state, filterWords(call)), io, caseSuffix(call));
      return EXIT.done;
    }),
};
