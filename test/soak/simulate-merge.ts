/**
 * Many worlds of devices that merge: `node test/soak/simulate-merge.ts --seeds 5000 [--from 1]`. Prints one line of JSON; a seed that fails is named
 * with why and makes the exit code 1. Put its number into test/log/simulation.test.ts, so that it is never met again.
 */
import { parseArgs } from "node:util";
import type { Run } from "./simulation.ts";
import { simulate } from "./simulation.ts";

const { values } = parseArgs({ options: { seeds: { type: "string", default: "5000" }, from: { type: "string", default: "1" } } });
const [seeds, from] = [Number(values.seeds), Number(values.from)];

const began = performance.now();
const runs: Run[] = [];
const failed: number[] = [];
for (let seed = from; seed < from + seeds; seed++) {
  try {
    runs.push(await simulate(seed));
  } catch (error) {
    failed.push(seed);
    process.stderr.write(`seed ${seed}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  }
}
const sum = (of: (run: Run) => number): number => runs.reduce((total, run) => total + of(run), 0);
const report = {
  ...{ seeds, from, failed, seconds: Math.round((performance.now() - began) / 1000), statements: sum((run) => run.statements) },
  ...{ counted: sum((run) => run.counted), setAside: sum((run) => run.setAside), forged: sum((run) => run.forged) },
  ...{ forks: sum((run) => run.forks), removals: sum((run) => run.removals), suspended: sum((run) => run.suspended) },
};
process.stdout.write(`${JSON.stringify(report)}\n`);
process.exit(failed.length === 0 ? 0 : 1);
