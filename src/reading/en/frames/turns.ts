/**
 * Interviews, transcripts and threads of replies: what stands after a speaker's label or after a question is that speaker's until the next
 * one. What is only asked is nobody's word.
 */
import { tokenAt } from "../../../language/token.ts";
import words from "../../lexicons/en/interviews.json" with { type: "json" };
import { titleWords } from "../lexicon.ts";
import type { VoiceFrame } from "../frame.ts";
import type { Name } from "../names.ts";
import type { SceneSentence, Stage } from "../stage.ts";
import type { Stretch } from "../words.ts";
import { spanOf } from "../words.ts";
import { trimmedEnd } from "./content.ts";

const HEADINGS: ReadonlySet<string> = new Set(words.headings);
const ASKERS: ReadonlySet<string> = new Set(words.askers);
const ANSWERERS: ReadonlySet<string> = new Set(words.answerers);
const BEFORE_GUEST: ReadonlySet<string> = new Set(words["before-guest"]);
const FIRST_PERSON: ReadonlySet<string> = new Set(words["first-person"]);
const LONGEST_LABEL = 4;

/** Who speaks in a sentence, from which token on; null where only a question is put. */
interface Turn {
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  readonly speaker: Speaker | null;
}

interface Speaker extends Stretch {
  readonly sentence: number;
}

interface Label extends Stretch {
  readonly sentence: number;
  readonly key: string;
}

export function turnFrames(stage: Stage): readonly VoiceFrame[] {
  const labels = labelsOf(stage);
  const turns = isDialogue(stage, labels) ? labelledTurns(stage, labels) : hasHeading(stage) ? interviewTurns(stage) : [];
  return turns.flatMap((turn) => frameOf(stage, turn) ?? []);
}

function frameOf(stage: Stage, { sentence, first, last, speaker }: Turn): VoiceFrame | null {
  if (first >= last) return null;
  const cue = { first: Math.max(first - 1, (stage.sentences[sentence] as SceneSentence).sentence.first), last: first };
  const at =
    cue.last > cue.first
      ? spanOf(stage.analysis, cue)
      : { start: tokenAt(stage.analysis, first).start, end: tokenAt(stage.analysis, first).start };
  return {
    source: speaker === null ? null : { first: speaker.first, last: speaker.last },
    cue: at,
    cueText: stage.analysis.text.slice(at.start, at.end),
    stance: "says",
    content: { start: tokenAt(stage.analysis, first).start, end: trimmedEnd(stage.analysis, first, last) },
    sentence,
    ...(speaker === null || speaker.sentence === sentence ? {} : { home: speaker.sentence }),
    quoted: false,
    verb: null,
    negated: false,
    accused: null,
    ...(speaker === null ? { silent: true as const, asked: true as const } : {}),
    rule: "en.voice.turn",
  };
}

/** Labels at the heads of paragraphs: "Q:", "MS TAAS:", "@handle:", "Ada Venn:". */
function labelsOf(stage: Stage): readonly Label[] {
  return stage.sentences.flatMap((at, sentence): Label[] => {
    const before = stage.sentences[sentence - 1]?.sentence.paragraph;
    if (before === at.sentence.paragraph) return [];
    const { first } = at.sentence;
    for (let token = first + 1; token < at.sentence.last && token <= first + LONGEST_LABEL; token += 1)
      if (tokenAt(stage.analysis, token).text === ":") {
        const text = stage.analysis.text.slice(tokenAt(stage.analysis, first).start, tokenAt(stage.analysis, token - 1).end);
        return isLabel(stage, text, first, token) ? [{ first, last: token, sentence, key: text.toLowerCase() }] : [];
      }
    return [];
  });
}

function isLabel(stage: Stage, text: string, first: number, last: number): boolean {
  if (ASKERS.has(text.toLowerCase()) || text.startsWith("@")) return true;
  if (/^[\p{Lu}.\s'’-]+$/u.test(text)) return true;
  const name = stage.names.at(last - 1);
  return name?.kind === "person" && name.last === last && last - first <= name.last - name.first + 1;
}

/** Two speakers at least, or one who speaks twice. */
function isDialogue(stage: Stage, labels: readonly Label[]): boolean {
  const keys = new Set(labels.map(({ key }) => key));
  if (labels.length < 2) return false;
  return (
    keys.size < labels.length || labels.some(({ key }) => ASKERS.has(key) || key.startsWith("@")) || (keys.size === 2 && hasHeading(stage))
  );
}

function labelledTurns(stage: Stage, labels: readonly Label[]): readonly Turn[] {
  const starts = new Map(labels.map((label) => [label.sentence, label]));
  const asking = askersOf(stage, labels);
  const turns: Turn[] = [];
  let open: { label: Label; speaker: Speaker | null; asks: boolean } | null = null;
  stage.sentences.forEach(({ sentence }, index) => {
    const label = starts.get(index);
    if (label !== undefined) open = { label, speaker: speakerFor(stage, label, labels), asks: asking.has(label.key) };
    if (open === null) return;
    const opensParagraph = stage.sentences[index - 1]?.sentence.paragraph !== sentence.paragraph;
    // A question without a label is the interviewer's, and a remark in brackets the paper's.
    if (label === undefined && opensParagraph && endsAsking(stage, sentence.paragraph, index)) {
      turns.push({ sentence: index, first: sentence.first, last: sentence.last, speaker: null });
      return;
    }
    if (label === undefined && tokenAt(stage.analysis, sentence.first).text === "(") return;
    const first = label === undefined ? sentence.first : Math.min(label.last + 1, sentence.last);
    turns.push({ sentence: index, first, last: sentence.last, speaker: open.asks ? null : open.speaker });
  });
  return turns;
}

/** Labels of those who ask: by name ("Q"), or because most of their turns end with a question mark and another's do not. */
function askersOf(stage: Stage, labels: readonly Label[]): ReadonlySet<string> {
  const asking = new Set<string>();
  for (const [key, own] of Map.groupBy(labels, (label) => label.key)) {
    const asked = own.filter((label) =>
      endsAsking(stage, (stage.sentences[label.sentence] as SceneSentence).sentence.paragraph, label.sentence),
    ).length;
    if (ASKERS.has(key) || (!key.startsWith("@") && own.length > 1 && asked * 2 >= own.length)) asking.add(key);
  }
  return asking;
}

/** The last sentence of the paragraph is a question. */
function endsAsking(stage: Stage, paragraph: number, from: number): boolean {
  let last = from;
  while (stage.sentences[last + 1]?.sentence.paragraph === paragraph) last += 1;
  const sentence = stage.sentences[last]?.sentence;
  return sentence !== undefined && tokenAt(stage.analysis, sentence.last - 1).text === "?";
}

/** The fullest name for a label: "VINT" for Gero Vint of the heading, "A" for the guest; else the label itself. */
function speakerFor(stage: Stage, label: Label, labels: readonly Label[]): Speaker {
  if (ANSWERERS.has(label.key) && labels.some(({ key }) => ASKERS.has(key))) {
    const guest = guestOf(stage, label.sentence);
    if (guest !== null) return guest;
  }
  let { first } = label;
  while (first < label.last - 1 && titleWords.has(tokenAt(stage.analysis, first).lower.replace(/\.$/, ""))) first += 1;
  const surname = tokenAt(stage.analysis, label.last - 1).lower;
  const fuller = stage.names.all.find(
    (name) => name.last - name.first > label.last - first && tokenAt(stage.analysis, name.last - 1).lower === surname,
  );
  return fuller === undefined ? { first, last: label.last, sentence: label.sentence } : placed(stage, fuller);
}

function placed(stage: Stage, name: Name): Speaker {
  return { first: name.first, last: name.last, sentence: tokenAt(stage.analysis, name.first).sentence };
}

/** The person whom the lines before the first turn name, best after "with" or "guest". */
function guestOf(stage: Stage, before: number): Speaker | null {
  const named = stage.names
    .within(0, before - 1)
    .filter((name) => name.last - name.first >= 2 && (name.kind === "person" || isIntroduced(stage, name)));
  const best = named.find((name) => name.kind === "person" && isIntroduced(stage, name)) ?? named.find(({ kind }) => kind === "person");
  return best === undefined ? null : placed(stage, best);
}

/** "with Ada Venn", "Guest: Ada Venn", "with the former inspector Ada Venn". */
function isIntroduced({ analysis }: Stage, name: Name): boolean {
  const { sentence } = tokenAt(analysis, name.first);
  for (let at = name.first - 1; at >= 0 && at >= name.first - 7 && tokenAt(analysis, at).sentence === sentence; at -= 1)
    if (BEFORE_GUEST.has(tokenAt(analysis, at).lower)) return true;
  return false;
}

/** The first lines announce an interview: a heading without a full stop that says so. */
function hasHeading(stage: Stage): boolean {
  const heading = stage.sentences[0]?.sentence;
  if (heading === undefined || stage.sentences.length < 3) return false;
  for (let at = heading.first; at < heading.last; at += 1) if (HEADINGS.has(tokenAt(stage.analysis, at).lower)) return true;
  return stage.sentences.some(({ sentence }) => isDash(stage, sentence.first) && asksBefore(stage, sentence.first));
}

/** "Will you resign? - Not before the result is final.": question and answer in one paragraph; or one person who talks from beginning to end. */
function interviewTurns(stage: Stage): readonly Turn[] {
  const answers = stage.sentences.filter(({ sentence }) => isDash(stage, sentence.first) && !opensParagraph(stage, sentence.first)).length;
  const body = stage.sentences.findIndex(({ sentence }) => sentence.paragraph > 0);
  const guest = body <= 0 ? null : guestOf(stage, body);
  if (guest === null) return [];
  if (answers >= 2) return dashedTurns(stage, guest);
  return isMonologue(stage, body) ? monologue(stage, body, guest) : [];
}

function dashedTurns(stage: Stage, guest: Speaker): readonly Turn[] {
  const turns: Turn[] = [];
  for (const [, own] of Map.groupBy([...stage.sentences.entries()], ([, { sentence }]) => sentence.paragraph)) {
    const answer = own.findIndex(([, { sentence }]) => isDash(stage, sentence.first));
    if (answer <= 0) continue;
    own.forEach(([index, { sentence }], order) => {
      const first = order === answer ? sentence.first + 1 : sentence.first;
      turns.push({ sentence: index, first, last: sentence.last, speaker: order < answer ? null : guest });
    });
  }
  return turns;
}

/** Most sentences speak of "I" or "we", and hardly any names a speaker. */
function isMonologue(stage: Stage, body: number): boolean {
  const own = stage.sentences.slice(body);
  const first = own.filter(({ sentence }) => {
    for (let at = sentence.first; at < sentence.last; at += 1) if (FIRST_PERSON.has(tokenAt(stage.analysis, at).lower)) return true;
    return false;
  }).length;
  const quoted = own.some(
    ({ sentence }) => tokenAt(stage.analysis, sentence.first).text === "“" || tokenAt(stage.analysis, sentence.first).text === '"',
  );
  return !quoted && first * 3 >= own.length;
}

function monologue(stage: Stage, body: number, guest: Speaker): readonly Turn[] {
  return stage.sentences.flatMap(({ sentence }, index): Turn[] => {
    if (index < body) return [];
    const asked = tokenAt(stage.analysis, sentence.last - 1).text === "?";
    return [{ sentence: index, first: sentence.first, last: sentence.last, speaker: asked ? null : guest }];
  });
}

function isDash({ analysis }: Stage, token: number): boolean {
  return /^[-–—]$/.test(tokenAt(analysis, token).text);
}

function opensParagraph(stage: Stage, token: number): boolean {
  const { sentence } = tokenAt(stage.analysis, token);
  return stage.sentences[sentence - 1]?.sentence.paragraph !== stage.sentences[sentence]?.sentence.paragraph;
}

function asksBefore(stage: Stage, token: number): boolean {
  return !opensParagraph(stage, token) && tokenAt(stage.analysis, token - 1).text === "?";
}
