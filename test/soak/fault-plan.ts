/** Which calls of which operations are struck, and the striking: a copy of the template, one process, one look. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { random } from "./texts.ts";
import type { Content, Look } from "./fault-look.ts";
import { change, look } from "./fault-look.ts";
import type { Operation } from "./fault-operations.ts";
import { operations } from "./fault-operations.ts";
import type { Outcome, SystemCall } from "./fault-strace.ts";
import { CHANGING, LOOKING, waiting } from "./fault-strace.ts";

/** An operation as it goes when nothing goes wrong. */
export interface Known {
  readonly operation: Operation;
  readonly before: Content;
  /** What a whole run does: see `change`. */
  readonly whole: string;
  /** Its output when it has done it. */
  readonly said: string;
  /** Its calls on files of its folder, and those that tell (writes to standard output). */
  readonly calls: readonly SystemCall[];
}

/** One call that is struck. */
export interface Point {
  readonly known: Known;
  readonly call: SystemCall;
  /** What strace is told. */
  readonly inject: string;
}

export interface Struck extends Point {
  readonly outcome: Outcome;
  readonly look: Look;
  /** What it has done to the case; null when statements were lost. */
  readonly done: string | null;
}

/** Two processes for two cores: one loads while the other is struck. */
const LANES = 2;

/** Makes the templates, and runs every operation once with its calls counted. `only` names the operations that are wanted; none: all. */
export async function known(root: string, only: readonly string[]): Promise<readonly Known[]> {
  const found: Known[] = [];
  for (const operation of await operations(root)) {
    if (only.length > 0 && !only.includes(operation.name)) continue;
    await run(root, operation, null, null);
    const { outcome, look: after, dir } = await run(root, operation, `${CHANGING},${LOOKING}`, null);
    const before = operation.makes?.kind === "case" ? null : await contentBefore(root, operation);
    const whole = change(before, after.content);
    if (outcome.code !== 0 || after.wrong.length > 0 || whole === null)
      throw new Error(`${operation.name} does not run by itself: ${outcome.stderr} ${after.wrong.join("; ")}`);
    const calls = outcome.calls.filter(({ line, name }) => line.includes(dir) || (name === "write" && /^[12]</.test(line)));
    found.push({ operation, before, whole, said: outcome.stdout, calls });
  }
  return found;
}

async function contentBefore(root: string, operation: Operation): Promise<Content> {
  const dir = copy(root, operation);
  const { content } = await look({ ...operation, makes: null }, dir);
  rmSync(dir, { recursive: true });
  return content;
}

function copy(root: string, { template }: Operation): string {
  const dir = mkdtempSync(join(root, "run-"));
  cpSync(template, dir, { recursive: true });
  return dir;
}

async function run(
  root: string,
  operation: Operation,
  trace: string | null,
  inject: string | null,
): Promise<{ readonly outcome: Outcome; readonly look: Look; readonly dir: string }> {
  const dir = copy(root, operation);
  try {
    const ready = await waiting(operation.argv, operation.reading, dir);
    const outcome = await ready.go(trace ?? "none", inject);
    return { outcome, look: await look(operation, dir).catch(unseen), dir };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** A case that cannot be looked at. */
function unseen(error: unknown): Look {
  return { content: null, made: false, passphrase: 0, wrong: [`the case does not open: ${String(error)}`], openMs: 0 };
}

/**
 * Strikes every point, a few at a time, and hands each to `judge`. After so many minutes no more are begun; those left are a sample of the rest,
 * because they come in an order of chance.
 */
export async function strikeAll(
  root: string,
  points: readonly Point[],
  { minutes, seed }: { readonly minutes: number; readonly seed: number },
  judge: (struck: Struck) => void,
): Promise<void> {
  const order = shuffled(points, seed);
  const until = performance.now() + minutes * 60_000;
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < order.length && performance.now() < until; at = next++) {
      const point = order[at] as Point;
      const { outcome, look: after } = await run(root, point.known.operation, point.call.name, point.inject);
      judge({ ...point, outcome, look: after, done: change(point.known.before, after.content) });
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

function shuffled<T>(from: readonly T[], seed: number): readonly T[] {
  const chance = random(seed);
  return from
    .map((each) => [chance(), each] as const)
    .sort(([a], [b]) => a - b)
    .map(([, each]) => each);
}

/** `count` members, spread evenly over the list and shifted by chance; all of them when there are no more. */
export function spread<T>(all: readonly T[], count: number, seed: number): readonly T[] {
  if (all.length <= count) return all;
  const shift = random(seed)();
  return Array.from({ length: count }, (_, at) => all[Math.floor(((at + shift) * all.length) / count)] as T);
}

/** Where everything lies while a soak runs: the largest file system of the machine's own. */
export const scratch = (): string => mkdtempSync(join(tmpdir(), "onrecord-faults-"));
