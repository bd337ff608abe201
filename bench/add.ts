/**
 * Adding and reading documents, against bare reading of the same texts in the same run: `node bench/add.ts --documents 200 --bytes 5000 --runs 3`.
 * Prints one line of JSON: documents a second (median of the runs), the time in units of bare reading, peak memory of the process that adds.
 * With --strict it exits 1 when a target is missed. Documents are made up and no two are alike. Each run is a process of its own, so that neither side warms the
 * other and the memory is that of adding alone; loading the program and its models is not in the rates.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { initCase, openCase, readLoose } from "../src/workbench.ts";
import { document, random } from "../test/soak/texts.ts";

const TARGET = { perSecond: 100, megabytes: 400 };

const { values } = parseArgs({
  options: {
    documents: { type: "string", default: "200" },
    bytes: { type: "string", default: "5000" },
    runs: { type: "string", default: "3" },
    seed: { type: "string", default: "1" },
    side: { type: "string", default: "both" },
    strict: { type: "boolean", default: false },
  },
});
const [documents, bytes, runs, seed] = [values.documents, values.bytes, values.runs, values.seed].map(Number) as [
  number,
  number,
  number,
  number,
];
const overrides = { published: null, url: null, outlet: null, language: null };

interface Side {
  readonly ms: number;
  readonly cpuMs: number;
  readonly coldMs: number;
  readonly claims: number;
  readonly megabytes: number;
}

/** The texts of a run. The one before them is read first, to load models and compile: a program pays for that once, whatever it adds. */
function texts(): { readonly first: string; readonly rest: readonly string[] } {
  const next = random(seed);
  return { first: document(next, 0, bytes), rest: Array.from({ length: documents }, (_, at) => document(next, at + 1, bytes)) };
}

async function measured(work: () => Promise<number> | number, first: string): Promise<Side> {
  const cold = performance.now();
  readLoose(Buffer.from(first), "first.md", overrides);
  const from = performance.now();
  const before = process.cpuUsage();
  const claims = await work();
  const used = process.cpuUsage(before);
  return {
    ms: performance.now() - from,
    cpuMs: (used.user + used.system) / 1000,
    coldMs: from - cold,
    claims,
    megabytes: process.resourceUsage().maxRSS / 1024,
  };
}

function bare(): Promise<Side> {
  const { first, rest } = texts();
  return measured(() => rest.reduce((sum, text) => sum + readLoose(Buffer.from(text), "bare.md", overrides).claims.length, 0), first);
}

async function adding(): Promise<Side> {
  const root = mkdtempSync(join(tmpdir(), "onrecord-bench-"));
  try {
    const { first, rest } = texts();
    const folder = join(root, "files");
    mkdirSync(folder);
    const inputs = rest.map((text, at) => {
      const input = { path: join(folder, `${at}.md`), name: `${at}.md`, overrides };
      writeFileSync(input.path, text);
      return input;
    });
    await initCase(join(root, "case"), { zone: "Asia/Almaty", languages: ["en"] });
    const bench = await openCase(join(root, "case"));
    const side = await measured(async () => {
      const { added, claims, refusals } = await bench.add(inputs, {}, () => undefined);
      // Reading nothing is fast: a reader that stopped must not pass for a quick one.
      if (added !== documents || refusals > 0 || claims < documents)
        throw new Error(`${added} added, ${claims} claims, ${refusals} refusals`);
      return claims;
    }, first);
    await bench.close();
    return side;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function inChild(side: "bare" | "adding", run: number): Side {
  const args = ["--side", side, "--documents", `${documents}`, "--bytes", `${bytes}`, "--seed", `${seed + run}`];
  return JSON.parse(execFileSync(process.execPath, [fileURLToPath(import.meta.url), ...args], { encoding: "utf8" })) as Side;
}

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const rounded = (value: number): number => Math.round(value * 100) / 100;

if (values.side === "bare") process.stdout.write(JSON.stringify(await bare()));
else if (values.side === "adding") process.stdout.write(JSON.stringify(await adding()));
else {
  const sides = Array.from({ length: runs }, (_, run) => ({ bare: inChild("bare", run), adding: inChild("adding", run) }));
  const result = {
    bench: "add",
    documents,
    bytes,
    claims: sides[0]?.adding.claims ?? 0,
    perSecond: rounded(median(sides.map(({ adding: { ms } }) => (documents / ms) * 1000))),
    /** By processor time: what one core would do if it did nothing else. */
    perCpuSecond: rounded(median(sides.map(({ adding: { cpuMs } }) => (documents / cpuMs) * 1000))),
    timesBare: rounded(median(sides.map((side) => side.adding.cpuMs / side.bare.cpuMs))),
    coldMs: Math.round(median(sides.map(({ adding: { coldMs } }) => coldMs))),
    peakMegabytes: Math.round(Math.max(...sides.map(({ adding: { megabytes } }) => megabytes))),
    bareMegabytes: Math.round(Math.max(...sides.map((side) => side.bare.megabytes))),
    cores: availableParallelism(),
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
  // How fast a machine is is no fault of the code: a missed target is printed, and fails only when it is asked for.
  if (values.strict && (result.perSecond < TARGET.perSecond || result.peakMegabytes >= TARGET.megabytes)) process.exitCode = 1;
}
