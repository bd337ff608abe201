/**
 * A number that reports give in one origin's name for different things: another unit, or another population, place or time. Where one report gives the
 * number for both, the origin may have said both.
 */
import type { Finding, NumberCheck, Said } from "./check.ts";
import { hopsOf } from "./days.ts";
import type { Alike } from "./same-number.ts";
import { alikes, claimsIn, countedIn, differenceBetween, numberOf } from "./same-number.ts";

/** The members of one origin, those nearest to it first. */
function of(origin: string, group: Alike): readonly Said[] {
  return group.filter((each) => each.origin === origin).sort((a, b) => hopsOf(a.fact, origin) - hopsOf(b.fact, origin));
}

function changes(rule: string, kind: "unit" | "scope"): NumberCheck {
  return {
    rule,
    find(said) {
      const groups = alikes(said);
      const findings: Finding[] = [];
      groups.forEach((a, index) => {
        for (const b of groups.slice(index + 1)) {
          if (differenceBetween(a, b) !== kind) continue;
          for (const origin of new Set(a.map((each) => each.origin))) {
            const [left, right] = [of(origin, a), of(origin, b)];
            const sources = new Set(left.map(({ fact }) => fact.source));
            if (right.length === 0 || right.some(({ fact }) => sources.has(fact.source))) continue;
            const message = `${numberOf(a)} is given in the name of ${origin} as ${countedIn(a)} and as ${countedIn(b)}.`;
            findings.push({ rule, claims: claimsIn([left, right]), message });
          }
        }
      });
      return findings;
    },
  };
}

export const relayChangesUnit: NumberCheck = changes("relay-changes-unit", "unit");
export const relayChangesScope: NumberCheck = changes("relay-changes-scope", "scope");
