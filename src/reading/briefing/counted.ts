/** What a number counts: the nouns beside it and the words of the sentence that say what happened to those counted. */
import type { Participant } from "../../model/claim.ts";
import type { Of } from "../../model/figure.ts";
import type { Unit } from "../../model/words.ts";
import type { AmountAt } from "./amounts.ts";
import type { Page, View } from "./page.ts";
import type { Hit } from "./patterns.ts";
import { phraseAt, phrasesIn } from "./patterns.ts";
import type { NounSource, UnitSource } from "./tongue.ts";
import { spanOf, wordsOf } from "./stretch.ts";

/** The noun phrase of an amount; `last` is the token after it. */
export interface NounChain {
  readonly nouns: readonly Hit<NounSource>[];
  readonly last: number;
  /** A word in quotation marks: a label of whoever speaks. */
  readonly quoted: { readonly first: number; readonly last: number } | null;
}

const MODIFIERS = 4;
const AND = /^(?:и|мен|және|пен|бен)$/u;
const OPENS = /^[«“"„]$/u;
const CLOSES = /^[»”"“]$/u;

// "В области — 21": things and places head no count of people.
const THINGS: ReadonlySet<Unit> = new Set(["places", "buildings", "vehicles", "weapons", "names", "cases"]);

/** Nouns from `at`: adjectives are stepped over, a second noun in the genitive or after "and" belongs to it. */
export function nounChain({ tongue, analysis }: Page, view: View, at: number): NounChain {
  const { tokens } = analysis;
  const limit = view.sentence.last;
  const nouns: Hit<NounSource>[] = [];
  let quoted: NounChain["quoted"] = null;
  let last = at;
  let skipped = 0;
  for (let next = at; next < limit;) {
    const token = tokens[next];
    if (token === undefined) break;
    const hit = phraseAt(tongue.nouns, tokens, next, limit);
    if (hit !== null) {
      nouns.push(hit);
      next = last = hit.last;
      skipped = 0;
      if (tokens[next]?.text === "." && hit.value.noun === "человек" && next < limit - 1) next = last = next + 1;
      continue;
    }
    if (OPENS.test(token.text)) {
      let close = next + 1;
      while (close < limit && !CLOSES.test(tokens[close]?.text ?? "") && close < next + 6) close += 1;
      if (!CLOSES.test(tokens[close]?.text ?? "")) break;
      quoted = { first: next + 1, last: close };
      next = last = close + 1;
      continue;
    }
    const joined = AND.test(token.lower) && nouns.length > 0 && phraseAt(tongue.nouns, tokens, next + 1, limit) !== null;
    if (!joined && (token.tag !== "X" || skipped >= MODIFIERS || !tongue.isModifier(token.lower))) break;
    skipped += joined ? 0 : 1;
    next += 1;
  }
  // "полицейских автомобилей": before a thing the first word is its adjective.
  const thing = nouns.findIndex(({ value }) => value.unit !== undefined && THINGS.has(value.unit));
  return { nouns: thing > 0 ? nouns.slice(thing) : nouns, last, quoted };
}

/** A word that says what happened, with how far it stands from the amount (smaller is closer). */
export interface Trigger {
  readonly first: number;
  readonly last: number;
  readonly source: UnitSource;
  readonly cost: number;
}

const COST = { mark: 5, joint: 3, amount: 9, other: 1, against: 4 } as const;

/** Words of happening in the sentence, and nouns that carry a unit and belong to no amount ("число погибших достигло…"). */
export function triggersOf({ tongue, analysis }: Page, view: View): readonly Omit<Trigger, "cost">[] {
  const { sentence } = view;
  const verbs = phrasesIn(tongue.units, analysis.tokens, sentence.first, sentence.last);
  const heads = phrasesIn(tongue.nouns, analysis.tokens, sentence.first, sentence.last).filter(
    ({ value }) => value.unit !== undefined && value.weak !== true && !THINGS.has(value.unit),
  );
  return [
    ...verbs.map(({ first, last, value }) => ({ first, last, source: value })),
    ...heads
      .filter(({ first, last }) => !verbs.some((verb) => verb.first < last && first < verb.last))
      .map(({ first, last, value }) => ({ first, last, source: { unit: value.unit ?? "other", says: [] } })),
  ].sort((a, b) => a.first - b.first);
}

/** The triggers that an amount can belong to, nearest first. `own` is the stretch of the amount with its nouns. */
export function rankedTriggers(
  { tongue, analysis }: Page,
  view: View,
  triggers: readonly Omit<Trigger, "cost">[],
  own: { readonly first: number; readonly last: number },
  taken: readonly { readonly first: number; readonly last: number }[],
): readonly Trigger[] {
  const { tokens } = analysis;
  return triggers
    .filter((trigger) => trigger.last <= own.first || trigger.first >= own.last)
    .filter((trigger) => trigger.source.says.length > 0 || !taken.some(({ first, last }) => first <= trigger.first && trigger.last <= last))
    .map((trigger): Trigger => {
      const left = trigger.last <= own.first;
      const [from, to] = left ? [trigger.last, own.first] : [own.last, trigger.first];
      let cost = left && tongue.language === "kk" && trigger.source.says.length > 0 ? COST.against : 0;
      for (let at = from; at < to; at += 1) {
        const token = tokens[at];
        if (token === undefined) continue;
        if (/^[,;:.]$/u.test(token.text)) cost += COST.mark;
        else if (/^(?:и|а|но|ал|және|мен)$/u.test(token.lower)) cost += COST.joint;
        else if (token.tag !== "PUNCT") cost += COST.other;
      }
      cost += COST.amount * view.amounts.filter(({ first, last }) => first >= from && last <= to).length;
      // A noun after the amount's own clause is hardly its head.
      if (!left && trigger.source.says.length === 0) cost += COST.amount;
      return { ...trigger, cost };
    })
    .sort((a, b) => a.cost - b.cost || a.first - b.first);
}

/** The parts of the population that a noun chain names; plain words ("человек") name none. */
export function ofNouns(page: Page, { nouns, quoted }: NounChain): readonly Of[] {
  const said = nouns.flatMap(({ value }): Of[] => {
    if (value.plain === true || (value.unit !== undefined && value.weak !== true)) return [];
    if (value.group === undefined && value.label !== true && value.weak !== true) return [{ group: null, label: value.noun }];
    if (value.unit !== undefined && value.label !== true && value.group === undefined) return [];
    return [{ group: value.group ?? null, label: value.noun }];
  });
  const label = quoted === null ? [] : [{ group: null, label: wordsOf(page.analysis, quoted.first, quoted.last) }];
  return [...said, ...label];
}

/** Words of the voice for those counted, kept as labels: "террористы", «бандиты». */
export function labelled(page: Page, { nouns, quoted }: NounChain): readonly Participant[] {
  const words = nouns.filter(({ value }) => value.label === true).map(({ first, last }) => ({ first, last }));
  return [...words, ...(quoted === null ? [] : [quoted])].map(({ first, last }): Participant => {
    const name = wordsOf(page.analysis, first, last);
    return { role: "patient", name, ...spanOf(page.analysis, first, last), group: null, label: name };
  });
}

/** True for an amount of "one" that nothing shows to be a count. */
export function isIndefinite(page: Page, amount: AmountAt, chain: NounChain, nearestCost: number): boolean {
  if (!amount.one) return false;
  const next = page.analysis.tokens[amount.last];
  if (next !== undefined && /^(?:из|другого|другому|другой|раз)$/u.test(next.lower)) return true;
  const direct = chain.nouns[0]?.first === amount.last && !(chain.nouns[0].value.unit !== undefined && page.tongue.language === "kk");
  return !(direct && nearestCost <= 6) && !(chain.nouns.length === 0 && nearestCost === 0);
}
