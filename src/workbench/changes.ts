/** Single fields of a claim changed as people type them: `figure.min=30`, `when=2031-03-05`, `voice.0.name=Port Authority`. */
import type { Json } from "../model/canonical.ts";
import { faultsOf } from "../model/check.ts";
import type { Claim } from "../model/claim.ts";
import { claimCheck } from "../model/claim.ts";
import { WrongUsage } from "../model/errors.ts";

// The program works these out; whoever wants another passage names the quote.
const own: readonly string[] = ["id", "source", "text", "start", "end", "review", "reader"];

/** The claim with these fields changed, in order. Throws WrongUsage on a field that there is not, or a value that it cannot have. */
export function changed(claim: Claim, sets: readonly string[]): Claim {
  return sets.reduce(withField, claim);
}

function withField(claim: Claim, set: string): Claim {
  const at = set.indexOf("=");
  const path = set.slice(0, Math.max(at, 0)).split(".");
  if (at < 1) throw new WrongUsage(`"${set}" is no change. Write field=value, as in figure.min=30.`);
  if (own.includes(path[0] ?? "")) throw new WrongUsage(`${path[0] ?? ""} is not changed by hand.`);
  const text = set.slice(at + 1);
  // "2031" is a year in one field and a number in another: what the field may be decides.
  const tried = [asJson(text), text].flatMap((value) => (value === undefined ? [] : [placed(claim, path, value)]));
  const good = tried.find((each) => faultsOf(claimCheck, each).length === 0);
  if (good !== undefined) return good as unknown as Claim;
  const [fault] = faultsOf(claimCheck, tried[0]);
  throw new WrongUsage(`${set}: ${fault?.path ?? path.join(".")} is expected ${fault?.expected ?? "something else"}.`);
}

function asJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** A copy of `value` with `leaf` at `path`. Throws WrongUsage where the path leads to nothing. */
function placed(value: unknown, path: readonly string[], leaf: Json): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return leaf;
  if (typeof value !== "object" || value === null) throw new WrongUsage(`There is no ${key} here: set the whole of it first, as JSON.`);
  if (Array.isArray(value)) {
    const index = Number(key);
    const members: readonly unknown[] = value;
    if (!/^\d+$/.test(key) || index > members.length) throw new WrongUsage(`${key} is no place in a list of ${members.length}.`);
    return [...members.slice(0, index), placed(members[index] ?? null, rest, leaf), ...members.slice(index + 1)];
  }
  if (!Object.hasOwn(value, key)) throw new WrongUsage(`A claim has no field ${key}. See claims --json for what there is.`);
  return { ...value, [key]: placed((value as Readonly<Record<string, unknown>>)[key], rest, leaf) };
}
