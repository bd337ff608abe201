/** The JSON contract over the shipped example: every line of every command passes its validator, and every quote is the text at its place. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { commands } from "../../src/faces/cli/commands.ts";
import { run } from "../../src/faces/cli/run.ts";
import type { Check } from "../../src/model/check.ts";
import { faultsOf } from "../../src/model/check.ts";
import type { Claim } from "../../src/model/claim.ts";
import { claimCheck, quoteHolds } from "../../src/model/claim.ts";
import {
  conflictCheck,
  findingCheck,
  personCheck,
  pledgeCheck,
  questionCheck,
  refusedCheck,
  rivalCheck,
  signedCheck,
  sourceRowCheck,
  tallyCheck,
  timelineCheck,
  verifyCheck,
} from "../../src/model/rows.ts";
import { openCase } from "../../src/workbench.ts";
import { memoryIo } from "../faces/cli/memory-io.ts";

const documents = path.join(import.meta.dirname, "..", "..", "examples", "qantar-2022", "documents");
const folder = mkdtempSync(path.join(tmpdir(), "onrecord-contract-"));
after(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function lines(...argv: readonly string[]): Promise<readonly unknown[]> {
  const io = memoryIo(folder, {});
  const code = await run([...argv], commands, io);
  assert.equal(code, 0, `${argv.join(" ")}: ${io.printed.err}`);
  return io.printed.out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as unknown);
}

before(async () => {
  assert.equal(await run(["init", "case", "--zone", "Asia/Almaty"], commands, memoryIo(folder, {})), 0);
  assert.equal(await run(["add", "--case", "case", documents], commands, memoryIo(folder, {})), 0);
});

/** A command, the least number of lines that the example gives, and the validator of a line. */
const table: readonly (readonly [command: string, least: number, check: Check<unknown>])[] = [
  ["claims", 150, claimCheck],
  ["sources", 22, sourceRowCheck],
  ["figures", 20, tallyCheck],
  ["timeline", 10, timelineCheck],
  ["people", 10, personCheck],
  ["questions", 5, questionCheck],
  ["pledges", 3, pledgeCheck],
  ["rivals", 1, rivalCheck],
  ["findings", 0, findingCheck],
  ["signed", 0, signedCheck],
  ["conflicts", 0, conflictCheck],
  ["refused", 0, refusedCheck],
  ["verify", 1, verifyCheck],
];

for (const [command, least, check] of table) {
  test(`${command} --json: each line is one value of the contract`, async () => {
    const rows = await lines(command, "--case", "case", "--json");
    assert.ok(rows.length >= least, `${rows.length} lines, at least ${least} expected`);
    for (const row of rows) assert.deepEqual(faultsOf(check, row), [], JSON.stringify(row));
  });
}

test("a fault in a line is caught: the validators are not empty", async () => {
  const [first] = await lines("claims", "--case", "case", "--json");
  assert.notDeepEqual(faultsOf(claimCheck, { ...(first as object), certainty: "sure" }), []);
  assert.notDeepEqual(faultsOf(claimCheck, { ...(first as object), extra: 1 }), []);
});

test("every quote is the text at its place, every part points at an earlier claim of its document", async () => {
  const workbench = await openCase(path.join(folder, "case"));
  const texts = new Map<string, string>();
  const seen = new Set<string>();
  for (const row of await lines("claims", "--case", "case", "--json")) {
    const claim = row as Claim;
    if (!texts.has(claim.source)) texts.set(claim.source, (await workbench.text(claim.source)) ?? "");
    assert.ok(quoteHolds(claim, texts.get(claim.source) as string), claim.quote);
    if (claim.figure?.partOf != null)
      assert.ok(seen.has(`${claim.source} ${claim.figure.partOf}`), `the whole of “${claim.quote}” stands before it`);
    seen.add(`${claim.source} ${claim.id}`);
  }
  await workbench.close();
});

test("loose files: read and mentions print the contract's lines without a case", async () => {
  const file = path.join(documents, "2022-01-15-en-steppe-wire.md");
  const claims = await lines("read", "--json", file);
  assert.ok(claims.length >= 10);
  for (const claim of claims) assert.deepEqual(faultsOf(claimCheck, claim), []);
  const layers = new Set((await lines("mentions", "--json", file)).map((mention) => (mention as { layer: string }).layer));
  assert.deepEqual([...layers].sort(), ["cue", "name", "place", "quantity", "time"]);
});
