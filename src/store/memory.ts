/** A store that lasts as long as the process: for tests, and for folding without a disk. */
import type { Json } from "../model/canonical.ts";
import type { Claim } from "../model/claim.ts";
import type { Refused } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import type { DeviceId, Statement } from "../model/statement.ts";
import type { Head } from "../log/append.ts";
import type { Rows } from "../views/view.ts";
import type { ClaimFilter, Peer, Place, SourceEntry, Store, Writes } from "./store.ts";
import { byName, closedIn, FEW, speakerOf } from "./store.ts";

interface State {
  readonly statements: Map<Id, { readonly statement: Statement; readonly device: DeviceId; readonly seq: number }>;
  readonly sources: Map<Id, SourceEntry>;
  readonly claims: Map<Id, readonly Claim[]>;
  readonly refused: Map<string, Refused>;
  readonly peers: Map<DeviceId, Peer>;
  /** Rows as JSON text, so that what is put or got and then changed does not change them. */
  readonly rows: Map<string, Map<string, string>>;
  projection: string | null;
}

const empty = (): State => ({
  statements: new Map(),
  sources: new Map(),
  claims: new Map(),
  refused: new Map(),
  peers: new Map(),
  rows: new Map(),
  projection: null,
});

/** Values are put into maps whole and never changed there, so copying the maps copies the state. */
const copy = (state: State): State => ({
  statements: new Map(state.statements),
  sources: new Map(state.sources),
  claims: new Map(state.claims),
  refused: new Map(state.refused),
  peers: new Map(state.peers),
  rows: new Map(Array.from(state.rows, ([view, rows]) => [view, new Map(rows)])),
  projection: state.projection,
});

const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** An empty store. */
export function memoryStore(): Store {
  let committed = empty();
  let last: Promise<unknown> = Promise.resolve();
  return {
    ...access(() => committed, false),
    write(work) {
      const turn = last.then(async () => {
        const draft = copy(committed);
        const result = await work(access(() => draft, true));
        committed = draft;
        return result;
      });
      last = turn.catch(() => undefined);
      return turn;
    },
    scrub: () => Promise.resolve(),
    integrity: () => Promise.resolve([]),
    async close() {
      await last;
    },
  };
}

function access(state: () => State, writable: boolean): Writes {
  const inPlace = (): readonly (Place & { readonly statement: Statement })[] =>
    Array.from(state().statements.values(), (each) => ({ ...each, id: each.statement.id })).sort(
      (a, b) => byUnits(a.device, b.device) || a.seq - b.seq || byUnits(a.id, b.id),
    );
  return {
    async *statements() {
      for (const { statement } of inPlace()) yield await Promise.resolve(statement);
    },
    async *places() {
      for (const { device, seq, id } of inPlace()) yield await Promise.resolve({ device, seq, id });
    },
    idsAt: (device, seq) => Promise.resolve(inPlace().flatMap((place) => (place.device === device && place.seq === seq ? [place.id] : []))),
    peers: () => Promise.resolve([...state().peers.values()].sort((a, b) => byUnits(a.device, b.device))),
    putPeer(peer) {
      state().peers.set(peer.device, peer);
      return Promise.resolve();
    },
    countStatements: () => Promise.resolve(state().statements.size),
    statement: (id) => Promise.resolve(state().statements.get(id)?.statement ?? null),
    idsBeginning(prefix) {
      const { claims, sources, statements } = state();
      const ids = new Set([...statements.keys(), ...sources.keys(), ...[...claims.values()].flat().map(({ id }) => id)]);
      return Promise.resolve(
        [...ids]
          .filter((id) => id.startsWith(prefix))
          .sort(byUnits)
          .slice(0, FEW),
      );
    },
    head(device) {
      let head: Head | null = null;
      for (const { statement, device: author, seq } of state().statements.values()) {
        if (author !== device) continue;
        if (head === null || seq > head.seq || (seq === head.seq && statement.id < head.id)) head = { device, seq, id: statement.id };
      }
      return Promise.resolve(head);
    },
    async *sources() {
      for (const entry of inOrder(state())) yield await Promise.resolve(entry);
    },
    source: (id) => Promise.resolve(state().sources.get(id) ?? null),
    async *claims(filter) {
      const { claims } = state();
      for (const { source } of inOrder(state())) {
        for (const claim of claims.get(source.id) ?? []) if (passes(claim, filter)) yield await Promise.resolve(claim);
      }
    },
    claim(id) {
      for (const claims of state().claims.values()) {
        const found = claims.find((claim) => claim.id === id);
        if (found !== undefined) return Promise.resolve(found);
      }
      return Promise.resolve(null);
    },
    async *refused() {
      const all = [...state().refused.values()].sort((a, b) => byUnits(a.what, b.what) || byUnits(a.code, b.code));
      for (const refused of all) yield await Promise.resolve(refused);
    },
    rows: (view) => rowsOf(state, view, writable),
    viewNames() {
      const named = [...state().rows].filter(([, rows]) => rows.size > 0);
      return Promise.resolve(named.map(([view]) => view).sort(byUnits));
    },
    projection: () => Promise.resolve(state().projection),
    append(statement, { device, seq }) {
      if (!state().statements.has(statement.id)) state().statements.set(statement.id, { statement, device, seq });
      return Promise.resolve();
    },
    openFields(id, opened) {
      const held = state().statements.get(id);
      const more = held === undefined ? [] : closedIn(held.statement.opened, opened);
      if (held === undefined || more.length === 0) return Promise.resolve(false);
      state().statements.set(id, { ...held, statement: { ...held.statement, opened: byName([...held.statement.opened, ...more]) } });
      return Promise.resolve(true);
    },
    forgetFields(id, names) {
      const held = state().statements.get(id);
      if (held === undefined) return Promise.resolve();
      const opened = held.statement.opened.filter(({ name }) => !names.includes(name));
      state().statements.set(id, { ...held, statement: { ...held.statement, opened } });
      return Promise.resolve();
    },
    putSource(entry) {
      state().sources.set(entry.source.id, entry);
      return Promise.resolve();
    },
    putClaims(source, claims) {
      const seen = new Set<Id>();
      const once = claims.filter(({ id }) => !seen.has(id) && seen.add(id));
      state().claims.set(source.id, once);
      return Promise.resolve();
    },
    putRefused(refused) {
      for (const each of refused) state().refused.set(JSON.stringify([each.what, each.code]), each);
      return Promise.resolve();
    },
    forgetRefused(what) {
      const { refused } = state();
      for (const [key, each] of refused) if (each.what === what) refused.delete(key);
      return Promise.resolve();
    },
    clearProjections() {
      const { sources, claims, rows } = state();
      for (const map of [sources, claims, rows]) map.clear();
      state().projection = null;
      return Promise.resolve();
    },
    setProjection(version) {
      state().projection = version;
      return Promise.resolve();
    },
  };
}

function inOrder({ sources }: State): readonly SourceEntry[] {
  return [...sources.values()].sort(
    (a, b) => byUnits(a.source.provenance.got, b.source.provenance.got) || byUnits(a.source.id, b.source.id),
  );
}

function passes(claim: Claim, filter: ClaimFilter): boolean {
  return (
    (filter.source === undefined || claim.source === filter.source) &&
    (filter.kind === undefined || claim.kind === filter.kind) &&
    (filter.event === undefined || claim.event === filter.event) &&
    (filter.unit === undefined || claim.figure?.unit === filter.unit) &&
    (filter.certainty === undefined || claim.certainty === filter.certainty) &&
    (filter.review === undefined || claim.review === filter.review) &&
    (filter.by === undefined || speakerOf(claim) === filter.by)
  );
}

function rowsOf(state: () => State, view: string, writable: boolean): Rows {
  const get = (key: string): Json | undefined => {
    const text = state().rows.get(view)?.get(key);
    return text === undefined ? undefined : (JSON.parse(text) as Json);
  };
  return {
    get: (key) => Promise.resolve(get(key)),
    put(key, value) {
      if (!writable) return Promise.reject(new TypeError("rows can only be put inside of write"));
      const { rows } = state();
      const own = rows.get(view) ?? new Map<string, string>();
      rows.set(view, own);
      if (value === undefined) own.delete(key);
      else own.set(key, JSON.stringify(value));
      return Promise.resolve();
    },
    async *range(prefix) {
      const keys = [...(state().rows.get(view)?.keys() ?? [])].filter((key) => key.startsWith(prefix)).sort(byUnits);
      for (const key of keys) {
        const value = get(key);
        if (value !== undefined) yield await Promise.resolve([key, value] as const);
      }
    },
  };
}
