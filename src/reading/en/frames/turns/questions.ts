/** Conversations without labels: questions and answers in paragraphs of their own, with dashes, in one paragraph; or one person who talks from beginning to end. */
import { tokenAt } from "../../../../language/token.ts";
import words from "../../../lexicons/en/interviews.json" with { type: "json" };
import type { Stage } from "../../stage.ts";
import { guestOf } from "./guest.ts";
import { hasHeading } from "./labels.ts";
import type { Paragraph, Speaker, Turn } from "./paragraph.ts";
import { confirms, FIRST_PERSON, isDash, turnsOf } from "./paragraph.ts";

/** Headings of papers in which somebody speaks for himself: there the document is the voice. */
const STATEMENTS: ReadonlySet<string> = new Set(words["own-statements"]);
/** Headings under which one person talks from beginning to end. */
const MONOLOGUES: ReadonlySet<string> = new Set(words.monologues);
const LONGEST_QUESTION = 45;
const LONGEST_PROMPT = 20;

export function askedTurns(stage: Stage, paragraphs: readonly Paragraph[]): readonly Turn[] {
  if (opensWith(stage, STATEMENTS)) return [];
  const dashed = paragraphs.filter(({ dashed: opens }) => opens);
  if (dashed.length >= 4 && dashed.some(({ asks }) => asks)) return alternating(stage, dashed);
  const inline = inlineTurns(stage, paragraphs);
  if (inline.length > 0) return inline;
  const questions = paragraphs.filter((paragraph, at) => isQuestion(paragraph) && paragraphs[at + 1]?.asks === false);
  if (questions.length >= 2) return inParagraphs(stage, paragraphs, questions);
  return opensWith(stage, MONOLOGUES) ? monologue(stage, paragraphs) : [];
}

function isQuestion({ asks, first, last }: Paragraph): boolean {
  return asks && last - first <= LONGEST_QUESTION;
}

/** The first of the dashed paragraphs asks, and every other one after it; so do all that end with a question mark. */
function alternating(stage: Stage, dashed: readonly Paragraph[]): readonly Turn[] {
  const from = dashed[0] as Paragraph;
  const guest = guestOf(stage, from.from, dashed.at(-1)?.to ?? 0);
  if (guest === null) return [];
  const odd = dashed.filter((paragraph, order) => paragraph.asks && order % 2 === 1).length;
  const even = dashed.filter((paragraph, order) => paragraph.asks && order % 2 === 0).length;
  const side = odd > even ? 1 : 0;
  return dashed.flatMap((paragraph, order) => {
    const asks = paragraph.asks || order % 2 === side;
    return prompted(stage, paragraph, asks, dashed[order + 1], guest, paragraph.first + 1);
  });
}

function prompted(
  stage: Stage,
  paragraph: Paragraph,
  asks: boolean,
  next: Paragraph | undefined,
  guest: Speaker,
  first = paragraph.first,
): readonly Turn[] {
  const taken = asks && !paragraph.asks && next !== undefined && confirms(stage, next.first, next.last);
  return turnsOf(stage, paragraph, asks && !taken ? null : guest, first);
}

/** Questions stand by themselves and an answer follows each. A short line between two answers that speaks of no "I" is put to the guest as well. */
function inParagraphs(stage: Stage, paragraphs: readonly Paragraph[], questions: readonly Paragraph[]): readonly Turn[] {
  const begin = paragraphs.indexOf(questions[0] as Paragraph);
  const body = paragraphs.slice(begin);
  const asked = new Set(questions);
  const answers = body.filter((paragraph) => !asked.has(paragraph));
  const talks = answers.filter(({ own }) => own).length;
  if (questions.length * 5 < body.length || !(hasHeading(stage) || talks > 0 || questions.some((each) => addresses(stage, each))))
    return [];
  const guest = guestOf(stage, (paragraphs[begin] as Paragraph).from) ?? subjectOf(stage, (paragraphs[begin] as Paragraph).from);
  if (guest === null) return [];
  let before: Paragraph | undefined;
  const turns: Turn[] = [];
  for (const [at, paragraph] of body.entries()) {
    const next = body[at + 1];
    const isPrompt =
      before !== undefined &&
      !paragraph.own &&
      paragraph.last - paragraph.first <= LONGEST_PROMPT &&
      next?.asks === false &&
      next.own === (next.own && true) &&
      !quotes(stage, paragraph) &&
      (addresses(stage, paragraph) || next.own || confirms(stage, next.first, next.last) || next.last - next.first > LONGEST_PROMPT / 2);
    const asks = asked.has(paragraph) || isPrompt;
    if (tokenAt(stage.analysis, paragraph.first).text !== "(") turns.push(...prompted(stage, paragraph, asks, next, guest));
    before = asks ? undefined : paragraph;
  }
  return turns;
}

function quotes({ analysis }: Stage, { first }: Paragraph): boolean {
  return /^["“«]$/.test(tokenAt(analysis, first).text);
}

function addresses({ analysis }: Stage, { first, last }: Paragraph): boolean {
  for (let at = first; at < last; at += 1) if (/^(?:you|your|yourself)$/.test(tokenAt(analysis, at).lower)) return true;
  return false;
}

/** "He drives the number 12 tram. We spoke to him in hospital.": nobody is named, and the lines over the first question tell of one person. */
function subjectOf(stage: Stage, before: number): Speaker | null {
  for (let sentence = 0; sentence < before; sentence += 1) {
    const { first } = stage.sentences[sentence]?.sentence ?? { first: 0 };
    if (/^(?:he|she)$/.test(tokenAt(stage.analysis, first).lower)) return { first, last: first + 1, sentence };
  }
  return null;
}

/** "Will you resign? - Not before the result is final.": question and answer in one paragraph. */
function inlineTurns(stage: Stage, paragraphs: readonly Paragraph[]): readonly Turn[] {
  const answered = paragraphs.filter(({ from, to }) =>
    stage.sentences.slice(from + 1, to).some(({ sentence }) => isDash(stage, sentence.first)),
  );
  if (answered.length < 2) return [];
  const guest = guestOf(stage, (answered[0] as Paragraph).from);
  if (guest === null) return [];
  return answered.flatMap((paragraph) => {
    let speaker: Speaker | null = null;
    const turns: Turn[] = [];
    for (let index = paragraph.from; index < paragraph.to; index += 1) {
      const own = stage.sentences[index]?.sentence;
      if (own === undefined) continue;
      const opens: boolean = index > paragraph.from && speaker === null && isDash(stage, own.first);
      if (opens) speaker = guest;
      turns.push({ sentence: index, first: opens ? own.first + 1 : own.first, last: own.last, speaker });
    }
    return turns;
  });
}

function opensWith(stage: Stage, list: ReadonlySet<string>): boolean {
  const heading = stage.sentences[0]?.sentence;
  if (heading === undefined) return false;
  for (let at = heading.first; at < heading.last; at += 1) if (list.has(tokenAt(stage.analysis, at).lower)) return true;
  return false;
}

/** Most sentences after the heading speak of "I" or "we", and nothing is quoted. */
function monologue(stage: Stage, paragraphs: readonly Paragraph[]): readonly Turn[] {
  const body = paragraphs[0]?.to ?? 0;
  const guest = guestOf(stage, body);
  const own = stage.sentences.slice(body);
  if (guest === null || own.length === 0) return [];
  const first = own.filter(({ sentence }) => {
    for (let at = sentence.first; at < sentence.last; at += 1) if (FIRST_PERSON.has(tokenAt(stage.analysis, at).lower)) return true;
    return false;
  }).length;
  if (first * 3 < own.length || own.some(({ sentence }) => /^["“]$/.test(tokenAt(stage.analysis, sentence.first).text))) return [];
  return own.map(({ sentence }, index) => ({
    sentence: body + index,
    first: sentence.first,
    last: sentence.last,
    speaker: tokenAt(stage.analysis, sentence.last - 1).text === "?" ? null : guest,
  }));
}
