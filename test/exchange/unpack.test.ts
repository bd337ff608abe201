/** spec/bundle.md by its vectors; then every cut, every doubled and swapped piece and many flipped bits of a good bundle. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import type { Id } from "../../src/model/ids.ts";
import type { BundleHead } from "../../src/exchange/bundle.ts";
import { haveOf, lackedBy } from "../../src/exchange/have.ts";
import { paddedRecipients, paddedSize } from "../../src/exchange/padding.ts";
import { unpack } from "../../src/exchange/unpack.ts";
import { nodeChecking, nodeHasher, sha256 } from "../../src/workbench/crypto.ts";
import { files } from "./vectors.ts";
import { fateOf, mutated } from "./mutate.ts";
import { random } from "../soak/texts.ts";

const { case: caseId } = files["bundle-good.json"] as { readonly case: Id };
const crypto = { ...nodeChecking(), hasher: nodeHasher };

test("the vectors in spec are the ones that are built here", () => {
  for (const [name, content] of Object.entries(files)) {
    const written: unknown = JSON.parse(readFileSync(new URL(`../../spec/vectors/${name}`, import.meta.url), "utf8"));
    assert.deepEqual(written, JSON.parse(JSON.stringify(content)));
  }
  assert.ok(files["bundle-bad.json"].bundles.length >= 60);
});

for (const { name, rules, bytes } of files["bundle-good.json"].bundles)
  test(`${rules.join(" ")} taken: ${name}`, async () => {
    assert.equal(await fateOf(Buffer.from(bytes, "base64"), caseId), null);
    assert.equal(await fateOf(Buffer.from(bytes, "base64"), caseId, 1), null, "whatever the stream is cut into");
  });

for (const { name, rules, code, bytes } of files["bundle-bad.json"].bundles)
  test(`${rules.join(" ")} refused with ${code ?? ""}: ${name}`, async () => {
    assert.equal(await fateOf(Buffer.from(bytes, "base64"), caseId), code);
  });

const whole = Buffer.from(files["bundle-good.json"].bundles[0]?.bytes ?? "", "base64");

test("a bundle cut at any byte is refused", async () => {
  for (let at = 0; at < whole.length; at += 7) assert.notEqual(await fateOf(whole.subarray(0, at), caseId), null, String(at));
});

test("a bundle with any one bit flipped is refused: 1,000 of them", async () => {
  const next = random(11);
  for (let trial = 0; trial < 1_000; trial++) {
    const bytes = Buffer.from(whole);
    const at = Math.floor(next() * bytes.length);
    const bit = 1 << Math.floor(next() * 8);
    bytes[at] = (bytes[at] ?? 0) ^ bit;
    assert.notEqual(await fateOf(bytes, caseId), null, `byte ${at}, bit ${bit}`);
  }
});

test("no mutation is taken: bits, bytes, cuts, doubled, moved and swapped pieces, 2,000 of them", async () => {
  for (let seed = 1; seed <= 2_000; seed++) {
    const bytes = mutated(whole, seed);
    if (bytes.equals(whole)) continue;
    assert.notEqual(await fateOf(bytes, caseId), null, `seed ${seed}`);
  }
});

test("a bundle that was proven and then changed is not taken, though its statements are not checked again", async () => {
  const nothing = (): void => undefined;
  const sink = { head: nothing, statement: nothing, blob: nothing, names: nothing };
  async function* stream(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(bytes);
  }
  const { digest } = await unpack(stream(whole), { caseId, proven: null }, sink, crypto);
  assert.equal((await unpack(stream(whole), { caseId, proven: digest }, sink, crypto)).digest, digest);
  const other = Buffer.from(files["bundle-good.json"].bundles[1]?.bytes ?? "", "base64");
  await assert.rejects(unpack(stream(other), { caseId, proven: digest }, sink, crypto), { code: "bundle-digest" });
});

test("sizes fall into few classes and grow by at most 12 %", () => {
  const classes = new Set<number>();
  for (let bytes = 1; bytes < 50_000_000; bytes = Math.ceil(bytes * 1.0007)) {
    const size = paddedSize(bytes);
    classes.add(size);
    assert.ok(size >= bytes && (bytes < 16_384 ? size === 16_384 : size <= bytes * 1.12), String(bytes));
    assert.equal(paddedSize(size), size);
  }
  assert.ok(classes.size < 400, String(classes.size));
  assert.deepEqual([1, 4, 5, 8, 9, 16, 17, 32, 33].map(paddedRecipients), [4, 4, 8, 8, 16, 16, 32, 32, 48]);
});

test("what the other side lacks is what it has not: any two sets of chains, gaps and forks", async () => {
  const device = (at: number): BundleHead["device"] => `ed25519:${String(at).repeat(64)}`;
  const id = (at: number, seq: number, branch: number): Id => `sha256:${`${at}${branch}${seq}`.padStart(64, "0")}`;
  const side = fc.uniqueArray(fc.record({ at: fc.nat(2), seq: fc.nat(6), branch: fc.constantFrom(0, 0, 0, 1) }), {
    selector: ({ at, seq, branch }) => `${at} ${seq} ${branch}`,
    maxLength: 20,
  });
  await fc.assert(
    fc.asyncProperty(side, side, async (ours, theirs) => {
      const places = (list: typeof ours) =>
        list
          .map(({ at, seq, branch }) => ({ device: device(at), seq, id: id(at, seq, branch) }))
          .sort((a, b) => (a.device < b.device || (a.device === b.device && (a.seq < b.seq || (a.seq === b.seq && a.id < b.id))) ? -1 : 1));
      const [mine, others] = [places(ours), places(theirs)];
      const ids = (of: string, seq: number): Promise<readonly Id[]> =>
        Promise.resolve(mine.filter((place) => place.device === of && place.seq === seq).map((place) => place.id));
      const lacked = await lackedBy(await haveOf(others, sha256), await haveOf(mine, sha256), ids);
      const held = new Set(others.map((place) => place.id));
      // Inside of a stretch only its end is compared: a chain holds what is before it. Branches here are no chains, so only whole ones are asked of.
      for (const place of mine)
        if (!others.some(({ device: of, seq }) => of === place.device && seq === place.seq)) assert.ok(lacked(place));
      const same = mine.every((place) => held.has(place.id)) && others.every((place) => mine.some((own) => own.id === place.id));
      if (same) for (const place of mine) assert.ok(!lacked(place));
    }),
    { numRuns: 300 },
  );
});
