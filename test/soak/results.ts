/**
 * What the soaks found, kept in RESULTS.md beside them: a soak that is run with `--record` puts its line there in place of its last one. What it
 * prints is the same line as JSON.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { fileURLToPath } from "node:url";

const FILE = fileURLToPath(new URL("RESULTS.md", import.meta.url));

const HEAD = `# Results of the soaks

Written by the soaks themselves when they are run with \`--record\` (\`npm run soak\` does): one line each, its last full run. Seconds are those of one machine, with other work on it: the load is how many processes wanted its processors at the end.

| soak | day | command | trials | failures | seconds | machine | what was met |
|---|---|---|---|---|---|---|---|
`;

export interface Result {
  readonly soak: string;
  readonly trials: number;
  readonly failures: number;
  readonly seconds: number;
  /** Numbers of what was met, by name. */
  readonly met: Readonly<Record<string, number | string>>;
}

/** Prints the result, keeps it when asked to, and sets the exit code. */
export function finish(result: Result): void {
  process.stdout.write(`${JSON.stringify(result)}\n`);
  if (process.argv.includes("--record")) record(result);
  if (result.failures > 0) process.exitCode = 1;
}

function record({ soak, trials, failures, seconds, met }: Result): void {
  const before = existsSync(FILE) ? readFileSync(FILE, "utf8").split("\n") : [];
  const others = before.filter((line) => line.startsWith("| ") && !line.startsWith("| soak |") && !line.startsWith(`| ${soak} |`));
  const number = (value: number | string): string => value.toLocaleString("en");
  const script = (process.argv[1] ?? "").replace(/^.*\/test\/soak\//, "test/soak/");
  const command = ["node", script, ...process.argv.slice(2).filter((one) => one !== "--record")].join(" ");
  const details = Object.entries(met).map(([name, value]) => `${name} ${number(value)}`); // prettier-ignore
  const machine = `${availableParallelism()} cores, ${process.platform}, Node ${process.versions.node.replace(/\.\d+$/, "")}, load ${Math.round(loadavg()[0] ?? 0)}`;
  const cells = [soak, new Date().toISOString().slice(0, 10), `\`${command}\``, number(trials), number(failures), number(Math.round(seconds)), machine, details.join(", ")]; // prettier-ignore
  writeFileSync(FILE, `${HEAD}${[...others, `| ${cells.join(" | ")} |`].sort().join("\n")}\n`);
}
