/** "X said that …", "…, X said", "“…,” said X", "X promised to …", "X accused Y of …": a verb of saying with its subject. */
import { tokenAt } from "../../../language/token.ts";
import type { Stance } from "../../../model/words.ts";
import type { Clause, Nominal } from "../clauses.ts";
import { strongVerbs, weakVerbs } from "../lexicon.ts";
import type { NounPhrase, Phrase } from "../phrases.ts";
import type { SceneSentence } from "../stage.ts";
import type { VoiceFrame } from "../frame.ts";
import type { Stage } from "../stage.ts";
import { closingQuote, contentEnd, isOpeningQuote, spanTo, trimmedEnd } from "./content.ts";
import { spanOf, textOf } from "../words.ts";

interface Verb {
  readonly stance: Stance;
  readonly strong: boolean;
  /** Tokens of the cue. */
  readonly last: number;
}

/** The reporting verb of a clause, with its particle ("point out"), or null. */
function reportingVerb(stage: Stage, clause: Clause): Verb | null {
  const lemma = tokenAt(stage.analysis, clause.verb.verb).lemma;
  const after = clause.verb.last;
  const particle = after < stage.analysis.tokens.length ? tokenAt(stage.analysis, after).lower : "";
  const phrasal = `${lemma} ${particle}`;
  const strongPhrasal = strongVerbs.get(phrasal);
  if (strongPhrasal !== undefined) return { stance: strongPhrasal, strong: true, last: after + 1 };
  const weakPhrasal = weakVerbs.get(phrasal);
  if (weakPhrasal !== undefined) return { stance: weakPhrasal, strong: false, last: after + 1 };
  const strong = strongVerbs.get(lemma);
  if (strong !== undefined) return { stance: strong, strong: true, last: clause.verb.last };
  const weak = weakVerbs.get(lemma);
  return weak === undefined ? null : { stance: weak, strong: false, last: clause.verb.last };
}

export function verbFrames(stage: Stage): readonly VoiceFrame[] {
  return stage.sentences.flatMap((at) => at.clauses.flatMap((clause) => frameOf(stage, at, clause) ?? []));
}

function frameOf(stage: Stage, at: SceneSentence, clause: Clause): VoiceFrame | null {
  const verb = reportingVerb(stage, clause);
  if (verb === null) return null;
  if (clause.verb.passive) return passiveFrame(stage, at, clause, verb);
  if (clause.verb.form === "infinitive") return null;
  const source = sharedSource(stage, at, clause) ?? clause.subject ?? invertedSubject(stage, at, clause);
  if (source === null || isExpletive(stage, source) || isSilence(stage, clause, verb)) return null;
  if (verb.stance === "accuses") return accusation(stage, at, clause, source, verb);
  const content =
    asClause(stage, at, clause) ??
    numberPut(stage, at, clause) ??
    spokenOf(stage, at, clause) ??
    contentAfter(stage, at, clause, verb) ??
    contentBefore(stage, at, clause, source);
  if (content === null || (!verb.strong && content.rule === "en.voice.before" && !closesSentence(at, clause))) return null;
  return frame(stage, at, clause, source, verb, content);
}

/** "did not say", "does not specify": nothing is said. "Did not deny", "did not rule out", "did not confirm" say something. */
function isSilence(stage: Stage, clause: Clause, verb: Verb): boolean {
  if (!clause.verb.negated) return false;
  const lemma = tokenAt(stage.analysis, clause.verb.verb).lemma;
  return verb.stance !== "denies" && verb.stance !== "confirms" && !/^(?:rule|believe|think|exclude|expect)$/.test(lemma);
}

/** "put the number of victims at 4,578", "estimated the toll at …". */
function numberPut(stage: Stage, at: SceneSentence, clause: Clause): Content | null {
  const { analysis } = stage;
  const lemma = tokenAt(analysis, clause.verb.verb).lemma;
  if (!/^(?:put|estimate|set|count|place|give|revise|raise|lower)$/.test(lemma) || clause.object === null) return null;
  if (!/^(?:number|toll|figure|total|count|tally|estimate)$/.test(tokenAt(analysis, clause.object.head).lemma)) return null;
  return {
    start: tokenAt(analysis, clause.object.first).start,
    end: contentEnd(stage, at, clause.object.first),
    quoted: false,
    rule: "en.voice.number",
  };
}

/** "speaks of 238 dead": the noun after "of" is what is said. */
function spokenOf(stage: Stage, at: SceneSentence, clause: Clause): Content | null {
  const { analysis } = stage;
  if (clause.verb.form !== "finite" || !/^(?:speak|talk|report|tell)$/.test(tokenAt(analysis, clause.verb.verb).lemma)) return null;
  const noun = clause.complements[0];
  if (noun?.preposition !== "of" || clause.object !== null) return null;
  return {
    start: tokenAt(analysis, noun.noun.first).start,
    end: contentEnd(stage, at, noun.noun.first),
    quoted: false,
    rule: "en.voice.of",
  };
}

/** "As X said, …": the main clause is what X says. */
function asClause(stage: Stage, at: SceneSentence, clause: Clause): Content | null {
  const { analysis } = stage;
  if (clause.opener !== "as" || clause.object !== null) return null;
  const next = clause.last < at.sentence.last ? tokenAt(analysis, clause.last) : null;
  if (next?.text === "," && clause.last + 1 < at.sentence.last && clause.first <= at.sentence.first + 2) {
    const first = clause.last + 1;
    return { start: tokenAt(analysis, first).start, end: contentEnd(stage, at, first), quoted: false, rule: "en.voice.as" };
  }
  return null;
}

/** ", the organisation found.": a subject and its verb at the very end of the sentence. */
function closesSentence(at: SceneSentence, clause: Clause): boolean {
  return clause.last === clause.verb.last && clause.last >= at.sentence.last - 1;
}

interface Content {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  readonly rule: string;
}

function frame(stage: Stage, at: SceneSentence, clause: Clause, source: Nominal | null, verb: Verb, content: Content): VoiceFrame {
  const cue = spanOf(stage.analysis, { first: clause.verb.first, last: verb.last });
  return {
    source,
    cue,
    cueText: textOf(stage.analysis, { first: clause.verb.first, last: verb.last }),
    stance: verb.stance,
    content: { start: content.start, end: content.end },
    sentence: tokenAt(stage.analysis, at.sentence.first).sentence,
    quoted: content.quoted,
    verb: clause.verb.verb,
    negated: clause.verb.negated,
    accused: null,
    rule: content.rule,
  };
}

/** "X told parliament that Y would leave, and promised that …": a second verb of saying is the first one's speaker's. */
function sharedSource(stage: Stage, at: SceneSentence, clause: Clause): Nominal | null {
  if (!clause.shared) return null;
  const before = at.clauses.findLast(
    (other) =>
      other.verb.last <= clause.verb.first &&
      other.subject !== null &&
      !other.verb.passive &&
      strongVerbs.has(tokenAt(stage.analysis, other.verb.verb).lemma),
  );
  return before?.subject ?? null;
}

/** Words that stand for nobody. "It" before an active verb of saying is an organisation. */
function isExpletive(stage: Stage, source: Nominal, passive = false): boolean {
  const word = tokenAt(stage.analysis, source.head).lower;
  return (word === "it" && passive) || word === "there" || word === "which" || word === "that" || word === "this" || word === "what";
}

/** "said the minister": the subject right after its verb, at the end of the clause. */
function invertedSubject(stage: Stage, at: SceneSentence, clause: Clause): Nominal | null {
  const next = at.phrases[clause.index + 1];
  if (next?.type !== "noun" || clause.object === null || clause.verb.last - clause.verb.first > 1) return null;
  const before = at.phrases[clause.index - 1];
  const opensAfterBreak =
    before === undefined || (before.type === "mark" && (before.kind === "comma" || before.kind === "quote" || before.kind === "dash"));
  return opensAfterBreak ? clause.object : null;
}

/** What is said after the verb: "that …", a quotation, a bare clause, "to …", or what a strong verb takes as its object. */
function contentAfter(stage: Stage, at: SceneSentence, clause: Clause, verb: Verb): Content | null {
  const { analysis } = stage;
  const { phrases } = at;
  let i = clause.index + 1;
  while (i < phrases.length && (phrases[i] as Phrase).first < verb.last) i += 1;
  for (let steps = 0; i < phrases.length && steps < 12; i += 1, steps += 1) {
    const phrase = phrases[i] as Phrase;
    const opener = tokenAt(analysis, phrase.first);
    if (phrase.type === "mark") {
      if (phrase.kind === "quote" && isOpeningQuote(analysis, phrase.first)) return quotation(stage, at, phrase.first, verb, steps);
      if (
        phrase.kind === "subordinator" &&
        (opener.lower === "that" || opener.lower === "how" || opener.lower === "whether" || opener.lower === "why")
      ) {
        const first = opener.lower === "that" ? phrase.last : phrase.first;
        if (first >= at.sentence.last) return null;
        return { start: tokenAt(analysis, first).start, end: contentEnd(stage, at, first), quoted: false, rule: "en.voice.that" };
      }
      if (phrase.kind === "colon" || phrase.kind === "preposition" || opener.text === ",") {
        if (opener.text === "," && !resumesWithThat(stage, at, i)) return null;
        continue;
      }
      return null;
    }
    if (phrase.type === "verb") {
      if (
        phrase.form === "infinitive" &&
        (verb.stance === "promises" || verb.stance === "predicts" || verb.stance === "says") &&
        (verb.strong || verb.stance === "promises")
      ) {
        return {
          start: tokenAt(analysis, phrase.first).start,
          end: contentEnd(stage, at, phrase.first),
          quoted: false,
          rule: "en.voice.to",
        };
      }
      if (phrase.form === "gerund" && verb.stance === "denies") {
        return {
          start: tokenAt(analysis, phrase.first).start,
          end: contentEnd(stage, at, phrase.first),
          quoted: false,
          rule: "en.voice.ing",
        };
      }
      return null;
    }
    if (steps === 0 && thatAhead(stage, at, i)) continue;
    if (startsClause(phrases, i) && (steps === 0 || verb.strong)) {
      return {
        start: tokenAt(analysis, phrase.first).start,
        end: contentEnd(stage, at, phrase.first),
        quoted: false,
        rule: "en.voice.bare",
      };
    }
    if (steps === 0 && !addresseeThenMore(phrases, i) && verb.strong && takesObject(stage, clause, phrase)) {
      return {
        start: tokenAt(analysis, phrase.first).start,
        end: contentEnd(stage, at, phrase.first),
        quoted: false,
        rule: "en.voice.object",
      };
    }
  }
  return null;
}

/** "promised more than once that …": what is said begins at a "that" further on, with no verb between. */
function thatAhead(stage: Stage, at: SceneSentence, index: number): boolean {
  for (let i = index + 1; i < at.phrases.length && i <= index + 5; i += 1) {
    const phrase = at.phrases[i] as Phrase;
    if (phrase.type === "verb") return false;
    if (phrase.type === "mark" && phrase.kind === "subordinator") return tokenAt(stage.analysis, phrase.first).lower === "that";
  }
  return false;
}

/** "told X that", "promised the families housing": the noun after the verb is who is spoken to when more follows. */
function addresseeThenMore(phrases: readonly Phrase[], at: number): boolean {
  const next = phrases[at + 1];
  return next?.type === "noun" || (next?.type === "mark" && next.kind === "subordinator");
}

function takesObject(stage: Stage, clause: Clause, noun: NounPhrase): boolean {
  const lemma = tokenAt(stage.analysis, clause.verb.verb).lemma;
  if (/^(?:tell|inform|say|comment|respond|answer|reply|brief|advise|explain|assure|quote|cite)$/.test(lemma)) return false;
  return clause.object !== null && clause.object.first === noun.first;
}

/** "said, when asked, that": the comma is an insertion before the content. */
function resumesWithThat(stage: Stage, at: SceneSentence, index: number): boolean {
  for (let i = index + 1; i < at.phrases.length && i <= index + 8; i += 1) {
    const phrase = at.phrases[i] as Phrase;
    if (phrase.type === "mark" && phrase.kind === "subordinator" && tokenAt(stage.analysis, phrase.first).lower === "that")
      return i > 0 && isComma(at.phrases[i - 1]);
    if (phrase.type === "mark" && phrase.kind === "quote") return i === index + 1;
  }
  return false;
}

function isComma(phrase: Phrase | undefined): boolean {
  return phrase?.type === "mark" && phrase.kind === "comma";
}

function startsClause(phrases: readonly Phrase[], at: number): boolean {
  for (let i = at + 1; i < phrases.length && i <= at + 6; i += 1) {
    const phrase = phrases[i] as Phrase;
    if (phrase.type === "verb") return phrase.form === "finite" && !(phrase.past && phrase.last - phrase.first === 1 && phrase.passive);
    if (phrase.type === "mark" && phrase.kind !== "preposition" && phrase.kind !== "conjunction") return false;
  }
  return false;
}

function quotation(stage: Stage, at: SceneSentence, open: number, verb: Verb, steps: number): Content | null {
  if (!verb.strong && steps > 4) return null;
  const close = closingQuote(stage.analysis, open, at.sentence.last);
  const first = open + 1;
  const last = close ?? at.sentence.last;
  if (first >= last) return null;
  // A label inside a longer statement ("said the “terrorists” had fled") is not the whole of what is said.
  if (close !== null && last - first <= 3 && close + 2 < at.sentence.last && /\p{L}/u.test(tokenAt(stage.analysis, close + 1).text)) {
    return { start: tokenAt(stage.analysis, open).start, end: contentEnd(stage, at, open), quoted: false, rule: "en.voice.mixed" };
  }
  return {
    start: tokenAt(stage.analysis, first).start,
    end: trimmedEnd(stage.analysis, first, last),
    quoted: true,
    rule: "en.voice.quote",
  };
}

/** "…, X said." and "“…,” X said.": what is said stands before, from the start of the sentence or of its quotation. */
function contentBefore(stage: Stage, at: SceneSentence, clause: Clause, source: Nominal): Content | null {
  const { analysis } = stage;
  if (clause.opener !== null) return null;
  const around = parenthetical(stage, at, clause, source);
  if (around !== null) return around;
  const first = Math.min(source.first, clause.verb.first);
  let before = first - 1;
  if (before <= at.sentence.first) return null;
  const mark = tokenAt(analysis, before).text;
  if (mark !== "," && mark !== "”" && mark !== '"' && mark !== "»" && mark !== "–" && mark !== "—" && mark !== "“") return null;
  const quoted = mark !== "," ? isQuoteMark(mark) : isQuoteMark(tokenAt(analysis, before - 1).text);
  while (before > at.sentence.first && (/^[,–—]$/.test(tokenAt(analysis, before).text) || isQuoteMark(tokenAt(analysis, before).text)))
    before -= 1;
  let start = at.sentence.first;
  if (quoted) {
    for (let i = before; i >= at.sentence.first; i -= 1)
      if (isQuoteMark(tokenAt(analysis, i).text)) {
        start = i + 1;
        break;
      }
  } else if (
    !at.clauses.some((other) => other.verb.last <= before + 1 && other.verb.form === "finite") &&
    !/\d/.test(analysis.text.slice(tokenAt(analysis, start).start, tokenAt(analysis, before).end))
  ) {
    return null;
  }
  if (/^(?:but|and|however|meanwhile|yet)$/.test(tokenAt(analysis, start).lower) && start < before) start += 1;
  return {
    start: tokenAt(analysis, start).start,
    end: tokenAt(analysis, before).end,
    quoted,
    rule: quoted ? "en.voice.quote-before" : "en.voice.before",
  };
}

/** "Of the 230, he said, 139 died": the report stands inside what is said, between commas. */
function parenthetical(stage: Stage, at: SceneSentence, clause: Clause, source: Nominal): Content | null {
  const { analysis } = stage;
  const first = Math.min(source.first, clause.verb.first);
  const after = Math.max(source.last, clause.last);
  if (first - 1 <= at.sentence.first || after + 2 >= at.sentence.last) return null;
  if (tokenAt(analysis, first - 1).text !== "," || tokenAt(analysis, after).text !== ",") return null;
  if (!at.clauses.some((other) => other.verb.first > after && other.verb.form === "finite")) return null;
  return { start: at.sentence.start, end: contentEnd(stage, at, after + 1), quoted: false, rule: "en.voice.inside" };
}

function isQuoteMark(text: string): boolean {
  return text === "“" || text === "”" || text === '"' || text === "«" || text === "»" || text === "„";
}

/** "X accused Y of Z", "X blamed Y for Z". */
function accusation(stage: Stage, at: SceneSentence, clause: Clause, source: Nominal, verb: Verb): VoiceFrame | null {
  const start = afterOf(stage, at, clause);
  if (start === null) return null;
  const content: Content = { ...spanTo(stage.analysis, start, contentEnd(stage, at, start)), quoted: false, rule: "en.voice.accuse" };
  return { ...frame(stage, at, clause, source, verb, content), accused: clause.object };
}

function afterOf(stage: Stage, at: SceneSentence, clause: Clause): number | null {
  for (let i = clause.verb.last; i < at.sentence.last; i += 1) {
    const word = tokenAt(stage.analysis, i).lower;
    if (word !== "of" && word !== "for" && word !== "with" && word !== "in") continue;
    if (
      clause.object !== null &&
      i < clause.object.last - 1 &&
      word === "of" &&
      i + 1 < at.sentence.last &&
      tokenAt(stage.analysis, i + 1).lower === "the" &&
      clause.object.last > i + 2
    )
      continue;
    let first = i + 1;
    while (first < at.sentence.last && isQuoteMark(tokenAt(stage.analysis, first).text)) first += 1;
    return first < at.sentence.last ? first : null;
  }
  return null;
}

/** "The figure was disowned by the ministry", "the arrest was confirmed by police": the subject is what is said. */
function passiveReport(stage: Stage, at: SceneSentence, clause: Clause, verb: Verb): VoiceFrame | null {
  const by = clause.complements.find((complement) => complement.preposition === "by")?.noun ?? null;
  if (by === null || clause.subject === null || isExpletive(stage, clause.subject, true)) return null;
  if (!verb.strong || /^(?:tell|inform|assure|promise|advise|answer|explain)$/.test(tokenAt(stage.analysis, clause.verb.verb).lemma))
    return null;
  const content: Content = {
    start: tokenAt(stage.analysis, clause.subject.first).start,
    end: tokenAt(stage.analysis, clause.subject.last - 1).end,
    quoted: false,
    rule: "en.voice.by",
  };
  return frame(stage, at, clause, by, verb, content);
}

/** "X was accused by Y of Z". Where nobody is said to accuse, it is the text that tells of the accusation. */
function passiveFrame(stage: Stage, at: SceneSentence, clause: Clause, verb: Verb): VoiceFrame | null {
  if (verb.stance !== "accuses" && verb.stance !== "suspects") return passiveReport(stage, at, clause, verb);
  if (clause.subject === null || isExpletive(stage, clause.subject, true)) return null;
  const by = clause.complements.find((complement) => complement.preposition === "by")?.noun ?? null;
  if (by === null) return null;
  const start = afterOf(stage, at, clause);
  if (start === null) return null;
  const content: Content = { ...spanTo(stage.analysis, start, contentEnd(stage, at, start)), quoted: false, rule: "en.voice.accused" };
  return { ...frame(stage, at, clause, by, verb, content), accused: clause.subject };
}
