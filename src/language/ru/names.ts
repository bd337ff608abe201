/** Nominatives of Russian names of persons from their oblique forms, by the endings of surnames and first names. */

// Feminine surnames first: in "Асель Артакшиновой" the surname tells the gender.
const FEMININE: readonly (readonly [RegExp, string])[] = [
  [/(ов|ев|ёв|ин|ын)ой$/u, "$1а"],
  [/(ов|ев|ёв|ин|ын)у$/u, "$1а"],
  [/(ск|цк)ой$/u, "$1ая"],
  [/(ск|цк)ую$/u, "$1ая"],
];
const MASCULINE: readonly (readonly [RegExp, string])[] = [
  [/(ов|ев|ёв|ин|ын)(?:а|у|ым|е)$/u, "$1"],
  [/(ск|цк)(?:ого|ому|им|ом)$/u, "$1ий"],
  [/([аеи])(?:я|ю|ем)$/u, "$1й"],
  [/([рлнс])я$/u, "$1ь"],
  [/([бвгджзклмнпрстфхцчшщ])(?:а|у|ом|ем)$/u, "$1"],
];
const FEMININE_FIRST: readonly (readonly [RegExp, string])[] = [
  [/([бвгджзклмнпрстфхцчшщ])ы$/u, "$1а"],
  [/ии$/u, "ия"],
  [/([гкхжшчщ])и$/u, "$1а"],
];

function changed(word: string, rules: readonly (readonly [RegExp, string])[]): string | null {
  const rule = rules.find(([ending]) => ending.test(word));
  return rule === undefined ? null : word.replace(rule[0], rule[1]);
}

const FEMININE_OBLIQUE = /(?:ов|ев|ёв|ин|ын|ск|цк)ой$/u;
const SURNAME_NOMINATIVE = /(?:ов|ев|ёв|ин|ын|ский|цкий|ко|их|ых|ян|швили|дзе|улы|ұлы)$/u;

/**
 * The nominative of a name as far as its endings tell; the words as they are when they tell nothing. "Серова" is a woman in the nominative
 * or a man in the genitive: `oblique` says that what governs the name asks for another case, `heard` that a form stands elsewhere in the document.
 */
export function personNominative(words: readonly string[], oblique: boolean, heard: (form: string) => boolean): string {
  const last = words.at(-1) ?? "";
  const firsts = words.slice(0, -1);
  if (SURNAME_NOMINATIVE.test(last.toLowerCase())) return words.join(" ");
  if (FEMININE_OBLIQUE.test(last)) {
    const surname = changed(last, FEMININE) ?? last;
    return [...firsts.map((word) => changed(word, FEMININE_FIRST) ?? word), surname].join(" ");
  }
  const masculine = changed(last, MASCULINE);
  if (masculine === null || !(oblique || heard(masculine))) return words.join(" ");
  return [...firsts.map((word) => changed(word, MASCULINE) ?? word), masculine].join(" ");
}
