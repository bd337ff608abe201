/** A source tree as the walls test sees it: paths from the root of the project, with their text. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Path with forward slashes ("src/model/ids.ts") to text. */
export type Tree = ReadonlyMap<string, string>;

/** Every .ts, .tsx and .json file below `folders` of `root`. A folder that is not there is empty. */
export function readTree(root: string, folders: readonly string[]): Tree {
  const files = folders.flatMap((folder) => {
    try {
      return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(?:tsx?|mts|cts|js|mjs|json)$/.test(entry.name))
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
      throw error;
    }
  });
  return new Map(files.sort().map((file) => [file, file.endsWith(".json") ? "" : readFileSync(path.join(root, file), "utf8")]));
}

/** True for a file that TypeScript code is in. */
export function isCode(file: string): boolean {
  return !file.endsWith(".json");
}
