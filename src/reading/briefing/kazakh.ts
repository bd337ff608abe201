/** What only code can tell of Kazakh: case suffixes of names and numbers, and places that the gazetteer does not have. */
import { suffixed } from "../../language/kk/suffixes.ts";
import { withoutCase } from "../../language/kk/strip.ts";
import type { Analysis } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import { phraseAt } from "./patterns.ts";
import type { Grammar, GuessedPlace, PlaceWords } from "./tongue.ts";

// Adjectives have no endings of their own; these are the words that stand between a number and its noun in briefings.
const MODIFIER =
  /(?:лы|лі|ды|ді|ты|ті|дық|дік|тық|тік|лық|лік|дағы|дегі|тағы|тегі|ғы|гі|қан|кен|ған|ген|сыз|сіз)$|^(?:бейбіт|жас|ер|ауыр|жеңіл|басқа|әскери|қарапайым|атыс|ресми|түрлі)$/u;
const OBLIQUE = /(?:[ндт][ыі]ң|[ғқгк][ае]|н[ае]|[дт][ае]|[дтн][ае]н|[мбп]ен|[дтн][ыі])$/u;
const VERBAL = /(?:[дт][ыі]|[дт][ыі]\p{L}{0,2}|[ғқгк][ае]н|[ғқгк][ае]н[ыі]|[ғқгк][ае]н[ыі]н|[аеы]п|іп|[ае]д[ыі]|мек|мақ)$/u;
const FUNCTION = new Set([
  "бар",
  "және",
  "мен",
  "да",
  "де",
  "та",
  "те",
  "ғана",
  "болды",
  "деп",
  "құрайды",
  "құрады",
  "астам",
  "жетті",
  "жуық",
  "бірі",
  "бірдей",
  "қаза",
  "зардап",
  "көз",
]);

const CAPITALISED = /^[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]+(?:-[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]+)*$/u;
const LOCATIVE = /^(.{3,}?)(?:[дт][ае](?:ғы|гі)?)$/u;

function placeForm(analysis: Analysis, at: number, { scene, offices }: PlaceWords): GuessedPlace | null {
  const { tokens } = analysis;
  const token = tokenAt(analysis, at);
  if (!CAPITALISED.test(token.text) || phraseAt(offices, tokens, at, tokens.length) !== null) return null;
  const following = tokens[at + 1]?.sentence === token.sentence ? phraseAt(scene, tokens, at + 1, tokens.length)?.value : undefined;
  if (following !== undefined && following !== "preposition") return { first: at, last: at + 2, name: token.text, precision: following };
  // The first word of a sentence is written large in any case.
  const initial = tokens[at - 1]?.sentence !== token.sentence;
  const stem = LOCATIVE.exec(token.text)?.[1];
  if (initial || stem === undefined || !suffixed(stem.toLowerCase()).has(token.lower)) return null;
  return { first: at, last: at + 1, name: stem, precision: "settlement" };
}

export const kazakh: Grammar = {
  numberForms: (word) => suffixed(word),
  nominative: (words, _oblique, heard) => [...words.slice(0, -1), withoutCase(words.at(-1) ?? "", heard)].join(" "),
  isModifier: (word) => MODIFIER.test(word),
  isCountable: (word) => !VERBAL.test(word) && !FUNCTION.has(word),
  isSubject: (word) =>
    !/(?:[ндт][ыі]ң|[ғқгк][ае]|н[ае]|[дт][ае]|[дтн][ае]н|[мбп]ен|нда|нде)$/u.test(word) ||
    /(?:прокуратура|комендатура|полиция|оппозиция)$/u.test(word),
  isPersonSubject: (word) => !OBLIQUE.test(word) || /(?:ова|ева|ина|кина)$/u.test(word),
  placeForm,
};
