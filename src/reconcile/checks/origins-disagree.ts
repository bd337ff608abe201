/** Two origins that give numbers of one day which cannot both hold. */
import { disjoint } from "../amounts.ts";
import type { SeriesCheck } from "./check.ts";
import { byDay, distinct, inVoices, standing } from "./days.ts";

export const originsDisagree: SeriesCheck = {
  rule: "origins-disagree",
  find(points) {
    return byDay(standing(points)).flatMap(([day, said]) => {
      const others = distinct(said);
      const differ = said.filter((a) => others.some((b) => a.origin !== b.origin && disjoint(a.fact, b.fact)));
      if (differ.length === 0) return [];
      const message = `Numbers of ${day} cannot all hold: ${inVoices(differ)}.`;
      return [{ rule: this.rule, claims: differ.map(({ fact }) => fact.id), message }];
    });
  },
};
