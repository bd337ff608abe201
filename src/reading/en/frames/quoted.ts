/** Second-hand reports: "X quoted Y as saying that", "Y, quoted by X, said", "X reported, citing Y". The one who quotes is the outer voice. */
import { tokenAt } from "../../../language/token.ts";
import type { Span } from "../../../model/passage.ts";
import type { Clause } from "../clauses.ts";
import { nominalAt } from "../nominals.ts";
import type { VoiceFrame } from "../frame.ts";
import { voiceFrame } from "../frame.ts";
import type { Phrase } from "../phrase.ts";
import type { SceneSentence, Stage } from "../stage.ts";
import type { Stretch } from "../words.ts";
import { spanOf, textOf } from "../words.ts";
import { contentEnd, isOpeningQuote } from "./content.ts";

const QUOTES = /^(?:quote|cite)$/;

/** Frames of "as saying" and "quoted by"; they need no other frame. */
export function quotedFrames(stage: Stage): readonly VoiceFrame[] {
  return stage.sentences.flatMap((at) =>
    at.clauses.flatMap((clause) =>
      QUOTES.test(tokenAt(stage.analysis, clause.verb.verb).lemma) ? [...asSaying(stage, at, clause), ...quotedBy(stage, at, clause)] : [],
    ),
  );
}

function frameOf(stage: Stage, at: SceneSentence, source: Stretch, cue: Stretch, content: Span, rule: string): VoiceFrame {
  return voiceFrame({
    source,
    cue: spanOf(stage.analysis, cue),
    cueText: textOf(stage.analysis, cue),
    content,
    sentence: tokenAt(stage.analysis, at.sentence.first).sentence,
    rule,
  });
}

/** "The agency quoted the mayor as saying that …", "the mayor was quoted (by the agency) as saying …". */
function asSaying(stage: Stage, at: SceneSentence, clause: Clause): VoiceFrame[] {
  const { analysis } = stage;
  const saying = at.phrases.find(
    (phrase) =>
      phrase.type === "verb" &&
      phrase.first >= clause.verb.last &&
      phrase.form === "gerund" &&
      /^(?:say|tell|state)$/.test(tokenAt(analysis, phrase.verb).lemma),
  );
  if (saying === undefined || tokenAt(analysis, saying.first - 1).lower !== "as") return [];
  const speaker = clause.verb.passive ? clause.subject : clause.object;
  if (speaker === null) return [];
  let first = saying.last;
  while (first < at.sentence.last - 1 && (/^(?:that|,|:)$/.test(tokenAt(analysis, first).lower) || isOpeningQuote(analysis, first)))
    first += 1;
  if (first >= at.sentence.last) return [];
  const content = { start: tokenAt(analysis, first).start, end: contentEnd(stage, at, first) };
  const inner = frameOf(stage, at, speaker, { first: saying.first, last: saying.last }, content, "en.voice.as-saying");
  const by = clause.verb.passive ? (clause.complements.find(({ preposition }) => preposition === "by")?.noun ?? null) : clause.subject;
  if (by === null) return [inner];
  const whole = { start: Math.min(content.start, tokenAt(analysis, speaker.first).start), end: content.end };
  return [frameOf(stage, at, by, clause.verb, whole, "en.voice.quotes"), inner];
}

/** "Tom Orrin, quoted by the agency, said": the agency is the outer voice of the whole sentence. */
function quotedBy(stage: Stage, at: SceneSentence, clause: Clause): VoiceFrame[] {
  const { analysis } = stage;
  if (clause.verb.last - clause.verb.first !== 1 || clause.verb.first === at.sentence.first) return [];
  const before = tokenAt(analysis, clause.verb.first - 1).text;
  const index = at.phrases.findIndex((phrase) => phrase.first === clause.verb.last);
  const by = at.phrases[index];
  const noun = at.phrases[index + 1];
  if (before !== "," || by?.type !== "mark" || tokenAt(analysis, by.first).lower !== "by" || noun?.type !== "noun") return [];
  const source = nominalAt(analysis, at.phrases, index + 1, at.phrases.length);
  return [
    frameOf(
      stage,
      at,
      source,
      { first: clause.verb.first, last: by.last },
      { start: at.sentence.start, end: contentEnd(stage, at, at.sentence.first) },
      "en.voice.quoted-by",
    ),
  ];
}

/** "X reported, citing Y", "X, which cited Y": Y is inside each report of X. `frames` are those of the document. */
export function citedFrames(stage: Stage, frames: readonly VoiceFrame[]): readonly VoiceFrame[] {
  const bySentence = Map.groupBy(frames, (frame) => frame.sentence);
  return stage.sentences.flatMap((at, index) =>
    at.phrases.flatMap((_, phrase) => cited(stage, at, phrase, bySentence.get(index) ?? []) ?? []),
  );
}

function cited(stage: Stage, at: SceneSentence, index: number, frames: readonly VoiceFrame[]): VoiceFrame | null {
  const { analysis } = stage;
  const verb = at.phrases[index];
  const noun = at.phrases[index + 1];
  if (verb?.type !== "verb" || verb.passive || noun?.type !== "noun" || !QUOTES.test(tokenAt(analysis, verb.verb).lemma)) return null;
  const relative = at.phrases[index - 1];
  if (verb.form !== "gerund" && !(relative?.type === "mark" && relative.kind === "relative")) return null;
  const source = nominalAt(analysis, at.phrases, index + 1, at.phrases.length);
  const saying = at.phrases
    .slice(index + 1, index + 6)
    .some((phrase: Phrase) => phrase.type === "verb" && phrase.form === "gerund" && tokenAt(analysis, phrase.verb).lemma === "say");
  const outer =
    frames.find((frame) => frame.source !== null && frame.cue.end <= tokenAt(analysis, verb.first).start) ??
    frames.find(
      (frame) => frame.source !== null && frame.cue.start > tokenAt(analysis, verb.first).start && at.sentence.first === verb.first,
    );
  if (outer === undefined || saying) return null;
  return frameOf(stage, at, source, verb, outer.content, "en.voice.citing");
}
