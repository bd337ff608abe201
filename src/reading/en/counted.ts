/** What a number counts: the noun, its unit, which group, and the event that makes it a count of the dead, the detained or the charged. */
import { tokenAt } from "../../language/token.ts";
import type { Of } from "../../model/figure.ts";
import type { EventType, Group, Unit } from "../../model/words.ts";
import type { Act } from "./acts.ts";
import type { Clause, Nominal } from "./clauses.ts";
import { classifiers, groupWords, measureWords, moneyWords, peopleWords, tolls, unitByEvent, unitByNoun, unitByVerb } from "./lexicon.ts";
import type { NounPhrase, Phrase } from "./phrases.ts";
import type { Quantity } from "./quantities.ts";
import type { Scene } from "./scene.ts";
import type { SceneSentence } from "./stage.ts";
import type { Stretch } from "./words.ts";
import { lemmaAt, lookup, textOf, withoutArticle } from "./words.ts";

type Stage = Pick<Scene, "analysis">;

export interface Counted {
  readonly unit: Unit;
  readonly event: EventType | null;
  /** Lemma of the noun as said; null when the text leaves it out. */
  readonly noun: string | null;
  readonly of: readonly Of[];
  /** Tokens of number and noun together. */
  readonly extent: Stretch;
  /** The act whose patient it is, or null. */
  readonly act: Act | null;
  readonly clause: Clause | null;
  /** True when the noun was left out or is a pronoun: the unit is then the whole's. */
  readonly elliptic: boolean;
  readonly rule: string;
}

/** The noun phrase that counts, from the number to the end of its "of …". */
interface Noun {
  readonly head: number | null;
  readonly extent: Stretch;
  /** The words that say which of them ("law enforcement officers", "members of the security forces"). */
  readonly label: Stretch | null;
  readonly pronoun: boolean;
}

function phraseAt(at: SceneSentence, token: number): number {
  return at.phrases.findIndex((phrase) => phrase.first <= token && token < phrase.last);
}

function nounOf(stage: Stage, at: SceneSentence, quantity: Quantity): Noun | null {
  const { analysis } = stage;
  const index = phraseAt(at, quantity.last - 1);
  const phrase = at.phrases[index];
  if (phrase === undefined) return null;
  const inside = phrase.type === "noun" && phrase.head >= quantity.last ? phrase : null;
  if (inside !== null) return withOf(stage, at, index, quantity, inside.head);
  const next = at.phrases[index + 1];
  const after = at.phrases[index + 2];
  if (next === undefined) return bareNumber(quantity);
  const word = tokenAt(analysis, next.first).lower;
  if (next.type === "mark" && word === "of" && after?.type === "noun") {
    const head = tokenAt(analysis, after.head).lower;
    if (/^(?:them|these|those|whom|which|us|you)$/.test(head) || tokenAt(analysis, after.head).tag === "NUM")
      return { head: null, extent: { first: quantity.first, last: after.last }, label: null, pronoun: true };
    return withOf(stage, at, index + 2, quantity, after.head);
  }
  if (next.type === "mark" && next.kind === "dash" && after?.type === "noun" && quantity.form === "digits") {
    return {
      head: null,
      extent: { first: quantity.first, last: after.last },
      label: { first: after.first, last: after.last },
      pronoun: true,
    };
  }
  // "five or six districts": the noun stands in the phrase of the second number.
  if (next.type === "noun" && next.first === quantity.last && phrase.type === "noun" && quantity.form !== "none")
    return withOf(stage, at, index + 1, quantity, next.head);
  return bareNumber(quantity);
}

function bareNumber(quantity: Quantity): Noun {
  return { head: null, extent: { first: quantity.first, last: quantity.last }, label: null, pronoun: false };
}

/** The counted phrase with its "of …": "19 members of the security forces". */
function withOf(stage: Stage, at: SceneSentence, index: number, quantity: Quantity, head: number): Noun {
  const phrase = at.phrases[index] as NounPhrase;
  const link = at.phrases[index + 1];
  const of = at.phrases[index + 2];
  const joins = link?.type === "mark" && tokenAt(stage.analysis, link.first).lower === "of" && of?.type === "noun";
  const last = joins ? coordinated(stage, at, index + 2) : phrase.last;
  const labelFirst = Math.max(quantity.last, phrase.first);
  const label = labelFirst < last ? { first: skipArticle(stage, labelFirst, last), last } : null;
  return { head, extent: { first: quantity.first, last }, label, pronoun: false };
}

/** "the police and the National Guard": the fellows of a noun after "of". */
function coordinated(stage: Stage, at: SceneSentence, index: number): number {
  const phrase = at.phrases[index] as NounPhrase;
  const link = at.phrases[index + 1];
  const next = at.phrases[index + 2];
  const word = link === undefined ? "" : tokenAt(stage.analysis, link.first).lower;
  if (word === "of" && next?.type === "noun") return coordinated(stage, at, index + 2);
  const after = at.phrases[index + 3];
  const counts = next?.type === "noun" && at.quantities.some((quantity) => quantity.first >= next.first && quantity.first < next.last);
  if (word === "and" && next?.type === "noun" && after?.type !== "verb" && !counts) return next.last;
  return phrase.last;
}

function skipArticle(stage: Stage, first: number, last: number): number {
  const word = tokenAt(stage.analysis, first).lower;
  return first + 1 < last && (word === "the" || word === "a" || word === "of") ? skipArticle(stage, first + 1, last) : first;
}

function covers(nominal: Nominal | null, stretch: Stretch): boolean {
  return nominal !== null && nominal.first < stretch.last && stretch.first < nominal.last;
}

/** The act done to what is counted, or that it does together (protests). */
function actOn(acts: readonly Act[], extent: Stretch): Act | null {
  const inside = acts.find((act) => act.form === "adjective" && covers(act.patient, extent));
  const done = acts.find((act) => act.form !== "adjective" && covers(act.patient, extent) && unitByEvent[act.type] !== undefined);
  const together = acts.find((act) => covers(act.agent, extent) && (act.type === "protest" || act.type === "suicide"));
  return done ?? inside ?? together ?? null;
}

/** "… died, along with two children": the act of the clause before holds for those who are named after it. */
function actAlongWith(stage: Stage, acts: readonly Act[], at: SceneSentence, extent: Stretch): Act | null {
  const from = Math.max(at.sentence.first, extent.first - 3);
  const before = extent.first > from ? textOf(stage.analysis, { first: from, last: extent.first }).toLowerCase() : "";
  if (!/(?:\balong with|\btogether with|\bas well as|\bas did|\bas were)$/.test(before)) return null;
  return acts.findLast((act) => act.last <= extent.first && act.form !== "noun" && unitByEvent[act.type] !== undefined) ?? null;
}

/** What a toll or a "number of …" counts. */
interface Toll {
  readonly unit: Unit;
  readonly event: EventType | null;
  readonly noun: string;
  readonly first: number;
  readonly of: readonly Of[];
}

/** "the number of injured officers": which of them, from the words after "of". */
function tollGroup(stage: Stage, stretch: Stretch, head: number): readonly Of[] {
  if (stretch.last <= head + 2) return [];
  const label = { first: skipArticle(stage, head + 1, stretch.last), last: stretch.last };
  const group = groupOf(stage, label);
  return group === null ? [] : [{ group, label: textOf(stage.analysis, label) }];
}

/** "The death toll rose to 225", "the number of detainees reached 612": the subject tells what the number counts. */
function tollOf(stage: Stage, at: SceneSentence, acts: readonly Act[], quantity: Quantity): Toll | null {
  const clause = at.clauses
    .filter((candidate) => candidate.subject !== null && candidate.verb.first < quantity.first && quantity.first < candidate.last + 2)
    .at(-1);
  if (clause?.subject == null) return null;
  const put = putAt(stage, at, acts, clause);
  if (put !== null) return put;
  const verb = lemmaAt(stage.analysis, clause.verb.verb);
  if (
    !/^(?:rise|grow|reach|stand|climb|be|exceed|fall|amount|come|increase|drop|jump|hit|total|number|surpass|decline|remain|revise|raise|put|pass|go|set|estimate|have)$/.test(
      verb,
    )
  )
    return null;
  const subject = { first: clause.subject.first, last: Math.max(clause.subject.last, subjectEnd(at, clause)) };
  const toll = lookup(stage.analysis, subject, tolls);
  if (toll !== null)
    return {
      unit: toll,
      event: toll === "dead" ? "death" : null,
      noun: "toll",
      first: subject.first,
      of: tollGroup(stage, subject, clause.subject.head),
    };
  const head = lemmaAt(stage.analysis, clause.subject.head);
  if (head !== "number" && head !== "total" && head !== "count" && head !== "figure" && head !== "tally") return null;
  const act = acts.find((candidate) => candidate.first >= subject.first && candidate.first < clause.verb.first);
  const unit = act === undefined ? lookup(stage.analysis, subject, unitByNoun) : (unitByEvent[act.type] ?? null);
  return unit === null
    ? null
    : { unit, event: act?.type ?? null, noun: head, first: subject.first, of: tollGroup(stage, subject, clause.subject.head) };
}

/** "put the number of victims at 4,578": the object tells what the number counts. */
function putAt(stage: Stage, at: SceneSentence, acts: readonly Act[], clause: Clause): Toll | null {
  if (clause.object === null || !/^(?:put|estimate|set|place|revise|raise|lower)$/.test(lemmaAt(stage.analysis, clause.verb.verb)))
    return null;
  const object = clause.object;
  const toll = lookup(stage.analysis, object, tolls);
  if (toll !== null)
    return {
      unit: toll,
      event: toll === "dead" ? "death" : null,
      noun: "toll",
      first: object.first,
      of: tollGroup(stage, object, object.head),
    };
  const head = lemmaAt(stage.analysis, object.head);
  if (head !== "number" && head !== "total" && head !== "count" && head !== "figure" && head !== "tally") return null;
  const act = acts.find(
    (candidate) => candidate.first >= object.first && candidate.first < object.last && unitByEvent[candidate.type] !== undefined,
  );
  const unit = act === undefined ? lookup(stage.analysis, object, unitByNoun) : (unitByEvent[act.type] ?? null);
  return unit === null
    ? null
    : { unit, event: act?.type ?? eventByUnit[unit] ?? null, noun: head, first: object.first, of: tollGroup(stage, object, object.head) };
}

function subjectEnd(at: SceneSentence, clause: Clause): number {
  return at.phrases[clause.index]?.first ?? clause.verb.first;
}

const THINGS: ReadonlySet<Unit> = new Set<Unit>(["cases", "buildings", "vehicles", "weapons", "places", "money"]);

function groupOf(stage: Stage, label: Stretch): Group | null {
  return lookup(stage.analysis, label, groupWords);
}

/** Which of them: nothing for plain people, else the group and the words. */
function ofWords(stage: Stage, noun: Noun, unit: Unit, clause: Clause | null = null): readonly Of[] {
  const predicate = predicateOf(stage, clause, noun);
  if (predicate.length > 0) return predicate;
  if (noun.label === null) return [];
  // "164 people dead": the state is the count's, not a kind of people.
  const label = textOf(
    stage.analysis,
    noun.head !== null && noun.label.last > noun.head + 1 && tokenAt(stage.analysis, noun.head + 1).tag === "ADJ"
      ? { first: noun.label.first, last: noun.head + 1 }
      : noun.label,
  );
  const group = !THINGS.has(unit) ? groupOf(stage, noun.label) : null;
  const head = noun.head === null ? null : lemmaAt(stage.analysis, noun.head);
  const single = noun.label.last - noun.label.first === 1 || (noun.head !== null && noun.label.first === noun.head);
  const plain = head !== null && peopleWords.has(head) && single && !label.includes(" ") && group === null;
  if (plain && !/^(?:man|men|woman|women|official|foreigner|student|worker|relative|employee|lawyer|citizen|national|adult)$/.test(head))
    return [];
  if (group !== null) return [{ group, label }];
  if (head !== null && unitByNoun.has(head) && noun.label.last - noun.label.first === 1) return [];
  if (plain) return [{ group: null, label }];
  if (noun.pronoun) return [{ group: null, label }];
  return unit === "cases" || unit === "other" || (head !== null && !peopleWords.has(head))
    ? kindWords(stage, noun)
    : [{ group: null, label }];
}

/** "19 of the dead were police officers": what the predicate says they are; "served in the security forces" too. */
function predicateOf(stage: Stage, clause: Clause | null, noun: Noun): readonly Of[] {
  if (clause?.subject == null || clause.subject.first > noun.extent.first || clause.verb.passive) return [];
  const lemma = lemmaAt(stage.analysis, clause.verb.verb);
  const said =
    lemma === "be"
      ? clause.object
      : lemma === "serve" || lemma === "work"
        ? (clause.complements.find(({ preposition }) => preposition === "in" || preposition === "for")?.noun ?? null)
        : null;
  if (said === null) return [];
  const group = groupOf(stage, said);
  return group === null ? [] : [{ group, label: textOf(stage.analysis, withoutArticle(stage.analysis, said)) }];
}

/** "administrative cases" among cases: the words before the noun say of what kind. */
function kindWords(stage: Stage, noun: Noun): readonly Of[] {
  if (noun.label === null || noun.head === null) return [];
  if (noun.label.first === noun.head && noun.label.last === noun.head + 1) return [];
  const before = { first: noun.label.first, last: noun.head };
  const after = { first: noun.head + 2, last: noun.label.last };
  if (lemmaAt(stage.analysis, noun.head) === "case" && after.last > after.first && before.last <= before.first)
    return [{ group: null, label: textOf(stage.analysis, after) }];
  return before.last > before.first ? [{ group: null, label: textOf(stage.analysis, before) }] : [];
}

/** What a quantity counts, or null when it counts nothing a record would keep (measures, distances, ages). */
export function countedBy(stage: Stage, at: SceneSentence, acts: readonly Act[], quantity: Quantity): Counted | null {
  const { analysis } = stage;
  const noun = nounOf(stage, at, quantity);
  if (noun === null) return null;
  const head = noun.head === null ? null : lemmaAt(analysis, noun.head);
  const clause = clauseOf(at, noun.extent);
  const shared = { extent: noun.extent, clause, noun: head };
  if (quantity.currency !== null || (head !== null && moneyWords.has(head)))
    return { ...shared, unit: "money", event: null, of: [], act: null, elliptic: false, rule: "en.figure.money" };
  if (
    head !== null &&
    (measureWords.has(head) || /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/.test(head))
  )
    return null;
  const along = actAlongWith(stage, acts, at, noun.extent);
  if (along !== null && head !== null) {
    const unit = unitByEvent[along.type] ?? "other";
    return {
      ...shared,
      clause: null,
      unit,
      event: along.type,
      of: ofWords(stage, noun, unit),
      act: null,
      elliptic: false,
      rule: "en.figure.along-with",
    };
  }
  const act = actOn(acts, noun.extent);
  if (head === null) {
    const toll = tollOf(stage, at, acts, quantity);
    if (toll !== null)
      return {
        ...shared,
        unit: toll.unit,
        event: toll.event,
        noun: toll.noun,
        of: toll.of,
        extent: { first: Math.min(toll.first, quantity.first), last: quantity.last },
        act: null,
        elliptic: false,
        rule: "en.figure.toll",
      };
    const own = actUnit(stage, act, clause, noun.extent, false);
    if (noun.pronoun || (own !== null && (quantity.form === "none" || act !== null))) {
      return {
        ...shared,
        unit: own ?? "other",
        event: own === null ? null : (act?.type ?? null),
        of: noun.label === null ? predicateOf(stage, clause, noun) : ofWords(stage, noun, "other"),
        act,
        elliptic: own === null || noun.pronoun,
        rule: own === null ? "en.figure.ellipsis" : "en.figure.pronoun",
      };
    }
    // "of whom 3,393 served in the forces": a bare number counts what its whole counts.
    const subject =
      clause !== null &&
      clause.subject !== null &&
      clause.subject.first <= quantity.from &&
      quantity.last >= clause.subject.last &&
      clause.verb.form === "finite";
    return subject && quantity.form !== "vague"
      ? {
          ...shared,
          unit: "other",
          event: null,
          of: predicateOf(stage, clause, noun),
          act: null,
          elliptic: true,
          rule: "en.figure.ellipsis",
        }
      : null;
  }
  const nounUnit = lookup(
    analysis,
    { first: Math.max(quantity.last, noun.extent.first), last: noun.head === null ? noun.extent.last : noun.head + 1 },
    unitByNoun,
  );
  const isThing = nounUnit !== null && THINGS.has(nounUnit);
  const isPerson =
    !isThing &&
    (peopleWords.has(head) ||
      classifiers.has(head) ||
      (noun.label !== null && groupOf(stage, noun.label) !== null) ||
      nounUnit === "participants" ||
      nounUnit === "troops");
  if (isPerson) {
    const unit = actUnit(stage, act, clause, noun.extent, true) ?? attribute(stage, noun) ?? nounUnit ?? "other";
    return {
      ...shared,
      unit,
      event: eventFor(unit, act, nounUnit),
      of: ofWords(stage, noun, unit),
      act,
      elliptic: false,
      rule: act === null ? "en.figure.noun" : `en.figure.${act.form}`,
    };
  }
  if (nounUnit !== null) {
    const involved =
      nounUnit === "cases" &&
      clause !== null &&
      clause.object !== null &&
      /^(?:involve|concern|relate|cover)$/.test(lemmaAt(analysis, clause.verb.verb)) &&
      covers(clause.subject, noun.extent)
        ? clause.object
        : null;
    if (involved !== null)
      return {
        ...shared,
        unit: nounUnit,
        event: act?.type ?? eventOfNoun(head),
        of: [{ group: null, label: textOf(analysis, involved) }],
        act,
        elliptic: false,
        rule: "en.figure.thing",
      };
    const event = act?.type ?? eventOfNoun(head);
    return { ...shared, unit: nounUnit, event, of: ofWords(stage, noun, nounUnit, clause), act, elliptic: false, rule: "en.figure.thing" };
  }
  return {
    ...shared,
    unit: "other",
    event: act?.type ?? null,
    of: ofWords(stage, noun, "other"),
    act,
    elliptic: false,
    rule: "en.figure.other",
  };
}

function eventFor(unit: Unit, act: Act | null, nounUnit: Unit | null): EventType | null {
  if (act !== null) return act.type;
  if (unit === "participants" && nounUnit === "participants") return "protest";
  return eventByUnit[unit] ?? null;
}

const eventByUnit: Readonly<Partial<Record<Unit, EventType>>> = {
  dead: "death",
  injured: "injury",
  detained: "arrest",
  remanded: "remand",
  released: "release",
  summoned: "summons",
  charged: "charge",
  sentenced: "sentence",
  missing: "disappearance",
  hospitalised: "hospitalisation",
  acquitted: "acquittal",
  amnestied: "amnesty",
};

function eventOfNoun(head: string): EventType | null {
  if (head === "death" || head === "fatality") return "death";
  if (head === "arrest" || head === "detention") return "arrest";
  if (head === "injury") return "injury";
  if (head === "investigation" || head === "case" || head === "probe") return "investigation";
  return null;
}

/** The unit that the governing act or verb gives. */
function actUnit(stage: Stage, act: Act | null, clause: Clause | null, extent: Stretch, byVerb: boolean): Unit | null {
  if (act !== null) {
    const unit = unitByEvent[act.type];
    // People found dead are dead; a count of bodies is another measure.
    if (act.type === "body-found" && byVerb) return "dead";
    if (unit !== undefined) return unit;
  }
  if (!byVerb || clause === null) return null;
  const covered = covers(clause.subject, extent);
  const lemma = lemmaAt(stage.analysis, clause.verb.verb);
  const unit = unitByVerb.get(lemma);
  if (unit === undefined) return null;
  if (lemma === "seek" && clause.object !== null)
    return /^(?:care|help|treatment|attention|assistance|aid)$/.test(lemmaAt(stage.analysis, clause.object.head)) && covered
      ? "sought-care"
      : null;
  const passiveOnly = unit === "suspected" || unit === "charged" || unit === "displaced" || unit === "wanted";
  if (covered) return passiveOnly && !clause.verb.passive && lemma !== "flee" ? null : unit;
  return null;
}

/** "detained protesters", "wounded officers", "missing people": the unit stands before the noun. */
function attribute(stage: Stage, noun: Noun): Unit | null {
  if (noun.label === null) return null;
  for (let at = noun.label.first; at < (noun.head ?? noun.label.last); at += 1) {
    const unit = unitByNoun.get(tokenAt(stage.analysis, at).lower) ?? unitByVerb.get(lemmaAt(stage.analysis, at));
    if (
      unit !== undefined &&
      (tokenAt(stage.analysis, at).tag === "VERB" || tokenAt(stage.analysis, at).tag === "ADJ") &&
      unit !== "troops" &&
      unit !== "participants" &&
      unit !== "in-custody"
    )
      return unit;
  }
  return null;
}

/** The clause that holds the counted phrase: as its subject, else by its stretch. */
function clauseOf(at: SceneSentence, extent: Stretch): Clause | null {
  const subject = at.clauses.find((clause) => covers(clause.subject, extent) && clause.verb.form !== "infinitive");
  if (subject !== undefined) return subject;
  return at.clauses.filter((clause) => clause.first <= extent.first && extent.first < clause.last).at(-1) ?? null;
}

/** The phrase at a token position, for finders that look around a number. */
export function phraseHolding(at: SceneSentence, token: number): Phrase | null {
  return at.phrases[phraseAt(at, token)] ?? null;
}
