/** Why the record says what it says of one figure: how its tally was joined, whose word each number is, what became of it, what was checked. */
import type { Claim } from "../model/claim.ts";
import type { Explanation, ExplanationStep } from "../model/rows.ts";
import type { Id } from "../model/ids.ts";
import { isId } from "../model/ids.ts";
import { amountKey, inWords, less, rangeOf, saidWords } from "../reconcile/amounts.ts";
import { populationKey } from "../reconcile/counted.ts";
import { isDenial } from "../reconcile/facts.ts";
import { impliedOf } from "../reconcile/implied.ts";
import { momentOf } from "../reconcile/moments.ts";
import type { Point } from "../reconcile/series.ts";
import { ledger } from "./figures.ts";
import type { Of } from "./heard.ts";
import { nowOf } from "./redirects.ts";
import type { Tally } from "./tally.ts";
import { timeline } from "./timeline.ts";

/** The reasons behind the tally or event that an id is of, or that a claim is in; null when there is no such claim. */
export async function explain(given: Id, of: Of): Promise<Explanation | null> {
  const id = await nowOf(of("redirects"), given);
  const claim = (await of("claim").get(id)) as unknown as Claim | undefined;
  if (claim?.figure != null) {
    const bucket = populationKey(claim.figure);
    for await (const tally of ledger(of("figures"), of, bucket))
      if (tally.points.some(({ fact }) => fact.id === id)) return ofTally(tally, id);
    return null;
  }
  for await (const row of timeline.list(of("timeline"), of)) {
    if (!row.claims.includes(id)) continue;
    const origins = row.origins.map(({ root, claims, independence, reasons }): ExplanationStep => {
      const dependence = independence === "not-shown" ? "independence not shown" : independence;
      return { about: "origin", says: `${spoken(root)}: ${[`${dependence}.`, ...reasons].join(" ")}`, claims };
    });
    const joined: ExplanationStep = {
      about: "joined",
      says: `${claimsWords(row.claims.length)} tell of this ${row.type}.`,
      claims: row.claims,
    };
    return {
      id: row.id,
      kind: "event",
      steps: [joined, ...origins, { about: "standing", says: `It stands as ${row.standing}.`, claims: [] }],
    };
  }
  return null;
}

/** An origin as it is spoken of: a document without publisher and title has only its id. */
const spoken = (origin: string): string => (isId(origin) ? "a document without a publisher" : origin);

const documentsWords = (count: number): string => (count === 1 ? "one document" : `${count} documents`);

const claimsWords = (count: number): string => (count === 1 ? "One claim" : `${count} claims`);

function ofTally(tally: Tally, id: Id): Explanation {
  const own = tally.points.find(({ fact }) => fact.id === id);
  const steps = [
    ...(own === undefined || id === tally.row.id
      ? []
      : [{ about: "claim" as const, says: `It is one of the numbers of this tally: ${told(own)}.`, claims: [id] }]),
    ...joinedSteps(tally),
    ...originSteps(tally),
    ...statusSteps(tally),
    ...tally.row.checks.map(({ rule, message, claims }): ExplanationStep => ({ about: "check", says: `${rule}: ${message}`, claims })),
    ...remainderSteps(tally),
    ...impliedSteps(tally),
  ];
  return { id: tally.row.id, kind: "tally", steps };
}

function told({ fact, origin, status }: Point): string {
  return `${saidWords(fact)} by ${spoken(origin)}${momentOf(fact) === null ? "" : ` of ${momentOf(fact) ?? ""}`}, ${status}`;
}

/** The scopes with which the figures were said, and which weaker fit let them meet. */
function joinedSteps({ points, measured }: Tally): readonly ExplanationStep[] {
  const documents = new Set(points.map(({ fact }) => fact.source)).size;
  const scopes = new Map(measured.scopes.map((scope) => [[scope.placeName ?? "no place", scope.when ?? "no time"].join(", "), scope]));
  const where = [...scopes.keys()];
  const fit =
    where.length > 1
      ? ` They are said with ${where.length} scopes (${where.join("; ")}), of which each holds another or leaves out what it says, and fits nothing else.`
      : ` All are said with one scope (${where[0] ?? "none"}).`;
  const ids = points.map(({ fact }) => fact.id);
  return [
    {
      about: "joined",
      says: `${claimsWords(points.length)} of ${documentsWords(documents)} ${points.length === 1 ? "counts" : "count"} the same: one unit and one population.${fit}`,
      claims: ids,
    },
  ];
}

/** Of each origin the names under which it speaks, with the reason where a name is not the origin's own. */
function originSteps({ points }: Tally): readonly ExplanationStep[] {
  return [...Map.groupBy(points, ({ origin }) => origin)].map(([origin, said]): ExplanationStep => {
    const reasons = new Set(said.flatMap(({ fact }) => fact.voices.at(-1)?.body?.reason ?? []));
    const values = [...new Map(said.filter(({ stale }) => !stale).map(({ fact }) => [amountKey(fact), saidWords(fact)])).values()];
    return {
      about: "origin",
      says: `${spoken(origin)} said ${values.join(", then ")}. ${[...reasons].join(" ")}`.trim(),
      claims: said.map(({ fact }) => fact.id),
    };
  });
}

/** What became of each number that does not stand as it was said; copies that tell the same are told once. */
function statusSteps(tally: Tally): readonly ExplanationStep[] {
  return [...Map.groupBy(eachStatus(tally), ({ says }) => says)].map(([says, same]) => ({
    about: "status",
    says,
    claims: [...new Set(same.flatMap(({ claims }) => claims))],
  }));
}

function eachStatus({ points }: Tally): readonly ExplanationStep[] {
  return points.flatMap((point): readonly ExplanationStep[] => {
    const { fact, origin, status, stale } = point;
    if (status === "current" || isDenial(fact)) return [];
    const what = `${saidWords(fact)} (${spoken(origin)})`;
    const denials = points.filter((other) => isDenial(other.fact) && amountKey(other.fact) === amountKey(fact));
    const later = points
      .slice(points.indexOf(point) + 1)
      .find((other) => other.origin === origin && amountKey(other.fact) !== amountKey(fact));
    if (denials.length > 0)
      return [
        {
          about: "status",
          says: `${what} is ${status}: ${spoken(denials[0]?.origin ?? "")} denies it.`,
          claims: [fact.id, ...denials.map((each) => each.fact.id)],
        },
      ];
    if (stale) return [{ about: "status", says: `${what} is an old number told again.`, claims: [fact.id] }];
    if (later === undefined) return [{ about: "status", says: `${what} is ${status} by what its document says.`, claims: [fact.id] }];
    return [
      {
        about: "status",
        says: `${what} is ${status}: the same origin later said ${saidWords(later.fact)}.`,
        claims: [fact.id, later.fact.id],
      },
    ];
  });
}

function remainderSteps({ row, divided, wholes }: Tally): readonly ExplanationStep[] {
  const { remainder } = row;
  const whole = wholes.find((each) => each.whole === divided);
  if (remainder === null || divided === null || whole === undefined) return [];
  const parts = whole.cuts.flatMap((cut) => cut.parts);
  const left = less(rangeOf(divided), {
    low: rangeOf(divided).low - (remainder.min ?? 0),
    high: rangeOf(divided).high - (remainder.max ?? 0),
  });
  const says = `${inWords(left)} of ${inWords(rangeOf(divided))} remain (${remainder.nature}): its parts as said are ${parts.map((part) => saidWords(part)).join(", ")}.`;
  return [{ about: "remainder", says, claims: [divided.id, ...parts.map(({ id }) => id)] }];
}

function impliedSteps({ wholes, points }: Tally): readonly ExplanationStep[] {
  const { steps, impossible } = impliedOf(wholes, points);
  const told = steps.map(({ on, range, because, claims }): ExplanationStep => ({
    about: "implied",
    says: `${because} That leaves ${inWords(range)}.`,
    claims: [on, ...claims],
  }));
  return impossible === null
    ? told
    : [...told, { about: "implied", says: "No value of it agrees with all that is said.", claims: [impossible] }];
}
