/** The words of time of one language, from its JSON file, as one look-up from a word to all that it can be. */
import en from "./lexicons/en.json" with { type: "json" };
import kk from "./lexicons/kk.json" with { type: "json" };
import ru from "./lexicons/ru.json" with { type: "json" };
import type { DayPart, TimeContext } from "./mention.ts";
import type { Base, TimeUnit } from "./term.ts";

/** How a word such as "last" or "ago" moves from its base. */
export interface Move {
  readonly by: number;
  readonly base: Base;
}

/** All that one word can be; a key that is missing is "not that". */
export interface Entry {
  readonly month?: number;
  readonly weekday?: number;
  /** A month or weekday that is also a name or a common word: it needs a neighbour that says so. */
  readonly doubtful?: boolean;
  /** A doubtful word that in lower case is never a month or weekday. */
  readonly common?: boolean;
  readonly number?: number;
  readonly ordinal?: number;
  readonly unit?: TimeUnit;
  readonly plural?: boolean;
  /** So many of `unit`: a fortnight is 2 weeks. */
  readonly times?: number;
  readonly part?: DayPart;
  readonly hour?: number;
  readonly half?: string;
  readonly season?: number;
  readonly day?: number;
  readonly dayPart?: { readonly day: number; readonly part: DayPart };
  readonly which?: Move;
  readonly ago?: Move;
  readonly through?: Move;
  readonly lead?: string;
  readonly trailing?: string;
  readonly set?: string;
  readonly zone?: number;
  readonly vague?: boolean;
  readonly roles?: ReadonlySet<string>;
  /** True for a word that is of time in itself; such words and digits are what an expression cannot do without. */
  readonly content?: boolean;
  /** True for a word that an expression can start with. */
  readonly opens?: boolean;
}

export interface Lexicon {
  readonly language: TimeContext["language"];
  readonly entries: ReadonlyMap<string, Entry>;
  readonly ordinalEndings: ReadonlySet<string>;
  /** Words of a lead of several words, then the lead. */
  readonly leadPhrases: readonly (readonly string[])[];
  /** True where months and weekdays are written with a capital. */
  readonly capitals: boolean;
}

/** The shape of the JSON files; what a language lacks is left out. */
interface Source {
  readonly endings?: { readonly months: readonly string[]; readonly weekdays: readonly string[] };
  readonly months: readonly (readonly string[])[];
  readonly weekdays: readonly (readonly string[])[];
  readonly doubtful: readonly string[];
  readonly common?: readonly string[];
  readonly numbers: Readonly<Record<string, number>>;
  readonly ordinals: Readonly<Record<string, number>>;
  readonly ordinalEndings: readonly string[];
  readonly units: Readonly<Partial<Record<TimeUnit, readonly string[]>>>;
  readonly plurals: readonly string[];
  readonly multiples: Readonly<Record<string, { readonly unit: string; readonly times: number }>>;
  readonly parts: Readonly<Partial<Record<DayPart, readonly string[]>>>;
  readonly clockWords: Readonly<Record<string, number>>;
  readonly halves: Readonly<Record<string, string>>;
  readonly seasons: Readonly<Record<string, number>>;
  readonly days: Readonly<Record<string, number>>;
  readonly dayParts: Readonly<Record<string, { readonly day: number; readonly part: string }>>;
  readonly which: Readonly<Record<string, { readonly by: number; readonly base: string }>>;
  readonly ago: Readonly<Record<string, { readonly by: number; readonly base: string }>>;
  readonly through?: Readonly<Record<string, { readonly by: number; readonly base: string }>>;
  readonly leads: Readonly<Record<string, string>>;
  readonly leadPhrases: readonly (readonly string[])[];
  readonly trailing?: Readonly<Record<string, string>>;
  readonly sets: Readonly<Record<string, string>>;
  readonly zones: Readonly<Record<string, number>>;
  readonly vague: readonly string[];
  readonly roles: Readonly<Record<string, readonly string[]>>;
}

/** Roles of words that open an expression without being of time themselves. */
const openers = [
  "the",
  "article",
  "about",
  "nearly",
  "early",
  "edge",
  "edgeDays",
  "later",
  "half",
  "several",
  "recent",
  "every",
  "per",
  "between",
  "clockBefore",
  "quarterHour",
  "phraseStart",
  "quarterLetter",
  "lastOf",
  "halfLetter",
];
/** Roles of words of time that no other table holds. */
const timely = ["early", "edge", "edgeDays", "phrase", "plural"];

function isContent(e: Entry): boolean {
  const values = [
    e.month,
    e.weekday,
    e.number,
    e.ordinal,
    e.unit,
    e.part,
    e.hour,
    e.season,
    e.day,
    e.dayPart,
    e.which,
    e.set,
    e.through,
    e.vague,
  ];
  return values.some((value) => value !== undefined) || timely.some((role) => e.roles?.has(role) === true);
}

/**
 * What the lexicon knows of a word that it does not have. Every entry has all of its keys in this order: objects of one shape are read several times
 * as fast, and a sentence is read by all recognisers.
 */
export const unknown: Entry = Object.fromEntries(
  [
    "month",
    "weekday",
    "doubtful",
    "common",
    "number",
    "ordinal",
    "unit",
    "plural",
    "times",
    "part",
    "hour",
    "half",
    "season",
    "day",
    "dayPart",
    "which",
    "ago",
    "through",
    "lead",
    "trailing",
    "set",
    "zone",
    "vague",
    "roles",
    "content",
    "opens",
  ].map((key) => [key, undefined]),
);

type Writable = { -readonly [K in keyof Entry]: Entry[K] };

function build(language: TimeContext["language"], source: Source, capitals: boolean): Lexicon {
  const entries = new Map<string, Writable>();
  const entry = (word: string): Writable => {
    const key = word.toLowerCase();
    const known = entries.get(key) ?? {};
    entries.set(key, known);
    return known;
  };
  const each = <T>(table: Readonly<Record<string, T>> | undefined, set: (entry: Writable, value: T) => void): void => {
    for (const [word, value] of Object.entries(table ?? {})) set(entry(word), value);
  };
  const inflect = (words: readonly string[], endings: readonly string[]): string[] =>
    words.flatMap((word) => endings.map((end) => word + end));
  source.months.forEach((words, index) => {
    for (const word of inflect(words, source.endings?.months ?? [""])) entry(word).month = index + 1;
  });
  source.weekdays.forEach((words, index) => {
    for (const word of inflect(words, source.endings?.weekdays ?? [""])) entry(word).weekday = index + 1;
  });
  for (const word of source.doubtful) entry(word).doubtful = true;
  for (const word of source.common ?? []) entry(word).common = true;
  each(source.numbers, (e, value) => (e.number = value));
  each(source.ordinals, (e, value) => (e.ordinal = value));
  for (const [unit, words] of Object.entries(source.units)) for (const word of words) entry(word).unit = unit as TimeUnit;
  for (const word of source.plurals) entry(word).plural = true;
  each(source.multiples, (e, value) => {
    e.unit = value.unit as TimeUnit;
    e.times = value.times;
  });
  for (const [part, words] of Object.entries(source.parts)) for (const word of words) entry(word).part = part as DayPart;
  each(source.clockWords, (e, value) => (e.hour = value));
  each(source.halves, (e, value) => (e.half = value));
  each(source.seasons, (e, value) => (e.season = value));
  each(source.days, (e, value) => (e.day = value));
  each(source.dayParts, (e, value) => (e.dayPart = value as { day: number; part: DayPart }));
  each(source.which, (e, value) => (e.which = value as Move));
  each(source.ago, (e, value) => (e.ago = value as Move));
  each(source.through, (e, value) => (e.through = value as Move));
  each(source.leads, (e, value) => (e.lead = value));
  each(source.trailing, (e, value) => (e.trailing = value));
  each(source.sets, (e, value) => (e.set = value));
  each(source.zones, (e, value) => (e.zone = value));
  for (const word of source.vague) entry(word).vague = true;
  const roles = new Map<string, Set<string>>();
  for (const [role, words] of Object.entries(source.roles)) {
    for (const word of words) {
      const known = roles.get(word) ?? new Set<string>();
      roles.set(word, known.add(role));
    }
  }
  for (const [word, known] of roles) entry(word).roles = known;
  for (const e of entries.values()) {
    e.content = isContent(e);
    e.opens = e.content || openers.some((role) => e.roles?.has(role) === true);
  }
  for (const [word, e] of entries) entries.set(word, { ...unknown, ...e });
  return { language, entries, ordinalEndings: new Set(source.ordinalEndings), leadPhrases: source.leadPhrases, capitals };
}

/** The lexicon of each language, built once. */
export const lexicons: Readonly<Record<TimeContext["language"], Lexicon>> = {
  en: build("en", en, true),
  ru: build("ru", ru, false),
  kk: build("kk", kk, false),
};
