/** A CSV file of what is known about documents that do not say it themselves: columns file, published, url, outlet, lang. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "csv-parse/sync";
import type { Overrides } from "../../workbench.ts";
import { UsageFault } from "./command.ts";

export interface ManifestRow extends Overrides {
  /** Absolute. */
  readonly file: string;
}

const COLUMNS = ["file", "published", "url", "outlet", "lang"];

const given = (cell: string | undefined): string | null => (cell === undefined || cell === "" ? null : cell);

/** The rows of a manifest. Paths in it are relative to its own folder. Throws UsageFault, naming the file and what is wrong. */
export async function readManifest(file: string): Promise<readonly ManifestRow[]> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new UsageFault(`The manifest ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  let rows: readonly Readonly<Record<string, string | undefined>>[];
  try {
    rows = parse(text, { columns: true, bom: true, skip_empty_lines: true, trim: true });
  } catch (error) {
    throw new UsageFault(`The manifest ${file} is not well-formed CSV: ${error instanceof Error ? error.message : String(error)}`);
  }
  const first = rows[0];
  if (first === undefined) throw new UsageFault(`The manifest ${file} has no rows below its heading.`);
  const unknown = Object.keys(first).filter((name) => !COLUMNS.includes(name));
  if (!("file" in first) || unknown.length > 0) {
    const wrong = unknown.length > 0 ? `has columns that are not known: ${unknown.join(", ")}` : "has no column named file";
    throw new UsageFault(`The manifest ${file} ${wrong}. Its columns are ${COLUMNS.join(", ")}; only file is needed.`);
  }
  return rows.map((row, index) => {
    const name = given(row.file);
    if (name === null) throw new UsageFault(`Row ${index + 1} of the manifest ${file} names no file.`);
    return {
      file: path.resolve(path.dirname(file), name),
      published: given(row.published),
      url: given(row.url),
      outlet: given(row.outlet),
      language: given(row.lang),
    };
  });
}
