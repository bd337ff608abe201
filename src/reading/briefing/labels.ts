/** Labels: what a voice calls people or things, in quotation marks ("назвал их «бандитами»", "«содырлар» деп атады"). */
import type { Found } from "../found.ts";
import { found } from "../found.ts";
import type { Page, View } from "./page.ts";
import { phrasesIn } from "./patterns.ts";
import { spanOf, wordsOf } from "./stretch.ts";

const REACH = 10;

function quotedNear(page: Page, view: View, first: number, last: number): { first: number; last: number } | null {
  const { tokens } = page.analysis;
  const kazakh = page.tongue.language === "kk";
  const [from, to] = kazakh ? [Math.max(view.sentence.first, first - REACH), first] : [last, Math.min(view.sentence.last, last + REACH)];
  for (let at = from; at < to; at += 1) {
    if (!/^[«“"„]$/u.test(tokens[at]?.text ?? "")) continue;
    for (let close = at + 1; close < view.sentence.last; close += 1)
      if (/^[»”"“]$/u.test(tokens[close]?.text ?? "")) return close - at <= 6 ? { first: at + 1, last: close } : null;
  }
  return null;
}

/** Labels of a sentence. */
export function labelsIn(page: Page, view: View): readonly Found[] {
  const { tongue, analysis } = page;
  return phrasesIn(tongue.speech.names, analysis.tokens, view.sentence.first, view.sentence.last).flatMap(({ first, last }): Found[] => {
    const quoted = quotedNear(page, view, first, last);
    if (quoted === null) return [];
    const label = wordsOf(analysis, quoted.first, quoted.last);
    const span = spanOf(analysis, quoted.first, quoted.last);
    return [
      found({
        rule: `${tongue.language}.label.named`,
        kind: "label",
        sentence: view.at,
        ...spanOf(analysis, Math.min(first, quoted.first - 1), Math.max(last, quoted.last + 1)),
        anchor: spanOf(analysis, first, last),
        who: [{ role: "other", name: label, ...span, group: null, label }],
      }),
    ];
  });
}
