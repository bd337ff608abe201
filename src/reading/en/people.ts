/** Nouns that name people: those of the list, and those that their ending gives away ("gravediggers", "archivists"). */
import type { Analysis } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import { remembered } from "../../language/word.ts";
import units from "../lexicons/en/units.json" with { type: "json" };
import { groupWords, peopleWords, unitByNoun } from "./lexicon.ts";
import { lemmaAt } from "./words.ts";

const NOT_PEOPLE: ReadonlySet<string> = new Set(units["not-people"]);
const ENDINGS = /[a-z]{2}(?:er|or|ist|ian|ee|eer|man|woman|men|women|ster)$/;

const byEnding = remembered((lemma) => ENDINGS.test(lemma) && !NOT_PEOPLE.has(lemma) && !unitByNoun.has(lemma));

/** True when the lemma is a word for people. */
export function isPeople(lemma: string): boolean {
  return peopleWords.has(lemma) || groupWords.has(lemma) || byEnding(lemma);
}

/** True when the token is a noun for people. */
export function isPeopleAt(analysis: Analysis, at: number): boolean {
  return /^(?:NOUN|PROPN)$/.test(tokenAt(analysis, at).tag) && isPeople(lemmaAt(analysis, at));
}
