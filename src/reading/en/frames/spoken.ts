/** What a verb of saying reports: after it, before it, around it, as its object or after "of". */
import { tokenAt } from "../../../language/token.ts";
import type { Clause } from "../clauses.ts";
import { reportNouns } from "../lexicon.ts";
import type { Nominal } from "../nominals.ts";
import type { NounPhrase, Phrase } from "../phrase.ts";
import type { SceneSentence, Stage } from "../stage.ts";
import { lemmaAt } from "../words.ts";
import { closingQuote, contentEnd, isOpeningQuote, isQuoteMark, trimmedEnd } from "./content.ts";
import type { Content, Verb } from "./report.ts";

/** "put the number of victims at 4,578", "estimated the toll at …". */
export function numberPut(stage: Stage, at: SceneSentence, clause: Clause): Content | null {
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
export function spokenOf(stage: Stage, at: SceneSentence, clause: Clause): Content | null {
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
export function asClause(stage: Stage, at: SceneSentence, clause: Clause): Content | null {
  const { analysis } = stage;
  if (clause.opener !== "as" || clause.object !== null) return null;
  const next = clause.last < at.sentence.last ? tokenAt(analysis, clause.last) : null;
  if (next?.text === "," && clause.last + 1 < at.sentence.last && clause.first <= at.sentence.first + 2) {
    const first = clause.last + 1;
    return { start: tokenAt(analysis, first).start, end: contentEnd(stage, at, first), quoted: false, rule: "en.voice.as" };
  }
  return null;
}

/** Verbs that say what somebody takes a thing for: "called the strike illegal", "described it as routine". */
const TAKING =
  /^(?:call|deem|consider|declare|brand|describe|regard|pronounce|judge|label|rule|find|term|characterise|characterize|denounce|condemn|criticise|criticize|praise|hail|dismiss)$/;

/** The thing with what it is called; null when no judgement follows it. */
export function judged(stage: Stage, at: SceneSentence, clause: Clause): Content | null {
  const { analysis } = stage;
  const { object, verb } = clause;
  if (verb.passive || object === null || object.first < verb.last || !TAKING.test(tokenAt(analysis, verb.verb).lemma)) return null;
  if (object.last >= at.sentence.last) return null;
  const next = tokenAt(analysis, object.last);
  const judges = next.tag === "ADJ" || next.lower === "as" || (isQuoteMark(next.text) && isOpeningQuote(analysis, object.last));
  const inside =
    object.last - object.first > 1 && tokenAt(analysis, object.last - 1).tag === "ADJ" && tokenAt(analysis, object.last - 2).tag !== "DET";
  if (!judges && !inside) return null;
  return { start: tokenAt(analysis, object.first).start, end: contentEnd(stage, at, object.first), quoted: false, rule: "en.voice.judged" };
}

/** Verbs that give a name to somebody: the words in quotation marks after them are a label or a title. */
const NAMING = /^(?:call|name|dub|label|brand|term|title|entitle)$/;

/** "urged both sides to stop", "called on the government to act": who is asked, and for what. */
export function demanded(stage: Stage, at: SceneSentence, clause: Clause): Content | null {
  const { analysis } = stage;
  if (
    clause.verb.passive ||
    !/^(?:urge|ask|call|demand|appeal|beg|press|want|plead|implore|invite|exhort|instruct|petition|lobby|tell)$/.test(
      tokenAt(analysis, clause.verb.verb).lemma,
    )
  )
    return null;
  const wished = clause.complements[0];
  if (
    clause.object === null &&
    wished?.preposition === "for" &&
    /^(?:ask|call|appeal|plead|press|lobby|beg|petition)$/.test(tokenAt(analysis, clause.verb.verb).lemma)
  )
    return after(stage, at, wished.noun.first, "en.voice.demand");
  const on = clause.complements.find(({ preposition }) => preposition === "on" || preposition === "to" || preposition === "upon")?.noun;
  const addressed = clause.object ?? on ?? null;
  const next = addressed === null ? undefined : at.phrases.find((phrase) => phrase.first >= addressed.last);
  const not = next?.type === "mark" && tokenAt(analysis, next.first).lower === "not";
  const infinitive = not ? at.phrases.find((phrase) => phrase.first === next.last) : next;
  if (addressed === null || infinitive?.type !== "verb" || infinitive.form !== "infinitive") return null;
  return {
    start: tokenAt(analysis, addressed.first).start,
    end: contentEnd(stage, at, addressed.first),
    quoted: false,
    rule: "en.voice.demand",
  };
}

const ADDRESSING: ReadonlySet<string> = new Set([
  "tell",
  "inform",
  "assure",
  "warn",
  "remind",
  "notify",
  "promise",
  "advise",
  "show",
  "brief",
]);

/** Verbs that take what was done in -ing: "denies having threatened", "affirms having received", "admitted firing". */
const OWNING_UP: ReadonlySet<string> = new Set([
  "deny",
  "admit",
  "affirm",
  "confirm",
  "acknowledge",
  "recall",
  "remember",
  "report",
  "describe",
  "mention",
  "confess",
  "reject",
  "refute",
  "dispute",
  "repudiate",
  "recount",
  "regret",
  "declare",
]);

/** What is said after the verb: "that …", a quotation, a bare clause, "to …", or what a strong verb takes as its object. */
export function contentAfter(stage: Stage, at: SceneSentence, clause: Clause, verb: Verb, source: Nominal): Content | null {
  const { analysis } = stage;
  const { phrases } = at;
  let i = clause.index + 1;
  while (i < phrases.length && (phrases[i] as Phrase).first < verb.last) i += 1;
  for (let steps = 0; i < phrases.length && steps < 12; i += 1, steps += 1) {
    const phrase = phrases[i] as Phrase;
    const opener = tokenAt(analysis, phrase.first);
    // "declared the vice-mayor": who speaks is not what is said.
    if (phrase.type === "noun" && phrase.first >= source.first && phrase.first < source.last) return null;
    if (phrase.type === "mark") {
      if (opener.text === ";") return null;
      if (phrase.kind === "other" && opener.tag === "ADV" && steps < 2 && opener.lower !== "so") continue;
      if (steps === 0 && /^(?:not|no|none|nothing)$/.test(opener.lower) && SAYING.has(tokenAt(analysis, clause.verb.verb).lemma))
        return after(stage, at, phrase.first, "en.voice.object");
      if (phrase.kind === "quote" && isOpeningQuote(analysis, phrase.first) && NAMING.test(tokenAt(analysis, clause.verb.verb).lemma))
        return null;
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
        if (opener.text === ",") {
          const resumed = resumesAt(stage, at, i);
          if (resumed === null) return null;
          i = resumed - 1;
        }
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
      if (
        tokenAt(analysis, phrase.first).lower.endsWith("ing") &&
        steps === 0 &&
        OWNING_UP.has(tokenAt(analysis, clause.verb.verb).lemma)
      ) {
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
    // "told us the gate was shut", "admitted to the paper that": who is spoken to.
    if (steps === 0 && isAddressed(stage, at, clause, i)) continue;
    const governor = phrases[i - 1];
    if (steps > 0 && governor?.type === "mark" && governor.kind === "preposition") continue;
    if (startsClause(phrases, i) && (steps === 0 || verb.strong)) {
      return {
        start: tokenAt(analysis, phrase.first).start,
        end: contentEnd(stage, at, phrase.first),
        quoted: false,
        rule: "en.voice.bare",
      };
    }
    if (
      steps === 0 &&
      !addresseeThenMore(phrases, i) &&
      (verb.strong || countsOut(stage, clause, phrase)) &&
      takesObject(stage, clause, phrase)
    ) {
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

function isAddressed({ analysis }: Stage, at: SceneSentence, clause: Clause, index: number): boolean {
  const next = at.phrases[index + 1];
  return (
    ADDRESSING.has(tokenAt(analysis, clause.verb.verb).lemma) &&
    (next?.type === "noun" || (next?.type === "mark" && (next.kind === "quote" || next.kind === "colon" || next.kind === "comma")))
  );
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

/** "They counted eleven injured", "the guild lists 40": who counts reports the number. */
function countsOut({ analysis }: Stage, clause: Clause, noun: NounPhrase): boolean {
  return (
    /^(?:count|list|register|estimate|record|tally|log|document|recogni[sz]e|show|name|number|see)$/.test(
      tokenAt(analysis, clause.verb.verb).lemma,
    ) && analysis.tokens.slice(noun.first, noun.last).some(({ tag }) => tag === "NUM")
  );
}

/** "told X that", "promised the families housing": the noun after the verb is who is spoken to when more follows. */
function addresseeThenMore(phrases: readonly Phrase[], at: number): boolean {
  const next = phrases[at + 1];
  return next?.type === "noun" || (next?.type === "mark" && next.kind === "subordinator");
}

function takesObject(stage: Stage, clause: Clause, noun: NounPhrase): boolean {
  const lemma = tokenAt(stage.analysis, clause.verb.verb).lemma;
  if (SAYING.has(lemma)) return isFragment(stage, noun);
  if (/^(?:repeat|tell|inform|tweet|comment|respond|answer|reply|brief|advise|explain|assure|quote|cite)$/.test(lemma)) return false;
  return clause.object !== null && clause.object.first === noun.first;
}

const SAYING: ReadonlySet<string> = new Set(["say", "write"]);

/** "Police say suicide", "the opposition says 40": what is said has no verb. A name, "a word" and "it" are none. */
function isFragment({ analysis }: Stage, noun: NounPhrase): boolean {
  for (let at = noun.first; at < noun.last; at += 1) if (tokenAt(analysis, at).tag === "NUM") return true;
  const opener = tokenAt(analysis, noun.first);
  if (opener.lower === "no") return true;
  const next = analysis.tokens[noun.last];
  const ends = next?.sentence !== opener.sentence || /^[.;,!–—)-]$/.test(next.text);
  return (
    ends &&
    (opener.tag === "NOUN" || opener.tag === "ADJ") &&
    !/^(?:hello|goodbye|something|anything|nothing|everything|prayers?|grace|sorry|yes|mass|thanks)$/.test(opener.lower)
  );
}

function after(stage: Stage, at: SceneSentence, first: number, rule: string): Content {
  return { start: tokenAt(stage.analysis, first).start, end: contentEnd(stage, at, first), quoted: false, rule };
}

/** "rejected the suggestion that", "denied rumours of", "confirmed reports about": what the report said, in the voice of who denies or confirms it. */
export function ofReport(stage: Stage, at: SceneSentence, clause: Clause, verb: Verb): Content | null {
  const { analysis } = stage;
  const { object } = clause;
  if ((verb.stance !== "denies" && verb.stance !== "confirms") || object === null || object.first < clause.verb.last) return null;
  const noun = at.phrases.find((phrase) => phrase.type === "noun" && phrase.first >= clause.verb.last);
  if (noun?.type !== "noun" || !reportNouns.has(lemmaAt(analysis, noun.head))) return null;
  for (let i = at.phrases.indexOf(noun) + 1; i < at.phrases.length; i += 1) {
    const phrase = at.phrases[i] as Phrase;
    if (phrase.last >= at.sentence.last) return null;
    if (phrase.type === "mark" && phrase.kind === "subordinator" && tokenAt(analysis, phrase.first).lower === "that")
      return after(stage, at, phrase.last, "en.voice.that");
    if (phrase.type === "mark" && phrase.kind === "preposition") {
      const { lower } = tokenAt(analysis, phrase.first);
      if (/^(?:of|about|concerning|regarding)$/.test(lower)) return after(stage, at, phrase.last, "en.voice.of-report");
      if (!/^(?:in|on|by|from)$/.test(lower)) return null;
      continue;
    }
    // "the rumours of virtual space concerning the presence of a helicopter", "suggestions made by the paper that"
    if (phrase.type === "verb" && tokenAt(analysis, phrase.verb).lower === "concerning")
      return after(stage, at, phrase.last, "en.voice.of-report");
    if (phrase.type !== "noun") return null;
  }
  return null;
}

/** "said, when asked, that", "reported, citing X, that": index of the phrase at which what is said begins after an insertion; null when nothing does. */
function resumesAt(stage: Stage, at: SceneSentence, index: number): number | null {
  for (let i = index + 1; i < at.phrases.length && i <= index + 8; i += 1) {
    const phrase = at.phrases[i] as Phrase;
    if (phrase.type === "mark" && phrase.kind === "subordinator" && tokenAt(stage.analysis, phrase.first).lower === "that")
      return isComma(at.phrases[i - 1]) ? i : null;
    if (phrase.type === "mark" && phrase.kind === "quote") return i === index + 1 ? i : null;
  }
  return null;
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
export function contentBefore(stage: Stage, at: SceneSentence, clause: Clause, source: Nominal): Content | null {
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
