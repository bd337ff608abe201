/** What the briefing reader knows of one language: its lexicons, made ready for looking up. */
import type { Analysis } from "../../language/token.ts";
import type { PlaceLanguage } from "../../language/places.ts";
import type { Certainty, EventType, Group, Kind, Party, Stance, Unit } from "../../model/words.ts";
import type { Phrases } from "./patterns.ts";
import { phrasesOf } from "./patterns.ts";

export type BriefingLanguage = Exclude<PlaceLanguage, "en">;

/** How a bound changes the number beside it: more than, at least, less than, at most, nearly, about, nothing. */
export type Bound = "more" | "least" | "less" | "most" | "nearly" | "about" | "plain";

/** numbers.json */
export interface NumberSource {
  readonly words: Readonly<Record<string, readonly string[]>>;
  readonly fractions: Readonly<Record<string, readonly string[]>>;
  readonly multipliers: Readonly<Record<string, readonly string[]>>;
  /** A dozen, a hundred or so: one value, approximate. */
  readonly rounds: Readonly<Record<string, readonly string[]>>;
  /** Dozens, hundreds: a smallest value and no other. */
  readonly vague: Readonly<Record<string, readonly string[]>>;
  readonly before: Readonly<Partial<Record<Bound, readonly string[]>>>;
  readonly after: Readonly<Partial<Record<Bound, readonly string[]>>>;
  readonly ranges: readonly (readonly string[])[];
  readonly moves: { readonly from: string; readonly to: string; readonly verbs: readonly string[] };
  /** Periods that make a count one of the new only: "за сутки". */
  readonly new: readonly string[];
  readonly endings: Readonly<Record<"cardinal" | "about" | "least-of", readonly string[]>>;
  readonly percent: readonly string[];
  /** Currencies by the name to print. */
  readonly money: Readonly<Record<string, readonly string[]>>;
  /** Words that make the number before or after them something else than a count: years, ages, articles, distances. */
  readonly "not-after": readonly string[];
  readonly "not-before": readonly string[];
  readonly none: readonly string[];
}

/** One line of nouns.json: a noun that is counted. */
export interface NounSource {
  /** In the nominative, as it will be printed. */
  readonly noun: string;
  readonly forms: readonly string[];
  readonly unit?: Unit;
  /** True when a predicate beside it overrules its unit ("участников задержано"). */
  readonly weak?: boolean;
  readonly group?: Group;
  /** A word of the one who uses it, never ours: "террористы". */
  readonly label?: boolean;
  /** Says nothing of whom: "человек", so it is no part of the population. */
  readonly plain?: boolean;
}

/** One line of units.json: words that say what happened to those who are counted. */
export interface UnitSource {
  readonly unit: Unit;
  readonly event?: EventType;
  readonly says: readonly string[];
}

export interface OfficeSource {
  /** In the nominative, as it will be printed. */
  readonly name: string;
  readonly forms: readonly string[];
  readonly party: Party;
  /** Forms of one and the same office share a key ("МВД", "Министерство внутренних дел"). */
  readonly same?: string;
  readonly anonymous?: boolean;
  /** A post or a sort of people, which a name may follow. */
  readonly post?: boolean;
  /** Says only what sort of body it is ("ведомство"): the last body named is meant. */
  readonly generic?: boolean;
  /** The office that it belongs to may follow: "пресс-служба МВД". */
  readonly part?: boolean;
}

export interface CueSource {
  readonly stance: Stance;
  /** The speaker stands after it in whatever case: "следует из сводки МВД". */
  readonly into?: boolean;
  readonly says: readonly string[];
}

export interface VoiceSource {
  /** Verbs of saying. */
  readonly verbs: readonly CueSource[];
  /** "По данным": the speaker follows (Russian) or comes before (Kazakh). */
  readonly according: readonly string[];
  /** "Со ссылкой на": the speaker named is the inner voice. */
  readonly citing: readonly string[];
  /** Words that refer back to the last speaker. */
  readonly pronouns: readonly string[];
  /** "Об этом": the voice belongs to the sentence before. */
  readonly backward: readonly string[];
  readonly negations: readonly string[];
  /** Opens a sentence that goes on counting what the sentence before counted. */
  readonly elliptic: readonly string[];
}

export interface EventSource {
  readonly type: EventType;
  readonly kind?: Kind;
  readonly says: readonly string[];
}

export interface SpeechSource {
  readonly hedged: readonly string[];
  readonly alleged: readonly string[];
  readonly unconfirmed: readonly string[];
  readonly planned: readonly string[];
  readonly unknown: readonly string[];
  /** Words that a question begins with. */
  readonly asks: readonly string[];
  readonly promises: readonly string[];
  readonly orders: readonly string[];
  /** "назвал": what follows in quotation marks is a label. */
  readonly names: readonly string[];
  /** "ложными": to name a thing so is to deny it. */
  readonly false: readonly string[];
  readonly including: readonly string[];
  readonly outOf: readonly string[];
  readonly nothing: readonly string[];
  readonly becauseUnknown: readonly string[];
  /** "число", "саны": what stands before or after it is counted. */
  readonly numberOf: readonly string[];
  /** Without one of these in the sentence those who arrive are no troops. */
  readonly military: readonly string[];
}

export interface SceneSource {
  readonly prepositions: readonly string[];
  /** Words before or after a name that say what sort of place it is. */
  readonly settlement: readonly string[];
  readonly district: readonly string[];
  readonly region: readonly string[];
  readonly street: readonly string[];
  readonly site: readonly string[];
}

/** All data files of a language. */
export interface Lexicon {
  readonly language: BriefingLanguage;
  readonly numbers: NumberSource;
  readonly nouns: readonly NounSource[];
  readonly units: readonly UnitSource[];
  readonly offices: readonly OfficeSource[];
  readonly voices: VoiceSource;
  readonly events: readonly EventSource[];
  readonly speech: SpeechSource;
  readonly scene: SceneSource;
}

/** What only code can tell about a language. */
export interface Grammar {
  /** Further forms of a word of the number list (Kazakh cases); the word itself is added anyway. */
  numberForms(word: string): Iterable<string>;
  /**
   * The nominative of a name as far as it can be told. `oblique` is true when what governs it asks for another case; `heard` for a form that
   * stands elsewhere in the document.
   */
  nominative(words: readonly string[], oblique: boolean, heard: (form: string) => boolean): string;
  /** True when a word can stand between a number and the noun that it counts ("вооруженных"). */
  isModifier(word: string): boolean;
  /** True when a word after a number, in no list, is most likely a noun that it counts ("групп", "топқа") rather than a verb. */
  isCountable(word: string): boolean;
  /** True when the form of a post or an office can be a nominative: the subject of a verb of saying. */
  isSubject(word: string): boolean;
  /** The same of the last word of a person's name. */
  isPersonSubject(word: string): boolean;
  /** The bare name and precision of a capitalised word that stands as a place, or null when nothing says so. */
  placeForm(analysis: Analysis, at: number, words: PlaceWords): GuessedPlace | null;
}

/** What a guess at a place may look up. */
export interface PlaceWords {
  readonly scene: Phrases<SceneWord>;
  readonly offices: Phrases<OfficeSource>;
}

export interface GuessedPlace {
  readonly first: number;
  readonly last: number;
  readonly name: string;
  readonly precision: "settlement" | "district" | "region" | "street" | "site";
}

export type SceneWord = "preposition" | GuessedPlace["precision"];

/** Ready for use. */
export interface Tongue extends Grammar {
  readonly language: BriefingLanguage;
  readonly numberWords: ReadonlyMap<string, number>;
  readonly fractions: Phrases<number>;
  readonly multipliers: Phrases<number>;
  readonly rounds: Phrases<number>;
  readonly vague: Phrases<number>;
  readonly boundsBefore: Phrases<Bound>;
  readonly boundsAfter: Phrases<Bound>;
  readonly lexicon: Lexicon;
  readonly percent: Phrases<true>;
  readonly money: Phrases<string>;
  readonly notAfter: Phrases<true>;
  readonly notBefore: Phrases<true>;
  readonly moves: Phrases<true>;
  readonly none: Phrases<true>;
  readonly freshPeriod: Phrases<true>;
  readonly endings: Readonly<Record<"cardinal" | "about" | "least-of", ReadonlySet<string>>>;
  readonly nouns: Phrases<NounSource>;
  readonly units: Phrases<UnitSource>;
  readonly offices: Phrases<OfficeSource>;
  readonly verbs: Phrases<CueSource>;
  readonly according: Phrases<true>;
  readonly citing: Phrases<true>;
  readonly pronouns: Phrases<true>;
  readonly backward: Phrases<true>;
  readonly negations: Phrases<true>;
  readonly elliptic: Phrases<true>;
  readonly events: Phrases<EventSource>;
  readonly certainties: Phrases<Certainty>;
  readonly speech: Readonly<Record<keyof SpeechSource, Phrases<true>>>;
  readonly scene: Phrases<SceneWord>;
}

function numbered(table: Readonly<Record<string, readonly string[]>>): Phrases<number> {
  return phrasesOf(Object.entries(table).flatMap(([value, forms]) => forms.map((form) => [form, Number(value)] as const)));
}

function listed(forms: readonly string[]): Phrases<true> {
  return phrasesOf(forms.map((form) => [form, true] as const));
}

function bounds(table: NumberSource["before"]): Phrases<Bound> {
  return phrasesOf(Object.entries(table).flatMap(([bound, forms]) => forms.map((form) => [form, bound as Bound] as const)));
}

function saying<T extends { readonly says: readonly string[] }>(lines: readonly T[]): Phrases<T> {
  return phrasesOf(lines.flatMap((line) => line.says.map((form) => [form, line] as const)));
}

function formed<T extends { readonly forms: readonly string[] }>(lines: readonly T[]): Phrases<T> {
  return phrasesOf(lines.flatMap((line) => line.forms.map((form) => [form, line] as const)));
}

/** Makes a language ready; called once for each when its reader is loaded. */
export function tongueOf(lexicon: Lexicon, grammar: Grammar): Tongue {
  const { numbers, voices, speech, scene } = lexicon;
  const numberWords = new Map<string, number>();
  for (const [value, words] of Object.entries(numbers.words))
    for (const word of words)
      for (const form of [word, ...grammar.numberForms(word)]) if (!numberWords.has(form)) numberWords.set(form, Number(value));
  const sceneWords = Object.entries(scene).flatMap(([kind, forms]: [string, readonly string[]]) =>
    forms.map((form) => [form, (kind === "prepositions" ? "preposition" : kind) as SceneWord] as const),
  );
  return {
    ...grammar,
    language: lexicon.language,
    lexicon,
    numberWords,
    fractions: numbered(numbers.fractions),
    multipliers: numbered(numbers.multipliers),
    rounds: numbered(numbers.rounds),
    vague: numbered(numbers.vague),
    boundsBefore: bounds(numbers.before),
    boundsAfter: bounds(numbers.after),
    percent: listed(numbers.percent),
    money: phrasesOf(Object.entries(numbers.money).flatMap(([name, forms]) => forms.map((form) => [form, name] as const))),
    notAfter: listed(numbers["not-after"]),
    notBefore: listed(numbers["not-before"]),
    moves: listed(numbers.moves.verbs),
    none: listed(numbers.none),
    freshPeriod: listed(numbers.new),
    endings: {
      cardinal: new Set(numbers.endings.cardinal),
      about: new Set(numbers.endings.about),
      "least-of": new Set(numbers.endings["least-of"]),
    },
    nouns: formed(lexicon.nouns),
    units: saying(lexicon.units),
    offices: formed(lexicon.offices),
    verbs: saying(voices.verbs),
    according: listed(voices.according),
    citing: listed(voices.citing),
    pronouns: listed(voices.pronouns),
    backward: listed(voices.backward),
    negations: listed(voices.negations),
    elliptic: listed(voices.elliptic),
    events: saying(lexicon.events),
    certainties: phrasesOf(
      (["hedged", "alleged", "unconfirmed", "planned", "unknown"] as const).flatMap((certainty) =>
        speech[certainty].map((form) => [form, certainty] as const),
      ),
    ),
    speech: Object.fromEntries(
      Object.entries(speech).map(([name, forms]: [string, readonly string[]]) => [name, listed(forms)]),
    ) as Tongue["speech"],
    scene: phrasesOf(sceneWords),
  };
}
