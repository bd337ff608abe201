import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { claimCheck, quoteHolds } from "../../src/model/claim.ts";
import { faultsOf } from "../../src/model/check.ts";
import type { Draft } from "../../src/model/claim.ts";
import type { Id } from "../../src/model/ids.ts";
import type { ReadBody } from "../../src/model/kinds/read.ts";
import { sha256 } from "../../src/workbench/crypto.ts";
import type { Layer } from "../../src/workbench/drafts.ts";
import { draftsBytes, finish, readDrafts } from "../../src/workbench/drafts.ts";
import { code } from "./cases.ts";
import { draft, figureDraft, words } from "./readers.ts";

const TEXT = "Snow fell \u{1F328} on Tasqala.";
const id = (digit: string): Id => `sha256:${digit.repeat(64)}`;
const layer: Layer = { what: "a.md", source: id("a"), textId: id("b"), text: TEXT };
const finished = (drafts: readonly Draft[]) => finish(drafts, layer, words, sha256);
const body: ReadBody = { source: layer.source, text: layer.textId, reader: "rules", version: "1.0.0", drafts: id("c"), claims: 4 };

test("good drafts become claims with ids, in order", () => {
  const { claims, refused } = finished(words.read(TEXT, { published: null, passages: [] }));
  assert.deepEqual(
    claims.map(({ quote }) => quote),
    ["Snow", "fell", "on", "Tasqala"],
  );
  assert.deepEqual(refused, []);
  for (const claim of claims) assert.deepEqual(faultsOf(claimCheck, claim), []);
});

test("a bad draft is refused by its rule, the rest stays", () => {
  const cases: readonly (readonly [string, Draft])[] = [
    ["quote-mismatch", { ...draft(TEXT, 0, 4), quote: "snow" }],
    ["quote-mismatch", { ...draft(TEXT, 0, 4), end: 5 }],
    ["quote-mismatch", draft(TEXT, 20, 2000)],
    ["quote-mismatch", draft(TEXT, 4, 4)],
    ["quote-mismatch", { ...draft(TEXT, 0, 4), also: [{ start: 5, end: 900 }] }],
    ["draft-invalid", { ...draft(TEXT, 0, 4), start: -1 }],
    ["draft-invalid", { ...draft(TEXT, 0, 4), start: 0.5 }],
    ["draft-invalid", { ...draft(TEXT, 0, 4), kind: "rumour" as never }],
    ["draft-invalid", { ...draft(TEXT, 0, 4), when: "last week" }],
    ["draft-invalid", { ...draft(TEXT, 0, 4), voice: undefined as never }],
    ["draft-invalid", { ...draft(TEXT, 0, 4), links: [{ type: "likes" as never, claim: 1 }] }],
    ["draft-invalid", { ...draft(TEXT, 0, 4), certainty: NaN as never }],
    // Half of the snowflake: no UTF-8 can hold the quote.
    ["draft-invalid", draft(TEXT, 10, 11)],
  ];
  const good = draft(TEXT, 5, 9);
  for (const [wanted, bad] of cases) {
    const { claims, refused } = finished([good, bad]);
    assert.deepEqual(
      claims.map(({ quote }) => quote),
      ["fell"],
      JSON.stringify(bad),
    );
    assert.deepEqual(
      refused.map(({ code: why }) => why),
      [wanted],
      JSON.stringify(bad),
    );
    assert.match(refused[0]?.what ?? "", /^a\.md /);
    assert.match(refused[0]?.message ?? "", /^test\.word: /);
  }
});

test("pointers follow the drafts that stay, and go with those that do not", () => {
  const bad = { ...draft(TEXT, 0, 4), quote: "no" };
  const whole = figureDraft(TEXT, 0, 4, null);
  const part = figureDraft(TEXT, 5, 9, 1);
  const lost = {
    ...figureDraft(TEXT, 13, 15, 0),
    links: [
      { type: "repeats" as const, claim: 0 },
      { type: "corrects" as const, claim: 2 },
    ],
  };
  const { claims, refused } = finished([bad, whole, part, lost]);
  assert.equal(refused.length, 1);
  assert.equal(claims[1]?.figure?.partOf, claims[0]?.id);
  assert.equal(claims[2]?.figure?.partOf, null);
  assert.deepEqual(claims[2].links, [{ type: "corrects", claim: claims[1]?.id }]);
});

test("two drafts that say the same are one claim, whichever rule found them", () => {
  const { claims, refused } = finished([draft(TEXT, 0, 4), draft(TEXT, 0, 4, { rule: "test.other" }), draft(TEXT, 5, 9)]);
  assert.deepEqual(
    claims.map(({ reader }) => reader.rule),
    ["test.word", "test.word"],
  );
  assert.deepEqual(refused, []);
});

test("any drafts: what is kept holds, what is refused is named, nothing is lost", () => {
  const span = fc.tuple(fc.integer({ min: -2, max: TEXT.length + 2 }), fc.integer({ min: -2, max: TEXT.length + 2 }));
  const one = fc.tuple(span, fc.boolean(), fc.option(fc.integer({ min: -1, max: 9 })));
  fc.assert(
    fc.property(fc.array(one, { maxLength: 8 }), (list) => {
      const drafts = list.map(([[start, end], honest, partOf]) => {
        const made = figureDraft(TEXT, start, end, partOf);
        return honest ? made : { ...made, quote: `${made.quote}!` };
      });
      const { claims, refused } = finished(drafts);
      for (const claim of claims) {
        assert.deepEqual(faultsOf(claimCheck, claim), []);
        assert.ok(quoteHolds(claim, TEXT));
        const whole = claim.figure?.partOf ?? null;
        assert.ok(whole === null || claims.some((other) => other.id === whole));
      }
      const honest = drafts.filter(
        (each, at) => list[at]?.[1] === true && finished([{ ...each, figure: null, kind: "event" }]).claims.length === 1,
      );
      const bySpan = new Set(honest.map(({ start, end }) => `${start}-${end}`));
      assert.equal(new Set(claims.map(({ start, end }) => `${start}-${end}`)).size, bySpan.size);
      assert.equal(refused.length, drafts.length - honest.length);
    }),
    { seed: 2205, numRuns: 300 },
  );
});

test("a drafts blob comes back as it was; one that is not what was signed is altered", () => {
  const content = {
    v: 1 as const,
    reader: { name: "rules", version: "1.0.0" },
    source: layer.source,
    text: layer.textId,
    ...finished(words.read(TEXT, { published: null, passages: [] })),
  };
  const bytes = draftsBytes(content);
  assert.deepEqual(readDrafts(bytes, body, sha256), content);
  const altered = code("drafts-altered");
  for (const other of [
    { ...body, claims: 5 },
    { ...body, source: id("d") },
    { ...body, text: id("d") },
    { ...body, version: "1.0.1" },
    { ...body, reader: "person" },
  ]) {
    assert.throws(() => readDrafts(bytes, other, sha256), altered, JSON.stringify(other));
  }
  const text = Buffer.from(bytes).toString();
  for (const change of [
    text.slice(1),
    text.replace('"Snow"', '"Rain"'),
    text.replace('"v":1', '"v":2'),
    text.replace('"stated"', '"proven"'),
    "null",
    "[]",
  ]) {
    assert.throws(() => readDrafts(Buffer.from(change), body, sha256), altered, change.slice(0, 80));
  }
  assert.throws(() => readDrafts(Buffer.from([0xff, 0xfe]), body, sha256), altered);
});
