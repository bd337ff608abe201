/**
 * Scores the reader that ships against our own labelled corpus (corpus/GUIDE.md):
 *   npm run eval                     tables by language, seen and unseen apart, and the worst twenty faults of the seen documents
 *   npm run eval -- --all            every fault of the seen documents; --genre NAME and --only NAME narrow the documents
 *   npm run eval -- --show-unseen    faults of the unseen third as well: not for anybody who writes rules
 *   npm run eval -- --labels         only looks for faults in the label files; no reader runs
 *   npm run eval -- --json FILE      the scores as JSON; "-" is standard output
 *   npm run eval -- --write          makes SCORES.md and scores.json anew
 *   npm run eval -- --check          exit 1 when a score fell by more than a point against scores.json
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Reader } from "../src/reading/reader.ts";
import { rules } from "../src/reading/rules.ts";
import { loadCorpus } from "./corpus.ts";
import type { GoldDocument } from "./gold.ts";
import { addDocument } from "./layers.ts";
import { matchClaims } from "./match.ts";
import type { Group, PlacedFault } from "./report.ts";
import { fallen, faultReport, groupReport, scoresOf } from "./report.ts";
import { Tallies } from "./tally.ts";

const here = import.meta.dirname;
const languages = { en: "English", ru: "Russian", kk: "Kazakh" } as const;

/** Reads every document and compares; groups by language, seen before unseen. */
function score(
  reader: Reader,
  documents: readonly GoldDocument[],
): { readonly groups: readonly Group[]; readonly faults: readonly PlacedFault[] } {
  const groups: Group[] = [];
  const faults: PlacedFault[] = [];
  for (const [language, name] of Object.entries(languages)) {
    for (const unseen of [false, true]) {
      const own = documents.filter((document) => document.language === language && document.unseen === unseen);
      if (own.length === 0) continue;
      const tallies = new Tallies();
      for (const document of own) {
        const { text, published } = document;
        const drafts = reader.read(text, { published, passages: [{ start: 0, end: text.length, language }] });
        const found = addDocument(tallies, document, matchClaims(document, drafts), drafts);
        faults.push(...found.map((fault) => ({ ...fault, document })));
      }
      const part = unseen ? "unseen" : "seen";
      groups.push({ key: `${language}.${part}`, title: `${name}, ${part}`, documents: own.length, tallies });
    }
  }
  return { groups, faults };
}

function main(): number {
  const { values } = parseArgs({
    options: {
      labels: { type: "boolean", default: false },
      all: { type: "boolean", default: false },
      "show-unseen": { type: "boolean", default: false },
      json: { type: "string" },
      write: { type: "boolean", default: false },
      check: { type: "boolean", default: false },
      genre: { type: "string" },
      only: { type: "string" },
    },
  });
  const corpus = loadCorpus(join(here, "corpus"));
  for (const fault of corpus.faults) console.error(fault);
  if (corpus.faults.length > 0) return 1;
  if (values.labels) {
    const claims = corpus.documents.reduce((sum, document) => sum + document.claims.length, 0);
    console.log(`${String(corpus.documents.length)} documents, ${String(claims)} labelled claims, no faults`);
    return 0;
  }
  const documents = corpus.documents.filter(
    (document) =>
      (values.genre === undefined || document.genre === values.genre) && (values.only === undefined || document.name === values.only),
  );
  const { groups, faults } = score(rules, documents);
  const scores = scoresOf(groups);
  if (values.json !== "-") {
    for (const group of groups) console.log(`${groupReport(group)}\n`);
    const open = faults.filter(({ document }) => values["show-unseen"] || !document.unseen);
    console.log(faultReport(open, values.all ? open.length : 20));
  }
  if (values.json === "-") console.log(JSON.stringify(scores, null, 2));
  else if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(scores, null, 2)}\n`);
  if (values.write) {
    const date = new Date().toISOString().slice(0, 10);
    const head = `# Scores of the reader "${rules.name}" ${rules.version} on our own corpus\n\nMade by \`npm run eval -- --write\` on ${date}. What the rows mean: [the guide](corpus/GUIDE.md#how-it-is-scored).`;
    writeFileSync(join(here, "SCORES.md"), `${[head, ...groups.map(groupReport)].join("\n\n")}\n`);
    writeFileSync(join(here, "scores.json"), `${JSON.stringify(scores, null, 2)}\n`);
  }
  if (!values.check) return 0;
  const before = JSON.parse(readFileSync(join(here, "scores.json"), "utf8")) as Readonly<Record<string, number>>;
  const worse = fallen(before, scores);
  for (const line of worse) console.error(`fell by more than a point: ${line}`);
  return worse.length === 0 ? 0 : 1;
}

process.exitCode = main();
