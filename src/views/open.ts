/** What the record itself leaves open: numbers that do not agree, people unaccounted for, violence by nobody named. */
import type { EventFact, FigureFact } from "../reconcile/facts.ts";
import { isDenial } from "../reconcile/facts.ts";
import { digits, inWords, rangeOf } from "../reconcile/amounts.ts";
import { byUnits } from "../reconcile/folding.ts";
import { derivedId } from "./derived.ts";
import type { QuestionRow, TimelineRow } from "../model/rows.ts";
import type { Point } from "../reconcile/series.ts";
import { momentOf } from "../reconcile/moments.ts";
import type { Tally } from "./tally.ts";
import type { EventType, Unit } from "../model/words.ts";
import nouns from "./nouns.json" with { type: "json" };

type Asked = Pick<QuestionRow, "asks" | "why" | "claims" | "wouldAnswer">;

const unitNouns: Readonly<Partial<Record<Unit, string>>> = nouns.units;
const eventNouns: Readonly<Partial<Record<EventType, string>>> = nouns.events;

function question(id: QuestionRow["id"], asked: Asked): QuestionRow {
  return { id, ...asked, raisedBy: "record", state: "open", answers: [] };
}

/** "dead (security, Veskov, 2021-03-04)": what a tally measures, in words. */
function measured({ row: { measure } }: Tally, fact: FigureFact | undefined): string {
  const noun = unitNouns[measure.unit] ?? fact?.counted ?? measure.unit;
  const of = measure.of.map(({ group, label }) => label ?? group);
  const scope = [...of, measure.where, measure.when].filter((word) => word !== null && word !== "");
  return scope.length === 0 ? noun : `${noun} (${scope.join(", ")})`;
}

const MOST_NAMED = 6;

/** How many, when numbers that different origins stand by exclude each other. Null when they agree. */
export function contested(tally: Tally): QuestionRow | null {
  const differs = excludingEachOther(tally.points.filter(({ status }) => status === "current"));
  if (differs.length === 0) return null;
  const byNumber = [...differs].sort((a, b) => rangeOf(a.fact).low - rangeOf(b.fact).low || byUnits(a.origin, b.origin));
  const said = new Set(
    byNumber.map(({ fact, origin }) => `${inWords(rangeOf(fact))} (${[origin, momentOf(fact)].filter((at) => at !== null).join(", ")})`),
  );
  const named = [...said].slice(0, MOST_NAMED).join("; ");
  return question(derivedId(tally.row.id, "contested"), {
    asks: `How many ${measured(tally, differs[0]?.fact)}?`,
    why: `Different numbers stand side by side: ${named}${said.size > MOST_NAMED ? `; and ${said.size - MOST_NAMED} more` : ""}.`,
    claims: differs.map(({ fact }) => fact.id),
    wouldAnswer: "A list by name, or an account from one of these sources of what its number counts and leaves out.",
  });
}

interface Extreme {
  readonly origin: string;
  readonly value: number;
}

/** The points that another origin's point excludes. One pass finds the two most extreme origins at each end, a second compares with those. */
function excludingEachOther(points: readonly Point[]): readonly Point[] {
  const extremes = (value: (point: Point) => number): readonly Extreme[] => {
    const best = new Map<string, number>();
    for (const point of points) best.set(point.origin, Math.max(best.get(point.origin) ?? -Infinity, value(point)));
    return [...best]
      .map(([origin, each]) => ({ origin, value: each }))
      .sort((a, b) => b.value - a.value)
      .slice(0, 2);
  };
  const highest = extremes(({ fact }) => rangeOf(fact).low);
  const lowest = extremes(({ fact }) => -rangeOf(fact).high);
  return points.filter(({ fact, origin }) => {
    const { low, high } = rangeOf(fact);
    return (
      highest.some((other) => other.origin !== origin && other.value > high) ||
      lowest.some((other) => other.origin !== origin && -other.value < low)
    );
  });
}

/** What of those whom the parts of a whole do not cover. Null when there is no remainder. */
export function unaccounted(tally: Tally): QuestionRow | null {
  const { row, divided, parts } = tally;
  if (row.remainder === null || divided === null) return null;
  const { min, max, nature } = row.remainder;
  const left = min !== null && min === max ? digits(min) : max === null ? `at least ${digits(min ?? 0)}` : `up to ${digits(max)}`;
  const whole = `${inWords(rangeOf(divided))} ${measured(tally, divided)}`;
  const asks = {
    "fate-unstated": `What became of the other ${left} of ${whole}?`,
    "not-broken-down": `Who or what are the other ${left} of ${whole}?`,
    missing: `Where are the other ${left} of ${whole}?`,
  };
  const own = parts.filter(({ partOf }) => partOf === divided.id);
  return question(derivedId(divided.id, "remainder"), {
    asks: asks[nature],
    why: "The parts that are stated do not make up the whole.",
    claims: [divided.id, ...own.map(({ id }) => id)],
    wouldAnswer: "A breakdown of the whole number that leaves nobody out.",
  });
}

const violent: readonly EventType[] = ["killing", "shooting"];

/** True for an event that this room asks an agent of. */
export function asksAgent(fact: EventFact): boolean {
  return violent.includes(fact.type);
}

/** Who did it, when no claim of the event says. Null when one does, or when nobody says that it happened. */
export function unattributed(row: TimelineRow, facts: readonly EventFact[]): QuestionRow | null {
  const asserted = facts.some((fact) => !isDenial(fact));
  const named = row.who.some(({ role }) => role === "agent" || role === "accused");
  if (!asserted || named || row.standing === "unknown") return null;
  const patients = row.who.filter(({ role }) => role === "patient").map(({ name }) => name);
  const about = [patients.join(", "), row.where, row.when].filter((word) => word !== null && word !== "").join("; ");
  return question(derivedId(row.id, "agent"), {
    asks: `Who carried out the ${eventNouns[row.type] ?? row.type}${about === "" ? "" : ` (${about})`}?`,
    why: "No claim about it names who did it.",
    claims: row.claims,
    wouldAnswer: "A witness, a recording or a finding that names who did it.",
  });
}
