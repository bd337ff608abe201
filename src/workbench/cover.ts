/** Finding where protected persons are named, for those who may not know who that is ([S50]). Only a holder of the Names box can. */
import { namePatterns, wholeWords } from "../model/name-patterns.ts";
import type { Id } from "../model/ids.ts";
import type { CoverBody } from "../model/kinds/cover.ts";
import type { PersonRow } from "../model/rows.ts";
import type { Blobs } from "../store/blobs.ts";
import type { Reads } from "../store/store.ts";
import { coversOf, protections } from "../views/protections.ts";
import type { ProtectedName } from "./verbs.ts";

/** In so many sources is a spelling covered: more tell nobody more, and one may not be in every copy. */
const ENOUGH = 3;

const key = (form: string): string => form.normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim();

/** Every form of a name that the record knows: those given, and those that `people` took for the same name, in any script. */
export function formsKnown(given: readonly string[], people: readonly PersonRow[]): readonly string[] {
  const wanted = new Set(given.map(key));
  const same = people.filter(({ names }) => names.some(({ form }) => wanted.has(key(form))));
  return [...new Set([...given, ...same.flatMap(({ names }) => names.map(({ form }) => form))])].sort();
}

/** The covers that are missing in these sources, or in all, for names that this copy knows. A spelling that is covered already is not covered again. */
export async function missingCovers(
  names: readonly ProtectedName[],
  people: readonly PersonRow[],
  store: Reads,
  blobs: Blobs,
  only: ReadonlySet<Id> | null = null,
): Promise<readonly CoverBody[]> {
  const known = names.flatMap(({ statement, names: forms }) =>
    forms === null ? [] : [{ statement, found: new Map<string, Set<Id>>(), pattern: patternOf(formsKnown(forms, people)) }],
  );
  if (known.length === 0) return [];
  const texts = async (text: Id): Promise<string> => new TextDecoder().decode(await blobs.get(text));
  for (const { protects, source, text, spans } of await coversOf(store.rows(protections.name))) {
    const own = known.find(({ statement }) => statement === protects);
    if (own === undefined || !blobs.has(text)) continue;
    const layer = await texts(text);
    for (const { start, end } of spans) placesOf(own.found, layer.slice(start, end)).add(source);
  }
  const covers: CoverBody[] = [];
  for await (const { source } of store.sources()) {
    if (!blobs.has(source.text) || only?.has(source.id) === false) continue;
    const layer = await texts(source.text);
    for (const { statement, found, pattern } of known) {
      const spans = [...layer.matchAll(pattern)].flatMap((match) => {
        const places = placesOf(found, match[0]);
        if (places.size >= ENOUGH || places.has(source.id)) return [];
        places.add(source.id);
        return [{ start: match.index, end: match.index + match[0].length }];
      });
      if (spans.length > 0) covers.push({ protects: statement, source: source.id, text: source.text, spans });
    }
  }
  return covers;
}

function patternOf(forms: readonly string[]): RegExp {
  const patterns = [...namePatterns(forms)].sort((a, b) => b.length - a.length);
  return new RegExp(wholeWords(patterns.join("|")), "giu");
}

function placesOf(found: Map<string, Set<Id>>, form: string): Set<Id> {
  const places = found.get(key(form)) ?? new Set();
  found.set(key(form), places);
  return places;
}
