/** A number that is passed on in another's name and is not the number that came from nearer to that origin, of one day. */
import { disjoint, saidWords } from "../amounts.ts";
import type { Finding, SeriesCheck } from "./check.ts";
import { byDay, hopsOf, standing } from "./days.ts";

export const relayChangesValue: SeriesCheck = {
  rule: "relay-changes-value",
  find(points) {
    return byDay(standing(points)).flatMap(([day, said]) =>
      [...Map.groupBy(said, ({ origin }) => origin)].flatMap(([origin, own]): readonly Finding[] => {
        const nearest = Math.min(...own.map(({ fact }) => hopsOf(fact, origin)));
        const near = own.filter(({ fact }) => hopsOf(fact, origin) === nearest);
        const changed = own.filter(
          ({ fact }) => hopsOf(fact, origin) > nearest && !fact.cues.revises && near.every((each) => disjoint(each.fact, fact)),
        );
        return changed.map(({ fact }) => ({
          rule: this.rule,
          claims: [...near.map((each) => each.fact.id), fact.id],
          message: `What ${origin} said of ${day} is passed on as ${saidWords(fact)}; nearer to it, it is ${[...new Set(near.map((each) => saidWords(each.fact)))].join(" or ")}.`,
        }));
      }),
    );
  },
};
