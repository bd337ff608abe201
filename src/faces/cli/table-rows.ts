/** Rows of a table that somebody else made. */
import path from "node:path";
import { parse } from "csv-parse/sync";
import type { TableRow } from "../../workbench/table.ts";
import { UsageFault } from "./command.ts";

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Rows of a table by its name: JSON, one object a line, or CSV with a heading, by commas, semicolons or tabs. Throws UsageFault. */
export function rowsOf(text: string, file: string): readonly TableRow[] {
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
          if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as TableRow;
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
