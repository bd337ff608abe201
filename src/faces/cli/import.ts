import { readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "csv-parse/sync";
import type { Call, Command } from "./command.ts";
import { caseOption, EXIT, isSet, jsonOption, textOf, UsageFault } from "./command.ts";
import { addInputs } from "./add.ts";
import type { Io } from "./io.ts";
import { caseSuffix, withCase } from "./opening.ts";
import { overridesOf, overrideOptions } from "./overrides.ts";

type Row = Readonly<Record<string, unknown>>;

async function bytesOf(file: string, what: string): Promise<Uint8Array> {
  return readFile(file).catch((error: unknown) => {
    throw new UsageFault(`The ${what} ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Rows of a table by its name: JSON, one object a line, or CSV with a heading, by commas, semicolons or tabs. Throws UsageFault. */
function rowsOf(text: string, file: string): readonly Row[] {
  const ending = path.extname(file).toLowerCase();
  if (ending === ".jsonl" || ending === ".ndjson") {
    return text
      .replace(/^\ufeff/, "")
      .split("\n")
      .map((line, at) => ({ line: line.trim(), at: at + 1 }))
      .filter(({ line }) => line !== "")
      .map(({ line, at }) => {
        try {
          const value: unknown = JSON.parse(line);
          if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Row;
        } catch (error) {
          throw new UsageFault(`Line ${at} of ${file} is not JSON: ${reasonOf(error)}`);
        }
        throw new UsageFault(`Line ${at} of ${file} is no JSON object. Each line is one row, from column to value.`);
      });
  }
  const heading = text.split("\n", 1)[0] ?? "";
  const delimiter = ending === ".tsv" || heading.includes("\t") ? "\t" : heading.includes(";") && !heading.includes(",") ? ";" : ",";
  try {
    return parse(text, { columns: true, bom: true, skip_empty_lines: true, trim: true, delimiter });
  } catch (error) {
    throw new UsageFault(
      `${file} is not well-formed CSV: ${reasonOf(error)}. Save it as CSV with a heading, or as JSON, one object a line.`,
    );
  }
}

function mappingOf(bytes: Uint8Array, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new UsageFault(`The mapping ${file} is not JSON: ${reasonOf(error)}`);
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
