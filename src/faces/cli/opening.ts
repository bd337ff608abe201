/** Opening the case that a command is about, and taking from it the rows that a page needs. */
import path from "node:path";
import type { CaseState } from "../../pages/state.ts";
import type { Page, PageName } from "../../pages/tree.ts";
import type { Workbench } from "../../workbench.ts";
import type { Call } from "./command.ts";
import { textOf, UsageFault } from "./command.ts";
import type { Io } from "./io.ts";
import { passphraseOf } from "./passphrase.ts";

/** The folder given by `--case`, else that of the case of the current folder or a parent. Throws UsageFault when there is none. */
export async function caseFolder(call: Call, io: Io): Promise<string> {
  const { findCase } = await import("../../workbench.ts");
  const given = textOf(call, "case");
  const dir = given === null ? findCase(io.cwd) : path.resolve(io.cwd, given);
  if (dir !== null) return dir;
  throw new UsageFault(
    `There is no case in ${io.cwd} or a folder above it. Go to one, give --case DIR, or make one: ${io.program} init DIR`,
  );
}

/** Opens the case that `caseFolder` finds, with its passphrase when it is encrypted; closes it whatever happens. */
export async function withCase<T>(call: Call, io: Io, use: (bench: Workbench) => Promise<T>): Promise<T> {
  const dir = await caseFolder(call, io);
  const { isLocked, openCase } = await import("../../workbench.ts");
  const passphrase = isLocked(dir) ? await passphraseOf(call, io, "Passphrase: ") : null;
  const bench = await openCase(dir, { passphrase });
  try {
    return await use(bench);
  } finally {
    await bench.close();
  }
}

/** Everything that an asynchronous source gives, in order. */
export async function collect<T>(from: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const one of from) all.push(one);
  return all;
}

/** The views of a case, apart from its sources and name, which every page gets. */
export type Part = Exclude<keyof CaseState, "name" | "sources">;

export const everyPart: readonly Part[] = [
  "claims",
  "figures",
  "timeline",
  "people",
  "questions",
  "pledges",
  "rivals",
  "findings",
  "signed",
  "conflicts",
  "refused",
];

/** The rows of these parts, with sources and name; the other parts are left empty. */
export async function stateOf(bench: Workbench, parts: readonly Part[]): Promise<CaseState> {
  const rows = <Row>(part: Part, from: () => AsyncIterable<Row>): Promise<readonly Row[]> =>
    parts.includes(part) ? collect(from()) : Promise.resolve([]);
  return {
    name: (await bench.settingsNow()).name,
    sources: await collect(bench.sources()),
    claims: (await rows("claims", () => bench.claims())).filter(({ review }) => review !== "rejected"),
    figures: await rows("figures", () => bench.view("figures")),
    timeline: await rows("timeline", () => bench.view("timeline")),
    people: await rows("people", () => bench.view("people")),
    questions: await rows("questions", () => bench.view("questions")),
    pledges: await rows("pledges", () => bench.view("pledges")),
    rivals: await rows("rivals", () => bench.view("rivals")),
    findings: await rows("findings", () => bench.view("findings")),
    signed: await rows("signed", () => bench.view("signed")),
    conflicts: await rows("conflicts", () => bench.view("conflicts")),
    refused: await rows("refused", () => bench.refused()),
  };
}

/** Draws a page. `suffix` is what the commands that it names must carry to reach the same case (" --case DIR"). */
export async function printPage(page: Page, io: Io, suffix: string): Promise<void> {
  const { renderPage } = await import("./terminal.ts");
  const command = (name: PageName): string => `${io.program} ${name}${suffix}`;
  await io.out(renderPage(page, { width: io.width, color: io.color, command }));
}

/** " --case DIR" as it was typed, or nothing. */
export function caseSuffix(call: Call): string {
  const given = textOf(call, "case");
  return given === null ? "" : ` --case ${quoted(given)}`;
}

/** An argument as a shell takes it back. */
export function quoted(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}
