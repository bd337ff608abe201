/** What a page says of itself: Open Graph, JSON-LD (schema.org), Dublin Core, `<time>`, `<link rel=canonical>`. */
import type { DocumentMeta } from "../model/source.ts";
import type { DomDocument, DomElement } from "./html-tree.ts";
import { isElement } from "./html-tree.ts";
import { primaryLanguage } from "./language-tag.ts";
import { publishedAsEdtf } from "./published.ts";

type Said = Readonly<Record<string, string>>;

const MAX_VALUE = 1_000; // characters; a longer title or name is a mistake of the page

function clean(value: string | null | undefined): string | undefined {
  const text = (value ?? "")
    .replace(/[\u00ad\u200b\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return text === "" || text.length > MAX_VALUE ? undefined : text;
}

/** `<meta>` values by lower-case name, the first of each. */
function metaTags(document: DomDocument): Said {
  const said: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const tag of document.querySelectorAll("meta")) {
    const content = clean(tag.getAttribute("content"));
    if (content === undefined) continue;
    for (const attribute of ["property", "name", "itemprop", "http-equiv"]) {
      const name = tag.getAttribute(attribute)?.trim().toLowerCase();
      if (name !== undefined && name !== "") said[name] ??= content;
    }
  }
  return said;
}

type Json = Readonly<Record<string, unknown>>;

const MAX_NODES = 2_000;
const ARTICLE = /(?:article|report|posting|pressrelease|webpage|document)$/i;

function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function typesOf(node: Json): readonly string[] {
  const type = node["@type"];
  return (Array.isArray(type) ? type : [type]).filter((name): name is string => typeof name === "string");
}

/** The JSON-LD node that describes the article: the most article-like of all `ld+json` scripts; null when there is none. */
function linkedData(document: DomDocument): Json | null {
  const found: Json[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    let parsed: unknown;
    try {
      parsed = JSON.parse(script.textContent ?? "");
    } catch {
      continue; // pages often break their own JSON-LD; the other sources of metadata remain
    }
    const queue: unknown[] = [parsed];
    for (let at = 0; at < queue.length && at < MAX_NODES; at += 1) {
      const node = queue[at];
      if (Array.isArray(node)) queue.push(...(node.slice(0, MAX_NODES) as unknown[]));
      else if (isRecord(node)) {
        if (typesOf(node).some((type) => ARTICLE.test(type))) found.push(node);
        if (node["@graph"] !== undefined) queue.push(node["@graph"]);
        if (node.mainEntity !== undefined) queue.push(node.mainEntity);
      }
    }
  }
  return found.find((node) => typesOf(node).some((type) => !/webpage$/i.test(type))) ?? found[0] ?? null;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? clean(value) : undefined;
}

/** A schema.org person or organisation, or a list of them, as one line. */
function nameOf(value: unknown): string | undefined {
  const members: readonly unknown[] = Array.isArray(value) ? value.slice(0, 20) : [value];
  const names = members.map((member) => (isRecord(member) ? textOf(member.name) : textOf(member))).filter((name) => name !== undefined);
  return names.length === 0 ? undefined : names.join(", ");
}

function notAddress(value: string | undefined): string | undefined {
  return value === undefined || /^https?:\/\//i.test(value) ? undefined : value;
}

const BYLINE = /^(?:by|автор(?:ы)?|текст|авторы|авторлары|мәтін)\s*:?\s+/i;

function author(said: Said, data: Json | null, document: DomDocument): string | undefined {
  const value =
    nameOf(data?.author) ??
    said.author ??
    notAddress(said["article:author"]) ??
    said["dc.creator"] ??
    clean(document.querySelector('[rel~="author"], [itemprop="author"]')?.textContent);
  return notAddress(value)?.replace(BYLINE, "");
}

const DATE_TAGS = [
  "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued",
  "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "pubdate", "publishdate", "publish-date", "publication_date", "publish_date",
  "article.published", "cxenseparse:recs:publishtime", "date",
] as const; // prettier-ignore

/** Times of comments, related items and page furniture are not the article's. */
const ELSEWHERE = /comment|related|sidebar|footer|widget|recommend|popular|latest|teaser|коммент/i;

function isElsewhere(element: DomElement): boolean {
  let node = element.parentNode;
  for (let up = 0; node !== null && up < 40; up += 1, node = node.parentNode) {
    if (!isElement(node)) break;
    if (["ASIDE", "FOOTER", "NAV"].includes(node.nodeName)) return true;
    // The body's own classes describe the whole page ("has-sidebar").
    if (
      node.nodeName !== "BODY" &&
      node.nodeName !== "HTML" &&
      ELSEWHERE.test(`${node.getAttribute("class") ?? ""} ${node.getAttribute("id") ?? ""}`)
    )
      return true;
  }
  return false;
}

const DATE_ELEMENTS =
  '[itemprop="datePublished"], time[pubdate], time[datetime], article time, .published, .pubdate, .pub-date, .publish-date, .post-date, .entry-date, .article-date, .article__date, .news-date, .post__date';

function dateElements(document: DomDocument): string | undefined {
  let tried = 0;
  for (const element of document.querySelectorAll(DATE_ELEMENTS)) {
    if ((tried += 1) > 50) break;
    if (isElsewhere(element)) continue;
    for (const written of [element.getAttribute("datetime"), element.getAttribute("content"), element.textContent]) {
      const text = clean(written);
      const date = text === undefined || text.length > 80 ? null : publishedAsEdtf(text);
      if (date !== null) return date;
    }
  }
  return undefined;
}

function published(said: Said, data: Json | null, document: DomDocument): string | undefined {
  for (const value of [said["article:published_time"], textOf(data?.datePublished), ...DATE_TAGS.map((name) => said[name])]) {
    const date = value === undefined ? null : publishedAsEdtf(value);
    if (date !== null) return date;
  }
  return dateElements(document);
}

function address(value: string | null | undefined): string | undefined {
  const text = clean(value);
  return text !== undefined && /^https?:\/\/[^\s/]+/i.test(text) ? text : undefined;
}

function url(said: Said, data: Json | null, document: DomDocument): string | undefined {
  const page = data?.mainEntityOfPage;
  return (
    address(document.querySelector('link[rel~="canonical"]')?.getAttribute("href")) ??
    address(said["og:url"]) ??
    address(textOf(data?.url)) ??
    address(isRecord(page) ? textOf(page["@id"]) : textOf(page))
  );
}

/** "Fire at the harbour - Port Kelda Herald": the part after the last bar or dash is the site when it is the shorter one. */
function withoutSite(title: string, site: string | undefined): string {
  for (const separator of title.matchAll(/\s[|–—»·-](?=\s)/g)) {
    const name = title.slice(0, separator.index).trim();
    const last = title.slice(separator.index + separator[0].length).trim();
    if (name === "" || last === "" || /[|–—»·]/.test(last)) continue;
    const same = last.toLowerCase() === site?.toLowerCase();
    return same || (title.includes("|") && last.length < name.length) ? name : title;
  }
  return title;
}

function title(said: Said, data: Json | null, document: DomDocument, site: string | undefined): string | undefined {
  const headings = [...document.querySelectorAll("h1")];
  const only = headings.length === 1 ? clean(headings[0]?.textContent) : undefined;
  const tag = clean(document.querySelector("title")?.textContent);
  const named = said["og:title"] ?? textOf(data?.headline) ?? said["twitter:title"] ?? said["dc.title"] ?? only ?? tag;
  return named === undefined ? undefined : withoutSite(named, site);
}

function language(said: Said, data: Json | null, document: DomDocument): string | undefined {
  const root = document.documentElement;
  for (const tag of [
    root?.getAttribute("lang"),
    root?.getAttribute("xml:lang"),
    said["content-language"],
    said["og:locale"],
    textOf(data?.inLanguage),
  ]) {
    const primary = tag === null || tag === undefined ? null : primaryLanguage(tag);
    if (primary !== null) return primary;
  }
  return undefined;
}

/** What the page says of itself; a key is there only when it is said and understood. Must run before the tree is changed. */
export function pageMeta(document: DomDocument): Partial<DocumentMeta> {
  const said = metaTags(document);
  const data = linkedData(document);
  const publisher = said["og:site_name"] ?? nameOf(data?.publisher) ?? said["dc.publisher"] ?? said["application-name"];
  const found = {
    title: title(said, data, document, publisher),
    author: author(said, data, document),
    publisher,
    published: published(said, data, document),
    url: url(said, data, document),
    language: language(said, data, document),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}
