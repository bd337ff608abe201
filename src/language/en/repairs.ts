/** Small, local repairs of what the tagger gets wrong often and predictably. Each looks at one token and its neighbours. */
import type { Tag } from "../token.ts";
import irregular from "./irregular.json" with { type: "json" };

/** A token before it is placed: enough to repair its tag. */
export interface Tagged {
  readonly text: string;
  readonly lower: string;
  readonly tag: Tag;
}

/** A repair asks the token alone first; what its neighbours are to be is asked only of the few tokens that pass. */
interface Repair {
  readonly of: (here: Tagged) => boolean;
  /** The tag between these neighbours, null to leave it. */
  readonly to: (before: Tagged | undefined, after: Tagged | undefined, here: Tagged) => Tag | null;
}

const BOTH: ReadonlySet<string> = new Set(irregular["also-nouns"]);
const POSSESSIVES: ReadonlySet<string> = new Set(["my", "our", "your", "their", "its", "his"]);
const NOUNY = new Set<Tag>(["NOUN", "ADJ", "PROPN"]);
const SUBORDINATORS = new Set(["although", "because", "though", "whether", "while", "unless", "whereas", "if"]);
const FIXED: Readonly<Record<string, Readonly<Record<string, Tag>>>> = {
  date: { to: "NOUN" },
  turn: { in: "NOUN" },
  total: { in: "NOUN" },
  all: { in: "NOUN" },
  police: { were: "NOUN", was: "NOUN", are: "NOUN", of: "NOUN", the: "NOUN" },
  light: { to: "NOUN" },
  bail: { on: "NOUN", without: "NOUN", of: "NOUN", for: "NOUN", the: "NOUN" },
  chief: { police: "NOUN", security: "NOUN" },
  dead: { the: "NOUN" },
  wounded: { the: "NOUN" },
  injured: { the: "NOUN" },
  missing: { the: "NOUN" },
  detained: { the: "NOUN" },
};

const COUNTED = /^(?:dead|wounded|injured|killed|missing|detained|arrested|hospitali[sz]ed)$/;
const OBJECT_OPENERS = /^(?:dead|a|an|the|his|her|their|its|him|them|us|me|some|several|many|at|into)$/;

const repairs: readonly Repair[] = [
  // "soldiers shot a boy", "they raid the market": a word that is noun and verb, between its doer and what it is done to.
  {
    of: (here) => here.tag === "NOUN" && BOTH.has(here.lower),
    to: (before, after) =>
      before !== undefined &&
      (before.tag === "PRON" ||
        before.tag === "PROPN" ||
        (before.tag === "NOUN" && /(?:[^s]s|people|police|men|women|army)$/.test(before.lower))) &&
      after !== undefined &&
      (after.tag === "NUM" || OBJECT_OPENERS.test(after.lower))
        ? "VERB"
        : null,
  },
  // "shared our coordinates", "bags over our heads": behind a possessive stands a noun, or a participle before one ("their disputed frontier").
  {
    of: (here) => here.tag === "VERB" && !here.lower.endsWith("ing"),
    to: (before, after, here) =>
      before !== undefined && POSSESSIVES.has(before.lower)
        ? /(?:ed|en|wn)$/.test(here.lower) && after !== undefined && NOUNY.has(after.tag)
          ? "ADJ"
          : here.lower.endsWith("s") || after === undefined || !/^(?:NOUN|ADJ|PROPN|DET|PRON|NUM)$/.test(after.tag)
            ? "NOUN"
            : null
        : null,
  },
  // "have been gathering every evening"
  {
    of: (here) => here.tag === "NOUN" && /.{2}ing$/.test(here.lower),
    to: (before, after) =>
      before?.lower === "been" && after !== undefined && /^(?:DET|PRON|ADP|NUM|ADV|PROPN|SCONJ)$/.test(after.tag) ? "VERB" : null,
  },
  // "He has since been promoted": between an auxiliary and its verb it is an adverb.
  {
    of: (here) => here.lower === "since" && here.tag !== "ADV",
    to: (before, after) =>
      before !== undefined &&
      /^(?:has|have|had|was|were)$/.test(before.lower) &&
      after !== undefined &&
      (after.tag === "VERB" || after.tag === "AUX")
        ? "ADV"
        : null,
  },
  // "those who sign", "farmers who contest a concession": a relative pronoun as subject wants a verb.
  {
    of: (here) => here.tag === "NOUN" && /[^s]$|[^s]s$/.test(here.lower) && !here.lower.endsWith("ing"),
    to: (before, after) =>
      before?.lower === "who" && after !== undefined && /^(?:VERB|DET|PRON|ADP|ADJ|NUM|PUNCT)$/.test(after.tag) ? "VERB" : null,
  },
  // "told the Echo that": a capital after an article is a name.
  {
    of: (here) => here.tag === "VERB" && /^\p{Lu}/u.test(here.text),
    to: (before) => (before?.tag === "DET" && before.lower !== "that" ? "PROPN" : null),
  },
  // "claims that soldiers had fired": before a plural it opens what is claimed.
  {
    of: (here) => here.lower === "that" && here.tag === "DET",
    to: (_before, after) =>
      after !== undefined &&
      (after.tag === "NOUN" || after.tag === "PROPN" || after.tag === "NUM") &&
      /(?:[^s]s|people|police|men|women|children)$/.test(after.lower)
        ? "SCONJ"
        : null,
  },
  // "lower prices, release the students and": one more thing to do in a list.
  {
    of: (here) => here.tag === "NOUN" && BOTH.has(here.lower),
    to: (before, after) =>
      (before?.text === "," || before?.lower === "and") && after !== undefined && /^(?:the|a|an|his|her|their|its|all)$/.test(after.lower)
        ? "VERB"
        : null,
  },
  { of: (here) => here.lower === "whereabouts", to: () => "NOUN" },
  { of: (here) => here.lower === "tear", to: (_before, after) => (after?.lower === "gas" ? "NOUN" : null) },
  // "are alleged to have", "was accused of": a participle with what it governs is the verb.
  {
    of: (here) => here.tag === "ADJ" && here.lower.endsWith("ed"),
    to: (before, after) =>
      before !== undefined &&
      /^(?:is|are|was|were|been|be|being)$/.test(before.lower) &&
      after !== undefined &&
      /^(?:to|of|by)$/.test(after.lower)
        ? "VERB"
        : null,
  },
  { of: (here) => here.lower === "spread", to: (before, after) => (before?.tag === "NOUN" && after?.lower === "that" ? "VERB" : null) },
  // "the court plans to release": a noun in -s does not take "to" and a verb after another noun.
  {
    of: (here) => here.tag === "NOUN" && /^(?:plans|aims|hopes|wants|intends|means|seeks)$/.test(here.lower),
    to: (before, after) => ((before?.tag === "NOUN" || before?.tag === "PROPN") && after?.lower === "to" ? "VERB" : null),
  },
  // "a book on torture": after a preposition a bare verb with nothing behind it is a noun.
  {
    of: (here) => here.tag === "VERB" && !/(?:ed|ing)$/.test(here.lower),
    to: (before, after) =>
      before?.tag === "ADP" &&
      /^(?:on|of|for|from|under|in|by|with|about)$/.test(before.lower) &&
      (after === undefined || after.tag === "PUNCT")
        ? "NOUN"
        : null,
  },
  // "killing 14 people and wounding 33": what an ending in -ing governs makes it a verb.
  {
    of: (here) => here.tag === "NOUN" && here.lower.endsWith("ing"),
    to: (before, after) =>
      before !== undefined &&
      /^(?:and|or|,|by|without)$/.test(before.lower) &&
      after !== undefined &&
      (after.tag === "NUM" || /^(?:a|an|the|his|her|their|at|several|dozens|hundreds)$/.test(after.lower))
        ? "VERB"
        : null,
  },
  // "there were reports that": a form in -s does not follow "were" as a verb.
  {
    of: (here) => here.tag === "VERB" && /[^s]s$/.test(here.lower),
    to: (before) =>
      before !== undefined && /^(?:are|were|been|no|these|those|such|of|unconfirmed|several)$/.test(before.lower) ? "NOUN" : null,
  },
  // "the president's promises": after a possessive stands a noun.
  {
    of: (here) => here.tag === "VERB" && /(?:s|ment|tion)$/.test(here.lower),
    to: (before) => (before?.lower === "'s" && before.tag === "PART" ? "NOUN" : null),
  },
  // "“organized terrorist forces”": a participle opening a label.
  {
    of: (here) => here.tag === "VERB" && here.lower.endsWith("ed"),
    to: (before, after) =>
      before !== undefined && /^["“«‘]$/.test(before.lower) && after !== undefined && NOUNY.has(after.tag) ? "ADJ" : null,
  },
  { of: (here) => SUBORDINATORS.has(here.lower) && here.tag !== "SCONJ", to: () => "SCONJ" },
  {
    of: (here) => FIXED[here.lower] !== undefined,
    to: (before, _after, here) => (before === undefined ? null : (FIXED[here.lower]?.[before.lower] ?? null)),
  },
  // "225 dead", "16 wounded": what a number counts, at the end of its phrase.
  {
    of: (here) => COUNTED.test(here.lower),
    to: (before, after) => (before?.tag === "NUM" && (after === undefined || !NOUNY.has(after.tag)) ? "NOUN" : null),
  },
  // "the number of injured at": what is counted, not what was done.
  {
    of: (here) => here.tag === "VERB" && COUNTED.test(here.lower),
    to: (before, after) =>
      before?.lower === "of" && (after === undefined || /^(?:ADP|AUX|PUNCT|VERB|ADV|CCONJ)$/.test(after.tag)) ? "NOUN" : null,
  },
  // "Fifteen people, seven of them children, drowned."
  {
    of: (here) => here.tag === "ADJ" && here.lower.endsWith("ed"),
    to: (before, after) => (before?.text === "," && (after === undefined || /^[.!?]$/.test(after.text)) ? "VERB" : null),
  },
  // "Human Rights Watch": a capitalised word inside a name is part of the name.
  {
    of: (here) => here.tag === "VERB" && /^\p{Lu}\p{Ll}/u.test(here.text),
    to: (before) => (before?.tag === "PROPN" ? "PROPN" : null),
  },
  {
    of: (here) => here.lower === "missing",
    to: (before) =>
      before !== undefined &&
      /^(?:reported|listed|declared|are|were|is|was|be|been|went|go|gone|still|remain|remains|remained|remaining)$/.test(before.lower)
        ? "ADJ"
        : null,
  },
  // "of injured officers", "the detained men": a participle that opens a noun phrase.
  {
    of: (here) => here.tag === "VERB" && /(?:ed|en)$/.test(here.lower),
    to: (before, after) =>
      before !== undefined &&
      (before.tag === "NUM" || /^(?:of|for|with|between|among|from|the|a|an|some|many|several|these|those|all)$/.test(before.lower)) &&
      after?.tag === "NOUN"
        ? "ADJ"
        : null,
  },
  // "cases involved acts": an adjective does not follow its noun; a verb does.
  {
    of: (here) => here.tag === "ADJ" && here.lower.endsWith("ed"),
    to: (before, after) =>
      before?.tag === "NOUN" && after !== undefined && (after.tag === "NOUN" || after.tag === "DET" || after.tag === "ADP") ? "VERB" : null,
  },
  // A number written out that the tagger took for a noun or adjective.
  { of: (here) => /^(?:hundreds|thousands|dozens|scores|millions)$/.test(here.lower) && here.tag !== "NOUN", to: () => "NOUN" },
];

/** The repairs that a word with a tag passes, by both: for nearly every word there are none. */
const candidates = new Map<Tag, Map<string, readonly Repair[]>>();
const MOST = 40_000;

function candidatesFor(here: Tagged): readonly Repair[] {
  let byText = candidates.get(here.tag);
  if (byText === undefined) candidates.set(here.tag, (byText = new Map<string, readonly Repair[]>()));
  let own = byText.get(here.text);
  if (own === undefined) {
    own = repairs.filter(({ of }) => of(here));
    if (byText.size >= MOST) byText.clear();
    byText.set(here.text, own);
  }
  return own;
}

/** Words that are verbs in headlines ("Court fines the federation", "A warehouse burns down") and were tagged as nouns. */
const HEADLINE: ReadonlySet<string> = new Set(irregular["headline-verbs"].flatMap((verb) => [verb, thirdPerson(verb)]));

function thirdPerson(verb: string): string {
  if (/(?:s|sh|ch|x|z)$/.test(verb)) return `${verb}es`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
}

/**
 * Position of the noun that is the verb of a sentence without one; -1 when there is none. It stands behind its subject, in -s behind one and bare
 * behind several, and before what it is done to.
 */
export function headlineVerb(tokens: readonly Tagged[]): number {
  if (tokens.length < 4 || tokens.some(({ tag }) => tag === "VERB" || tag === "AUX")) return -1;
  return tokens.findIndex((here, at) => {
    if (here.tag !== "NOUN" || !HEADLINE.has(here.lower)) return false;
    const [before, after] = [tokens[at - 1], tokens[at + 1]];
    if (before === undefined || after === undefined || (before.tag !== "NOUN" && before.tag !== "PROPN")) return false;
    const several = /(?:[^s]s|people|police|men|women|children)$/.test(before.lower);
    if (here.lower.endsWith("s") === several && before.lower !== "police") return false;
    return /^(?:DET|NUM|ADP|PRON|ADV|PROPN|PART)$/.test(after.tag) && after.lower !== "of" && after.lower !== "for";
  });
}

/** The repaired tag of a token between its neighbours; the given tag when no repair applies. */
export function repairedTag(here: Tagged, before: Tagged | undefined, after: Tagged | undefined): Tag {
  for (const { to } of candidatesFor(here)) {
    const tag = to(before, after, here);
    if (tag !== null) return tag;
  }
  return here.tag;
}
