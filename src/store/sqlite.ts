/** A case in one SQLite file: write-ahead log, synced at every commit, so that what was acknowledged survives the power. */
import { closeSync, openSync } from "node:fs";
import Database from "better-sqlite3-multiple-ciphers";
import { NotSaved } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import { applicationId, migrations, schema, schemaVersion } from "./schema.ts";
import { locationOf, tryJournal } from "./location.ts";
import { saving, unsaved } from "./sqlite-errors.ts";
import { access } from "./sqlite-tables.ts";
import type { Store } from "./store.ts";

type Connection = Database.Database;

/** 32 bytes. */
export type RawKey = Uint8Array;

const MEMORY = ":memory:";

/** How long to wait for another program's transaction, and how often to look. A batch of `add` takes well under a second. */
const BUSY = { ms: 10_000, everyMs: 20 };

/** Waits so many milliseconds; handed in. SQLite's own waiting would stop this process, which may be the one that holds the lock. */
export type Pause = (ms: number) => Promise<void>;

/** Makes the tables of a new case in a new file at `path`, for its owner alone; encrypted under `key` when there is one. Throws when there is a file. */
export function createSqlite(path: string, key: RawKey | null = null): void {
  saving(() => {
    // SQLite makes files that everybody may read, and its side files like the file: what is in them is for the owner.
    closeSync(openSync(path, "wx", 0o600));
    const connection = connect(path, false, key);
    try {
      create(connection);
    } finally {
      connection.close();
    }
  });
}

/**
 * Opens the case `caseId` in the file at `path`, encrypted under `key` when there is one. Throws NotSaved `case-newer` when a newer program made it, `case-missing` when the file is none
 * or there is none, BrokenEvidence `store-damaged` when SQLite cannot read it.
 */
export function openSqlite(path: string, caseId: Id, pause: Pause, key: RawKey | null = null): Store {
  return saving(() => {
    if (key !== null) tryJournal(path);
    const writer = connect(path, false, key);
    try {
      migrate(writer, check(writer, path));
      writer.pragma("busy_timeout = 0");
      // A second connection sees the last commit while a transaction is under way on the first.
      return store(writer, connect(path, false, key), caseId, pause);
    } catch (error) {
      writer.close();
      throw error;
    }
  });
}

/** How many statements of any case the file at `path` holds; 0 when it has no tables yet. Throws as `openSqlite` on a file that is no database. */
export function statementsInFile(path: string): number {
  return saving(() => {
    const connection = connect(path, false, null);
    try {
      const tables = connection.prepare("select count(*) n from sqlite_schema where name = 'stmt'").get() as { readonly n: number };
      if (tables.n === 0) return 0;
      return (connection.prepare("select count(*) n from stmt").get() as { readonly n: number }).n;
    } finally {
      connection.close();
    }
  });
}

/** A store in memory with the tables of the file: to fold a log again and compare. */
export function scratchSqlite(caseId: Id): Store {
  const connection = connect(MEMORY, true, null);
  create(connection);
  return store(connection, connection, caseId, () => Promise.resolve());
}

function connect(path: string, mayCreate: boolean, key: RawKey | null): Connection {
  const location = path === MEMORY ? path : locationOf(path, key !== null);
  const connection = new Database(location, { fileMustExist: !mayCreate, timeout: BUSY.ms });
  if (key !== null) {
    // AEGIS-256: pages of the file and of the write-ahead log are encrypted, and a flipped bit is noticed. A raw key is not stretched again.
    connection.pragma("cipher = 'aegis'");
    connection.pragma(`key = 'raw:${Buffer.from(key).toString("hex")}'`);
  }
  // Journal mode is kept in the file; synchronous is not, and FULL is what makes a commit survive a power cut in this mode.
  connection.pragma("journal_mode = wal");
  connection.pragma("synchronous = full");
  // 16 MB of write-ahead log between checkpoints, each of which syncs twice more: adding writes the log faster than it reads it back.
  connection.pragma("wal_autocheckpoint = 4000");
  // What SQLite spills while sorting would lie in a folder that nobody guards.
  connection.pragma("temp_store = memory");
  // A batch of documents fits in the cache: pages spilled inside of a transaction would be written twice.
  connection.pragma("cache_size = -49152");
  return connection;
}

function create(connection: Connection): void {
  connection.exec(`begin immediate; ${schema} pragma application_id = ${applicationId}; pragma user_version = ${schemaVersion}; commit;`);
}

/** Brings older tables to this version, all of it or nothing. Two programs may come to it at once: the second finds it done. */
function migrate(connection: Connection, version: number): void {
  if (version === schemaVersion) return;
  connection.exec("begin immediate");
  try {
    const found = connection.pragma("user_version", { simple: true }) as number;
    for (let at = found; at < schemaVersion; at++) connection.exec(migrations[at] ?? "");
    connection.pragma(`user_version = ${schemaVersion}`);
    connection.exec("commit");
  } catch (error) {
    if (connection.inTransaction) connection.exec("rollback");
    throw error;
  }
}

/** The version of the tables. */
function check(connection: Connection, path: string): number {
  if (connection.pragma("application_id", { simple: true }) !== applicationId) {
    throw new NotSaved("case-missing", `${path} is no case. Was the case made to the end? Make it again with init.`);
  }
  const version = connection.pragma("user_version", { simple: true }) as number;
  if (version > schemaVersion) {
    throw new NotSaved(
      "case-newer",
      `${path} was made by a newer On Record (tables ${version}, this one knows ${schemaVersion}). Use that one.`,
    );
  }
  return version;
}

function store(writer: Connection, reader: Connection, caseId: Id, pause: Pause): Store {
  const writes = access(writer, caseId, true);
  let last: Promise<unknown> = Promise.resolve();
  return {
    ...access(reader, caseId, false),
    write(work) {
      const turn = last.then(() => transaction(writer, pause, () => work(writes)));
      last = turn.catch(() => undefined);
      return turn;
    },
    scrub() {
      const turn = last.then(() => {
        saving(() => {
          // The file is written anew without its free pages; then the journal, which still has the old ones, is emptied.
          writer.exec("vacuum");
          writer.pragma("wal_checkpoint(truncate)");
        });
      });
      last = turn.catch(() => undefined);
      return turn;
    },
    integrity: () => Promise.resolve(integrity(reader)),
    async close() {
      await last;
      if (reader !== writer) reader.close();
      writer.close();
    },
  };
}

/** Begins a transaction that may write, as soon as no other program is in one. Throws NotSaved `case-locked` when one stays too long. */
async function begin(connection: Connection, pause: Pause): Promise<void> {
  for (let waited = 0; ; waited += BUSY.everyMs) {
    try {
      saving(() => connection.exec("begin immediate"));
      return;
    } catch (error) {
      if (!(error instanceof NotSaved && error.code === "case-locked") || waited >= BUSY.ms) throw error;
      await pause(BUSY.everyMs);
    }
  }
}

async function transaction<T>(connection: Connection, pause: Pause, work: () => Promise<T>): Promise<T> {
  await begin(connection, pause);
  try {
    const result = await work();
    saving(() => connection.exec("commit"));
    return result;
  } catch (error) {
    // SQLite rolls back by itself when the disk is full; a second rollback would hide why.
    if (connection.inTransaction) connection.exec("rollback");
    throw unsaved(error);
  }
}

function integrity(connection: Connection): readonly string[] {
  try {
    const rows = connection.pragma("integrity_check") as { readonly integrity_check: string }[];
    return rows.map((row) => row.integrity_check).filter((line) => line !== "ok");
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
