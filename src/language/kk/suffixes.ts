/**
 * Kazakh case suffixes, attached by the sound laws of the standard grammar: vowel harmony and the class of the last sound.
 * Loans whose last vowel is и or у, or that end in a voiced stop, take either set, so both are made.
 */

type Harmony = "back" | "front";

const BACK = new Set("аоұыяюё");
const FRONT = new Set("әөүіеэ");
const VOWELS = new Set("аәеёоөұүыіэюяиу");

interface Endings {
  readonly genitive: string;
  readonly accusative: string;
  readonly hard: boolean;
  readonly ablative: string;
  readonly instrumental: string;
}

const AFTER_VOWEL: Endings = { genitive: "н", accusative: "н", hard: false, ablative: "д", instrumental: "м" };
const AFTER_NASAL: Endings = { genitive: "н", accusative: "д", hard: false, ablative: "н", instrumental: "м" };
const AFTER_LIQUID: Endings = { genitive: "д", accusative: "д", hard: false, ablative: "д", instrumental: "м" };
const AFTER_VOICED: Endings = { genitive: "д", accusative: "д", hard: false, ablative: "д", instrumental: "б" };
const AFTER_VOICELESS: Endings = { genitive: "т", accusative: "т", hard: true, ablative: "т", instrumental: "п" };

/** Sets of endings that the last sound allows. */
function endingsAfter(sound: string): readonly Endings[] {
  if ("аәеёоөұүыіэюяи".includes(sound)) return [AFTER_VOWEL];
  if (sound === "у") return [AFTER_LIQUID, AFTER_VOWEL];
  if ("мнң".includes(sound)) return [AFTER_NASAL];
  if ("рлй".includes(sound)) return [AFTER_LIQUID];
  if ("зж".includes(sound)) return [AFTER_VOICED];
  if ("бвгғд".includes(sound)) return [AFTER_VOICELESS, AFTER_VOICED];
  return [AFTER_VOICELESS];
}

// Surnames in -ев and -ин follow the vowel before as often as their own: "Шалабаевтың".
const EITHER = /[еи][вн]а?$/u;

/** Harmony by the last vowel that decides it; both when none does. */
export function harmonyOf(word: string): readonly Harmony[] {
  if (EITHER.test(word)) return ["back", "front"];
  for (let at = word.length - 1; at >= 0; at -= 1) {
    const letter = word[at] ?? "";
    if (BACK.has(letter)) return ["back"];
    if (FRONT.has(letter)) return ["front"];
    if (VOWELS.has(letter)) return ["back", "front"];
  }
  return ["back", "front"];
}

function attached({ genitive, accusative, hard, ablative, instrumental }: Endings, harmony: Harmony): readonly string[] {
  const [y, a] = harmony === "back" ? ["ы", "а"] : ["і", "е"];
  const dative = harmony === "back" ? (hard ? "қ" : "ғ") : hard ? "к" : "г";
  const locative = hard ? "т" : "д";
  const relative = harmony === "back" ? "ғы" : "гі";
  return [
    `${genitive}${y}ң`,
    `${dative}${a}`,
    `${accusative}${y}`,
    `${locative}${a}`,
    `${ablative}${a}н`,
    `${instrumental}ен`,
    `${locative}${a}${relative}`,
  ];
}

/** Case suffixes after a third-person possessive (қаласы -> қаласының, қаласына, қаласында…). */
function afterPossessive(harmony: Harmony): readonly string[] {
  return harmony === "back" ? ["ның", "на", "н", "нда", "нан", "мен", "ндағы"] : ["нің", "не", "н", "нде", "нен", "мен", "ндегі"];
}

/**
 * Every case form of a lower-cased name, the nominative among them. In a name of several words only the last changes, and when it ends
 * in ы or і it is taken as a possessive too ("Алматы облысы"). An abbreviation in capitals takes its suffix after a hyphen ("БҚО-да").
 */
export function suffixed(name: string, abbreviation = false): ReadonlySet<string> {
  const forms = new Set([name]);
  const last = name.at(-1) ?? "";
  const sounds = last === "ь" ? (name.at(-2) ?? "") : last;
  const joint = abbreviation ? "-" : "";
  const harmonies: readonly Harmony[] = abbreviation ? ["back", "front"] : harmonyOf(name);
  for (const harmony of harmonies) {
    const sets = abbreviation ? [AFTER_VOWEL, AFTER_LIQUID, AFTER_VOICELESS, AFTER_NASAL] : endingsAfter(sounds);
    for (const set of sets) for (const suffix of attached(set, harmony)) forms.add(name + joint + suffix);
    if (name.includes(" ") && /[ыі]$/u.test(name)) for (const suffix of afterPossessive(harmony)) forms.add(name + suffix);
  }
  return forms;
}
