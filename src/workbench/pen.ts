/** Writing statements at the end of this device's chain. */
import type { Head } from "../log/append.ts";
import { headAfter, written } from "../log/append.ts";
import type { Signing } from "../log/crypto.ts";
import type { Id } from "../model/ids.ts";
import type { Bodies, StatementKind } from "../model/kinds.ts";
import type { Opened } from "../model/statement.ts";
import type { Writes } from "../store/store.ts";
import { seenBy } from "./heads.ts";

/** Writes one statement after another, each countersigning what this copy has of the other devices, inside of the transaction that read where the chain ends. Gives the statement's id. */
export type Pen = <Kind extends StatementKind>(kind: Kind, body: Bodies[Kind]) => Promise<Id>;

/** The pen of this device in this case, good for the transaction of `writes`. `closing` is handed a field that the record is not to hold. */
export async function penFor(
  { caseId, signing }: { readonly caseId: Id; readonly signing: Signing },
  writes: Pick<Writes, "head" | "append" | "rows">,
  closing?: { readonly field: string; closed(statement: Id, field: Opened): Promise<void> },
): Promise<Pen> {
  let head: Head | null = await writes.head(signing.device);
  const seen = await seenBy(signing.device, writes);
  return async (kind, body) => {
    const { statement, header } = await written({ kind, body }, { caseId, head, seen }, signing);
    const closed = statement.opened.find(({ name }) => name === closing?.field);
    // What is closed is never in the store, not even for a moment: it would be in its journal.
    if (closed !== undefined) await closing?.closed(statement.id, closed);
    const opened = statement.opened.filter((field) => field !== closed);
    await writes.append({ ...statement, opened }, header);
    head = headAfter(statement, header);
    return statement.id;
  };
}
