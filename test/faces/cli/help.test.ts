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

/** The lines of a command's `--json` in the example case. */
async function listed(command: string): Promise<readonly Record<string, string>[]> {
  const io = memoryIo(folder);
  await run([command, "--case", "my-case", "--json"], commands, io);
  return io.printed.out.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as Record<string, string>); // prettier-ignore
}

/** What a reader puts in the place of a word in capitals: the id of something in the case, or a word of its first source. */
const stands: Readonly<Record<string, () => Promise<string>>> = {
  CLAIM: async () => (await listed("claims"))[0]?.id ?? "",
  OTHER: async () => (await listed("claims"))[3]?.id ?? "",
  QUESTION: async () => (await listed("questions"))[0]?.id ?? "",
  PLEDGE: async () => (await listed("pledges"))[0]?.id ?? "",
  RIVAL: async () => (await listed("rivals"))[0]?.id ?? "",
  SOURCE: async () => (await listed("claims"))[0]?.source ?? "",
  WORD: async () => (await listed("claims"))[0]?.quote ?? "",
  async STATEMENT() {
    const io = memoryIo(folder);
    await run(["note", "passing", "--case", "my-case", "--json"], commands, io);
    return (JSON.parse(io.printed.out) as { statement: string }).statement;
  },
};

for (const command of commands) {
  for (const example of command.examples) {
    test(`${example} works`, async () => {
      // Whoever is asked anything quits.
      const io = memoryIo(folder, { attended: true, key: () => Promise.resolve("q") });
      const words: string[] = [];
      for (const word of example.split(" ").slice(1)) words.push((await stands[word]?.()) ?? word);
      const code = await run(words, commands, io);
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
