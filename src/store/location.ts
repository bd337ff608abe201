/**
 * What SQLite is handed to find a file. The layer of SQLite3 Multiple Ciphers between SQLite and the disk (sqlite3mc, `mcIoRead`) takes a read that
 * failed for one that did not: a checkpoint whose disk fails for a moment then copies garbage over the case. A file that is not encrypted goes past
 * that layer. In an encrypted one every page is authenticated, so garbage is noticed and stays where it is.
 */
import { existsSync, readFileSync } from "node:fs";

/** SQLite's own layers over the disk, by platform. */
const LAYER = process.platform === "win32" ? "win32" : "unix";

// Read once, when the first file is opened, encrypted or not.
process.env.SQLITE_USE_URI = "1";

/** The name of the file at `path`: a URI (sqlite.org/uri.html) when it is not encrypted. */
export function locationOf(path: string, encrypted: boolean): string {
  if (encrypted) return path;
  const escaped = path.replace(/[%?#]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
  const local = process.platform === "win32" ? `/${escaped.replaceAll("\\", "/")}` : escaped;
  return `file:${local}?vfs=${LAYER}`;
}

/**
 * Reads the journal of an encrypted file once, for the same reason: the parts of it that are not encrypted would be taken for an empty journal, and
 * what was committed there would be lost. Throws the system's error when the disk does not give it.
 */
export function tryJournal(path: string): void {
  const journal = `${path}-wal`;
  if (existsSync(journal)) readFileSync(journal);
}
