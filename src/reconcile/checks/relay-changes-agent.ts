/** A number that comes back with somebody who did it: those who gave it first named nobody, or somebody else. */
import { digits, rangeOf } from "../amounts.ts";
import { compareFacts } from "../facts.ts";
import { harmed, isElsewhere } from "../measure-difference.ts";
import { ofKey } from "../counted.ts";
import type { Finding, NumberCheck, Said } from "./check.ts";

/** True when the later one may speak of the people of the earlier one. */
function mayBeSame({ fact: a }: Said, { fact: b }: Said): boolean {
  return harmed.has(a.unit) && harmed.has(b.unit) && a.unit === b.unit && ofKey(a.of) === ofKey(b.of) && !isElsewhere(a, b);
}

export const relayChangesAgent: NumberCheck = {
  rule: "relay-changes-agent",
  find(said) {
    const inOrder = [...said].sort((a, b) => compareFacts(a.fact, b.fact));
    const found = new Map<string, { readonly first: Said; readonly later: Said[] }>();
    inOrder.forEach((later, index) => {
      const { agents } = later.fact;
      if (agents.length === 0) return;
      const before = inOrder.slice(0, index).filter((each) => each.fact.source !== later.fact.source && mayBeSame(each, later));
      const [first] = before;
      if (first === undefined || first.fact.agents.some((agent) => agents.includes(agent))) return;
      const key = `${first.fact.id} ${agents.join(", ")}`;
      const same = found.get(key);
      if (same === undefined) found.set(key, { first, later: [later] });
      else same.later.push(later);
    });
    return [...found.values()].map(({ first, later }): Finding => {
      const agents = (later[0]?.fact.agents ?? []).join(", ");
      const origins = [...new Set(later.map(({ origin }) => origin))].join(", ");
      const before = first.fact.agents.length === 0 ? "names nobody who did it" : `names ${first.fact.agents.join(", ")}`;
      return {
        rule: this.rule,
        claims: [first, ...later].map(({ fact }) => fact.id),
        message: `${digits(rangeOf(first.fact).low)}, first given by ${first.origin}, who ${before}, comes back from ${origins} as done by ${agents}.`,
      };
    });
  },
};
