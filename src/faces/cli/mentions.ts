import type { Command } from "./command.ts";
import { isSet, jsonLine } from "./command.ts";
import { eachLoose } from "./loose.ts";
import { overrideOptions, overridesOf } from "./overrides.ts";
import { harmless } from "./harmless.ts";

/** `onrecord mentions`: every time, quantity, name, place and reporting word that the reader recognised, used or not. */
export const mentions: Command = {
  name: "mentions",
  summary: "every time, quantity, name, place and cue recognised in loose files",
  arguments: "<files...>",
  options: [...overrideOptions, { flags: "--json", description: "print JSON, one mention a line, with its file when there are several" }],
  examples: ["onrecord mentions --json --published 2022-01-19 examples/qantar-2022/documents/2022-01-19-en-two-accounts.md"],
  run: async (call, io) => {
    const { mentionsLoose } = await import("../../workbench.ts");
    return eachLoose(call.args, io, async ({ name, bytes }, several) => {
      const found = mentionsLoose(bytes, name === "-" ? null : name, await overridesOf(call));
      if (isSet(call, "json")) for (const mention of found) await io.out(jsonLine(several ? { file: name, ...mention } : mention));
      else {
        if (several) await io.out(`${harmless(name)}\n`);
        for (const mention of found) {
          const value = mention.value === null ? "-" : typeof mention.value === "string" ? mention.value : JSON.stringify(mention.value);
          await io.out(
            `${String(mention.start).padStart(6)}–${String(mention.end).padEnd(6)} ${mention.layer.padEnd(8)} “${harmless(mention.quote)}”  ${harmless(value)}\n`,
          );
        }
      }
    });
  },
};
