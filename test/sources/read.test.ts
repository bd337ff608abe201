import { test } from "node:test";
import assert from "node:assert/strict";
import { identifyLanguages } from "../../src/language/identify.ts";
import { Refusal } from "../../src/model/errors.ts";
import type { Overrides, SealedDocument } from "../../src/sources/read.ts";
import { MAX_TEXT, readSource } from "../../src/sources/read.ts";
import { english, kazakh, others, russian } from "../language/samples.ts";

function read(text: string, overrides: Overrides = {}, name: string | null = "a.txt"): SealedDocument {
  return readSource(new TextEncoder().encode(text), name, overrides, identifyLanguages);
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof Refusal, String(error));
    return error.code;
  }
  return "read";
}

test("plain text is the decoded file: mark removed, CRLF made LF, all else kept", () => {
  const text = " \ufeffone  two\t\r\nthree\rfour\u00a0\u2028five\f\n\n\n";
  const document = read(`\ufeff${text}`);
  assert.equal(document.text, text.replaceAll("\r\n", "\n"));
  assert.deepEqual([document.format, document.encoding], ["text", "utf-8"]);
});

test("a document that says nothing of itself has nulls, and is an original and complete", () => {
  assert.deepEqual(read(english[0] ?? "").meta, {
    title: null,
    author: null,
    publisher: null,
    published: null,
    url: null,
    language: "en",
    form: "original",
    complete: true,
    restates: null,
  });
});

test("what the person says wins over what the document says", () => {
  const text =
    "---\npublisher: Courier\npublished: 2031-03-09\nurl: https://c.example/1\ntitle: Gates\n---\nFive people were hurt, the mayor said.\n";
  const { meta } = read(text, { published: "2031-03-04", url: "https://h.example/1", outlet: "Herald" }, "a.md");
  assert.deepEqual([meta.publisher, meta.published, meta.url, meta.title], ["Herald", "2031-03-04", "https://h.example/1", "Gates"]);
  const untouched = read(text, { published: null, url: null, outlet: null, language: null }, "a.md").meta;
  assert.deepEqual([untouched.publisher, untouched.published, untouched.url], ["Courier", "2031-03-09", "https://c.example/1"]);
});

test("an option that cannot be understood is refused before the document is looked at", () => {
  const good = "Five people were hurt.";
  for (const published of ["yesterday", "04.03.2031", "2031-02-30", ""])
    assert.equal(
      codeOf(() => read(good, { published })),
      "metadata-bad",
      published,
    );
  for (const language of ["Russian language", "", "1"])
    assert.equal(
      codeOf(() => read(good, { language })),
      "metadata-bad",
      language,
    );
  assert.equal(
    codeOf(() => read(good, { published: "2031-03~", language: "en-US" })),
    "read",
  );
});

test("a person's word on the language replaces the main one and keeps the others", () => {
  const mixed = `${russian[0] ?? ""}\n${russian[1] ?? ""}\n${kazakh[0] ?? ""}`;
  assert.deepEqual(
    read(mixed).passages.map(({ language }) => language),
    ["ru", "kk"],
  );
  const said = read(mixed, { language: "be" });
  assert.equal(said.meta.language, "be");
  assert.deepEqual(
    said.passages.map(({ language }) => language),
    ["be", "kk"],
  );
  assert.deepEqual(
    read(mixed, { language: "kk" }).passages.map(({ start, language }) => [start, language]),
    [[0, "kk"]],
  );
  assert.deepEqual(read("14 + 7 = 21", { language: "ru" }).passages, [{ start: 0, end: 11, language: "ru" }]);
});

test("a language that nobody reads is still sealed and named", () => {
  const { meta, passages } = read((others.uk ?? []).join("\n"));
  assert.equal(meta.language, "uk");
  assert.equal(passages.length, 1);
});

test("text without a letter or digit is empty; marks that show nothing are nothing", () => {
  for (const text of ["\n\n", "\u200b\u200b", "\ufeff"])
    assert.equal(
      codeOf(() => read(text)),
      "input-empty",
      JSON.stringify(text),
    );
});

test("a text above the limit is refused by name, one at the limit is read", () => {
  assert.equal(
    codeOf(() => read("a b ".repeat(MAX_TEXT / 4) + "c")),
    "text-too-long",
  );
  assert.equal(
    codeOf(() => read("a b ".repeat(MAX_TEXT / 4))),
    "read",
  );
});
