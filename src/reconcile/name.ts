/** One name taken apart: what to compare, what it is a name of, which word is the surname. */
import { fold } from "./folding.ts";
import words from "./name-words.json" with { type: "json" };

export type Being = "person" | "organisation" | "group";
export type Script = "Latn" | "Cyrl" | "other";

export interface Name {
  readonly form: string;
  /** Folded words without article, titles, a final possessive and an acronym in brackets. */
  readonly words: readonly string[];
  /** `words` joined: equal keys are one name. */
  readonly key: string;
  /** Folded acronym of "Name Of Body (NOB)"; null when there is none. */
  readonly acronym: string | null;
  readonly script: Script;
  readonly being: Being;
}

const articles = new Set(words.articles);
const titles = new Set(words.titles);
const bodies = new Set(words.organisation.words);
const collectives = new Set(words.organisation.collectives);
const common = new Set(words.common);
const quantities = new Set(words.quantities);
const generic = new Set(words.generic);
const BRACKETED = /^(.*\S)\s*\((\p{Lu}[\p{Lu}\p{N}-]{1,8})\)$/u;
const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}-]{1,8}$/u;

function bareWord(word: string): string {
  return fold(word).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$/gu, "");
}

function isBody(word: string): boolean {
  return bodies.has(word) || words.organisation.stems.some((stem) => word.startsWith(stem));
}

function scriptOf(form: string): Script {
  const latin = /\p{Script=Latin}/u.test(form);
  const cyrillic = /\p{Script=Cyrillic}/u.test(form);
  return latin === cyrillic ? "other" : latin ? "Latn" : "Cyrl";
}

/** Names taken apart before: a case names the same few again and again. With more than these the table starts again. */
const taken = new Map<string, Name>();
const MOST = 5_000;

/** Takes a name apart. `hint` is what the context says it is; a word of the name itself goes before it. */
export function nameOf(form: string, hint: Being | null = null): Name {
  const key = `${hint ?? ""}\t${form}`;
  let name = taken.get(key);
  if (name === undefined) {
    name = takenApart(form, hint);
    if (taken.size >= MOST) taken.clear();
    taken.set(key, name);
  }
  return name;
}

function takenApart(form: string, hint: Being | null): Name {
  const bracketed = BRACKETED.exec(form.trim());
  const said = bracketed?.[1] ?? form.trim();
  const tokens = said.split(/\s+/u).filter((token) => bareWord(token) !== "");
  const being = beingOf(tokens, hint);
  let folded = tokens.map(bareWord);
  if (folded.length > 1 && articles.has(folded[0] ?? "")) folded = folded.slice(1);
  if (being === "person") {
    while (folded.length > 1 && titles.has((folded[0] ?? "").replace(/\.$/, ""))) folded = folded.slice(1);
  }
  folded = folded.map((word, index) => (index === folded.length - 1 && being === "person" ? word.replace(/'s$/, "") : word));
  const acronym = bracketed?.[2] === undefined ? null : fold(bracketed[2]);
  return { form, words: folded, key: folded.join(" "), acronym, script: scriptOf(form), being };
}

function beingOf(tokens: readonly string[], hint: Being | null): Being {
  const said = tokens.filter((token) => !articles.has(bareWord(token)));
  const folded = said.map(bareWord);
  const isCapital = (token: string): boolean => /^[^\p{L}]*\p{Lu}/u.test(token);
  const capitals = said.filter(isCapital);
  if (folded.some(isBody) || (said.length === 1 && ACRONYM.test(said[0] ?? ""))) return "organisation";
  if (capitals.some((token) => collectives.has(bareWord(token)))) return "organisation";
  // "ATMs", "NGOs": several of what the letters stand for.
  if (said.length === 1 && /^\p{Lu}{2,}s$/u.test(said[0] ?? "")) return "group";
  if (capitals.length === 0 || folded.every((word) => common.has(word))) return "group";
  if (hint !== null) return hint;
  // "Residents of Orlen", "Security forces" at the start of a sentence: a person's name has no lower-case words but titles.
  return said.every((token) => isCapital(token) || titles.has(bareWord(token))) ? "person" : "group";
}

/** True for pronouns and words that name nobody in particular ("people", "the dead"). */
export function isGeneric(form: string): boolean {
  const folded = plainWords(form);
  return folded.length === 0 || (folded.length === 1 && generic.has(folded[0] ?? ""));
}

/** True for a number of people and not a name of them: "two children", "about 300 residents", "more than half". */
export function isCount(form: string): boolean {
  const [first = ""] = plainWords(form);
  return quantities.has(first) || /^\p{N}[\p{N}.,\s]*$/u.test(first);
}

function plainWords(form: string): readonly string[] {
  return form
    .split(/\s+/u)
    .map(bareWord)
    .filter((word) => word !== "" && !articles.has(word));
}

/** The surname of a full name: the first word when the last is a patronymic, else the last. Null for a single word. */
export function surnameOf(name: Name): string | null {
  if (name.being !== "person" || name.words.length < 2) return null;
  const last = name.words.at(-1) ?? "";
  const patronymic = words.patronymics.some((ending) => last.length > ending.length + 1 && last.endsWith(ending));
  return (patronymic && name.words.length > 2 ? name.words[0] : last) ?? null;
}

/** True when `short` is `long` with words left out or shortened to initials, and the same surname. */
export function isShorterFormOf(short: Name, long: Name): boolean {
  const surname = surnameOf(short);
  if (surname === null || surname !== surnameOf(long) || short.key === long.key) return false;
  const rest = (name: Name): string[] => {
    const at = name.words.lastIndexOf(surname);
    return name.words.filter((_, index) => index !== at);
  };
  const full = rest(long);
  let from = 0;
  for (const word of rest(short)) {
    const at = full.findIndex((other, index) => index >= from && agrees(word, other));
    if (at === -1) return false;
    from = at + 1;
  }
  return true;
}

function agrees(word: string, full: string): boolean {
  if (word === full) return true;
  const initial = /^(\p{L})\.?$/u.exec(word)?.[1];
  return initial !== undefined && full.startsWith(initial);
}
