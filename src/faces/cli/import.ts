import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Call, Command } from "./command.ts";
import { caseOption, EXIT, isSet, jsonOption, textOf, UsageFault } from "./command.ts";
import { addInputs } from "./add.ts";
import type { Io } from "./io.ts";
import { caseSuffix, withCase } from "./opening.ts";
import { overridesOf, overrideOptions } from "./overrides.ts";

async function bytesOf(file: string, what: string): Promise<Uint8Array> {
  return readFile(file).catch((error: unknown) => {
    throw new UsageFault(`The ${what} ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
}

function mappingOf(bytes: Uint8Array, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new UsageFault(`The mapping ${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function run(call: Call, io: Io): Promise<number> {
  const [name = ""] = call.args;
  const mapName = textOf(call, "map");
  if (mapName === null) throw new UsageFault(`Name the mapping of its columns: ${io.program} import ${name} --map MAPPING.json`);
  const [file, mapFile] = [path.resolve(io.cwd, name), path.resolve(io.cwd, mapName)];
  const { tableInputs, tableMap } = await import("../../workbench/table.ts");
  const map = tableMap(mappingOf(await bytesOf(mapFile, "mapping"), mapName), mapName);
  const bytes = await bytesOf(file, "table");
  const { rowsOf } = await import("./table-rows.ts");
  const rows = rowsOf(new TextDecoder().decode(bytes), name);
  if (rows.length === 0) throw new UsageFault(`${name} has no rows.`);
  const inputs = tableInputs({ name: path.basename(file), bytes, rows }, map, await overridesOf(call));
  return withCase(call, io, async (bench) => {
    const json = isSet(call, "json");
    const { summary, interrupted } = await addInputs(bench, inputs, io, { json, listed: false });
    const words = [
      `${summary.claims} of ${rows.length} rows taken in`,
      // The table itself is sealed beside its rows.
      ...(summary.known > 1 ? [`${summary.known - 1} known already`] : []),
      ...(summary.refused > 0 ? [`${summary.refused} refused`] : []),
    ];
    const sentence = `${words.join(", ")}.`;
    if (interrupted) {
      io.err(`Stopped: ${sentence} Run the same command again to take in the rest.\n`);
      return EXIT.interrupted;
    }
    if (!json) await io.out(`${sentence}\nNext: ${io.program} figures${caseSuffix(call)}\n`);
    return summary.refused > 0 ? EXIT.refused : EXIT.done;
  });
}

/** `onrecord import`: a table of figures that somebody else made, each row a claim with its own provenance. */
export const importTable: Command = {
  name: "import",
  summary: "take in a table of figures made elsewhere (CSV, JSON lines), row by row",
  arguments: "<table>",
  options: [
    caseOption,
    { flags: "--map <json>", description: "which column gives which field of a figure, and what its words mean" },
    ...overrideOptions,
    jsonOption,
  ],
  examples: ["onrecord import examples/tables/tolls.csv --map examples/tables/tolls.map.json --outlet Desk --case my-case"],
  run,
};
