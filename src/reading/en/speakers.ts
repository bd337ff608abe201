/** Turns the words that name a voice into a `Voice`: its fullest name, party, how it knows, and whether it is anonymous. */
import type { Voice } from "../../model/claim.ts";
import type { Span } from "../../model/passage.ts";
import { contains } from "../../model/passage.ts";
import type { Basis, Party } from "../../model/words.ts";
import { tokenAt } from "../../language/token.ts";
import {
  basisWords,
  groupWords,
  organisationWords,
  peopleWords,
  personWords,
  partyWords,
  reportNouns,
  rumourWords,
  titleWords,
  unconfirmedWords,
} from "./lexicon.ts";
import type { Name } from "./names.ts";
import type { Scene } from "./scene.ts";
import type { VoiceFrame } from "./frame.ts";
import type { SceneSentence } from "./stage.ts";
import type { Stretch } from "./words.ts";
import { lemmaAt, lookup, spanOf, textOf, withoutArticle } from "./words.ts";

type Stage = Pick<Scene, "analysis" | "names" | "sentences" | "voices" | "voicesIn">;

const PRONOUNS = /^(?:he|she|they|it|his|her|their|its)$/;
/** Words that stand for a voice and name none. */
const SELVES = /^(?:he|she|they|it|his|her|their|its|i|we|you|my|our)$/;
const ANONYMITY =
  /\b(?:condition of anonymity|not to be (?:named|identified)|anonymous(?:ly)?|unnamed|unidentified source|declined to be named|name withheld)\b/i;
const INDEFINITE = /^(?:a|an|one|some|several|two|three|four|five|many|other)$/;

/** The voice of a frame; a pronoun stands for a voice earlier in the document. */
export function speakerOf(stage: Stage, frame: VoiceFrame): Voice {
  // "did not deny", "has not confirmed": neither denies nor confirms; certainty tells the rest.
  const stance = frame.negated && (frame.stance === "denies" || frame.stance === "confirms") ? "says" : frame.stance;
  const shared = { cue: frame.cueText, person: null, office: null, stance };
  if (frame.source === null) {
    return { ...shared, name: null, start: null, end: null, from: null, anonymous: false, party: "unknown", basis: "unknown" };
  }
  const source = withQualifier(stage, frame.source);
  const stretch = withoutArticle(stage.analysis, source);
  const resolved = resolve(stage, frame, stretch, resolvedIn(stage));
  const sentence = stage.sentences[frame.home ?? frame.sentence];
  const around = sentence === undefined ? "" : stage.analysis.text.slice(sentence.sentence.start, sentence.sentence.end);
  const mention = spanOf(stage.analysis, stretch);
  const carried = frame.home !== undefined && frame.home !== frame.sentence;
  return {
    ...shared,
    name: resolved.name,
    start: carried ? null : mention.start,
    end: carried ? null : mention.end,
    from: resolved.from ?? (carried ? mention : null),
    anonymous: ANONYMITY.test(around) || isUnnamedSource(stage, source),
    party: resolved.party,
    basis: basisOf(stage, source),
  };
}

interface Resolved {
  readonly name: string;
  readonly from: Span | null;
  readonly party: Party;
}

const known = new WeakMap<readonly VoiceFrame[], Map<VoiceFrame, Resolved>>();

/** Whom each frame's words stand for, worked out once in document order: a long run of "he said" is walked once, not from each of them. */
function resolvedIn(stage: Stage): ReadonlyMap<VoiceFrame, Resolved> {
  let map = known.get(stage.voices);
  if (map === undefined) {
    map = new Map();
    known.set(stage.voices, map);
    for (const frame of [...stage.voices].sort((a, b) => a.cue.start - b.cue.start)) {
      if (frame.source !== null && frame.home === undefined)
        map.set(frame, resolve(stage, frame, withoutArticle(stage.analysis, withQualifier(stage, frame.source)), map));
    }
  }
  return map;
}

function resolve(stage: Stage, frame: VoiceFrame, stretch: Stretch, before: ReadonlyMap<VoiceFrame, Resolved>): Resolved {
  const opener = tokenAt(stage.analysis, stretch.first);
  if (stretch.last === stretch.first + 1 && PRONOUNS.test(opener.lower))
    return antecedent(stage, frame, opener.lower, before) ?? { name: opener.text, from: null, party: "unknown" };
  const name = namedIn(stage, stretch);
  const meant = name === null ? meantBy(stage, frame, stretch) : null;
  if (meant !== null) {
    const party = describedParty(stage, meant);
    return { name: meant.form, from: { start: meant.start, end: meant.end }, party: party === "unknown" ? partyOf(stage, stretch) : party };
  }
  if (name === null) return { name: textOf(stage.analysis, stretch), from: null, party: partyOf(stage, stretch) };
  const fullest = stage.names.fullest(name);
  const from = fullest.start === name.start ? null : { start: fullest.start, end: fullest.end };
  const party = partyOf(stage, stretch);
  const described = party === "unknown" ? describedParty(stage, fullest) : party;
  if (name.kind === "person") return { name: fullest.form, from, party: described };
  // An organisation's own words around its name belong to it ("Interior Ministry spokesman").
  const whole = textOf(stage.analysis, stretch);
  if (whole === name.form) return { name: fullest.form, from, party: described };
  return { name: whole, from: null, party: described };
}

const SPEAKS_FOR =
  /^(?:spokesman|spokeswoman|spokesperson|official|source|representative|lawyer|doctor|nurse|resident|member|employee|worker|witness|expert|analyst|head|director|chief|deputy|adviser|aide|volunteer|activist|researcher|officer|prisoner|student|teacher|journalist)$/;

/** "a spokesman for the hospital", "a source in the police": whom somebody unnamed speaks for belongs to the name. */
function withQualifier(stage: Stage, source: Stretch): Stretch {
  const at = stage.sentences[tokenAt(stage.analysis, source.first).sentence];
  const named = at === undefined ? null : besideOffice(stage, at, qualified(stage, at, source));
  return named ?? (at === undefined ? source : qualified(stage, at, source));
}

/** "its director, Captain Ada Venn, said": the name is set beside the office. */
function besideOffice(stage: Stage, at: SceneSentence, source: Stretch): Stretch | null {
  if (source.last + 1 >= at.sentence.last || tokenAt(stage.analysis, source.last).text !== ",") return null;
  let first = source.last + 1;
  while (first < at.sentence.last - 1 && titleWords.has(tokenAt(stage.analysis, first).lower.replace(/\.$/, ""))) first += 1;
  const name = stage.names.at(first);
  if (name?.kind !== "person" || name.first !== first || namedIn(stage, source)?.kind === "person") return null;
  const closed = name.last >= at.sentence.last || /^[,.”"]$/.test(tokenAt(stage.analysis, name.last).text);
  return closed ? { first: source.first, last: name.last } : null;
}

function qualified(stage: Stage, at: SceneSentence, source: Stretch): Stretch {
  if (source.last >= at.sentence.last || !SPEAKS_FOR.test(lemmaAt(stage.analysis, source.last - 1))) return source;
  const index = at.phrases.findIndex((phrase) => phrase.first === source.last);
  const noun = at.phrases[index + 1];
  if (index === -1 || noun?.type !== "noun" || !/^(?:for|from|at|in|with|inside|within)$/.test(tokenAt(stage.analysis, source.last).lower))
    return source;
  const { start } = tokenAt(stage.analysis, noun.first);
  if (at.times.some((time) => time.start <= start && start < time.end)) return source;
  return { first: source.first, last: noun.last };
}

/** "the ministry", "the mayor": the one name before that fits; null when none does or two do. */
function meantBy(stage: Stage, frame: VoiceFrame, stretch: Stretch): Name | null {
  const article = stretch.first === 0 ? "" : tokenAt(stage.analysis, stretch.first - 1).lower;
  if (stretch.last - stretch.first !== 1 || article !== "the") return null;
  const word = tokenAt(stage.analysis, stretch.first);
  const sentence = frame.home ?? frame.sentence;
  if (word.lower === "latter") return latter(stage, sentence, word.start);
  const earlier = stage.names.called(word.lower).filter((name) => name.start < word.start);
  if (earlier.length === 1) return earlier[0] as Name;
  const near = earlier.filter((name) => tokenAt(stage.analysis, name.first).sentence >= sentence - 3);
  return near.length === 1 ? (near[0] as Name) : null;
}

/** Of the two names last spoken of, the second. */
function latter(stage: Stage, sentence: number, before: number): Name | null {
  const names = stage.names.within(sentence - 1, sentence).filter((name) => name.end <= before && name.kind !== "place");
  return names.length < 2 ? null : stage.names.fullest(names.at(-1) as Name);
}

/** The person named in the phrase, else the organisation that makes it up. */
function namedIn(stage: Stage, stretch: Stretch): Name | null {
  let organisation: Name | null = null;
  for (let at = stretch.first; at < stretch.last; at += 1) {
    const name = stage.names.at(at);
    if (name === null) continue;
    const possessed = name.last < stretch.last && tokenAt(stage.analysis, name.last).lower === "'s";
    const governed = name.first > stretch.first && /^(?:of|for|from|to)$/.test(tokenAt(stage.analysis, name.first - 1).lower);
    const modifies = name.last < stretch.last && /^(?:NOUN|PROPN)$/.test(tokenAt(stage.analysis, name.last).tag);
    if (name.kind === "person" && !possessed && !governed && !modifies) return name;
    if (modifies) continue;
    if (!possessed && !governed && name.kind !== "person") organisation ??= name;
    if (name.kind === "unknown" && stretch.last === name.last && stretch.first === name.first) return name;
  }
  return organisation;
}

/** Who a pronoun stands for: the nearest earlier voice or subject that it fits; null when two fit equally or none does. */
function antecedent(stage: Stage, frame: VoiceFrame, pronoun: string, before: ReadonlyMap<VoiceFrame, Resolved>): Resolved | null {
  const personal = pronoun === "he" || pronoun === "she" || pronoun === "his" || pronoun === "her";
  const home = frame.home ?? frame.sentence;
  for (let sentence = home; sentence >= Math.max(0, home - 3); sentence -= 1) {
    // Whom somebody speaks of is not who speaks.
    const names = stage.names.within(sentence, sentence).filter((name) => name.end <= frame.cue.start && !contains(frame.content, name));
    const people = new Set(names.filter((name) => name.kind === "person").map((name) => stage.names.fullest(name).form));
    const voice = stage
      .voicesIn(sentence)
      .findLast((other) => other.source !== null && other.home === undefined && other.cue.start < frame.cue.start);
    if (voice?.source != null) {
      const stretch = withoutArticle(stage.analysis, voice.source);
      const name = namedIn(stage, stretch);
      const isPerson = name?.kind === "person";
      if (personal ? isPerson || isOfficeOfOne(stage, stretch) : !isPerson && !SELVES.test(tokenAt(stage.analysis, stretch.first).lower)) {
        const inner = before.get(voice);
        if (inner !== undefined) return { ...inner, from: inner.from ?? spanOf(stage.analysis, stretch) };
      }
      const same = before.get(voice);
      if (same?.from != null && tokenAt(stage.analysis, stretch.first).lower === pronoun) return same;
    }
    const spoken = personal && people.size > 0 ? null : describedBefore(stage, frame, sentence, pronoun);
    if (spoken !== null) return spoken;
    if (personal && people.size === 1) {
      const name = names.find((candidate) => candidate.kind === "person") as Name;
      const fullest = stage.names.fullest(name);
      return { name: fullest.form, from: { start: name.start, end: name.end }, party: describedParty(stage, fullest) };
    }
    if (personal && people.size > 1) {
      const subject = stage.sentences[sentence]?.clauses
        .map((clause) => clause.subject)
        .find((nominal) => nominal !== null && stage.names.at(nominal.head)?.kind === "person");
      const name = subject == null ? null : stage.names.at(subject.head);
      const two =
        subject != null &&
        names.filter((each) => each.kind === "person" && subject.first <= each.first && each.last <= subject.last).length > 1;
      if (name == null || two) return null;
      return {
        name: stage.names.fullest(name).form,
        from: { start: name.start, end: name.end },
        party: describedParty(stage, stage.names.fullest(name)),
      };
    }
  }
  return null;
}

/** "My aunt called me crying, she says", "two guards were arrested; they deny": the last subject before that is such a person or such people. */
function describedBefore(stage: Stage, frame: VoiceFrame, sentence: number, pronoun: string): Resolved | null {
  const { analysis } = stage;
  const several = pronoun === "they" || pronoun === "their";
  if (pronoun === "it" || pronoun === "its") return null;
  const subjects = (stage.sentences[sentence]?.clauses ?? []).flatMap(({ subject }) =>
    subject !== null && tokenAt(analysis, subject.last - 1).end <= frame.cue.start ? [subject] : [],
  );
  const subject = subjects.findLast(({ head }) => isSomebody(stage, head, several));
  if (subject === undefined) return null;
  const stretch = withoutArticle(analysis, withQualifier(stage, subject));
  return { name: textOf(analysis, stretch), from: spanOf(analysis, stretch), party: partyOf(stage, stretch) };
}

/** The head is a word for a person, or for people: "aunt", "guards", "residents". */
function isSomebody({ analysis }: Stage, head: number, several: boolean): boolean {
  const { lower, tag } = tokenAt(analysis, head);
  const lemma = lemmaAt(analysis, head);
  if (tag !== "NOUN" || organisationWords.has(lower) || reportNouns.has(lemma)) return false;
  const plural = /^(?:people|men|women|children|police)$/.test(lower) || (lower !== lemma && lower.endsWith("s"));
  if (plural !== several) return false;
  return personWords.has(lemma) || groupWords.has(lemma) || peopleWords.has(lemma);
}

/** "the president", "a nurse from Deln": somebody for "he" or "she" to stand for, not a body and not several. */
function isOfficeOfOne(stage: Stage, stretch: Stretch): boolean {
  let head = stretch.first;
  while (head + 1 < stretch.last && tokenAt(stage.analysis, head + 1).tag !== "ADP" && tokenAt(stage.analysis, head + 1).tag !== "PUNCT")
    head += 1;
  if (tokenAt(stage.analysis, head + 1).text === "-" && head + 2 < stretch.last) {
    head = stretch.last - 1;
    for (let at = stretch.first; at < stretch.last; at += 1) if (tokenAt(stage.analysis, at).tag === "ADP") head = Math.min(head, at - 1);
  }
  const { lower, tag } = tokenAt(stage.analysis, head);
  if (organisationWords.has(lower) || reportNouns.has(lemmaAt(stage.analysis, head))) return false;
  return /^(?:NOUN|PROPN|ADJ)$/.test(tag) && (lower === lemmaAt(stage.analysis, head) || !lower.endsWith("s"));
}

function partyOf(stage: Stage, stretch: Stretch): Party {
  return lookup(stage.analysis, stretch, partyWords) ?? "unknown";
}

/** The party that the words around a person's mentions give: a title before the name, an apposition after it. */
function describedParty(stage: Stage, name: Name): Party {
  for (const other of stage.names.mentions(name.form)) {
    const sentence = stage.sentences[tokenAt(stage.analysis, other.first).sentence];
    if (sentence === undefined) continue;
    const { first, last } = sentence.sentence;
    const before = { first: Math.max(first, other.first - 4), last: other.first };
    if (before.last > before.first) {
      const party = lookup(stage.analysis, nearPhrase(stage, before), partyWords);
      if (party !== null) return party;
    }
    if (other.last + 1 < last && tokenAt(stage.analysis, other.last).text === ",") {
      const party = lookup(stage.analysis, { first: other.last + 1, last: Math.min(last, other.last + 8) }, partyWords);
      if (party !== null) return party;
    }
  }
  return "unknown";
}

/** The words right before a name, back to the last comma or verb. */
function nearPhrase(stage: Stage, stretch: Stretch): Stretch {
  let first = stretch.last;
  while (
    first > stretch.first &&
    !/^[,;:.]$/.test(tokenAt(stage.analysis, first - 1).text) &&
    tokenAt(stage.analysis, first - 1).tag !== "VERB"
  )
    first -= 1;
  return first < stretch.last ? { first, last: stretch.last } : { first: stretch.last - 1, last: stretch.last };
}

function basisOf(stage: Stage, stretch: Stretch): Basis {
  return lookup(stage.analysis, stretch, basisWords) ?? "unknown";
}

function isUnnamedSource(stage: Stage, source: Stretch): boolean {
  const opener = tokenAt(stage.analysis, source.first).lower;
  const head = lemmaAt(stage.analysis, source.last - 1);
  return (
    (head === "source" || ((head === "witness" || head === "eyewitness") && INDEFINITE.test(opener))) && namedIn(stage, source) === null
  );
}

/** True when the words of a voice say that what it reports is not confirmed. */
export function isUnconfirmed(stage: Stage, source: Stretch): boolean {
  for (let at = source.first; at < source.last; at += 1) {
    const word = tokenAt(stage.analysis, at);
    if (unconfirmedWords.has(word.lower) && reportNouns.has(lemmaAt(stage.analysis, source.last - 1))) return true;
    if (unconfirmedWords.has(word.lower) || rumourWords.has(word.lemma) || rumourWords.has(word.lower.replace(/s$/, ""))) return true;
  }
  return false;
}
