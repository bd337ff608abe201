/** Cases of earlier days open for ever: the folders in test/golden/cases, each as a program of its time left it. */
import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { statementTypes } from "../../src/model/kinds.ts";
import { projectionVersion } from "../../src/workbench/fold.ts";
import { openHome } from "../../src/workbench/home.ts";
import { openCase } from "../../src/workbench.ts";
import { freshPath } from "./cases.ts";
import { KEPT_PASSPHRASE, keptOf, keptRoot } from "./kept-make.ts";

interface Kept {
  readonly statements: readonly { readonly kind: string }[];
}

for (const name of readdirSync(keptRoot)) {
  const passphrase = name.endsWith("-sealed") ? KEPT_PASSPHRASE : null;
  const kept = JSON.parse(readFileSync(join(keptRoot, name, "kept.json"), "utf8")) as Kept;
  const copied = (): string => {
    const dir = freshPath();
    cpSync(join(keptRoot, name, "case"), dir, { recursive: true });
    return dir;
  };

  test(`${name} opens, verifies and says what it said`, async () => {
    const bench = await openCase(copied(), { passphrase });
    assert.deepEqual(JSON.parse(JSON.stringify(await keptOf(bench, passphrase))), kept);
    assert.deepEqual((await bench.verify()).refused, []);
    await bench.close();
  });

  test(`${name}: rows of another version are folded again, and come out the same; the log is not touched`, async () => {
    const dir = copied();
    const statements = async (): Promise<readonly string[]> => {
      const { store } = await openHome(dir, passphrase);
      const found: string[] = [];
      for await (const { id, bytes } of store.statements()) found.push(`${id} ${Buffer.from(bytes).toString("base64")}`);
      await store.close();
      return found;
    };
    const before = await statements();
    const { store } = await openHome(dir, passphrase);
    await store.write(async (writes) => {
      await writes.setProjection("fold=0");
      await writes.rows("findings").put("left over from a fold that is no more", { id: "nothing" });
    });
    await store.close();
    const bench = await openCase(dir, { passphrase });
    assert.deepEqual(JSON.parse(JSON.stringify(await keptOf(bench, passphrase))), kept);
    assert.deepEqual((await bench.verify()).refused, []);
    await bench.close();
    assert.deepEqual(await statements(), before);
    const again = await openHome(dir, passphrase);
    assert.equal(await again.store.projection(), projectionVersion);
    await again.store.close();
  });

  test(`${name}: it is written to as any other, and a bundle of its time is still taken`, async () => {
    const bench = await openCase(copied(), { passphrase });
    const outcomes: string[] = [];
    await bench.merge([join(keptRoot, name, "ben.bundle")], ({ outcome }) => outcomes.push(outcome));
    assert.deepEqual(outcomes, ["known"]);
    await bench.say("note", { on: null, text: "later" });
    assert.deepEqual((await bench.verify()).refused, []);
    await bench.close();
  });
}

test("the newest kept cases hold every kind of statement that there is", () => {
  const kinds = new Set(
    readdirSync(keptRoot).flatMap((name) =>
      (JSON.parse(readFileSync(join(keptRoot, name, "kept.json"), "utf8")) as Kept).statements.map(({ kind }) => kind),
    ),
  );
  assert.deepEqual(
    statementTypes.map(({ kind }) => kind).filter((kind) => !kinds.has(kind)),
    [],
  );
});
