import { test } from "node:test";
import assert from "node:assert/strict";
import { Refusal } from "../../src/model/errors.ts";
import { decodeAs, KZ_1048, labelOf } from "../../src/sources/charset.ts";
import { decode } from "../../src/sources/decode.ts";
import { english, kazakh, others, russian } from "../language/samples.ts";
import { encodable, encode } from "./encode.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function codeOf(bytes: Uint8Array): string {
  try {
    const { encoding } = decode(bytes);
    return `read as ${encoding}`;
  } catch (error) {
    assert.ok(error instanceof Refusal, String(error));
    assert.match(error.message, /\. .+\.$/s, "says what was met and what to do");
    return error.code;
  }
}

/** English has no letters outside ASCII: typographic quotes and dashes are what tells its encodings apart. */
const typographic = english.map((text) => `“${text.replaceAll(", ", " – ")}”`);

interface Case {
  readonly language: string;
  readonly label: string;
  readonly length: number;
  readonly text: string;
}

/** Pieces of each length, cut from every paragraph at different places, in every encoding that can hold them. */
function cases(): readonly Case[] {
  const sets: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ["en", typographic, ["utf-8", "windows-1252", "utf-16le", "utf-16be"]],
    ["ru", russian, ["utf-8", "windows-1251", "koi8-r", "iso-8859-5", "ibm866", "utf-16le", "utf-16be"]],
    ["kk", kazakh, ["utf-8", KZ_1048, "utf-16le", "utf-16be"]],
  ];
  const found: Case[] = [];
  for (const [language, paragraphs, labels] of sets) {
    for (const label of labels) {
      for (const length of [20, 40, 80, 160, 700, 4_000]) {
        paragraphs.forEach((paragraph, index) => {
          const source = length > 160 ? `${paragraph}\n\n${paragraphs.join("\n\n")}\n\n`.repeat(6) : paragraph;
          const text = source.slice(index * 3, index * 3 + length);
          const wide = label.startsWith("utf");
          if (/[^\u0000-\u007f]/.test(text) && (wide || encodable(text, label))) found.push({ language, label, length, text });
        });
      }
    }
  }
  return found;
}

test("English, Russian and Kazakh come back whole from every encoding, from 20 characters on", () => {
  const all = cases();
  assert.ok(all.length >= 300, `${all.length} cases`);
  const wrong: string[] = [];
  for (const { language, label, length, text } of all) {
    const { text: read, encoding } = decode(encode(text, label));
    if (read !== text) wrong.push(`${language} ${label} ${length}: ${encoding} ${read.slice(0, 30)}`);
  }
  // One letter in 20 can be a rare one: three in a hundred of the shortest pieces may be misread, no longer one ever.
  const long = wrong.filter((line) => !line.includes(" 20: "));
  assert.deepEqual(long, []);
  assert.ok(wrong.length <= all.length / 100, wrong.join("\n"));
});

test("other languages come back whole from their usual encodings", () => {
  const usual: readonly (readonly [string, readonly string[]])[] = [
    ["uk", ["windows-1251", "koi8-u"]],
    ["be", ["windows-1251"]],
    ["bg", ["windows-1251"]],
    ["de", ["windows-1252"]],
    ["fr", ["windows-1252"]],
    ["es", ["windows-1252"]],
    ["pl", ["windows-1250", "iso-8859-2"]],
    ["tr", ["windows-1254"]],
    ["el", ["windows-1253"]],
    ["ar", ["windows-1256"]],
  ];
  for (const [language, labels] of usual) {
    const text = (others[language] ?? []).join("\n");
    for (const label of labels) {
      assert.ok(encodable(text, label), `${language} in ${label}`);
      assert.equal(decode(encode(text, label)).text, text, `${language} in ${label}`);
    }
  }
});

test("the Kazakh 8-bit table has the letters of the standard where it leaves windows-1251, and only there", () => {
  assert.equal(
    decodeAs(Uint8Array.of(0x8d, 0x9d, 0xa1, 0xa2, 0xa3, 0xbc, 0xaa, 0xba, 0xaf, 0xbf, 0xa5, 0xb4, 0xbd, 0xbe, 0x8e, 0x9e), KZ_1048),
    "ҚқҰұӘәҒғҮүӨөҢңҺһ",
  );
  assert.equal(decodeAs(Uint8Array.of(0x41, 0xc0, 0xff, 0xb2, 0xb3, 0xa8, 0x97), KZ_1048), "AАяІіЁ—");
});

test("a charset's names lead to one label; a name that is none leads to null", () => {
  assert.deepEqual(["cp1251", "KOI8-R", " Windows-1252 ", "latin1", "utf8", "RK1048", "no-such"].map(labelOf), [
    "windows-1251",
    "koi8-r",
    "windows-1252",
    "windows-1252",
    "utf-8",
    KZ_1048,
    null,
  ]);
});

test("a byte order mark decides and is taken off", () => {
  const text = "Пять человек";
  assert.deepEqual(decode(Uint8Array.of(0xef, 0xbb, 0xbf, ...encode(text, "utf-8"))), { text, encoding: "utf-8" });
  assert.deepEqual(decode(Uint8Array.of(0xff, 0xfe, ...encode(text, "utf-16le"))), { text, encoding: "utf-16le" });
  assert.deepEqual(decode(Uint8Array.of(0xfe, 0xff, ...encode(text, "utf-16be"))), { text, encoding: "utf-16be" });
  assert.equal(codeOf(Uint8Array.of(0xff, 0xfe, 0, 0, 65, 0, 0, 0)), "input-undecodable");
});

test("only one mark is taken off: a second one is a character of the text", () => {
  assert.equal(decode(bytesOf("\ufeff\ufefftext")).text, "\ufefftext");
});

test("a declaration breaks ties between 8-bit encodings but never overrides valid UTF-8 or plain evidence", () => {
  const page = (charset: string, text: string): string => `<html><head><meta charset="${charset}"></head><body>${text}</body></html>`;
  const short = "Взрыв";
  assert.equal(decode(encode(page("koi8-r", short), "koi8-r")).encoding, "koi8-r");
  assert.equal(decode(encode(page("windows-1251", short), "windows-1251")).encoding, "windows-1251");
  assert.equal(decode(bytesOf(page("windows-1251", short))).encoding, "utf-8");
  const long = russian[0] ?? "";
  assert.equal(decode(encode(page("koi8-r", long), "windows-1251")).encoding, "windows-1251");
  const kazakhText = kazakh[0] ?? "";
  assert.equal(decode(encode(page("windows-1251", kazakhText), KZ_1048)).text, page("windows-1251", kazakhText));
});

test("damaged UTF-8 is refused, not read as an 8-bit encoding", () => {
  const bytes = bytesOf(russian.join("\n"));
  const lead = bytes.findLastIndex((byte) => byte >= 0xc0);
  assert.equal(codeOf(bytes.slice(0, lead + 1)), "input-undecodable");
  const flipped = bytes.slice();
  flipped[300] = 0xff;
  assert.equal(codeOf(flipped), "input-undecodable");
});

test("noise is refused", () => {
  let state = 7;
  const noise = Uint8Array.from({ length: 600 }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return 32 + ((state >>> 16) % 224);
  });
  assert.equal(codeOf(noise), "input-undecodable");
});

test("what is no text is refused by name", () => {
  const table: readonly (readonly [readonly number[] | string, string, RegExp])[] = [
    ["", "input-empty", /no bytes/],
    [" \r\n\t ", "input-empty", /white space/],
    ["%PDF-1.7 rest", "input-binary", /PDF/],
    ["PK\u0003\u0004rest", "input-binary", /DOCX/],
    ["\u007fELF\u0002", "input-binary", /program/],
    ["{\\rtf1\\ansi text}", "input-binary", /RTF/],
    [[0xff, 0xd8, 0xff, 0xe0, 0, 16], "input-binary", /JPEG/],
    [[0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10], "input-binary", /PNG/],
    [[0x1f, 0x8b, 8, 0], "input-binary", /gzip/],
    [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], "input-binary", /DOC/],
    ["text with \u0000 inside", "input-binary", /NUL/],
    ["\u0001\u0002\u0003\u0004abc", "input-binary", /control/],
  ];
  for (const [content, code, message] of table) {
    const bytes = typeof content === "string" ? bytesOf(content) : Uint8Array.from(content);
    assert.equal(codeOf(bytes), code, String(content));
    assert.throws(() => decode(bytes), message);
  }
});

test("text that only begins like something else is text", () => {
  for (const text of [
    "PK is short for Port Kelda.",
    "ID3 tags were found.",
    "Rar! said the lion.",
    "7z",
    "GIF images were shown",
    "form\ffeed in a long enough page of text, which is no reason to refuse it as it is printed so",
  ]) {
    assert.equal(codeOf(bytesOf(text)), "read as utf-8", text);
  }
});
