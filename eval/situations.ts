/**
 * Scores the ledger against situations/ (situations/GUIDE.md):
 *   npm run eval:situations               precision and recall of each rule, and every fault
 *   npm run eval:situations -- --write    makes situations/SCORES.md anew
 *   npm run eval:situations -- --check    exit 1 when a rule is below 0.9 in either
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { folded, talliesOf } from "./ledger/fold.ts";
import { impliedIn } from "./ledger/implied.ts";
import type { Mark } from "./ledger/judge.ts";
import { judge } from "./ledger/judge.ts";
import { situationsIn } from "./ledger/situation.ts";

const folder = join(import.meta.dirname, "situations");
const plainKinds = ["tallies", "statuses", "origins", "remainder", "implied"];

const share = (part: number, of: number): string => (of === 0 ? "-" : (part / of).toFixed(3));

/** A row a rule; below them what is right or wrong as a whole. */
function tables(marks: readonly Mark[], negatives: ReadonlyMap<string, number>): string {
  const count = (kind: string, outcome: Mark["outcome"]): number =>
    marks.filter((mark) => mark.kind === kind && mark.outcome === outcome).length;
  const rules = [...new Set(marks.map(({ kind }) => kind))].filter((kind) => !plainKinds.includes(kind)).sort();
  const rows = rules.map((rule) => {
    const [right, missed, extra] = [count(rule, "right"), count(rule, "missed"), count(rule, "extra")];
    return `| ${rule} | ${right + missed} | ${negatives.get(rule) ?? 0} | ${right} | ${missed} | ${extra} | ${share(right, right + extra)} | ${share(right, right + missed)} |`;
  });
  const plain = plainKinds.map((kind) => {
    const [right, wrong] = [count(kind, "right"), count(kind, "wrong")];
    return `| ${kind} | ${right + wrong} | ${right} | ${share(right, right + wrong)} |`;
  });
  return [
    "| rule | expected | near misses | found | missed | extra | precision | recall |",
    "|:-----|-----:|-----:|-----:|-----:|-----:|-----:|-----:|",
    ...rows,
    "",
    "| what else | expected | right | share |",
    "|:-----|-----:|-----:|-----:|",
    ...plain,
  ].join("\n");
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { write: { type: "boolean", default: false }, check: { type: "boolean", default: false } } });
  const situations = situationsIn(folder);
  const marks: Mark[] = [];
  const negatives = new Map<string, number>();
  for (const situation of situations) {
    if (situation.expect.length === 0) negatives.set(situation.rule, (negatives.get(situation.rule) ?? 0) + 1);
    const tallies = await talliesOf(situation.entries);
    const implied =
      situation.implied === undefined ? new Map<string, string>() : await impliedIn(await folded(situation.entries), situation.names);
    marks.push(...judge(situation, tallies, implied));
  }
  const table = tables(marks, negatives);
  console.log(`${String(situations.length)} situations\n\n${table}\n`);
  const faults = marks.filter(({ outcome }) => outcome !== "right");
  for (const { kind, outcome, situation, says } of faults) console.log(`${outcome} ${kind} · ${situation} · ${says}`);
  if (values.write) {
    const head = `# Scores of the ledger on our own situations\n\nMade by \`npm run eval:situations -- --write\`: ${String(situations.length)} situations. What the rows mean: [the guide](GUIDE.md).`;
    writeFileSync(join(folder, "SCORES.md"), `${head}\n\n${table}\n`);
  }
  if (!values.check) return 0;
  const low = [...new Set(faults.map(({ kind }) => kind))].filter((kind) => {
    const own = marks.filter((mark) => mark.kind === kind);
    const right = own.filter(({ outcome }) => outcome === "right").length;
    const [extra, lost] = [own.filter(({ outcome }) => outcome === "extra").length, own.length - right];
    return right / Math.max(1, right + extra) < 0.9 || right / Math.max(1, right + lost - extra) < 0.9;
  });
  for (const kind of low) console.error(`below 0.9: ${kind}`);
  return low.length === 0 ? 0 : 1;
}

process.exitCode = await main();
