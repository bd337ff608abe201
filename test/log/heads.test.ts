import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { signCheckpoint, withStamp } from "../../src/log/checkpoint.ts";
import { consistencyProof, inclusionProof } from "../../src/log/proof.ts";
import { emptyFrontier, leafHash, rootOf, treeHash, withLeaf } from "../../src/log/tree.ts";
import type { Checkpoint } from "../../src/log/verify/checkpoint.ts";
import { verifyCheckpoint } from "../../src/log/verify/checkpoint.ts";
import type { Consistency, Inclusion } from "../../src/log/verify/proof.ts";
import { consistencyHolds, inclusionHolds } from "../../src/log/verify/proof.ts";
import { base64Of, bytesOfBase64 } from "../../src/model/bytes.ts";
import type { Id } from "../../src/model/ids.ts";
import { nodeChecking } from "../../src/workbench/crypto.ts";
import { files } from "./vectors-heads.ts";
import { Device } from "./world.ts";

const folder = new URL("../../spec/vectors/", import.meta.url);
const crypto = nodeChecking();
const heads = JSON.parse(readFileSync(new URL("heads.json", folder), "utf8")) as (typeof files)["heads.json"];

test("the committed vectors are what the generator writes", () => {
  for (const [name, content] of Object.entries(files)) {
    assert.deepEqual(JSON.parse(readFileSync(new URL(name, folder), "utf8")), JSON.parse(JSON.stringify(content)), name);
  }
});

test("[H1] [H2] the tree grows leaf by leaf into the roots of the vectors", async () => {
  let frontier = emptyFrontier;
  assert.equal(await rootOf(frontier, crypto), heads.roots[0]);
  for (const [at, entry] of heads.entries.entries()) {
    const leaf = await leafHash(Buffer.from(entry, "hex"), crypto);
    assert.equal(leaf, heads.leaves[at]);
    frontier = await withLeaf(frontier, leaf, crypto);
    assert.equal(await rootOf(frontier, crypto), heads.roots[at + 1]);
    assert.ok(frontier.hashes.length <= Math.ceil(Math.log2(at + 2)) + 1);
  }
});

test("[H5] every inclusion proof of the vectors holds and is the one that is made; every bad one does not", async () => {
  assert.equal(heads.inclusion.good.length, 66);
  for (const each of heads.inclusion.good) {
    assert.deepEqual(await inclusionProof(heads.leaves.slice(0, each.size), each.index, crypto), each.path);
    assert.equal(await inclusionHolds(each as Inclusion, crypto), true, `${each.index} of ${each.size}`);
  }
  for (const each of heads.inclusion.bad) assert.equal(await inclusionHolds(each as Inclusion, crypto), false, each.name);
});

test("[H6] every consistency proof of the vectors holds and is the one that is made; every bad one does not", async () => {
  for (const each of heads.consistency.good) {
    assert.deepEqual(await consistencyProof(heads.leaves.slice(0, each.second.size), each.first.size, crypto), each.path);
    assert.equal(await consistencyHolds(each as Consistency, crypto), true, `${each.first.size} to ${each.second.size}`);
  }
  for (const each of heads.consistency.bad) assert.equal(await consistencyHolds(each as Consistency, crypto), false, each.name);
});

test("[H1] [H5] [H6] proofs of any tree hold, and for no other leaf or size", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 70 }), fc.nat(), fc.nat(), async (texts, a, b) => {
      const entries = texts.map((text) => Buffer.from(text));
      const leaves = await Promise.all(entries.map((entry) => leafHash(entry, crypto)));
      const size = leaves.length;
      const root = await treeHash(entries, crypto);
      const index = a % size;
      const path = await inclusionProof(leaves, index, crypto);
      const proof: Inclusion = { leaf: leaves[index] as string, index, size, path, root };
      assert.ok(await inclusionHolds(proof, crypto));
      assert.ok(!(await inclusionHolds({ ...proof, leaf: leaves[(index + 1) % size] as string }, crypto)));
      assert.ok(!(await inclusionHolds({ ...proof, index: (index + 1) % size }, crypto)));
      const first = 1 + (b % size);
      const early = await treeHash(entries.slice(0, first), crypto);
      const grown = { first: { size: first, root: early }, second: { size, root }, path: await consistencyProof(leaves, first, crypto) };
      assert.ok(await consistencyHolds(grown, crypto));
      if (first < size) assert.ok(!(await consistencyHolds({ ...grown, first: { size: first, root } }, crypto)));
    }),
    { seed: 6962, numRuns: 60 },
  );
});

test("a leaf or a tree that is not there has no proof", async () => {
  await assert.rejects(inclusionProof(heads.leaves, heads.leaves.length, crypto), RangeError);
  await assert.rejects(consistencyProof(heads.leaves, 0, crypto), RangeError);
});

test("[C1] to [C7] every good checkpoint holds, every bad one is refused with its code", async () => {
  const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), "utf8"));
  const good = read("checkpoint-good.json") as { notes: { name: string; note: string }[] };
  const bad = read("checkpoint-bad.json") as { notes: { name: string; rule: string; code: string; note: string }[] };
  for (const { name, note } of good.notes) {
    const verdict = await verifyCheckpoint(Buffer.from(note), crypto);
    assert.deepEqual(verdict.faults, [], name);
    assert.equal(verdict.signers.length, name.includes("both") ? 2 : 1, name);
    assert.equal(verdict.stamps.length, name.includes("stamp") ? 1 : 0, name);
  }
  for (const { name, rule, code, note } of bad.notes) {
    const { faults } = await verifyCheckpoint(Buffer.from(note), crypto);
    assert.deepEqual([...new Set(faults.map((fault) => fault.code))], [code], `${rule} ${name}`);
  }
});

test("a checkpoint that is signed holds, comes back as it was, and takes a stamp once", async () => {
  const device = new Device("Aigul");
  const root: Id = `sha256:${"1".repeat(64)}`;
  const checkpoint: Checkpoint = { case: root, heads: [{ device: device.id, seq: 7, root }] };
  const note = await signCheckpoint(checkpoint, device.signing);
  const stamped = await withStamp(note, Uint8Array.of(1, 2, 3), crypto);
  assert.ok(stamped);
  assert.deepEqual(await withStamp(stamped, Uint8Array.of(1, 2, 3), crypto), stamped);
  const verdict = await verifyCheckpoint(stamped, crypto);
  assert.deepEqual(verdict, { checkpoint, signers: [device.id], stamps: [Uint8Array.of(1, 2, 3)], faults: [] });
  await assert.rejects(signCheckpoint({ case: root, heads: [] }, device.signing), TypeError);
  assert.equal(await withStamp(Buffer.from("no note"), Uint8Array.of(1), crypto), null);
  for (let at = 0; at < note.length; at += 7) {
    const altered = Uint8Array.from(note);
    altered[at] = (altered[at] ?? 0) ^ 1;
    const { faults, signers } = await verifyCheckpoint(altered, crypto);
    assert.ok(faults.length > 0 || signers.length === 0, `byte ${at}`);
  }
});

test("base 64 is that of RFC 4648 10, and one text for one value", () => {
  const pairs = { "": "", f: "Zg==", fo: "Zm8=", foo: "Zm9v", foob: "Zm9vYg==", fooba: "Zm9vYmE=", foobar: "Zm9vYmFy" };
  for (const [plain, encoded] of Object.entries(pairs)) {
    assert.equal(base64Of(Buffer.from(plain)), encoded);
    assert.deepEqual(bytesOfBase64(encoded), Uint8Array.from(Buffer.from(plain)));
  }
  for (const none of ["Zg", "Zg=", "Zh==", "Z===", "Zm9-", "Zm9v ", "=m9v"]) assert.equal(bytesOfBase64(none), null, none);
});
