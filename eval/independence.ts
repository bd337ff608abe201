/**
 * Which documents go back to one source, on labelled groups: `npm run eval:independence`, with `-- --write` to commit the score. Each group is read by the readers, and of each document the
 * claim is taken that lies on the labelled words. Two documents whose claims have one origin are an edge. Prints precision, recall and F1 of edges, the
 * share of groups in which origins that are independent were merged, and every fault.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parse } from "yaml";
import type { Claim } from "../src/model/claim.ts";
import type { Source } from "../src/model/source.ts";
import type { Fact } from "../src/reconcile/facts.ts";
import { aroundClaims, eventFact, figureFact, withBodies } from "../src/reconcile/facts.ts";
import { kinshipOf } from "../src/reconcile/kin/kinship.ts";
import { sketchOf } from "../src/reconcile/kin/sketch.ts";
import { documentOffices } from "../src/reconcile/offices/document.ts";
import { officeSet } from "../src/reconcile/offices/set.ts";
import { originsOf } from "../src/reconcile/origins.ts";
import { readLoose } from "../src/workbench.ts";

export interface LabelledDocument {
  readonly publisher: string;
  readonly url?: string;
  readonly published: string;
  readonly language?: string;
  /** Equal within a group for documents whose word goes back to one source. */
  readonly origin: number;
  /** Words of `text` whose origin is asked. */
  readonly said: string;
  readonly text: string;
}

export interface LabelledGroup {
  readonly about: string;
  readonly documents: readonly LabelledDocument[];
}

const FOLDER = new URL("independence/", import.meta.url);

/** Every labelled group, with the file that it is from. */
export function labelledGroups(): readonly (LabelledGroup & { readonly file: string })[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .flatMap((file) =>
      (parse(readFileSync(new URL(file, FOLDER), "utf8")) as readonly LabelledGroup[]).map((group) => ({ ...group, file })),
    );
}

interface Read {
  readonly source: Source;
  readonly claims: readonly Claim[];
  readonly text: string;
}

function read({ publisher, url, published, language, text }: LabelledDocument): Read {
  const given = { published, url: url ?? null, outlet: publisher, language: language ?? null };
  const { source: id, textId, format, encoding, meta, claims, text: layer } = readLoose(Buffer.from(text), "text.md", given);
  const provenance = { from: publisher, got: "2034-01-01T00:00:00Z", by: "eval" };
  return { source: { ...meta, id, text: textId, bytes: 0, format, encoding, passages: [], provenance }, claims, text: layer };
}

/** The claim on the labelled words as reconciliation sees it; when the reader found none there, one in the document's own voice. */
function factOf(document: LabelledDocument, { source, claims, text }: Read): { readonly fact: Fact; readonly isRead: boolean } {
  const start = text.toLowerCase().indexOf(document.said.toLowerCase());
  if (start === -1) throw new Error(`“${document.said}” is not in the text of ${document.publisher}`);
  const end = start + document.said.length;
  const around = aroundClaims({ source, text, claims });
  const overlap = (claim: Claim): number => Math.min(claim.end, end) - Math.max(claim.start, start);
  const [claim] = claims
    .filter((each) => ["figure", "event", "condition"].includes(each.kind) && overlap(each) > 0)
    .sort((a, b) => overlap(b) - overlap(a) || a.end - a.start - (b.end - b.start));
  const fact = claim === undefined ? null : (figureFact(claim, around) ?? eventFact(claim, around));
  if (fact !== null) return { fact, isRead: true };
  const home = source.publisher ?? source.id;
  const own: Fact = {
    ...{
      id: source.id,
      source: source.id,
      published: source.published,
      home,
      homeOffice: null,
      homeBody: null,
      start,
      voices: [],
      certainty: "stated",
    },
    ...{ negated: false, wording: null, phrase: null, marks: [] },
  };
  return { fact: own, isRead: false };
}

export interface Outcome {
  readonly group: LabelledGroup & { readonly file: string };
  /** Pairs of documents by index. */
  readonly found: readonly string[];
  readonly gold: readonly string[];
  readonly unread: number;
  readonly roots: readonly string[];
}

export function outcomeOf(group: LabelledGroup & { readonly file: string }): Outcome {
  const reads = group.documents.map(read);
  const facts = group.documents.map((document, at) => factOf(document, reads[at] as Read));
  const kinship = kinshipOf(new Map(reads.map(({ source, text, claims }) => [source.id, sketchOf(source, text, claims)])));
  const documents = reads.map(({ text, claims }) => documentOffices(text, claims));
  const offices = officeSet({
    offices: documents.flatMap((each) => each.offices),
    people: documents.flatMap((each) => [...each.people].map(([name, office]) => ({ name, office }))),
    acronyms: documents.flatMap((each) => each.acronyms),
  });
  const origins = originsOf(
    facts.map(({ fact }) => withBodies(fact, offices)),
    kinship,
  );
  const originAt = facts.map(({ fact }) => origins.findIndex(({ claims }) => claims.includes(fact.id)));
  const pairs = (same: (a: number, b: number) => boolean): readonly string[] =>
    group.documents.flatMap((_, a) => group.documents.flatMap((__, b) => (a < b && same(a, b) ? [`${a}-${b}`] : [])));
  return {
    group,
    found: pairs((a, b) => originAt[a] === originAt[b]),
    gold: pairs((a, b) => group.documents[a]?.origin === group.documents[b]?.origin),
    unread: facts.filter(({ isRead }) => !isRead).length,
    roots: originAt.map((at) => `${origins[at]?.root ?? ""}: ${(origins[at]?.reasons ?? []).join(" ")}`),
  };
}

/** Precision, recall and F1 of edges, and the share of groups with independent origins merged. */
export function scoreOf(outcomes: readonly Outcome[]): {
  readonly groups: number;
  readonly edges: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly merged: number;
} {
  const found = outcomes.flatMap((each) => each.found).length;
  const gold = outcomes.flatMap((each) => each.gold).length;
  const right = outcomes.flatMap(({ found: pairs, gold: own }) => pairs.filter((pair) => own.includes(pair))).length;
  const [precision, recall] = [found === 0 ? 1 : right / found, gold === 0 ? 1 : right / gold];
  const merged = outcomes.filter(({ found: pairs, gold: own }) => pairs.some((pair) => !own.includes(pair))).length / outcomes.length;
  return { groups: outcomes.length, edges: gold, precision, recall, f1: (2 * precision * recall) / (precision + recall || 1), merged };
}

const SCORES = new URL("independence/scores.json", import.meta.url);

/** The committed score: it may not fall unnoticed. */
export function committedScore(): ReturnType<typeof scoreOf> {
  return JSON.parse(readFileSync(SCORES, "utf8")) as ReturnType<typeof scoreOf>;
}

if (import.meta.main) {
  const outcomes = labelledGroups().map(outcomeOf);
  if (process.argv.includes("--write")) writeFileSync(SCORES, `${JSON.stringify(scoreOf(outcomes), null, 2)}\n`);
  const byFile = Map.groupBy(outcomes, ({ group }) => group.file);
  for (const [file, own] of byFile) process.stdout.write(`${file.padEnd(20)} ${JSON.stringify(scoreOf(own))}\n`);
  process.stdout.write(`${"all".padEnd(20)} ${JSON.stringify(scoreOf(outcomes))}\n\n`);
  for (const { group, found, gold, roots, unread } of outcomes) {
    const [lost, extra] = [gold.filter((pair) => !found.includes(pair)), found.filter((pair) => !gold.includes(pair))];
    if (lost.length + extra.length === 0) continue;
    process.stdout.write(`${group.file}: ${group.about} (${unread} not read)\n  lost ${lost.join(" ")}; merged ${extra.join(" ")}\n`);
    for (const root of roots) process.stdout.write(`    ${root}\n`);
  }
}
