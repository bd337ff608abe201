/** Our own gazetteer: names of places in English, Russian and Kazakh with their case forms. The list is places.json, one place a line. */
import type { Precision } from "../model/words.ts";
import { suffixed } from "./kk/suffixes.ts";
import list from "./places.json" with { type: "json" };
import { declined } from "./ru/cases.ts";

export type PlaceLanguage = "en" | "ru" | "kk";

export interface NamedPlace {
  /** The English name that stands for the place in every language. */
  readonly name: string;
  readonly precision: Precision;
}

interface Entry extends NamedPlace {
  /** The nearest place of the list that contains it, by its English name; null when it is a country or crosses borders. */
  readonly region: string | null;
  readonly forms: Readonly<Record<PlaceLanguage, readonly string[]>>;
}

interface Known {
  readonly place: NamedPlace;
  /** The form is written with a capital ("Тараз"), so a lower-case word is something else; "all" for abbreviations ("ВКО", "UAE"). */
  readonly capital: boolean | "all";
}

const ENTRIES = list as readonly Entry[];

/** How many words the longest names have: no caller need try more. */
export const PLACE_WORDS = 5;

const ABBREVIATION = /^\p{Lu}[\p{Lu}.]+$/u;

/** Lower case, one space between words, straight apostrophes, ё as е, no accents (й, ё's neighbour, is a letter and stays). */
function key(form: string): string {
  let plain = form.toLowerCase().replaceAll("ё", "е").replaceAll("’", "'");
  if (/\s/u.test(plain)) plain = plain.replace(/\s+/gu, " ");
  return /[\u00c0-\u024f]/u.test(plain) ? plain.normalize("NFD").replace(/\p{M}/gu, "") : plain;
}

const PARTS_OF_COUNTRIES = ["region", "oblast", "province"];

function englishForms(form: string): readonly string[] {
  const bare = key(form);
  const base = bare.endsWith(" region") ? bare.slice(0, -" region".length) : null;
  return base === null ? [bare] : PARTS_OF_COUNTRIES.map((word) => `${base} ${word}`);
}

function russianForms(form: string): Iterable<string> {
  const bare = key(form);
  if (ABBREVIATION.test(form)) return [bare];
  const forms = new Set(declined(bare));
  // "Кызылординской обл."
  if (bare.endsWith(" область")) for (const each of [...forms]) forms.add(`${each.slice(0, each.lastIndexOf(" "))} обл`);
  return forms;
}

function formsOf(form: string, language: PlaceLanguage): Iterable<string> {
  if (language === "en") return englishForms(form);
  return language === "ru" ? russianForms(form) : suffixed(key(form), ABBREVIATION.test(form));
}

function tableOf(language: PlaceLanguage): ReadonlyMap<string, Known> {
  const table = new Map<string, Known>();
  for (const { name, precision, forms } of ENTRIES) {
    const place: NamedPlace = { name, precision };
    for (const form of forms[language]) {
      const capital = ABBREVIATION.test(form) ? "all" : /^["«]?\p{Lu}/u.test(form);
      for (const each of formsOf(form, language)) if (!table.has(each) || each === key(form)) table.set(each, { place, capital });
    }
  }
  return table;
}

interface Table {
  readonly known: ReadonlyMap<string, Known>;
  /** First words of all names: most stretches of text are turned away by this one look. */
  readonly openers: ReadonlySet<string>;
}

const tables = new Map<PlaceLanguage, Table>();

function firstWord(form: string): string {
  const space = form.search(/\s/u);
  return space < 0 ? form : form.slice(0, space);
}

function tableFor(language: PlaceLanguage): Table {
  let table = tables.get(language);
  if (table === undefined) {
    const known = tableOf(language);
    tables.set(language, (table = { known, openers: new Set([...known.keys()].map(firstWord)) }));
  }
  return table;
}

/**
 * The place that a stretch of text names, or null. The stretch is the name as written, in any case of Russian or Kazakh ("в Таразе" is
 * asked as "Таразе", "Қызылорда облысында" whole); an English possessive ('s) is allowed. A stretch of several words is asked before its parts,
 * so that "Almaty Region" is not the city. Names are known by spelling alone: "Jordan" may still be a person.
 */
export function placeNamed(form: string, language: PlaceLanguage): NamedPlace | null {
  const { known: table, openers } = tableFor(language);
  const head = key(firstWord(form));
  if (!openers.has(head) && !/(?:'s|\.)$/u.test(head)) return null;
  const bare = key(form);
  let known = table.get(bare);
  if (known === undefined && language === "en" && bare.endsWith("'s")) known = table.get(bare.slice(0, -2));
  if (known === undefined && bare.endsWith(".")) known = table.get(bare.slice(0, -1));
  if (known === undefined) return null;
  if (known.capital === "all") return /^[\p{Lu}.]+(?:-\p{Ll}+|['’]s)?$/u.test(form) ? known.place : null;
  return !known.capital || /^["«]?\p{Lu}/u.test(form) ? known.place : null;
}

const regions = new Map(ENTRIES.map(({ name, region }) => [name, region]));

/** True when `inner` lies in `outer` by the list (a district in its city, a city in its region and country); names are the English ones. */
export function placeWithin(inner: string, outer: string): boolean {
  for (let at = regions.get(inner) ?? null; at !== null; at = regions.get(at) ?? null) if (at === outer) return true;
  return false;
}
