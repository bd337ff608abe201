/** Cases in temporary folders for tests, and small documents to put into them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import type { AddReport, AddSummary, Input, Workbench } from "../../src/workbench.ts";
import { initCase, openCase } from "../../src/workbench.ts";
import { CHEAP } from "./cheap.ts";

const root = mkdtempSync(join(tmpdir(), "onrecord-workbench-"));
after(() => {
  rmSync(root, { recursive: true, force: true });
});
let count = 0;

/** A path in a temporary folder that nothing is at. */
export function freshPath(): string {
  return join(root, String(count++));
}

export const PASSPHRASE = "willow copper lantern orbit mint";

/** A new encrypted case, opened. */
export async function freshLocked(): Promise<Workbench> {
  const dir = freshPath();
  await initCase(dir, { zone: "Asia/Almaty", languages: ["en"], name: "Sarybel", passphrase: PASSPHRASE, cost: CHEAP });
  return openCase(dir, { passphrase: PASSPHRASE });
}

/** A new case, opened. */
export async function freshCase(): Promise<Workbench> {
  const dir = freshPath();
  await initCase(dir, { zone: "Asia/Almaty", languages: ["en", "ru", "kk"], name: "Sarybel" });
  return openCase(dir);
}

const none = { published: null, url: null, outlet: null, language: null };

/** Files with these contents, as inputs by their names. */
export function inputs(files: Readonly<Record<string, string | Uint8Array>>): readonly Input[] {
  const folder = freshPath();
  mkdirSync(folder);
  return Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return { path, name, overrides: none };
  });
}

/** Adds and gives what was reported, in order. */
export async function added(
  bench: Workbench,
  given: Iterable<Input> | AsyncIterable<Input>,
): Promise<{ readonly summary: AddSummary; readonly reports: readonly AddReport[] }> {
  const reports: AddReport[] = [];
  const summary = await bench.add(given, {}, (report) => reports.push(report));
  return { summary, reports };
}

/** Everything that an asynchronous source gives, in order. */
export async function all<T>(rows: AsyncIterable<T>): Promise<readonly T[]> {
  const out: T[] = [];
  for await (const row of rows) out.push(row);
  return out;
}

/** An article of an invented place, with a figure so that something can be read from it. */
export function article(number: number): string {
  return `---\ntitle: Report ${number}\npublisher: Sarybel Courier\npublished: 2025-03-${String(1 + (number % 28)).padStart(2, "0")}\n---\n\nMore than ${number + 40} people were injured at the Sarybel bridge on Tuesday, the district hospital said. It is not known who gave the order.\n`;
}

/** True for an error of that code. */
export const code =
  (wanted: string) =>
  (error: unknown): boolean =>
    (error as { code?: string }).code === wanted;
