/** Plain events and conditions: a verb of the list in a sentence that says when or where. */
import type { Found } from "../found.ts";
import { found } from "../found.ts";
import type { Page, View } from "./page.ts";
import { phrasesIn } from "./patterns.ts";
import { sceneOf } from "./scene.ts";
import type { Utterance } from "./utterances.ts";
import { parts, spanOf } from "./stretch.ts";

/** The clause around a verb: back and forth to a mark that parts clauses, never into the words that report. */
function clauseAround(page: Page, view: View, utterances: readonly Utterance[], at: number): { first: number; last: number } {
  const { tokens } = page.analysis;
  const framed = (index: number): boolean =>
    utterances.some(({ frame }) => frame.some(({ first, last }) => first <= index && index < last));
  let first = at;
  let last = at + 1;
  while (first > view.sentence.first && !parts(tokens, first - 1) && !framed(first - 1)) first -= 1;
  while (last < view.sentence.last && !parts(tokens, last) && !framed(last)) last += 1;
  while (last > at + 1 && /^[.!?…]$/u.test(tokens[last - 1]?.text ?? "")) last -= 1;
  if (tokens[first]?.lower === "что" || tokens[first]?.lower === "и") first += 1;
  return { first, last };
}

/** Events of a sentence whose verb no figure has counted. */
export function happeningsIn(page: Page, view: View, utterances: readonly Utterance[], counted: readonly Found[]): readonly Found[] {
  const { tongue, analysis } = page;
  const { sentence } = view;
  const seen = new Set<string>();
  return phrasesIn(tongue.events, analysis.tokens, sentence.first, sentence.last).flatMap(({ first, last, value }): Found[] => {
    const span = spanOf(analysis, first, last);
    const already = counted.some((figure) => figure.start < span.end && span.start < figure.end) || seen.has(value.type);
    if (already || view.amounts.some((amount) => Math.abs(amount.last - first) <= 3 || Math.abs(last - amount.first) <= 1)) return [];
    const clause = clauseAround(page, view, utterances, first);
    const scene = sceneOf(page, view, utterances, first, last, false);
    if (scene.when === null && scene.where.length === 0) return [];
    const negated =
      analysis.tokens[first - 1]?.lower === "не" ||
      /м[ае](?:ды|ді)$/u.test(analysis.tokens[last - 1]?.lower ?? "") ||
      analysis.tokens[last]?.lower === "жоқ";
    if (negated && value.kind !== "condition") return [];
    seen.add(value.type);
    return [
      found({
        rule: `${tongue.language}.${value.kind ?? "event"}.${value.type}`,
        kind: value.kind ?? "event",
        sentence: view.at,
        ...spanOf(analysis, clause.first, clause.last),
        anchor: span,
        event: value.type,
        where: scene.where,
        when: scene.when,
        whenText: scene.whenText,
        whenKind: scene.when === null ? null : "occurred",
      }),
    ];
  });
}
