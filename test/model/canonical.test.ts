import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Json } from "../../src/model/canonical.ts";
import { canonical, canonicalBytes } from "../../src/model/canonical.ts";

test("numbers print as ECMAScript prints them", () => {
  // The table of RFC 8785 appendix B is held in test/log/rfc.test.ts.
  assert.equal(canonical(-0), "0");
  assert.equal(canonical(4.5), "4.5");
  assert.equal(canonical(2e-3), "0.002");
});

test("numbers that JSON cannot hold are refused", () => {
  for (const value of [NaN, Infinity, -Infinity]) assert.throws(() => canonical(value), TypeError);
  assert.throws(() => canonical({ deep: [1, { x: NaN }] }), TypeError);
});

test("keys sort by UTF-16 code units, not by code points and not by locale", () => {
  // U+1F600 is two units that begin with D83D, so it stands before U+FB33 although its code point is larger.
  const keys = ["\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6", "é", "e", "Z", "a", ""];
  const value = Object.fromEntries(keys.map((key) => [key, 0]));
  const inOrder = ["", "\r", "1", "Z", "a", "e", "\u0080", "é", "\u00f6", "\u20ac", "\ud83d\ude00", "\ufb33"];
  assert.equal(canonical(value), `{${inOrder.map((key) => `${JSON.stringify(key)}:0`).join(",")}}`);
});

test("keys that look like numbers sort as text", () => {
  assert.equal(canonical({ 10: 1, 9: 2, b: 3, a: 4 }), '{"10":1,"9":2,"a":4,"b":3}');
});

test("order inside lists is kept, at every depth keys are sorted", () => {
  assert.equal(canonical([3, 1, { b: [{ d: 1, c: 2 }], a: null }, true, false]), '[3,1,{"a":null,"b":[{"c":2,"d":1}]},true,false]');
  assert.equal(canonical([]), "[]");
  assert.equal(canonical({}), "{}");
});

/** RFC 8785 3.2.2.2: the short escapes, \u00xx in lower case for other controls, everything else as it is. */
const strings: readonly (readonly [value: string, text: string])[] = [
  ["\b\t\n\f\r", '"\\b\\t\\n\\f\\r"'],
  ["\u0000\u000b\u001f", '"\\u0000\\u000b\\u001f"'],
  ['"\\/', '"\\"\\\\/"'],
  ["\u007f\u0080\u2028\u2029", '"\u007f\u0080\u2028\u2029"'],
  ["Ақтөбе қ. — 24 °C", '"Ақтөбе қ. — 24 °C"'],
  ["\ud83d\ude00", '"\ud83d\ude00"'],
];

test("strings escape only what they must", () => {
  for (const [value, text] of strings) assert.equal(canonical(value), text);
});

test("strings are not normalised: composed and decomposed stay two strings", () => {
  assert.notEqual(canonical("й"), canonical("и\u0306"));
});

test("lone surrogates are refused, in values and in keys", () => {
  for (const bad of ["\ud800", "a\udc00b", "\udc00\ud800", "\ud83d\ud83d\ude00", "\ud83d"]) {
    assert.throws(() => canonical(bad), TypeError, JSON.stringify(bad));
    assert.throws(() => canonical({ [bad]: 1 }), TypeError, `key ${JSON.stringify(bad)}`);
    assert.throws(() => canonical([[bad]]), TypeError);
  }
});

test("what is not JSON is refused, not skipped", () => {
  for (const value of [undefined, () => 1, Symbol("x"), 1n]) {
    assert.throws(() => canonical(value as unknown as Json), TypeError);
    assert.throws(() => canonical({ a: value } as unknown as Json), TypeError);
    assert.throws(() => canonical([value] as unknown as Json), TypeError);
  }
});

test("bytes are the UTF-8 of the text", () => {
  assert.deepEqual(canonicalBytes({ ы: "€" }), new Uint8Array(Buffer.from('{"ы":"€"}', "utf8")));
});

/** Values with well-formed strings only: JSON.parse gives -0 back as 0, which canonical() prints alike. */
const json = fc.jsonValue({ stringUnit: "binary" }) as fc.Arbitrary<Json>;

test("property: canonical text parses back to the same canonical text", () => {
  fc.assert(
    fc.property(json, (value) => {
      const text = canonical(value);
      assert.equal(canonical(JSON.parse(text) as Json), text);
    }),
    { seed: 8785, numRuns: 300 },
  );
});

test("property: the order in which keys were set does not matter", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: "binary" }), json), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      assert.equal(canonical(turned), canonical(value));
    }),
    { seed: 8785, numRuns: 200 },
  );
});
