import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Consistency, Id, Inclusion, Opened } from "../src/verify.ts";
import { verifyCheckpoint, verifyConsistency, verifyInclusion, verifyStatement } from "../src/verify.ts";

interface Vector {
  readonly name: string;
  readonly code?: string;
  readonly id: Id;
  readonly header?: string;
  readonly headerHex?: string;
  readonly signature: string;
  readonly opened: readonly Opened[];
  readonly place: { readonly case: Id | null };
}

const read = (name: string): never => JSON.parse(readFileSync(new URL(`../spec/vectors/${name}`, import.meta.url), "utf8")) as never;
const codesOf = (faults: readonly { readonly code: string }[]): readonly string[] => [...new Set(faults.map(({ code }) => code))];
/** What only the whole log can tell. */
const ofPlace = ["statement-chain", "device-unknown"];

test("WebCrypto says of every vector what node:crypto says", async () => {
  let checked = 0;
  for (const file of ["statement-good.json", "statement-bad.json", "kinds-good.json", "kinds-bad.json"]) {
    for (const each of (read(file) as { statements: Vector[] }).statements) {
      const bytes = each.headerHex === undefined ? Buffer.from(each.header ?? "") : Buffer.from(each.headerHex, "hex");
      const statement = { id: each.id, bytes, signature: Buffer.from(each.signature, "hex"), opened: each.opened };
      const { faults } = await verifyStatement(statement, each.place.case);
      const wanted = each.code === undefined || ofPlace.includes(each.code) ? [] : [each.code];
      assert.deepEqual(codesOf(faults), wanted, each.name);
      checked++;
    }
  }
  assert.ok(checked > 200, `${checked}`);
  for (const { note, name } of (read("checkpoint-good.json") as { notes: { note: string; name: string }[] }).notes)
    assert.deepEqual((await verifyCheckpoint(Buffer.from(note))).faults, [], name);
  for (const { note, name, code } of (read("checkpoint-bad.json") as { notes: { note: string; name: string; code: string }[] }).notes)
    assert.deepEqual(codesOf((await verifyCheckpoint(Buffer.from(note))).faults), [code], name);
  const heads = read("heads.json") as Record<"inclusion" | "consistency", { good: unknown[]; bad: unknown[] }>;
  for (const each of heads.inclusion.good) assert.ok(await verifyInclusion(each as Inclusion));
  for (const each of heads.inclusion.bad) assert.ok(!(await verifyInclusion(each as Inclusion)));
  for (const each of heads.consistency.good) assert.ok(await verifyConsistency(each as Consistency));
  for (const each of heads.consistency.bad) assert.ok(!(await verifyConsistency(each as Consistency)));
});

test("what the subpath imports is its own room, model and log, and no package or module of the machine", () => {
  const seen = new Set<string>();
  const follow = (file: URL): void => {
    if (seen.has(file.href)) return;
    seen.add(file.href);
    for (const [, specifier = ""] of readFileSync(file, "utf8").matchAll(/from "([^"]+)"/g)) {
      assert.match(specifier, /^\.\.?\//, `${file.pathname} imports ${specifier}`);
      follow(new URL(specifier, file));
    }
  };
  follow(new URL("../src/verify.ts", import.meta.url));
  for (const href of seen) assert.match(href, /src\/(verify\.ts|model\/|log\/)/);
  assert.ok(seen.size > 20);
});
