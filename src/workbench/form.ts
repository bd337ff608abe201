/** A statement's body from single fields as people type them: `state=sought`, `about=["sha256:…"]`. */
import type { Json } from "../model/canonical.ts";
import type { Check } from "../model/check.ts";
import { passes } from "../model/check.ts";
import { WrongUsage } from "../model/errors.ts";
import type { StatementKind } from "../model/kinds.ts";
import { isKnownKind, typeOf } from "../model/kinds.ts";

/** Kinds that are written this way; the others have commands of their own, which know more of them. */
export const formKinds = ["response", "consent", "legal-outcome", "place", "settings", "publication-stamp"] as const;

/** The body of a statement of `kind`; fields that are not given are null or empty where they may be. Throws WrongUsage. */
export function formBody(kind: string, given: readonly string[]): { readonly kind: StatementKind; readonly body: object } {
  if (!isKnownKind(kind) || !(formKinds as readonly string[]).includes(kind))
    throw new WrongUsage(`This signs one of ${formKinds.join(", ")}; there is a command for each other kind.`);
  const type = typeOf(kind);
  const checks = type.checks as unknown as Readonly<Record<string, Check<unknown>>>;
  const body = new Map<string, unknown>(
    type.fields.map((name) => [name, [null, []].find((empty) => checks[name] !== undefined && passes(checks[name], empty))]),
  );
  for (const set of given) {
    const at = set.indexOf("=");
    const name = set.slice(0, Math.max(at, 0));
    const check = checks[name];
    if (check === undefined) throw new WrongUsage(`"${set}" is no field of ${kind}. It has ${type.fields.join(", ")}; write field=value.`);
    const text = set.slice(at + 1);
    const value = [asJson(text), text].find((each) => each !== undefined && passes(check, each));
    if (value === undefined) throw new WrongUsage(`${text} is nothing that ${name} of ${kind} may be.`);
    body.set(name, value);
  }
  const missing = [...body].flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (missing.length > 0) throw new WrongUsage(`A ${kind} needs ${missing.join(", ")}: write field=value.`);
  return { kind, body: Object.fromEntries(body) };
}

function asJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
