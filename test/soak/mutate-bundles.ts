/**
 * Damages a good bundle N times (default 10,000, `--seed` sets the first seed) and unpacks each: none is taken, nothing but a named refusal comes out.
 * Prints one line; exits 1 when one was taken. Run: node test/soak/mutate-bundles.ts [N] [--seed S]
 */
import { parseArgs } from "node:util";
import type { Id } from "../../src/model/ids.ts";
import { fateOf, mutated } from "../exchange/mutate.ts";
import { files } from "../exchange/vectors.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: "string", default: "1" } } });
const trials = Number(positionals[0] ?? "10000");
const firstSeed = Number(values.seed);
const { case: caseId, bundles } = files["bundle-good.json"];
const whole = Buffer.from(bundles[0]?.bytes ?? "", "base64");
const codes = new Map<string, number>();
let same = 0;
let taken = 0;
const began = performance.now();
for (let seed = firstSeed; seed < firstSeed + trials; seed++) {
  const bytes = mutated(whole, seed);
  // Two changes may undo each other.
  if (bytes.equals(whole)) {
    same++;
    continue;
  }
  const code = await fateOf(bytes, caseId as Id);
  codes.set(code ?? "taken", (codes.get(code ?? "taken") ?? 0) + 1);
  if (code !== null) continue;
  taken++;
  console.error(`seed ${seed} was taken`);
}
const counts = [...codes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, count]) => `${code} ${count}`);
const seconds = ((performance.now() - began) / 1000).toFixed(1);
console.log(`mutate-bundles: ${trials} trials, ${same} unchanged, ${taken} taken, ${seconds} s; ${counts.join(", ")}`);
if (taken > 0) process.exitCode = 1;
