/**
 * Reading alone, against bare annotation by wink-nlp (every annotator, tags taken out) of the same texts in the same run: `node bench/read.ts`.
 * With --linear also one text of growing length. Prints lines of JSON: documents a second, and bare annotation's processor time as a share of ours.
 * The two sides take turns, some documents each, so that a machine whose speed varies slows both; ratios are medians over those turns. Each run is a
 * process of its own. The first documents only warm it up: loading models and compiling is paid once by a program, whatever it reads.
 * With --strict it exits 1 when a target is missed.
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import model from "wink-eng-lite-web-model";
import type { ItsFunction } from "wink-nlp";
import winkNLP from "wink-nlp";
import { readLoose } from "../src/workbench.ts";
import { document, random } from "../test/soak/texts.ts";

/** `longer`: a character of the longest text may cost so many times what one of the shortest costs. */
const TARGET = { perSecond: 200, share: 0.4, longer: 1.5 };
const WARM_UP = 200; // documents
const TURN = 10; // documents
const LENGTHS = [50_000, 500_000, 5_000_000]; // characters

const { values } = parseArgs({
  options: {
    documents: { type: "string", default: "200" },
    bytes: { type: "string", default: "4600" },
    runs: { type: "string", default: "3" },
    seed: { type: "string", default: "1" },
    linear: { type: "boolean", default: false },
    strict: { type: "boolean", default: false },
    side: { type: "string" },
  },
});
const [documents, bytes, runs, seed] = [values.documents, values.bytes, values.runs, values.seed].map(Number) as [
  number,
  number,
  number,
  number,
];

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Wall and processor time of the work, ms. */
function timed(work: () => void): { readonly ms: number; readonly cpuMs: number } {
  const [from, before] = [performance.now(), process.cpuUsage()];
  work();
  const used = process.cpuUsage(before);
  return { ms: performance.now() - from, cpuMs: (used.user + used.system) / 1000 };
}

const overrides = { published: null, url: null, outlet: null, language: null };

function claimsOf(text: string): number {
  const { claims } = readLoose(Buffer.from(text), "text.md", overrides);
  // Reading nothing is fast: a reader that stopped must not pass for a quick one.
  if (claims.length === 0) throw new Error("a text of claims was read as one without");
  return claims.length;
}

const nlp = winkNLP(model);
/** Wink declares it as a method; it is a value that it is handed. */
const { pos } = nlp.its as unknown as Readonly<Record<"pos", ItsFunction<string>>>;

interface Turns {
  /** Of our reading, ms. */
  readonly ms: number;
  readonly cpuMs: number;
  readonly claims: number;
  /** Bare annotation's processor time by ours, a turn each. */
  readonly shares: readonly number[];
}

function turns(): Turns {
  const next = random(seed);
  const texts = Array.from({ length: WARM_UP + documents }, (_, at) => document(next, at, bytes));
  const annotate = (text: string): void => {
    nlp.readDoc(text).tokens().out<string>(pos);
  };
  for (const text of texts.slice(0, WARM_UP)) {
    annotate(text);
    claimsOf(text);
  }
  let [ms, cpuMs, claims] = [0, 0, 0];
  const shares: number[] = [];
  for (let at = WARM_UP; at < texts.length; at += TURN) {
    const own = texts.slice(at, at + TURN);
    const bare = timed(() => {
      own.forEach(annotate);
    });
    const ours = timed(() => (claims += own.reduce((sum, text) => sum + claimsOf(text), 0)));
    ms += ours.ms;
    cpuMs += ours.cpuMs;
    shares.push(bare.cpuMs / ours.cpuMs);
  }
  return { ms, cpuMs, claims, shares };
}

/** One text of each length: processor time for each 1,000 characters, and the most memory that the process had until then. */
function lengths(): readonly { readonly characters: number; readonly cpuMsPerThousand: number; readonly peakMegabytes: number }[] {
  const next = random(seed);
  for (let at = 0; at < WARM_UP; at += 1) claimsOf(document(next, at, bytes));
  return LENGTHS.map((length) => {
    const text = document(next, 0, length);
    const { cpuMs } = timed(() => claimsOf(text));
    return {
      characters: text.length,
      cpuMsPerThousand: rounded((cpuMs / text.length) * 1000),
      peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    };
  });
}

function inChild(side: "turns" | "lengths", run: number): unknown {
  const args = ["--side", side, "--documents", `${documents}`, "--bytes", `${bytes}`, "--seed", `${seed + run}`];
  return JSON.parse(execFileSync(process.execPath, [fileURLToPath(import.meta.url), ...args], { encoding: "utf8" }));
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

if (values.side === "turns") print(turns());
else if (values.side === "lengths") print(lengths());
else {
  const sides = Array.from({ length: runs }, (_, run) => inChild("turns", run) as Turns);
  const result = {
    bench: "read",
    documents,
    bytes,
    claims: sides[0]?.claims ?? 0,
    perSecond: rounded(median(sides.map(({ ms }) => (documents / ms) * 1000))),
    /** By processor time: what one core would do if it did nothing else. */
    perCpuSecond: rounded(median(sides.map(({ cpuMs }) => (documents / cpuMs) * 1000))),
    shareOfBare: rounded(median(sides.flatMap(({ shares }) => shares))),
  };
  print(result);
  let missed = result.perCpuSecond < TARGET.perSecond || result.shareOfBare < TARGET.share;
  if (values.linear) {
    const [short, ...longer] = inChild("lengths", 0) as ReturnType<typeof lengths>;
    const cost = (of: { readonly cpuMsPerThousand: number } | undefined): number => of?.cpuMsPerThousand ?? 0;
    const timesShort = rounded(cost(longer.at(-1)) / cost(short));
    print({ bench: "read-linear", lengths: [short, ...longer], timesShort });
    missed ||= timesShort > TARGET.longer;
  }
  if (values.strict && missed) process.exitCode = 1;
}
