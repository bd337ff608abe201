/** Every example that help prints works, in the order of the commands, on the shipped example case. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { commands } from "../../../src/faces/cli/commands.ts";
import { run } from "../../../src/faces/cli/run.ts";
import { cells } from "../../../src/faces/cli/wrap.ts";
import { memoryIo } from "./memory-io.ts";

const root = path.join(import.meta.dirname, "..", "..", "..");
const folder = mkdtempSync(path.join(tmpdir(), "onrecord-help-"));
symlinkSync(path.join(root, "examples"), path.join(folder, "examples"));
after(() => {
  rmSync(folder, { recursive: true, force: true });
});

for (const command of commands) {
  for (const example of command.examples) {
    test(`${example} works`, async () => {
      const io = memoryIo(folder);
      const code = await run(example.split(" ").slice(1), commands, io);
      assert.deepEqual([code, io.printed.err], [0, ""]);
      // The shipped documents are all taken, so their refusals are an empty list.
      if (example !== "onrecord refused --case my-case --json") assert.notEqual(io.printed.out, "");
      if (example.includes("--json"))
        for (const line of io.printed.out.split("\n").filter((one) => one !== ""))
          assert.doesNotThrow(() => JSON.parse(line) as unknown, line);
      else for (const line of io.printed.out.split("\n")) assert.ok(cells(line) <= 80 || /\S{60}/.test(line), line);
    });
  }
}

test("each example is in the help that prints it", async () => {
  for (const command of commands) {
    const io = memoryIo(folder, { width: 200 });
    assert.equal(await run([command.name, "--help"], commands, io), 0);
    for (const example of command.examples) assert.ok(io.printed.out.includes(`  ${example}\n`), example);
  }
});
