/** What a kind of statement is: the fields of its body, what each may be, and who may write it. One kind is one file in kinds/. */
import type { Json } from "./canonical.ts";
import type { Check, Fault } from "./check.ts";
import { object } from "./check.ts";
import type { Id } from "./ids.ts";

/**
 * What a device must be allowed for its statement of a kind to count: `write` is contributors and organisers, `organise` organisers only,
 * `stamp` whoever holds the grant of that name.
 */
export type Right = "write" | "organise" | "stamp";

/** An id in a body that must be the hash of the RFC 8785 form of what the body itself says. */
export interface Bound {
  readonly field: string;
  readonly id: Id;
  readonly content: Json;
}

export interface StatementType<Kind extends string, Body extends object> {
  readonly kind: Kind;
  readonly right: Right;
  /** Names of the body's fields, sorted. A statement of the kind has at least these, null ones too ([S18]). */
  readonly fields: readonly (keyof Body & string)[];
  /** The check of each field by itself: a field is held against it when it is shown alone. */
  readonly checks: { readonly [Field in keyof Body]-?: Check<Body[Field]> };
  /** The check of the whole body, all fields opened. */
  readonly check: Check<Body>;
  readonly bound: (body: Body) => readonly Bound[];
}

/** What two or more fields must be to each other; pushes a fault for each that they are not. Called with fields that pass alone. */
export type Agreement<Body> = (body: Body, faults: Fault[]) => void;

/** Makes a kind. `checks` is typed so that a field added to the body breaks the build until it is checked. */
export function statementType<Kind extends string, Body extends object>(
  kind: Kind,
  right: Right,
  checks: StatementType<Kind, Body>["checks"],
  { agree, bound }: { readonly agree?: Agreement<Body>; readonly bound?: (body: Body) => readonly Bound[] } = {},
): StatementType<Kind, Body> {
  const fields = object<Body>(checks);
  return {
    kind,
    right,
    checks,
    fields: (Object.keys(checks) as (keyof Body & string)[]).sort(),
    check: (value, path, faults): value is Body => {
      if (!fields(value, path, faults)) return false;
      const before = faults.length;
      agree?.(value, faults);
      return faults.length === before;
    },
    bound: bound ?? (() => []),
  };
}
