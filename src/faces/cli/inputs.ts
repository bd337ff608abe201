/** What was typed after `add` as the files to add: files, folders, patterns, rows of a manifest. */
import { glob, readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import type { Input, Overrides } from "../../workbench.ts";
import type { ManifestRow } from "./manifest.ts";

/** Whether this real path is not to be taken. */
export type Skip = (real: string) => boolean;

const PATTERN = /[*?[{]/;

// The record keeps a name for good: relative inside the current folder, else no more of the path than the last folder.
function nameOf(file: string, cwd: string): string {
  const relative = path.relative(cwd, file);
  const inside = relative !== "" && !relative.startsWith("..") && !path.isAbsolute(relative);
  const name = inside ? relative : path.join(path.basename(path.dirname(file)), path.basename(file));
  return name.split(path.sep).join("/");
}

/** Files below a folder, in the order of names. A folder that cannot be listed is given itself, so that adding refuses it by name. */
async function* below(folder: string, entered: Set<string>, skip: Skip): AsyncGenerator<string> {
  const real = await realpath(folder);
  if (entered.has(real) || skip(real)) return;
  entered.add(real);
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (entries === null) yield folder;
  const shown = (entries ?? []).filter((entry) => !entry.name.startsWith("."));
  for (const entry of shown.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    const directory = entry.isDirectory() || (entry.isSymbolicLink() && (await kindOf(file)) === "folder");
    if (directory) yield* below(file, entered, skip);
    else yield file;
  }
}

async function kindOf(file: string): Promise<"folder" | "file" | "none"> {
  return stat(file).then(
    (found) => (found.isDirectory() ? "folder" : "file"),
    () => "none",
  );
}

async function* matching(pattern: string, cwd: string, skip: Skip): AsyncGenerator<string> {
  const matches: string[] = [];
  for await (const match of glob(pattern, { cwd })) matches.push(path.resolve(cwd, match));
  if (matches.length === 0) yield path.resolve(cwd, pattern);
  for (const match of matches.sort()) {
    // A pattern such as docs/* matches folders too: they stand for what is in them.
    if ((await kindOf(match)) === "folder") yield* below(match, new Set(), skip);
    else yield match;
  }
}

async function* named(one: string, cwd: string, skip: Skip): AsyncGenerator<string> {
  const whole = path.resolve(cwd, one);
  const kind = await kindOf(whole);
  if (kind === "folder") yield* below(whole, new Set(), skip);
  else if (kind === "file" || !PATTERN.test(one)) yield whole;
  else yield* matching(one, cwd, skip);
}

/**
 * Absolute paths of all that `given` names, each file once, in the order given; folders and patterns in the order of names.
 * A path that is not there, or a pattern that matches nothing, stays as it is: adding refuses it by name.
 * Files whose name begins with a dot are left out of folders. Files and folders for which `skip` holds are left out unless they are named outright.
 */
export async function filesOf(given: readonly string[], cwd: string, skip: Skip): Promise<readonly string[]> {
  const files = new Map<string, string>();
  for (const one of given) {
    for await (const file of named(one, cwd, skip)) {
      // Links lead to one file under several names: the first name stands.
      const real = await realpath(file).catch(() => file);
      if (files.has(real) || (skip(real) && file !== path.resolve(cwd, one))) continue;
      files.set(real, file);
    }
  }
  return [...files.values()];
}

/** Inputs with what is said of each: a manifest's row goes before what was typed for all. */
export function inputsOf(files: readonly string[], manifest: readonly ManifestRow[], typed: Overrides, cwd: string): readonly Input[] {
  const rows = new Map(manifest.map((row) => [row.file, row]));
  return [...new Set([...files, ...rows.keys()])].map((file) => {
    const row = rows.get(file);
    const overrides: Overrides = {
      published: row?.published ?? typed.published,
      url: row?.url ?? typed.url,
      outlet: row?.outlet ?? typed.outlet,
      language: row?.language ?? typed.language,
    };
    return { path: file, name: nameOf(file, cwd), overrides };
  });
}
