import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Head } from "../../src/log/append.ts";
import { treeHash } from "../../src/log/tree.ts";
import { verify } from "../../src/log/verify.ts";
import type { Id } from "../../src/model/ids.ts";
import type { DeviceId, Opened } from "../../src/model/statement.ts";
import { statementTypes } from "../../src/model/kinds.ts";
import { payloadType } from "../../src/model/statement.ts";
import { nodeChecking } from "../../src/workbench/crypto.ts";
import { files as kindFiles } from "./vectors-kinds.ts";
import { files } from "./vectors.ts";

interface Vector {
  readonly name: string;
  readonly rules: readonly string[];
  readonly code?: string;
  readonly id: Id;
  readonly header?: string;
  readonly headerHex?: string;
  readonly signature: string;
  readonly opened: readonly Opened[];
  readonly place: { readonly case: Id | null; readonly head: Head | null; readonly members: readonly DeviceId[] };
}

const folder = new URL("../../spec/vectors/", import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), "utf8"));
const good = read("statement-good.json") as { payloadType: string; statements: Vector[]; tree: { leaves: string[]; roots: string[] } };
const bad = read("statement-bad.json") as { payloadType: string; statements: Vector[] };
const kindsGood = read("kinds-good.json") as { statements: Vector[] };
const kindsBad = read("kinds-bad.json") as { statements: Vector[] };
const rules = new Set(readFileSync(new URL("../../spec/statement.md", import.meta.url), "utf8").match(/\[S\d+\]/g));

async function run(vector: Vector) {
  const { place } = vector;
  const bytes = vector.headerHex === undefined ? Buffer.from(vector.header ?? "") : Buffer.from(vector.headerHex, "hex");
  const statement = { id: vector.id, bytes, signature: Buffer.from(vector.signature, "hex"), opened: vector.opened };
  return await verify(
    statement,
    { caseId: place.case, head: place.head, isMember: (device) => place.members.includes(device) },
    nodeChecking(),
  );
}

test("the committed vectors are what the generator writes", () => {
  for (const [name, content] of Object.entries({ ...files, ...kindFiles }))
    assert.deepEqual(read(name), JSON.parse(JSON.stringify(content)), name);
});

test("every good vector holds", async () => {
  assert.equal(good.payloadType, payloadType);
  for (const vector of [...good.statements, ...kindsGood.statements]) {
    const verdict = await run(vector);
    assert.deepEqual(verdict.faults, [], vector.name);
    assert.ok(verdict.header);
  }
});

test("every bad vector is refused with the one code of the one rule that it breaks", async () => {
  assert.ok(bad.statements.length >= 60);
  for (const vector of [...bad.statements, ...kindsBad.statements]) {
    const verdict = await run(vector);
    const codes = [...new Set(verdict.faults.map(({ code }) => code))];
    assert.deepEqual(codes, [vector.code], `${vector.rules.join()} ${vector.name}: ${JSON.stringify(verdict.faults)}`);
    assert.equal(verdict.body, null, vector.name);
  }
});

test("a body is handed out only when all its fields are opened", async () => {
  const bodies = new Map<string, unknown>();
  for (const vector of good.statements) bodies.set(vector.name, (await run(vector)).body?.kind ?? null);
  assert.deepEqual(Object.fromEntries(bodies), {
    "a founding statement": "case",
    "a sealed source, all fields opened": "seal",
    "the same, two fields of eighteen opened": null,
    "the same, no field opened": null,
    "a reading": "read",
    "a second device, a kind not known yet, one log seen": null,
    "no fields at all": null,
    "a known kind with one field more": "read",
  });
});

test("every kind of this version has a good vector, a bad one, and one with a single field shown", async () => {
  const shown = new Map<string, readonly string[]>();
  for (const vector of [...good.statements, ...kindsGood.statements]) {
    const { said } = await run(vector);
    if (said?.body === null) shown.set(said.kind, Object.keys(said.shown));
  }
  const bodies = new Set(kindsBad.statements.map(({ name }) => name.split(":")[0]));
  for (const { kind } of statementTypes) {
    if (["case", "seal", "read"].includes(kind)) continue;
    assert.equal(shown.get(kind)?.length, 1, kind);
    assert.ok(bodies.has(kind), kind);
  }
});

test("[S23] the tree hash of the vectors' leaves, at every size", async () => {
  const { leaves, roots } = good.tree;
  for (const [size, root] of roots.entries()) {
    const entries = leaves.slice(0, size).map((leaf) => Buffer.from(leaf, "hex"));
    assert.equal(await treeHash(entries, nodeChecking()), root, `${size} leaves`);
  }
});

test("every rule that a vector names is in the specification, and every rule that one statement can break has a vector", () => {
  const named = new Set(
    [good, bad, kindsGood, kindsBad].flatMap(({ statements }) => statements).flatMap((vector) => vector.rules.map((rule) => `[${rule}]`)),
  );
  named.add("[S23]");
  for (const rule of named) assert.ok(rules.has(rule), rule);
  // Every rule of the other pages of the specification is quoted by a test of its own.
  const quoted = ["admission.test.ts", "heads.test.ts", "vectors-heads.ts"].map((name) =>
    readFileSync(new URL(name, import.meta.url), "utf8"),
  );
  for (const page of ["admission.md", "head.md", "checkpoint.md"]) {
    for (const rule of new Set(readFileSync(new URL(`../../spec/${page}`, import.meta.url), "utf8").match(/\*\*\[[ACH]\d+\]\*\*/g))) {
      const bare = rule.slice(3, -3);
      if (!["C8", "H3", "H4"].includes(bare))
        assert.ok(
          quoted.some((text) => text.includes(`[${bare}]`) || text.includes(`"${bare}"`)),
          bare,
        );
    }
  }
  // [S24] binds what is kept, not what one statement says.
  for (const rule of rules) assert.ok(named.has(rule) || rule === "[S24]", `${rule} has no vector`);
});
