/** Small builders: name what matters to a test, everything else is a plain default. Values that a builder makes pass the model's validators. */
import { createHash } from "node:crypto";
import type { Json } from "../src/model/canonical.ts";
import { canonical } from "../src/model/canonical.ts";
import type { Claim, Participant, Place, Relation, Voice } from "../src/model/claim.ts";
import { claimId } from "../src/model/claim.ts";
import type { Figure, Of } from "../src/model/figure.ts";
import { exactly } from "../src/model/figure.ts";
import type { Id, Sha256 } from "../src/model/ids.ts";
import { idOfText } from "../src/model/ids.ts";
import type { Source } from "../src/model/source.ts";
import type { Group, Precision, Role } from "../src/model/words.ts";
import type { Entry, Rows, View } from "../src/views/view.ts";
import { keep } from "../src/views/keep.ts";
import { filings } from "../src/views/views.ts";

/** SHA-256 as the model wants it handed in. */
export const sha256: Sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** The id of any name, so that tests can say `idOf("first paper")`. */
export function idOf(name: string): Id {
  return idOfText(name, sha256);
}

/** A voice that says; `voice("Ministry", { stance: "denies" })`. */
export function voice(name: string | null, overrides: Partial<Voice> = {}): Voice {
  return {
    ...{ name, start: null, end: null, from: null, cue: "said", person: null, office: null },
    ...{ anonymous: false, party: "unknown", stance: "says", basis: "unknown" },
    ...overrides,
  };
}

export function place(name: string, precision: Precision = "settlement"): Place {
  return { name, start: 0, end: name.length, precision };
}

export function who(role: Role, name: string, group: Group | null = null): Participant {
  return { role, name, start: 0, end: name.length, group, label: null };
}

export function of(group: Group | null, label: string | null = null): Of {
  return { group, label };
}

/** A claim of kind event in source "paper". The id is the real one unless given; `start` tells claims of one source apart. */
export function claim(overrides: Partial<Claim> = {}): Claim {
  const quote = overrides.quote ?? "It happened.";
  const start = overrides.start ?? 0;
  const bare: Omit<Claim, "id"> = {
    ...{ source: idOf("paper"), text: idOf("paper text"), start, end: start + quote.length, quote, also: [] },
    ...{ kind: "event", voice: [], certainty: "stated", negated: false, event: null, legal: null, who: [] },
    ...{ when: null, whenText: null, whenKind: null, asOf: null, said: null, where: [] },
    ...{ figure: null, relation: null, pledge: null, question: null, links: [] },
    ...{ reader: { name: "rules", version: "1.0.0", rule: "en.test" }, review: "unreviewed" },
    ...overrides,
  };
  return { ...bare, id: overrides.id ?? claimId(bare, sha256) };
}

/** A figure: a number means exactly that many dead people; pass bounds and the rest as an object. */
export function figure(amount: number | Partial<Figure>): Figure {
  const given = typeof amount === "number" ? exactly(amount) : amount;
  return {
    ...{ min: null, max: null, minExclusive: false, maxExclusive: false, best: null, approx: false },
    ...{ unit: "dead", counted: "people", of: [], accrual: null, partOf: null, partKind: null, per: null },
    ...given,
  };
}

/** A claim of kind figure. */
export function figureClaim(amount: number | Partial<Figure>, overrides: Partial<Claim> = {}): Claim {
  return claim({ kind: "figure", event: "death", ...overrides, figure: figure(amount) });
}

/** A claim of kind figure that is part of another. */
export function partClaim(whole: Claim, amount: number, part: Partial<Figure>, overrides: Partial<Claim> = {}): Claim {
  const given = { partKind: "breakdown" as const, ...exactly(amount), ...part, partOf: whole.id };
  return figureClaim(given, { source: whole.source, text: whole.text, voice: whole.voice, ...overrides });
}

export function relationClaim(relation: Partial<Relation>, overrides: Partial<Claim> = {}): Claim {
  return claim({ kind: "relation", ...overrides, relation: { type: "close-to", from: null, to: null, office: null, ...relation } });
}

/** A source named `name`: its id is the hash of the name, its publisher the name. */
export function source(name = "paper", overrides: Partial<Source> = {}): Source {
  return {
    ...{ id: idOf(name), text: idOf(`${name} text`), bytes: 100, format: "text", encoding: "utf-8" },
    ...{ title: null, author: null, publisher: name, published: null, url: null, language: "en" },
    ...{ form: "original", complete: true, restates: null, passages: [] },
    provenance: { from: `${name}.txt`, got: "2021-03-20T00:00:00Z", by: "onrecord" },
    ...overrides,
  };
}

/** A document: claims are moved into the source of that name, in order, with their ids made anew and their parts and links following. */
export function document(name: string, claims: readonly Claim[], overrides: Partial<Source> = {}): Entry {
  const own = source(name, overrides);
  const moved = new Map<Id, Id>();
  const homed = claims.map((each, index) => {
    const { id, ...rest } = { ...each, source: own.id, text: own.text, start: index * 1000, end: index * 1000 + each.quote.length };
    const fresh = claimId(rest, sha256);
    moved.set(id, fresh);
    return { ...rest, id: fresh };
  });
  const follow = (id: Id): Id => moved.get(id) ?? id;
  return {
    source: own,
    text: null,
    claims: homed.map((each) => ({
      ...each,
      figure: each.figure?.partOf == null ? each.figure : { ...each.figure, partOf: follow(each.figure.partOf) },
      links: each.links.map((link) => ({ ...link, claim: follow(link.claim) })),
    })),
    refused: [],
    moved: [],
  };
}

/** Rows in memory, as the store keeps them: JSON text, keys in UTF-16 order. */
export function memoryRows(): Rows & { readonly size: () => number } {
  const kept = new Map<string, string>();
  return {
    size: () => kept.size,
    get: (key) => Promise.resolve(kept.has(key) ? (JSON.parse(kept.get(key) ?? "null") as Json) : undefined),
    put(key, value) {
      if (value === undefined) kept.delete(key);
      else kept.set(key, canonical(value));
      return Promise.resolve();
    },
    async *range(prefix) {
      const keys = [...kept.keys()].filter((key) => key.startsWith(prefix)).sort();
      for (const key of keys) yield await Promise.resolve([key, JSON.parse(kept.get(key) ?? "null") as Json] as const);
    },
  };
}

/** The rows of a view after these entries, in this order. */
export async function folded<Row>(view: View<Row>, entries: readonly Entry[]): Promise<Row[]> {
  const tables = new Map(filings.map((each): [string, Rows] => [each.name, memoryRows()]));
  const of = (name: string): Rows => tables.get(name) ?? memoryRows();
  for (const entry of entries) for (const each of filings) await keep(of(each.name), each.file(entry));
  const listed: Row[] = [];
  for await (const row of view.list(of(view.name), of)) listed.push(row);
  return listed;
}
