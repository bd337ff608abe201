/** A tree of elements as plain text: what a reader sees, in paragraphs. */
import type { DomElement, DomNode } from "./html-tree.ts";
import { isElement, TEXT } from "./html-tree.ts";

const PARAGRAPH = new Set(
  (
    "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DETAILS DIALOG DIV DL FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 " +
    "HEADER HR LEGEND MAIN MENU NAV OL P PRE SECTION SUMMARY TABLE UL"
  ).split(" "),
);
const LINE = new Set("BR DD DT LI OPTION TR".split(" "));
const CELL = new Set(["TD", "TH"]);

/** Elements that show no text of the document. */
export const UNSHOWN: ReadonlySet<string> = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE SVG HEAD TITLE META LINK IFRAME OBJECT EMBED CANVAS AUDIO VIDEO SELECT TEXTAREA BUTTON INPUT".split(" "),
);

/** Layout hints that break words where a quote has none: soft hyphen, zero width space, byte order mark. */
const HINTS = /[\u00ad\u200b\ufeff]/g;

class Lines {
  readonly #parts: string[] = [];
  #newlines = 0;
  #gap = "";

  /** At least `count` line ends before the next text. */
  breakLine(count: number): void {
    if (this.#newlines < count) this.#newlines = count;
  }

  addBreak(): void {
    this.#newlines = Math.min(2, this.#newlines + 1);
  }

  cell(): void {
    if (this.#newlines === 0 && this.#parts.length > 0) this.#gap = "\t";
  }

  text(raw: string, verbatim: boolean): void {
    const clean = raw.replace(HINTS, "");
    if (verbatim) {
      clean.split("\n").forEach((line, index) => {
        if (index > 0) this.addBreak();
        if (line.trim() !== "") this.#put(line.trimEnd());
      });
      return;
    }
    const words = clean.replace(/[ \t\n\r\f]+/g, " ");
    if (words.startsWith(" ") && this.#gap === "") this.#gap = " ";
    const core = words.replace(/^ | $/g, "");
    if (core === "") return;
    this.#put(core);
    if (words.endsWith(" ")) this.#gap = " ";
  }

  #put(text: string): void {
    if (this.#parts.length > 0) this.#parts.push(this.#newlines > 0 ? "\n".repeat(this.#newlines) : this.#gap);
    this.#parts.push(text);
    this.#newlines = 0;
    this.#gap = "";
  }

  done(): string {
    return this.#parts.join("");
  }
}

/**
 * The text below `root`. Paragraphs, headings and lists are set off by a blank line; list items, table rows and `<br>` begin
 * a line; cells are parted by a tab; white space is collapsed as a browser does (no-break spaces stay, `<pre>` keeps its lines).
 * Elements for which `skip` is true are left out with what they hold. No recursion: depth cannot overflow the stack.
 */
export function plainText(root: DomNode, skip: (element: DomElement) => boolean): string {
  const lines = new Lines();
  let verbatim = 0;
  const enter = (node: DomNode): boolean => {
    if (node.nodeType === TEXT) lines.text(node.nodeValue ?? "", verbatim > 0);
    if (!isElement(node)) return false;
    const name = node.nodeName;
    if (node !== root && (UNSHOWN.has(name) || skip(node))) return false;
    if (PARAGRAPH.has(name)) lines.breakLine(2);
    else if (name === "BR") lines.addBreak();
    else if (LINE.has(name)) lines.breakLine(1);
    else if (CELL.has(name)) lines.cell();
    if (name === "PRE") verbatim += 1;
    return true;
  };
  const leave = (node: DomNode): void => {
    const name = node.nodeName;
    if (PARAGRAPH.has(name)) lines.breakLine(2);
    else if (LINE.has(name) && name !== "BR") lines.breakLine(1);
    if (name === "PRE") verbatim -= 1;
  };
  let node: DomNode | null = root;
  while (node !== null) {
    const entered = enter(node);
    if (entered && node.firstChild !== null) {
      node = node.firstChild;
      continue;
    }
    if (entered) leave(node);
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode;
      if (node !== null) leave(node);
    }
    node = node === null || node === root ? null : node.nextSibling;
  }
  return lines.done();
}
