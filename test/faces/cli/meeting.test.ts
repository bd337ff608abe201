/** Two copies and a folder between them, through the command line: the same JSON on both sides, and nothing for who is no member any more. */
import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { commands } from "../../../src/faces/cli/commands.ts";
import { run } from "../../../src/faces/cli/run.ts";
import { memoryIo } from "./memory-io.ts";

const folder = mkdtempSync(path.join(tmpdir(), "onrecord-meeting-"));
after(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function type(line: string): Promise<{ code: number; out: string; err: string }> {
  const io = memoryIo(folder);
  const code = await run(line.split(" "), commands, io);
  return { code, ...io.printed };
}
async function done(line: string): Promise<string> {
  const { code, out, err } = await type(line);
  assert.deepEqual([line, code, err], [line, 0, ""]);
  return out;
}
const rows = async (line: string): Promise<readonly Record<string, unknown>[]> =>
  (await done(`${line} --json`))
    .split("\n")
    .filter((one) => one !== "")
    .map((one) => JSON.parse(one) as Record<string, unknown>);
const at = (...parts: string[]): string => path.join(folder, ...parts);

const LISTS = ["sources", "claims", "figures", "timeline", "people", "questions", "pledges", "rivals", "findings", "signed", "conflicts", "refused", "names", "show", "claims --review rejected", "claims --review disputed"]; // prettier-ignore

before(async () => {
  mkdirSync(at("docs"));
  mkdirSync(at("stick"));
  writeFileSync(
    at("docs", "one.md"),
    "---\ntitle: One\npublisher: Kaltan Courier\npublished: 2031-03-07\n---\n\nOn 5 March 2031 protesters stormed the port of Kaltan. The Interior Ministry said 38 people were killed in Kaltan. The mayor promised to rebuild the port. It is not known who fired first.\n",
  );
  writeFileSync(
    at("docs", "two.md"),
    "---\ntitle: Two\npublisher: Velmar Herald\npublished: 2031-03-09\n---\n\nOn 6 March 2031 a crowd seized the harbour in Kaltan. The clinic said 41 people were killed in Kaltan. Dana Orlen was arrested, her lawyer said.\n",
  );
  await done("init ida --name Kaltan --languages en");
  await done("add --case ida docs/one.md");
  await done("keys new bo");
  writeFileSync(at("bo.member"), await done("keys export --case bo --name Bo"));
  await done("member add bo.member --case ida --grant names");
  await done("bundle --case ida --for Bo stick");
  const [name = ""] = readdirSync(at("stick"));
  await done(`init bo --from stick/${name}`);
});

test("a week apart, then a folder in both directions: every list of both copies is the same JSON, byte for byte", async () => {
  await done("add --case bo docs/two.md");
  const claims = await rows("claims --case ida");
  const of = (kind: string): string => (claims.find((claim) => claim.kind === kind) as { id: string }).id;
  await done(`judge ${of("event")} accept --case ida`);
  await done(`judge ${of("event")} reject --case bo`);
  await done(`judge ${of("figure")} correct --set figure.min=37 --case bo`);
  await done(`grade ${String((await rows("sources --case ida"))[0]?.id).slice(7)} B --case ida`);
  await done(`grade ${String((await rows("sources --case ida"))[0]?.id).slice(7)} C --case bo`);
  const [question] = (await rows("questions --case ida")).filter(({ raisedBy }) => raisedBy === "text");
  await done(`answer ${String(question?.id)} --claims ${of("event")} --case bo`);
  const [pledge] = await rows("pledges --case ida");
  await done(`pledge ${String(pledge?.id)} broken --evidence ${of("event")} --case ida`);
  await done(`finding stormed --standard balance --supports ${of("event")} --case bo`);
  await done("rival mistake --case ida");
  await done("sign response party=Ministry state=sought --case bo");
  await done("note asked --on 1 --case ida");
  await done("protect --name Orlen --case bo");
  await done("sign settings setting=name value=Port --case ida");
  for (const round of [1, 2]) {
    for (const [who, other] of [["ida", "Bo"], ["bo", "everyone"]] as const) await done(`bundle --case ${who} --for ${other} stick`); // prettier-ignore
    for (const who of ["bo", "ida"]) await done(`merge stick --case ${who}`);
    for (const list of LISTS)
      assert.equal(await done(`${list} --json --case bo`), await done(`${list} --json --case ida`), `round ${round}: ${list}`);
  }
  assert.equal((await rows("conflicts --case bo")).length, 2);
  for (const { id } of await rows("sources --case ida"))
    assert.equal(await done(`history ${String(id)} --json --case bo`), await done(`history ${String(id)} --json --case ida`));
  for (const who of ["ida", "bo"]) await done(`verify --case ${who}`);
});

test("in a folder where many meet, what is for others, of another case, half copied or no bundle is passed over, and says so", async () => {
  await done("init stranger");
  await done("bundle --case stranger stick/other.bundle");
  const [some = ""] = readdirSync(at("stick"));
  writeFileSync(at("stick", "half.bundle"), readFileSync(at("stick", some)).subarray(0, 5_000));
  writeFileSync(at("stick", "notes.txt"), "not a bundle\n");
  copyFileSync(at("stick", some), at("stick", ".copying.bundle"));
  const before = readdirSync(at("stick"));
  const { code, out, err } = await type("merge stick --case ida");
  assert.equal(code, 0, err);
  assert.match(out, /^passed over {2}other\.bundle/m);
  assert.match(out, /^passed over {2}half\.bundle/m);
  assert.doesNotMatch(out, /notes\.txt|\.copying/);
  assert.deepEqual(readdirSync(at("stick")), before, "merging takes nothing away: others have yet to come");
});

test("a bundle for everyone, made after somebody was removed, opens for everybody but them", async () => {
  await done("keys new cy");
  writeFileSync(at("cy.member"), await done("keys export --case cy --name Cy"));
  await done("member add cy.member --case ida");
  await done("bundle --case ida --for everyone all.bundle");
  await done("init cy --from all.bundle");
  await done("member remove Cy --case ida");
  await done("note after --case ida");
  const made = JSON.parse(await done("bundle --case ida --for everyone --json later.bundle")) as { encrypted: boolean };
  assert.equal(made.encrypted, true);
  const refused = await type("merge later.bundle --case cy");
  assert.deepEqual([refused.code, refused.err.includes("bundle-sealed")], [3, true]);
  await done("merge later.bundle --case bo");
  assert.equal((await type("bundle --case ida --for Cy once.bundle")).code, 2, "nor by name");
  // What Cy already has stays readable there, and is no more than it was.
  await done("verify --case cy");
  assert.ok(!(await done("history 1 --json --case cy")).includes("after"));
});
