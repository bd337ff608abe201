/** Figures of nought: "никто не погиб", "жертв нет", "қаза тапқандар жоқ". */
import { exactly } from "../../model/figure.ts";
import type { Unit } from "../../model/words.ts";
import type { Found } from "../found.ts";
import { found } from "../found.ts";
import type { Page, View } from "./page.ts";
import { phraseAt, phrasesIn } from "./patterns.ts";
import { sceneOf } from "./scene.ts";
import type { Utterance } from "./utterances.ts";
import { spanOf } from "./stretch.ts";

interface Nought {
  readonly first: number;
  readonly last: number;
  readonly unit: Unit;
  readonly rule: string;
}

const REACH = 4;
const PEOPLE: ReadonlySet<Unit> = new Set(["dead", "bodies", "injured", "victims", "detained", "remanded", "missing", "hospitalised"]);

/** "Никто не погиб", "ешкім зардап шеккен жоқ": nobody and what did not happen. */
function nobody({ tongue, analysis }: Page, view: View): readonly Nought[] {
  const { tokens } = analysis;
  const { sentence } = view;
  return phrasesIn(tongue.none, tokens, sentence.first, sentence.last).flatMap((none): Nought[] => {
    const from = Math.max(sentence.first, none.first - REACH);
    const to = Math.min(sentence.last, none.last + REACH + 1);
    const hit = phrasesIn(tongue.units, tokens, from, to).find(({ value }) => PEOPLE.has(value.unit));
    if (hit === undefined) return [];
    const negated =
      tokens.slice(from, to).some(({ lower }) => /^(?:не|нет|жоқ)$/u.test(lower)) ||
      /м[ае](?:ды|ді|ған|ген)$/u.test(tokens[hit.last - 1]?.lower ?? "");
    return negated
      ? [{ first: Math.min(none.first, hit.first), last: Math.max(none.last, hit.last), unit: hit.value.unit, rule: "nobody" }]
      : [];
  });
}

/** "Жертв нет", "обошлось без жертв", "қаза тапқандар жоқ": a noun of those harmed beside a word of absence. */
function none({ tongue, analysis }: Page, view: View): readonly Nought[] {
  const { tokens } = analysis;
  const { sentence, amounts } = view;
  return phrasesIn(tongue.nouns, tokens, sentence.first, sentence.last).flatMap(({ first, last, value }): Nought[] => {
    if (value.unit === undefined || !PEOPLE.has(value.unit) || amounts.some((amount) => amount.first <= first && first <= amount.last + 2))
      return [];
    const [from, to] =
      tongue.language === "kk"
        ? [last, Math.min(sentence.last, last + 2)]
        : [Math.max(sentence.first, first - 3), Math.min(sentence.last, last + REACH)];
    for (let at = from; at < to; at += 1) {
      const hit = phraseAt(tongue.speech.nothing, tokens, at, sentence.last);
      if (hit === null) continue;
      const word = tokens[at]?.lower ?? "";
      const without = word === "без" && at !== first - 1;
      const clear = tokens.slice(Math.min(last, hit.first), Math.max(first, hit.last)).every(({ tag }) => tag === "X");
      // "нет данных о погибших": something else is absent.
      const other = tongue.language === "ru" && /^(?:о|об|среди|из|о|про|числе|от)$/u.test(tokens[first - 1]?.lower ?? "");
      if (without || !clear || other || /^(?:ы|ов|ых|их)$/u.test(word)) return [];
      return [{ first: Math.min(first, hit.first), last: Math.max(last, hit.last), unit: value.unit, rule: "none" }];
    }
    return [];
  });
}

/** Figures of nought in a sentence. */
export function noughtsIn(page: Page, view: View, utterances: readonly Utterance[]): readonly Found[] {
  const found_ = nobody(page, view);
  const all = [...found_, ...none(page, view).filter((each) => !found_.some(({ first, last }) => each.first < last && first < each.last))];
  return all.map(({ first, last, unit, rule }) => {
    const scene = sceneOf(page, view, utterances, first, last, true);
    return found({
      rule: `${page.tongue.language}.figure.${rule}`,
      kind: "figure",
      sentence: view.at,
      ...spanOf(page.analysis, first, last),
      anchor: spanOf(page.analysis, first, last),
      event: unit === "dead" ? "death" : unit === "injured" ? "injury" : null,
      figure: { ...exactly(0), unit, counted: null, of: [], accrual: null, partKind: null, per: null },
      where: scene.where,
      when: scene.when,
      whenText: scene.whenText,
      whenKind: scene.when === null ? null : "occurred",
      asOf: scene.asOf,
    });
  });
}
