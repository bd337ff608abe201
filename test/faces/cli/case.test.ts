/** A case from beginning to end through the command line: what is printed, what is refused, which code it ends with. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { commands } from "../../../src/faces/cli/commands.ts";
import { run } from "../../../src/faces/cli/run.ts";
import { faultsOf } from "../../../src/model/check.ts";
import { claimCheck } from "../../../src/model/claim.ts";
import { memoryIo } from "./memory-io.ts";

const folder = mkdtempSync(path.join(tmpdir(), "onrecord-case-"));
after(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function type(
  line: string,
  cwd = folder,
  fields: Parameters<typeof memoryIo>[1] = {},
): Promise<{ code: number; out: string; err: string }> {
  const io = memoryIo(cwd, fields);
  const code = await run(line.split(" "), commands, io);
  return { code, ...io.printed };
}

const rows = (out: string): readonly Record<string, unknown>[] => out.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as Record<string, unknown>); // prettier-ignore

before(async () => {
  mkdirSync(path.join(folder, "docs"));
  writeFileSync(
    path.join(folder, "docs", "one.txt"),
    "Officials in Kaltan said on 5 March that 31 people were killed.\n\nIt is not known who fired first.\n",
  );
  writeFileSync(
    path.join(folder, "docs", "two.md"),
    "---\ntitle: Second count\npublisher: Kaltan Courier\npublished: 2031-03-07\nlanguage: en\n---\n\nThe Interior Ministry said 38 people were killed in Kaltan. The mayor promised to rebuild the port.\n",
  );
  writeFileSync(path.join(folder, "docs", "blank.txt"), "");
  writeFileSync(
    path.join(folder, "docs", "photo.png"),
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0, 0, 0, 0, 0xff, 0xd8]),
  );
  const made = await type("init case --zone +06:00 --languages en");
  assert.deepEqual([made.code, made.err], [0, ""]);
  assert.match(
    made.out,
    /Made a case in .*case\nIt is not encrypted: whoever can read this folder can read the case\.\nNext: onrecord add --case case/,
  );
});

test("what can be taken is added, what cannot is named with its code, and the exit code says that some was refused", async () => {
  const answer = await type("add --case case docs docs/none.txt --published 2031-03-06");
  assert.equal(answer.code, 3);
  assert.match(answer.out, /^added {4}docs\/one\.txt {2}\d+ claims?$/m);
  assert.match(answer.out, /^2 added, 3 refused; \d+ claims read\.$/m);
  assert.match(answer.err, /^refused {2}docs\/blank\.txt {2}input-empty: /m);
  assert.match(answer.err, /^refused {2}docs\/photo\.png {2}input-binary: /m);
  assert.match(answer.err, /^refused {2}docs\/none\.txt {2}input-missing: /m);
  const codes = rows((await type("refused --case case --json")).out).map((row) => row.code);
  for (const code of ["input-empty", "input-binary", "input-missing"]) assert.ok(codes.includes(code), code);
});

test("an interrupt stops adding with what was added kept, and says how to go on", async () => {
  await type("init stopped");
  const answer = await type("add --case stopped docs/one.txt docs/two.md", folder, {
    onInterrupt: (stop) => {
      stop();
      return () => undefined;
    },
  });
  assert.equal(answer.code, 130);
  assert.match(answer.err, /^Stopped: .* Run the same command again to add the rest\.$/m);
  assert.equal((await type("add --case stopped docs/one.txt docs/two.md")).code, 0);
  assert.equal(rows((await type("sources --case stopped --json")).out).length, 2);
});

test("adding again changes nothing and says so", async () => {
  const answer = await type("add --case case docs/one.txt docs/two.md");
  assert.equal(answer.code, 0);
  assert.match(answer.out, /^known {4}docs\/one\.txt/m);
  assert.match(answer.out, /^0 added, 2 known already; /m);
});

test("commands find the case of the folder they are in, or of a parent", async () => {
  for (const cwd of [path.join(folder, "case"), folder]) {
    const answer = await type("sources --json", cwd);
    if (cwd === folder) assert.deepEqual([answer.code, /no case in .* --case DIR.* onrecord init DIR/s.test(answer.err)], [2, true]);
    else assert.equal(rows(answer.out).length, 2);
  }
});

test("a folder that holds the case can be added without its own files", async () => {
  const outside = await type("add . --json", path.join(folder, "case"));
  assert.deepEqual(rows(outside.out), []);
  assert.equal(outside.code, 2);
  assert.match(outside.err, /no files/);
});

test("claims pass the model's validator, and each filter keeps some and leaves some out", async () => {
  const all = rows((await type("claims --case case --json")).out);
  assert.ok(all.length > 2);
  for (const claim of all) assert.deepEqual(faultsOf(claimCheck, claim), []);
  for (const filter of ["--source 1", "--kind figure", "--voice ministry", `--rule ${(all[0]?.reader as { rule: string }).rule}`]) {
    const some = rows((await type(`claims --case case --json ${filter}`)).out);
    assert.ok(some.length > 0 && some.length < all.length, `${filter}: ${some.length} of ${all.length}`);
  }
  const wrong = await type("claims --case case --source 99");
  assert.deepEqual([wrong.code, wrong.out], [2, ""]);
  assert.match(wrong.err, /There is no source 99\. The case has sources 1 to 2\./);
});

test("show --json is one object with all the views, and show names the commands with this case", async () => {
  const [state] = rows((await type("show --case case --json")).out);
  assert.deepEqual(Object.keys(state ?? {}), [
    "name",
    "sources",
    "claims",
    "figures",
    "timeline",
    "people",
    "questions",
    "pledges",
    "rivals",
    "findings",
    "signed",
    "conflicts",
    "refused",
  ]);
  const shown = await type("show --case case");
  assert.equal(shown.code, 0);
  assert.match(shown.out, /2 sources: 2 in English/);
  assert.doesNotMatch(shown.out, /onrecord \w+(?! --case case)$/m);
});

test("verify ends with 0 on a sound case and with 1 and the fault when sealed bytes have changed", async () => {
  assert.equal((await type("verify --case case")).code, 0);
  const other = path.join(folder, "tampered");
  await type(`init ${path.basename(other)}`);
  await type("add --case tampered docs/one.txt");
  const sealed = readdirSync(other, { recursive: true, encoding: "utf8" }).map((name) => path.join(other, name)).filter((file) => statSync(file).isFile() && /[0-9a-f]{32}/.test(path.basename(file))); // prettier-ignore
  assert.ok(sealed.length > 0);
  for (const file of sealed) {
    rmSync(file);
    writeFileSync(file, "Officials in Kaltan said on 5 March that 13 people were killed.\n");
  }
  const answer = await type("verify --case tampered --json");
  assert.equal(answer.code, 1);
  const [report] = rows(answer.out);
  assert.equal(report?.ok, false);
  assert.match((await type("verify --case tampered")).out, /blob-altered/);
});

test("a case that is not there, is there already, or is misdescribed is not taken for one", async () => {
  assert.deepEqual([(await type("sources --case nowhere")).code, (await type("init case")).code], [4, 4]);
  assert.equal((await type("init other --zone Mars/Base")).code, 2);
  assert.equal((await type("add --case case")).code, 2);
});

test("loose files: a file is named when there are several, standard input is -, what is refused is named", async () => {
  const one = rows((await type("read docs/one.txt --json")).out);
  assert.ok(one.length > 0);
  assert.ok(one.every((claim) => !("file" in claim)));
  const two = await type("read docs/one.txt docs/two.md docs/blank.txt docs/none.txt --json --published 2031-03-06");
  assert.equal(two.code, 3);
  assert.match(two.err, /docs\/blank\.txt {2}input-empty: .*\n.*docs\/none\.txt {2}input-missing: /);
  assert.deepEqual([...new Set(rows(two.out).map((claim) => claim.file))], ["docs/one.txt", "docs/two.md"]);
  const piped = await type("read - --json", folder, {
    stdin: new TextEncoder().encode("Officials in Kaltan said on 5 March that 31 people were killed.\n"),
  });
  assert.ok(rows(piped.out).length > 0);
  const seen = rows((await type("mentions docs/one.txt --json --published 2031-03-06")).out);
  assert.ok(seen.some((mention) => mention.layer === "quantity"));
  for (const mention of seen) assert.ok(["layer", "start", "end", "quote", "value", "rule"].every((key) => key in mention));
});

test("a list that nobody reads on ends quietly, with the case closed", async () => {
  assert.deepEqual(await type("claims --case case --json", folder, { closesAfter: 1 }).then(({ code, err }) => [code, err]), [0, ""]);
  assert.equal((await type("add --case case docs/two.md")).code, 0);
});

test("a date that is none is wrong usage, named with what to write instead, before any file is opened", async () => {
  for (const [line, hint] of [
    ["add --case case docs --published 2022-13-40", /--published 2022-13-40: there is no month 13\. Write it as 2022-01-18\./],
    ["read docs/one.txt --published ..2022-01-11", /Did you mean \.\.\/2022-01-11\?/],
  ] as const) {
    const answer = await type(line);
    assert.deepEqual([answer.code, answer.out], [2, ""]);
    assert.match(answer.err, hint);
  }
});
