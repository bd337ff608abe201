/** "According to X, …", "…, according to X", "…, citing X", "In X's account, …". */
import { tokenAt } from "../../../language/token.ts";
import { nominalAt } from "../nominals.ts";
import { lookup, spanOf, textOf } from "../words.ts";
import { reportNouns } from "../lexicon.ts";
import type { Phrase } from "../phrase.ts";
import type { SceneSentence } from "../stage.ts";
import type { VoiceFrame } from "../frame.ts";
import type { Stage } from "../stage.ts";
import { contentEnd, phraseIndex, trimmedEnd } from "./content.ts";

export function accordingFrames(stage: Stage): readonly VoiceFrame[] {
  return stage.sentences.flatMap((at) => {
    const frames: VoiceFrame[] = [];
    for (let token = at.sentence.first; token < at.sentence.last; token += 1) {
      const length = cueLength(stage, at, token);
      if (length === 0) continue;
      const frame = frameAt(stage, at, token, token + length);
      if (frame !== null) frames.push(frame);
    }
    return frames;
  });
}

function cueLength(stage: Stage, at: SceneSentence, token: number): number {
  const word = (offset: number): string => (token + offset < at.sentence.last ? tokenAt(stage.analysis, token + offset).lower : "");
  if (word(0) === "according" && word(1) === "to") return 2;
  if (word(0) === "in" && word(1) === "the" && /^(?:words|view|opinion|account)$/.test(word(2)) && word(3) === "of") return 4;
  if (word(0) === "with" && word(1) === "reference" && word(2) === "to") return 3;
  return 0;
}

function frameAt(stage: Stage, at: SceneSentence, first: number, after: number): VoiceFrame | null {
  const { analysis } = stage;
  const { phrases, sentence } = at;
  const index = phraseIndex(phrases, after);
  const noun = phrases[index];
  if (noun?.type !== "noun") return null;
  let source: { first: number; last: number } = nominalAt(analysis, phrases, index, phrases.length);
  source = { first: source.first, last: withOfficeAndName(stage, at, source.last) };
  // "reports on social media", "reports to date": what qualifies a report belongs to its name, a time does not.
  if (lookup(analysis, source, reportNouns) !== null) source = { ...source, last: afterQualifier(stage, phrases, source.last) };
  const atStart = first === sentence.first || isLead(stage, sentence.first, first);
  const content = atStart ? contentAfter(stage, at, source.last) : contentBefore(stage, at, first);
  if (content === null) return null;
  const cue = spanOf(analysis, { first, last: after });
  return {
    source,
    cue,
    cueText: textOf(analysis, { first, last: after }),
    stance: "says",
    content,
    sentence: tokenAt(analysis, sentence.first).sentence,
    quoted: false,
    verb: null,
    negated: false,
    accused: null,
    rule: atStart ? "en.voice.according-first" : "en.voice.according-last",
  };
}

/** "But according to": words before the cue that are not yet content. */
function isLead(stage: Stage, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (!/^(?:but|and|however|meanwhile|still|yet|also|,|thus|so)$/.test(tokenAt(stage.analysis, at).lower)) return false;
  }
  return true;
}

/** "the ministry's spokesman, Name,": an apposition that names the voice belongs to it. */
function withOfficeAndName(stage: Stage, at: SceneSentence, last: number): number {
  const { analysis } = stage;
  if (last + 1 >= at.sentence.last || tokenAt(analysis, last).text !== ",") return last;
  const name = stage.names.at(last + 1);
  if (name?.kind !== "person") return last;
  const after = name.last < at.sentence.last ? tokenAt(analysis, name.last).text : ".";
  return after === "," || after === "." ? name.last : last;
}

function afterQualifier(stage: Stage, phrases: readonly Phrase[], last: number): number {
  const index = phraseIndex(phrases, last);
  // "a message attributed to the ministry", "figures published by the office"
  const participle = phrases[index];
  const from = participle?.type === "verb" && participle.past && participle.last - participle.first === 1 ? index + 1 : index;
  const link = phrases[from];
  const noun = phrases[from + 1];
  if (
    from > index &&
    link?.type === "mark" &&
    noun?.type === "noun" &&
    link.kind === "preposition" &&
    /^(?:to|by|on|in|from)$/.test(tokenAt(stage.analysis, link.first).lower)
  )
    return nominalAt(stage.analysis, phrases, from + 1, phrases.length).last;
  if (link?.type !== "mark" || link.kind !== "preposition" || noun?.type !== "noun") return last;
  const word = tokenAt(stage.analysis, link.first).lower;
  if (word === "on" || word === "in" || word === "from" || word === "by") return noun.last;
  return last;
}

function contentAfter(stage: Stage, at: SceneSentence, sourceEnd: number): { start: number; end: number } | null {
  const { analysis } = stage;
  let first = sourceEnd;
  const relative = sourceEnd + 1 < at.sentence.last && /^(?:which|who)$/.test(tokenAt(analysis, sourceEnd + 1).lower) ? 1 : 0;
  let commas = 0;
  // The content begins after the comma that closes the phrase; "to date" and the like stand before it.
  for (let i = sourceEnd; i < at.sentence.last && i <= sourceEnd + 14; i += 1) {
    if (tokenAt(analysis, i).text !== ",") continue;
    if (commas === relative) {
      first = i + 1;
      break;
    }
    commas += 1;
  }
  if (first >= at.sentence.last) return null;
  return { start: tokenAt(analysis, first).start, end: contentEnd(stage, at, first) };
}

function contentBefore(stage: Stage, at: SceneSentence, cue: number): { start: number; end: number } | null {
  const { analysis } = stage;
  let last = cue;
  while (last > at.sentence.first && /^[,–—(]$/.test(tokenAt(analysis, last - 1).text)) last -= 1;
  let first = at.sentence.first;
  if (/^(?:but|and|however|meanwhile|yet)$/.test(tokenAt(analysis, first).lower)) first += 1;
  while (first < last && tokenAt(analysis, first).text === ",") first += 1;
  if (last <= first) return null;
  return { start: tokenAt(analysis, first).start, end: trimmedEnd(analysis, first, last) };
}
