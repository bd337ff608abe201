/** The tables of one case behind the store's interface. */
import type Database from "better-sqlite3-multiple-ciphers";
import type { Head } from "../log/append.ts";
import type { Json } from "../model/canonical.ts";
import type { Claim } from "../model/claim.ts";
import type { Refused } from "../model/errors.ts";
import { BrokenEvidence } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import type { DeviceId, Opened, Statement } from "../model/statement.ts";
import type { Rows } from "../views/view.ts";
import { afterPrefix, keyBytes, keyOf } from "./keys.ts";
import { saving } from "./sqlite-errors.ts";
import type { ClaimFilter, Peer, Place, SourceEntry, Writes } from "./store.ts";
import { byName, closedIn, FEW, speakerOf } from "./store.ts";

type Value = string | number | Buffer | null;

/** What a column holds as JSON. Throws BrokenEvidence `store-damaged`: what is no JSON any more is not what was put there. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new BrokenEvidence("store-damaged", "The case's database is damaged: a row of it is no JSON. Run verify.", { cause: error });
  }
}

/** Rows fetched at a time while ranging: no statement stays open between them, so the caller may write. */
const PAGE = 256;

interface StatementRow {
  readonly id: Id;
  readonly device: DeviceId;
  readonly seq: number;
  readonly bytes: Buffer;
  readonly signature: Buffer;
  readonly fields: string | null;
}

const STATEMENT =
  "select s.id, s.device, s.seq, s.bytes, s.signature, o.fields from stmt s left join opened o on o.case_id = s.case_id and o.id = s.id";

function statementOf(row: StatementRow): Statement {
  const opened = row.fields === null ? [] : (jsonOf(row.fields) as readonly Opened[]);
  return { id: row.id, bytes: row.bytes, signature: row.signature, opened };
}

/** Everything a store reads and writes, over `connection`; rows refuse to be put unless `writable`. */
export function access(connection: Database.Database, caseId: Id, writable: boolean): Writes {
  const prepared = new Map<string, Database.Statement>();
  const sql = (text: string): Database.Statement => {
    let statement = prepared.get(text);
    if (statement === undefined) prepared.set(text, (statement = connection.prepare(text)));
    return statement;
  };
  // What a query gives is what the schema says; the type parameter is how a caller says which row it asked for.
  /* eslint-disable @typescript-eslint/no-unnecessary-type-parameters */
  const one = <Row>(text: string, ...values: readonly Value[]): Row | null =>
    saving(() => (sql(text).get(caseId, ...values) as Row | undefined) ?? null);
  const all = <Row>(text: string, ...values: readonly Value[]): readonly Row[] => saving(() => sql(text).all(caseId, ...values) as Row[]);
  /* eslint-enable @typescript-eslint/no-unnecessary-type-parameters */
  const run = (text: string, ...values: readonly Value[]): void => {
    saving(() => sql(text).run(caseId, ...values));
  };
  /** Pages through `text`, whose last values are the key to go on after; `first` sorts before every key. */
  async function* pages<Row>(
    text: string,
    values: readonly Value[],
    first: readonly Value[],
    key: (row: Row) => readonly Value[],
  ): AsyncGenerator<Row> {
    for (let after = first; ;) {
      const rows = await Promise.resolve(all<Row>(`${text} limit ${PAGE}`, ...values, ...after));
      yield* rows;
      const last = rows.at(-1);
      if (last === undefined || rows.length < PAGE) return;
      after = key(last);
    }
  }

  return {
    async *statements() {
      const text = `${STATEMENT} where s.case_id = ? and (s.device, s.seq, s.id) > (?, ?, ?) order by s.device, s.seq, s.id`;
      for await (const row of pages<StatementRow>(text, [], ["", -1, ""], (row) => [row.device, row.seq, row.id])) yield statementOf(row);
    },
    places() {
      const text = "select device, seq, id from stmt where case_id = ? and (device, seq, id) > (?, ?, ?) order by device, seq, id";
      return pages<Place>(text, [], ["", -1, ""], ({ device, seq, id }) => [device, seq, id]);
    },
    idsAt(device, seq) {
      const rows = all<{ id: Id }>("select id from stmt where case_id = ? and device = ? and seq = ? order by id", device, seq);
      return Promise.resolve(rows.map(({ id }) => id));
    },
    peers() {
      const rows = all<Omit<Peer, "have"> & { have: string }>("select device, recipient, have from peer where case_id = ? order by device");
      return Promise.resolve(rows.map((row) => ({ ...row, have: jsonOf(row.have) as Json })));
    },
    putPeer({ device, recipient, have }) {
      run("insert or replace into peer values (?, ?, ?, ?)", device, recipient, JSON.stringify(have));
      return Promise.resolve();
    },
    countStatements: () => Promise.resolve(one<{ n: number }>("select count(*) n from stmt where case_id = ?")?.n ?? 0),
    statement(id) {
      const row = one<StatementRow>(`${STATEMENT} where s.case_id = ? and s.id = ?`, id);
      return Promise.resolve(row === null ? null : statementOf(row));
    },
    idsBeginning(prefix) {
      const found = ["stmt", "source", "claim"].flatMap((table) => {
        const text = `select id from ${table} where case_id = ? and id >= ? and id < ? order by id limit ${FEW}`;
        // After every digit, and so after every id that begins so.
        return all<{ id: Id }>(text, prefix, `${prefix}~`).map(({ id }) => id);
      });
      return Promise.resolve([...new Set(found)].sort().slice(0, FEW));
    },
    head(device) {
      const text = "select seq, id from stmt where case_id = ? and device = ? order by seq desc, id limit 1";
      const row = one<Omit<Head, "device">>(text, device);
      return Promise.resolve(row === null ? null : { device, ...row });
    },
    async *sources() {
      const text = "select got, id, entry from source where case_id = ? and (got, id) > (?, ?) order by got, id";
      interface Row {
        readonly got: string;
        readonly id: string;
        readonly entry: string;
      }
      for await (const row of pages<Row>(text, [], ["", ""], (row) => [row.got, row.id])) yield jsonOf(row.entry) as SourceEntry;
    },
    source(id) {
      const row = one<{ entry: string }>("select entry from source where case_id = ? and id = ?", id);
      return Promise.resolve(row === null ? null : (jsonOf(row.entry) as SourceEntry));
    },
    async *claims(filter) {
      const { where, values } = conditions(filter);
      const text = `select got, source, position, claim from claim where case_id = ?${where} and (got, source, position) > (?, ?, ?) order by got, source, position`;
      interface Row {
        readonly got: string;
        readonly source: string;
        readonly position: number;
        readonly claim: string;
      }
      for await (const row of pages<Row>(text, values, ["", "", -1], (row) => [row.got, row.source, row.position])) {
        yield jsonOf(row.claim) as Claim;
      }
    },
    claim(id) {
      const row = one<{ claim: string }>("select claim from claim where case_id = ? and id = ?", id);
      return Promise.resolve(row === null ? null : (jsonOf(row.claim) as Claim));
    },
    async *refused() {
      const text = "select what, code, message from refused where case_id = ? and (what, code) > (?, ?) order by what, code";
      type Row = Omit<Refused, "what"> & { readonly what: Buffer };
      for await (const row of pages<Row>(text, [], [Buffer.alloc(0), ""], (row) => [row.what, row.code])) {
        yield { what: keyOf(row.what), code: row.code, message: row.message };
      }
    },
    rows(view): Rows {
      return {
        get(key) {
          const row = one<{ value: string }>("select value from view_row where case_id = ? and view = ? and key = ?", view, keyBytes(key));
          return Promise.resolve(row === null ? undefined : (jsonOf(row.value) as Json));
        },
        put(key, value) {
          if (!writable) return Promise.reject(new TypeError("rows can only be put inside of write"));
          if (value === undefined) run("delete from view_row where case_id = ? and view = ? and key = ?", view, keyBytes(key));
          else run("insert or replace into view_row values (?, ?, ?, ?)", view, keyBytes(key), JSON.stringify(value));
          return Promise.resolve();
        },
        async *range(prefix) {
          const start = keyBytes(prefix);
          const end = afterPrefix(start);
          const upto = end === null ? "" : " and key < ?";
          interface Row {
            readonly key: Buffer;
            readonly value: string;
          }
          const first = all<Row>(
            `select key, value from view_row where case_id = ? and view = ?${upto} and key >= ? order by key limit 1`,
            view,
            ...(end === null ? [] : [end]),
            start,
          )[0];
          if (first === undefined) return;
          yield [keyOf(first.key), jsonOf(first.value) as Json] as const;
          const text = `select key, value from view_row where case_id = ? and view = ?${upto} and key > ? order by key`;
          const values = [view, ...(end === null ? [] : [end])];
          for await (const row of pages<Row>(text, values, [first.key], (row) => [row.key])) {
            yield [keyOf(row.key), jsonOf(row.value) as Json] as const;
          }
        },
      };
    },
    viewNames() {
      const rows = all<{ view: string }>("select distinct view from view_row where case_id = ? order by view");
      return Promise.resolve(rows.map(({ view }) => view));
    },
    projection: () => Promise.resolve(one<{ version: string }>("select version from projection where case_id = ?")?.version ?? null),
    append(statement, { device, seq }) {
      run(
        "insert or ignore into stmt values (?, ?, ?, ?, ?, ?)",
        statement.id,
        device,
        seq,
        Buffer.from(statement.bytes),
        Buffer.from(statement.signature),
      );
      run("insert or ignore into opened values (?, ?, ?)", statement.id, JSON.stringify(statement.opened));
      return Promise.resolve();
    },
    openFields(id, opened) {
      const row = one<{ fields: string }>("select fields from opened where case_id = ? and id = ?", id);
      const held = row === null ? [] : (jsonOf(row.fields) as readonly Opened[]);
      const more = closedIn(held, opened);
      if (row === null || more.length === 0) return Promise.resolve(false);
      run("insert or replace into opened values (?, ?, ?)", id, JSON.stringify(byName([...held, ...more])));
      return Promise.resolve(true);
    },
    forgetFields(id, names) {
      const row = one<{ fields: string }>("select fields from opened where case_id = ? and id = ?", id);
      const left = row === null ? [] : (jsonOf(row.fields) as readonly Opened[]).filter(({ name }) => !names.includes(name));
      run("insert or replace into opened values (?, ?, ?)", id, JSON.stringify(left));
      return Promise.resolve();
    },
    putSource(entry) {
      run("insert or replace into source values (?, ?, ?, ?)", entry.source.id, entry.source.provenance.got, JSON.stringify(entry));
      return Promise.resolve();
    },
    putClaims(source, claims) {
      run("delete from claim where case_id = ? and source = ?", source.id);
      claims.forEach((claim, position) => {
        run(
          "insert or ignore into claim values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          ...[claim.id, source.provenance.got, source.id, position, claim.kind, claim.event, claim.figure?.unit ?? null],
          ...[claim.certainty, claim.review, speakerOf(claim), JSON.stringify(claim)],
        );
      });
      return Promise.resolve();
    },
    putRefused(refused) {
      for (const { what, code, message } of refused)
        run("insert or replace into refused values (?, ?, ?, ?)", keyBytes(what), code, message);
      return Promise.resolve();
    },
    forgetRefused(what) {
      run("delete from refused where case_id = ? and what = ?", keyBytes(what));
      return Promise.resolve();
    },
    clearProjections() {
      for (const table of ["source", "claim", "view_row", "projection"]) run(`delete from ${table} where case_id = ?`);
      return Promise.resolve();
    },
    setProjection(version) {
      run("insert or replace into projection values (?, ?)", version);
      return Promise.resolve();
    },
  };
}

function conditions(filter: ClaimFilter): { readonly where: string; readonly values: readonly Value[] } {
  const asked = Object.entries({
    source: filter.source,
    kind: filter.kind,
    event: filter.event,
    unit: filter.unit,
    certainty: filter.certainty,
    review: filter.review,
    speaker: filter.by,
  }).filter((entry): entry is [string, string | null] => entry[1] !== undefined);
  return {
    where: asked.map(([column, value]) => ` and ${column} ${value === null ? "is null" : "= ?"}`).join(""),
    values: asked.map(([, value]) => value).filter((value) => value !== null),
  };
}
