/** Files in the folder of a case that are none of its own: looked at by name, never opened, never removed. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Id } from "../model/ids.ts";
import { codeOf, diskFailed } from "./folder.ts";

/** What a case is made of, by the path below its folder with `/`. What an interruption leaves is its own too. */
const OWN: readonly RegExp[] = [
  /^onrecord\.(json|unfinished)(\.\d+\.tmp)?$/,
  /^record\.db(-wal|-shm|-journal)?$/,
  /^blobs\/([0-9a-f])\/\1[0-9a-f]{63}$/,
  /^blobs\/tmp\/[0-9a-f]{16}\.\d+$/,
  /^keys\/device\.(key|sealed)(\.\d+\.tmp)?$/,
  /^names\/box\.age(\.\d+\.tmp)?$/,
];

/** A file of the Names box of version 0.1: it is one when the statement that it is of is in the log. */
const BOXED = /^names\/([0-9a-f]{64})\.age(\.\d+\.tmp)?$/;

/** Every other file, sorted. `has` tells which statements there are. Throws NotSaved `disk-failed`. */
export async function straysIn(folder: string, has: (statement: Id) => Promise<boolean>): Promise<readonly string[]> {
  const strays: string[] = [];
  for (const path of below(folder, "")) {
    if (OWN.some((own) => own.test(path))) continue;
    const boxed = BOXED.exec(path)?.[1];
    if (boxed === undefined || !(await has(`sha256:${boxed}`))) strays.push(path);
  }
  return strays.sort();
}

function* below(folder: string, prefix: string): Generator<string> {
  for (const entry of entriesOf(join(folder, prefix))) {
    const path = prefix === "" ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) yield* below(folder, path);
    else yield path;
  }
}

function entriesOf(folder: string): readonly { readonly name: string; isDirectory(): boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw diskFailed(error);
  }
}
