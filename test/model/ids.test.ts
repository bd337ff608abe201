import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { faultsOf } from "../../src/model/check.ts";
import { idCheck, idOfBytes, idOfJson, idOfText } from "../../src/model/ids.ts";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

test("an id is sha256: and the hash of the bytes", () => {
  // FIPS 180-4 sample values: no bytes, and "abc".
  assert.equal(idOfBytes(new Uint8Array(), sha256), "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  assert.equal(idOfText("abc", sha256), "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

test("a text is hashed as UTF-8", () => {
  assert.equal(idOfText("Тараз", sha256), idOfBytes(new Uint8Array(Buffer.from("Тараз", "utf8")), sha256));
});

test("a JSON value is hashed in its canonical form", () => {
  assert.equal(idOfJson({ b: 1, a: [true] }, sha256), idOfText('{"a":[true],"b":1}', sha256));
  assert.notEqual(idOfJson({ a: null }, sha256), idOfJson({}, sha256));
});

test("an id is checked by its whole form", () => {
  const good = idOfText("x", sha256);
  assert.deepEqual(faultsOf(idCheck, good), []);
  const hex = good.slice("sha256:".length);
  for (const bad of [
    hex,
    `sha256:${hex.toUpperCase()}`,
    `sha256:${hex}0`,
    `sha256:${hex.slice(1)}`,
    `sha512:${hex}`,
    ` ${good}`,
    `${good}\n`,
    null,
    7,
  ])
    assert.deepEqual(faultsOf(idCheck, bad), [{ path: "(the value)", expected: "sha256: and 64 hex digits" }], JSON.stringify(bad));
});
