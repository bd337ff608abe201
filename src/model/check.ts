/**
 * Validators that collect every fault with its path instead of stopping at the first.
 * `object` is typed so that a field added to a type breaks the build until it is checked.
 */

/** One thing wrong with a value: where (a JSON path such as `voice[0].start`) and what was expected. */
export interface Fault {
  readonly path: string;
  readonly expected: string;
}

/** True when `value` has the shape; otherwise pushes at least one fault and returns false. */
export type Check<T> = (value: unknown, path: string, faults: Fault[]) => value is T;

/**
 * Collects nothing: a value is first only asked whether it passes, as nearly all do, and no path is put together. What fails is looked at again.
 */
const UNHEARD: Fault[] = [];

function fail(path: string, expected: string, faults: Fault[]): false {
  faults.push({ path: path === "" ? "(the value)" : path, expected });
  return false;
}

/** Any string. */
export const text: Check<string> = (value, path, faults): value is string => typeof value === "string" || fail(path, "a string", faults);

/** A string that matches `pattern`; `expected` is how the fault names it. */
export function matching(pattern: RegExp, expected: string): Check<string> {
  return (value, path, faults): value is string => (typeof value === "string" && pattern.test(value)) || fail(path, expected, faults);
}

/** A string with something in it besides space. */
export const words: Check<string> = matching(/\S/u, "some words");

/** true or false. */
export const flag: Check<boolean> = (value, path, faults): value is boolean =>
  typeof value === "boolean" || fail(path, "true or false", faults);

/** A finite number. */
export const finite: Check<number> = (value, path, faults): value is number =>
  (typeof value === "number" && Number.isFinite(value)) || fail(path, "a finite number", faults);

/** A whole number from 0 up to the largest safe integer. */
export const count: Check<number> = (value, path, faults): value is number =>
  (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) || fail(path, "a whole number of 0 or more", faults);

/** One of a closed list of strings. */
export function oneOf<const T extends string>(values: readonly T[]): Check<T> {
  const known = new Set<string>(values);
  return (value, path, faults): value is T =>
    (typeof value === "string" && known.has(value)) || fail(path, `one of ${values.join(", ")}`, faults);
}

/** How the members of a value are arranged, for checks that know: an object's keys in the order of its check. */
const arrangements = new WeakMap<Check<unknown>, (value: unknown) => unknown>();

/**
 * A value that passes `check`, with the keys of its objects in the order in which the check names them: JSON that was sorted to be hashed or signed is
 * printed as the contract has it, and comes out the same wherever it comes from.
 */
export function arranged<T>(check: Check<T>, value: T): T {
  const arrange = arrangements.get(check);
  return arrange === undefined ? value : (arrange(value) as T);
}

/** The value, or null. */
export function nullable<T>(check: Check<T>): Check<T | null> {
  const orNull: Check<T | null> = (value, path, faults): value is T | null => value === null || check(value, path, faults);
  if (arrangements.has(check)) arrangements.set(orNull, (value) => (value === null ? null : arranged(check, value as T)));
  return orNull;
}

/** A list whose every member passes. */
export function list<T>(check: Check<T>): Check<readonly T[]> {
  const all: Check<readonly T[]> = (value, path, faults): value is readonly T[] => {
    if (!Array.isArray(value)) return fail(path, "a list", faults);
    let good = true;
    for (const [index, member] of value.entries()) {
      if (!check(member, faults === UNHEARD ? "" : `${path}[${String(index)}]`, faults)) good = false;
    }
    return good;
  };
  if (arrangements.has(check)) arrangements.set(all, (value) => (value as readonly T[]).map((member) => arranged(check, member)));
  return all;
}

/** An object with exactly these keys: a missing key and an unknown key are both faults. */
export function object<T extends object>(fields: { readonly [K in keyof T]-?: Check<T[K]> }): Check<T> {
  const known = Object.entries<Check<unknown>>(fields);
  const names = new Set(known.map(([name]) => name));
  const holds = (value: object): boolean => {
    for (const [name, check] of known) {
      if (!(name in value) || !check((value as Record<string, unknown>)[name], "", UNHEARD)) return false;
    }
    return Object.keys(value).every((name) => names.has(name));
  };
  const whole: Check<T> = (value, path, faults): value is T => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return fail(path, "an object", faults);
    if (faults === UNHEARD) return holds(value);
    const prefix = path === "" ? "" : `${path}.`;
    let good = true;
    for (const [name, check] of known) {
      const member = (value as Record<string, unknown>)[name];
      if (!(name in value)) good = fail(prefix + name, "to be present", faults);
      else if (!check(member, prefix + name, faults)) good = false;
    }
    for (const name of Object.keys(value)) {
      if (!names.has(name)) good = fail(prefix + name, "no such key", faults);
    }
    return good;
  };
  arrangements.set(whole, (value) =>
    Object.fromEntries(known.map(([name, check]) => [name, arranged(check, (value as Record<string, unknown>)[name])])),
  );
  return whole;
}

/** One of several shapes, told apart by the word under `type`. */
export function tagged<T extends { readonly type: string }>(shapes: {
  readonly [Type in T["type"]]: Check<Extract<T, { readonly type: Type }>>;
}): Check<T> {
  const known = new Map(Object.entries<Check<unknown>>(shapes));
  return (value, path, faults): value is T => {
    const type = typeof value === "object" && value !== null && "type" in value ? value.type : null;
    const check = typeof type === "string" ? known.get(type) : undefined;
    if (check === undefined) return fail(path, `an object whose type is one of ${[...known.keys()].join(", ")}`, faults);
    return check(value, path, faults);
  };
}

/** True when `value` passes. */
export function passes<T>(check: Check<T>, value: unknown): value is T {
  const good = check(value, "", UNHEARD);
  UNHEARD.length = 0;
  return good;
}

/** All faults of `value` against `check`; an empty list means it passes. */
export function faultsOf(check: Check<unknown>, value: unknown): readonly Fault[] {
  if (passes(check, value)) return [];
  const faults: Fault[] = [];
  check(value, "", faults);
  return faults;
}
