/** A web page: its main text without menus, scripts and comments, and its metadata. */
import type { DocumentMeta } from "../model/source.ts";
import { extensionOf } from "./extension.ts";
import type { Format } from "./format.ts";
import { pageMeta } from "./html-meta.ts";
import { plainText } from "./html-text.ts";
import type { DomDocument, DomElement } from "./html-tree.ts";
import { findArticle, measure, parseHtml } from "./html-tree.ts";

const EXTENSIONS = new Set(["html", "htm", "xhtml", "shtml", "xht"]);
const PLAIN = new Set(["txt", "text"]);

/** A page from its first characters: comments and an XML declaration may come before. */
const OPENING = /^\s*(?:<\?xml[^>]{0,200}>\s*|<!--[\s\S]{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body)\b/i;
const ANY_TAG = /<(?:[a-z][a-z0-9]*[\s/>]|!doctype|!--)/i;

/** Above these the page is no article, and Readability's time grows faster than the page. Articles have some hundreds to a few thousand elements. */
const MAX_ELEMENTS = 12_000;
const MAX_DEPTH = 100;
const MAX_CLIMBS = 300_000;

const FURNITURE = new Set("NAV FOOTER ASIDE FORM DIALOG".split(" "));
/** Readability weighs the rest itself: an aside inside an article may belong to it. */
const NEVER_TEXT = new Set("NAV DIALOG".split(" "));

function isHidden(element: DomElement): boolean {
  const style = element.getAttribute("style");
  return (
    element.getAttribute("hidden") !== null ||
    element.getAttribute("aria-hidden") === "true" ||
    (style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style))
  );
}

const isFurniture = (element: DomElement): boolean => FURNITURE.has(element.nodeName) || isHidden(element);
const isNeverText = (element: DomElement): boolean => NEVER_TEXT.has(element.nodeName) || isHidden(element);

/** What the page itself marks as its text, if it marks one thing only. */
function markedText(document: DomDocument): string {
  for (const selector of ["[itemprop~='articleBody']", "article", "main"]) {
    const marked = [...document.querySelectorAll(selector)];
    const [only] = marked;
    if (only !== undefined && marked.length === 1) return plainText(only, isFurniture);
  }
  return "";
}

/** Readability weighs pages by their paragraphs; on tables, lists and short notices it can keep a scrap. Below this share of what the page marks as its text, the mark wins. */
const SCRAP = 0.5;

function mainText(document: DomDocument): { readonly text: string; readonly byline: string | null } {
  const body = document.querySelector("body") ?? document;
  const { elements, depth, climbs } = measure(body);
  const marked = markedText(document);
  const whole = (): string => plainText(body, isFurniture);
  if (elements > MAX_ELEMENTS || depth > MAX_DEPTH || climbs > MAX_CLIMBS) return { text: marked === "" ? whole() : marked, byline: null };
  // Readability takes the tree apart: the fallback must be read before.
  const fallback = marked === "" ? whole() : marked;
  const article = findArticle(document);
  const text = article === null ? "" : plainText(article.root, isNeverText);
  if (text === "" || text.length < marked.length * SCRAP) return { text: fallback, byline: article?.byline ?? null };
  return { text, byline: article?.byline ?? null };
}

/**
 * The heading that the page's title repeats, null when there is none. Readability drops it as furniture, but a headline is
 * something that the source says, often with the figure in it. A heading that the title does not hold is a site's name.
 */
function headline(document: DomDocument, meta: Partial<DocumentMeta>): string | null {
  const titles = [meta.title ?? "", document.querySelector("title")?.textContent ?? ""].map((text) => text.replace(/\s+/g, " "));
  for (const heading of document.querySelectorAll("h1")) {
    const text = plainText(heading, isFurniture);
    if (text.length > 0 && text.length < 400 && text !== meta.publisher && titles.some((title) => title.includes(text))) return text;
  }
  return null;
}

const MAX_BYLINE = 100;

function bylineOf(byline: string | null): Partial<DocumentMeta> {
  const text = (byline ?? "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(?:by|автор(?:ы)?)\s*:?\s+/i, "");
  return text === "" || text.length > MAX_BYLINE ? {} : { author: text };
}

export const html: Format = {
  name: "html",
  accepts(given) {
    const extension = extensionOf(given.name);
    // A page saved under .txt is what its owner made of it: plain text is the decoded file, tags included.
    if (PLAIN.has(extension)) return false;
    const { text } = given.decoded();
    if (OPENING.test(text)) return true;
    return EXTENSIONS.has(extension) && ANY_TAG.test(text);
  },
  read(given) {
    const { text: source, encoding } = given.decoded();
    const document = parseHtml(source);
    const meta = pageMeta(document);
    const heading = headline(document, meta);
    const { text: main, byline } = mainText(document);
    const text = heading === null || main.includes(heading) ? main : `${heading}\n\n${main}`;
    return { text, encoding, meta: { ...bylineOf(byline), ...meta }, misread: [] };
  },
};
