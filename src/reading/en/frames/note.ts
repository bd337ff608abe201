/**
 * Notes about a witness: "Interview notes, nurse, regional hospital …" and then "She was told that …". What the note tells is the witness's word
 * from the line on that introduces her; "she says" in it adds no mouth. A statement in the first person is the document itself.
 */
import { tokenAt } from "../../../language/token.ts";
import words from "../../lexicons/en/interviews.json" with { type: "json" };
import { basisWords, groupWords, organisationWords, partyWords, peopleWords, personWords, strongVerbs, weakVerbs } from "../lexicon.ts";
import type { VoiceFrame } from "../frame.ts";
import { voiceFrame } from "../frame.ts";
import type { SceneSentence, Stage } from "../stage.ts";
import type { Stretch } from "../words.ts";
import { lemmaAt, lookup, spanOf, textOf } from "../words.ts";
import { trimmedEnd } from "./content.ts";
import { FIRST_PERSON } from "./turns/paragraph.ts";

const NOTES: ReadonlySet<string> = new Set(words.notes);
const SHE: ReadonlySet<string> = new Set(["he", "she"]);
/** Sentences at the head of a note in which it says what it is and of whom. */
const HEAD = 3;

interface Witness extends Stretch {
  readonly sentence: number;
}

export function noteFrames(stage: Stage, frames: readonly VoiceFrame[]): readonly VoiceFrame[] {
  const witness = witnessOf(stage);
  if (witness === null || !isThirdPerson(stage, witness)) return frames;
  const told = frames.map((frame) => (isWitness(stage, frame, witness) ? { ...frame, own: true as const } : frame));
  const notes = stage.sentences.flatMap((at, index) =>
    index <= witness.sentence ? [] : [wholeOf(stage, at, index, witness), ...bare(stage, at, index)],
  );
  return [...notes, ...told];
}

/** The person in the first lines of a note: "nurse", "The man", "fisherman" after "male, 34". */
function witnessOf(stage: Stage): Witness | null {
  const head = stage.sentences.slice(0, HEAD);
  const opening = stage.sentences[0]?.sentence;
  if (opening === undefined || !hasWord(stage, opening.first, opening.last, NOTES)) return null;
  for (const [sentence, at] of head.entries())
    for (const phrase of at.phrases) {
      if (phrase.type !== "noun" || stage.names.at(phrase.head)?.kind === "person") continue;
      const { lower, lemma, tag } = tokenAt(stage.analysis, phrase.head);
      if (tag !== "NOUN" || organisationWords.has(lower) || NOTES.has(lemma) || NOTES.has(lower) || SEXES.has(lower)) continue;
      if (isPerson(stage, phrase)) return { first: phrase.first, last: phrase.last, sentence };
    }
  return null;
}

const SEXES: ReadonlySet<string> = new Set(["male", "female", "m", "f"]);

function isPerson({ analysis }: Stage, { first, last, head }: Stretch & { readonly head: number }): boolean {
  const { lower, lemma } = tokenAt(analysis, head);
  if (/[^s]s$/.test(lower) && lower !== lemma) return false;
  const after = (offset: number): string => analysis.tokens[last + offset]?.lower ?? "";
  const before = (offset: number): string => (first > offset ? tokenAt(analysis, first - 1 - offset).lower : "");
  // "male, 34, fisherman", "nurse, 41": an age beside the word.
  if (/^[1-9]\d$/.test(before(1)) && before(0) === ",") return true;
  if (/^[,(]$/.test(after(0)) && /^[1-9]\d$/.test(after(1))) return true;
  const stretch = { first: head, last: head + 1 };
  return (
    peopleWords.has(lemma) ||
    personWords.has(lemma) ||
    groupWords.has(lemma) ||
    (lookup(analysis, stretch, basisWords) ?? lookup(analysis, stretch, partyWords)) === "witness" ||
    (partyWords.get(lemma) === "medical" && !PLACES.has(lemma))
  );
}

const PLACES: ReadonlySet<string> = new Set(["hospital", "clinic", "morgue", "ambulance", "ward"]);

/** Told of with "he says", "she saw", and hardly ever with "I". */
function isThirdPerson(stage: Stage, { sentence }: Witness): boolean {
  let told = 0;
  let own = 0;
  for (const at of stage.sentences.slice(sentence + 1)) {
    let quoted = false;
    for (let token = at.sentence.first; token < at.sentence.last; token += 1) {
      if (/^["“”]$/.test(tokenAt(stage.analysis, token).text)) quoted = !quoted;
      else if (!quoted && FIRST_PERSON.has(tokenAt(stage.analysis, token).lower)) own += 1;
    }
    if (
      at.clauses.some(
        ({ subject, verb }) => subject !== null && SHE.has(tokenAt(stage.analysis, subject.head).lower) && tells(stage, verb.verb),
      )
    )
      told += 1;
    else if (opensWithVerb(stage, at) !== null) told += 1;
  }
  return told > 1 && own <= 1;
}

function tells({ analysis }: Stage, verb: number): boolean {
  const { lemma } = tokenAt(analysis, verb);
  return strongVerbs.has(lemma) || weakVerbs.has(lemma) || PERCEIVING.has(lemma);
}

const PERCEIVING: ReadonlySet<string> = new Set([
  "see",
  "hear",
  "know",
  "notice",
  "watch",
  "recognise",
  "recognize",
  "tell",
  "think",
  "count",
]);

function hasWord({ analysis }: Stage, first: number, last: number, list: ReadonlySet<string>): boolean {
  for (let at = first; at < last; at += 1) if (list.has(tokenAt(analysis, at).lower)) return true;
  return false;
}

/** "she says", "the witness adds": the one of whom the note is. */
function isWitness({ analysis }: Stage, { source, home, rule }: VoiceFrame, witness: Witness): boolean {
  if (source === null || home !== undefined || rule === "en.voice.turn") return false;
  const head = tokenAt(analysis, source.last - 1).lower;
  if (source.last - source.first === 1) return SHE.has(head) || head === "witness" || /^(?:his|her)$/.test(head);
  if (
    /^(?:his|her)$/.test(tokenAt(analysis, source.first).lower) &&
    /^(?:words?|account|opinion|knowledge|testimony|statement)$/.test(head)
  )
    return true;
  return (
    source.last - source.first === 2 &&
    tokenAt(analysis, source.first).lower === "the" &&
    (head === "witness" || head === tokenAt(analysis, witness.last - 1).lower)
  );
}

function wholeOf(stage: Stage, at: SceneSentence, sentence: number, witness: Witness): VoiceFrame {
  const { first, last } = at.sentence;
  const { start } = tokenAt(stage.analysis, first);
  return voiceFrame({
    rule: "en.voice.note",
    source: { first: witness.first, last: witness.last },
    cue: { start, end: start },
    cueText: "",
    content: { start, end: trimmedEnd(stage.analysis, first, last) },
    sentence,
    home: witness.sentence,
  });
}

/** "Says the boat came at dusk.": a report without its subject. */
function bare(stage: Stage, at: SceneSentence, sentence: number): VoiceFrame[] {
  const verb = opensWithVerb(stage, at);
  if (verb === null) return [];
  let first = verb + 1;
  if (first < at.sentence.last - 1 && tokenAt(stage.analysis, first).lower === "that") first += 1;
  if (first >= at.sentence.last) return [];
  const cue = { first: verb, last: verb + 1 };
  return [
    voiceFrame({
      rule: "en.voice.note",
      source: cue,
      cue: spanOf(stage.analysis, cue),
      cueText: textOf(stage.analysis, cue),
      content: { start: tokenAt(stage.analysis, first).start, end: trimmedEnd(stage.analysis, first, at.sentence.last) },
      sentence,
      verb,
      own: true,
    }),
  ];
}

function opensWithVerb(stage: Stage, at: SceneSentence): number | null {
  const first = at.sentence.first;
  const stance = strongVerbs.get(lemmaAt(stage.analysis, first));
  return stance === "says" && tokenAt(stage.analysis, first).lower.endsWith("s") && at.sentence.last - first > 3 ? first : null;
}
