import { realpath } from "node:fs/promises";
import path from "node:path";
import type { AddReport, AddSummary, Input, Workbench } from "../../workbench.ts";
import type { Call, Command } from "./command.ts";
import { caseOption, EXIT, isSet, jsonLine, jsonOption, textOf, UsageFault } from "./command.ts";
import type { Skip } from "./inputs.ts";
import { filesOf, inputsOf } from "./inputs.ts";
import type { Io } from "./io.ts";
import { caseSuffix, withCase } from "./opening.ts";
import { overridesOf, overrideOptions } from "./overrides.ts";
import { progressOn } from "./progress.ts";
import { harmless } from "./harmless.ts";

// Above this the single documents are not listed, only counted.
const LISTED = 40;

function reportLine(report: AddReport): string {
  const name = harmless(report.what);
  return report.outcome === "added"
    ? `added    ${name}  ${report.claims} ${report.claims === 1 ? "claim" : "claims"}\n`
    : `known    ${name}  already in the case\n`;
}

/** Adds the inputs and prints what became of each: data to standard output, refusals with their code to standard error. */
export async function addInputs(
  bench: Workbench,
  inputs: readonly Input[],
  io: Io,
  print: { readonly json: boolean; readonly listed: boolean },
): Promise<{ readonly summary: AddSummary; readonly interrupted: boolean }> {
  const progress = progressOn(io, "adding");
  const stop = new AbortController();
  const unlisten = io.onInterrupt(() => {
    stop.abort();
  });
  const lines: string[] = [];
  const refusals: string[] = [];
  let done = 0;
  try {
    const summary = await bench.add(inputs, { signal: stop.signal }, (report) => {
      progress.at(++done, inputs.length, "documents");
      if (print.json) lines.push(jsonLine(report));
      else if (print.listed && report.outcome !== "refused") lines.push(reportLine(report));
      for (const one of report.refused) refusals.push(`refused  ${harmless(one.what)}  ${one.code}: ${harmless(one.message)}\n`);
    });
    return { summary, interrupted: stop.signal.aborted };
  } finally {
    progress.end();
    unlisten();
    for (const line of refusals) io.err(line);
    for (const line of lines) await io.out(line);
  }
}

async function run(call: Call, io: Io): Promise<number> {
  const manifestFile = textOf(call, "manifest");
  if (call.args.length === 0 && manifestFile === null)
    throw new UsageFault(`Name the files, folders or patterns to add: ${io.program} add FILES…`);
  const manifest = manifestFile === null ? [] : await (await import("./manifest.ts")).readManifest(path.resolve(io.cwd, manifestFile));
  return withCase(call, io, async (bench) => {
    const files = await filesOf(call.args, io.cwd, await ownFilesOf(bench));
    const inputs = inputsOf(files, manifest, await overridesOf(call), io.cwd);
    if (inputs.length === 0)
      throw new UsageFault(`There are no files in ${call.args.join(", ")} (names that begin with a dot are left out).`);
    const json = isSet(call, "json");
    const { summary, interrupted } = await addInputs(bench, inputs, io, { json, listed: inputs.length <= LISTED });
    const words = [
      `${summary.added} added`,
      ...(summary.known > 0 ? [`${summary.known} known already`] : []),
      ...(summary.refused > 0 ? [`${summary.refused} refused`] : []),
    ];
    const sentence = `${words.join(", ")}; ${summary.claims} claims read.`;
    if (interrupted) {
      io.err(`Stopped: ${sentence} Run the same command again to add the rest.\n`);
      return EXIT.interrupted;
    }
    const next = summary.added + summary.known > 0 ? `Next: ${io.program} show${caseSuffix(call)}\n` : "";
    if (!json) await io.out(`${sentence}\n${next}`);
    return summary.refused > 0 ? EXIT.refused : EXIT.done;
  });
}

/** Whether a path is one of the case's own files: the sealed bytes and the log of a case are not documents to add to it. */
async function ownFilesOf(bench: Workbench): Promise<Skip> {
  const { filesOf: caseFiles } = await import("../../workbench/folder.ts");
  const own = caseFiles(await realpath(bench.dir));
  const folders = [own.blobs, own.keys];
  return (real) =>
    real === own.marker || real.startsWith(own.database) || folders.some((folder) => real === folder || real.startsWith(folder + path.sep));
}

/** `onrecord add`: seals and reads documents. Safe to interrupt and to repeat. */
export const add: Command = {
  name: "add",
  summary: "seal and read documents: files, folders, patterns",
  arguments: "[files...]",
  options: [
    caseOption,
    ...overrideOptions,
    { flags: "--manifest <csv>", description: "a CSV file with the columns file, published, url, outlet, lang" },
    jsonOption,
  ],
  examples: ["onrecord add --case my-case examples/qantar-2022/documents"],
  run,
};
