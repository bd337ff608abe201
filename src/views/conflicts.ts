/** Where people differ, and what waits for somebody to decide: nothing of it is dropped, and nothing of it is settled by the program. */
import type { Json } from "../model/canonical.ts";
import type { ConflictRow } from "../model/rows.ts";
import type { Ref } from "../model/refs.ts";
import { byUnits, shortKey } from "../reconcile/folding.ts";
import { bucketsIn } from "./buckets.ts";
import type { Said, Utterance } from "./said.ts";
import { lastWords } from "./said.ts";
import type { Kept, View } from "./view.ts";

const ASIDE = "a\t";
const SAID = "m\t";

/** One thing that people can be of two minds on, and what one of them says of it. */
interface Matter {
  readonly kind: ConflictRow["kind"];
  readonly about: string;
  readonly says: string;
}

type Digest = Pick<Utterance, "id" | "device" | "seq"> & { readonly says: string };

const messages: Readonly<Partial<Record<ConflictRow["kind"], string>>> = {
  judgement: "Members judge this claim differently. It is shown as disputed until they agree.",
  link: "One says that the two are one, another that they are not. The program's own joining stands until they agree.",
  grade: "Members grade this differently. The most cautious grade is shown.",
  pledge: "Members say different things of this promise. It is shown as open until they agree.",
};

function refKey(ref: Ref): string {
  if (ref.type === "claim") return ref.claim;
  return ref.type === "source" ? ref.source : `${ref.text} ${ref.span.start}-${ref.span.end}`;
}

function mattersOf(said: Said): readonly Matter[] {
  switch (said.kind) {
    case "claim":
      return [{ kind: "judgement", about: said.body.claim, says: "accept" }];
    case "judge": {
      const { verdict, claim, correctedClaim } = said.body;
      const own: Matter = { kind: "judgement", about: claim, says: correctedClaim === null ? verdict : `correct to ${correctedClaim}` };
      return correctedClaim === null || correctedClaim === claim
        ? [own]
        : [own, { kind: "judgement", about: correctedClaim, says: "accept" }];
    }
    case "link":
    case "unlink": {
      const { relation, from, to } = said.body;
      const ends = [refKey(from), refKey(to)];
      if (relation !== "derives-from") ends.sort(byUnits);
      return [{ kind: "link", about: `${relation} ${ends.join(" ")}`, says: said.kind }];
    }
    case "grade":
      return [{ kind: "grade", about: refKey(said.body.of), says: said.body.grade }];
    case "pledge-status":
      return [{ kind: "pledge", about: said.body.pledge, says: said.body.state }];
    default:
      return [];
  }
}

/** The row of a conflict that comes of who may speak. */
export function asideRow(row: ConflictRow): Kept {
  return [`${ASIDE}${row.kind}\t${row.about} ${shortKey(row.message + JSON.stringify(row.sides))}`, row as unknown as Json];
}

export const conflicts: View<ConflictRow> = {
  name: "conflicts",
  version: 1,
  file: () => [],
  hear({ id, device, seq, ...said }) {
    return mattersOf({ id, device, seq, ...said }).map(({ kind, about, says }): Kept => {
      return [`${SAID}${kind}\t${about}\t${id}`, { id, device, seq, says }];
    });
  },
  async *list(rows) {
    for await (const [bucket, digests] of bucketsIn<Digest>(rows, SAID)) {
      const last = lastWords(digests);
      if (new Set(last.map(({ says }) => says)).size <= 1) continue;
      const [kind = "", about = ""] = bucket.split("\t");
      const sides = last.map(({ id, device, says }) => ({ by: device, statement: id, says }));
      yield { kind: kind as ConflictRow["kind"], about, sides, message: messages[kind as ConflictRow["kind"]] ?? "" };
    }
    for await (const [, row] of rows.range(ASIDE)) yield row as unknown as ConflictRow;
  },
};
