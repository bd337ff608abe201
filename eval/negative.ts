/**
 * Reads sentences that hold numbers, dates and quotation marks and nothing to put on record, and says in how many of them the reader finds a claim:
 *   npm run eval:negative                 the share, by kind and by rule
 *   npm run eval:negative -- --all        every such sentence with what was found in it
 *   npm run eval:negative -- --limit 0.03 exit 1 when the share is higher
 * Each line of negative.txt is read as a document of its own.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Draft } from "../src/model/claim.ts";
import { rules } from "../src/reading/rules.ts";

const { values } = parseArgs({ options: { all: { type: "boolean", default: false }, limit: { type: "string" } } });
const lines = readFileSync(join(import.meta.dirname, "negative.txt"), "utf8")
  .split("\n")
  .filter((line) => line !== "");
// Any date will do: with one, relative dates resolve and more can go wrong.
const published = "2028-05-17";

const hits = lines.flatMap((line) => {
  const drafts = rules.read(line, { published, passages: [{ start: 0, end: line.length, language: "en" }] });
  return drafts.length === 0 ? [] : [{ line, drafts }];
});

/** How many sentences have at least one draft with this property, most first. */
function counted(property: (draft: Draft) => string): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { drafts } of hits) for (const value of new Set(drafts.map(property))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

const share = hits.length / lines.length;
console.log(`${String(hits.length)} of ${String(lines.length)} sentences hold a false claim: ${(100 * share).toFixed(1)} %`);
for (const [kind, count] of counted((draft) => draft.kind)) console.log(`${String(count).padStart(5)}  ${kind}`);
for (const [rule, count] of counted((draft) => draft.rule).slice(0, 20)) console.log(`${String(count).padStart(5)}  ${rule}`);
if (values.all)
  for (const { line, drafts } of hits)
    for (const { kind, quote, rule } of drafts) console.log(`${line}\n      ${kind} "${quote}" (${rule})`);
if (values.limit !== undefined && share > Number(values.limit)) process.exitCode = 1;
