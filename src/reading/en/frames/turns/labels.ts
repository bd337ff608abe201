/** Conversations in which each turn is labelled: "Q:", "MS TAAS:", "@handle:", "Courier:", "Gen. Obrand:", "WITNESS (Inspector Vael):". */
import { tokenAt } from "../../../../language/token.ts";
import words from "../../../lexicons/en/interviews.json" with { type: "json" };
import { titleWords } from "../../lexicon.ts";
import type { Name } from "../../names.ts";
import type { SceneSentence, Stage } from "../../stage.ts";
import type { Stretch } from "../../words.ts";
import { guestOf, placed } from "./guest.ts";
import type { Paragraph, Speaker, Turn } from "./paragraph.ts";
import { confirms, HEADINGS, turnsOf } from "./paragraph.ts";

const ASKERS: ReadonlySet<string> = new Set(words.askers);
const ANSWERERS: ReadonlySet<string> = new Set(words.answerers);
const REPLIES: ReadonlySet<string> = new Set(words.replies);
const MARKUP = /^[*_#>[\]()–—•-]+$/;
const LONGEST_LABEL = 6;

interface Label extends Stretch {
  /** Position of the first token of the turn. */
  readonly turn: number;
  readonly sentence: number;
  readonly key: string;
  /** The name in brackets after it, else null. */
  readonly alias: Name | null;
  readonly paragraph: Paragraph;
}

/** Turns of a labelled conversation; none when the labels are those of a list. */
export function labelledTurns(stage: Stage, paragraphs: readonly Paragraph[]): readonly Turn[] {
  const labels = paragraphs.flatMap((paragraph) => labelsIn(stage, paragraph));
  if (!isDialogue(stage, labels)) return [];
  const asking = askersOf(labels);
  const speakers = new Map<string, Speaker | null>();
  const keys = new Set(labels.map(({ key }) => key));
  const known = { labels, asking, keys };
  for (const label of labels)
    if (!speakers.has(label.key)) speakers.set(label.key, asking.has(label.key) ? null : speakerFor(stage, label, known));
  const byParagraph = Map.groupBy(labels, ({ paragraph }) => paragraph);
  const following = new Map(labels.map((label, order) => [label, labels[order + 1]]));
  const turns: Turn[] = [];
  const from = labels[0]?.paragraph.from ?? 0;
  let open: Label | undefined;
  for (const paragraph of paragraphs) {
    if (paragraph.from < from) continue;
    const own = byParagraph.get(paragraph) ?? [];
    if (own.length === 0) {
      // A question without a label is the interviewer's, and a remark in brackets the paper's.
      if (open === undefined || tokenAt(stage.analysis, paragraph.first).text === "(" || isRemark(stage, paragraph, labels)) continue;
      turns.push(...turnsOf(stage, paragraph, paragraph.asks ? null : (speakers.get(open.key) ?? null)));
      continue;
    }
    for (const [order, label] of own.entries()) {
      const end = own[order + 1]?.first ?? paragraph.last;
      const next = following.get(label);
      const speaker = speakers.get(label.key) ?? null;
      const taken =
        speaker === null && next !== undefined && !asksIn(stage, label.turn, end) && confirms(stage, next.turn, next.paragraph.last);
      const turn = turnsOf(stage, paragraph, taken ? (speakers.get(next.key) ?? null) : speaker, label.turn);
      turns.push(...turn.filter(({ first }) => first < end).map((each) => ({ ...each, last: Math.min(each.last, end) })));
      open = label;
    }
  }
  return turns;
}

/** What stands after the last label in words of its own ("The council told us it had …"): nobody's turn when it names the sides or the paper. */
function isRemark(stage: Stage, paragraph: Paragraph, labels: readonly Label[]): boolean {
  const last = labels.at(-1);
  return last !== undefined && paragraph.from > last.paragraph.from && paragraph.from > last.paragraph.to && tellsOfTalk(stage, paragraph);
}

function tellsOfTalk({ analysis }: Stage, { first, last }: Paragraph): boolean {
  for (let at = first; at + 1 < last; at += 1)
    if (/^(?:told|interview|answered|declined|responded|transcript|interviewed)$/.test(tokenAt(analysis, at).lower)) return true;
  return false;
}

/** The label at the head of a paragraph, and "Q." and "A." inside it. */
function labelsIn(stage: Stage, paragraph: Paragraph): readonly Label[] {
  const found: Label[] = [];
  for (let sentence = paragraph.from; sentence < paragraph.to; sentence += 1) {
    const { first, last } = (stage.sentences[sentence] as SceneSentence).sentence;
    const label = labelAt(stage, paragraph, sentence, first, last);
    if (label === null) continue;
    if (sentence === paragraph.from || ASKERS.has(label.key) || ANSWERERS.has(label.key)) found.push(label);
  }
  return found;
}

function labelAt(stage: Stage, paragraph: Paragraph, sentence: number, from: number, end: number): Label | null {
  const { analysis } = stage;
  let first = from;
  while (first < end && (MARKUP.test(tokenAt(analysis, first).text) || isClock(stage, first))) first += 1;
  let last = first;
  let alias: Name | null = null;
  let at = first;
  for (; at < end && at - first <= LONGEST_LABEL * 2; at += 1) {
    const { text } = tokenAt(analysis, at);
    if (text === ":" || (at === first + 1 && isLetter(stage, first) && /^[.–—-]$/.test(text))) break;
    if (text === "(" && at > first) {
      alias = stage.names.at(Math.max(at + 1, first)) ?? null;
      for (let inner = at + 1; inner < end && tokenAt(analysis, inner).text !== ")"; inner += 1) alias = stage.names.at(inner) ?? alias;
      while (at < end && tokenAt(analysis, at).text !== ")") at += 1;
      continue;
    }
    if (MARKUP.test(text) && text !== "-") continue;
    if (/^[,;!?"“”]$/.test(text)) return null;
    last = at + 1;
  }
  const glued = last === first + 1 && /^[QA]\.$/.test(tokenAt(analysis, first).text);
  if (!glued && (at >= end || (tokenAt(analysis, at).text !== ":" && at !== first + 1))) return null;
  if (last <= first || last - first > LONGEST_LABEL || /^\d/.test(tokenAt(analysis, first).text)) return null;
  let turn = glued ? last : at + 1;
  while (turn < end && MARKUP.test(tokenAt(analysis, turn).text)) turn += 1;
  if (turn >= end) return null;
  const reply = replyFrom(stage, first, last);
  const key = analysis.text
    .slice(tokenAt(analysis, reply).start, tokenAt(analysis, last - 1).end)
    .toLowerCase()
    .replace(/\.$/, "");
  return {
    first: reply,
    last,
    turn,
    sentence,
    key,
    alias: alias?.kind === "person" || alias?.kind === "unknown" ? alias : null,
    paragraph,
  };
}

/** "Reply from Mirka": the name after "from" or "by". */
function replyFrom({ analysis }: Stage, first: number, last: number): number {
  if (!REPLIES.has(tokenAt(analysis, first).lower)) return first;
  for (let at = first + 1; at + 1 < last; at += 1) if (/^(?:from|by)$/.test(tokenAt(analysis, at).lower)) return at + 1;
  return first;
}

function isLetter({ analysis }: Stage, token: number): boolean {
  return /^[QAqa]\d?$/.test(tokenAt(analysis, token).text);
}

function isClock({ analysis }: Stage, token: number): boolean {
  return /^\d{1,2}[:.]\d{2}/.test(tokenAt(analysis, token).text);
}

function asksIn(stage: Stage, first: number, end: number): boolean {
  for (let at = first; at < end; at += 1) if (tokenAt(stage.analysis, at).text === "?") return true;
  return false;
}

/** Two who speak by turns, of whom one asks; or names, capitals and handles that come back. The lines of a table have no question. */
function isDialogue(stage: Stage, labels: readonly Label[]): boolean {
  if (labels.length < 2) return false;
  const keys = new Set(labels.map(({ key }) => key));
  if (labels.some(({ key }) => ASKERS.has(key)) && keys.size > 1) return true;
  if (labels.some(({ key }) => key.startsWith("@"))) return true;
  if (keys.size === labels.length && !(keys.size === 2 && hasHeading(stage)) && !labels.some(isReply)) return false;
  const personal = labels.every((label) => isPersonal(stage, label));
  const asked = labels.some(({ paragraph }) => paragraph.asks);
  return personal || (asked && keys.size >= 2 && labels.length >= 3) || (labels.some(isReply) && keys.size > 1);

  function isReply(label: Label): boolean {
    return label.first > label.paragraph.first && /^(?:from|by)$/.test(tokenAt(stage.analysis, label.first - 1).lower);
  }
}

function isPersonal(stage: Stage, { first, last }: Label): boolean {
  const text = stage.analysis.text.slice(tokenAt(stage.analysis, first).start, tokenAt(stage.analysis, last - 1).end);
  if (/^[\p{Lu}.\s'’-]+$/u.test(text)) return true;
  const name = stage.names.at(last - 1);
  return name?.kind === "person" && name.last === last && last - first <= name.last - name.first + 1;
}

/** Labels of those who ask: by name ("Q", "Host"), else the side that puts the most questions when another puts hardly any. */
function askersOf(labels: readonly Label[]): ReadonlySet<string> {
  const asking = new Set<string>();
  const byKey = Map.groupBy(labels, ({ key }) => key);
  const share = new Map([...byKey].map(([key, own]) => [key, own.filter(({ paragraph }) => paragraph.asks).length / own.length]));
  for (const key of byKey.keys()) if (ASKERS.has(key)) asking.add(key);
  if (asking.size > 0) {
    for (const [key, part] of share)
      if (part >= 0.5 && !ANSWERERS.has(key) && (byKey.get(key)?.length ?? 0) > 0 && part > 0.5) asking.add(key);
    return asking;
  }
  const most = [...share].filter(([key]) => !key.startsWith("@")).sort((a, b) => b[1] - a[1])[0];
  // Between two who speak by turns one asks, even if most of what he puts to the other has no question mark.
  const least = share.size === 2 && [...share.values()].includes(0) ? 1 / 6 : 1 / 3;
  if (most === undefined || most[1] < least) return asking;
  for (const [key, part] of share) if (!key.startsWith("@") && part >= least && part >= most[1] / 2) asking.add(key);
  return asking.size < share.size ? asking : new Set();
}

interface Conversation {
  readonly labels: readonly Label[];
  /** Keys of those who ask. */
  readonly asking: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
}

/** The fullest name for a label: "VINT" for Gero Vint of the heading, "A" for the guest, "Minister" for the one minister named; else the label itself. */
function speakerFor(stage: Stage, label: Label, { labels, asking, keys }: Conversation): Speaker {
  if (label.alias !== null) return placed(stage, stage.names.fullest(label.alias));
  const lone = label.last === label.first + 1;
  if (asking.size > 0 && [...asking].some((key) => ASKERS.has(key)) && (ANSWERERS.has(label.key) || (label.key.length <= 2 && lone))) {
    const guest = guestOf(stage, labels[0]?.sentence ?? 0, (labels.at(-1)?.paragraph.to ?? 0) + 1);
    if (guest !== null) return guest;
  }
  let { first } = label;
  while (first < label.last - 1 && titleWords.has(tokenAt(stage.analysis, first).lower.replace(/\.$/, ""))) first += 1;
  const surname = tokenAt(stage.analysis, label.last - 1).lower;
  const fuller = stage.names.all.find(
    (name) => name.last - name.first > label.last - first && tokenAt(stage.analysis, name.last - 1).lower === surname,
  );
  if (fuller !== undefined) return placed(stage, fuller);
  const meant = lone ? (byInitials(stage, label) ?? byWord(stage, label)) : null;
  if (meant !== null) return meant;
  // "SURGEON:" beside those who ask: the one guest, unless the label is a name itself.
  const isName = stage.names.at(label.last - 1)?.kind === "person";
  const guest = keys.size === asking.size + 1 && keys.size > 1 && !isName ? guestOf(stage, labels[0]?.sentence ?? 0) : null;
  return guest ?? { first, last: label.last, sentence: label.sentence };
}

/** "Sten" for Sten Orlund, "Minister" for the one minister named, "SURVEYOR" for "Dorrit Hald, surveyor". */
function byWord(stage: Stage, { key }: Label): Speaker | null {
  const called = stage.names.called(key).filter(({ kind }) => kind === "person");
  if (called.length === 1) return placed(stage, called[0] as Name);
  const fitting = stage.names.all.filter(
    (name) =>
      name.kind === "person" &&
      name.form.includes(" ") &&
      (name.form.toLowerCase().startsWith(`${key} `) || (key.length > 3 && isBeside(stage, name, key))),
  );
  const forms = new Set(fitting.map((name) => stage.names.fullest(name).form));
  return forms.size === 1 ? placed(stage, stage.names.fullest(fitting[0] as Name)) : null;
}

/** An office right before the name or after its comma. */
function isBeside({ analysis }: Stage, name: Name, word: string): boolean {
  if (name.first > 0 && tokenAt(analysis, name.first - 1).lower === word) return true;
  const { sentence } = tokenAt(analysis, name.first);
  if (analysis.tokens[name.last]?.text !== ",") return false;
  for (let at = name.last + 1; at < Math.min(analysis.tokens.length, name.last + 5); at += 1)
    if (tokenAt(analysis, at).sentence === sentence && tokenAt(analysis, at).lower === word) return true;
  return false;
}

/** "KV", "V": the one person of the document with these initials. */
function byInitials(stage: Stage, { key }: Label): Speaker | null {
  if (key.length > 3) return null;
  const fitting = stage.names.all.filter(({ kind, form }) => {
    if (kind !== "person" || !form.includes(" ")) return false;
    const initials = form
      .split(/\s+/)
      .map((word) => word.slice(0, 1).toLowerCase())
      .join("");
    return initials === key || (key.length === 1 && initials.endsWith(key));
  });
  const forms = new Set(fitting.map((name) => stage.names.fullest(name).form));
  return forms.size === 1 ? placed(stage, stage.names.fullest(fitting[0] as Name)) : null;
}

/** The first lines announce a conversation. */
export function hasHeading(stage: Stage): boolean {
  const heading = stage.sentences[0]?.sentence;
  if (heading === undefined || stage.sentences.length < 3) return false;
  for (const { sentence } of stage.sentences.slice(0, 3))
    for (let at = sentence.first; at < sentence.last; at += 1) if (HEADINGS.has(tokenAt(stage.analysis, at).lower)) return true;
  return false;
}
