/** Which blobs a statement names: they travel with it. */
import type { Id } from "../model/ids.ts";
import { idCheck } from "../model/ids.ts";
import type { Header, Statement } from "../model/statement.ts";

/** By kind, the fields that name a blob. */
const FIELDS: Readonly<Record<string, readonly string[]>> = { seal: ["id", "text"], read: ["drafts"] };

/** The ids in those fields, as far as they are opened. */
export function blobsNamed({ opened }: Statement, { kind }: Header): readonly Id[] {
  const fields = FIELDS[kind] ?? [];
  return opened.flatMap(({ name, value }) => (fields.includes(name) && idCheck(value, "", []) ? [value] : []));
}
