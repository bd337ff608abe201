/** Everything that was said of one thing, by whom and when by their own clock. */
import type { Claim } from "../model/claim.ts";
import { deviceWord, shortWord } from "./signers.ts";
import type { Block, Inline, Item, Page } from "./tree.ts";
import { empty, heading, item, list, minor, note, page, paragraph, section, strong } from "./tree.ts";

/** One statement of a history. */
export interface HistoryEntry {
  readonly id: string;
  readonly kind: string;
  readonly by: string;
  readonly time: string;
  readonly state: string;
  readonly says: Readonly<Record<string, unknown>>;
}

// What is worth a word of each statement; the whole of it is in the JSON.
const told = [
  "verdict",
  "relation",
  "grade",
  "standard",
  "mark",
  "state",
  "text",
  "correctedClaim",
  "fields",
  "reader",
  "statement",
  "reason",
];

function words(entry: HistoryEntry): string {
  return told
    .flatMap((name) => {
      const value = entry.says[name];
      if (typeof value === "string" && value !== "") return [name === "reason" ? `because: ${value}` : shortWord(value)];
      return Array.isArray(value) && value.length > 0 ? [value.join(", ")] : [];
    })
    .join(" · ");
}

function entryItem(entry: HistoryEntry): Item {
  const state: readonly Inline[] = entry.state === "counts" ? [] : [" · ", strong(entry.state.replace("-", " "))];
  return item(
    strong(entry.kind),
    ` · ${words(entry)}`,
    ...state,
    minor(` · ${deviceWord(entry.by)}, ${entry.time} (statement ${shortWord(entry.id)})`),
  );
}

/** The history of `id`, with the claim that it now stands for when it is one. */
export function historyPage(id: string, claim: Claim | null, entries: readonly HistoryEntry[]): Page {
  const blocks: Block[] = [heading(1, `History of ${shortWord(id)}`)];
  if (claim !== null) {
    blocks.push(paragraph(`${claim.kind}, ${claim.review}: “${claim.quote}”`));
    if (claim.id !== id) blocks.push(note(`The claim ${shortWord(claim.id)} stands in its place.`));
  }
  if (entries.length === 0) blocks.push(empty("Nobody has said anything of it yet."));
  else blocks.push(section("history", [note("Times are those of the signers' own clocks."), list(entries.map(entryItem))]));
  return page("history", "History", blocks);
}
