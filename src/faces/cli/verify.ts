import type { CheckpointReport } from "../../workbench.ts";
import { bytesOf } from "./checkpoint.ts";
import type { Command } from "./command.ts";
import { caseOption, EXIT, isSet, jsonLine, textOf } from "./command.ts";
import { harmless } from "./harmless.ts";
import type { Io } from "./io.ts";
import { caseSuffix, printPage, withCase } from "./opening.ts";
import { progressOn } from "./progress.ts";

/** `onrecord verify`: sealed bytes, text layers, quotes, chains and signatures. Exit 1 when something does not hold. */
export const verify: Command = {
  name: "verify",
  summary: "check sealed bytes, text layers, quotes, chains and signatures",
  arguments: "",
  options: [
    caseOption,
    { flags: "--checkpoint <file>", description: "check this checkpoint instead, and the log against it" },
    { flags: "--json", description: "print one JSON object" },
  ],
  examples: ["onrecord verify --case my-case", "onrecord verify --case my-case --json"],
  run: (call, io) =>
    withCase(call, io, async (bench) => {
      const note = textOf(call, "checkpoint");
      if (note !== null) return checkpointReport(await bench.checkCheckpoint(await bytesOf(note, io.cwd)), isSet(call, "json"), io);
      const progress = progressOn(io, "checking");
      const report = await bench
        .verify(({ phase, done, total }) => {
          progress.at(done, total, phase);
        })
        .finally(() => {
          progress.end();
        });
      const { ok, checked, refused, strays } = report;
      if (isSet(call, "json")) await io.out(jsonLine({ ok, checked, refused }));
      else {
        const { verifyPage } = await import("../../pages/verify.ts");
        await printPage(verifyPage(report), io, caseSuffix(call));
      }
      // No faults and no part of the contract: a person should know of them whatever they asked to be printed.
      for (const stray of strays) io.err(`not of the case: ${harmless(stray)}\n`);
      return report.ok ? EXIT.done : EXIT.faults;
    }),
};

async function checkpointReport(report: CheckpointReport, json: boolean, io: Io): Promise<number> {
  if (json) await io.out(jsonLine(report));
  else {
    const { checkpointPage } = await import("../../pages/checkpoint.ts");
    await printPage(checkpointPage(report), io, "");
  }
  return report.ok ? EXIT.done : EXIT.faults;
}
