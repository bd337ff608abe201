/** "The gate, the mayor said, was locked", "who, they say, died": a report that stands inside what is said, between commas, dashes or brackets. */
import { tokenAt } from "../../../language/token.ts";
import { nominalAt } from "../nominals.ts";
import type { VoiceFrame } from "../frame.ts";
import type { Phrase } from "../phrase.ts";
import type { SceneSentence, Stage } from "../stage.ts";
import { contentEnd, isQuoteMark } from "./content.ts";
import { frame, isExpletive, reportingVerb } from "./report.ts";

export function insertedFrames(stage: Stage): readonly VoiceFrame[] {
  return stage.sentences.flatMap((at) => at.phrases.flatMap((_, index) => frameAt(stage, at, index) ?? []));
}

function frameAt(stage: Stage, at: SceneSentence, index: number): VoiceFrame | null {
  const verb = at.phrases[index];
  if (verb?.type !== "verb" || verb.form !== "finite" || verb.passive || verb.negated) return null;
  const opening = openingAt(stage, at, index);
  const closing = closingAt(stage, at, index);
  if (opening === null || closing === null || opening.mark === 0) return null;
  const clause = at.clauses.find((candidate) => candidate.verb.first === verb.first);
  const reporting = clause === undefined ? null : reportingVerb(stage, clause);
  if (clause === undefined || reporting === null || reporting.stance === "accuses" || reporting.stance === "promises") return null;
  const source = nominalAt(stage.analysis, at.phrases, opening.source, index);
  const after = (at.phrases[closing] as Phrase).last;
  if (isExpletive(stage, source) || after >= at.sentence.last - 1) return null;
  if (
    isQuoteMark(tokenAt(stage.analysis, (at.phrases[opening.mark] as Phrase).first - 1).text) ||
    isQuoteMark(tokenAt(stage.analysis, after).text)
  )
    return null;
  const first = startOfContent(stage, at, opening.mark);
  const content = {
    start: tokenAt(stage.analysis, first).start,
    end: relativeEnd(stage, at, first, closing) ?? contentEnd(stage, at, after),
    quoted: false,
    rule: "en.voice.inside",
  };
  return frame(stage, at, clause, source, reporting, content);
}

/** The comma, dash or bracket before the speaker, over "as". */
function openingAt(stage: Stage, at: SceneSentence, verb: number): { mark: number; source: number } | null {
  for (let i = verb - 1; i >= 0 && i >= verb - 4; i -= 1) {
    const phrase = at.phrases[i] as Phrase;
    if (phrase.type === "verb") return null;
    if (phrase.type === "noun") continue;
    if (phrase.kind === "preposition" && tokenAt(stage.analysis, phrase.first).lower === "of") continue;
    const isAs = tokenAt(stage.analysis, phrase.first).lower === "as";
    const mark = isAs ? i - 1 : i;
    const opens = at.phrases[mark];
    if (opens?.type !== "mark" || !isEdge(opens.kind, stage, opens.first) || at.phrases[i + 1]?.type !== "noun") return null;
    return { mark, source: i + 1 };
  }
  return null;
}

/** The same kind of mark after the verb, over "on Monday" or "in a statement". */
function closingAt(stage: Stage, at: SceneSentence, verb: number): number | null {
  for (let i = verb + 1; i < at.phrases.length && i <= verb + 4; i += 1) {
    const phrase = at.phrases[i] as Phrase;
    if (phrase.type === "verb") return null;
    if (phrase.type === "mark" && isEdge(phrase.kind, stage, phrase.first)) return i;
    if (phrase.type === "noun" && at.phrases[i - 1]?.type !== "mark") return null;
    if (phrase.type === "mark" && phrase.kind !== "preposition") return null;
  }
  return null;
}

function isEdge(kind: string, stage: Stage, token: number): boolean {
  return kind === "comma" || kind === "dash" || (kind === "bracket" && /^[()]$/.test(tokenAt(stage.analysis, token).text));
}

/** "who, they say, died on Monday, was …": a relative clause ends at its comma. */
function relativeEnd(stage: Stage, at: SceneSentence, first: number, closing: number): number | null {
  if (!isRelative(at, first)) return null;
  const end = at.phrases.slice(closing + 1).find((phrase) => phrase.type === "mark" && phrase.kind === "comma");
  return end === undefined ? null : tokenAt(stage.analysis, end.first - 1).end;
}

function isRelative(at: SceneSentence, token: number): boolean {
  return at.phrases.some((phrase) => phrase.type === "mark" && phrase.kind === "relative" && phrase.first === token);
}

/** What is said begins with the sentence, at a relative pronoun right before the report, or after the last semicolon, colon or "but" before the report. */
function startOfContent(stage: Stage, at: SceneSentence, mark: number): number {
  const pronoun = at.phrases[mark - 1];
  if (pronoun?.type === "mark" && pronoun.kind === "relative") return pronoun.first;
  for (let i = mark - 1; i >= 0; i -= 1) {
    const phrase = at.phrases[i] as Phrase;
    if (phrase.type === "mark" && (phrase.kind === "colon" || phrase.kind === "quote")) return phrase.last;
  }
  const opener = tokenAt(stage.analysis, at.sentence.first).lower;
  return /^(?:but|and|however|yet|still|so)$/.test(opener) && at.sentence.first + 1 < at.sentence.last
    ? at.sentence.first + 1
    : at.sentence.first;
}
