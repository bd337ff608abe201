/** What is left after a fault: whether the case opens, verifies, holds what it held, and can be written to; and what a command has done to it. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readHeader } from "../../src/log/header.ts";
import type { Id } from "../../src/model/ids.ts";
import type { Workbench } from "../../src/workbench.ts";
import { findCase, initCase, joinCase, openCase } from "../../src/workbench.ts";
import { openHome } from "../../src/workbench/home.ts";
import type { Operation } from "./fault-operations.ts";

/** Statements by id: their kind and the names of their opened fields. Null: there is no case. */
export type Content = ReadonlyMap<Id, string> | null;

export interface Look {
  readonly content: Content;
  /** True when a bundle that the command makes is there. */
  readonly made: boolean;
  /** Number of the passphrase that opens it. */
  readonly passphrase: number;
  readonly wrong: readonly string[];
  /** From nothing to an opened case. */
  readonly openMs: number;
}

/** Looks at what the operation left in `dir`, and signs one statement there, as whoever goes on would. */
export async function look(operation: Operation, dir: string): Promise<Look> {
  const wrong: string[] = [];
  const { makes } = operation;
  const folder = join(dir, makes?.kind === "case" ? makes.path : "case");
  const began = performance.now();
  if (findCase(folder) !== folder) {
    const none = { content: null, made: false, passphrase: 0, openMs: 0 };
    if (makes?.kind !== "case") return { ...none, wrong: ["the case is gone"] };
    // What was made half is made anew: nothing that an interruption left is in the way.
    if (makes.path === "case") await initCase(folder, { zone: null, languages: [] });
    else await joinCase(folder, join(dir, "whole.bundle"), { passphrase: null });
    wrong.push(...(await wrongIn(folder, null)));
    return { ...none, wrong };
  }
  const [bench, passphrase] = await opened(operation, folder);
  const openMs = performance.now() - began;
  let made = makes?.kind === "case";
  try {
    wrong.push(...(await faultsOf(bench)));
    if (makes?.kind === "bundle" && existsSync(join(dir, makes.path))) {
      made = true;
      await bench.merge([join(dir, makes.path)], ({ outcome, refused }) => {
        if (outcome !== "known") wrong.push(`the bundle is ${outcome}: ${JSON.stringify(refused)}`);
      });
    }
  } finally {
    await bench.close();
  }
  const content = await contentOf(operation, folder, passphrase);
  // A document is sealed and read in one transaction.
  const [seals, reads] = ["seal(", "read("].map((kind) => [...content.values()].filter((each) => each.startsWith(kind)).length);
  if (seals !== reads) wrong.push(`${seals ?? 0} documents are sealed and ${reads ?? 0} read: one is half there`);
  wrong.push(...(await wrongIn(folder, operation.passphrases[passphrase] ?? null)));
  return { content, made, passphrase, wrong, openMs };
}

async function faultsOf(bench: Workbench): Promise<readonly string[]> {
  const wrong: string[] = [];
  const { refused } = await bench.verify();
  wrong.push(...refused.map(({ id, code, message }) => `verify: ${id} ${code} ${message}`));
  for await (const { id } of bench.sources()) if ((await bench.text(id)) === null) wrong.push(`${id} has no text`);
  for (const { pseudonym, names } of await bench.protectedNames()) if (names === null) wrong.push(`the names of ${pseudonym} are gone`);
  return wrong;
}

/** What is wrong once somebody has signed something more. */
async function wrongIn(folder: string, passphrase: string | null): Promise<readonly string[]> {
  const bench = await openCase(folder, { passphrase });
  try {
    await bench.say("note", { on: null, text: "After the fault." });
    return [];
  } catch (error) {
    return [`nothing can be signed any more: ${String(error)}`];
  } finally {
    await bench.close();
  }
}

async function opened({ passphrases }: Operation, folder: string): Promise<readonly [Workbench, number]> {
  let last: unknown = null;
  for (const [at, passphrase] of (passphrases.length === 0 ? [null] : passphrases).entries()) {
    try {
      return [await openCase(folder, { passphrase }), at];
    } catch (error) {
      last = error;
    }
  }
  throw last;
}

async function contentOf({ passphrases }: Operation, folder: string, passphrase: number): Promise<NonNullable<Content>> {
  const { store } = await openHome(folder, passphrases[passphrase] ?? null);
  const content = new Map<Id, string>();
  try {
    for await (const { id, bytes, opened: fields } of store.statements())
      content.set(id, `${readHeader(bytes).header?.kind ?? "?"}(${fields.map(({ name }) => name).join()})`);
  } finally {
    await store.close();
  }
  return content;
}

/** What lies between two states, in words that are the same for every run: kinds that came, fields that went. Null: statements were lost. */
export function change(before: Content, after: Content): string | null {
  if (after === null) return before === null ? "nothing" : null;
  const parts: string[] = [];
  for (const [id, was] of before ?? []) {
    const now = after.get(id);
    if (now === undefined) return null;
    if (now !== was) parts.push(`${was} -> ${now}`);
  }
  for (const [id, now] of after) if (before?.has(id) !== true) parts.push(now);
  return parts.length === 0 ? "nothing" : parts.sort().join(" ");
}
