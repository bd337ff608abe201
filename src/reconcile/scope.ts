/** Where and when a figure counts, and how strongly two scopes fit. */
import type { Precision } from "../model/words.ts";
import type { PlaceLanguage } from "../language/places.ts";
import { placeNamed, placeWithin } from "../language/places.ts";
import { byUnits, fold } from "./folding.ts";
import type { Stretch } from "./moments.ts";
import { holds, stretchOf } from "./moments.ts";

/** A place as a claim names it. */
export interface FactPlace {
  readonly name: string;
  readonly precision: Precision;
}

/** Where and when something is counted, as said. */
export interface Scoped {
  readonly places: readonly FactPlace[];
  readonly when: string | null;
}

export interface Scope {
  /** Folded names of the finest places said, sorted and joined; "" when no place is said. */
  readonly place: string;
  /** The same places by the name of the gazetteer, else as said. */
  readonly placeName: string | null;
  /** True when the finest place is a street or a site. */
  readonly spot: boolean;
  readonly country: boolean;
  /** Folded names of the wider places that the claim itself names around it. */
  readonly around: readonly string[];
  readonly when: string | null;
  readonly stretch: Stretch | null;
}

// Finest first. `around` is not a size: "around Veskov" is another area than Veskov, so it never equals it.
const fineness = ["site", "street", "district", "settlement", "around", "region", "country"] as const;

function rank(place: FactPlace): number {
  const at = fineness.indexOf(place.precision);
  return place.precision === "street" ? 0 : at;
}

const languages: readonly PlaceLanguage[] = ["en", "ru", "kk"];

/** The gazetteer's name of a place in any of its languages and cases; the name as said when it is not listed. */
export function placeName(said: string): string {
  for (const language of languages) {
    const listed = placeNamed(said, language);
    if (listed !== null) return listed.name;
  }
  return said;
}

/** A place's key: its folded name without an article; marked when it is the surroundings that are meant. */
export function placeKey(place: FactPlace): string {
  const name = fold(placeName(place.name)).replace(/^(?:the )?(?:city of |town of )?/u, "");
  return place.precision === "around" ? `~${name}` : name;
}

/** The scope of a figure: of several places the finest ones count, the wider ones say where those lie. */
export function scopeOf(fact: Scoped): Scope {
  const finest = Math.min(...fact.places.map(rank));
  const chosen = fact.places.filter((place) => rank(place) === finest);
  const byKey = new Map(chosen.map((place) => [placeKey(place), placeName(place.name)]));
  const keys = [...byKey.keys()].sort(byUnits);
  const wider = fact.places.filter((place) => rank(place) > finest).map(placeKey);
  return {
    place: keys.join(" + "),
    placeName: keys.length === 0 ? null : keys.map((key) => byKey.get(key) ?? key).join(" and "),
    spot: finest === 0,
    country: chosen[0]?.precision === "country",
    around: [...new Set(wider)].sort(byUnits),
    when: fact.when,
    stretch: stretchOf(fact.when),
  };
}

/** 0 equal; 1 a street or site inside the other; 2 absent beside a country; 3 absent beside anything else; null: two places. */
export function placeFit(a: Scope, b: Scope): 0 | 1 | 2 | 3 | null {
  if (a.place === b.place) {
    const apart = a.around.length > 0 && b.around.length > 0 && !a.around.some((name) => b.around.includes(name));
    return apart ? null : 0;
  }
  if (a.place === "" || b.place === "") return a.country || b.country ? 2 : 3;
  return isSpotIn(a, b) || isSpotIn(b, a) ? 1 : null;
}

/** True when `spot` is a street or site, and the claim itself or the gazetteer puts it in `area`. */
function isSpotIn(spot: Scope, area: Scope): boolean {
  if (!spot.spot || area.spot || spot.placeName === null || area.placeName === null) return false;
  return spot.around.includes(area.place) || placeWithin(spot.placeName, area.placeName);
}

/** 0 equal; 1 one contains the other; 2 absent on one side; null: two times. */
export function timeFit(a: Scope, b: Scope): 0 | 1 | 2 | null {
  if (a.when === b.when) return 0;
  if (a.when === null || b.when === null) return 2;
  if (a.stretch === null || b.stretch === null) return null;
  return holds(a.stretch, b.stretch) || holds(b.stretch, a.stretch) ? 1 : null;
}
