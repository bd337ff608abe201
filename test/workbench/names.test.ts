import assert from "node:assert/strict";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Encrypter } from "age-encryption";
import type { Workbench } from "../../src/workbench.ts";
import { joinCase, openCase } from "../../src/workbench.ts";
import { readSecret } from "../../src/workbench/keys.ts";
import { changeBox, readBox } from "../../src/workbench/names-box.ts";
import { recipientOf } from "../../src/workbench/secret.ts";
import { added, all, article, code, freshCase, freshLocked, freshPath, inputs, PASSPHRASE } from "./cases.ts";

const SECRET = "Zulfiqara Benderbekova";

/** Every file below a folder that holds these words, in its bytes or its name. */
function holding(dir: string, words: string): readonly string[] {
  return readdirSync(dir, { recursive: true, encoding: "utf8" }).filter((name) => {
    const path = join(dir, name);
    return name.includes(words) || (statSync(path).isFile() && readFileSync(path).includes(words));
  });
}

async function statementsOf(bench: Workbench): Promise<number> {
  const report = await bench.verify();
  assert.deepEqual(report.refused, []);
  return report.checked.statements;
}

test("a protected person is a pseudonym in the record and a name in the box, and the name is in no file in clear", async () => {
  for (const fresh of [freshCase, freshLocked]) {
    const bench = await fresh();
    await added(bench, inputs({ "a.md": article(1) }));
    const first = await bench.protect({ names: [SECRET, "Z. Benderbekova"], passage: null, source: null, reason: null });
    const second = await bench.protect({ names: ["Somebody Else"], passage: null, source: null, reason: null });
    assert.deepEqual([first.pseudonym, second.pseudonym], ["W-1", "W-2"]);
    assert.deepEqual(
      (await bench.protectedNames()).map(({ pseudonym, names }) => [pseudonym, names]),
      [
        ["W-1", [SECRET, "Z. Benderbekova"]],
        ["W-2", ["Somebody Else"]],
      ],
    );
    await statementsOf(bench);
    await bench.close();
    for (const words of [SECRET, "Benderbekova"]) assert.deepEqual(holding(bench.dir, words), []);
  }
});

test("a copy without the box knows the pseudonym and not the name", async () => {
  const bench = await freshCase();
  await bench.protect({ names: [SECRET], passage: null, source: null, reason: null });
  const [file, dir] = [freshPath(), freshPath()];
  await bench.bundle(file, { whom: null, all: true });
  assert.ok(!readFileSync(file).includes(SECRET));
  await joinCase(dir, file, {});
  const other = await openCase(dir);
  assert.deepEqual(
    (await other.protectedNames()).map(({ pseudonym, names }) => [pseudonym, names]),
    [["W-1", null]],
  );
  await statementsOf(other);
  await assert.rejects(other.protect({ names: [SECRET], passage: null, source: null, reason: null }), code("wrong-usage"));
  await other.close();
  await bench.close();
});

test("a box entry that is not what was signed names nobody, and one of a statement that is not here yet waits", async () => {
  const bench = await freshCase();
  const { statement } = await bench.protect({ names: [SECRET], passage: null, source: null, reason: null });
  const place = { folder: join(bench.dir, "names"), secret: () => readSecret(bench.dir, null) };
  const [own] = await readBox(place);
  assert.ok(own);
  const forged = { statement, field: { ...own.field, value: ["Another"] } };
  const strange = { statement: `sha256:${"0".repeat(64)}`, field: own.field } as const;
  await changeBox(place, [forged, strange]);
  assert.deepEqual(
    (await bench.protectedNames()).map(({ names }) => names),
    [[SECRET]],
  );
  // A merge looks through the box: what is wrong goes, what waits stays.
  await bench.merge([], () => undefined);
  assert.deepEqual(new Set(await readBox(place)), new Set([own, strange].sort((x, y) => (JSON.stringify(x) < JSON.stringify(y) ? -1 : 1))));
  await bench.close();
});

test("entries of version 0.1, a file each, are read and go into the box", async () => {
  const bench = await freshCase();
  await bench.protect({ names: [SECRET], passage: null, source: null, reason: null });
  const folder = join(bench.dir, "names");
  const secret = await readSecret(bench.dir, null);
  const [own] = await readBox({ folder, secret: () => Promise.resolve(secret) });
  assert.ok(own);
  const encrypter = new Encrypter();
  encrypter.addRecipient(await recipientOf(secret));
  rmSync(join(folder, "box.age"));
  writeFileSync(join(folder, `${own.statement.slice(7)}.age`), await encrypter.encrypt(JSON.stringify(own.field)));
  const known = async (): Promise<unknown> => (await bench.protectedNames()).map(({ names }) => names);
  assert.deepEqual(await known(), [[SECRET]]);
  await bench.protect({ names: ["Somebody Else"], passage: null, source: null, reason: null });
  assert.deepEqual(await known(), [[SECRET], ["Somebody Else"]]);
  assert.deepEqual(readdirSync(folder), ["box.age"]);
  await bench.close();
});

test("what is erased is in no file of the case any more, every signature holds, and a tombstone says so", async () => {
  for (const fresh of [freshCase, freshLocked]) {
    const bench = await fresh();
    await added(bench, inputs({ "a.md": article(1) }));
    const note = await bench.say("note", { on: null, text: `She is ${SECRET}.` });
    const { statement } = await bench.protect({ names: [SECRET], passage: null, source: null, reason: null });
    const before = await statementsOf(bench);
    if (fresh === freshCase) assert.notDeepEqual(holding(bench.dir, SECRET), [], "it was there");
    await bench.erase(note, ["text"], "she asked");
    await bench.erase(statement, ["names"], "she asked");
    assert.equal(await statementsOf(bench), before + 2);
    assert.deepEqual(
      (await bench.protectedNames()).map(({ pseudonym, names }) => [pseudonym, names]),
      [["W-1", null]],
    );
    const told = await bench.history(note);
    assert.deepEqual(
      told.map(({ kind, says }) => [kind, "text" in says]),
      [
        ["note", false],
        ["tombstone", false],
      ],
    );
    // With the case still open: the journal counts as well.
    assert.deepEqual(holding(bench.dir, SECRET), []);
    await assert.rejects(bench.erase(note, ["text"], "again"), code("wrong-usage"));
    await bench.close();
    assert.deepEqual(holding(bench.dir, SECRET), []);
    const again = await openCase(bench.dir, fresh === freshLocked ? { passphrase: PASSPHRASE } : {});
    assert.equal(await statementsOf(again), before + 2);
    await again.close();
  }
});

test("a tombstone that is merged destroys the field here too, and an older bundle does not bring it back", async () => {
  const bench = await freshCase();
  const note = await bench.say("note", { on: null, text: `She is ${SECRET}.` });
  const [old, dir] = [freshPath(), freshPath()];
  await bench.bundle(old, { whom: null, all: true });
  await joinCase(dir, old, {});
  const other = await openCase(dir);
  assert.ok("text" in ((await other.history(note))[0]?.says ?? {}));
  await bench.erase(note, ["text"], "she asked");
  const fresh = freshPath();
  await bench.bundle(fresh, { whom: null, all: true });
  await other.merge([fresh, old], () => undefined);
  assert.ok(!("text" in ((await other.history(note))[0]?.says ?? {})));
  assert.deepEqual(holding(dir, SECRET), []);
  await statementsOf(other);
  await assert.rejects(other.erase(bench.caseId, ["name"], "not mine"), code("wrong-usage"));
  await other.close();
  await bench.merge([old], () => undefined);
  assert.deepEqual(holding(bench.dir, SECRET), []);
  await bench.close();
});

test("a judgement without its reason holds, one of which anything else is destroyed folds into nothing", async () => {
  const bench = await freshCase();
  await added(bench, inputs({ "a.md": article(1) }));
  const [claim] = await all(bench.claims());
  assert.ok(claim);
  const judged = await bench.judge(claim.id, "reject", { reason: SECRET });
  await bench.erase(judged, ["reason"], "a name in it");
  assert.equal((await bench.claim(claim.id))?.review, "rejected");
  await statementsOf(bench);
  await bench.erase(judged, ["quote"], "a name in it");
  assert.equal((await bench.claim(claim.id))?.review, "unreviewed");
  await statementsOf(bench);
  assert.deepEqual(holding(bench.dir, SECRET), []);
  await bench.close();
});
