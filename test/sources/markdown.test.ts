import { test } from "node:test";
import assert from "node:assert/strict";
import { identifyLanguages } from "../../src/language/identify.ts";
import { Refusal } from "../../src/model/errors.ts";
import type { Overrides, SealedDocument } from "../../src/sources/read.ts";
import { readSource } from "../../src/sources/read.ts";

function read(text: string, name: string | null = "a.md", overrides: Overrides = {}): SealedDocument {
  return readSource(new TextEncoder().encode(text), name, overrides, identifyLanguages);
}

function refusal(text: string, overrides: Overrides = {}): Refusal {
  try {
    read(text, "a.md", overrides);
  } catch (error) {
    assert.ok(error instanceof Refusal, String(error));
    return error;
  }
  return assert.fail("was read");
}

const body = "# Harbour\n\nFive people were hurt, the mayor said.\n";

test("front matter becomes metadata and the body is the text layer, verbatim", () => {
  const document = read(
    `---\ntitle: "Fire: the second night"\nauthor: [Mira Tolan, Sam Oke]\npublisher: Herald\npublished: 2031-03-04\nurl: https://h.example/1\nlanguage: en-GB\nform: restatement\ncomplete: false\n` +
      `restates:\n  publisher: Courier\n  published: 2031-03-03T22:40+06:00\n  url: https://c.example/2\n  language: ru\nmood: grim\n---\n${body}`,
  );
  assert.equal(document.format, "markdown");
  assert.equal(document.text, body);
  assert.deepEqual(document.meta, {
    title: "Fire: the second night",
    author: "Mira Tolan, Sam Oke",
    publisher: "Herald",
    published: "2031-03-04",
    url: "https://h.example/1",
    language: "en",
    form: "restatement",
    complete: false,
    restates: { publisher: "Courier", published: "2031-03-03T22:40+06:00", url: "https://c.example/2", language: "ru" },
  });
});

test("values stay what was typed: no number, boolean, date or null is made of a title", () => {
  for (const title of ["2031", "no", "1e3", "2031-03-04", "0x10"])
    assert.equal(read(`---\ntitle: ${title}\n---\n${body}`).meta.title, title);
  for (const empty of ["", "~", "null", '""']) assert.equal(read(`---\ntitle: ${empty}\n---\n${body}`).meta.title, null);
});

test("line ends: CRLF becomes LF in matter and body, a lone CR stays", () => {
  const document = read(`---\r\ntitle: A\r\n---\r\nOne line.\r\nTwo\rthree.\r\n`);
  assert.equal(document.meta.title, "A");
  assert.equal(document.text, "One line.\nTwo\rthree.\n");
});

test("dashes that are not front matter are text", () => {
  const rule = "---\nA quiet evening.\n---\n\nThen it began.\n";
  assert.equal(read(rule).text, rule);
  const unclosed = "---\ntitle: A\n\nThe mayor said that five people were hurt.\n";
  assert.equal(read(unclosed).text, unclosed);
  const later = `Five people were hurt.\n\n---\ntitle: A\n---\n`;
  assert.equal(read(later).text, later);
});

test("front matter is found without a telling name, but a .txt file is plain text", () => {
  const text = `---\ntitle: A\n---\n${body}`;
  assert.equal(read(text, null).format, "markdown");
  assert.equal(read(text, "notice").meta.title, "A");
  const plain = read(text, "notice.txt");
  assert.deepEqual([plain.format, plain.text, plain.meta.title], ["text", text, null]);
});

test("front matter that cannot be understood is refused, naming what is wrong", () => {
  const table: readonly (readonly [string, RegExp])[] = [
    ["title: [A", /not YAML at line/],
    ["title: A: B: C", /not YAML at line 2/],
    ["title: A\ntitle: B", /not YAML at line 3/],
    ["published: last spring", /`published`.*last spring/],
    ["published: 2031-02-30", /`published`/],
    ["form: rumour", /`form`.*original, translation/],
    ["complete: perhaps", /`complete`.*true or false/],
    ["language: Russian language", /`language`/],
    ["title: {a: b}", /`title`.*single text/],
    ["restates: Courier", /`restates`.*mapping/],
    ["restates:\n  published: soon", /`restates.published`.*soon/],
  ];
  for (const [matter, message] of table) {
    const error = refusal(`---\n${matter}\n---\n${body}`);
    assert.equal(error.code, "metadata-bad", matter);
    assert.match(error.message, message);
    assert.match(error.message, /Correct a copy/);
  }
});

test("a date as other tools write it is understood", () => {
  assert.equal(read(`---\npublished: 2031-03-04 19:40:00 +0600\n---\n${body}`).meta.published, "2031-03-04T19:40+06:00");
  assert.equal(read(`---\npublished: 4 March 2031\n---\n${body}`).meta.published, "2031-03-04");
  assert.equal(read(`---\npublished: 2031-03~\n---\n${body}`).meta.published, "2031-03~");
});

test("what a person says rescues a document that garbles it, and nothing else", () => {
  const text = `---\npublished: last spring\n---\n${body}`;
  assert.equal(read(text, "a.md", { published: "2031-03" }).meta.published, "2031-03");
  assert.equal(refusal(text, { language: "en" }).code, "metadata-bad");
  assert.equal(refusal(`---\npublished: last spring\nform: rumour\n---\n${body}`, { published: "2031-03" }).code, "metadata-bad");
});

test("aliases that unfold without end are refused", () => {
  const bomb = [
    "a: &a [x, x, x, x, x]",
    ...Array.from(
      { length: 12 },
      (_, n) =>
        `${"bcdefghijklm".charAt(n)}: &${"bcdefghijklm".charAt(n)} [${Array(6)
          .fill(`*${"abcdefghijkl".charAt(n)}`)
          .join(", ")}]`,
    ),
  ];
  assert.equal(refusal(`---\n${bomb.join("\n")}\n---\n${body}`).code, "metadata-bad");
});

test("front matter alone is an empty document", () => {
  assert.equal(refusal("---\ntitle: A\n---\n\n").code, "input-empty");
});
