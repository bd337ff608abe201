import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import assert from "node:assert/strict";
import { identifyLanguages } from "../../src/language/identify.ts";
import { Refusal } from "../../src/model/errors.ts";
import type { SealedDocument } from "../../src/sources/read.ts";
import { readSource } from "../../src/sources/read.ts";
import { encode } from "./encode.ts";

const pages = new URL("./pages/", import.meta.url);
const golden = new URL("../golden/pages/", import.meta.url);

function read(source: string | Uint8Array, name: string | null = "a.html"): SealedDocument {
  const bytes = typeof source === "string" ? new TextEncoder().encode(source) : source;
  return readSource(bytes, name, {}, identifyLanguages);
}

/** What a page becomes, as the golden files hold it: metadata a line, then the text layer. UPDATE_GOLDEN=1 writes them anew. */
function printed(document: SealedDocument): string {
  const meta = Object.entries({ format: document.format, encoding: document.encoding, ...document.meta });
  return `${meta.map(([key, value]) => `${key}: ${JSON.stringify(value)}`).join("\n")}\n\n${document.text}\n`;
}

for (const file of readdirSync(pages)) {
  test(`${file} becomes what its golden file says`, () => {
    const source = readFileSync(new URL(file, pages));
    const bytes = file.includes("1251") ? encode(source.toString("utf8"), "windows-1251") : source;
    const found = printed(read(bytes, file));
    const target = new URL(file.replace(/(?:\.src)?\.html$/, ".txt"), golden);
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync(target, found);
    assert.equal(found, readFileSync(target, "utf8"));
  });
}

test("content decides what is a page; .txt stays plain text", () => {
  const page = "<!DOCTYPE html><html><body><p>Five people were hurt.</p></body></html>";
  const table: readonly (readonly [string, string | null, string])[] = [
    [page, "a.html", "html"],
    [page, null, "html"],
    [page, "saved page", "html"],
    [page, "a.md", "html"],
    [`<?xml version="1.0"?>\n<!-- saved -->\n${page}`, "a.xhtml", "html"],
    [page, "a.txt", "text"],
    ["Five people were hurt, and 3 < 5.", "a.html", "text"],
    ["<p>Five people were hurt.</p>", "a.htm", "html"],
    ["<p>Five people were hurt.</p>", null, "text"],
    ["a < b and <emphasis>", "notes", "text"],
  ];
  for (const [source, name, format] of table) assert.equal(read(source, name).format, format, `${String(name)}: ${source}`);
});

const paragraph =
  "The mayor said that at least five people were hurt, two of them badly, when the gates of the harbour office gave way on Tuesday evening.";

test("scripts, styles, hidden and furniture text never enter the text layer", () => {
  const { text } = read(
    `<body><nav>MENU</nav><script>document.body.innerHTML = "SCRIPT"</script><style>.x{content:"STYLE"}</style><noscript>NOSCRIPT</noscript>` +
      `<template><p>TEMPLATE</p></template><div hidden>HIDDEN</div><div style="display:none">NONE</div><p>${paragraph}</p><p>${paragraph}</p><footer>FOOTER</footer></body>`,
  );
  assert.equal(text, `${paragraph}\n\n${paragraph}`);
});

test("white space: collapsed as a browser does; no-break spaces stay, soft hyphens go, pre keeps its lines, cells are tabs", () => {
  const { text } = read(
    `<article><h2>Count\n  by   day</h2><p>One\n two<b> three</b>\tfour<i>five</i>, 4&nbsp;500, go&shy;vern&shy;ment.</p><p>a<br>b<br><br>c</p>` +
      `<table><tr><td>1</td><td> 2 </td></tr><tr><td>3</td><td>4</td></tr></table><pre>x  y\n  z</pre><ul><li>i</li><li><p>j</p></li></ul><p>${paragraph}</p></article>`,
  );
  assert.equal(
    text,
    `Count by day\n\nOne two three fourfive, 4\u00a0500, government.\n\na\nb\n\nc\n\n1\t2\n3\t4\n\nx  y\n  z\n\ni\n\nj\n\n${paragraph}`,
  );
});

test("outer elements may be left out, in any part", () => {
  for (const source of [
    `<p>${paragraph}</p>`,
    `<title>T</title><p>${paragraph}</p>`,
    `<!doctype html><html lang=en><title>T</title><p>${paragraph}`,
    `<html><head><title>T</title></head><p>${paragraph}</p></html>`,
    `<body><p>${paragraph}</p>`,
    `<HTML><BODY><P>${paragraph}</P></BODY></HTML>`,
  ]) {
    assert.equal(read(source).text, paragraph, source);
  }
});

test("metadata: the most specific word wins, and what cannot be understood is null", () => {
  const meta = (head: string, body = ""): SealedDocument["meta"] =>
    read(`<!doctype html><html><head>${head}</head><body>${body}<p>${paragraph}</p></body></html>`).meta;
  assert.equal(
    meta('<meta property="article:published_time" content="2031-03-04T19:40:00+06:00"><meta name="date" content="2031-03-09">').published,
    "2031-03-04T19:40+06:00",
  );
  assert.equal(meta('<meta name="date" content="01/02/2031">').published, null);
  assert.equal(
    meta("", '<aside><time datetime="2031-03-09">now</time></aside><time datetime="2031-03-04">4 March</time>').published,
    "2031-03-04",
  );
  assert.equal(meta("", '<div class="comments"><time datetime="2031-03-09">now</time></div>').published, null);
  assert.equal(meta("", '<div class="post-date">4 марта 2031</div>').published, "2031-03-04");
  assert.equal(meta('<link rel="canonical" href="/relative">').url, null);
  assert.equal(
    meta('<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="https://h.example/1">').url,
    "https://h.example/1",
  );
  assert.equal(meta("<title>Gates open - Herald</title>").title, "Gates open - Herald");
  assert.equal(meta('<title>Gates open - Herald</title><meta property="og:site_name" content="Herald">').title, "Gates open");
  assert.equal(
    meta('<meta property="article:author" content="https://social.example/mira"><meta name="author" content="By Mira Tolan">').author,
    "Mira Tolan",
  );
  assert.equal(
    meta('<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"Mira"},"datePublished":"2031-03-04"}</script>')
      .author,
    "Mira",
  );
});

test("the text's own language beats the template's", () => {
  assert.equal(read(`<html lang="ru"><body><p>${paragraph}</p></body></html>`).meta.language, "en");
  assert.equal(read(`<html lang="ru-RU"><body><p>2031: 14 + 7</p></body></html>`).meta.language, "ru");
});

test("a headline that the page's title repeats is part of the text, a site's name is not", () => {
  const page = (h1: string): string =>
    read(`<html><head><title>Gates open | Herald</title></head><body><h1>${h1}</h1><p>${paragraph}</p><p>${paragraph}</p></body></html>`)
      .text;
  assert.ok(page("Gates open").startsWith("Gates open\n\nThe mayor"));
  const site = read(
    `<html><head><title>Gates open | Herald</title><meta property="og:site_name" content="Herald"></head><body><header><h1>Herald</h1></header><article><p>${paragraph}</p><p>${paragraph}</p></article></body></html>`,
  ).text;
  assert.ok(site.startsWith("The mayor"), site);
});

test("a page without text is refused as empty", () => {
  for (const source of [
    "<html><body><img src=a.png></body></html>",
    "<html><body><script>x</script></body></html>",
    "<frameset><frame src=a></frameset><p>",
  ]) {
    assert.throws(
      () => read(source),
      (error) => error instanceof Refusal && error.code === "input-empty",
      source,
    );
  }
});

test("pages made to hang or overflow are read in time", () => {
  const hostile: readonly string[] = [
    "<div>".repeat(100_000) + paragraph,
    `<p>${paragraph}</p>${"<b>".repeat(30_000)}x${"</i>".repeat(30_000)}`,
    `<p>${paragraph}</p>${"<table><tr><td>".repeat(5_000)}x`,
    `<p>${paragraph}</p>${'<h1 class="comment">a b</h1>'.repeat(11_000)}`,
    `<p>${paragraph}</p><script>${"<div>".repeat(100_000)}`,
    `<p>${paragraph}</p>${"<script>".repeat(50_000)}`,
    `<p>${paragraph}</p><script type="application/ld+json">${"[".repeat(100_000)}</script>`,
    `<p>${paragraph}</p>${"<".repeat(100_000)}`,
  ];
  for (const source of hostile) {
    const began = performance.now();
    const { text } = read(`<!doctype html><html><head><title>T</title></head><body>${source}`);
    assert.ok(performance.now() - began < 5_000, source.slice(0, 200));
    assert.ok(text.includes("at least five people"), source.slice(0, 200));
  }
});
