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
    return new BrokenEvidence(
      "store-damaged",
      `The case's database cannot be read (${message}). Either it is damaged or the disk fails: copy the folder away, then run verify.`,
      cause,
    );
  if (code === "SQLITE_CANTOPEN") return new NotSaved("case-missing", `The case's database cannot be opened: ${message}.`, cause);
  return new NotSaved("disk-failed", `The disk fails: ${message} (${code}).`, cause);
}

/** The error of a transaction that was taken back: whatever it was, nothing of it is there. */
export function unsaved(error: unknown): unknown {
  const known = named(error);
  if (known instanceof NotSaved && known.code === "disk-failed") return new NotSaved(known.code, said(known.message), { cause: error });
  if (known instanceof BrokenEvidence && known.code === "store-damaged")
    return new BrokenEvidence(known.code, said(known.message), { cause: error });
  return known;
}

const NOTHING = "Nothing was saved. ";
const said = (message: string): string => (message.startsWith("Nothing was saved") ? message : `${NOTHING}${message}`);
