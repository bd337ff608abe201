/**
 * The consonants of a word, in one alphabet for English, Russian and Kazakh: "Oleg Chernykh" and "Олег Черных" come out alike, and so do the cases of
 * a Russian or Kazakh name. It lines texts up; that two names are of one person it says only of texts that
 * are one for other reasons.
 */

const LATIN: Readonly<Record<string, string>> = {
  ...{
    б: "b",
    в: "v",
    г: "g",
    ғ: "g",
    д: "d",
    ж: "j",
    з: "z",
    к: "k",
    қ: "k",
    л: "l",
    м: "m",
    н: "n",
    ң: "n",
    п: "p",
    р: "r",
    с: "s",
    т: "t",
  },
  ...{ ф: "f", х: "k", һ: "", ц: "s", ч: "c", ш: "x", щ: "x" },
};

/** Pairs of letters that stand for one sound, before single ones. */
const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh/g, "x"],
  [/tch|ch/g, "c"],
  [/zh|dzh|dj/g, "j"],
  [/gh/g, "g"],
  [/kh|ck/g, "k"],
  [/ts|tz/g, "s"],
  [/ph/g, "f"],
  [/дж/g, "j"],
];

const SINGLE: Readonly<Record<string, string>> = { q: "k", w: "v", x: "ks", c: "k" };

const skeletons = new Map<string, string>();
const MOST = 20_000;

/** Consonants of the folded word, each run of one of them once; empty when there are none. */
export function skeletonOf(word: string): string {
  const known = skeletons.get(word);
  if (known !== undefined) return known;
  const skeleton = made(word.toLowerCase());
  if (skeletons.size >= MOST) skeletons.clear();
  skeletons.set(word, skeleton);
  return skeleton;
}

function made(word: string): string {
  let latin = word.normalize("NFD").replace(/\p{M}/gu, "");
  // Single letters first for "c" and "x", whose letters stand for other sounds afterwards.
  latin = latin.replace(/c(?!h|k)|[qw]|x/g, (letter) => SINGLE[letter] ?? letter);
  for (const [pair, sound] of PAIRS) latin = latin.replace(pair, sound);
  let skeleton = "";
  for (const letter of latin) {
    const sound = letter < "{" ? (/[bcdfgjklmnprstvxz]/.test(letter) ? letter : "") : (LATIN[letter] ?? "");
    if (sound !== "" && !skeleton.endsWith(sound)) skeleton += sound;
  }
  return skeleton;
}

/** True when two names of persons may be one in two alphabets: the consonants of their last words agree, and those of a first name or its initial. */
export function mayBeOne(a: string, b: string): boolean {
  const [left, right] = [a, b].map((name) => name.split(/\s+/u).filter((word) => /^\p{Lu}/u.test(word)));
  const last = (words: readonly string[] | undefined): string => skeletonOf(words?.at(-1) ?? "");
  if (last(left).length < 2 || last(left) !== last(right)) return false;
  const [first, other] = [skeletonOf(left?.at(-2) ?? ""), skeletonOf(right?.at(-2) ?? "")];
  return first.startsWith(other) || other.startsWith(first);
}
