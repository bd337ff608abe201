/** Markdown with YAML front matter: the text layer is the body, verbatim apart from CRLF. */
import { createRequire } from "node:module";
import type { DocumentMeta, Restates } from "../model/source.ts";
import { isEdtf } from "../model/time.ts";
import { forms } from "../model/words.ts";
import { extensionOf } from "./extension.ts";
import type { Format, Misread } from "./format.ts";
import { primaryLanguage } from "./language-tag.ts";
import { publishedAsEdtf } from "./published.ts";
import { withLineFeeds } from "./text.ts";

// Loaded on first use: most runs of the command line read no front matter, and the parser costs 40 ms to load.
const load = createRequire(import.meta.url);

const MAX_FRONT_MATTER = 65_536; // characters; a longer one is not front matter that somebody wrote
const EXTENSIONS = new Set(["md", "markdown", "mdown", "mkd"]);

interface Split {
  /** The YAML between the two lines of dashes. */
  readonly front: string;
  readonly body: string;
}

/**
 * Front matter is what stands between a first line `---` and the next line `---` or `...`. Without the second line there is
 * none: the first is then a rule drawn across the page, and the whole file is body.
 */
function split(text: string): Split | null {
  const opening = /^---[ \t]*\n/.exec(text);
  if (opening === null) return null;
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/gm;
  closing.lastIndex = opening[0].length;
  const found = closing.exec(text);
  if (found === null || found.index > MAX_FRONT_MATTER) return null;
  return { front: text.slice(opening[0].length, found.index), body: text.slice(found.index + found[0].length) };
}

type Parsed =
  | { readonly kind: "mapping"; readonly fields: ReadonlyMap<string, unknown> }
  | { readonly kind: "other" }
  | { readonly kind: "broken"; readonly trouble: string };

/** The failsafe schema gives strings only: `published: 2022` and `title: no` stay what was typed, and no tag can build anything. */
function parseYaml(front: string): Parsed {
  const { parseDocument } = load("yaml") as typeof import("yaml");
  try {
    const document = parseDocument(front, { schema: "failsafe", prettyErrors: false, logLevel: "silent" });
    const error = document.errors[0];
    if (error !== undefined) {
      const line = front.slice(0, error.pos[0]).split("\n").length + 1;
      return { kind: "broken", trouble: `The front matter is not YAML at line ${line}: ${error.message.split("\n")[0] ?? ""}.` };
    }
    // An alias that unfolds into thousands of nodes is an attack, not a document.
    const value: unknown = document.toJS({ mapAsMap: true, maxAliasCount: 20 });
    return value instanceof Map ? { kind: "mapping", fields: value as ReadonlyMap<string, unknown> } : { kind: "other" };
  } catch (error) {
    return { kind: "broken", trouble: `The front matter cannot be unfolded: ${error instanceof Error ? error.message : "unknown fault"}.` };
  }
}

const NOTHING = new Set(["", "~", "null"]);

class Fields {
  readonly misread: Misread[] = [];
  readonly #fields: ReadonlyMap<string, unknown>;
  readonly #prefix: string;
  readonly #owner: Misread["field"] | null;

  constructor(fields: ReadonlyMap<string, unknown>, prefix = "", owner: Misread["field"] | null = null) {
    this.#fields = fields;
    this.#prefix = prefix;
    this.#owner = owner;
  }

  fault(key: keyof DocumentMeta, expected: string): null {
    this.misread.push({ field: this.#owner ?? key, trouble: `\`${this.#prefix}${key}\` in the front matter is not ${expected}.` });
    return null;
  }

  raw(key: string): unknown {
    return this.#fields.get(key);
  }

  text(key: keyof DocumentMeta): string | null {
    const value = this.#fields.get(key);
    if (value === undefined || value === null) return null;
    // Several authors are one line: the contract has one string.
    if (key === "author" && Array.isArray(value) && value.every((member) => typeof member === "string")) return value.join(", ");
    if (typeof value !== "string") return this.fault(key, "a single text");
    return NOTHING.has(value.trim()) ? null : value.trim();
  }

  date(key: "published"): string | null {
    const value = this.text(key);
    if (value === null || isEdtf(value)) return value;
    return publishedAsEdtf(value) ?? this.fault(key, `a date such as 2022-01-11 or 2022-01-11T14:30+06:00: "${value}"`);
  }

  language(key: "language"): string | null {
    const value = this.text(key);
    if (value === null) return null;
    return primaryLanguage(value) ?? this.fault(key, `a language code such as en, ru or kk: "${value}"`);
  }

  flag(key: "complete"): boolean | null {
    const value = this.text(key)?.toLowerCase() ?? null;
    if (value === null) return null;
    if (value === "true" || value === "yes") return true;
    if (value === "false" || value === "no") return false;
    return this.fault(key, "true or false");
  }

  form(key: "form"): DocumentMeta["form"] | null {
    const value = this.text(key);
    if (value === null) return null;
    return forms.find((form) => form === value) ?? this.fault(key, `one of ${forms.join(", ")}`);
  }
}

function restatesOf(fields: Fields): Restates | null {
  const value = fields.raw("restates");
  if (value === undefined || value === null || value === "") return null;
  if (!(value instanceof Map)) return fields.fault("restates", "a mapping with publisher, published, url and language");
  const inner = new Fields(value as ReadonlyMap<string, unknown>, "restates.", "restates");
  const restates: Restates = {
    publisher: inner.text("publisher"),
    published: inner.date("published"),
    url: inner.text("url"),
    language: inner.language("language"),
  };
  fields.misread.push(...inner.misread);
  return restates;
}

/** Only what is said: a key that is absent, empty or misread is not there. */
function present<T extends object>(value: { readonly [K in keyof T]: T[K] | null }): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null)) as Partial<T>;
}

/** What the front matter says, and what of it could not be understood. Keys that are not known are somebody else's and pass. */
function metaOf(map: ReadonlyMap<string, unknown>): { readonly meta: Partial<DocumentMeta>; readonly misread: readonly Misread[] } {
  const fields = new Fields(map);
  const meta = present<DocumentMeta>({
    title: fields.text("title"),
    author: fields.text("author"),
    publisher: fields.text("publisher"),
    published: fields.date("published"),
    url: fields.text("url"),
    language: fields.language("language"),
    form: fields.form("form"),
    complete: fields.flag("complete"),
    restates: restatesOf(fields),
  });
  return { meta, misread: fields.misread };
}

/**
 * Broken front matter is refused rather than read as body: its lines ("published: …") would become text that nobody wrote,
 * and the date that resolves every "yesterday" would be lost without a word.
 */
export const markdown: Format = {
  name: "markdown",
  accepts(given) {
    const extension = extensionOf(given.name);
    if (EXTENSIONS.has(extension)) return true;
    // A .txt file is plain text as it stands; anything without a telling name is Markdown when it opens with a mapping between dashes.
    if (extension === "txt" || extension === "text") return false;
    const parts = split(withLineFeeds(given.decoded().text));
    return parts !== null && /^[A-Za-z_][\w-]*:/.test(parts.front) && parseYaml(parts.front).kind === "mapping";
  },
  read(given) {
    const { text: decoded, encoding } = given.decoded();
    const whole = withLineFeeds(decoded);
    const parts = split(whole);
    if (parts === null) return { text: whole, encoding, meta: {}, misread: [] };
    const parsed = parseYaml(parts.front);
    switch (parsed.kind) {
      case "other":
        // Two rules across the page with prose between them.
        return { text: whole, encoding, meta: {}, misread: [] };
      case "broken":
        return { text: parts.body, encoding, meta: {}, misread: [{ field: "front matter", trouble: parsed.trouble }] };
      case "mapping":
        return { text: parts.body, encoding, ...metaOf(parsed.fields) };
    }
  },
};
