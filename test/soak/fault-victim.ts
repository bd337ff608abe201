/** What the fault soaks strike: loads the command line, says that it is ready, waits for a byte, and runs one command as `bin/onrecord` would. */
import { readSync, writeSync } from "node:fs";
import { registerHooks } from "node:module";
import Database from "better-sqlite3-multiple-ciphers";

const [warm, ...argv] = process.argv.slice(2);
const reads = warm === "reading";
// What reads documents is most of what there is to load, and thousands of commands that read none would wait for it.
if (!reads) {
  registerHooks({
    resolve(specifier, context, next) {
      if (!/\/reading\/(rules|mentions)\.ts$/.test(specifier)) return next(specifier, context);
      return { url: "data:text/javascript,export const rules = null, mentionsOf = null;", shortCircuit: true };
    },
  });
}
const { commands } = await import("../../src/faces/cli/commands.ts");
const { processIo } = await import("../../src/faces/cli/io.ts");
const { run } = await import("../../src/faces/cli/run.ts");
const { readLoose } = await import("../../src/workbench.ts");

// Models and parsers that are loaded on first use are no files of the case either.
const overrides = { published: null, url: null, outlet: null, language: null };
const paper = "---\ntitle: Report\n---\n\nTwo people were hurt in Tasqala, the hospital said.\n";
if (reads) readLoose(Buffer.from(paper), "warm.md", overrides);
new Database(":memory:").close();
writeSync(1, "ready\n");
readSync(0, Buffer.alloc(1));
process.exitCode = await run(argv, commands, processIo());
