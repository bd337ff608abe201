/** What people say in signed statements, as views hear it, and whose word on a thing is the last. */
import type { Id } from "../model/ids.ts";
import type { Bodies, StatementKind } from "../model/kinds.ts";
import type { DeviceId } from "../model/statement.ts";

/** Who said it, in which statement, and at which place of their log. */
export interface Utterance {
  readonly id: Id;
  readonly device: DeviceId;
  readonly seq: number;
  /** UTC by the author's clock: a claim. Nothing goes by it. */
  readonly time: string;
}

/** One statement that counts, all of its fields opened. */
export type Said = { readonly [Kind in StatementKind]: Utterance & { readonly kind: Kind; readonly body: Bodies[Kind] } }[StatementKind];

export type SaidOf<Kind extends StatementKind> = Extract<Said, { readonly kind: Kind }>;

type Place = Pick<Utterance, "id" | "device" | "seq">;

/**
 * Each member's last word among what was said of one thing, by device. People do not overrule each other, whoever speaks later: a member's word is
 * replaced by that member's next one and by nothing else, so that the outcome is the same in every copy and a disagreement stays one.
 */
export function lastWords<T extends Place>(said: readonly T[]): readonly T[] {
  const last = new Map<DeviceId, T>();
  for (const each of said) {
    const other = last.get(each.device);
    if (other === undefined || other.seq < each.seq || (other.seq === each.seq && other.id < each.id)) last.set(each.device, each);
  }
  return [...last.values()].sort((a, b) => (a.device < b.device ? -1 : 1));
}

/** The value on which all last words agree; null when there is none, or they differ. */
export function agreed<T extends Place, Value>(said: readonly T[], valueOf: (word: T) => Value): Value | null {
  const values = [...new Set(lastWords(said).map(valueOf))];
  return values.length === 1 ? (values[0] ?? null) : null;
}
