/** Sources as lists and short notes put them: "31 detentions (police)", "talks broken off - union", "Source: two colleagues", "Confirmed by hospital." */
import { tokenAt } from "../../../language/token.ts";
import type { Span } from "../../../model/passage.ts";
import type { Stance } from "../../../model/words.ts";
import { organisationWords, partyWords, reportNouns, strongVerbs, weakVerbs } from "../lexicon.ts";
import type { VoiceFrame } from "../frame.ts";
import { voiceFrame } from "../frame.ts";
import type { SceneSentence, Stage } from "../stage.ts";
import type { Stretch } from "../words.ts";
import { lookup, spanOf, textOf } from "../words.ts";
import { trimmedEnd } from "./content.ts";

const LONGEST_SOURCE = 7;

export function notedFrames(stage: Stage): readonly VoiceFrame[] {
  return stage.sentences.flatMap((at, index) => [...bracketed(stage, at, index), ...dashed(stage, at, index), ...named(stage, at, index)]);
}

function frame(stage: Stage, sentence: number, source: Stretch, cue: Stretch, content: Span, stance: Stance, rule: string): VoiceFrame {
  return voiceFrame({
    source,
    cue: spanOf(stage.analysis, cue),
    cueText: textOf(stage.analysis, cue),
    stance,
    content,
    sentence,
    rule,
  });
}

/** Words that name a voice and nothing else: a body, an office, people, a report; no number and no verb. */
export function isSource(stage: Stage, { first, last }: Stretch): boolean {
  if (last <= first || last - first > LONGEST_SOURCE) return false;
  const { analysis } = stage;
  let named = false;
  for (let at = first; at < last; at += 1) {
    const { tag, lower, lemma } = tokenAt(analysis, at);
    if (tag === "NUM" || tag === "VERB" || tag === "AUX" || /^\d/.test(lower) || (tag === "PUNCT" && !/^['’-]$/.test(lower))) return false;
    named ||= organisationWords.has(lower) || reportNouns.has(lemma);
  }
  return named || lookup(analysis, { first, last }, partyWords) !== null;
}

/** "(police)", "[Ministry of Interior]": each bracket is the source of what stands before it, back to the last one or, where several are named, to a comma. */
function bracketed(stage: Stage, at: SceneSentence, sentence: number): VoiceFrame[] {
  const { analysis } = stage;
  const { first, last } = at.sentence;
  const brackets: Stretch[] = [];
  for (let open = first; open < last; open += 1) {
    if (!/^[([]$/.test(tokenAt(analysis, open).text)) continue;
    let close = open + 1;
    while (close < last && !/^[)\]]$/.test(tokenAt(analysis, close).text)) close += 1;
    if (close < last) brackets.push({ first: open, last: close });
    open = close;
  }
  const sources = brackets.filter((bracket) => isSource(stage, inside(stage, bracket)) && !isAcronym(stage, bracket));
  return sources.flatMap((bracket, order): VoiceFrame[] => {
    const from = sources[order - 1]?.last ?? first - 1;
    let begin = from + 1;
    for (let back = bracket.first - 1; back > from; back -= 1)
      if (/^[;:]$/.test(tokenAt(analysis, back).text) || (sources.length > 1 && tokenAt(analysis, back).text === ",")) {
        begin = back + 1;
        break;
      }
    while (begin < bracket.first && /^[,;:–—•*-]$/.test(tokenAt(analysis, begin).text)) begin += 1;
    const next = bracket.last + 1 < last ? tokenAt(analysis, bracket.last + 1).text : ".";
    // "the Ministry (police) said": what is said ends at the bracket.
    if (begin >= bracket.first || !/^[.,;:!]$/.test(next) || !tells(stage, at, begin, bracket.first)) return [];
    const content = { start: tokenAt(analysis, begin).start, end: trimmedEnd(analysis, begin, bracket.first) };
    return [frame(stage, sentence, inside(stage, bracket), bracket, content, "says", "en.voice.bracket")];
  });
}

/** "National Security Committee (KNB)": the short form of the name before it. */
function isAcronym({ analysis }: Stage, { first, last }: Stretch): boolean {
  return (
    last === first + 2 && /^\p{Lu}{2,}$/u.test(tokenAt(analysis, first + 1).text) && /^\p{Lu}/u.test(tokenAt(analysis, first - 1).text)
  );
}

/** The words in the bracket without "source:", "according to" and the article. */
function inside({ analysis }: Stage, { first, last }: Stretch): Stretch {
  let from = first + 1;
  while (from < last && /^(?:source|sources|:|per|via|according|to|says?|the)$/.test(tokenAt(analysis, from).lower)) from += 1;
  return { first: from, last };
}

/** What a source is named for has a verb, an event or a number in it. */
function tells({ analysis }: Stage, at: SceneSentence, first: number, last: number): boolean {
  if (at.clauses.some(({ verb }) => verb.first >= first && verb.last <= last)) return true;
  if (at.acts.some((act) => act.first >= first && act.first < last)) return true;
  for (let token = first; token < last; token += 1) if (tokenAt(analysis, token).tag === "NUM") return true;
  return false;
}

/** "talks broken off - union": a source alone behind a dash at the end. */
function dashed(stage: Stage, at: SceneSentence, sentence: number): VoiceFrame[] {
  const { analysis } = stage;
  let { last } = at.sentence;
  const { first } = at.sentence;
  while (last > first && /^[.!]$/.test(tokenAt(analysis, last - 1).text)) last -= 1;
  for (let dash = last - 2; dash > first + 1 && dash >= last - LONGEST_SOURCE; dash -= 1) {
    const mark = tokenAt(analysis, dash);
    if (!/^[-–—]$/.test(mark.text) || analysis.text[mark.start - 1] !== " " || analysis.text[mark.end] !== " ") continue;
    const source = { first: dash + 1, last };
    if (!isSource(stage, source) || !tells(stage, at, first, dash)) return [];
    const begin = afterLabel(stage, first, dash);
    const content = { start: tokenAt(analysis, begin).start, end: trimmedEnd(analysis, begin, dash) };
    return [frame(stage, sentence, source, { first: dash, last: dash + 1 }, content, "says", "en.voice.dash")];
  }
  return [];
}

/** "BREAKING:", "3 May:": what stands before the first colon is a label. */
function afterLabel({ analysis }: Stage, first: number, last: number): number {
  for (let at = first; at < last && at < first + 5; at += 1) if (tokenAt(analysis, at).text === ":") return at + 1;
  return first;
}

/** "Source: two colleagues.", "Reported by his mother.": who told what stands before it in the same entry. */
function named(stage: Stage, at: SceneSentence, sentence: number): VoiceFrame[] {
  const { analysis } = stage;
  const { first } = at.sentence;
  let { last } = at.sentence;
  while (last > first && /^[.!]$/.test(tokenAt(analysis, last - 1).text)) last -= 1;
  const link = first + 1 < last ? tokenAt(analysis, first + 1).lower : "";
  const opener = tokenAt(analysis, first);
  const label = link === ":" && /^(?:sources?|informants?|reported by|told by)$/.test(opener.lower);
  const verb =
    link === "by"
      ? (strongVerbs.get(opener.lemma) ??
        weakVerbs.get(opener.lemma) ??
        (/^(?:seen|witnessed|heard|told)$/.test(opener.lower) ? "says" : undefined))
      : undefined;
  if ((!label && verb === undefined) || last <= first + 2 || last - first > LONGEST_SOURCE + 4) return [];
  if (at.clauses.some((clause) => clause.verb.first > first + 1)) return [];
  const begins = tokenAt(analysis, first + 2).text === ":" && first + 3 < last ? first + 3 : first + 2;
  const source = { first: begins, last: Math.min(last, sourceEnd(stage, begins, last)) };
  const frames: VoiceFrame[] = [];
  for (let before = sentence - 1; before >= Math.max(0, sentence - 6); before -= 1) {
    const own = stage.sentences[before]?.sentence;
    if (own?.paragraph !== at.sentence.paragraph) break;
    let begin = own.first;
    // "1." before an entry is its number.
    while (begin < own.last - 1 && /^(?:\d{1,3}[.)]?|[.)•*–—-])$/.test(tokenAt(analysis, begin).text)) begin += 1;
    if (begin >= own.last - 1 || !tells(stage, stage.sentences[before] as SceneSentence, begin, own.last)) continue;
    const content = { start: tokenAt(analysis, begin).start, end: trimmedEnd(analysis, begin, own.last) };
    frames.push({
      ...frame(stage, before, source, { first, last: first + 2 }, content, verb ?? "says", "en.voice.source-line"),
      home: sentence,
    });
  }
  return frames;
}

/** The source ends at a comma, a bracket or a date. */
function sourceEnd({ analysis }: Stage, first: number, last: number): number {
  for (let at = first + 1; at < last; at += 1)
    if (/^[,;([]$/.test(tokenAt(analysis, at).text) || tokenAt(analysis, at).tag === "NUM") return at;
  return last;
}
