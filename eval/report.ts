/** The scores as tables that read the same on a terminal and as Markdown. */
import type { Draft } from "../src/model/claim.ts";
import { kinds } from "../src/model/words.ts";
import type { GoldClaim, GoldDocument } from "./gold.ts";
import type { Fault } from "./layers.ts";
import type { Tallies, Tally } from "./tally.ts";
import { ratesOf } from "./tally.ts";

export interface Group {
  /** "en.seen": the first half of every key in scores.json. */
  readonly key: string;
  readonly title: string;
  readonly documents: number;
  readonly tallies: Tallies;
}

export interface PlacedFault extends Fault {
  readonly document: GoldDocument;
}

const layerRows: readonly (readonly [string, string])[] = [
  ["voice.exact", "voice, whole chain exact"],
  ["voice.exact.of-found", "- of claims found"],
  ["voice.every-claim.of-found", "- own voice of the document included, of claims found"],
  ["voice.stance.of-exact", "- stance, where the chain is exact"],
  ["voice.party.of-exact", "- party, where the chain is exact"],
  ["certainty.not-stated", "certainty other than stated"],
  ["certainty.every-claim.of-found", "- any certainty, of claims found"],
  ["negation", "negation"],
  ["negation.of-found", "- of claims found"],
  ["figure.fully", "figure fully right: value, bounds, unit, part-of"],
  ["figure.value", "- value"],
  ["figure.bounds", "- value and bounds"],
  ["figure.unit", "- unit"],
  ["figure.part-of", "- part of the right whole"],
  ["time.expression", "time value, each expression once"],
  ["time.when", "- when, claim by claim"],
  ["time.when.of-found", "- when, of claims found"],
  ["time.as-of", "- as of, claim by claim"],
  ["time.said", "- said, claim by claim"],
  ["place", "places"],
  ["place.of-found", "- of claims found"],
  ["role", "participants with their roles"],
  ["role.of-found", "- of claims found"],
];

function share(value: number | null): string {
  return value === null ? "-" : value.toFixed(3);
}

function row(name: string, tally: Tally): readonly string[] {
  const { precision, recall, f1 } = ratesOf(tally);
  return [name, String(tally.gold), String(tally.found), String(tally.right), share(precision), share(recall), share(f1)];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) => Math.max(cell.length, 3, ...rows.map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(" | ")} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? `:${"-".repeat(width + 1)}` : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

/** The two tables of one group. Negation lost or invented stands below them: these are counts, not shares. */
export function groupReport({ title, documents, tallies }: Group): string {
  const claims = [...kinds, "all"]
    .filter((kind) => tallies.get(`kind.${kind}.found`).gold + tallies.get(`kind.${kind}.found`).found > 0)
    .map((kind) => [
      ...row(kind, tallies.get(`kind.${kind}.found`)),
      share(ratesOf(tallies.get(`kind.${kind}.span`)).f1),
      share(ratesOf(tallies.get(`kind.${kind}.whole`)).f1),
    ]);
  const layers = layerRows
    .filter(([key]) => tallies.get(key).gold + tallies.get(key).found > 0)
    .map(([key, name]) => row(name, tallies.get(key)));
  return [
    `## ${title}: ${String(documents)} documents`,
    table(["claims by kind", "gold", "found", "right", "prec.", "recall", "F1", "F1 right span", "F1 fully right"], claims),
    table(["layer", "gold", "found", "right", "prec.", "recall", "F1"], layers),
    `Negations lost: ${String(tallies.get("negation.lost").gold)}, invented: ${String(tallies.get("negation.invented").gold)}.`,
  ].join("\n\n");
}

function shown(claim: GoldClaim | Draft | null): string {
  return claim === null ? "-" : `${claim.kind} "${claim.quote.replace(/\s+/g, " ")}"`;
}

/** The worst `limit` faults, each with the words that it is about. Equal ones stay in document order. */
export function faultReport(faults: readonly PlacedFault[], limit: number): string {
  const worst = [...faults].sort((a, b) => b.weight - a.weight).slice(0, limit);
  const lines = worst.map(({ document, what, gold, found }, index) => {
    const place = gold?.at ?? `${document.name} at ${String(found?.start ?? 0)}`;
    return `${String(index + 1).padStart(3)}. ${what} (${place})\n     label:  ${shown(gold)}\n     reader: ${shown(found)}`;
  });
  return [`## Worst ${String(worst.length)} of ${String(faults.length)} faults`, ...lines].join("\n");
}

/** Every F1 of the groups under `group.row`, rounded to four places, for scores.json. Counts of lost and invented negations are kept as they are. */
export function scoresOf(groups: readonly Group[]): Readonly<Record<string, number>> {
  const scores: Record<string, number> = {};
  for (const { key, tallies } of groups) {
    for (const [name, tally] of tallies.entries()) {
      const counted = name === "negation.lost" || name === "negation.invented";
      const { f1 } = ratesOf(tally);
      if (counted) scores[`${key}.${name}`] = tally.gold;
      else if (f1 !== null) scores[`${key}.${name}`] = Number(f1.toFixed(4));
    }
  }
  return Object.fromEntries(Object.entries(scores).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What fell: an F1 by more than a point (0.01), or a negation lost or invented more than before. Rows that are new are not held against anybody. */
export function fallen(before: Readonly<Record<string, number>>, now: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(before).flatMap(([key, old]) => {
    const current = now[key] ?? 0;
    if (/\.negation\.(?:lost|invented)$/.test(key)) return current > old ? [`${key}: ${String(current)}, was ${String(old)}`] : [];
    // Two scores rounded to four places: a fall of exactly a point is not more than a point.
    return old - current > 0.01 + 1e-9 ? [`${key}: ${current.toFixed(4)}, was ${old.toFixed(4)}`] : [];
  });
}
