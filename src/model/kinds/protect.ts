/**
 * `protect` withholds a name, a passage or a source from publication ([S41]). The digest of `names` in the header is the salted commitment: the
 * record keeps that field closed, and its value and salt lie in the Names box, which most members never hold.
 */
import { list, matching, nullable, object, oneOf, text, words } from "../check.ts";
import type { Id } from "../ids.ts";
import { idCheck } from "../ids.ts";
import type { Span } from "../passage.ts";
import { spanCheck } from "../passage.ts";
import { statementType } from "../statement-type.ts";

export const protectedThings = ["name", "passage", "source"] as const;

export interface ProtectBody {
  readonly what: (typeof protectedThings)[number];
  /** What stands in the name's place: W-17. */
  readonly pseudonym: string | null;
  /** Every form of the name; the first is the one that people use. */
  readonly names: readonly string[] | null;
  readonly passage: { readonly source: Id; readonly text: Id; readonly span: Span } | null;
  readonly source: Id | null;
  readonly reason: string | null;
}

export const protectType = statementType<"protect", ProtectBody>(
  "protect",
  "write",
  {
    what: oneOf(protectedThings),
    pseudonym: nullable(matching(/^[A-Z]{1,3}-[1-9]\d{0,5}$/, "a pseudonym such as W-17")),
    names: nullable(list(words)),
    passage: nullable(object<NonNullable<ProtectBody["passage"]>>({ source: idCheck, text: idCheck, span: spanCheck })),
    source: nullable(idCheck),
    reason: nullable(text),
  },
  {
    agree(body, faults) {
      const given = { name: body.names, passage: body.passage, source: body.source };
      for (const thing of protectedThings) {
        const path = thing === "name" ? "names" : thing;
        if ((given[thing] !== null) !== (thing === body.what))
          faults.push({ path, expected: `null but where ${thing} is what is protected` });
      }
      if ((body.pseudonym !== null) !== (body.what === "name"))
        faults.push({ path: "pseudonym", expected: "one for a name and only for a name" });
      if (body.names?.length === 0) faults.push({ path: "names", expected: "at least one form" });
    },
  },
);
