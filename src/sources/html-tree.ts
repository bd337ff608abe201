/** HTML text to a tree, safely: no script runs, nothing is fetched, and neither depth nor size can hang or overflow. */
import { createRequire } from "node:module";
import { Refusal } from "../model/errors.ts";

// Loaded on the first page: parser and reader cost 130 ms, which runs that add no HTML need not pay.
const load = createRequire(import.meta.url);

/** What is used of a DOM node. The parser's own types need the browser's, which this project does not load. */
export interface DomNode {
  readonly nodeType: number;
  /** Upper case for HTML elements. */
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly parentNode: DomNode | null;
  readonly textContent: string | null;
}

export interface DomElement extends DomNode {
  getAttribute(name: string): string | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

export interface DomDocument extends DomElement {
  readonly documentElement: DomElement | null;
}

export const ELEMENT = 1;
export const TEXT = 3;

/** True for elements. */
export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === ELEMENT;
}

/** Elements deeper than this are taken out of the source, their content stays: the parser's work grows with the square of the depth. */
const MAX_DEPTH = 400;

const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
/** Elements that close by themselves when the next one opens: unclosed ones do not nest. */
const SELF_CLOSING = new Set("p li dt dd tr td th thead tbody tfoot option optgroup rt rp colgroup html head body".split(" "));
/** Elements whose content is no markup. */
const RAW = new Set("script style textarea title xmp iframe noembed noframes".split(" "));

const NAME = /[A-Za-z][^\s/>]*/y;

/** The source without the tags that open below MAX_DEPTH, or the source itself when there are none. One pass, linear time. */
export function flattened(source: string): string {
  const kept: string[] = [];
  let from = 0;
  let depth = 0;
  for (let at = source.indexOf("<"); at >= 0; at = source.indexOf("<", at)) {
    if (source.startsWith("<!--", at)) {
      const end = source.indexOf("-->", at + 4);
      if (end < 0) break;
      at = end + 3;
      continue;
    }
    const closing = source.charAt(at + 1) === "/";
    NAME.lastIndex = at + (closing ? 2 : 1);
    const name = NAME.exec(source)?.[0].toLowerCase();
    if (name === undefined) {
      at += 1;
      continue;
    }
    const end = source.indexOf(">", at);
    if (end < 0) break;
    const next = end + 1;
    if (!closing && RAW.has(name)) {
      const close = indexOfClosing(source, name, next);
      if (close < 0) break; // the rest of the page is inside it
      at = close;
      continue;
    }
    if (!VOID.has(name) && !SELF_CLOSING.has(name) && source.charAt(end - 1) !== "/") {
      const tooDeep = closing ? depth > MAX_DEPTH : depth >= MAX_DEPTH;
      depth = Math.max(0, depth + (closing ? -1 : 1));
      if (tooDeep) {
        kept.push(source.slice(from, at));
        from = next;
      }
    }
    at = next;
  }
  if (from === 0) return source;
  kept.push(source.slice(from));
  return kept.join(" ");
}

function indexOfClosing(source: string, name: string, from: number): number {
  const pattern = new RegExp(`</${name}`, "gi");
  pattern.lastIndex = from;
  return pattern.exec(source)?.index ?? -1;
}

/** The parser expects the outer elements that HTML lets authors leave out, and makes a tree without a body when they are. */
function withOuterElements(source: string): string {
  const hasHtml = /<html[\s>]/i.test(source);
  const hasBody = /<(?:body|frameset)[\s>]/i.test(source);
  if (hasHtml && hasBody) return source;
  const bare = source.replace(/^\s*(?:<\?xml[^>]*>)?\s*(?:<!doctype[^>]*>)?/i, "").replace(/<\/?(?:html)(?:\s[^>]*)?>/gi, "");
  const attributes = /<html(\s[^>]*)>/i.exec(source)?.[1] ?? "";
  if (hasBody) return `<!doctype html><html${attributes}>${bare}</html>`;
  const headEnd = /<\/head\s*>/i.exec(bare);
  if (headEnd === null) return `<!doctype html><html${attributes}><head></head><body>${bare}</body></html>`;
  const cut = headEnd.index + headEnd[0].length;
  return `<!doctype html><html${attributes}>${bare.slice(0, cut)}<body>${bare.slice(cut)}</body></html>`;
}

/** The document tree. Throws `Refusal` format-broken when no tree can be made of it. */
export function parseHtml(source: string): DomDocument {
  const { parseHTML } = load("linkedom") as { readonly parseHTML: (html: string) => { readonly document: DomDocument } };
  try {
    return parseHTML(withOuterElements(flattened(source))).document;
  } catch (error) {
    const why = error instanceof Error ? error.message : "unknown fault";
    throw new Refusal(
      "format-broken",
      `The page cannot be parsed (${why}). Open it in a browser, save its text and add that; keep the original file.`,
    );
  }
}

export interface Size {
  readonly elements: number;
  /** How deep the deepest node is. */
  readonly depth: number;
  /** Sum of the depths of all elements: what walking up from each of them costs. */
  readonly climbs: number;
}

/** The size of the tree below `root`; without recursion. */
export function measure(root: DomNode): Size {
  let elements = 0;
  let climbs = 0;
  let depth = 0;
  let deepest = 0;
  let node: DomNode | null = root;
  while (node !== null) {
    if (node.nodeType === ELEMENT) {
      elements += 1;
      climbs += depth;
    }
    if (node.firstChild !== null) {
      node = node.firstChild;
      depth += 1;
      if (depth > deepest) deepest = depth;
      continue;
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode;
      depth -= 1;
    }
    node = node === null || node === root ? null : node.nextSibling;
  }
  return { elements, depth: deepest, climbs };
}

interface Article {
  readonly content?: DomElement | null;
  readonly byline?: string | null;
}

/** The main text's element and byline as Readability finds them; null when it finds none. Changes the tree. */
export function findArticle(document: DomDocument): { readonly root: DomElement; readonly byline: string | null } | null {
  type Reader = new (document: DomDocument, options: object) => { parse(): Article | null };
  const { Readability } = load("@mozilla/readability") as { readonly Readability: Reader };
  try {
    const article = new Readability(document, { serializer: (node: DomElement) => node, disableJSONLD: true, charThreshold: 250 }).parse();
    const root = article?.content ?? null;
    return root === null ? null : { root, byline: article?.byline ?? null };
  } catch {
    // It throws on trees that no page has (no body, frames only); the caller then takes the body's text.
    return null;
  }
}
