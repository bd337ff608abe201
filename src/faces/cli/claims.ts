import type { ClaimFilter, Workbench } from "../../workbench.ts";
import type { Claim } from "../../model/claim.ts";
import type { Id } from "../../model/ids.ts";
import type { Kind } from "../../model/words.ts";
import type { Call, Command } from "./command.ts";
import { caseOption, EXIT, isSet, jsonLine, jsonOption, textOf, UsageFault } from "./command.ts";
import { caseSuffix, collect, printPage, stateOf, withCase } from "./opening.ts";

// A kind added to the model breaks the build here until it can be asked for.
const KINDS = Object.keys({
  event: 0,
  figure: 0,
  relation: 0,
  explanation: 0,
  condition: 0,
  pledge: 0,
  question: 0,
  assessment: 0,
  prediction: 0,
  label: 0,
  demand: 0,
  speech: 0,
} satisfies Readonly<Record<Kind, 0>>) as readonly Kind[];

async function sourceGiven(given: string, bench: Workbench): Promise<Id> {
  const { numberedSources } = await import("../../pages/state.ts");
  const sources = numberedSources(await collect(bench.sources()));
  const matches = /^\d+$/.test(given)
    ? sources.slice(Number(given) - 1, Number(given))
    : sources.filter((source) => source.id === given || source.id.startsWith(`sha256:${given.replace(/^sha256:/, "")}`));
  const [only] = matches;
  if (only !== undefined && matches.length === 1) return only.id;
  const why = matches.length > 1 ? `${matches.length} sources begin with ${given}: give more of the id` : `There is no source ${given}`;
  throw new UsageFault(`${why}. The case has sources 1 to ${sources.length}.`);
}

function voiceHolds(claim: Claim, part: string): boolean {
  const wanted = part.toLocaleLowerCase();
  return claim.voice.some((voice) => voice.name?.toLocaleLowerCase().includes(wanted) === true);
}

/** The claims that were asked for, in the order of the contract. */
async function* asked(call: Call, bench: Workbench): AsyncGenerator<Claim> {
  const source = textOf(call, "source");
  const kind = textOf(call, "kind") as Kind | null;
  const filter: ClaimFilter = {
    ...(source === null ? {} : { source: await sourceGiven(source, bench) }),
    ...(kind === null ? {} : { kind }),
  };
  const voice = textOf(call, "voice");
  const rule = textOf(call, "rule");
  for await (const claim of bench.claims(filter)) {
    if (voice !== null && !voiceHolds(claim, voice)) continue;
    if (rule !== null && claim.reader.rule !== rule && !claim.reader.rule.startsWith(`${rule}.`)) continue;
    yield claim;
  }
}

function filterWords(call: Call): string | null {
  const words = ["source", "kind", "voice", "rule"].flatMap((name) => {
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
