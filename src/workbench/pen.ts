/** Writing statements at the end of this device's chain. */
import type { Head } from "../log/append.ts";
import { headAfter, nextStatement } from "../log/append.ts";
import type { Signing } from "../log/crypto.ts";
import { readHeader } from "../log/header.ts";
import type { Id } from "../model/ids.ts";
import type { Bodies, StatementKind } from "../model/kinds.ts";
import type { Writes } from "../store/store.ts";

/** Writes one statement after another, inside of the transaction that read where the chain ends. Gives the statement's id. */
export type Pen = <Kind extends StatementKind>(kind: Kind, body: Bodies[Kind]) => Promise<Id>;

/** The pen of this device in this case, good for the transaction of `writes`. */
export async function penFor(
  { caseId, signing }: { readonly caseId: Id; readonly signing: Signing },
  writes: Pick<Writes, "head" | "append">,
): Promise<Pen> {
  let head: Head | null = await writes.head(signing.device);
  return async (kind, body) => {
    const statement = await nextStatement({ kind, body, caseId, head, seen: [] }, signing);
    const { header } = readHeader(statement.bytes);
    if (header === null) throw new TypeError("a statement that cannot be read was signed");
    await writes.append(statement, header);
    head = headAfter(statement, header);
    return statement.id;
  };
}
