/** The other way round of `suffixes.ts`: a Kazakh name without its case suffix. */
import { suffixed } from "./suffixes.ts";

// Longest first; a stem counts only when the suffix is one that the stem would take.
const SUFFIX = /^(.{2,}?)(?:[ндт][ыі]ң|[дт][ае]ғы|[дт][ае]гі|[дтн][ае]н|[мбп]ен|[дт][ае]|[ғқгк][ае]|[дтн][ыі])$/u;

/**
 * The bare name: "Шалабаевтың" -> "Шалабаев". The word itself when nothing can be taken off by the laws of sound, or when it is heard
 * in the document as it is and its stem is not.
 */
export function withoutCase(word: string, heard: (form: string) => boolean): string {
  const stem = SUFFIX.exec(word)?.[1];
  if (stem === undefined || !suffixed(stem.toLowerCase()).has(word.toLowerCase())) return word;
  // -ды, -ні, -да may belong to the name itself; the genitive and the longer suffixes hardly ever do.
  const sure = /[ндт][ыі]ң$|ғы$|гі$|[дтн][ае]н$/u.test(word);
  return sure || heard(stem) ? stem : word;
}
