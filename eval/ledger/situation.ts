/** Situations of figures as their files write them (situations/GUIDE.md), checked and made into documents that the views take. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Claim, Participant, Place, Voice } from "../../src/model/claim.ts";
import { claimId } from "../../src/model/claim.ts";
import type { Amount, Figure, Of } from "../../src/model/figure.ts";
import { exactly } from "../../src/model/figure.ts";
import type { Id, Sha256 } from "../../src/model/ids.ts";
import { idOfText } from "../../src/model/ids.ts";
import type { Source } from "../../src/model/source.ts";
import type { Accrual, Group, LinkType, PartKind, Precision, Stance, Unit } from "../../src/model/words.ts";
import { groups, precisions, units } from "../../src/model/words.ts";
import type { Entry } from "../../src/views/view.ts";

export interface ClaimLine {
  readonly id: string;
  readonly n: string | number;
  readonly unit?: Unit;
  readonly by?: string | readonly string[];
  readonly as?: string;
  readonly of?: string;
  readonly where?: string;
  readonly when?: string | number;
  readonly asOf?: string;
  readonly said?: string;
  readonly part?: string;
  readonly accrual?: Accrual;
  readonly stance?: Stance;
  readonly agent?: string;
  readonly links?: string;
  readonly text?: string;
  readonly after?: string;
}

interface DocumentLines {
  readonly paper: string;
  readonly published: string;
  readonly language?: string;
  readonly claims: readonly ClaimLine[];
}

interface SituationLines {
  readonly name: string;
  readonly documents: readonly DocumentLines[];
  readonly expect: readonly string[];
  readonly also?: Readonly<Record<string, readonly string[]>>;
  readonly tallies?: readonly string[];
  readonly statuses?: Readonly<Record<string, string>>;
  readonly origins?: Readonly<Record<string, string>>;
  readonly remainder?: Readonly<Record<string, string>>;
  readonly implied?: Readonly<Record<string, string | number>>;
}

export interface Situation extends SituationLines {
  readonly rule: string;
  readonly entries: readonly Entry[];
  /** What the file calls each claim, by the claim's id. */
  readonly names: ReadonlyMap<Id, string>;
}

const sha256: Sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const idOf = (text: string): Id => idOfText(text, sha256);

/** Every situation of a folder, by file and place in it. Throws when a line cannot be read. */
export function situationsIn(folder: string): readonly Situation[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));
  return files.sort().flatMap((file) => {
    const { rule, situations } = parse(readFileSync(join(folder, file), "utf8")) as {
      readonly rule: string;
      readonly situations: readonly SituationLines[];
    };
    return situations.map((lines) => situationOf(rule, lines));
  });
}

function situationOf(rule: string, lines: SituationLines): Situation {
  const names = new Map<Id, string>();
  const ids = new Map<string, Id>();
  const entries = lines.documents.map((document, index) => entryOf(document, index, `${rule} ${lines.name}`, names, ids));
  return { ...lines, rule, entries, names };
}

function entryOf(document: DocumentLines, index: number, salt: string, names: Map<Id, string>, ids: Map<string, Id>): Entry {
  const source = sourceOf(document, `${salt} ${String(index)}`);
  let text = "";
  const claims: Claim[] = [];
  const links: { readonly claim: Claim; readonly type: LinkType; readonly to: string }[] = [];
  for (const line of document.claims) {
    const sentence = line.text ?? sentenceOf(line);
    const start = text.length;
    text += `${sentence} ${line.after === undefined ? "" : `${line.after} `}`;
    const claim = figureOf(line, source, sentence, start, ids);
    if (ids.has(line.id)) throw new Error(`${salt}: two claims are called ${line.id}`);
    ids.set(line.id, claim.id);
    names.set(claim.id, line.id);
    claims.push(claim);
    if (line.agent !== undefined) claims.push(eventOf(line.agent, claim));
    const [type, to] = (line.links ?? "").split(" ");
    if (type !== undefined && to !== undefined) links.push({ claim, type: type as LinkType, to });
  }
  const linked = claims.map((claim) => {
    const own = links.filter((link) => link.claim === claim);
    return { ...claim, links: own.map(({ type, to }) => ({ type, claim: idNamed(to, ids) })) };
  });
  return { source, text, claims: linked, refused: [], moved: [] };
}

function idNamed(name: string, ids: ReadonlyMap<string, Id>): Id {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`no claim is called ${name} so far`);
  return id;
}

function sourceOf({ paper, published, language }: DocumentLines, name: string): Source {
  return {
    ...{ id: idOf(name), text: idOf(`${name} text`), bytes: 100, format: "text", encoding: "utf-8" },
    ...{ title: null, author: null, publisher: paper, published, url: null, language: language ?? "en" },
    ...{ form: "original", complete: true, restates: null, passages: [] },
    provenance: { from: `${name}.txt`, got: "2021-12-01T00:00:00Z", by: "onrecord" },
  };
}

const chainOf = ({ by }: ClaimLine): readonly string[] => (by === undefined ? [] : typeof by === "string" ? [by] : by);

function sentenceOf(line: ClaimLine): string {
  const [outer, inner] = chainOf(line).length > 1 ? chainOf(line) : [null, chainOf(line)[0]];
  const count = `${String(line.n)} ${line.unit ?? "dead"}`;
  if (inner === undefined) return `There were ${count}.`;
  return outer === null ? `${line.as ?? inner}: ${count}.` : `${outer}, quoting ${line.as ?? inner}: ${count}.`;
}

function figureOf(line: ClaimLine, source: Source, sentence: string, start: number, ids: ReadonlyMap<string, Id>): Claim {
  const [whole, kind] = (line.part ?? "").split(" ");
  const unit = line.unit ?? "dead";
  if (!units.includes(unit)) throw new Error(`${line.id}: no such unit: ${unit}`);
  const figure: Figure = {
    ...amountOf(String(line.n)),
    unit,
    counted: "people",
    of: ofOf(line.of),
    accrual: line.accrual ?? null,
    partOf: whole === undefined || whole === "" ? null : idNamed(whole, ids),
    partKind: kind === undefined ? null : (kind as PartKind),
    per: null,
  };
  return withId({
    ...blank(source, sentence, start),
    kind: "figure",
    event: unit === "dead" ? "death" : null,
    voice: chainOf(line).map((name, at, all) => voiceOf(name, line, sentence, start, at === all.length - 1)),
    certainty: line.stance === "denies" ? "denied" : "stated",
    when: line.when === undefined ? null : String(line.when),
    asOf: line.asOf ?? null,
    said: line.said ?? null,
    where: placesOf(line.where),
    figure,
  });
}

function eventOf(agent: string, claim: Claim): Claim {
  const who: Participant = { role: "agent", name: agent, start: claim.start, end: claim.end, group: null, label: null };
  const { id: _id, ...rest } = claim;
  return withId({ ...rest, kind: "event", event: "killing", figure: null, who: [who] });
}

const withId = (claim: Omit<Claim, "id">): Claim => ({ id: claimId(claim, sha256), ...claim });

function blank({ id, text }: Source, quote: string, start: number): Omit<Claim, "id"> {
  return {
    ...{ source: id, text, start, end: start + quote.length, quote, also: [], kind: "figure", voice: [], certainty: "stated" },
    ...{ negated: false, event: null, legal: null, who: [], when: null, whenText: null, whenKind: null, asOf: null, said: null, where: [] },
    ...{ figure: null, relation: null, pledge: null, question: null, links: [], review: "unreviewed" },
    reader: { name: "situation", version: "1.0.0", rule: "situation" },
  };
}

function voiceOf(name: string, line: ClaimLine, sentence: string, start: number, speaks: boolean): Voice {
  // "Asel Kun, a spokeswoman for …" is mentioned by her name; "Prosecutor General Dana Orlen" with her office.
  const mention = speaks && line.as !== undefined && !line.as.startsWith(`${name},`) ? line.as : name;
  const at = sentence.toLowerCase().indexOf(mention.toLowerCase());
  return {
    ...{ name, start: at === -1 ? null : start + at, end: at === -1 ? null : start + at + mention.length, from: null, cue: "said" },
    ...{ person: null, office: null, anonymous: false, party: "unknown", basis: "unknown" },
    stance: speaks ? (line.stance ?? "says") : "says",
  };
}

/** `227`, `>200`, `200+`, `<10`, `..50`, `10..20`, `~5800`, `~..5000`. */
function amountOf(said: string): Amount {
  const none = { min: null, max: null, minExclusive: false, maxExclusive: false, best: null, approx: false };
  const match = /^(~?)(?:(>|<)?(\d+)(\+)?|(\d*)\.\.(\d+))$/.exec(said);
  if (match === null) throw new Error(`no number: ${said}`);
  const [, about, sign, plain, plus, low, high] = match;
  const number = Number(plain);
  if (plain === undefined) {
    const max = Number(high);
    if (about === "~") return { ...none, max, best: max, approx: true };
    return { ...none, min: low === "" ? null : Number(low), max };
  }
  if (about === "~") return { ...none, best: number, approx: true };
  if (sign === ">") return { ...none, min: number, minExclusive: true };
  if (sign === "<") return { ...none, max: number, maxExclusive: true };
  return plus === "+" ? { ...none, min: number } : exactly(number);
}

function ofOf(said: string | undefined): readonly Of[] {
  return listed(said).map((each) => {
    const [group = "", label] = each.split("/");
    if (group !== "" && !(groups as readonly string[]).includes(group)) throw new Error(`no such group: ${group}`);
    return { group: group === "" ? null : (group as Group), label: label ?? null };
  });
}

function placesOf(said: string | undefined): readonly Place[] {
  return listed(said).map((each) => {
    const [name = "", precision = "settlement"] = each.split(":");
    if (!(precisions as readonly string[]).includes(precision)) throw new Error(`no such precision: ${precision}`);
    return { name, start: 0, end: name.length, precision: precision as Precision };
  });
}

function listed(said: string | undefined): readonly string[] {
  return said === undefined ? [] : said.split(",").map((each) => each.trim());
}
