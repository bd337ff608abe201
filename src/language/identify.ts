/**
 * Which language a text is in, stretch by stretch. English, Russian and Kazakh are read here and must be right; other
 * languages are named where they can be told and "und" where not, so that nobody takes an unread text for a read one.
 * Method: script, then letters that an alphabet lacks, function words and endings (docs/decisions/0004-language-identification.md).
 */
import type { LanguageSpan } from "../model/source.ts";
import table from "./identify.json" with { type: "json" };

/** The language of a whole text, null when it cannot be told, and its stretches. */
export interface Languages {
  /** BCP 47 primary subtag of the language that most of the letters are in. */
  readonly language: string | null;
  /** Cover the text from 0 to its length without gaps; neighbours differ. Empty for an empty text. */
  readonly passages: readonly LanguageSpan[];
}

type Script = "Latin" | "Cyrillic" | "other";

const UNKNOWN = "und";
/** The languages that readers read: a text is only said to be in one of them on good evidence. */
const READ = new Set(["en", "ru", "kk"]);

/** Scripts that name their language well enough for a text that no reader reads. */
const OTHER_SCRIPTS: readonly (readonly [language: string, pattern: RegExp])[] = [
  ["ja", /[\u3040-\u30ff]/g],
  ["ko", /[\uac00-\ud7af\u1100-\u11ff]/g],
  ["zh", /[\u4e00-\u9fff\u3400-\u4dbf]/g],
  ["ar", /[\u0600-\u06ff\u0750-\u077f]/g],
  ["he", /[\u0590-\u05ff]/g],
  ["el", /[\u0370-\u03ff\u1f00-\u1fff]/g],
  ["hy", /[\u0530-\u058f]/g],
  ["ka", /[\u10a0-\u10ff\u1c90-\u1cbf]/g],
  ["hi", /[\u0900-\u097f]/g],
  ["bn", /[\u0980-\u09ff]/g],
  ["ta", /[\u0b80-\u0bff]/g],
  ["th", /[\u0e00-\u0e7f]/g],
  ["am", /[\u1200-\u137f]/g],
];
const PERSIAN = /[پچژگیک]/g;
/** Letters of Urdu, Uyghur and Kazakh in Arabic script: a reader for the Cyrillic alphabet would find nothing in it. */
const NOT_ARABIC = /[ٹڈڑےںۇۆۈۋەېۅۉٴ]/g;

const WORD = 1; // a function word that one language has; shared ones are worth their share
const ENDING = 0.4;
const FOREIGN_LETTER = 1; // a word with a letter that the alphabet lacks
const OWN_LETTER = 0.5; // a word with letters that few alphabets have together, shared among those
const FEW_ALPHABETS = 5;
const NAME_SHARE = 0.25; // of both for a capitalised word

interface Profile {
  readonly languages: readonly string[];
  /** Word to what it is worth for each language. */
  readonly words: ReadonlyMap<string, readonly (readonly [index: number, worth: number])[]>;
  readonly endings: ReadonlyMap<string, readonly (readonly [index: number, worth: number])[]>;
  /** Code unit to the bit set of languages that write it (so at most 32 a script); a letter that is not here is in no alphabet. */
  readonly letters: ReadonlyMap<number, number>;
  readonly longestEnding: number;
}

function worths(lists: readonly (readonly string[])[], full: number): ReadonlyMap<string, readonly (readonly [number, number])[]> {
  const owners = new Map<string, number[]>();
  lists.forEach((list, index) => {
    for (const entry of new Set(list)) owners.set(entry, [...(owners.get(entry) ?? []), index]);
  });
  return new Map(
    [...owners].map(([entry, indexes]) => [entry, indexes.map((index) => [index, full / Math.sqrt(indexes.length)] as const)]),
  );
}

const split = (list: string): readonly string[] => (list === "" ? [] : list.split(" "));

function profileOf(script: Script): Profile {
  const rows = table.filter((row) => row.script === script);
  const letters = new Map<number, number>();
  rows.forEach(({ letters: own }, index) => {
    for (const letter of own) letters.set(letter.charCodeAt(0), (letters.get(letter.charCodeAt(0)) ?? 0) | (1 << index));
  });
  return {
    languages: rows.map((row) => row.language),
    words: worths(
      rows.map((row) => split(row.words)),
      WORD,
    ),
    endings: worths(
      rows.map((row) => split(row.endings)),
      ENDING,
    ),
    letters,
    longestEnding: Math.max(...rows.flatMap((row) => split(row.endings).map((ending) => ending.length))),
  };
}

const profiles = { Latin: profileOf("Latin"), Cyrillic: profileOf("Cyrillic") } as const;

/** What one line, or several taken together, says about its language. */
interface Evidence {
  readonly script: Script;
  /** Per language of the script's profile. */
  readonly scores: Float64Array;
  readonly words: number;
  /** Letters; a stretch's weight in the whole. */
  readonly letters: number;
  /** Only for other scripts. */
  readonly language: string;
}

/** What a code unit is, as a sum of these. */
const LATIN = 1;
const CYRILLIC = 2;
const LETTER = 4;

/** Classes of the code units below, which are nearly all; looking one up costs less than matching a pattern. */
const classes = Uint8Array.from({ length: 0x600 }, (_, code) => classOf(String.fromCharCode(code)));

function classOf(character: string): number {
  const latin = /[A-Za-z\u00c0-\u024f\u1e00-\u1eff]/.test(character) ? LATIN : 0;
  const cyrillic = /[\u0400-\u052f]/.test(character) ? CYRILLIC : 0;
  return latin | cyrillic | (/\p{L}/u.test(character) ? LETTER : 0);
}

interface Counts {
  readonly latin: number;
  readonly cyrillic: number;
  /** Letters of any script. */
  readonly letters: number;
}

function countLetters(text: string): Counts {
  let latin = 0;
  let cyrillic = 0;
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // General punctuation, the dashes and quotation marks of every text, holds no letter up to its superscripts.
    if (code >= 0x2000 && code < 0x2070) continue;
    let kind = classes[code];
    if (kind === undefined) {
      const point = text.codePointAt(at) as number;
      if (point > 0xffff) at += 1;
      kind = classOf(String.fromCodePoint(point));
    }
    latin += kind & LATIN;
    cyrillic += (kind & CYRILLIC) >> 1;
    letters += kind >> 2;
  }
  return { latin, cyrillic, letters };
}

const WORDS = /\p{L}[\p{L}\p{M}'’ʻ‘ʼ`]*/gu;

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function otherScript(line: string): { readonly language: string; readonly count: number } {
  let best = { language: UNKNOWN, count: 0 };
  for (const [language, pattern] of OTHER_SCRIPTS) {
    const count = countOf(line, pattern);
    // Japanese mixes its syllables with Chinese characters: a few of them settle it.
    if (language === "ja" && count > 0) return { language, count: count + countOf(line, /[\u4e00-\u9fff]/g) };
    if (count > best.count) best = { language, count };
  }
  if (best.language !== "ar") return best;
  if (countOf(line, NOT_ARABIC) * 40 > best.count) return { ...best, language: UNKNOWN };
  return countOf(line, PERSIAN) * 40 > best.count ? { ...best, language: "fa" } : best;
}

const FIRST_ALPHABETIC = 0x80;

function bitCount(set: number): number {
  let count = 0;
  for (let left = set; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** What a word is worth, language by language, in the order in which it is added up. */
type Worth = readonly (readonly [index: number, worth: number])[];

const scored = new Map<Profile, Map<string, Worth>>();
/** Words kept for each profile; with more the table starts again. */
const MOST_WORDS = 20_000;

function scoreWord(word: string, profile: Profile, scores: Float64Array): void {
  let known = scored.get(profile);
  if (known === undefined) scored.set(profile, (known = new Map<string, Worth>()));
  let worth = known.get(word);
  if (worth === undefined) {
    worth = worthOf(word, profile);
    if (known.size >= MOST_WORDS) known.clear();
    // A slice would keep the whole document alive behind it.
    known.set([...word].join(""), worth);
  }
  for (const [index, value] of worth) scores[index] = (scores[index] ?? 0) + value;
}

function worthOf(word: string, profile: Profile): Worth {
  const lower = word.toLowerCase().replace(/[’ʻ‘ʼ`]/g, "'");
  const worth: (readonly [index: number, worth: number])[] = [...(profile.words.get(lower) ?? [])];
  for (let length = 1; length <= profile.longestEnding && length + 2 <= lower.length; length += 1) {
    for (const [index, full] of profile.endings.get(lower.slice(-length)) ?? []) worth.push([index, full * (length > 2 ? 1 : 0.5)]);
  }
  let writers = -1;
  let plain = true;
  for (let at = 0; at < lower.length; at += 1) {
    const code = lower.charCodeAt(at);
    if (code < FIRST_ALPHABETIC) continue;
    plain = false;
    writers &= profile.letters.get(code) ?? 0;
  }
  if (plain) return worth;
  // Names travel: a capitalised word counts less, for and against.
  const part = word.startsWith(lower.charAt(0)) ? 1 : NAME_SHARE;
  const owners = bitCount(writers);
  const gain = owners === 0 || owners > FEW_ALPHABETS ? 0 : (OWN_LETTER / Math.sqrt(owners)) * part;
  const loss = FOREIGN_LETTER * part;
  for (let index = 0; index < profile.languages.length; index += 1) worth.push([index, (writers & (1 << index)) === 0 ? -loss : gain]);
  return worth;
}

/** Words of a line that are weighed: a paragraph is in one language, and its first words tell. */
const ENOUGH_WORDS = 40;

const nothing = new Float64Array(0);

function weigh(line: string): Evidence | null {
  const { latin, cyrillic, letters: all } = countLetters(line);
  const letters = latin + cyrillic;
  if (all === 0) return null;
  if (all > letters * 2) {
    const other = otherScript(line);
    return { script: "other", scores: nothing, words: Math.ceil(other.count / 2), letters: other.count, language: other.language };
  }
  const script: Script = cyrillic > latin ? "Cyrillic" : "Latin";
  const profile = profiles[script];
  const scores = new Float64Array(profile.languages.length);
  const own =
    script === "Cyrillic"
      ? (code: number) => code >= 0x400 && code < 0x530
      : (code: number) => code < 0x250 || (code >= 0x1e00 && code < 0x1f00);
  let words = 0;
  WORDS.lastIndex = 0;
  for (let match = WORDS.exec(line); match !== null && words < ENOUGH_WORDS; match = WORDS.exec(line)) {
    const [word] = match;
    // Words of the other script inside the line are names and quotations: they say nothing about it.
    if (!own(word.charCodeAt(0))) continue;
    words += 1;
    scoreWord(word, profile, scores);
  }
  return { script, scores, words, letters: all, language: UNKNOWN };
}

function together(parts: readonly Evidence[]): Evidence | null {
  const [first] = parts;
  if (first === undefined) return null;
  const scores = Float64Array.from(first.scores);
  for (const part of parts.slice(1)) part.scores.forEach((score, index) => (scores[index] = (scores[index] ?? 0) + score));
  const sum = (of: (part: Evidence) => number): number => parts.reduce((total, part) => total + of(part), 0);
  return { ...first, scores, words: sum((part) => part.words), letters: sum((part) => part.letters) };
}

interface Verdict {
  readonly language: string;
  /** False when the words are too few or two languages are too close: the line then goes with its neighbours. */
  readonly sure: boolean;
}

// Measured on running text and on short interface phrases, see the decision page.
const MIN_WORDS = 4;
const MIN_LEAD = 0.8; // best over second, in function words
const MIN_RATE = { Latin: 0.14, Cyrillic: 0.06 } as const; // best for each word: more languages that the table lacks write in Latin
const NEAR = { Latin: 0.5, Cyrillic: 0.4 } as const; // behind the best by so little is no difference
const FEW = 8; // words up to which a text with hardly any evidence is taken for the script's main language
const MAIN = { Latin: "en", Cyrillic: "ru" } as const;

function verdict(evidence: Evidence): Verdict {
  if (evidence.script === "other") return { language: evidence.language, sure: true };
  const { languages } = profiles[evidence.script];
  let best = 0;
  let second = -1;
  evidence.scores.forEach((score, index) => {
    if (index === 0) return;
    if (score > (evidence.scores[best] ?? 0)) {
      second = best;
      best = index;
    } else if (second < 0 || score > (evidence.scores[second] ?? 0)) second = index;
  });
  const top = evidence.scores[best] ?? 0;
  const lead = top - (evidence.scores[second] ?? 0);
  const rate = evidence.words === 0 ? 0 : top / evidence.words;
  const language = languages[best] ?? UNKNOWN;
  const sure = evidence.words >= MIN_WORDS && lead >= MIN_LEAD && rate >= MIN_RATE[evidence.script];
  if (sure) return { language, sure };
  const main = MAIN[evidence.script];
  const mainScore = evidence.scores[languages.indexOf(main)] ?? 0;
  if (evidence.words <= FEW && mainScore >= 0 && top - mainScore < NEAR[evidence.script]) return { language: main, sure: false };
  if (rate >= MIN_RATE[evidence.script]) return { language, sure: false };
  return { language: READ.has(language) || top <= 0 ? UNKNOWN : language, sure: false };
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly evidence: Evidence | null;
  language: string | null;
}

/** A book is judged in pieces of some lines each: a million lines of one letter are not a million questions. */
const MAX_LINES = 20_000;

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  const atLeast = Math.floor(text.length / MAX_LINES);
  let start = 0;
  while (start < text.length) {
    const feed = text.indexOf("\n", start + atLeast);
    const end = feed < 0 ? text.length : feed + 1;
    lines.push({ start, end, evidence: weigh(text.slice(start, end)), language: null });
    start = end;
  }
  return lines;
}

/** Unsure lines next to each other speak together: a wrapped paragraph of short lines is one piece of evidence. */
function settleRuns(lines: readonly Line[]): void {
  let run: Line[] = [];
  const settle = (): void => {
    const evidence = together(run.flatMap((line) => (line.evidence === null ? [] : [line.evidence])));
    const found = evidence === null ? null : verdict(evidence);
    if (found?.sure === true) for (const line of run) line.language = found.language;
    run = [];
  };
  for (const line of lines) {
    if (line.evidence === null) continue;
    if (line.language !== null || (run[0]?.evidence !== undefined && run[0].evidence?.script !== line.evidence.script)) settle();
    if (line.language === null) run.push(line);
  }
  settle();
}

/** What is still unsure goes with the next sure line of its script (a heading with its text), else with the one before, else by all of them together. */
function settleRest(lines: readonly Line[]): void {
  const sure = lines.map((line) => line.language);
  for (const script of ["Latin", "Cyrillic"] as const) {
    const open = lines.filter((line) => line.language === null && line.evidence?.script === script);
    if (open.length === 0) continue;
    const after: (string | null)[] = [];
    let next: string | null = null;
    for (let at = lines.length - 1; at >= 0; at -= 1) {
      if (lines[at]?.evidence?.script === script) next = sure[at] ?? next;
      after[at] = next;
    }
    const joint = together(open.flatMap((line) => (line.evidence === null ? [] : [line.evidence])));
    const alone = joint === null ? UNKNOWN : verdict(joint).language;
    let before: string | null = null;
    lines.forEach((line, at) => {
      if (line.evidence?.script !== script) return;
      if (line.language === null) line.language = after[at] ?? before ?? alone;
      else before = sure[at] ?? before;
    });
  }
}

/**
 * The languages of `text`: of the whole (by letters) and of each paragraph-like stretch. A line is judged alone when it has
 * enough words; shorter ones and those between two languages go with their neighbours; lines without letters go with the line before.
 * Never throws; linear in the length of the text.
 */
export function identifyLanguages(text: string): Languages {
  const lines = linesOf(text);
  for (const line of lines) {
    const found = line.evidence === null ? null : verdict(line.evidence);
    if (found?.sure === true) line.language = found.language;
  }
  settleRuns(lines);
  settleRest(lines);
  const weight = new Map<string, number>();
  const passages: LanguageSpan[] = [];
  const first = lines.find((line) => line.language !== null)?.language ?? UNKNOWN;
  for (const line of lines) {
    const language: string = line.language ?? passages.at(-1)?.language ?? first;
    if (line.evidence !== null) weight.set(language, (weight.get(language) ?? 0) + line.evidence.letters);
    const last = passages.at(-1);
    if (last?.language === language) passages[passages.length - 1] = { ...last, end: line.end };
    else passages.push({ start: line.start, end: line.end, language });
  }
  const [main] = [...weight].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return { language: main === undefined || main[0] === UNKNOWN ? null : main[0], passages };
}
