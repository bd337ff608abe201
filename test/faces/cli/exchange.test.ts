/** Two people and a file between them, through the command line: what is typed, what is printed, which code it ends with. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { commands } from "../../../src/faces/cli/commands.ts";
import { run } from "../../../src/faces/cli/run.ts";
import { memoryIo } from "./memory-io.ts";

const folder = mkdtempSync(path.join(tmpdir(), "onrecord-exchange-"));
after(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function type(line: string, fields: Parameters<typeof memoryIo>[1] = {}): Promise<{ code: number; out: string; err: string }> {
  const io = memoryIo(folder, fields);
  const code = await run(line.split(" "), commands, io);
  return { code, ...io.printed };
}

/** Types it, expects it to be done, and gives what was printed. */
async function done(line: string): Promise<string> {
  const { code, out, err } = await type(line);
  assert.deepEqual([line, code, err], [line, 0, ""]);
  return out;
}

const write = (name: string, content: string): void => {
  writeFileSync(path.join(folder, name), content);
};
const figures = (dir: string): Promise<string> => done(`figures --case ${dir} --json`);

before(async () => {
  mkdirSync(path.join(folder, "docs"));
  write("docs/one.txt", "Officials in Kaltan said on 5 March that 31 people were killed.\n");
  write("docs/two.txt", "The Interior Ministry said on 7 March that 38 people were killed in Kaltan.\n");
  write("secret.txt", "willow copper lantern orbit mint acorn\n");
  write("other.txt", "not that one\n");
  await done("init aigul --name Kaltan --languages en");
  await done("add --case aigul docs/one.txt");
});

test("a week apart and one file each way: the same figures on both sides", async () => {
  assert.match(await done("bundle all.bundle --case aigul"), /NOT encrypted[\s\S]*merge FILE/);
  assert.match(await done("init dana --from all.bundle"), /Joined the case in .*dana\nIt is not encrypted/);
  await done("add --case dana docs/two.txt");
  write("dana.member", await done("keys export --case dana --name Dana"));
  await done("bundle back.bundle --case dana");
  const first = await type("merge back.bundle --case aigul");
  assert.equal(first.code, 0);
  assert.match(first.out, /^merged {3}back\.bundle {2}from [0-9a-f]{16}: 2 new statements \(1 read, 1 seal\), 3 known$/m);
  assert.match(first.out, /^waiting {2}2 statements of [0-9a-f]{16}, which nobody has added: onrecord member add FILE --case aigul$/m);
  const added = await done("member add dana.member --case aigul");
  const words = /face to face:\n {2}(.*)\n/.exec(added)?.[1] ?? "?";
  assert.deepEqual((JSON.parse(await done("keys show --case dana --json")) as { words: string[] }).words, words.split(" "));
  const listed = await done("member list --case aigul");
  assert.match(listed, /^Dana: contributor, 2 statements$/m);
  assert.match(listed, /\(this device\): organiser, /);
  for (const line of ["bundle --case aigul --for Dana to-dana.bundle", "merge to-dana.bundle --case dana"]) await done(line);
  assert.equal(await figures("dana"), await figures("aigul"));
  assert.match(await done("merge to-dana.bundle --case dana"), /^known {4}to-dana\.bundle {2}nothing in it was new$/m);
  assert.match(await done("verify --case dana"), /\S/);
});

test("what is no bundle, is damaged or is for others is refused with its code, and the rest is taken", async () => {
  write("letter.bundle", "Dear all,\n");
  const bytes = readFileSync(path.join(folder, "all.bundle"));
  writeFileSync(path.join(folder, "cut.bundle"), bytes.subarray(0, bytes.length - 40));
  const answer = await type("merge letter.bundle cut.bundle none.bundle all.bundle --case dana");
  assert.equal(answer.code, 3);
  for (const code of ["bundle-malformed", "bundle-truncated", "input-missing"])
    assert.match(answer.err, new RegExp(`^refused .*${code}: `, "m"));
  assert.match(answer.out, /^known {4}all\.bundle/m);
  await done("init stranger");
  assert.equal((await type("merge to-dana.bundle --case stranger")).code, 3);
  assert.equal((await type("merge --case dana")).code, 2);
  assert.equal((await type("bundle --case dana")).code, 2);
  assert.equal((await type("bundle x.bundle --for Nobody --case dana")).code, 2);
  assert.equal((await type("member add docs/one.txt --case dana")).code, 3);
});

test("a case under a passphrase opens with it, and with nothing else: exit 4 and a sentence", async () => {
  assert.match(await done("init locked --passphrase-file secret.txt"), /It is encrypted/);
  await done("add --case locked --passphrase-file secret.txt docs/one.txt");
  const none = await type("figures --case locked");
  assert.deepEqual([none.code, none.out], [4, ""]);
  assert.match(none.err, /encrypted. Give its passphrase with --passphrase-file FILE\. \(passphrase-missing\)/);
  const wrong = await type("figures --case locked --passphrase-file other.txt");
  assert.deepEqual([wrong.code, wrong.out], [4, ""]);
  assert.match(wrong.err, /The passphrase is not the one .* \(passphrase-wrong\)/);
  const typed = await type("figures --case locked", { secret: () => Promise.resolve("willow copper lantern orbit mint acorn") });
  assert.equal(typed.code, 0);
  assert.match(typed.out, /Kaltan/);
  assert.equal((await type("init again --passphrase-file none.txt")).code, 2);
});

test("a passphrase may be typed: twice the same, or nothing is made", async () => {
  const said = (...answers: string[]) => ({ secret: () => Promise.resolve(answers.shift() ?? null) });
  assert.equal((await type("init typed", said("one two three four", "one two three fuor"))).code, 2);
  assert.match((await type("init typed", said("one two three four", "one two three four"))).out, /It is encrypted/);
  assert.match((await type("init plain", said(""))).out, /It is not encrypted/);
});

test("the recovery sheet gives a passphrase back, and the device too", async () => {
  const sheet = (await type("keys recovery --case locked --passphrase-file secret.txt")).out;
  const words = [...sheet.matchAll(/^ {2}( ?\d+ [a-z]+ *)+$/gm)].flatMap(([line]) => line.match(/[a-z]+/g) ?? []);
  assert.equal(words.length, 27);
  write("words.txt", words.join("\n"));
  write("next.txt", "mint orbit lantern copper willow\n");
  await done("keys passphrase --case locked --recovery-file words.txt --new-passphrase-file next.txt");
  assert.equal((await type("figures --case locked --passphrase-file secret.txt")).code, 4);
  await done("figures --case locked --passphrase-file next.txt");
  await done("bundle locked.bundle --case locked --passphrase-file next.txt --for everyone");
  assert.match(await done("init restored --from locked.bundle --recovery-file words.txt"), /Joined/);
  assert.equal(await done("keys show --json --case restored"), await done("keys show --json --case locked --passphrase-file next.txt"));
});

test("grants and roles are given and taken; a holder reads the names, anybody else is told what to do", async () => {
  await done("init ida --name Kaltan");
  await done("keys new bo");
  write("bo.member", await done("keys export --case bo --name Bo"));
  assert.equal((await type("member add bo.member --case ida --grant keys")).code, 2);
  assert.match(await done("member add bo.member --case ida --grant names"), /^Added Bo as contributor, who holds the Names box\./);
  await done("protect --case ida --name Orlen");
  assert.match(
    await done("bundle --case ida --for Bo one.bundle"),
    /It carries the Names box \(1 entry\), for those of them who hold it and nobody else\.\n$/,
  );
  await done("init bo --from one.bundle");
  assert.match(
    await done("names --case bo"),
    /^W-1 {2}Orlen {2}\(statement [0-9a-f]{12}\)\nThe Names box is held by Bo \(this device\), [0-9a-f]{16}\.\n$/,
  );
  const refused = await type("member role Bo --role organiser --case bo");
  assert.deepEqual([refused.code, refused.err.includes("Only organisers sign a member-role, and this device is a contributor")], [2, true]);
  assert.match(
    await done("member role Bo --revoke names --role organiser --case ida"),
    /^Bo: organiser, 0 statements\n[\s\S]*What they hold they keep/,
  );
  assert.equal((await type("member role Bo --revoke names --case ida")).code, 2);
  assert.equal((await type("member role Bo --case ida")).code, 2);
  await done("bundle --case ida --for Bo two.bundle");
  await done("merge two.bundle --case bo");
  assert.match(
    await done("names --case bo"),
    /^W-1 {2}not known here[\s\S]*This device does not hold it\. An organiser gives the grant with onrecord member role Bo --grant names/,
  );
  const none = await type("protect --case bo --name Anybody");
  assert.deepEqual([none.code, /does not hold the Names box[\s\S]*member role Bo --grant names/.test(none.err)], [2, true]);
  assert.match(await done("member list --case ida"), /organiser, \d+ statements\n  holds the Names box and the publication stamp$/m);
});

test("a removed member's later work waits for a person, and an organiser takes it in", async () => {
  const lowered = await type("member role Bo --role contributor --case ida");
  assert.deepEqual([lowered.code, lowered.err.includes("takes two organisers")], [2, true]);
  await done("keys new cy");
  write("cy.member", await done("keys export --case cy --name Cy"));
  await done("member add cy.member --case ida");
  await done("bundle --case ida --for Cy three.bundle");
  await done("init cy --from three.bundle");
  await done("member remove Cy --case ida");
  await done("note asked --case cy");
  await done("bundle back2.bundle --case cy");
  await done("merge back2.bundle --case ida");
  const [aside] = (await done("conflicts --case ida --json")).trim().split("\n");
  const { kind, sides } = JSON.parse(aside ?? "{}") as { kind: string; sides: readonly { statement: string }[] };
  const id = sides[0]?.statement ?? "";
  assert.equal(kind, "set-aside");
  assert.equal((await type(`member admit ${id} --case cy`)).code, 2);
  assert.match(await done(`member admit ${id} --case ida --reason seen`), /^Admitted [0-9a-f]{12}, with what it follows/);
  assert.equal(await done("conflicts --case ida --json"), "");
  assert.equal((JSON.parse((await done(`history ${id} --case ida --json`)).split("\n")[0] ?? "") as { state: string }).state, "counts");
  assert.equal((await type(`member admit ${id} --case ida`)).code, 2);
});
