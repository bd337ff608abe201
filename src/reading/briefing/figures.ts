/** Figures: every amount of a sentence with what it counts, of whom, and the whole that it is part of. */
import type { Token } from "../../language/token.ts";
import type { Figure } from "../../model/figure.ts";
import type { Accrual, EventType, PartKind, Unit } from "../../model/words.ts";
import type { Found } from "../found.ts";
import { found } from "../found.ts";
import type { AmountAt } from "./amounts.ts";
import type { NounChain, Trigger } from "./counted.ts";
import { isIndefinite, labelled, nounChain, ofNouns, rankedTriggers, triggersOf } from "./counted.ts";
import type { Page, View } from "./page.ts";
import type { Phrases } from "./patterns.ts";
import { phraseAt, phrasesIn } from "./patterns.ts";
import { sceneOf } from "./scene.ts";
import type { Utterance } from "./utterances.ts";
import { spanOf, wordsOf } from "./stretch.ts";

const EVENTS: Readonly<Partial<Record<Unit, EventType>>> = {
  dead: "death", bodies: "body-found", injured: "injury", hospitalised: "hospitalisation", detained: "arrest", remanded: "remand",
  released: "release", summoned: "summons", charged: "charge", sentenced: "sentence", convicted: "sentence", acquitted: "acquittal", amnestied: "amnesty",
  "ill-treated": "ill-treatment", missing: "disappearance", participants: "protest", cases: "investigation",
}; // prettier-ignore

// "Освобождены 20 задержанных": the predicate says more than the noun.
const OVERRULES: ReadonlySet<Unit> = new Set([
  "released",
  "remanded",
  "charged",
  "sentenced",
  "convicted",
  "acquitted",
  "amnestied",
  "hospitalised",
  "critical",
  "ill-treated",
  "in-custody",
]);
const OVERRULED: ReadonlySet<Unit> = new Set(["detained", "injured", "in-custody", "suspected", "remanded", "victims"]);
const PERSONAL: ReadonlySet<Unit> = new Set([
  "dead",
  "injured",
  "victims",
  "detained",
  "remanded",
  "missing",
  "released",
  "charged",
  "convicted",
  "sentenced",
  "ill-treated",
  "hospitalised",
]);
const CLOSE = 8;
const FAR = 40;

interface Counted {
  readonly amount: AmountAt;
  readonly chain: NounChain;
  readonly unit: Unit;
  readonly trigger: Trigger | null;
}

/** What earlier sentences counted: wholes for the parts to come. */
export interface Ledger {
  readonly figures: Found[];
  /** What the sentence before spoke of, for a count of plain "people" in the next one of its paragraph. */
  topic: { readonly unit: Unit; readonly paragraph: number; readonly sentence: number } | null;
}

function strongUnit({ nouns }: NounChain): Unit | null {
  return nouns.find(({ value }) => value.unit !== undefined && value.weak !== true)?.value.unit ?? null;
}

function weakUnit({ nouns }: NounChain): Unit | null {
  return nouns.find(({ value }) => value.unit !== undefined)?.value.unit ?? null;
}

/** The chain of an amount: nouns after it, and after a dash what they are ("11 адам – құқық қорғау органдарының қызметкерлері"). */
function chainOf(page: Page, view: View, amount: AmountAt): NounChain {
  const chain = nounChain(page, view, amount.last);
  const at = chain.nouns.length === 0 && chain.quoted === null ? amount.last : chain.last;
  if (!isDash(page.analysis.tokens[at])) return chain;
  const predicate = nounChain(page, view, at + 1);
  if (predicate.nouns.length === 0) return chain;
  return { nouns: [...chain.nouns, ...predicate.nouns], last: predicate.last, quoted: chain.quoted ?? predicate.quoted };
}

function isDash(token: Token | undefined): boolean {
  return token !== undefined && /^[–—-]$/u.test(token.text);
}

/** "Из 612 задержанных", "612 адамның": a count said again is no figure. */
function isRepeated(page: Page, amount: AmountAt): boolean {
  const before = page.analysis.tokens[amount.first - 1];
  return page.tongue.language === "ru" && before?.lower === "из" && !amount.partitive;
}

/** "Двое врачей рассказали": speakers are not counted. */
function countsSpeakers(page: Page, view: View, last: number, nearest: Trigger | undefined): boolean {
  if (nearest !== undefined && nearest.cost <= CLOSE) return false;
  for (let at = last; at < Math.min(view.sentence.last, last + 2); at += 1)
    if (phraseAt(page.tongue.verbs, page.analysis.tokens, at, view.sentence.last) !== null) return true;
  return false;
}

interface Cue {
  readonly first: number;
  readonly last: number;
  readonly outOf: boolean;
}

/** The words before an amount that make it a part: "в том числе", "из числа раненых", "олардың". */
function partCue(page: Page, view: View, amount: AmountAt): Cue | null {
  const { tongue, analysis } = page;
  const within = (phrases: typeof tongue.speech.including, outOf: boolean): Cue[] =>
    phrasesIn(phrases, analysis.tokens, view.sentence.first, amount.core).map(({ first, last }) => ({ first, last, outOf }));
  const cues = [...within(tongue.speech.including, false), ...within(tongue.speech.outOf, true)].sort(
    (a, b) => a.first - b.first || a.last - b.last,
  );
  // "Среди арестованных", "ұсталғандар арасында": any noun of those counted will do.
  for (let at = view.sentence.first; at < amount.core; at += 1) {
    const noun = phraseAt(tongue.nouns, analysis.tokens, at, amount.core);
    const among =
      tongue.language === "ru" ? analysis.tokens[at - 1]?.lower === "среди" : analysis.tokens[noun?.last ?? at]?.lower === "арасында";
    if (noun?.value.unit !== undefined && among && at > view.sentence.first - (tongue.language === "kk" ? 1 : 0))
      cues.push({ first: at, last: noun.last, outOf: false });
  }
  cues.sort((a, b) => a.first - b.first || a.last - b.last);
  const after = phraseAt(tongue.speech.including, analysis.tokens, amount.last, view.sentence.last);
  // "12 из них арестованы", "225 человек (19 — сотрудники полиции)".
  if (after !== null) return { first: amount.first, last: amount.first, outOf: false };
  const bracket = openBracket(analysis.tokens, view, amount);
  if (bracket !== null) return { first: bracket, last: bracket + 1, outOf: false };
  const cue = cues.at(-1);
  if (cue === undefined) return null;
  // "олардың" ("of them, their") makes a part only of a number that says so itself.
  const partitive = !cue.outOf || tongue.language === "ru" || view.amounts.some((each) => each.partitive && each.first >= cue.last);
  const parted = analysis.tokens.slice(cue.last, amount.first).some(({ text }) => text === ";");
  return partitive && !parted ? cue : null;
}

/** The bracket that an amount stands in, when another amount stands before it. */
function openBracket(tokens: readonly Token[], view: View, amount: AmountAt): number | null {
  for (let at = amount.first - 1; at > view.sentence.first; at -= 1) {
    if (tokens[at]?.text === ")") return null;
    if (tokens[at]?.text === "(") return view.amounts.some(({ last }) => last <= at) ? at : null;
  }
  return null;
}

/** Parts after a colon or "это": "4578 человек: это 225 погибших и 4353 раненых". */
function afterColon(page: Page, view: View, amount: AmountAt): boolean {
  const { tokens } = page.analysis;
  for (let at = amount.first - 1; at > view.sentence.first; at -= 1) {
    if (tokens[at]?.text !== ":") continue;
    const whole = view.amounts.filter(({ last }) => last <= at);
    const after = view.amounts.filter(({ first }) => first > at);
    const start = after[0]?.first ?? 0;
    const opens = start === at + 1 || (start === at + 2 && tokens[at + 1]?.lower === "это");
    return whole.length === 1 && after.length >= 2 && opens;
  }
  return false;
}

function upper(figure: Omit<Figure, "partOf"> | null): number {
  return figure === null ? 0 : (figure.max ?? figure.best ?? figure.min ?? 0);
}

/** The nearest earlier figure that this one can be part of: its sentence first, then those before. */
function wholeOf(page: Page, view: View, cue: Cue | null, here: readonly Found[], ledger: Ledger, amount: AmountAt): Found | null {
  const least = amount.amount.best ?? amount.amount.min ?? amount.amount.max ?? 0;
  const fits = (each: Found): boolean =>
    upper(each.figure) >= least && (each.figure?.max === null || upper(each.figure) > least || each.sentence === view.at);
  const head = cueUnit(page, cue);
  if (head !== null) {
    // "Среди погибших": all the dead rather than a part of them named since.
    const same = ledger.figures.filter((each) => each.figure?.unit === head && fits(each));
    return same.filter(({ figure }) => figure?.of.length === 0).at(-1) ?? same.at(-1) ?? null;
  }
  const opens = cue === null ? Infinity : (page.analysis.tokens[cue.first]?.start ?? Infinity);
  const inSentence = here.filter((each) => each.whole === null && each.anchor.end <= opens);
  if (inSentence.length > 0) return inSentence.filter(fits).at(-1) ?? null;
  const near = ledger.figures.filter((each) => view.at - each.sentence <= 2 && each.figure !== null && each.figure.unit !== "money");
  const latest = near.at(-1)?.sentence;
  return (
    near.filter((each) => each.sentence === latest && each.whole === null && fits(each)).at(-1) ??
    near.filter((each) => each.whole === null && fits(each)).at(-1) ??
    null
  );
}

/** "среди погибших", "қаза тапқандардың": the cue itself says what the whole counts. */
function cueUnit(page: Page, cue: Cue | null): Unit | null {
  if (cue === null) return null;
  for (const { value } of phrasesIn(page.tongue.nouns, page.analysis.tokens, cue.first, cue.last))
    if (value.unit !== undefined) return value.unit;
  return null;
}

function accrualOf(page: Page, view: View, amount: AmountAt): Accrual | null {
  const { tongue, analysis } = page;
  const { sentence } = view;
  if (phrasesIn(tongue.freshPeriod, analysis.tokens, sentence.first, sentence.last).length > 0) return "new";
  for (let at = Math.max(sentence.first, amount.first - 6); at < Math.min(sentence.last, amount.last + 4); at += 1)
    if (phraseAt(tongue.moves, analysis.tokens, at, sentence.last) !== null) return "cumulative";
  return null;
}

/** Figures of one sentence; the ledger gets them too. */
export function figuresIn(page: Page, view: View, utterances: readonly Utterance[], ledger: Ledger): readonly Found[] {
  const triggers = triggersOf(page, view);
  const chains = view.amounts.map((amount) => chainOf(page, view, amount));
  const taken = view.amounts.map((amount, index) => ({ first: amount.first, last: Math.max(amount.last, chains[index]?.last ?? 0) }));
  const here: Found[] = [];
  let previous: Counted | null = null;
  let pending: Cue | null = null;
  view.amounts.forEach((amount, index) => {
    const chain = chains[index] as NounChain;
    const own = taken[index] as { first: number; last: number };
    const cue = partCue(page, view, amount) ?? pending;
    if (cue !== null) pending = cue;
    const ranked = rankedTriggers(page, view, triggers, own, taken).filter(
      (trigger) => trigger.cost <= FAR && agrees(page, view, amount, chain, trigger),
    );
    const nearest = ranked[0];
    if (
      isRepeated(page, amount) ||
      isIndefinite(page, amount, chain, nearest?.cost ?? FAR) ||
      countsSpeakers(page, view, own.last, nearest)
    )
      return;
    const colon = cue === null && afterColon(page, view, amount);
    const whole = cue !== null || colon ? wholeOf(page, view, cue, here, ledger, amount) : null;
    const unlisted = unlistedNoun(page, view, amount, chain);
    if (unlisted !== null && !isHarmed(page, nearest, own)) return;
    const topic = ledger.topic?.paragraph === view.sentence.paragraph && view.at - ledger.topic.sentence <= 2 ? ledger.topic.unit : null;
    const counted = count(amount, chain, ranked, cue, whole, previous, topic);
    if (counted === null) return;
    const finding = figureOf(
      page,
      view,
      utterances,
      counted,
      own,
      whole,
      whole === null ? null : partKindOf(page, view, cue, amount),
      unlisted,
    );
    here.push(finding);
    ledger.figures.push(finding);
    previous = counted;
  });
  const spoken = here.at(-1)?.figure?.unit ?? triggers.filter(({ source }) => PERSONAL.has(source.unit)).at(-1)?.source.unit;
  if (spoken !== undefined && PERSONAL.has(spoken)) ledger.topic = { unit: spoken, paragraph: view.sentence.paragraph, sentence: view.at };
  return here;
}

/** False for "рейс 105 задержан" (one is said of it), and for those who arrive without being troops. */
function agrees({ tongue, analysis }: Page, view: View, amount: AmountAt, chain: NounChain, { first, last, source }: Trigger): boolean {
  const value = amount.amount.best ?? amount.amount.min ?? amount.amount.max ?? 0;
  const singular = tongue.language === "ru" && /[ае]н$/u.test(analysis.tokens[last - 1]?.lower ?? "") && last - first === 1;
  if (singular && (value % 10 !== 1 || value % 100 === 11)) return false;
  if (source.unit !== "troops" || chain.nouns.some(({ value: noun }) => noun.group === "security")) return true;
  return phrasesIn(tongue.speech.military, analysis.tokens, view.sentence.first, view.sentence.last).length > 0;
}

// Whoever is said to be killed or arrested is somebody, whatever the word: "погибли восемь рыбаков".
const HARMED: ReadonlySet<Unit> = new Set([
  "dead",
  "injured",
  "detained",
  "remanded",
  "released",
  "hospitalised",
  "convicted",
  "sentenced",
]);

function isHarmed({ tongue }: Page, nearest: Trigger | undefined, own: { readonly first: number }): boolean {
  if (nearest === undefined || nearest.source.says.length === 0 || !HARMED.has(nearest.source.unit)) return false;
  return nearest.cost <= 1 && (tongue.language === "ru" || nearest.first > own.first);
}

/** "5 групп", "бірнеше топқа", "восемь рыбаков": the token of a counted noun that no list has, or null. */
function unlistedNoun({ tongue, analysis }: Page, view: View, amount: AmountAt, chain: NounChain): number | null {
  const token = analysis.tokens[amount.last];
  if (chain.nouns.length > 0 || chain.quoted !== null || amount.partitive || amount.measure !== "count") return null;
  if (token === undefined || amount.last >= view.sentence.last || token.tag !== "X") return null;
  const listed: readonly Phrases<unknown>[] = [tongue.units, tongue.according, tongue.verbs, tongue.speech.including, tongue.scene];
  const known = listed.some((phrases) => phraseAt(phrases, analysis.tokens, amount.last, view.sentence.last) !== null);
  const placed = view.places.some(({ first }) => first === amount.last) || view.times.some(({ start }) => start === token.start);
  return !known && !placed && !tongue.isModifier(token.lower) && tongue.isCountable(token.lower) ? amount.last : null;
}

function count(
  amount: AmountAt,
  chain: NounChain,
  ranked: readonly Trigger[],
  cue: Cue | null,
  whole: Found | null,
  previous: Counted | null,
  topic: Unit | null,
): Counted | null {
  if (amount.measure === "money") return { amount, chain, unit: "money", trigger: null };
  const strong = strongUnit(chain);
  // What stands before the words that open a part speaks of the whole.
  const usable = cue === null ? ranked : ranked.filter(({ first }) => first >= cue.first);
  const nearest = usable[0] ?? null;
  if (strong !== null) {
    const over =
      nearest !== null &&
      OVERRULES.has(nearest.source.unit) &&
      OVERRULED.has(strong) &&
      nearest.cost <= CLOSE &&
      nearest.source.says.length > 0;
    return {
      amount,
      chain,
      unit: over ? nearest.source.unit : strong,
      trigger: over ? nearest : (ranked.find(({ source }) => source.unit === strong) ?? null),
    };
  }
  if (nearest !== null && (whole === null || nearest.cost <= FAR / 2)) {
    // "Дела возбуждены в отношении 44 человек" counts the people.
    const people = nearest.source.unit === "cases" && chain.nouns.length > 0;
    return { amount, chain, unit: people ? "suspected" : nearest.source.unit, trigger: nearest };
  }
  const inherited =
    whole?.figure?.unit ?? (chain.nouns.every(({ value }) => value.plain === true || value.weak === true) ? previous?.unit : undefined);
  if (inherited !== undefined)
    return {
      amount,
      chain,
      unit: inherited === "cases" && whole === null && chain.nouns.length > 0 ? "suspected" : inherited,
      trigger: null,
    };
  if (topic !== null && chain.nouns[0]?.value.plain === true && chain.nouns[0].value.unit === undefined)
    return { amount, chain, unit: topic, trigger: null };
  const weak = weakUnit(chain);
  if (weak !== null) return { amount, chain, unit: weak, trigger: null };
  return chain.nouns.length === 0 ? null : { amount, chain, unit: "other", trigger: null };
}

function partKindOf(page: Page, view: View, cue: Cue | null, amount: AmountAt): PartKind {
  if (cue === null) return "breakdown";
  const word = wordsOf(page.analysis, cue.first, cue.last).toLowerCase();
  const siblings = view.amounts.filter(({ first }) => first >= cue.last).length;
  const outOf = /^(?:из них|из которых|олардың)$/u.test(word);
  return outOf && siblings > 1 && amount.measure === "count" ? "breakdown" : "including";
}

/** "45 — по фактам терроризма": what a bare number is said to be, as a label. */
function dashLabel(page: Page, view: View, { amount, chain }: Counted): { readonly first: number; readonly last: number } | null {
  const { tokens } = page.analysis;
  if (chain.nouns.length > 0 || !isDash(tokens[amount.last])) return null;
  let last = amount.last + 1;
  while (last < view.sentence.last && tokens[last]?.tag === "X" && last < amount.last + 9) last += 1;
  const words = last - amount.last - 1;
  const governed =
    page.tongue.language === "kk"
      ? /^(?:бойынша|үшін|кезінде)$/u.test(tokens[last - 1]?.lower ?? "")
      : /^(?:по|за|при|от|с|из)$/u.test(tokens[amount.last + 1]?.lower ?? "");
  return words > 0 && governed ? { first: amount.last + 1, last } : null;
}

/** "Число погибших…": the word before the head noun belongs to the quote. */
function headFrom({ tongue, analysis }: Page, view: View, first: number): number {
  return first > view.sentence.first && phraseAt(tongue.speech.numberOf, analysis.tokens, first - 1, first) !== null ? first - 1 : first;
}

/** "…саны 238-ге жетті": so does the verb after the number. */
function movedTo({ tongue, analysis }: Page, view: View, last: number): number {
  return phraseAt(tongue.moves, analysis.tokens, last, view.sentence.last)?.last ?? last;
}

function figureOf(
  page: Page,
  view: View,
  utterances: readonly Utterance[],
  counted: Counted,
  own: { readonly first: number; readonly last: number },
  whole: Found | null,
  partKind: PartKind | null,
  unlisted: number | null,
): Found {
  const { amount, chain, unit, trigger } = counted;
  const label = dashLabel(page, view, counted);
  const beside = trigger !== null && trigger.cost <= FAR / 2 && !view.amounts.some(({ first }) => between(first, trigger, own));
  const first = beside ? headFrom(page, view, Math.min(own.first, trigger.first)) : own.first;
  const last = Math.max((unlisted ?? -1) + 1, beside ? movedTo(page, view, Math.max(own.last, trigger.last)) : own.last, label?.last ?? 0);
  const scene = sceneOf(page, view, utterances, own.first, own.last, true);
  const word = unlisted === null ? null : (page.analysis.tokens[unlisted]?.lower ?? null);
  const noun =
    word ?? chain.nouns[0]?.value.noun ?? (amount.measure === "money" ? amount.currency : null) ?? whole?.figure?.counted ?? null;
  const event = trigger?.source.unit === unit && trigger.source.event !== undefined ? trigger.source.event : (EVENTS[unit] ?? null);
  return found({
    rule: `${page.tongue.language}.figure.${whole === null ? ruleOf(amount, chain, trigger) : "part"}`,
    kind: "figure",
    sentence: view.at,
    ...spanOf(page.analysis, first, last),
    anchor: spanOf(page.analysis, amount.core, amount.coreEnd),
    event,
    figure: {
      ...amount.amount,
      unit,
      counted: noun,
      of: [
        ...(word === null ? [] : [{ group: null, label: word }]),
        ...ofNouns(page, chain),
        ...(label === null ? [] : [{ group: null, label: wordsOf(page.analysis, label.first, label.last) }]),
      ],
      accrual: whole === null ? accrualOf(page, view, amount) : null,
      partKind,
      per: amount.measure === "percent" ? "whole" : null,
    },
    who: labelled(page, chain),
    where: scene.where.length === 0 && whole !== null ? whole.where : scene.where,
    when: scene.when ?? (whole !== null && scene.asOf === null ? whole.when : null),
    whenText: scene.whenText ?? (whole !== null && scene.when === null && scene.asOf === null ? whole.whenText : null),
    whenKind: scene.when !== null || (whole !== null && whole.when !== null && scene.asOf === null) ? "occurred" : null,
    asOf: scene.asOf,
    whole,
  });
}

function between(at: number, trigger: Trigger, own: { readonly first: number; readonly last: number }): boolean {
  return trigger.last <= own.first ? at >= trigger.last && at < own.first : at >= own.last && at < trigger.first;
}

function ruleOf(amount: AmountAt, chain: NounChain, trigger: Trigger | null): string {
  if (amount.measure !== "count") return amount.measure;
  if (strongUnit(chain) !== null) return "noun";
  if (trigger === null) return chain.nouns.length === 0 ? "list" : "bare";
  return trigger.source.says.length > 0 ? "predicate" : "head";
}
