/** What the ledger made of a situation against what it should have made. */
import type { TallyRow } from "../../src/model/rows.ts";
import type { Situation } from "./situation.ts";

/** One thing that was looked at. `kind` is a rule, or tallies, statuses, origins, remainder, implied. */
export interface Mark {
  readonly kind: string;
  readonly outcome: "right" | "missed" | "extra" | "wrong";
  readonly situation: string;
  readonly says: string;
}

const sorted = (ids: Iterable<string>): string => [...new Set(ids)].sort().join(" ");

/** Every mark of one situation. A finding is right when its rule is expected of the same claims. */
export function judge(situation: Situation, tallies: readonly TallyRow[], implied: ReadonlyMap<string, string>): readonly Mark[] {
  const name = (id: string): string => situation.names.get(id as never) ?? "?";
  const mark = (kind: string, outcome: Mark["outcome"], says: string): Mark => ({
    kind,
    outcome,
    says,
    situation: `${situation.rule}: ${situation.name}`,
  });
  const of = (id: string): TallyRow | undefined => tallies.find((tally) => tally.series.some(({ claim }) => name(claim) === id));
  const pointOf = (id: string): TallyRow["series"][number] | undefined => of(id)?.series.find(({ claim }) => name(claim) === id);
  const same = (
    kind: string,
    expected: Readonly<Record<string, string | number>> | undefined,
    found: (id: string) => string,
  ): readonly Mark[] =>
    Object.entries(expected ?? {}).map(([id, value]) =>
      mark(kind, found(id) === String(value) ? "right" : "wrong", `${id} is ${found(id)}, expected ${String(value)}`),
    );
  return [
    ...findingMarks(situation, tallies, name, mark),
    ...tallyMarks(situation, tallies, name, mark),
    ...same("statuses", situation.statuses, (id) => pointOf(id)?.status ?? "not there"),
    ...same("origins", situation.origins, (id) => pointOf(id)?.origin ?? "not there"),
    ...same("remainder", situation.remainder, (id) => remainderWords(of(id)?.remainder ?? null)),
    ...same("implied", situation.implied, (id) => implied.get(id) ?? "nothing"),
  ];
}

type Marking = (kind: string, outcome: Mark["outcome"], says: string) => Mark;

function findingMarks(situation: Situation, tallies: readonly TallyRow[], name: (id: string) => string, mark: Marking): readonly Mark[] {
  const found = new Map<string, { readonly rule: string; readonly says: string; readonly message: string }>();
  for (const { rule, claims, message } of tallies.flatMap(({ checks }) => checks)) {
    const says = sorted(claims.map(name));
    found.set(`${rule} ${says}`, { rule, says, message });
  }
  const expected = [
    ...situation.expect.map((says) => ({ rule: situation.rule, says: sorted(says.split(" ")) })),
    ...Object.entries(situation.also ?? {}).flatMap(([rule, list]) => list.map((says) => ({ rule, says: sorted(says.split(" ")) }))),
  ];
  const marks = expected.map(({ rule, says }) => mark(rule, found.delete(`${rule} ${says}`) ? "right" : "missed", says));
  return [...marks, ...[...found.values()].map(({ rule, says, message }) => mark(rule, "extra", `${says}: ${message}`))];
}

function tallyMarks(
  { tallies: expected }: Situation,
  tallies: readonly TallyRow[],
  name: (id: string) => string,
  mark: Marking,
): readonly Mark[] {
  if (expected === undefined) return [];
  const found = tallies.map(({ series }) => sorted(series.map(({ claim }) => name(claim)))).sort();
  const wanted = expected.map((ids) => sorted(ids.split(" "))).sort();
  const right = found.join(" | ") === wanted.join(" | ");
  return [mark("tallies", right ? "right" : "wrong", `${found.join(" | ")}, expected ${wanted.join(" | ")}`)];
}

function remainderWords(remainder: TallyRow["remainder"]): string {
  if (remainder === null) return "none";
  const { min, max, nature } = remainder;
  return `${min === max ? String(min) : `${String(min ?? "")}..${String(max ?? "")}`} ${nature}`;
}
