/** What every page needs at hand while it is laid out: the rows, who is accused, and how a source or a passage is cited. */
import type { Claim } from "../model/claim.ts";
import type { Id } from "../model/ids.ts";
import type { SourceRow } from "../model/rows.ts";
import type { Accusations } from "./accused.ts";
import { accusations } from "./accused.ts";
import { dateWords } from "./dates.ts";
import type { CaseState, Lookup } from "./state.ts";
import { lookup } from "./state.ts";
import type { Block, Inline, Quote, Withheld } from "./tree.ts";
import { heading, link, mark, minor, quote, reference, section, sourceEntry, strong } from "./tree.ts";
import { chainWords, mannerWords } from "./voices.ts";

export interface Desk extends Lookup {
  readonly accused: Accusations;
  /** Text of the record with the names of the accused left out where they are withheld. */
  safe(text: string): readonly (string | Withheld)[];
  /** Footnote signs of these sources, each once, in the order of the source list. */
  references(sources: Iterable<Id>): readonly Inline[];
  /**
   * The exact words of a claim; above `limit` characters they are cut at a word and end in […].
   * `voice` is where the voice stands: "above" when the line before names it, "below" when the quote must.
   */
  quote(claim: Claim, voice: "above" | "below", limit?: number): Quote;
}

/** A desk over `state`. `names` says whether the names of the accused are shown; only the first screen withholds them unasked. */
export function desk(state: CaseState, names: "withheld" | "shown"): Desk {
  const from = lookup(state);
  const accused = accusations(from, names);
  return {
    ...from,
    accused,
    safe: (text) => accused.protect(text),
    references: (sources) => {
      const numbered = [...new Set(sources)].flatMap((id) => {
        const number = from.number(id);
        return number === null ? [] : [{ id, number }];
      });
      return numbered.sort((a, b) => a.number - b.number).map(({ id, number }) => reference(id, number));
    },
    quote: (claim, voice, limit) => {
      const attrs = {
        claim: claim.id,
        source: claim.source,
        voice: plain(accused.protect(chainWords(claim, from))),
        certainty: claim.certainty,
        manner: mannerWords(claim),
        attributed: voice === "above",
        caution: accused.caution(claim.quote),
      };
      return quote(attrs, ...accused.protect(cut(claim.quote, limit)));
    },
  };
}

/** The words of inlines that hold nothing but text and names left out. */
function plain(nodes: readonly (string | Withheld)[]): string {
  return nodes.map((node) => (typeof node === "string" ? node : `[${node.children.join("")}]`)).join("");
}

function cut(text: string, limit = Number.POSITIVE_INFINITY): string {
  if (text.length <= limit) return text;
  const head = text.slice(0, limit);
  // Never inside a surrogate pair: the cut falls on the last space, or on a whole code point.
  const at = /\s\S*$/u.exec(head)?.index ?? limit;
  return `${text.slice(0, at > limit / 2 ? at : limit).replace(/[\uD800-\uDBFF]$/u, "")} […]`;
}

/** How a claim was put, as a mark with `before` in front; nothing when it was plainly said. */
export function manner(claim: Claim | undefined, before = " "): readonly Inline[] {
  const words = claim === undefined ? null : mannerWords(claim);
  return claim === undefined || words === null ? [] : [before, mark(claim.certainty, words)];
}

/** One line on a source: title, publisher, date, language, and what it restates. */
export function sourceWords(source: SourceRow, from: Desk): readonly Inline[] {
  const title: Inline = strong(...(source.title === null ? ["untitled"] : from.safe(source.title)));
  const facts = [source.publisher ?? "publisher not given", source.published === null ? "undated" : dateWords(source.published)];
  if (source.language !== null) facts.push(languageWords(source.language));
  if (source.form !== "original" && source.form !== "restatement") facts.push(source.form.replace("-", " "));
  if (!source.complete) facts.push("incomplete");
  return [title, `, ${facts.join(", ")}`, ...restatement(source)];
}

function restatement(source: SourceRow): readonly Inline[] {
  if (source.form !== "restatement" && source.restates === null) return [];
  const real = source.restates;
  if (real === null) return [minor("; a restatement, of what is not said")];
  const facts = [
    real.publisher,
    real.published === null ? null : dateWords(real.published),
    real.language === null ? null : languageWords(real.language),
  ];
  const words = minor(`; restates in other words ${facts.filter((fact) => fact !== null).join(", ")}`);
  return real.url === null ? [words] : [words, minor(" "), link({ kind: "address", url: real.url }, real.url)];
}

const languages = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });

/** The English name of a BCP 47 language; "language not told" for und; the tag itself when it has no name. */
export function languageWords(tag: string): string {
  if (tag === "und") return "language not told";
  try {
    return languages.of(tag) ?? tag;
  } catch {
    return tag; // RangeError: the document's own metadata can hold anything
  }
}

/** The source list at the end of a page: the sources given, in the order of their numbers. Empty when there are none. */
export function sourceList(sources: Iterable<Id>, from: Desk): readonly Block[] {
  const wanted = new Set(sources);
  const entries = from.state.sources.flatMap((source, index) =>
    wanted.has(source.id) ? [sourceEntry(source.id, index + 1, sourceWords(source, from))] : [],
  );
  return entries.length === 0 ? [] : [section("sources", [heading(2, "Sources"), ...entries])];
}
