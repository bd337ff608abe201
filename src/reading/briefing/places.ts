/** Places in a sentence: names of the gazetteer, and names that stand where only a place can stand. */
import { PLACE_WORDS, placeNamed } from "../../language/places.ts";
import type { Analysis, Sentence } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import type { PlaceAt } from "./page.ts";
import { phraseAt } from "./patterns.ts";
import type { Tongue } from "./tongue.ts";
import { wordsOf } from "./stretch.ts";

const LOCATIVE = /(?:[дт][ае]|[дт][ае]ғы|[дт][ае]гі|нда|нде)$/u;
const PRECISE = new Set(["site", "street", "district"]);

/** Words back from a name to its preposition: "в городе Алматы", "на севере Казахстана". */
const REACH = 3;

function isInside(tongue: Tongue, analysis: Analysis, sentence: Sentence, first: number, last: number, precise: boolean): boolean {
  const { tokens } = analysis;
  if (tongue.language === "kk") return LOCATIVE.test(tokenAt(analysis, last - 1).lower) || precise || tokens[last]?.lower === "бойынша";
  for (let at = first - 1; at >= Math.max(sentence.first, first - REACH); at -= 1) {
    if (phraseAt(tongue.scene, tokens, at, first)?.value === "preposition") return true;
    const token = tokenAt(analysis, at);
    if (token.tag === "PUNCT" || token.tag === "NUM") break;
    const coordinated = token.lower === "и";
    if (at < first - 1 && !coordinated && !/(?:е|ах|ях|ом|ем|ой|ей|их|ых|и|у)$/u.test(token.lower)) break;
  }
  return precise;
}

/** "в Жамбылской — 10": the word "области" was said before and is left out. */
function elliptic(tongue: Tongue, analysis: Analysis, at: number): string | null {
  const token = analysis.tokens[at];
  if (tongue.language !== "ru" || token === undefined || !/^\p{Lu}.*ской$/u.test(token.text)) return null;
  const next = analysis.tokens[at + 1];
  const alone = next?.sentence !== token.sentence || next.tag !== "X" || next.lower === "и";
  return alone ? (placeNamed(`${token.text} области`, "ru")?.name ?? null) : null;
}

/** Places of a sentence in order. */
export function placesOf(tongue: Tongue, analysis: Analysis, sentence: Sentence): readonly PlaceAt[] {
  const found: PlaceAt[] = [];
  for (let at = sentence.first; at < sentence.last;) {
    const place = placeAt(tongue, analysis, sentence, at, found.at(-1) ?? null);
    if (place !== null) found.push(place);
    at = place?.last ?? at + 1;
  }
  return found;
}

function placeAt(tongue: Tongue, analysis: Analysis, sentence: Sentence, at: number, before: PlaceAt | null): PlaceAt | null {
  const token = analysis.tokens[at];
  if (token?.tag !== "X") return null;
  for (let words = Math.min(PLACE_WORDS, sentence.last - at); words >= 1; words -= 1) {
    const last = at + words;
    if (analysis.tokens[last - 1]?.tag !== "X") continue;
    const known = placeNamed(wordsOf(analysis, at, last), tongue.language);
    if (known === null) continue;
    const joined = before?.inside === true && before.last === at - 1 && /^(?:и|,|мен|және)$/u.test(analysis.tokens[at - 1]?.lower ?? "");
    const inside = joined || isInside(tongue, analysis, sentence, at, last, PRECISE.has(known.precision));
    return { first: at, last, name: known.name, precision: known.precision, inside };
  }
  const region = elliptic(tongue, analysis, at);
  if (region !== null) return { first: at, last: at + 1, name: region, precision: "region", inside: true };
  const guess = tongue.placeForm(analysis, at, tongue);
  return guess === null || guess.last > sentence.last ? null : { ...guess, inside: true };
}
