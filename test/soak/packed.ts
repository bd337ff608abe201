/**
 * The package as strangers get it: packs it, installs the tarball in an empty folder and runs `npx onrecord` there.
 * What the clone prints for the example case, the package must print too: data files that the build left behind show here.
 * Prints one line; exits 1 when something does not hold. Needs npm and a registry or a filled npm cache. Run: node test/soak/packed.ts
 */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.join(import.meta.dirname, "..", "..");
const folder = mkdtempSync(path.join(tmpdir(), "onrecord-packed-"));
const env = { ...process.env, NO_COLOR: "1", npm_config_audit: "false", npm_config_fund: "false", npm_config_update_notifier: "false" };
const began = performance.now();

function npm(args: readonly string[], cwd: string): string {
  return execFileSync("npm", args, { cwd, env, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], maxBuffer: 64 * 1024 * 1024 });
}

/** Names of the data files below a folder. */
function dataFiles(below: string): readonly string[] {
  return readdirSync(below, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json")).sort(); // prettier-ignore
}

try {
  npm(["pack", "--silent", "--pack-destination", folder], root);
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  assert.ok(tarball !== undefined, "npm pack made a tarball");
  writeFileSync(path.join(folder, "package.json"), '{"name":"stranger","version":"1.0.0","private":true}');
  npm(["install", "--silent", "--no-save", `./${tarball}`], folder);
  const installed = path.join(folder, "node_modules", "onrecord");
  const [packedData, ownData] = [dataFiles(path.join(installed, "dist")), dataFiles(path.join(root, "src"))];
  // What nothing imports, the build leaves behind; what is only in the package was left over from an older build.
  const strays = [...ownData.filter((name) => !packedData.includes(name)), ...packedData.filter((name) => !ownData.includes(name))];
  assert.deepEqual(strays, [], "data files that are only in src or only in the package");

  const help = spawnSync("npx", ["--no-install", "onrecord", "--help"], { cwd: folder, env, encoding: "utf8" });
  assert.equal(help.status, 0, help.stderr);
  assert.match(help.stdout, /Examples:\n {2}npx onrecord example/);

  const packed = spawnSync("npx", ["--no-install", "onrecord", "example"], {
    cwd: folder,
    env,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const cloned = spawnSync(process.execPath, [path.join(root, "bin", "onrecord"), "example"], {
    cwd: tmpdir(),
    env,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  assert.equal(packed.status, 0, packed.stderr);
  assert.equal(cloned.status, 0, cloned.stderr);
  assert.equal(
    packed.stdout.replaceAll("npx onrecord", "onrecord").replace(/\s+/g, " "),
    cloned.stdout.replace(/\s+/g, " "),
    "the package prints what the clone prints",
  );

  const wrong = spawnSync("npx", ["--no-install", "onrecord", "figurs"], { cwd: folder, env, encoding: "utf8" });
  assert.equal(wrong.status, 2);
  console.log(
    `packed: ${tarball} installs and runs, ${packed.stdout.split("\n").length} lines of the example equal, ${((performance.now() - began) / 1000).toFixed(0)} s`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
