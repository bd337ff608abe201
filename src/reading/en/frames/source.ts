/** All the words that name who speaks: over "of", "from" and "close to", hyphens and apostrophes, and back over a relative clause to what it tells of. */
import type { Analysis } from "../../../language/token.ts";
import { tokenAt } from "../../../language/token.ts";
import type { Clause } from "../clauses.ts";
import { reportNouns } from "../lexicon.ts";
import { isTime, nominalAt } from "../nominals.ts";
import type { Phrase } from "../phrase.ts";
import type { SceneSentence, Stage } from "../stage.ts";
import type { Stretch } from "../words.ts";
import { lemmaAt } from "../words.ts";

const QUALIFIES: ReadonlySet<string> = new Set([
  "of",
  "for",
  "from",
  "at",
  "in",
  "inside",
  "within",
  "near",
  "with",
  "on",
  "to",
  "behind",
  "around",
  "outside",
]);

/** The words of the subject that a clause's own parse cut short, else the source as it is. */
export function fullSource(stage: Stage, at: SceneSentence, clause: Clause, source: Stretch): Stretch {
  const { analysis } = stage;
  const verb = clause.verb.first;
  if (source.first >= clause.verb.last) return afterVerb(analysis, at, source);
  const antecedent = beforeRelative(analysis, at, clause, source);
  if (antecedent !== null) return antecedent;
  return source.last < verb ? { first: source.first, last: upTo(analysis, at, source, verb) } : source;
}

/** "A watchman who asked us to keep his name out says": the subject is the noun before "who", not one inside its clause. */
function beforeRelative(analysis: Analysis, at: SceneSentence, clause: Clause, source: Stretch): Stretch | null {
  let verbs = 0;
  for (let i = clause.index - 1; i > 0; i -= 1) {
    const phrase = at.phrases[i] as Phrase;
    if (phrase.type === "verb") {
      if (phrase.form === "finite") verbs += 1;
      continue;
    }
    if (phrase.type === "noun") continue;
    if (phrase.kind === "colon" || phrase.kind === "dash") return null;
    if (phrase.kind !== "relative") continue;
    if (verbs > 1 || phrase.first >= source.last || !/^(?:who|which|whose|whom|where)$/.test(tokenAt(analysis, phrase.first).lower))
      return null;
    let noun = i - 1;
    const comma = at.phrases[noun];
    const apart = comma?.type === "mark" && comma.kind === "comma";
    if (apart) noun -= 1;
    if (verbs === 0 && !apart) return null;
    // "X, who spoke first, and Y say": the relative clause must close with a comma when it opened with one.
    if (apart && !closes(analysis, at, phrase.last, clause.verb.first)) return null;
    while (noun >= 2 && isGoverned(analysis, at.phrases[noun - 1])) noun -= 2;
    return at.phrases[noun]?.type === "noun" ? nominalAt(analysis, at.phrases, noun, i) : null;
  }
  return null;
}

function closes(analysis: Analysis, at: SceneSentence, from: number, verb: number): boolean {
  for (let token = verb - 1; token > Math.max(from, at.sentence.first) && token >= verb - 3; token -= 1) {
    if (tokenAt(analysis, token).text === ",") return true;
    if (tokenAt(analysis, token).tag !== "ADV") return false;
  }
  return false;
}

function isGoverned(analysis: Analysis, link: Phrase | undefined): boolean {
  return link?.type === "mark" && link.kind === "preposition" && QUALIFIES.has(tokenAt(analysis, link.first).lower);
}

/** Up to the verb when nothing but the words of one name stands between; a time, and "in a statement", are not of it. */
function upTo(analysis: Analysis, at: SceneSentence, source: Stretch, verb: number): number {
  let last = source.last;
  for (const phrase of at.phrases) {
    if (phrase.first < source.last) continue;
    if (phrase.first >= verb) break;
    if (phrase.type === "verb") return source.last;
    if (phrase.type === "noun") {
      const before = tokenAt(analysis, phrase.first - 1);
      const governed = before.tag === "ADP" || before.tag === "PART";
      if (
        (isTime(analysis, phrase) && !isTight(analysis, phrase.first - 1)) ||
        (governed && reportNouns.has(lemmaAt(analysis, phrase.head)))
      )
        return last;
      last = phrase.last;
      continue;
    }
    if (phrase.kind === "preposition") {
      if (!QUALIFIES.has(tokenAt(analysis, phrase.first).lower)) return last;
      continue;
    }
    const word = tokenAt(analysis, phrase.first);
    if (phrase.kind === "dash" && isTight(analysis, phrase.first)) continue;
    if (
      phrase.kind === "other" &&
      (/^['’]$/.test(word.text) || word.tag === "X" || word.tag === "ADJ" || word.tag === "NOUN" || word.tag === "PROPN")
    )
      continue;
    return last;
  }
  return last;
}

/** A hyphen inside a word: no white space on either side. */
function isTight(analysis: Analysis, token: number): boolean {
  return (
    tokenAt(analysis, token - 1).end === tokenAt(analysis, token).start &&
    tokenAt(analysis, token + 1).start === tokenAt(analysis, token).end
  );
}

/** "said a 34-year-old father of five": what follows the first noun, up to a mark. */
function afterVerb(analysis: Analysis, at: SceneSentence, source: Stretch): Stretch {
  const next = at.sentence.last > source.last ? tokenAt(analysis, source.last) : null;
  const joined =
    next !== null && ((next.text === "-" && isTight(analysis, source.last)) || /^['’]$/.test(next.text) || QUALIFIES.has(next.lower));
  if (!joined) return source;
  const end = at.phrases.find((phrase) => phrase.first >= source.last && (phrase.type === "verb" || isBreak(analysis, phrase)))?.first;
  return { first: source.first, last: Math.max(source.last, upTo(analysis, at, source, end ?? at.sentence.last)) };
}

function isBreak(analysis: Analysis, phrase: Phrase): boolean {
  return (
    phrase.type === "mark" &&
    phrase.kind !== "preposition" &&
    !(phrase.kind === "dash" && isTight(analysis, phrase.first)) &&
    !/^['’]$/.test(tokenAt(analysis, phrase.first).text) &&
    phrase.kind !== "other"
  );
}
