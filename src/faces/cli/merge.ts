import path from "node:path";
import type { MergeReport } from "../../workbench.ts";
import type { Command } from "./command.ts";
import { caseOption, EXIT, isSet, jsonLine, jsonOption, UsageFault } from "./command.ts";
import { harmless } from "./harmless.ts";
import type { Io } from "./io.ts";
import { caseSuffix, withCase } from "./opening.ts";
import { progressOn } from "./progress.ts";

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

async function print(report: MergeReport, io: Io): Promise<void> {
  const file = harmless(path.basename(report.file));
  for (const { code, message } of report.refused) {
    if (report.outcome === "refused") io.err(`refused  ${harmless(report.file)}  ${code}: ${harmless(message)}\n`);
    else await io.out(`passed over  ${file}  ${harmless(message)}\n`);
  }
  if (report.outcome === "known") await io.out(`known    ${file}  nothing in it was new\n`);
  if (report.outcome === "merged") {
    const kinds = Object.entries(report.kinds).sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, count]) => `${count} ${kind}`); // prettier-ignore
    const from = harmless(report.name ?? (report.device ?? "").slice(8, 24));
    await io.out(
      `merged   ${file}  from ${from}: ${plural(report.statements, "new statement")} (${harmless(kinds.join(", "))}), ${report.known} known\n`,
    );
  }
  if (report.names > 0)
    await io.out(`names    ${file}  ${plural(report.names, "new entry").replace("entrys", "entries")} in the Names box\n`);
  for (const { device, seq, statements } of report.conflicts)
    await io.out(
      `conflict ${device.slice(8, 24)} signed ${statements.length} different statements as its number ${seq}: they wait for a person\n`,
    );
}

/** `onrecord merge`: takes in bundles of others, each whole or not at all. */
export const merge: Command = {
  name: "merge",
  summary: "take in bundles of other copies: files, or a folder where people meet",
  arguments: "[files...]",
  options: [caseOption, jsonOption],
  examples: ["onrecord merge my-case.bundle --case my-case"],
  run: (call, io) => {
    if (call.args.length === 0) throw new UsageFault(`Name the bundles, or the folder that they are in: ${io.program} merge FILES…`);
    return withCase(call, io, async (bench) => {
      const reports: MergeReport[] = [];
      const progress = progressOn(io, "merging");
      await bench
        .merge(
          call.args.map((file) => path.resolve(io.cwd, file)),
          (report) => reports.push(report),
        ) // prettier-ignore
        .finally(() => {
          progress.end();
        });
      for (const report of reports) {
        if (isSet(call, "json")) await io.out(jsonLine(report));
        if (!isSet(call, "json") || report.outcome === "refused")
          await print(report, isSet(call, "json") ? { ...io, out: () => Promise.resolve() } : io);
      }
      if (!isSet(call, "json")) {
        if (reports.length === 0) await io.out("There is no bundle in it.\n");
        for (const { device, statements } of reports.at(-1)?.waiting ?? [])
          await io.out(
            `waiting  ${plural(statements, "statement")} of ${device.slice(8, 24)}, which nobody has added: ${io.program} member add FILE${caseSuffix(call)}\n`,
          );
      }
      return reports.some(({ outcome }) => outcome === "refused") ? EXIT.refused : EXIT.done;
    });
  },
};
