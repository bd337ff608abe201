/** Reviewing with single keys, by a person who is played by a list of them. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { commands } from "../../../src/faces/cli/commands.ts";
import { run } from "../../../src/faces/cli/run.ts";
import { memoryIo } from "./memory-io.ts";

const folder = mkdtempSync(path.join(tmpdir(), "onrecord-review-"));
after(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a line; `keys` and `lines` are what a person presses and types, and then they are gone. */
async function type(line: string, keys: string | null = null, lines: readonly string[] = []): Promise<Answer> {
  const [pressed, typed] = [[...(keys ?? "").split("")], [...lines]];
  const io = memoryIo(folder, {
    attended: keys !== null,
    key: () => Promise.resolve(pressed.shift() ?? null),
    line: () => Promise.resolve(typed.shift() ?? null),
  });
  const code = await run(line.split(" "), commands, io);
  return { code, ...io.printed };
}

type Row = Readonly<Record<string, unknown>>;
const rows = (out: string): readonly Row[] => out.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as Row); // prettier-ignore
const reviews = async (): Promise<readonly unknown[]> => {
  const states: unknown[] = [];
  for (const state of ["unreviewed", "accepted", "corrected", "rejected", "disputed"])
    states.push(rows((await type(`claims --case case --json --review ${state}`)).out).length);
  return states;
};

let total = 0;
before(async () => {
  writeFileSync(
    path.join(folder, "one.txt"),
    "Officials in Kaltan said on 5 March 2031 that 31 people were killed. The clinic said 40 people were injured.\n\nThe mayor promised to rebuild the port. Dana Orlen was arrested on 6 March 2031.\n\nIt is not known who fired first.\n",
  );
  await type("init case --languages en");
  await type("add --case case one.txt");
  total = rows((await type("claims --case case --json")).out).length;
  assert.ok(total >= 4);
});

test("nobody is asked when nobody is there", async () => {
  const answer = await type("review --case case");
  assert.deepEqual([answer.code, answer.out], [2, ""]);
  assert.match(answer.err, /there is none\. Use judge/);
  assert.deepEqual(await reviews(), [total, 0, 0, 0, 0]);
});

test("each key does what it says, and undo takes back the last", async () => {
  const answer = await type("review --case case", "ardxuusaq");
  assert.equal(answer.code, 0);
  // Accept, reject, dispute, no key, undo the dispute, undo the rejection, skip the second, accept the third, quit.
  assert.match(answer.out, /^2 of \d+ judged\./m);
  assert.match(answer.out, new RegExp(`Claim 1 of ${total}`));
  assert.match(answer.err, /"x" is none of the keys\./);
  assert.deepEqual(await reviews(), [total - 2, 2, 0, 0, 0]);
});

test("a correction asks what is different until it can be signed; what says nothing signs nothing", async () => {
  const wrong = ["certainty=sure", "", "", "certainty=alleged", "", "as the clinic puts it"];
  const answer = await type("review --case case", "cq", wrong);
  assert.match(answer.err, /certainty is expected one of/);
  assert.match(answer.out, /^1 of \d+ judged\./m);
  assert.deepEqual(await reviews(), [total - 3, 2, 1, 0, 0]);
  assert.match((await type("review --case case", "cq", [""])).out, /^0 of \d+ judged\./m);
  assert.match((await type("review --case case", "uq")).err, /nothing to undo/);
});

test("the words stand in their context, and the person who goes away has judged what they judged", async () => {
  const answer = await type("review --case case --kind question", "");
  assert.equal(answer.code, 0);
  assert.match(answer.out, /6 March\s+2031\.\s+It is not known who fired first/);
  assert.match(answer.out, /^0 of 1 judged\./m);
});
