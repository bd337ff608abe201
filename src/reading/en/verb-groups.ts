/** Verb groups: auxiliaries, "not", adverbs inside, and the main verb, with voice, form and modality. */
import irregular from "../../language/en/irregular.json" with { type: "json" };
import type { Analysis, Sentence, Token } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import type { VerbGroup } from "./phrase.ts";

const BE = new Set([
  "remain",
  "remains",
  "remained",
  "remaining",
  "stays",
  "stayed",
  "be",
  "is",
  "was",
  "were",
  "are",
  "been",
  "being",
  "am",
  "'s",
  "'re",
]);
const HAVE = new Set(["have", "has", "had", "having", "'ve", "'d"]);
const GET = new Set(["got", "gets", "get", "getting", "gotten"]);
const MODALS = new Set(["will", "would", "may", "might", "can", "could", "must", "shall", "should", "'ll", "wo", "ca"]);
const NEGATIONS = new Set(["not", "n't", "never", "no longer", "neither"]);
const ONLY: ReadonlySet<string> = new Set(["only", "just", "merely", "simply", "solely"]);
const PARTICIPLE = /(?:ed|en|wn|ught|und|lt|pt|nt|ung|unk|un|ne|id|it|ut|ot|rn|ade|eld|ead|old|ost)$/;
const PARTICIPLES: ReadonlySet<string> = new Set(irregular.participles);

function text(analysis: Analysis, at: number): string {
  return tokenAt(analysis, at).lower;
}

function isVerbal(token: Token): boolean {
  return token.tag === "VERB" || token.tag === "AUX";
}

/** Words that may stand inside a verb group without being part of it. */
function isInside(token: Token): boolean {
  return token.tag === "ADV" || token.lower === "not" || token.lower === "n't" || token.lower === "also";
}

/** The verb group that begins at a token, or null. */
export function verbGroup(analysis: Analysis, sentence: Sentence, start: number): VerbGroup | null {
  const opener = tokenAt(analysis, start);
  const infinitive = opener.lower === "to" && opener.tag === "PART";
  const negatedOpener = opener.lower === "not" || opener.lower === "never";
  if (!isVerbal(opener) && !infinitive && !negatedOpener) return null;
  if (opener.lower === "according" || opener.lower === "including") return null;
  let at = start;
  let verb = -1;
  while (at < sentence.last) {
    const token = tokenAt(analysis, at);
    if (isVerbal(token)) verb = at;
    else if (verb === at - 1 && (token.lower === "not" || token.lower === "n't")) {
      // "was not clear": the "not" is the verb's, whatever follows.
    } else if (!(token.lower === "to" && at === start) && !(isInside(token) && leadsToVerb(analysis, sentence, at))) break;
    at += 1;
    const next = at < sentence.last ? tokenAt(analysis, at) : null;
    // A finite verb after a full verb opens a group of its own ("said was"); an auxiliary goes on to its verb.
    if (verb === at - 1 && next !== null && tokenAt(analysis, verb).tag === "VERB" && !isAuxiliary(tokenAt(analysis, verb).lower)) break;
  }
  if (verb === -1) return null;
  const words = [];
  for (let i = start; i < at; i += 1) words.push(text(analysis, i));
  const main = tokenAt(analysis, verb);
  // "were injured", "was dead": a participle that the tagger took for an adjective is the verb of its group.
  const next = at < sentence.last ? tokenAt(analysis, at) : null;
  if (next !== null && BE.has(main.lower) && next.tag === "ADJ" && /(?:ed|own|ung|ught)$/.test(next.lower) && next.lower.length > 4) {
    const after = at + 1 < sentence.last ? tokenAt(analysis, at + 1) : null;
    if (after === null || (after.tag !== "NOUN" && after.tag !== "PROPN")) {
      words.push(next.lower);
      return groupOf(analysis, start, at + 1, at, words, infinitive);
    }
  }
  return groupOf(analysis, start, at, verb, words, infinitive);
}

function isAuxiliary(word: string): boolean {
  return BE.has(word) || HAVE.has(word) || MODALS.has(word) || GET.has(word) || word === "do" || word === "does" || word === "did";
}

function leadsToVerb(analysis: Analysis, sentence: Sentence, at: number): boolean {
  for (let i = at + 1; i < sentence.last && i <= at + 3; i += 1) {
    const token = tokenAt(analysis, i);
    if (isVerbal(token)) return true;
    if (!isInside(token)) return false;
  }
  return false;
}

function groupOf(analysis: Analysis, first: number, last: number, verb: number, words: readonly string[], infinitive: boolean): VerbGroup {
  const main = text(analysis, verb);
  const helpers = words.slice(0, -1).filter((word) => isAuxiliary(word));
  const isParticiple = PARTICIPLE.test(main) || PARTICIPLES.has(main);
  const gerund = main.endsWith("ing");
  const passive = isParticiple && !gerund && helpers.some((word) => BE.has(word) || GET.has(word)) && !HAVE.has(helpers.at(-1) ?? "");
  const modal = words.find((word) => MODALS.has(word)) ?? null;
  const bare = helpers.length === 0 && modal === null && !infinitive;
  const form = infinitive ? "infinitive" : bare && gerund ? "gerund" : "finite";
  const past =
    helpers.some((word) => word === "was" || word === "were" || word === "had" || word === "did") ||
    (bare && (isParticiple || main === "was" || main === "were"));
  const noLonger = first >= 2 && text(analysis, first - 1) === "longer" && text(analysis, first - 2) === "no";
  // "was not only beaten but robbed": the "not" is that of "only".
  const negated = noLonger || words.some((word, place) => NEGATIONS.has(word) && !ONLY.has(words[place + 1] ?? ""));
  return { type: "verb", first, last, verb, passive, negated, modal, form, past };
}
