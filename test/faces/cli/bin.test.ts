/** bin/onrecord as a process: old and new Node, standard input, signals, exit codes, closed pipes. */
import assert from "node:assert/strict";
import type { SpawnSyncReturns } from "node:child_process";
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";

const root = path.join(import.meta.dirname, "..", "..", "..");
const bin = path.join(root, "bin", "onrecord");
const scratch = mkdtempSync(path.join(tmpdir(), "onrecord-bin-"));
after(() => {
  rmSync(scratch, { recursive: true, force: true });
});

/** A Node on the path that is older than the program needs; null where there is none, as on a machine set up for this version. */
function oldNode(): string | null {
  const candidates = (process.env.PATH ?? "").split(path.delimiter).map((dir) => path.join(dir, "node"));
  for (const candidate of ["/usr/bin/node", "/usr/local/bin/node", ...candidates]) {
    if (!existsSync(candidate)) continue;
    const version = spawnSync(candidate, ["--version"], { encoding: "utf8" }).stdout;
    if (/^v\d+/.test(version) && Number(version.slice(1).split(".")[0]) < 24) return candidate;
  }
  return null;
}

const old = oldNode();
const NODES: readonly (readonly [name: string, node: string])[] = [
  ["this Node", process.execPath],
  ...(old === null ? [] : [["an old Node", old] as const]),
];

const plain = { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined, NODE_OPTIONS: undefined };

function start(node: string, args: readonly string[], input: string | Uint8Array = ""): SpawnSyncReturns<string> {
  return spawnSync(node, [bin, ...args], { encoding: "utf8", cwd: root, env: plain, input, timeout: 20_000 });
}

for (const [name, node] of NODES) {
  test(`${name}: exit codes and streams come through`, () => {
    const version = start(node, ["--version"]);
    assert.deepEqual([version.status, version.stderr], [0, ""]);
    assert.match(version.stdout, /^\d+\.\d+\.\d+\n$/);
    const wrong = start(node, ["figurs"]);
    assert.deepEqual([wrong.status, wrong.stdout], [2, ""]);
    assert.match(wrong.stderr, /unknown command 'figurs'\n\(Did you mean figures\?\)/);
    assert.equal(start(node, ["read", "no such file.txt"]).status, 3);
  });

  test(`${name}: standard input comes through`, () => {
    const read = start(node, ["read", "-", "--json"], "Officials in Kaltan said 12 people were injured on 4 March 2031.\n");
    assert.equal(read.status, 0, read.stderr);
    assert.match(read.stdout, /^\{.*"min":12,.*\}$/m);
  });

  test(`${name}: a signal ends it as a signal`, async () => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      const child = spawn(node, [bin, "read", "-"], { cwd: root, env: plain, stdio: ["pipe", "pipe", "pipe"] });
      const ended = new Promise<string | number | null>((resolve) => child.on("exit", (code, by) => { resolve(by ?? code); })); // prettier-ignore
      // It waits for input that does not come; long enough that the inner process is up.
      await new Promise((resolve) => setTimeout(resolve, 700));
      child.kill(signal);
      assert.equal(await ended, signal);
    }
  });
}

test(
  "an old Node with no newer one beside it is told what to install",
  { skip: old === null ? "no old Node on this machine" : false },
  () => {
    const lonely = path.join(scratch, "lonely");
    mkdirSync(path.join(lonely, "bin"), { recursive: true });
    copyFileSync(bin, path.join(lonely, "bin", "onrecord"));
    const answer = spawnSync(old ?? "", [path.join(lonely, "bin", "onrecord"), "--version"], { encoding: "utf8" });
    assert.equal(answer.status, 2);
    assert.match(answer.stderr, /needs Node 24\.7 or newer; this is Node \d+\.[\d.]+\.\nIn a clone run: {2}npm ci/);
  },
);

test("a broken installation is one sentence, not a stack", () => {
  const broken = path.join(scratch, "broken");
  mkdirSync(path.join(broken, "bin"), { recursive: true });
  copyFileSync(bin, path.join(broken, "bin", "onrecord"));
  writeFileSync(path.join(broken, "bin", "package.json"), '{"type":"commonjs"}');
  const answer = spawnSync(process.execPath, [path.join(broken, "bin", "onrecord"), "--version"], { encoding: "utf8", env: plain });
  assert.equal(answer.status, 70);
  assert.match(answer.stderr, /^onrecord could not start: /);
  assert.doesNotMatch(answer.stderr, /\n\s+at /);
});

test("whoever reads may go away", () => {
  const document = Array.from({ length: 200 }, (_unused, day) => `Officials said ${day + 20} people were injured in Kaltan.`).join("\n");
  const file = path.join(scratch, "long.txt");
  writeFileSync(file, document);
  const shell = spawnSync("sh", ["-c", `"$NODE" "$BIN" read --json "$FILE" | head -n 1; "$NODE" "$BIN" --help | head -n 1`], {
    encoding: "utf8",
    cwd: root,
    env: { ...plain, NODE: process.execPath, BIN: bin, FILE: file },
    timeout: 60_000,
  });
  assert.equal(shell.stderr, "");
  assert.equal(shell.stdout.split("\n").length, 3);
});

test("help and errors of usage load no reader, store or library that only some commands need", () => {
  const script = `
    const { registerHooks } = await import("node:module");
    const loaded = [];
    registerHooks({ resolve: (specifier, context, next) => { const found = next(specifier, context); loaded.push(found.url); return found; } });
    process.argv = [process.argv[0], "onrecord", ...JSON.parse(process.env.ARGS)];
    await import(process.env.ENTRY);
    process.stderr.write(JSON.stringify(loaded));`;
  for (const args of [["--help"], ["figures", "--help"], ["show", "--no-such-option"]]) {
    const entry = pathToFileURL(path.join(root, "src", "faces", "cli", "main.ts")).href;
    const env = { ...plain, ARGS: JSON.stringify(args), ENTRY: entry };
    const answer = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8", env, cwd: root });
    const loaded = JSON.parse(answer.stderr.slice(answer.stderr.lastIndexOf("["))) as readonly string[];
    assert.ok(loaded.some((url) => url.endsWith("/commands.ts")));
    const heavy = loaded.filter((url) => /wink|sqlite|linkedom|string-width|cli-progress|csv-parse|\/workbench|\/pages\//.test(url));
    assert.deepEqual(heavy, [], args.join(" "));
  }
});
