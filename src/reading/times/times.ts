/** Time expressions of a text, with their values. */
import type { Span } from "../../model/passage.ts";
import { aheadOf } from "./ahead.ts";
import { approximately, betweenAt, extend } from "./join.ts";
import { leadOf } from "./lead.ts";
import { lexicons } from "./lexicon.ts";
import type { TimeContext, TimeKind, TimeMention } from "./mention.ts";
import type { Recognised } from "./recognisers.ts";
import { recogniseAt } from "./recognisers.ts";
import { resolve } from "./resolve.ts";
import type { Story } from "./story.ts";
import { publishedOf } from "./story.ts";
import { has } from "./scan.ts";
import type { Term } from "./term.ts";
import type { Sentence } from "./tokens.ts";
import { sentenceOf, tokenAt } from "./tokens.ts";

interface Candidate extends Recognised {
  readonly s: Sentence;
  readonly sentence: number;
  readonly from: number;
}

/** True when an expression may start at `i`: a digit run, or a word that opens one with a word of time or digits close behind. */
function mayStart(s: Sentence, i: number): boolean {
  const token = tokenAt(s, i);
  if (token.kind === "number" || token.entry.content === true) return true;
  if (token.entry.opens !== true) return false;
  for (let j = i + 1; j <= i + 3; j++) {
    const next = tokenAt(s, j);
    if (next.kind === "number" || next.entry.content === true) return true;
  }
  return false;
}

/** What starts at `i`, with "about" before it and all that belongs to it. */
function candidateAt(s: Sentence, i: number): Recognised | null {
  const token = tokenAt(s, i);
  const loose = has(token, "about") || has(token, "nearly");
  if (!loose) return wholeAt(s, i);
  const found = wholeAt(s, Math.max(approximately(s, i), i + 1));
  if (found === null || found.term.is === "set" || found.term.is === "vague" || found.term.is === "part") return wholeAt(s, i);
  return { ...found, term: about(found.term) };
}

function wholeAt(s: Sentence, i: number): Recognised | null {
  const between = betweenAt(s, i);
  if (between !== null) return between;
  const found = recogniseAt(s, i, false);
  if (found === null) return null;
  const whole = extend(s, found, i);
  // "at 7" is only a time when a day or a part of one stands with it.
  return whole.term.is === "clock" && !whole.term.sure ? null : whole;
}

function about(term: Term): Term {
  switch (term.is) {
    case "clock":
      return { ...term, approx: true };
    case "moment":
      return term.clock === null ? term : { ...term, clock: { ...term.clock, approx: true } };
    case "day":
    case "month":
    case "year":
    case "season":
      return { is: "about", of: term };
    default:
      return term;
  }
}

function kindOf(term: Term): TimeKind {
  switch (term.is) {
    case "duration":
    case "set":
      return term.is;
    case "clock":
    case "part":
    case "moment":
      return "time";
    case "range":
      return term.part !== null || kindOf(term.from) === "time" ? "time" : "date";
    default:
      return "date";
  }
}

function partOf(term: Term): TimeMention["part"] {
  switch (term.is) {
    case "part":
    case "moment":
    case "range":
      return term.part;
    default:
      return null;
  }
}

/** "last night", "overnight", "during the night". */
function isOvernight(term: Term): boolean {
  if (term.is === "part") return term.through;
  if (term.is !== "moment" || term.part !== "night" || term.clock !== null || term.date.is !== "shift") return false;
  return term.date.base === "published" && term.date.by === -1 && term.date.unit === "day";
}

/** What the document's unequivocal slash dates say of their order; null when there is none or they differ. */
function slashOrder(candidates: readonly Candidate[]): boolean | null {
  let order: boolean | null = null;
  for (const { term } of candidates) {
    if (term.is !== "slash" || (term.first <= 12 && term.second <= 12)) continue;
    const dayFirst = term.first > 12;
    if (order !== null && order !== dayFirst) return null;
    order = dayFirst;
  }
  return order;
}

/**
 * The time expressions of the sentences, in text order, without overlap. Only the sentences given are read, and no expression crosses one's end, so a
 * text in several languages is read in several calls. Offsets are UTF-16 code units of `text`. Never throws.
 * How doubtful cases are decided is written where it happens: years and weekdays in `resolve.ts`, slash dates there too.
 */
export function findTimes(text: string, sentences: readonly Span[], context: TimeContext): readonly TimeMention[] {
  const lexicon = lexicons[context.language];
  const candidates: Candidate[] = [];
  sentences.forEach((span, sentence) => {
    const s = sentenceOf(text, span, lexicon);
    for (let i = 0; i < s.tokens.length;) {
      const found = mayStart(s, i) ? candidateAt(s, i) : null;
      if (found === null) i++;
      else {
        candidates.push({ ...found, s, sentence, from: i });
        i = Math.max(found.next, i + 1);
      }
    }
  });
  const story: Story = {
    published: publishedOf(context.published),
    dayFirst: slashOrder(candidates),
    anchor: null,
    sentence: 0,
    ahead: false,
    opening: false,
  };
  return candidates.map(({ s, sentence, from, next, term, name }): TimeMention => {
    story.sentence = sentence;
    story.ahead = aheadOf(s, from) !== null;
    story.opening = from <= 1;
    const { value, relative } = resolve(term, story);
    return {
      start: tokenAt(s, from).start,
      end: tokenAt(s, next - 1).end,
      kind: kindOf(term),
      value,
      rule: `${context.language}.time.${name}`,
      lead: leadOf(s, from, next),
      relative,
      part: partOf(term),
      overnight: isOvernight(term),
    };
  });
}
