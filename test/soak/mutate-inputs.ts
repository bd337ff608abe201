/**
 * Damages input files N times (default 10,000, `--seed` sets the first seed) and reads each: no crash, no hang over five seconds, every
 * refusal named. Prints one line; exits 1 when one input failed. Run: node test/soak/mutate-inputs.ts [N] [--seed S]
 */
import { parseArgs } from "node:util";
import { mutant } from "../sources/mutate.ts";
import { survive } from "../sources/survive.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: "string", default: "1" } } });
const trials = Number(positionals[0] ?? "10000");
const firstSeed = Number(values.seed);
const LIMIT_MS = 5_000;

const fates = new Map<string, number>();
let failures = 0;
let slowest = { ms: 0, seed: firstSeed };
const began = performance.now();

for (let seed = firstSeed; seed < firstSeed + trials; seed += 1) {
  const input = mutant(seed);
  const start = performance.now();
  const fate = survive(input);
  const ms = performance.now() - start;
  if (ms > slowest.ms) slowest = { ms, seed };
  const name = fate.kind === "refused" ? fate.code : fate.kind;
  fates.set(name, (fates.get(name) ?? 0) + 1);
  if (fate.kind !== "failed" && ms <= LIMIT_MS) continue;
  failures += 1;
  if (failures <= 10)
    console.error(
      `seed ${seed} (${input.name ?? "no name"}, ${input.bytes.length} bytes, ${ms.toFixed(0)} ms): ${fate.kind === "failed" ? fate.why : "too slow"}`,
    );
}

const seconds = (performance.now() - began) / 1000;
const counts = [...fates].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => `${name} ${count}`);
console.log(
  `mutate-inputs: ${trials} trials, ${failures} failures, slowest ${slowest.ms.toFixed(0)} ms (seed ${slowest.seed}), ${seconds.toFixed(1)} s; ${counts.join(", ")}`,
);
if (failures > 0) process.exitCode = 1;
