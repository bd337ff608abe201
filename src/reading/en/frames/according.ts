/** "According to X, …", "…, according to X", "…, citing X", "In X's account, …". */
import { tokenAt } from "../../../language/token.ts";
import { nominalAt } from "../nominals.ts";
import { lookup, spanOf, textOf } from "../words.ts";
import type { Stretch } from "../words.ts";
import reports from "../../lexicons/en/reports.json" with { type: "json" };
import { organisationWords, partyWords, reportNouns, strongVerbs, weakVerbs } from "../lexicon.ts";
import type { Phrase } from "../phrase.ts";
import type { SceneSentence } from "../stage.ts";
import type { VoiceFrame } from "../frame.ts";
import { voiceFrame } from "../frame.ts";
import type { Stage } from "../stage.ts";
import { contentEnd, phraseIndex, trimmedEnd } from "./content.ts";

const INFORMATION: ReadonlySet<string> = new Set(reports["by-information"]);
/** What somebody says, not a paper of its own: in "according to the words of its chairman" the chairman speaks. */
const OWNED: ReadonlySet<string> = new Set(["words", "information", "data", "account", "version", "opinion"]);
const IN_WORDS: ReadonlySet<string> = new Set(reports["in-words"]);
const POSSESSED: ReadonlySet<string> = new Set(reports.possessed);
const OPENERS: ReadonlySet<string> = new Set(reports.openers);
/** First words of everything that is looked for: nearly every token is passed by with one question. */
const STARTS: ReadonlySet<string> = new Set([...reports.openers, "according", "with", "as", "at", "per", "from"]);

export function accordingFrames(stage: Stage): readonly VoiceFrame[] {
  return stage.sentences.flatMap((at) => {
    const frames: VoiceFrame[] = [];
    for (let token = at.sentence.first; token < at.sentence.last; token += 1) {
      if (!STARTS.has(tokenAt(stage.analysis, token).lower)) continue;
      const length = cueLength(stage, at, token);
      const owned = length === 0 ? possessed(stage, at, token) : null;
      const frame =
        owned !== null
          ? frameOf(stage, at, token, owned.source, owned.cue)
          : length === 0
            ? null
            : frameAt(stage, at, token, token + length);
      if (frame !== null) frames.push(frame);
    }
    return frames;
  });
}

/** How many tokens the words that lead to a source take; 0 when none stand here. */
function cueLength(stage: Stage, at: SceneSentence, token: number): number {
  const word = (offset: number): string => (token + offset < at.sentence.last ? tokenAt(stage.analysis, token + offset).lower : "");
  const opener = word(0);
  if (opener === "according" && word(1) === "to") {
    // "according to the words of its chairman", "according to information from the office": who says it stands after "of".
    const inner = word(2) === "the" ? 3 : 2;
    return OWNED.has(word(inner)) && word(inner + 1) === "of" ? inner + 2 : 2;
  }
  if (opener === "in" && word(1) === "the" && IN_WORDS.has(word(2)) && word(3) === "of") return 4;
  if (
    /^(?:by|on|per|from|to|at)$/.test(opener) &&
    (token === at.sentence.first || tokenAt(stage.analysis, token - 1).lower !== "according")
  ) {
    const inner = word(1) === "the" || word(1) === "all" ? 2 : 1;
    if (INFORMATION.has(word(inner)) && word(inner + 1) === "of") return inner + 2;
    if (opener === "per" && inner === 1 && !INFORMATION.has(word(1)) && /^(?:the|a|an)$/.test(word(1)) && isVoice(stage, token + 2))
      return 1;
  }
  if (opener === "with" && word(1) === "reference" && word(2) === "to") return 3;
  if (opener === "quoting" || (opener === "citing" && token === at.sentence.first)) return 0;
  return opener === "as" ? asReported(stage, at, token) : 0;
}

/** "As established by the investigation", "as was specified in the department": a verb of saying in the passive and who said it. */
function asReported({ analysis }: Stage, at: SceneSentence, token: number): number {
  const word = (offset: number): string => (token + offset < at.sentence.last ? tokenAt(analysis, token + offset).lower : "");
  let verb = 1;
  while (/^(?:is|was|were|has|have|had|been|it|already|earlier|previously|also)$/.test(word(verb)) && verb < 5) verb += 1;
  if (token + verb >= at.sentence.last) return 0;
  const { lower, lemma } = tokenAt(analysis, token + verb);
  if (
    !/(?:ed|en|wn|id|ld|ound|ard)$/.test(lower) ||
    !(strongVerbs.has(lemma) || weakVerbs.has(lemma) || /^(?:see|quote|cite)$/.test(lemma))
  )
    return 0;
  let by = verb + 1;
  while (/^(?:earlier|previously|yesterday|today|also|to|us|journalists|reporters)$/.test(word(by)) && by < verb + 4) by += 1;
  return /^(?:by|in|at|from)$/.test(word(by)) ? by + 1 : 0;
}

/** The word names a body or somebody who says things. */
function isVoice({ analysis }: Stage, token: number): boolean {
  const lemma = analysis.tokens[token]?.lemma ?? "";
  return partyWords.has(lemma) || organisationWords.has(lemma) || reportNouns.has(lemma);
}

/** "In his words", "by the union's account": the one whose words they are. Null when nobody's. */
function possessed(stage: Stage, at: SceneSentence, token: number): { readonly source: Stretch; readonly cue: Stretch } | null {
  const { analysis } = stage;
  if (!OPENERS.has(tokenAt(analysis, token).lower) || (token > at.sentence.first && tokenAt(analysis, token - 1).lower === "according"))
    return null;
  const noun = at.phrases[phraseIndex(at.phrases, token + 1)];
  if (noun?.type !== "noun" || noun.first !== token + 1 || !POSSESSED.has(tokenAt(analysis, noun.last - 1).lower)) return null;
  const first = tokenAt(analysis, noun.first);
  const cue = { first: token, last: noun.last };
  if (/^(?:his|her|their|its)$/.test(first.lower)) return { source: { first: noun.first, last: noun.first + 1 }, cue };
  for (let position = noun.first + 1; position < noun.last; position += 1)
    if (/^(?:['’]s|['’])$/.test(tokenAt(analysis, position).lower)) return { source: { first: noun.first, last: position }, cue };
  return null;
}

function frameAt(stage: Stage, at: SceneSentence, first: number, after: number): VoiceFrame | null {
  const { analysis } = stage;
  const { phrases } = at;
  const index = phraseIndex(phrases, after);
  const noun = phrases[index];
  if (noun?.type !== "noun") return null;
  let source: { first: number; last: number } = nominalAt(analysis, phrases, index, phrases.length);
  source = { first: source.first, last: withOfficeAndName(stage, at, overApostrophe(stage, at, source.last)) };
  // "reports on social media", "reports to date": what qualifies a report belongs to its name, a time does not.
  if (lookup(analysis, source, reportNouns) !== null) source = { ...source, last: afterQualifier(stage, phrases, source.last) };
  return frameOf(stage, at, first, source, { first, last: after });
}

/** "the Dockers' Federation", "sources close to both camps": words that a plain phrase leaves out. */
function overApostrophe({ analysis }: Stage, at: SceneSentence, last: number): number {
  if (last + 1 >= at.sentence.last) return last;
  const joint = tokenAt(analysis, last);
  const close = tokenAt(analysis, last - 1).lower === "close" || joint.lower === "close";
  if (!/^['’]$/.test(joint.text) && !(close && /^(?:to|close)$/.test(joint.lower))) return last;
  const next = at.phrases.find((phrase) => phrase.type === "noun" && phrase.first > last);
  return next !== undefined && next.first <= last + 2
    ? nominalAt(analysis, at.phrases, at.phrases.indexOf(next), at.phrases.length).last
    : last;
}

function frameOf(stage: Stage, at: SceneSentence, first: number, source: Stretch, words: Stretch): VoiceFrame | null {
  const { analysis } = stage;
  const { sentence } = at;
  const atStart = first === sentence.first || isLead(stage, sentence.first, first);
  // "as specified in the department" inside a sentence stands between commas.
  const content = atStart
    ? contentAfter(stage, at, Math.max(source.last, words.last))
    : (around(stage, at, first, Math.max(source.last, words.last)) ?? contentBefore(stage, at, first));
  if (content === null) return null;
  return voiceFrame({
    source,
    cue: spanOf(analysis, words),
    cueText: textOf(analysis, words),
    content,
    sentence: tokenAt(analysis, sentence.first).sentence,
    rule: atStart ? "en.voice.according-first" : "en.voice.according-last",
  });
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

/** "By yesterday evening, according to the bus company, more than 700 tickets had been sold": the source stands inside what is said. */
function around(stage: Stage, at: SceneSentence, first: number, after: number): { start: number; end: number } | null {
  const { analysis } = stage;
  if (first - 1 <= at.sentence.first || after + 1 >= at.sentence.last) return null;
  if (tokenAt(analysis, first - 1).text !== "," || tokenAt(analysis, after).text !== ",") return null;
  if (!at.clauses.some(({ verb }) => verb.form === "finite" && verb.first > after)) return null;
  if (at.clauses.some(({ verb }) => verb.form === "finite" && verb.last < first)) return null;
  return { start: tokenAt(analysis, at.sentence.first).start, end: contentEnd(stage, at, after + 1) };
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
