/**
 * What a copy does not show when its device does not hold the Names box: protected persons are their pseudonyms, protected sources and passages are
 * withheld, in every row, page and export. It hides from eyes, not from whoever takes the folder apart: the documents are in it.
 */
import type { Json } from "../model/canonical.ts";
import type { Claim } from "../model/claim.ts";
import type { Refused } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import { namePatterns, wholeWords } from "../model/name-patterns.ts";
import { overlaps } from "../model/passage.ts";
import type { Source } from "../model/source.ts";
import type { Blobs } from "../store/blobs.ts";
import type { Reads, Writes } from "../store/store.ts";
import type { Entry } from "../views/view.ts";
import type { Hidden } from "../views/protections.ts";
import { coversOf, hiddenIn, nothingHidden, protections } from "../views/protections.ts";
import { markOf } from "./aside.ts";
import type { HistoryRow } from "./verbs.ts";

const CURTAIN = "curtain";
const DRAWN = "drawn";
/** What stands in the place of what is withheld and has no pseudonym. */
export const WITHHELD = "[withheld]";
/** What stands for a character of a text whose offsets are to hold. */
export const BLANK = "█";

/** Says whether this copy may show what is protected. To be called while the log is folded, before its documents are. */
export async function drawCurtain(writes: Writes, drawn: boolean): Promise<void> {
  await writes.rows(CURTAIN).put(DRAWN, drawn ? true : undefined);
}

export async function isDrawn(store: Pick<Reads, "rows">): Promise<boolean> {
  return (await store.rows(CURTAIN).get(DRAWN)) === true;
}

/** What of a source this copy does not show. */
export async function hiddenHere(store: Pick<Reads, "rows">, { id, text }: Pick<Source, "id" | "text">): Promise<Hidden> {
  return (await isDrawn(store)) ? hiddenIn(store.rows(protections.name), id, text) : nothingHidden;
}

/** A source of which only that it is there is said. */
export function withheldSource(source: Source): Source {
  const { provenance } = source;
  return {
    ...source,
    ...{ title: WITHHELD, author: null, publisher: null, published: null, url: null, restates: null },
    provenance: { ...provenance, from: WITHHELD },
  };
}

/** The text with blanks where something is hidden. */
export function blankedText(text: string, { whole, spans }: Hidden): string {
  const blank = (part: string): string => part.replace(/[^\s]/g, BLANK);
  if (whole) return blank(text);
  return spans.reduce((now, { start, end }) => now.slice(0, start) + blank(now.slice(start, end)) + now.slice(end), text);
}

/** What the views are given of a document: nothing of what is hidden, and how much that is. */
export function behindCurtain(entry: Entry, hidden: Hidden): Entry {
  if (!hidden.whole && hidden.spans.length === 0) return entry;
  const { source, text, claims } = entry;
  const isHidden = (claim: Claim): boolean =>
    hidden.whole || [claim, ...claim.also].some((said) => hidden.spans.some((span) => overlaps(span, said)));
  const kept = claims.filter((claim) => !isHidden(claim));
  const count = claims.length - kept.length;
  const what = hidden.whole ? "source is protected" : "passage of it is protected";
  const message = `A ${what}: ${count} ${count === 1 ? "claim is" : "claims are"} not shown on a device that does not hold the Names box.`;
  const told: Refused = { what: source.id, code: "withheld", message: hidden.whole ? message.replace("A source", "The source") : message };
  return {
    ...entry,
    source: hidden.whole ? withheldSource(source) : source,
    text: text === null ? null : blankedText(text, hidden),
    claims: kept,
    refused: [...(hidden.whole ? [] : entry.refused), told],
  };
}

/** Puts pseudonyms in the place of names. */
export interface Veil {
  /** In every string of a row. */
  readonly of: <T>(value: T) => T;
  /** In a text whose offsets are to hold: blanks. */
  readonly ofText: (text: string) => string;
}

const open: Veil = { of: (value) => value, ofText: (text) => text };

/** The veil of this copy: it changes nothing where the Names box is held, or nobody is covered. */
export async function veilOf(store: Reads, blobs: Blobs): Promise<Veil> {
  if (!(await isDrawn(store))) return open;
  const forms = new Map<string, Set<string>>();
  const texts = new Map<Id, string | null>();
  for (const { protects, text, spans } of await coversOf(store.rows(protections.name))) {
    const statement = await store.statement(protects);
    const pseudonym = statement?.opened.find(({ name }) => name === "pseudonym")?.value;
    if (typeof pseudonym !== "string" || (await markOf(store, protects)) !== null) continue;
    if (!texts.has(text)) texts.set(text, await layerOf(text, blobs));
    const layer = texts.get(text) ?? null;
    const own = forms.get(pseudonym) ?? new Set();
    forms.set(pseudonym, own);
    if (layer !== null) for (const { start, end } of spans) own.add(layer.slice(start, end).replace(/\s+/gu, " "));
  }
  const patterns = [...forms].flatMap(([pseudonym, own]) =>
    namePatterns([...own]).map((pattern) => ({ pattern, shown: `${pseudonym} (withheld)` })),
  );
  if (patterns.length === 0) return open;
  // Longer first: a family name is part of the whole one.
  patterns.sort((a, b) => b.pattern.length - a.pattern.length || (a.shown < b.shown ? -1 : 1));
  // A name in capitals, or small in the name of a file, is the same name.
  const all = new RegExp(wholeWords(patterns.map(({ pattern }) => `(${pattern})`).join("|")), "giu");
  const veiled = (text: string): string =>
    text.replace(
      all,
      (_whole: string, ...groups: unknown[]) => patterns[groups.findIndex((group) => group !== undefined)]?.shown ?? WITHHELD,
    );
  return {
    of: (value) => everyString(value, veiled),
    ofText: (text) => text.replace(all, (name) => name.replace(/[^\s]/g, BLANK)),
  };
}

async function layerOf(text: Id, blobs: Blobs): Promise<string | null> {
  try {
    return new TextDecoder().decode(await blobs.get(text));
  } catch {
    // Not here, or damaged, which verify tells.
    return null;
  }
}

function everyString<T>(value: T, change: (text: string) => string): T {
  if (typeof value === "string") return change(value) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => everyString(each, change)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, everyString(each as unknown, change)])) as T;
}

/** The rows of a history without what they say of a hidden source or passage. */
export async function historyBehind(store: Reads, rows: readonly HistoryRow[]): Promise<readonly HistoryRow[]> {
  if (!(await isDrawn(store))) return rows;
  const shown: HistoryRow[] = [];
  for (const row of rows) shown.push((await speaksOfHidden(store, row.says)) ? { ...row, says: {} } : row);
  return shown;
}

/** True when somewhere in it a source, or a place in one, is named that is hidden. */
async function speaksOfHidden(store: Reads, value: Json | Readonly<Record<string, Json>>): Promise<boolean> {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) {
    for (const each of value as readonly Json[]) if (await speaksOfHidden(store, each)) return true;
    return false;
  }
  const named = value as Readonly<Record<string, Json>>;
  const source = named.source ?? named.id;
  const entry = typeof source === "string" && source.startsWith("sha256:") ? await store.source(source as Id) : null;
  if (entry !== null) {
    const { whole, spans } = await hiddenHere(store, entry.source);
    const places = [named.span, named.passage].map(
      (place) => place as { readonly start?: number; readonly end?: number } | null | undefined,
    );
    const at = places.some((place) => spans.some((span) => overlaps(span, { start: place?.start ?? 0, end: place?.end ?? 0 })));
    if (whole || at) return true;
  }
  for (const each of Object.values(named)) if (await speaksOfHidden(store, each)) return true;
  return false;
}
