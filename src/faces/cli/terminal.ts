/** A page drawn for a terminal: wrapped to its width, hanging indents, tables fitted, quotes with their line. */
import type { Block, Inline, Item, Page, PageName, Quote, Reference, Row, Table } from "../../pages/tree.ts";
import { fit, GAP } from "./columns.ts";
import { quoteBars, statusLooks } from "./looks.ts";
import type { Line, Span } from "./wrap.ts";
import { flatWidth, lineWidth, longestWord, paint, span, wrap } from "./wrap.ts";

export interface TerminalOptions {
  /** Cells of a line. */
  readonly width: number;
  readonly color: boolean;
  /** The command that shows a page: "onrecord figures". */
  command(page: PageName): string;
}

// Longer lines are hard to read back from.
const WIDEST = 120;
const NARROWEST = 20;

const unbreakable = (text: string): string => text.replaceAll(" ", "\u00A0");

/** References that stand side by side as one sign: [1, 4–6]. */
function referenceSign(references: readonly Reference[]): string {
  const numbers = references.map((one) => one.attrs.number);
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return `[${runs.map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from}–${to}`)).join(", ")}]`;
}

function inline(nodes: readonly Inline[]): readonly Span[] {
  const spans: Span[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    if (node === undefined) continue;
    if (typeof node !== "string" && node.tag === "reference") {
      const run: Reference[] = [];
      for (let next = nodes[index]; next !== undefined && typeof next !== "string" && next.tag === "reference"; next = nodes[++index])
        run.push(next);
      index--;
      spans.push(span(referenceSign(run), "blue"));
    } else spans.push(...one(node));
  }
  return spans;
}

function one(node: Inline): readonly Span[] {
  if (typeof node === "string") return [span(node)];
  const restyled = (...styles: Span["styles"]): readonly Span[] =>
    inline(node.children).map((part) => ({ text: part.text, styles: [...styles, ...part.styles] }));
  switch (node.tag) {
    case "strong":
      return restyled("bold");
    case "minor":
      return restyled("dim");
    case "mark":
      return restyled(...statusLooks[node.attrs.status]);
    case "link":
      return restyled("underline");
    case "reference":
      return [span(referenceSign([node]), "blue")];
    case "value":
      return [span(unbreakable(node.children.join("")), "bold")];
    case "time":
      return [span(node.children.join("").length > 24 ? node.children.join("") : unbreakable(node.children.join("")))];
    case "label":
      return [span(`“${node.children.join("")}”`, "italic")];
    case "withheld":
      return [span(`[${node.children.join("")}]`, "dim")];
  }
}

const indented = (lines: readonly Line[], indent: string, first = indent): readonly Line[] =>
  lines.map((line, index) => [span(index === 0 ? first : indent), ...line]);

const BLANK: Line = [];

class Drawing {
  readonly options: TerminalOptions;
  constructor(options: TerminalOptions) {
    this.options = options;
  }

  quote(node: Quote, width: number): readonly Line[] {
    const bar = `${quoteBars[node.attrs.certainty]} `;
    const words = wrap([span("“", "dim"), ...inline(node.children), span("”", "dim")], width - 2);
    const lines: (readonly Line[])[] = [words];
    if (!node.attrs.attributed)
      lines.push(wrap([span(`— ${node.attrs.voice}${node.attrs.manner === null ? "" : `: ${node.attrs.manner}`}`, "dim")], width - 2));
    if (node.attrs.caution !== null) lines.push(wrap([span(`Accused is not guilty. ${node.attrs.caution}`, "yellow")], width - 2));
    return lines.flat().map((line) => [span(bar, "dim"), ...line]);
  }

  item(node: Item, sign: string, width: number): readonly Line[] {
    const indent = " ".repeat(sign.length);
    const lines: Line[] = [];
    let words: Inline[] = [];
    const flush = (): void => {
      lines.push(...wrap(inline(words), width - sign.length));
      words = [];
    };
    for (const child of node.children) {
      if (typeof child === "string" || (child.tag !== "quote" && child.tag !== "list")) {
        words.push(child);
        continue;
      }
      flush();
      lines.push(...(child.tag === "quote" ? this.quote(child, width - sign.length) : this.block(child, width - sign.length)));
    }
    flush();
    return indented(lines, indent, sign);
  }

  row(cells: readonly (readonly Span[])[], widths: readonly number[], node: Table): readonly Line[] {
    const wrapped = cells.map((cell, index) => wrap(cell, widths[index] ?? 1));
    const height = Math.max(...wrapped.map((lines) => lines.length), 1);
    return Array.from({ length: height }, (_unused, at): Line => {
      const parts: Span[] = [];
      widths.forEach((width, index) => {
        const line = wrapped[index]?.[at] ?? [];
        const pad = " ".repeat(Math.max(width - lineWidth(line), 0));
        const right = node.attrs.columns[index]?.align === "right";
        if (index > 0) parts.push(span(" ".repeat(GAP)));
        parts.push(...(right ? [span(pad), ...line] : [...line, span(pad)]));
      });
      return parts;
    });
  }

  stacked(row: Row, node: Table, width: number): readonly Line[] {
    return row.children.flatMap((cell, index) => {
      const title = node.attrs.columns[index]?.title ?? "";
      const content = inline(cell.children);
      if (flatWidth(content) === 0) return [];
      return indented(wrap([...(title === "" ? [] : [span(`${title}: `, "dim")]), ...content], width - 2), "  ", index === 0 ? "" : "  ");
    });
  }

  table(node: Table, width: number): readonly Line[] {
    const rows = node.children.filter((child) => child.tag === "row").map((child) => child.children.map((cell) => inline(cell.children)));
    const titles = node.attrs.columns.map((column) => [span(column.title, "dim")]);
    const all = [titles, ...rows];
    const wanted = node.attrs.columns.map((column, index) => ({
      natural: Math.max(...all.map((cells) => flatWidth(cells[index] ?? []))),
      word: Math.max(...all.map((cells) => longestWord(cells[index] ?? []))),
      wraps: column.wraps,
    }));
    const widths = fit(wanted, width);
    const lines: Line[] =
      widths === null || node.attrs.columns.every((column) => column.title === "") ? [] : [...this.row(titles, widths, node)];
    let place = 0;
    for (const child of node.children) {
      if (child.tag === "quote") lines.push(...indented(this.quote(child, width - 2), "  "));
      else lines.push(...(widths === null ? this.stacked(child, node, width) : this.row(rows[place++] ?? [], widths, node)));
    }
    return lines;
  }

  block(node: Block, width: number): readonly Line[] {
    switch (node.tag) {
      case "heading": {
        const lines = wrap(
          inline(node.children).map((part) => ({ text: part.text, styles: ["bold", ...part.styles] })),
          width,
        );
        if (node.attrs.level === 3) return [BLANK, ...lines];
        const rule = (node.attrs.level === 1 ? "═" : "─").repeat(node.attrs.level === 1 ? Math.max(...lines.map(lineWidth), 1) : width);
        return node.attrs.level === 1 ? [...lines, [span(rule)], BLANK] : [BLANK, BLANK, ...lines, [span(rule, "dim")]];
      }
      case "paragraph":
        return wrap(inline(node.children), width);
      case "note":
      case "empty":
        return wrap(
          inline(node.children).map((part) => ({ text: part.text, styles: ["dim", ...part.styles] })),
          width,
        );
      case "quote":
        return this.quote(node, width);
      case "list":
        return node.children.flatMap((child, index) => this.item(child, node.attrs.ordered ? `${index + 1}. ` : "• ", width));
      case "table":
        return this.table(node, width);
      case "more":
        return wrap(
          [span(`… and ${node.attrs.left} more ${node.children.join("")}: `, "dim"), span(this.options.command(node.attrs.page), "cyan")],
          width,
        );
      case "source": {
        const sign = `[${node.attrs.number}] `;
        return indented(wrap(inline(node.children), width - sign.length), " ".repeat(sign.length), sign);
      }
      case "section":
        // A heading keeps its own distance.
        return [...(node.children[0]?.tag === "heading" ? [] : [BLANK]), ...node.children.flatMap((child) => this.block(child, width))];
    }
  }
}

/** The page as text, a line break at its end. No line is wider than the width unless a single word is. */
export function renderPage(node: Page, options: TerminalOptions): string {
  const width = Math.min(Math.max(options.width, NARROWEST), WIDEST);
  const drawing = new Drawing(options);
  return `${node.children.flatMap((child) => drawing.block(child, width)).map((line) => paint(line, options.color)).join("\n")}\n`; // prettier-ignore
}
