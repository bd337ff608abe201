/** Reads a label file (see corpus/GUIDE.md) against its text. Every fault is collected with its line; a file with a fault is not scored. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Pair, YAMLMap } from "yaml";
import type { Participant, Place } from "../src/model/claim.ts";
import type { Of } from "../src/model/figure.ts";
import type { Span } from "../src/model/passage.ts";
import { isEdtf } from "../src/model/time.ts";
import * as words from "../src/model/words.ts";
import { readAmount } from "./amount.ts";
import type { GoldClaim, GoldDocument, GoldVoice } from "./gold.ts";

export const genres = ["agency", "briefing", "ngo", "witness", "local", "translated", "list", "interview", "social"] as const;

/** Kinds of relation that the guide defines. */
export const relationTypes = [
  "head-of",
  "deputy-of",
  "member-of",
  "spokesperson-of",
  "works-for",
  "relative-of",
  "close-to",
  "owner-of",
  "part-of",
] as const;

/** What a unit alone says about the event counted; units that fit several events are left out. */
const eventOfUnit: Readonly<Partial<Record<words.Unit, words.EventType>>> = {
  dead: "death",
  bodies: "body-found",
  injured: "injury",
  hospitalised: "hospitalisation",
  detained: "arrest",
  remanded: "remand",
  released: "release",
  summoned: "summons",
  charged: "charge",
  sentenced: "sentence",
  acquitted: "acquittal",
  amnestied: "amnesty",
  missing: "disappearance",
};

const claimKeys = new Set([
  ...words.kinds,
  ...["nth", "also", "id", "or", "voice", "certainty", "negated", "type", "orType", "legal", "offence", "who", "when", "whenKind"],
  ...["asOf", "said", "where", "amount", "unit", "counted", "of", "accrual", "partOf", "partKind", "per", "from", "to", "office"],
  ...["by", "what", "due", "onlyIf", "asks", "why", "holder", "optional"],
]);

/** A document ready to be scored, or why it is not. */
export type Labelled = { readonly ok: true; readonly document: GoldDocument } | { readonly ok: false; readonly faults: readonly string[] };

function fold(text: string): string {
  return text.toLowerCase().replace(/\s+/g, " ");
}

/** Where `phrase` stands nearest to `span`; null when the text does not hold it. Case counts, so that "May" is not "may". */
function nearest(text: string, phrase: string, span: Span): Span | null {
  let best: Span | null = null;
  let distance = Infinity;
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    const end = at + phrase.length;
    const away = at < span.start ? Math.max(0, span.start - end) + 1 : end > span.end ? Math.max(0, at - span.end) + 1 : 0;
    if (away < distance) [best, distance] = [{ start: at, end }, away];
  }
  return best;
}

/** A YAML value as text: scalars as they stand, anything else as JSON. */
function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

class Sheet {
  readonly faults: string[] = [];
  private readonly file: string;
  private readonly lines: LineCounter;
  constructor(file: string, lines: LineCounter) {
    this.file = file;
    this.lines = lines;
  }
  at(node: unknown): string {
    const range = (node as { readonly range?: readonly number[] | null } | null)?.range;
    return `${this.file}:${range == null ? "?" : String(this.lines.linePos(range[0] ?? 0).line)}`;
  }
  fault(where: string, what: string): null {
    this.faults.push(`${where}: ${what}`);
    return null;
  }
  /** The value when it is one of the words of a closed list; otherwise a fault, and null. */
  word<const T extends string>(where: string, key: string, value: unknown, list: readonly T[]): T | null {
    if (value === undefined || value === null) return null;
    if (typeof value === "string" && (list as readonly string[]).includes(value)) return value as T;
    return this.fault(where, `${key}: ${shown(value)} is not one of ${list.join(", ")}`);
  }
  edtf(where: string, key: string, value: unknown): string | null {
    if (value === undefined || value === null) return null;
    const said = shown(value);
    return isEdtf(said) ? said : this.fault(where, `${key}: ${said} is not EDTF`);
  }
}

type Bag = Readonly<Record<string, unknown>>;

function bagOf(value: unknown): Bag | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Bag) : null;
}

/** `when: { on Sunday: 2027-03-07 }` or a bare value. The phrase has to occur in the text. */
function readWhen(sheet: Sheet, where: string, key: string, value: unknown, text: string): { value: string | null; phrase: string | null } {
  const bag = bagOf(value);
  if (bag === null) return { value: sheet.edtf(where, key, value), phrase: null };
  const [phrase = "", inner] = Object.entries(bag)[0] ?? [];
  if (!text.includes(phrase)) sheet.fault(where, `${key}: "${phrase}" is not in the text`);
  return { value: sheet.edtf(where, key, inner), phrase };
}

function readVoices(sheet: Sheet, head: Bag, text: string): ReadonlyMap<string, GoldVoice> {
  const voices = new Map<string, GoldVoice>([
    ["nobody", { name: null, accept: [], stance: "says", party: "unknown", basis: "unknown", anonymous: false }],
  ]);
  for (const [alias, value] of Object.entries(bagOf(head.voices) ?? {})) {
    const where = `${sheet.at(null)} voices.${alias}`;
    const bag = bagOf(value) ?? { name: value };
    const name = shown(bag.name);
    const title = bag.title;
    const more = (bag.or ?? []) as string | readonly string[];
    for (const key of Object.keys(bag)) {
      if (!["name", "title", "or", "party", "basis", "anonymous"].includes(key)) sheet.fault(where, `no such key ${key}`);
    }
    const accept = [...(typeof title === "string" ? [`${title} ${name}`] : []), ...(typeof more === "string" ? [more] : more)];
    if (!fold(text).includes(fold(name))) sheet.fault(where, `"${name}" is not in the text`);
    voices.set(alias, {
      name,
      accept,
      stance: "says",
      party: sheet.word(where, "party", bag.party, words.parties) ?? "unknown",
      basis: sheet.word(where, "basis", bag.basis, words.bases) ?? "unknown",
      anonymous: bag.anonymous === true,
    });
  }
  return voices;
}

/** `voice: min` or `voice: [paper, min denies]`, outermost first. */
function readVoice(sheet: Sheet, where: string, value: unknown, voices: ReadonlyMap<string, GoldVoice>): readonly GoldVoice[] {
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? (value as readonly unknown[]) : [value]).flatMap((member) => {
    const [alias = "", stance] = shown(member).split(" ");
    const voice = voices.get(alias);
    if (voice === undefined) {
      sheet.fault(where, `voice: no voice is called ${alias}`);
      return [];
    }
    return [{ ...voice, stance: sheet.word(where, "stance", stance, words.stances) ?? "says" }];
  });
}

/** Entries of a map or of a list of maps, each value one or several. */
function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  const maps = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  return maps.flatMap((map) =>
    Object.entries(bagOf(map) ?? {}).flatMap(([key, inner]) =>
      Array.isArray(inner) ? (inner as readonly unknown[]).map((each) => [key, each] as const) : [[key, inner] as const],
    ),
  );
}

/** `who: { agent: riot police (security), patient: [students, a reporter (journalist)] }`; a label of the voice after a bar: `the rioters | rioters`. */
function readWho(sheet: Sheet, where: string, value: unknown, text: string, span: Span): readonly Participant[] {
  return entriesOf(value).flatMap(([key, inner]) => {
    const role = sheet.word(where, "who", key, words.roles);
    const [said = "", label = null] = shown(inner).split(" | ");
    const [, bare = said, group] = /^(.*?)(?: \((\w+)\))?$/s.exec(said) ?? [];
    const mention = nearest(text, bare, span);
    if (mention === null) sheet.fault(where, `who: "${bare}" is not in the text`);
    if (role === null || mention === null) return [];
    return [{ role, name: bare, ...mention, group: sheet.word(where, "group", group, words.groups), label }];
  });
}

/** `where: { site: the grain exchange, settlement: Tarvo }`. */
function readWhere(sheet: Sheet, where: string, value: unknown, text: string, span: Span): readonly Place[] {
  return entriesOf(value).flatMap(([key, inner]) => {
    const precision = sheet.word(where, "where", key, words.precisions);
    const name = shown(inner);
    const mention = nearest(text, name, span);
    if (mention === null) sheet.fault(where, `where: "${name}" is not in the text`);
    return precision === null || mention === null ? [] : [{ name, ...mention, precision }];
  });
}

/** `of: { security: soldiers, other: passers-by }`: the contract's group, or `other` for none, and the words. */
function readOf(sheet: Sheet, where: string, value: unknown): readonly Of[] {
  return entriesOf(value).map(([key, inner]) => ({
    group: key === "other" ? null : sheet.word(where, "of", key, words.groups),
    label: inner === null ? null : shown(inner),
  }));
}

function readFigure(sheet: Sheet, where: string, bag: Bag, ids: ReadonlyMap<string, number>): GoldClaim["figure"] {
  const amount = readAmount(shown(bag.amount ?? ""));
  if (amount === null) return sheet.fault(where, `amount: "${shown(bag.amount)}" is not in the guide's table`);
  const unit = sheet.word(where, "unit", bag.unit, words.units);
  if (unit === null) return sheet.fault(where, "a figure needs a unit");
  const whole = bag.partOf === undefined ? null : (ids.get(shown(bag.partOf)) ?? null);
  if (bag.partOf !== undefined && whole === null) sheet.fault(where, `partOf: no earlier claim has the id ${shown(bag.partOf)}`);
  const partKind = sheet.word(where, "partKind", bag.partKind, words.partKinds);
  if ((whole === null) !== (partKind === null)) sheet.fault(where, "partOf and partKind go together");
  return {
    ...amount,
    unit,
    counted: bag.counted === undefined ? null : shown(bag.counted),
    of: readOf(sheet, where, bag.of),
    accrual: sheet.word(where, "accrual", bag.accrual, words.accruals),
    partOf: whole,
    partKind,
    per: bag.per === undefined ? null : shown(bag.per),
  };
}

function textOr(value: unknown): string | null {
  return value === undefined || value === null ? null : shown(value);
}

/** The quote's place: the only one, or the nth. */
function place(sheet: Sheet, where: string, text: string, quote: string, nth: unknown): Span | null {
  const found: Span[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) found.push({ start: at, end: at + quote.length });
  if (found.length === 0) return sheet.fault(where, `"${quote}" is not in the text`);
  if (nth === undefined && found.length > 1) return sheet.fault(where, `"${quote}" occurs ${found.length} times: say which with nth`);
  return found[Number(nth ?? 1) - 1] ?? sheet.fault(where, `"${quote}" has no occurrence ${String(nth)}`);
}

const defaultCertainty: Readonly<Partial<Record<words.Kind, words.Certainty>>> = { pledge: "planned", question: "unknown" };

function readClaim(
  sheet: Sheet,
  node: YAMLMap,
  text: string,
  voices: ReadonlyMap<string, GoldVoice>,
  ids: ReadonlyMap<string, number>,
): GoldClaim | null {
  const bag = node.toJSON() as Bag;
  const where = sheet.at(node);
  for (const pair of node.items as readonly Pair[]) {
    const key = isScalar(pair.key) ? String(pair.key.value) : "";
    if (!claimKeys.has(key)) sheet.fault(sheet.at(pair.key), `no such key ${key}`);
  }
  const first = Object.keys(bag)[0];
  const kind = words.kinds.find((each) => each === first);
  if (kind === undefined) return sheet.fault(where, "a claim starts with its kind and quote");
  const others = words.kinds.filter((each) => each !== kind && each in bag);
  if (others.length > 0) sheet.fault(where, `a claim has one kind: ${kind} or ${others.join(", ")}`);
  const quote = shown(bag[kind]);
  const span = place(sheet, where, text, quote, bag.nth);
  if (span === null) return null;
  const also = ((bag.also ?? []) as readonly string[]).flatMap((piece) => place(sheet, where, text, piece, undefined) ?? []);
  const when = readWhen(sheet, where, "when", bag.when, text);
  const asOf = readWhen(sheet, where, "asOf", bag.asOf, text);
  const legal = bag.legal === undefined ? null : sheet.word(where, "legal", bag.legal, words.legalStages);
  const type = kind === "relation" ? null : sheet.word(where, "type", bag.type, words.eventTypes);
  const figure = kind === "figure" ? readFigure(sheet, where, bag, ids) : null;
  if (kind === "event" && type === null) sheet.fault(where, "an event needs a type");
  return {
    at: where,
    id: textOr(bag.id),
    ...span,
    quote,
    also,
    kind,
    orKinds: ((bag.or ?? []) as readonly unknown[]).flatMap((each) => sheet.word(where, "or", each, words.kinds) ?? []),
    voice: readVoice(sheet, where, bag.voice, voices),
    certainty: sheet.word(where, "certainty", bag.certainty, words.certainties) ?? defaultCertainty[kind] ?? "stated",
    negated: bag.negated === true,
    event: type ?? (figure === null ? null : (eventOfUnit[figure.unit] ?? null)),
    orEvents: ((bag.orType ?? []) as readonly unknown[]).flatMap((each) => sheet.word(where, "orType", each, words.eventTypes) ?? []),
    legal: legal === null ? null : { stage: legal, offence: textOr(bag.offence) },
    who: readWho(sheet, where, bag.who, text, span),
    when: when.value,
    whenText: when.phrase,
    whenKind:
      sheet.word(where, "whenKind", bag.whenKind, words.whenKinds) ?? (when.value !== null || when.phrase !== null ? "occurred" : null),
    asOf: asOf.value,
    asOfText: asOf.phrase,
    said: readWhen(sheet, where, "said", bag.said, text).value,
    where: readWhere(sheet, where, bag.where, text, span),
    figure,
    relation:
      kind === "relation"
        ? {
            type: sheet.word(where, "type", bag.type, relationTypes) ?? sheet.fault(where, "a relation needs a type") ?? "",
            from: textOr(bag.from),
            to: textOr(bag.to),
            office: textOr(bag.office),
          }
        : null,
    pledge:
      kind === "pledge"
        ? {
            by: textOr(bag.by),
            to: textOr(bag.to),
            what: textOr(bag.what) ?? quote,
            due: readWhen(sheet, where, "due", bag.due, text).value,
            condition: textOr(bag.onlyIf),
          }
        : null,
    question: kind === "question" ? { asks: textOr(bag.asks) ?? quote, why: textOr(bag.why), holder: textOr(bag.holder) } : null,
    optional: bag.optional === true,
  };
}

/** A document from its text and its label file. `file` is how messages name the label file. */
export function readLabels(name: string, unseen: boolean, text: string, yaml: string, file: string): Labelled {
  const lines = new LineCounter();
  const parsed = parseDocument(yaml, { lineCounter: lines, uniqueKeys: true });
  const sheet = new Sheet(file, lines);
  for (const error of parsed.errors) sheet.fault(file, error.message);
  if (sheet.faults.length > 0) return { ok: false, faults: sheet.faults };
  const head = bagOf(parsed.toJSON()) ?? {};
  for (const key of Object.keys(head)) {
    if (!["genre", "language", "published", "voices", "claims", "note"].includes(key)) sheet.fault(file, `no such key ${key}`);
  }
  const genre = sheet.word(file, "genre", head.genre, genres) ?? sheet.fault(file, "a document needs a genre");
  const language = sheet.word(file, "language", head.language ?? "en", ["en", "ru", "kk"]) ?? "en";
  const published = sheet.edtf(file, "published", head.published);
  const voices = readVoices(sheet, head, text);
  const ids = new Map<string, number>();
  const claims: GoldClaim[] = [];
  const nodes = parsed.get("claims");
  if (!isSeq(nodes)) sheet.fault(file, "no list of claims");
  else {
    for (const node of nodes.items) {
      if (!isMap(node)) {
        sheet.fault(sheet.at(node), "a claim is a map");
        continue;
      }
      const claim = readClaim(sheet, node, text, voices, ids);
      if (claim === null) continue;
      if (claim.id !== null) ids.set(claim.id, claims.length);
      claims.push(claim);
    }
  }
  if (sheet.faults.length > 0 || genre === null) return { ok: false, faults: sheet.faults };
  return { ok: true, document: { name, unseen, language, genre, published, text, claims } };
}
