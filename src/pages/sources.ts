/** What the case holds: every sealed source with where it comes from, and what was read from it. */
import type { SourceRow } from "../model/rows.ts";
import { countWords } from "./amounts.ts";
import { dateWords } from "./dates.ts";
import type { Desk } from "./desk.ts";
import { desk, languageWords, sourceWords } from "./desk.ts";
import type { CaseState } from "./state.ts";
import type { Block, Inline, Page } from "./tree.ts";
import { empty, heading, minor, note, page, sourceEntry } from "./tree.ts";

function entryWords(source: SourceRow, claims: number, at: Desk): readonly Inline[] {
  const facts = [countWords(claims, "claim"), `${source.bytes} bytes`, `got ${dateWords(source.got)}`];
  // F is the Admiralty grade for "cannot be judged": nobody has graded it.
  facts.push(source.grade === "F" ? "not graded" : `grade ${source.grade}`);
  const derived = source.derivesFrom.length === 0 ? [] : [minor("; derives from "), ...at.references(source.derivesFrom)];
  return [...sourceWords(source, at), minor(` (${facts.join(", ")})`), ...derived, " ", minor(source.id)];
}

/** "8 in English, 4 in Russian": the languages of the sources, the most frequent first. */
export function languageCounts(sources: readonly SourceRow[]): string {
  const counts = new Map<string, number>();
  for (const source of sources) {
    const words = source.language === null ? "an untold language" : languageWords(source.language);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([language, count]) => `${count} in ${language}`)
    .join(", ");
}

/** Every source in the order of its number. */
export function sourcesPage(state: CaseState): Page {
  const at = desk(state, "shown");
  const { sources } = at.state;
  const claims = new Map<string, number>();
  for (const claim of state.claims) claims.set(claim.source, (claims.get(claim.source) ?? 0) + 1);
  const head: Block[] = [heading(1, "Sources")];
  if (state.sources.length === 0) return page("sources", "Sources", [...head, empty("This case holds no source yet.")]);
  return page("sources", "Sources", [
    ...head,
    note(`${countWords(state.sources.length, "source")}: ${languageCounts(state.sources)}.`),
    ...sources.map((source, index) => sourceEntry(source.id, index + 1, entryWords(source, claims.get(source.id) ?? 0, at))),
  ]);
}
