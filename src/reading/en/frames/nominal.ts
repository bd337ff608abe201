/** "Reports emerged that …", "X's claim that …", "the president's promises to …", "there were reports of …", "on suspicion of …". */
import { tokenAt } from "../../../language/token.ts";
import { nominalAt } from "../nominals.ts";
import { reportNouns, strongVerbs, surfaceVerbs, weakVerbs } from "../lexicon.ts";
import type { NounPhrase, Phrase, VerbGroup } from "../phrase.ts";
import type { SceneSentence } from "../stage.ts";
import type { VoiceFrame } from "../frame.ts";
import { voiceFrame } from "../frame.ts";
import type { Stage } from "../stage.ts";
import type { Stretch } from "../words.ts";
import { lemmaAt, spanOf, textOf } from "../words.ts";
import { contentEnd } from "./content.ts";

export function nominalFrames(stage: Stage): readonly VoiceFrame[] {
  return stage.sentences.flatMap((at) =>
    at.phrases.flatMap((phrase, index) => (phrase.type === "noun" ? (frameOf(stage, at, phrase, index) ?? []) : [])),
  );
}

function frameOf(stage: Stage, at: SceneSentence, noun: NounPhrase, index: number): VoiceFrame | null {
  const { analysis } = stage;
  const stance = reportNouns.get(lemmaAt(analysis, noun.head)) ?? reportNouns.get(tokenAt(analysis, noun.head).lower.replace(/s$/, ""));
  if (stance === undefined) return null;
  const opening = openingOf(stage, at, index, stance === "promises");
  if (opening === null || isAddressed(stage, at, noun, opening) || isRelative(stage, at, opening)) return null;
  const source = opening.source ??
    possessor(stage, noun) ?? { first: noun.first, last: nominalAt(analysis, at.phrases, index, index + 1).last };
  const content = {
    start: tokenAt(analysis, opening.first).start,
    end: Math.min(contentEnd(stage, at, opening.first), beforeMainVerb(stage, at, index, opening.first)),
  };
  const cueStretch = { first: noun.head, last: noun.head + 1 };
  return voiceFrame({
    source,
    cue: spanOf(analysis, cueStretch),
    cueText: textOf(analysis, cueStretch),
    stance,
    content,
    sentence: tokenAt(analysis, at.sentence.first).sentence,
    rule: opening.rule,
  });
}

/** "X's promises to prevent Y seem …": a report noun that is the subject ends before the verb it is the subject of. */
function beforeMainVerb(stage: Stage, at: SceneSentence, index: number, first: number): number {
  const { analysis } = stage;
  if (at.phrases.slice(0, index).some((phrase) => phrase.type === "verb")) return Infinity;
  const infinitive = tokenAt(analysis, first).lower === "to";
  // "the claim that the crowd was armed could not be verified": the last verb is the sentence's own.
  const verbs = at.phrases.filter(
    (phrase): phrase is VerbGroup => phrase.type === "verb" && phrase.form === "finite" && phrase.first > first,
  );
  const main = infinitive ? verbs[0] : verbs.length < 2 ? undefined : verbs.at(-1);
  if (main !== undefined && !/^(?:,|and|or|but|that|who|which|when|if|because)$/.test(tokenAt(analysis, main.first - 1).lower)) {
    const own = at.clauses.find((clause) => clause.verb.first === main.first);
    const subject = infinitive ? null : (own?.subject ?? null);
    if (subject === null || own?.opener != null || own?.shared === true || main.passive) return tokenAt(analysis, main.first - 1).end;
  }
  return Infinity;
}

/** "told a briefing that": the noun is who is spoken to, and the verb's subject speaks. */
function isAddressed(stage: Stage, at: SceneSentence, noun: NounPhrase, opening: Opening): boolean {
  if (opening.rule !== "en.voice.report-noun") return false;
  return at.clauses.some(({ verb, subject }) => {
    const lemma = tokenAt(stage.analysis, verb.verb).lemma;
    return (
      verb.last <= noun.first &&
      noun.first - verb.last <= 3 &&
      subject !== null &&
      !verb.passive &&
      (strongVerbs.has(lemma) || weakVerbs.has(lemma))
    );
  });
}

/** "a report that the paper carried": the clause is about the report; it is not what the report says. */
function isRelative(stage: Stage, at: SceneSentence, opening: Opening): boolean {
  const clause = at.clauses.find((candidate) => candidate.verb.first >= opening.first);
  return (
    clause?.object === null &&
    !clause.verb.passive &&
    /^(?:carry|publish|issue|release|post|broadcast|run|print|make|give|air|send|share)$/.test(
      tokenAt(stage.analysis, clause.verb.verb).lemma,
    )
  );
}

interface Opening {
  /** First token of what is said. */
  readonly first: number;
  readonly source: Stretch | null;
  readonly rule: string;
}

/** Finds "that …" (or "to …" after a promise) after a report noun, over "emerged in the press". */
function openingOf(stage: Stage, at: SceneSentence, index: number, promise: boolean): Opening | null {
  const { analysis } = stage;
  let source: Stretch | null = null;
  for (let i = index + 1; i < at.phrases.length && i <= index + 7; i += 1) {
    const phrase = at.phrases[i] as Phrase;
    const word = tokenAt(analysis, phrase.first);
    if (phrase.type === "verb") {
      if (promise && phrase.form === "infinitive" && i === index + 1)
        return { first: phrase.first, source: null, rule: "en.voice.promise-noun" };
      if (!surfaceVerbs.has(tokenAt(analysis, phrase.verb).lemma) && !surfaceVerbs.has(`${tokenAt(analysis, phrase.verb).lemma} out`))
        return null;
      continue;
    }
    if (phrase.type === "noun") {
      const before = at.phrases[i - 1];
      const link = before?.type === "mark" ? tokenAt(analysis, before.first).lower : "";
      // "Reports on social media that": all of it names the source. "Arguments emerged in the press that": the press does.
      if (link === "in" || link === "on" || link === "from" || link === "by")
        source = { first: i === index + 2 ? (at.phrases[index] as Phrase).first : phrase.first, last: phrase.last };
      continue;
    }
    if (phrase.kind === "subordinator" && word.lower === "that")
      return phrase.last < at.sentence.last ? { first: phrase.last, source, rule: "en.voice.report-noun" } : null;
    if (phrase.kind !== "preposition") return null;
    if (word.lower === "of" && i === index + 1) return null;
  }
  return null;
}

/** "the president's promises": who owns the report says it. */
function possessor(stage: Stage, noun: NounPhrase): Stretch | null {
  for (let at = noun.first; at < noun.head; at += 1) {
    if (tokenAt(stage.analysis, at).lower === "'s" && at > noun.first) return { first: noun.first, last: at };
  }
  const opener = tokenAt(stage.analysis, noun.first);
  if (opener.tag === "PRON" && /^(?:his|her|their|its)$/.test(opener.lower)) return { first: noun.first, last: noun.first + 1 };
  return null;
}
