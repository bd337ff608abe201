/** What is protected does not show where the Names box is not held: on no page, in no list, in no JSON, in no spelling that the record knows. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { commands } from "../../../src/faces/cli/commands.ts";
import { run } from "../../../src/faces/cli/run.ts";
import { memoryIo } from "./memory-io.ts";

const folder = mkdtempSync(path.join(tmpdir(), "onrecord-hidden-"));
after(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function type(line: string): Promise<{ code: number; out: string; err: string }> {
  const io = memoryIo(folder);
  const code = await run(
    line.split(" ").map((word) => word.replaceAll("\u00a0", " ")),
    commands,
    io,
  );
  return { code, ...io.printed };
}
async function done(line: string): Promise<string> {
  const { code, out, err } = await type(line);
  assert.deepEqual([line, code, err], [line, 0, ""]);
  return out;
}

const documents: Readonly<Record<string, string>> = {
  "a.md":
    "---\ntitle: What Zulfira Benderbek told us\npublisher: Kaltan Courier\npublished: 2031-03-07\n---\n\nZulfira Benderbek was arrested on 6 March 2031 in Kaltan. Benderbek's lawyer said that 38 people were killed. “Nobody knows who gave the order”, Zulfira Benderbek said.\n",
  "b.md":
    "---\ntitle: Второе\npublished: 2031-03-08\nlanguage: ru\n---\n\nПо данным полиции, 8 марта задержана Зульфира Бендербек. Адвокат Бендербека заявил, что 38 человек погибли.\n",
  "c.md":
    "---\ntitle: Three\npublisher: Velmar Herald\npublished: 2031-03-09\n---\n\nThe clinic said that 41 people were killed in Kaltan. The mayor of Kaltan promised to rebuild the port. ZULFIRA BENDERBEK, the ministry said, was charged with arson on 9 March 2031.\n",
  "benderbek-letter.md":
    "---\ntitle: Letter of a watchman\npublisher: Harbour Watch\npublished: 2031-03-10\n---\n\nThe watchman said that 12 people were injured at the harbour. The guard said that 3 boats were burnt.\n",
  "d.md":
    "---\ntitle: Four\npublisher: Orlen Post\npublished: 2031-03-11\n---\n\nThe hospital said that 9 people were injured. A nurse said that the doctor Tarrin hid 7 wounded people in the cellar. The union said that 5 people were missing.\n",
};

/** Every list, page and JSON of a copy, each command with its output. */
async function everything(dir: string): Promise<readonly (readonly [command: string, out: string])[]> {
  const lists = ["show", "sources", "claims", "figures", "timeline", "people", "questions", "pledges", "rivals", "findings", "conflicts", "refused", "names"]; // prettier-ignore
  const lines = [...lists.flatMap((name) => [name, `${name} --json`]), "show --names", "checkpoint", "member list --json", "verify --json"];
  const ids = (await done(`sources --case ${dir} --json`))
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { id: string }).id);
  const claims = (await done(`claims --case ${dir} --json`))
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { id: string }).id);
  for (const id of [...ids, ...claims.slice(0, 12), ...signed]) lines.push(`history ${id}`, `history ${id} --json`);
  const printed: (readonly [string, string])[] = [];
  for (const line of lines) {
    const { out, err } = await type(`${line} --case ${dir}`);
    printed.push([line, out + err]);
  }
  return printed;
}

// Whatever begins so, in any script and case.
const NAMES = /zulfira|bender\s?bek|зульфир|бендербек/iu;
const leaks = (printed: Awaited<ReturnType<typeof everything>>, words: RegExp): readonly string[] =>
  printed.flatMap(([line, out]) => (words.test(out) ? [`${line}: ${(words.exec(out) ?? [""])[0]}`] : []));

let signed: readonly string[] = [];
const sign = async (line: string): Promise<string> => {
  const { statement } = JSON.parse(await done(`${line} --json`)) as { statement: string };
  signed = [...signed, statement];
  return statement;
};

before(async () => {
  mkdirSync(path.join(folder, "docs"));
  for (const [name, text] of Object.entries(documents)) writeFileSync(path.join(folder, "docs", name), text);
  await done("init ida --name Kaltan --languages en,ru");
  await done("add --case ida docs");
  for (const who of ["bo", "cy"]) {
    await done(`keys new ${who}`);
    writeFileSync(path.join(folder, `${who}.member`), await done(`keys export --case ${who} --name ${who}`));
  }
  await done("member add bo.member --case ida");
  await done("member add cy.member --case ida --grant names");
  const claims = (await done("claims --case ida --json")).trim().split("\n").map((line) => JSON.parse(line) as { id: string; quote: string }); // prettier-ignore
  const arrested = claims.find(({ quote }) => quote.includes("arrested"))?.id ?? "";
  await sign(`judge ${arrested} accept --case ida`);
  await done("note Benderbek-asked-us --case ida");
  await done("bundle --case ida --for everyone first.bundle");
  for (const who of ["bo", "cy"]) await done(`init ${who} --from first.bundle`);
});

test("before anything is protected everybody sees everything", async () => {
  assert.notDeepEqual(leaks(await everything("bo"), NAMES), []);
});

test("a protected person is a pseudonym on every page, list and JSON of who does not hold the box, in every spelling, and a name for who does", async () => {
  const printed = await done("protect --case ida --name Zulfira§Benderbek --name Зульфира§Бендербек".replaceAll("§", "\u00a0"));
  assert.match(printed, /protect, as W-1, named in 3 of the documents/);
  await done("bundle --case ida --for everyone second.bundle");
  for (const who of ["bo", "cy"]) await done(`merge second.bundle --case ${who}`);
  const bo = await everything("bo");
  assert.deepEqual(leaks(bo, NAMES), []);
  assert.deepEqual(leaks(await everything("ida"), /W-1 \(withheld\)/), []);
  assert.notDeepEqual(leaks(await everything("cy"), NAMES), []);
  const of = (line: string): string => bo.find(([command]) => command === line)?.[1] ?? "";
  for (const line of ["claims", "claims --json", "people --json", "timeline --json", "sources", "sources --json"])
    assert.match(of(line), /W-1 \(withheld\)/, line);
  const named = await done("figures --case ida --json");
  assert.equal(await done("figures --case bo --json"), named.replace(/Benderbek|Бендербека/gu, "W-1 (withheld)"), "nothing else changes");
  for (const dir of ["ida", "bo", "cy"]) await done(`verify --case ${dir}`);
});

test("what comes later is hidden as well: from the text by itself, in a new spelling once a holder covers it", async () => {
  writeFileSync(
    path.join(folder, "late.md"),
    "---\npublished: 2031-03-12\n---\n\nOn 11 March 2031 Zulfira Benderbek was released, her brother said.\n",
  );
  await done("add late.md --case bo");
  assert.deepEqual(leaks(await everything("bo"), NAMES), []);
  writeFileSync(path.join(folder, "new.md"), "---\npublished: 2031-03-13\n---\n\nOn 12 March 2031 Zulfiraa Bender-Bek was arrested again, the police said.\n"); // prettier-ignore
  await done("add new.md --case bo");
  await done("bundle --case bo --for everyone third.bundle");
  await done("merge third.bundle --case ida");
  const again = await done("protect --case ida --as W-1 --name Zulfiraa§Bender-Bek".replaceAll("§", "\u00a0"));
  assert.match(again, /as W-1, named in 1 of the documents/);
  await done("bundle --case ida --for everyone fourth.bundle");
  await done("merge fourth.bundle --case bo");
  assert.deepEqual(leaks(await everything("bo"), /zulfir|bender-bek/iu), []);
  // What a holder adds is covered on the way in, and what others brought when they say so.
  writeFileSync(path.join(folder, "more.md"), "---\npublished: 2031-03-14\n---\n\nThe court released Бендербекова on 13 March 2031.\n");
  await done("add more.md --case ida");
  const { out } = await type("names --cover --case ida");
  assert.match(out, /^W-1 {2}/);
  await done("bundle --case ida --for everyone fifth.bundle");
  await done("merge fifth.bundle --case bo");
  assert.deepEqual(leaks(await everything("bo"), NAMES), []);
});

test("a protected source is there and nothing else of it; a protected passage is blank and its claims are told as withheld", async () => {
  const sources = (await done("sources --case ida --json")).trim().split("\n").map((line) => JSON.parse(line) as { id: string; title: string | null }); // prettier-ignore
  const letter = sources.find(({ title }) => title === "Letter of a watchman")?.id ?? "";
  const fourth = sources.find(({ title }) => title === "Four")?.id ?? "";
  const text = documents["d.md"]?.split("---\n\n")[1] ?? "";
  const start = text.indexOf("A nurse");
  await sign(`protect --case ida --source ${letter}`);
  await sign(`protect --case ida --passage ${fourth}:${start}-${text.indexOf("The union") - 1}`);
  await done("bundle --case ida --for everyone sixth.bundle");
  await done("merge sixth.bundle --case bo");
  await done("merge sixth.bundle --case cy");
  const bo = await everything("bo");
  assert.deepEqual(leaks(bo, /watchman|boats|Harbour Watch|letter\.md|Tarrin|nurse|cellar/iu), []);
  assert.notDeepEqual(leaks(await everything("cy"), /watchman|Tarrin/u), []);
  const of = (line: string): string => bo.find(([command]) => command === line)?.[1] ?? "";
  assert.match(of("sources --json"), new RegExp(`"id":"${letter}"[^\n]*"title":"\\[withheld\\]","publisher":null,"published":null`));
  assert.match(of("refused --json"), /"code":"withheld","message":"The source is protected: \d+ claims are not shown/);
  assert.match(of("refused --json"), /"code":"withheld","message":"A passage of it is protected: \d+ claims? (is|are) not shown/);
  assert.match(of("claims --json"), /9 people were injured/, "the rest of the document is shown");
  assert.equal((await type(`link same-person ${fourth}:${start}-${start + 7} ${fourth}:0-3 --case bo`)).code, 2);
  for (const dir of ["ida", "bo", "cy"]) await done(`verify --case ${dir}`);
});

test("taken back it shows again, and with the grant everything does", async () => {
  const last = signed.at(-1) ?? "";
  await done(`withdraw ${last} --case ida`);
  await done("bundle --case ida --for everyone seventh.bundle");
  await done("merge seventh.bundle --case bo");
  assert.match(await done("claims --case bo --json"), /Tarrin/);
  await done("member role bo --grant names --case ida");
  await done("bundle --case ida --for bo eighth.bundle");
  await done("merge eighth.bundle --case bo");
  assert.notDeepEqual(leaks(await everything("bo"), NAMES), []);
  assert.equal(await done("claims --case bo --json"), await done("claims --case ida --json"));
  await done("verify --case bo");
});
