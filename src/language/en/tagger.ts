/**
 * English tokens, universal tags and lemmas by wink-nlp (92.5 % on PUD: docs/decisions/0005-dependencies.md).
 * Sentences are ours; the first word of each is shown to the tagger in lower case when it is an ordinary word,
 * because wink takes most capitalised words for names.
 */
import { createRequire } from "node:module";
import type { ItsFunction } from "wink-nlp";
import type winkNLP from "wink-nlp";
import type { Segment } from "../segments.ts";
import type { Analysis, Sentence, Tag, Token } from "../token.ts";
import { wordOf } from "../word.ts";
import irregular from "./irregular.json" with { type: "json" };
import { headlineVerb, repairedTag } from "./repairs.ts";
import { sayingAt } from "./sayings.ts";

interface Tagger {
  readonly nlp: ReturnType<typeof winkNLP>;
  /** Wink declares these as methods; they are values that it is handed. */
  readonly its: Readonly<Record<"value" | "pos" | "lemma", ItsFunction<string>>>;
  readonly vocabulary: { isOOV(word: string): boolean };
}

// Loaded on the first text: the model costs 400 ms, which commands that read nothing need not pay.
const load = createRequire(import.meta.url);
let loaded: Tagger | null = null;

function tagger(): Tagger {
  if (loaded !== null) return loaded;
  const wink = load("wink-nlp") as typeof winkNLP;
  const model = load("wink-eng-lite-web-model") as Parameters<typeof wink>[0];
  // Tags and lemmas come out the same without its own sentence detection, a third faster: sentences are ours.
  const nlp = wink(model, ["pos"]);
  loaded = { nlp, its: nlp.its as unknown as Tagger["its"], vocabulary: nlp.readDoc("a") as unknown as Tagger["vocabulary"] };
  return loaded;
}

/** How many characters of text are handed to the tagger at once: memory stays flat on long texts. */
const BATCH = 8_000;

const TAGS = new Set<string>([
  "ADJ",
  "ADP",
  "ADV",
  "AUX",
  "CCONJ",
  "DET",
  "INTJ",
  "NOUN",
  "NUM",
  "PART",
  "PRON",
  "PROPN",
  "PUNCT",
  "SCONJ",
  "SYM",
  "VERB",
]);

function tagOf(tag: string): Tag {
  return TAGS.has(tag) ? (tag as Tag) : "X";
}

const FIRST_WORD = /^(["'“”„«‘(\[\-–—*•\s]*)(\p{Lu}\p{Ll}+)(?=[\s,:;.!?'’)-]|$)(?!\s+\p{Lu}\p{Ll})/u;

/** The sentence as the tagger sees it: same length, the first word lower-cased when it is an ordinary word. */
function shown(sentence: string, names: ReadonlySet<string>): string {
  if (isShouting(sentence)) return trueCased(sentence);
  const match = FIRST_WORD.exec(sentence);
  if (match === null) return sentence;
  const [, lead = "", word = ""] = match;
  const lower = word.toLowerCase();
  if (names.has(word) || tagger().vocabulary.isOOV(lower) || lower.length !== word.length) return sentence;
  return lead + lower + sentence.slice(lead.length + word.length);
}

/** Four words or more and hardly a lower-case letter: a headline or an old agency wire. */
function isShouting(sentence: string): boolean {
  const upper = sentence.match(/\p{Lu}/gu)?.length ?? 0;
  // Hardly any sentence has so many: its small letters, most of the text, are not counted.
  if (upper < 12) return false;
  const lower = sentence.match(/\p{Ll}/gu)?.length ?? 0;
  return lower <= upper * 0.1;
}

/** All capitals made readable for the tagger: ordinary words in lower case, unknown ones with one capital. */
function trueCased(sentence: string): string {
  return sentence.replace(/\p{Lu}{2,}/gu, (word) => {
    const lower = word.toLowerCase();
    if (lower.length !== word.length) return word;
    return tagger().vocabulary.isOOV(lower) ? word.slice(0, 1) + lower.slice(1) : lower;
  });
}

/** Capitalised words that also stand inside a sentence: they are names wherever they stand. */
function namesInside(text: string, segments: readonly Segment[]): Set<string> {
  const names = new Set<string>();
  const word = /(?<=[\p{Ll},]\s)\p{Lu}\p{Ll}+/gu;
  for (const segment of segments) {
    for (const match of text.slice(segment.start, segment.end).matchAll(word)) names.add(match[0]);
  }
  return names;
}

/** Tokens of the text with their sentences. Tokens never cross a sentence; every offset counts in `text`. */
export function analyseEnglish(text: string, segments: readonly Segment[]): Analysis {
  const names = namesInside(text, segments);
  const tokens: Placed[] = [];
  const sentences: Sentence[] = [];
  for (let at = 0; at < segments.length;) {
    const batch: Segment[] = [];
    let size = 0;
    while (at < segments.length && (batch.length === 0 || size < BATCH)) {
      const segment = segments[at] as Segment;
      batch.push(segment);
      size += segment.end - segment.start;
      at += 1;
    }
    tagBatch(text, batch, names, tokens, sentences);
  }
  const whole = joinedWords(text, tokens, sentences);
  const repairs = whole.tokens.map((token, at) => repaired(token, whole.tokens[at - 1], whole.tokens[at + 1]));
  const retagged = repairs.map((token, at) => said(repairs, token, at));
  for (const { first, last } of whole.sentences) {
    const verb = first + headlineVerb(retagged.slice(first, last));
    const token = verb < first ? undefined : retagged[verb];
    if (token !== undefined) retagged[verb] = { ...token, tag: "VERB", lemma: verbLemma(token.lower) };
  }
  return { text, tokens: retagged, sentences: whole.sentences };
}

/**
 * "Kassym-Jomart", "Al-Hasan": capitalised words joined by a hyphen, dot or apostrophe without space are one token, a name; so are ordinary words
 * with a hyphen ("ill-treatment", "rebel-held", "sit-in").
 */
function joinedWords(text: string, tokens: readonly Placed[], sentences: readonly Sentence[]): { tokens: Token[]; sentences: Sentence[] } {
  const joined: Token[] = [];
  const moved: Sentence[] = [];
  for (const sentence of sentences) {
    const first = joined.length;
    for (let at = sentence.first; at < sentence.last;) {
      let end = at + 1;
      while (end + 1 < sentence.last && isJoint(tokens, end) && isCapital(tokens[at]) && isCapital(tokens[end + 1])) end += 2;
      const isName = end > at + 1;
      while (end + 1 < sentence.last && isJoint(tokens, end) && isCompound(tokens, at, end)) end += 2;
      const token = tokens[at] as Placed;
      if (end > at + 1) {
        const last = tokens[end - 1] as Placed;
        const word = wordOf(text.slice(token.start, last.end));
        const name = isName && isCapital(last);
        const tag = name ? "PROPN" : compoundTag(token, last, joined[joined.length - 1], tokens[end]);
        token.lemma = name
          ? word.lower
          : `${word.lower.slice(0, word.lower.length - last.lower.length)}${tag === "VERB" || last.tag === "NOUN" ? last.lemma : nounLemma(last.lower)}`;
        token.end = token.start + word.text.length;
        token.text = word.text;
        token.lower = word.lower;
        token.tag = tag;
      }
      token.at = joined.length;
      joined.push(token);
      at = end;
    }
    moved.push(first === sentence.first && joined.length === sentence.last ? sentence : { ...sentence, first, last: joined.length });
  }
  return { tokens: joined, sentences: moved };
}

const COUNTS: ReadonlySet<string> = new Set(irregular["number-words"]);
const COUNT_ENDS: ReadonlySet<string> = new Set(irregular["number-ends"]);
const PARTICLES: ReadonlySet<string> = new Set(["in", "out", "up", "down", "off", "on", "over", "away", "back", "by", "through"]);

/** Two words with a hyphen and no blank between them. Numbers stay apart: "twenty-five", "two-thirds", "forty-strong". */
function isCompound(tokens: readonly Placed[], at: number, joint: number): boolean {
  const [left, right] = [tokens[joint - 1], tokens[joint + 1]];
  if (left === undefined || right === undefined || tokens[joint]?.text !== "-") return false;
  if (!/^[\p{L}’']+$/u.test(right.text) || !/^\p{L}[\p{L}’'-]*$/u.test(left.text)) return false;
  return !(COUNTS.has(tokens[at]?.lower ?? "") && COUNT_ENDS.has(right.lower));
}

/** The tag of a compound by its last word and what stands around it. */
function compoundTag(first: Placed, last: Placed, before: Token | undefined, after: Token | undefined): Tag {
  const governed =
    before?.tag === "AUX" || before?.tag === "PRON" || before?.lower === "to" || (before?.tag === "ADV" && after?.tag !== "NOUN");
  const nounFollows = after?.tag === "NOUN" || after?.tag === "PROPN";
  if (PARTICLES.has(last.lower)) return "NOUN";
  if (COUNTS.has(first.lower)) return nounFollows ? "ADJ" : "NOUN";
  if (last.tag === "VERB") {
    if (governed && !nounFollows) return "VERB";
    const acts =
      (before?.tag === "NOUN" || before?.tag === "PROPN" || before?.tag === "CCONJ") && /^(?:DET|PRON|NUM|PROPN)$/.test(after?.tag ?? "");
    if (acts) return "VERB";
    return /(?:ed|en|ing|ld|ed|wn|de|ht)$/.test(last.lower) || nounFollows ? "ADJ" : "NOUN";
  }
  if (last.tag === "NOUN" && governed && before.tag !== "AUX" && /^(?:DET|PRON|NUM)$/.test(after?.tag ?? "")) return "VERB";
  return last.tag === "PROPN" || last.tag === "NOUN" ? "NOUN" : last.tag === "ADJ" ? "ADJ" : nounFollows ? "ADJ" : "NOUN";
}

function isCapital(token: Placed | undefined): boolean {
  return token !== undefined && wordOf(token.text).capital;
}

const JOINTS = new Set(["-", ".", "'", "’"]);

function isJoint(tokens: readonly Placed[], at: number): boolean {
  const joint = tokens[at];
  if (joint === undefined || !JOINTS.has(joint.text)) return false;
  return tokens[at - 1]?.end === joint.start && tokens[at + 1]?.start === joint.end;
}

function repaired(token: Token, before: Token | undefined, after: Token | undefined): Token {
  const left = before?.sentence === token.sentence ? before : undefined;
  const right = after?.sentence === token.sentence ? after : undefined;
  const tag = repairedTag(token, left, right);
  return tag === token.tag
    ? token
    : {
        ...token,
        tag,
        lemma: tag === "VERB" ? verbLemma(token.lower) : tag === "NOUN" && token.tag === "VERB" ? nounLemma(token.lower) : token.lemma,
      };
}

/** A verb of saying that was taken for a noun, or a participle after "has" that was taken for an adjective. */
function said(tokens: readonly Token[], token: Token, at: number): Token {
  const lemma = sayingAt(tokens, at);
  return lemma === null ? token : { ...token, tag: "VERB", lemma: lemma === "" ? verbLemma(token.lower) : lemma };
}

const LEMMAS: Readonly<Record<string, string>> = irregular.lemmas;

/** The verb behind a form that was tagged as an adjective or noun: "involved" → "involve", "attacked" → "attack", "wounding" → "wound". */
function verbLemma(form: string): string {
  const known = LEMMAS[form];
  if (known !== undefined) return known;
  if (form.endsWith("ed")) return tagger().vocabulary.isOOV(form.slice(0, -1)) ? form.slice(0, -2) : form.slice(0, -1);
  if (form.endsWith("ing")) return tagger().vocabulary.isOOV(form.slice(0, -3)) ? `${form.slice(0, -3)}e` : form.slice(0, -3);
  return /[^s]s$/.test(form) ? form.slice(0, -1) : form;
}

/** The noun behind a plural that was tagged as a verb: "reports" → "report". */
function nounLemma(form: string): string {
  return /[^s]s$/.test(form) ? form.slice(0, -1) : form;
}

/** A token that is not handed out yet. */
type Placed = { -readonly [Key in keyof Token]: Token[Key] };

function tagBatch(text: string, batch: readonly Segment[], names: ReadonlySet<string>, tokens: Placed[], sentences: Sentence[]): void {
  const joined = batch.map((segment) => shown(text.slice(segment.start, segment.end), names)).join("\n\n");
  const { nlp, its } = tagger();
  const found = nlp.readDoc(joined).tokens();
  const values = found.out<string>(its.value);
  const tags = found.out<string>(its.pos);
  const lemmas = found.out<string>(its.lemma);
  let piece = 0;
  let joinedAt = 0;
  for (const segment of batch) {
    const shift = segment.start - joinedAt;
    const joinedEnd = joinedAt + segment.end - segment.start;
    const first = tokens.length;
    let cursor = joinedAt;
    while (piece < values.length) {
      const value = values[piece] as string;
      if (value.trim() === "") {
        piece += 1;
        continue;
      }
      const start = joined.indexOf(value, cursor);
      if (start === -1 || start >= joinedEnd) {
        if (start !== -1) break;
        piece += 1; // wink rewrote the characters; the stretch stays without a token rather than with a wrong one
        continue;
      }
      cursor = start + value.length;
      const end = Math.min(cursor, joinedEnd);
      const put = (from: number, to: number, lemma: string | null, tag: string): void => {
        const word = wordOf(text.slice(from + shift, to + shift));
        tokens.push({
          at: tokens.length,
          start: from + shift,
          end: to + shift,
          text: word.text,
          lower: word.lower,
          lemma: lemma === null ? word.lower : wordOf(lemma).lower,
          tag: tagOf(tag),
          sentence: sentences.length,
        });
      };
      // "The windows came in.": at the end of a sentence no abbreviation of inches.
      if (value.toLowerCase() === "in." && end >= joinedEnd) {
        put(start, end - 1, null, "ADP");
        put(end - 1, end, null, "PUNCT");
      } else put(start, end, lemmas[piece] ?? value, tags[piece] ?? "X");
      piece += 1;
    }
    sentences.push({ start: segment.start, end: segment.end, paragraph: segment.paragraph, first, last: tokens.length });
    joinedAt = joinedEnd + 2;
  }
}
