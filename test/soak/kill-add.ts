/**
 * Adding is killed at random moments (SIGKILL) and must have lost nothing that it reported: `node test/soak/kill-add.ts --kills 50 --files 500 --seed 1`.
 *
 * One case after another is made and added to; each is killed a few times, at moments spread over a whole run and over the making of the case. After
 * each kill the case opens (or, while it was being made, can be made again), verifies, and holds every source that was reported. At last adding runs
 * to its end and every file is there. Prints one line of JSON; exits 1 when anything failed.
 *
 * This kills processes, not the power: that synced bytes stay is the disk's promise, that nothing is reported before it is synced is in
 * docs/decisions/0003-store.md.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Id } from "../../src/model/ids.ts";
import { findCase, openCase } from "../../src/workbench.ts";
import { document, random } from "./texts.ts";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "50" },
    files: { type: "string", default: "500" },
    seed: { type: "string", default: "1" },
    bytes: { type: "string", default: "400" },
  },
});
const [kills, files, seed, bytes] = [values.kills, values.files, values.seed, values.bytes].map(Number) as [number, number, number, number];
const next = random(seed);
const root = mkdtempSync(join(tmpdir(), "onrecord-soak-"));
const folder = join(root, "files");
const began = performance.now();
const failures: string[] = [];

interface Run {
  /** Sources reported as added or known. */
  readonly reported: readonly Id[];
  readonly done: boolean;
  /** Milliseconds from its first line to its end, and to the case's being made. */
  readonly ms: number;
  readonly madeMs: number;
}

/** Runs the adder; kills it `after` ms from its first line, or lets it end. */
async function run(dir: string, after: number | null): Promise<Run> {
  const child = spawn(process.execPath, [fileURLToPath(new URL("adder.ts", import.meta.url)), dir, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const reported: Id[] = [];
  let done = false;
  let from = performance.now();
  let madeMs = 0;
  let timer: NodeJS.Timeout | null = null;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === "ready") {
      from = performance.now();
      if (after !== null) timer = setTimeout(() => child.kill("SIGKILL"), after);
    }
    if (line === "open") madeMs = performance.now() - from;
    const [outcome, id] = line.split(" ");
    if ((outcome === "added" || outcome === "known") && id !== undefined) reported.push(id as Id);
    done ||= line === "done";
  }
  if (timer !== null) clearTimeout(timer);
  return { reported, done, ms: performance.now() - from, madeMs };
}

/** What is wrong with the case after a run. */
async function wrong(dir: string, reported: ReadonlySet<Id>, all: boolean): Promise<readonly string[]> {
  if (findCase(dir) !== dir) return reported.size > 0 || all ? ["the case is gone"] : [];
  const bench = await openCase(dir);
  try {
    const said: string[] = [];
    for (const id of reported)
      if ((await bench.source(id)) === null || (await bench.text(id)) === null) said.push(`${id} was reported and is not there`);
    const { ok, refused } = await bench.verify();
    if (!ok) said.push(...refused.map(({ id, code, message }) => `verify: ${id} ${code} ${message}`));
    let sources = 0;
    for await (const _ of bench.sources()) sources++;
    if (all && sources !== files) said.push(`${sources} sources of ${files}`);
    return said;
  } finally {
    await bench.close();
  }
}

mkdirSync(folder);
for (let at = 0; at < files; at++) writeFileSync(join(folder, `${String(at).padStart(4, "0")}.md`), document(next, at, bytes));

const whole = await run(join(root, "whole"), null);
failures.push(...(await wrong(join(root, "whole"), new Set(whole.reported), true)));

let killed = 0;
let cases = 0;
let making = 0;
let survived = 0;
while (killed < kills) {
  const dir = join(root, `case-${cases++}`);
  const reported = new Set<Id>();
  const times = Math.min(1 + Math.floor(next() * 4), kills - killed);
  for (let time = 0; time < times; time++) {
    // Making the case is a hundredth of a run: every second case's first kill falls into it.
    const after = next() * (time === 0 && cases % 2 === 0 ? whole.madeMs : whole.ms);
    const { reported: ids, done } = await run(dir, after);
    for (const id of ids) reported.add(id);
    killed++;
    if (done) survived++;
    if (findCase(dir) !== dir) making++;
    for (const each of await wrong(dir, reported, false)) failures.push(`kill ${killed} after ${Math.round(after)} ms: ${each}`);
  }
  const last = await run(dir, null);
  if (!last.done) failures.push(`case ${cases}: adding again did not end`);
  for (const id of last.reported) reported.add(id);
  for (const each of await wrong(dir, reported, true)) failures.push(`case ${cases}, completed: ${each}`);
  rmSync(dir, { recursive: true, force: true });
}
rmSync(root, { recursive: true, force: true });

const seconds = Math.round((performance.now() - began) / 100) / 10;
// `survived`: runs that had ended before the kill came; `making`: kills while the case was being made.
process.stdout.write(
  `${JSON.stringify({ soak: "kill-add", trials: killed, survived, making, cases, files, seed, failures: failures.length, seconds })}\n`,
);
for (const failure of failures.slice(0, 20)) process.stderr.write(`${failure}\n`);
process.exitCode = failures.length > 0 ? 1 : 0;
