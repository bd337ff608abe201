import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Head } from "../../src/log/append.ts";
import { headAfter, nextStatement } from "../../src/log/append.ts";
import type { Signing } from "../../src/log/crypto.ts";
import { headerBytes } from "../../src/log/header.ts";
import { treeHash } from "../../src/log/tree.ts";
import type { Place } from "../../src/log/verify.ts";
import { verify } from "../../src/log/verify.ts";
import type { Id } from "../../src/model/ids.ts";
import { isKnownKind } from "../../src/model/kinds.ts";
import type { ReadBody } from "../../src/model/kinds/read.ts";
import { sealBody, sourceOf } from "../../src/model/kinds/seal.ts";
import type { Header, Statement } from "../../src/model/statement.ts";
import { newKey, nodeChecking, nodeSigning, readKey, sha256 } from "../../src/workbench/crypto.ts";

const checking = nodeChecking();
const clock = (): Date => new Date("2026-03-01T08:00:00.999Z");

function device(): Signing {
  const key = readKey(newKey());
  assert.ok(key);
  return nodeSigning(key, clock);
}

async function found(signing: Signing): Promise<{ statement: Statement; head: Head }> {
  const body = { name: null, zone: "Asia/Almaty", languages: ["kk"] };
  const statement = await nextStatement({ kind: "case", body, caseId: null, head: null, seen: [] }, signing);
  return { statement, head: { device: signing.device, seq: 0, id: statement.id } };
}

const readBody = (claims: number): ReadBody => {
  const id: Id = `sha256:${sha256(Buffer.from(String(claims)))}`;
  return { source: id, text: id, reader: "rules", version: "1.0.0", drafts: id, claims };
};

test("a chain of a hundred statements holds, one by one, each only in its place", async () => {
  const signing = device();
  const { statement: founding, head: first } = await found(signing);
  const at = (head: Head | null, caseId: Id | null = founding.id): Place => ({ caseId, head, isMember: (who) => who === signing.device });
  assert.deepEqual((await verify(founding, at(null, null), checking)).faults, []);
  assert.deepEqual((await verify(founding, at(null), checking)).faults, []);
  let head = first;
  for (let claims = 1; claims < 100; claims++) {
    const statement = await nextStatement({ kind: "read", body: readBody(claims), caseId: founding.id, head, seen: [] }, signing);
    const verdict = await verify(statement, at(head), checking);
    assert.deepEqual(verdict.faults, []);
    assert.deepEqual(verdict.body, { kind: "read", body: readBody(claims) });
    assert.equal(verdict.header?.seq, claims);
    assert.equal(verdict.header.time, "2026-03-01T08:00:00Z");
    assert.deepEqual(
      (await verify(statement, at(null), checking)).faults.map(({ code }) => code),
      ["statement-chain"],
    );
    head = headAfter(statement, verdict.header);
  }
});

test("several rules broken at once are all told", async () => {
  const signing = device();
  const { statement } = await found(signing);
  const broken: Statement = {
    ...statement,
    id: `sha256:${"0".repeat(64)}`,
    signature: new Uint8Array(64),
    opened: statement.opened.map((field) => ({ ...field, value: "changed" })),
  };
  const head: Head = { device: signing.device, seq: 4, id: statement.id };
  const verdict = await verify(broken, { caseId: statement.id, head, isMember: () => false }, checking);
  assert.deepEqual([...new Set(verdict.faults.map(({ code }) => code))].sort(), [
    "device-unknown",
    "statement-case",
    "statement-chain",
    "statement-field",
    "statement-id",
    "statement-signature",
  ]);
  assert.equal(verdict.faults.filter(({ code }) => code === "statement-field").length, 3);
});

test("no byte of a statement can be changed without a fault, and no bytes make it throw", async () => {
  const signing = device();
  const { statement } = await found(signing);
  const place: Place = { caseId: statement.id, head: null, isMember: () => true };
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), fc.boolean(), async (position, flip, inHeader) => {
      const part = Uint8Array.from(inHeader ? statement.bytes : statement.signature);
      const at = position % part.length;
      part[at] = (part[at] ?? 0) ^ flip;
      const altered = inHeader ? { ...statement, bytes: part } : { ...statement, signature: part };
      assert.ok((await verify(altered, place, checking)).faults.length > 0);
    }),
    { seed: 2201, numRuns: 400 },
  );
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.json(), async (bytes, json) => {
      for (const header of [bytes, Buffer.from(json)]) {
        assert.ok((await verify({ ...statement, bytes: header }, place, checking)).faults.length > 0);
      }
    }),
    { seed: 2202, numRuns: 300 },
  );
});

test("any JSON value opens again under its digest; a nested ton of it is a fault, not a crash", async () => {
  const signing = device();
  const { head, statement: founding } = await found(signing);
  const what = { kind: "read" as const, body: readBody(0), caseId: founding.id, head, seen: [] };
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ noUnicodeString: false }), async (value) => {
      if (!JSON.stringify(value).isWellFormed() || /\\ud[89a-f]/i.test(JSON.stringify(value))) return;
      const statement = await nextStatement({ ...what, body: { ...what.body, later: value } as never }, signing);
      const kept = { ...statement, opened: JSON.parse(JSON.stringify(statement.opened)) as Statement["opened"] };
      const verdict = await verify(kept, { caseId: founding.id, head, isMember: () => true }, checking);
      assert.deepEqual(verdict.faults, []);
    }),
    { seed: 2203, numRuns: 100 },
  );
  const deep = JSON.parse("[".repeat(100_000) + "]".repeat(100_000)) as never;
  const statement = await nextStatement(what, signing);
  const opened = statement.opened.map((field) => (field.name === "claims" ? { ...field, value: deep } : field));
  const verdict = await verify({ ...statement, opened }, { caseId: founding.id, head, isMember: () => true }, checking);
  assert.deepEqual(
    verdict.faults.map(({ code }) => code),
    ["statement-field"],
  );
});

test("salts are fresh: the same body twice shares no digest", async () => {
  const signing = device();
  const { head, statement: founding } = await found(signing);
  const what = { kind: "read" as const, body: readBody(7), caseId: founding.id, head, seen: [] };
  const [a, b] = await Promise.all([nextStatement(what, signing), nextStatement(what, signing)]);
  const digests = new Set([a, b].flatMap(({ bytes }) => (JSON.parse(Buffer.from(bytes).toString()) as Header).fields));
  assert.equal(digests.size, 12);
  const salts = new Set([a, b].flatMap(({ opened }) => opened.map(({ salt }) => salt)));
  assert.equal(salts.size, 12);
});

test("a header that nobody could verify is not signed", () => {
  const header: Header = {
    v: 1,
    kind: "read",
    case: `sha256:${"a".repeat(64)}`,
    device: `ed25519:${"b".repeat(64)}`,
    seq: 1,
    prev: `sha256:${"c".repeat(64)}`,
    time: "2026-03-01T08:00:00Z",
    seen: [],
    fields: [],
  };
  assert.equal(Buffer.from(headerBytes(header)).toString(), JSON.stringify(header, Object.keys(header).sort()));
  for (const change of [{ prev: null }, { case: null }, { time: "2026-03-01T08:00:00.000Z" }, { kind: "Read" }, { seq: 0.5 }]) {
    assert.throws(() => headerBytes({ ...header, ...change }), TypeError, JSON.stringify(change));
  }
});

test("[S2] a header of more than a mebibyte is neither signed nor accepted", async () => {
  const signing = device();
  const { statement: founding } = await found(signing);
  const fields = Array.from({ length: 15_000 }, (_, at): Id => `sha256:${at.toString(16).padStart(64, "0")}`);
  const header: Header = {
    v: 1,
    kind: "later",
    case: founding.id,
    device: signing.device,
    seq: 0,
    prev: null,
    time: "2026-03-01T08:00:00Z",
    seen: [],
    fields,
  };
  assert.throws(() => headerBytes(header), /1048576/);
  const bytes = Buffer.from(JSON.stringify(header, Object.keys(header).sort()));
  const verdict = await verify({ ...founding, bytes }, { caseId: founding.id, head: null, isMember: () => true }, checking);
  assert.ok(verdict.faults.some(({ code, message }) => code === "statement-malformed" && message.includes("1048576")));
});

test("a tree hash reads its entries once, as they come", async () => {
  async function* slowly(): AsyncGenerator<Uint8Array> {
    for (const entry of ["a", "b", "c"]) yield await Promise.resolve(Buffer.from(entry));
  }
  assert.equal(
    await treeHash(slowly(), checking),
    await treeHash(
      ["a", "b", "c"].map((entry) => Buffer.from(entry)),
      checking,
    ),
  );
});

test("a seal's body and its source are one to the other", () => {
  const id: Id = `sha256:${"d".repeat(64)}`;
  const source = {
    id,
    text: id,
    bytes: 3,
    format: "text",
    encoding: "utf-8",
    title: null,
    author: null,
    publisher: null,
    published: null,
    url: null,
    language: null,
    form: "original",
    complete: true,
    restates: null,
    passages: [],
    provenance: { from: "a.txt", got: "2026-03-01T08:00:00Z", by: "onrecord 0.1.0" },
  } as const;
  assert.deepEqual(sourceOf(sealBody(source)), source);
  assert.equal(isKnownKind("seal"), true);
  assert.equal(isKnownKind("toString"), false);
});
