import type { Claim } from "../../model/claim.ts";
import type { CaseState } from "../../pages/state.ts";
import type { LooseReading } from "../../workbench.ts";
import type { Command } from "./command.ts";
import { isSet, jsonLine } from "./command.ts";
import { eachLoose } from "./loose.ts";
import { printPage } from "./opening.ts";
import { overrideOptions, overridesOf } from "./overrides.ts";
import { harmless } from "./harmless.ts";

type LooseSource = CaseState["sources"][number];

function sourceRow(reading: LooseReading, name: string): LooseSource {
  const { meta } = reading;
  return {
    id: reading.source,
    text: reading.textId,
    title: meta.title ?? (name === "-" ? "standard input" : name),
    publisher: meta.publisher,
    published: meta.published,
    got: "",
    language: meta.language,
    form: meta.form,
    complete: meta.complete,
    restates: meta.restates,
    grade: "F",
    derivesFrom: [],
    bytes: 0,
  };
}

/** `onrecord read`: the claims of loose files, without a case. */
export const read: Command = {
  name: "read",
  summary: "read loose files without a case and print their claims; - is standard input",
  arguments: "<files...>",
  options: [...overrideOptions, { flags: "--json", description: "print JSON, one claim a line, with its file when there are several" }],
  examples: [
    "onrecord read examples/qantar-2022/documents/2022-01-19-en-two-accounts.md",
    "onrecord read --json --published 2022-01-19 examples/qantar-2022/documents/2022-01-19-en-two-accounts.md",
  ],
  run: async (call, io) => {
    const { readLoose } = await import("../../workbench.ts");
    const json = isSet(call, "json");
    const sources: LooseSource[] = [];
    const claims: Claim[] = [];
    const code = await eachLoose(call.args, io, async ({ name, bytes }, several) => {
      const reading = readLoose(bytes, name === "-" ? null : name, await overridesOf(call));
      for (const one of reading.refused) io.err(`refused  ${harmless(one.what)}  ${one.code}: ${harmless(one.message)}\n`);
      if (json) for (const claim of reading.claims) await io.out(jsonLine(several ? { file: name, ...claim } : claim));
      else {
        sources.push(sourceRow(reading, name));
        claims.push(...reading.claims);
      }
    });
    if (!json && sources.length > 0) {
      const { claimsPage } = await import("../../pages/claims.ts");
      const { emptyState } = await import("../../pages/state.ts");
      await printPage(claimsPage({ ...emptyState, sources, claims }, null), io, "");
    }
    return code;
  },
};
