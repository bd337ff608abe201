/** Who is interviewed: the person whom the lines before the first question introduce, or the words for somebody unnamed. */
import { tokenAt } from "../../../../language/token.ts";
import words from "../../../lexicons/en/interviews.json" with { type: "json" };
import { organisationWords, titleWords } from "../../lexicon.ts";
import type { Name } from "../../names.ts";
import type { Stage } from "../../stage.ts";
import type { Speaker } from "./paragraph.ts";
import { BEFORE_GUEST } from "./paragraph.ts";

const MAKERS: ReadonlySet<string> = new Set(words.makers);
const GUEST_ONLY: ReadonlySet<string> = new Set(words["before-guest-only"]);
const OUTLETS: ReadonlySet<string> = new Set(words.outlets);
const GUEST_LABELS: ReadonlySet<string> = new Set(words["guest-labels"]);

export function placed(stage: Stage, name: Name): Speaker {
  return { first: name.first, last: name.last, sentence: tokenAt(stage.analysis, name.first).sentence };
}

/**
 * The guest of a conversation whose first turn stands in sentence `before`: a person introduced in the lines over it, else the only one
 * named there, else one named in the lines after sentence `after`, else the words for an unnamed one ("with a grain trader"). Null when nobody is.
 */
export function guestOf(stage: Stage, before: number, after = stage.sentences.length): Speaker | null {
  const unnamed = nominalGuest(stage, before);
  if (unnamed !== null && isWithheld(stage, before)) return unnamed;
  const named = people(stage, 0, before - 1);
  const introduced = named.find((name) => isIntroduced(stage, name, GUEST_ONLY));
  if (introduced !== undefined) return placed(stage, stage.names.fullest(introduced));
  if (unnamed !== null) return unnamed;
  const best = named.find((name) => isIntroduced(stage, name)) ?? named.find((name) => isDescribed(stage, name)) ?? named[0];
  if (best !== undefined) return placed(stage, stage.names.fullest(best));
  const later = people(stage, after, stage.sentences.length - 1)[0] ?? unplaced(stage, before);
  return later === undefined ? null : placed(stage, later);
}

/** Full names, and single ones behind a title or "with", in the sentences, without those who only make the interview. */
function people(stage: Stage, from: number, to: number): readonly Name[] {
  return stage.names.within(from, to).filter((name) => {
    if (isMaker(stage, name) || isOutlet(name) || isDated(stage, name) || (name.kind !== "person" && name.kind !== "unknown")) return false;
    if (isTitled(stage, name)) return true;
    if (name.last - name.first >= 2) return name.kind === "person" || isIntroduced(stage, name, GUEST_ONLY);
    return name.first > 0 && GUEST_ONLY.has(tokenAt(stage.analysis, name.first - 1).lower);
  });
}

/** Two capitalised words of the heading that may be a person's name, best beside an office or behind "with". */
function unplaced(stage: Stage, before: number): Name | undefined {
  const names = stage.names
    .within(0, before - 1)
    .filter(
      (name) => name.last - name.first >= 2 && !isOutlet(name) && !isDated(stage, name) && !isMaker(stage, name) && isPlain(stage, name),
    );
  return names.find((name) => isIntroduced(stage, name) || isDescribed(stage, name)) ?? names.find(({ kind }) => kind === "unknown");
}

function isPlain({ analysis }: Stage, { first, last }: Name): boolean {
  for (let at = first; at < last; at += 1) if (organisationWords.has(tokenAt(analysis, at).lower)) return false;
  return true;
}

/** "Sister Benedetta", "Colonel Orr". */
function isTitled({ analysis }: Stage, { first }: Name): boolean {
  return first > 0 && titleWords.has(tokenAt(analysis, first - 1).lower.replace(/\.$/, ""));
}

/** "with Ada Venn", "Guest: Ada Venn", "with the former inspector Ada Venn". */
function isIntroduced({ analysis }: Stage, name: Name, by: ReadonlySet<string> = BEFORE_GUEST): boolean {
  const { sentence } = tokenAt(analysis, name.first);
  for (let at = name.first - 1; at >= 0 && at >= name.first - 7 && tokenAt(analysis, at).sentence === sentence; at -= 1)
    if (by.has(tokenAt(analysis, at).lower)) return true;
  return false;
}

/** "Brannock Courier", "Radio Vest": who prints or sends the conversation. */
function isOutlet({ form }: Name): boolean {
  return form
    .toLowerCase()
    .split(/\s+/)
    .some((word) => OUTLETS.has(word));
}

/** "Water engineer Tomas Reil on the night", "Ada Venn, head of the clinic": an office beside the name; "Sunday Lantern, 3 May" is a date line. */
function isDescribed({ analysis }: Stage, name: Name): boolean {
  const { sentence } = tokenAt(analysis, name.first);
  const before = name.first > 0 ? tokenAt(analysis, name.first - 1) : null;
  if (before?.sentence === sentence && before.tag === "NOUN") return true;
  const [mark, office] = [analysis.tokens[name.last], analysis.tokens[name.last + 1]];
  if (mark?.sentence !== sentence || !/^[,(:–—]$/.test(mark.text) || office?.sentence !== sentence) return false;
  return /^\p{Ll}/u.test(office.text) || titleWords.has(office.lower);
}

/** The name stands right before a date: an outlet or a place. */
function isDated({ analysis, sentences }: Stage, name: Name): boolean {
  const at = sentences[tokenAt(analysis, name.first).sentence];
  return at?.times.some(({ start }) => start >= name.end && start <= name.end + 3) ?? false;
}

/** "Interview: Lena Ost", "Presenter Kaspar Yoon", "by Lena Ost": who asks or writes. */
function isMaker({ analysis }: Stage, name: Name): boolean {
  const { sentence } = tokenAt(analysis, name.first);
  for (let at = name.first - 1; at >= 0 && at >= name.first - 3 && tokenAt(analysis, at).sentence === sentence; at -= 1)
    if (MAKERS.has(tokenAt(analysis, at).lower)) return true;
  return false;
}

/** "Conversation with a grain trader", "Interviewee: teacher, 41", "Fisherman, 52, name withheld": the noun without its article. */
function nominalGuest(stage: Stage, before: number): Speaker | null {
  for (let sentence = 0; sentence < Math.min(before, stage.sentences.length); sentence += 1) {
    const at = stage.sentences[sentence];
    if (at === undefined) continue;
    for (const phrase of at.phrases) {
      if (phrase.type !== "noun" || stage.names.at(phrase.head)?.kind === "person" || tokenAt(stage.analysis, phrase.head).tag === "NUM")
        continue;
      const opens = phrase.first === at.sentence.first;
      const link = opens ? "" : tokenAt(stage.analysis, phrase.first - 1).lower;
      const label = phrase.first >= at.sentence.first + 2 ? tokenAt(stage.analysis, phrase.first - 2).lower : "";
      const article = /^(?:a|an|the|two|three|one)$/.test(tokenAt(stage.analysis, phrase.first).lower);
      const introduced = (/^(?:with|to)$/.test(link) && article) || (link === ":" && GUEST_LABELS.has(label));
      if (introduced || isAged(stage, phrase.last)) return { first: phrase.first, last: phrase.last, sentence };
    }
  }
  return null;
}

/** ", 52,", "(52)", ", male, 34". */
function isAged({ analysis }: Stage, at: number): boolean {
  const word = (offset: number): string => analysis.tokens[at + offset]?.lower ?? "";
  if (!/^[,(]$/.test(word(0))) return false;
  const age = /^(?:fe)?male$/.test(word(1)) ? 3 : 1;
  return /^[1-9]\d$/.test(word(age)) && /^[,.);]?$/.test(word(age + 1));
}

/** "name withheld", "does not want her name in the paper": a person named in the heading is somebody else. */
function isWithheld({ analysis, sentences }: Stage, before: number): boolean {
  const lines = sentences.slice(0, before);
  const [first, last] = [lines[0], lines.at(-1)];
  return first !== undefined && last !== undefined && WITHHELD.test(analysis.text.slice(first.sentence.start, last.sentence.end));
}

const WITHHELD =
  /\b(?:names? (?:is |was |has been |are |were )?(?:withheld|changed|known to|left out|not (?:given|used|printed))|anonym\w*|not to be named|(?:her|his|their) (?:real )?names? (?:be |is )?(?:left out|out of|kept|used|in (?:the )?(?:paper|print)|published))\b/i;
