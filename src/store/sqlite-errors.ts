/** SQLite's errors as ours: what went wrong, and what to do. */
import Database from "better-sqlite3-multiple-ciphers";
import { BrokenEvidence, NotSaved } from "../model/errors.ts";

/** Runs `work`; SQLite's errors come out as `NotSaved` or `BrokenEvidence`. */
export function saving<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw named(error);
  }
}

/** The error as ours, when it is SQLite's. */
export function named(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const { code, message } = error;
  const cause = { cause: error };
  if (/^SQLITE_(BUSY|LOCKED)/.test(code))
    return new NotSaved("case-locked", "Another program is writing to this case. Wait for it and try again.", cause);
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code))
    return new BrokenEvidence("store-damaged", `The case's database is damaged: ${message}.`, cause);
  if (code === "SQLITE_CANTOPEN") return new NotSaved("case-missing", `The case's database cannot be opened: ${message}.`, cause);
  return new NotSaved("disk-failed", `Nothing was saved: ${message} (${code}).`, cause);
}
