/** What `onrecord proof` writes is what the commands of docs/verify-by-hand.md ask for: run as they are printed, for every statement of a case. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { commands as cli } from "../../src/faces/cli/commands.ts";
import { run } from "../../src/faces/cli/run.ts";
import { joinCase, openCase } from "../../src/workbench.ts";
import { memoryIo } from "../faces/cli/memory-io.ts";
import { added, all, article, freshCase, freshPath, inputs } from "../workbench/cases.ts";

const doc = readFileSync(new URL("../../docs/verify-by-hand.md", import.meta.url), "utf8");
const commands = Array.from(doc.matchAll(/^```sh\n([\s\S]*?)^```$/gm), ([, body = ""]) => body);

/** The number of the first command that fails, of those up to the root of the proof; those about a field or a document only where there is one. */
function firstFailure(dir: string): number {
  for (const [at, command] of commands.slice(0, 10).entries()) {
    if ((at === 4 && !existsSync(join(dir, "field"))) || (at === 5 && !existsSync(join(dir, "source")))) continue;
    const { status } = spawnSync("/bin/bash", ["-euo", "pipefail", "-c", command], { cwd: dir, env: { PATH: "/usr/bin:/bin" } });
    if (status !== 0) return at + 1;
  }
  return 0;
}

test("every statement of two devices is proven by hand, a document by its number, a field that is asked for", async () => {
  const ada = await freshCase();
  await added(ada, inputs({ "a.md": article(1), "b.md": article(2) }));
  const [file, dir, back] = [freshPath(), freshPath(), freshPath()];
  await ada.bundle(file, { whom: null, all: true });
  await joinCase(dir, file, {});
  const ben = await openCase(dir);
  await ada.addMember(await ben.memberFile("Ben"), { name: null, role: "contributor" });
  for (let at = 0; at < 4; at++) await ben.say("note", { on: null, text: `remark ${at}` });
  await ben.bundle(back, { whom: null, all: true });
  await ada.merge([back], () => undefined);
  const ids: string[] = [];
  for (const { id } of await all(ada.sources())) ids.push(...(await ada.history(id)).map((row) => row.id));
  await ada.close();
  const type = async (line: string): Promise<{ code: number; out: string; err: string }> => {
    const io = memoryIo(ada.dir);
    return { code: await run(line.split(" "), cli, io), ...io.printed };
  };
  const bens = (await all(ben.view("conflicts"))).flatMap(({ sides }) => sides.map(({ statement }) => statement));
  await ben.close();
  assert.equal(bens.length, 4, "they wait at Ben's");
  for (const id of [...ids, ...bens, ada.caseId]) {
    const out = freshPath();
    assert.equal((await type(`proof ${id} ${out}`)).code, 0, id);
    assert.equal(firstFailure(out), 0, id);
  }
  const [number, field] = [freshPath(), freshPath()];
  assert.match((await type(`proof 1 ${number}`)).out, /^Wrote header, sig, key, field, source, checkpoint, signer, proof\n/);
  assert.equal(firstFailure(number), 0);
  writeFileSync(join(number, "source"), "something else\n");
  assert.equal(firstFailure(number), 6);
  assert.equal((await type(`proof ${bens[0] ?? ""} ${field} --field text`)).code, 0);
  assert.equal(firstFailure(field), 0);
  assert.match(readFileSync(join(field, "field"), "utf8"), /"text","remark \d"\]$/);
  // Not over what is there, not a field that there is not.
  assert.equal((await type(`proof 1 ${number}`)).code, 2);
  assert.equal((await type(`proof 1 ${freshPath()} --field colour`)).code, 2);
});
