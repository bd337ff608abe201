/**
 * What a page is: a plain tree of semantic elements that survives JSON. A page says what a thing is, never how it looks;
 * each face decides that (the terminal with glyphs and colour, a browser with elements, a dossier with escaped text).
 */
import type { Id } from "../model/ids.ts";
import type { Certainty } from "../model/words.ts";
import type { PledgeRow, QuestionRow, SeriesStatus, Standing } from "../model/rows.ts";

/** One element: `attrs` say what it stands for, `children` what it holds. */
export interface Element<Tag extends string, Attrs, Child> {
  readonly tag: Tag;
  readonly attrs: Attrs;
  readonly children: readonly Child[];
}

// Attributes of an element that has none.
type None = Readonly<Record<string, never>>;

/** The pages that there are; also the commands and addresses that show them. */
export type PageName =
  | "show"
  | "sources"
  | "claims"
  | "figures"
  | "timeline"
  | "people"
  | "questions"
  | "pledges"
  | "rivals"
  | "findings"
  | "signed"
  | "conflicts"
  | "history"
  | "explain"
  | "review"
  | "refused"
  | "verify";

/**
 * The states that a mark can show. Every face gives each its own wording or line as well as a colour, so that none is told by colour alone.
 * `check` is a sentence of arithmetic, `sound` and `fault` are results of verification.
 */
export type Status = Certainty | SeriesStatus | Standing | QuestionRow["state"] | PledgeRow["state"] | "check" | "sound" | "fault";

/** Where a link leads. */
export type Target =
  | { readonly kind: "source"; readonly id: Id }
  | { readonly kind: "claim"; readonly id: Id }
  | { readonly kind: "page"; readonly page: PageName }
  | { readonly kind: "address"; readonly url: string };

/** A number that somebody said. The children are its words ("more than 4,500"); the bounds are for faces that draw. */
export interface ValueAttrs {
  readonly min: number | null;
  readonly max: number | null;
  readonly best: number | null;
}

export type Strong = Element<"strong", None, Inline>;
/** Said more quietly: what helps to read a line but is not the line. */
export type Minor = Element<"minor", None, Inline>;
export type Mark = Element<"mark", { readonly status: Status }, Inline>;
export type Link = Element<"link", { readonly to: Target }, Inline>;
/** A footnote sign that leads to a source of the list at the end of the page. */
export type Reference = Element<"reference", { readonly source: Id; readonly number: number }, never>;
export type Value = Element<"value", ValueAttrs, string>;
/** A time as EDTF; the children are its words. */
export type Time = Element<"time", { readonly edtf: string }, string>;
/** A word of a voice for somebody ("terrorists"), kept in quotes as that voice's word. */
export type Label = Element<"label", None, string>;
/** A name left out on purpose; the children say what stands in its place. */
export type Withheld = Element<"withheld", { readonly why: "accused" }, string>;
export type Inline = string | Strong | Minor | Mark | Link | Reference | Value | Time | Label | Withheld;

export type Heading = Element<"heading", { readonly level: 1 | 2 | 3 }, Inline>;
export type Paragraph = Element<"paragraph", None, Inline>;
export interface QuoteAttrs {
  readonly claim: Id;
  readonly source: Id;
  /** Who says it, with the reporting chain. */
  readonly voice: string;
  /** How the innermost voice put it; never shown without `voice`. */
  readonly certainty: Certainty;
  /** How the voice put it, in words ("accusation, alleged"); null when it plainly said so. */
  readonly manner: string | null;
  /** Whether the line above already names the voice and how sure it was; else the quote says so itself. */
  readonly attributed: boolean;
  /** Legal stage and denial of the accused persons whom the words name; null when they name none. */
  readonly caution: string | null;
}
/** The exact words of a source. */
export type Quote = Element<"quote", QuoteAttrs, Inline>;
export type Item = Element<"item", None, Inline | Quote | List>;
export type List = Element<"list", { readonly ordered: boolean }, Item>;
export type Cell = Element<"cell", None, Inline>;
export type Row = Element<"row", None, Cell>;
export interface Column {
  /** Empty when the column needs no title. */
  readonly title: string;
  readonly align: "left" | "right";
  /** Whether the column may be made narrower than its content and wrapped. */
  readonly wraps: boolean;
}
/** Rows, each of which may be followed by the quotes that it rests on. */
export type Table = Element<"table", { readonly columns: readonly Column[] }, Row | Quote>;
/** A remark of the tool itself: how to read what stands here. */
export type Note = Element<"note", None, Inline>;
/** Said in place of content when there is none. */
export type Empty = Element<"empty", None, Inline>;
/** How many of what are left out of a long section, and which page shows them: the children say what they are. */
export type More = Element<"more", { readonly page: PageName; readonly left: number }, string>;
/** One entry of the source list: its number is what references print. */
export type SourceEntry = Element<"source", { readonly source: Id; readonly number: number }, Inline>;
export type Section = Element<"section", { readonly id: string }, Block>;
export type Block = Heading | Paragraph | Quote | List | Table | Note | Empty | More | SourceEntry | Section;
export type Page = Element<"page", { readonly name: PageName; readonly title: string }, Block>;

function element<Tag extends string, Attrs, Child>(tag: Tag, attrs: Attrs, children: readonly Child[]): Element<Tag, Attrs, Child> {
  return { tag, attrs, children };
}

export const page = (name: PageName, title: string, children: readonly Block[]): Page => element("page", { name, title }, children);
export const section = (id: string, children: readonly Block[]): Section => element("section", { id }, children);
export const heading = (level: 1 | 2 | 3, ...children: readonly Inline[]): Heading => element("heading", { level }, children);
export const paragraph = (...children: readonly Inline[]): Paragraph => element("paragraph", {}, children);
export const note = (...children: readonly Inline[]): Note => element("note", {}, children);
export const empty = (...children: readonly Inline[]): Empty => element("empty", {}, children);
export const list = (children: readonly Item[], ordered = false): List => element("list", { ordered }, children);
export const item = (...children: readonly Item["children"][number][]): Item => element("item", {}, children);
export const table = (columns: readonly Column[], children: readonly (Row | Quote)[]): Table => element("table", { columns }, children);
export const row = (...cells: readonly (readonly Inline[])[]): Row =>
  element(
    "row",
    {},
    cells.map((children): Cell => element("cell", {}, children)),
  );
export const column = (title: string, options: Partial<Omit<Column, "title">> = {}): Column => ({
  title,
  align: "left",
  wraps: false,
  ...options,
});
export const quote = (attrs: Quote["attrs"], ...children: readonly Inline[]): Quote => element("quote", attrs, children);
export const more = (toPage: PageName, left: number, one: string, many: string): More =>
  element("more", { page: toPage, left }, [left === 1 ? one : many]);
export const sourceEntry = (source: Id, number: number, children: readonly Inline[]): SourceEntry =>
  element("source", { source, number }, children);
export const strong = (...children: readonly Inline[]): Strong => element("strong", {}, children);
export const minor = (...children: readonly Inline[]): Minor => element("minor", {}, children);
export const mark = (status: Status, ...children: readonly Inline[]): Mark => element("mark", { status }, children);
export const link = (to: Target, ...children: readonly Inline[]): Link => element("link", { to }, children);
export const reference = (source: Id, number: number): Reference => element("reference", { source, number }, []);
export const value = (attrs: ValueAttrs, words: string): Value => element("value", attrs, [words]);
export const time = (edtf: string, words: string): Time => element("time", { edtf }, [words]);
export const label = (word: string): Label => element("label", {}, [word]);
export const withheld = (words: string): Withheld => element("withheld", { why: "accused" }, [words]);
