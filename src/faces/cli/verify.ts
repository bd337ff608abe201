import type { Command } from "./command.ts";
import { caseOption, EXIT, isSet, jsonLine } from "./command.ts";
import { caseSuffix, printPage, withCase } from "./opening.ts";
import { progressOn } from "./progress.ts";

/** `onrecord verify`: sealed bytes, text layers, quotes, chains and signatures. Exit 1 when something does not hold. */
export const verify: Command = {
  name: "verify",
  summary: "check sealed bytes, text layers, quotes, chains and signatures",
  arguments: "",
  options: [caseOption, { flags: "--json", description: "print one JSON object" }],
  examples: ["onrecord verify --case my-case", "onrecord verify --case my-case --json"],
  run: (call, io) =>
    withCase(call, io, async (bench) => {
      const progress = progressOn(io, "checking");
      const report = await bench
        .verify(({ phase, done, total }) => {
          progress.at(done, total, phase);
        })
        .finally(() => {
          progress.end();
        });
      if (isSet(call, "json")) await io.out(jsonLine(report));
      else {
        const { verifyPage } = await import("../../pages/verify.ts");
        await printPage(verifyPage(report), io, caseSuffix(call));
      }
      return report.ok ? EXIT.done : EXIT.faults;
    }),
};
