/**
 * Verbs of saying that the tagger takes for nouns, most often after a plain noun: "Residents claim that", "the commission communicates that",
 * "…, the department estimates." What stands left and right of a word tells: its subject agrees with it and is nobody's object.
 */
import type { Tag, Token } from "../token.ts";
import words from "./sayings.json" with { type: "json" };

interface Form {
  readonly lemma: string;
  readonly third: boolean;
  /** Also an everyday noun: more is asked of what stands around it. */
  readonly noun: boolean;
}

function thirdPerson(verb: string): string {
  if (/(?:s|x|z|ch|sh|o)$/.test(verb)) return `${verb}es`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
}

const forms: ReadonlyMap<string, Form> = new Map(
  [...words.verbs.map((lemma) => ({ lemma, noun: false })), ...words["also-nouns"].map((lemma) => ({ lemma, noun: true }))].flatMap(
    ({ lemma, noun }): [string, Form][] => [
      [thirdPerson(lemma), { lemma, third: true, noun }],
      [lemma, { lemma, third: false, noun }],
    ],
  ),
);

/** Nouns that stand before "reports" and "claims" as parts of one noun. */
const COMPOUNDS: ReadonlySet<string> = new Set(words.compounds);
const NAMING: ReadonlySet<Tag> = new Set<Tag>(["NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON"]);
const ENDS: ReadonlySet<string> = new Set([".", "!", "…", ";"]);

/** The lemma of the verb when the noun or adjective at `at` is a verb of saying; else null. `tokens` are those of the document. */
export function sayingAt(tokens: readonly Token[], at: number): string | null {
  const here = tokens[at];
  if (here === undefined || here.tag === "VERB") return null;
  const before = beside(tokens, here, at - 1);
  if (here.tag === "ADJ") return before !== undefined && HAVE.has(before.lower) && here.lower.endsWith("ed") ? "" : null;
  const form = here.tag === "NOUN" || here.tag === "PROPN" || here.tag === "X" ? forms.get(here.lower) : undefined;
  if (form === undefined || before === undefined) return null;
  if (before.tag !== "NOUN" && before.tag !== "PROPN" && before.tag !== "NUM" && before.tag !== "PRON") return null;
  const plural = isPlural(before, beside(tokens, before, at - 2));
  if (form.third === plural && before.tag !== "PROPN" && before.tag !== "NUM") return null;
  if (!isSubject(tokens, at - 1)) return null;
  const after = beside(tokens, here, at + 1);
  if (after === undefined || ENDS.has(after.text)) return closes(tokens, at - 1) ? form.lemma : null;
  if (form.noun && form.third && (COMPOUNDS.has(before.lower) || (after.lower !== "that" && !opensClause(after)))) return null;
  if (after.lower === "that" || opensClause(after) || after.text === ":" || /^["“«]$/.test(after.text)) return form.lemma;
  return !form.noun && (after.tag === "ADP" || after.tag === "SCONJ" || after.tag === "VERB" || after.text === ",") ? form.lemma : null;
}

const HAVE: ReadonlySet<string> = new Set(["have", "has", "had", "having"]);

function beside(tokens: readonly Token[], here: Token, at: number): Token | undefined {
  const token = tokens[at];
  return token?.sentence === here.sentence ? token : undefined;
}

function opensClause({ tag, lower }: Token): boolean {
  return tag === "DET" || tag === "PRON" || tag === "NUM" || tag === "PROPN" || BOUNDS.has(lower);
}

/** Words that open a number or a question. */
const BOUNDS: ReadonlySet<string> = new Set([
  "how",
  "at",
  "only",
  "some",
  "about",
  "more",
  "over",
  "up",
  "around",
  "nearly",
  "almost",
  "no",
  "not",
  "fewer",
  "less",
]);

function isPlural({ lower, lemma, tag }: Token, before: Token | undefined): boolean {
  if (/^(?:police|people|men|women|children|authorities|they|we|you|i)$/.test(lower)) return true;
  if (tag === "PROPN") return /[^s]s$/.test(lower) && before?.lower !== "of";
  return /[^s]s$/.test(lower) && lower !== lemma;
}

/** Nothing but the words of one noun phrase stands between `at` and the beginning of its clause. */
function isSubject(tokens: readonly Token[], at: number): boolean {
  const here = tokens[at] as Token;
  for (let i = at; ; i -= 1) {
    const token = beside(tokens, here, i);
    if (token === undefined) return true;
    if (NAMING.has(token.tag)) continue;
    if (token.tag === "ADP" && /^(?:of|for|in|at|on|from|near|with)$/.test(token.lower)) continue;
    if (token.tag === "PART" || token.text === "'s" || token.text === "’s" || token.text === "-") continue;
    return (
      token.tag === "SCONJ" ||
      (token.tag === "CCONJ" && token.lower === "but") ||
      token.tag === "ADV" ||
      /^[,;:–—.()"“”»]$/.test(token.text)
    );
  }
}

/** ", the department estimates.": the phrase stands after a comma that ends what is said. */
function closes(tokens: readonly Token[], at: number): boolean {
  const here = tokens[at] as Token;
  for (let i = at; i > 0; i -= 1) {
    const token = beside(tokens, here, i);
    if (token === undefined) return false;
    if (token.text === "," || /^["”»]$/.test(token.text)) return verbBefore(tokens, here, i);
    if (!NAMING.has(token.tag) && token.lower !== "of" && token.lower !== "for" && token.tag !== "PART") return false;
  }
  return false;
}

function verbBefore(tokens: readonly Token[], here: Token, at: number): boolean {
  for (let i = at - 1; i >= 0; i -= 1) {
    const token = beside(tokens, here, i);
    if (token === undefined) return false;
    if (token.tag === "VERB" || token.tag === "AUX") return true;
  }
  return false;
}
