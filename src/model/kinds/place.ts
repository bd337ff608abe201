/** `place` says where a named place is ([S39]). */
import type { Check } from "../check.ts";
import { finite, list, nullable, oneOf, text, words } from "../check.ts";
import type { MentionRef } from "../refs.ts";
import { mentionRefCheck } from "../refs.ts";
import { statementType } from "../statement-type.ts";
import { precisions } from "../words.ts";

export interface PlaceBody {
  readonly name: string;
  readonly precision: (typeof precisions)[number];
  /** The place that it lies in, by name. */
  readonly within: string | null;
  /** WGS 84, degrees; north and east are positive. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Metres within which it lies of the point, with the greatest part of certainty that the author has. */
  readonly uncertainty: number | null;
  /** Where it is named. */
  readonly mentions: readonly MentionRef[];
  readonly reason: string | null;
}

function between(min: number, max: number): Check<number> {
  return (value, path, faults): value is number => {
    if (!finite(value, path, faults)) return false;
    if (value >= min && value <= max) return true;
    faults.push({ path, expected: `a number from ${min} to ${max}` });
    return false;
  };
}

export const placeType = statementType<"place", PlaceBody>(
  "place",
  "write",
  {
    name: words,
    precision: oneOf(precisions),
    within: nullable(text),
    latitude: nullable(between(-90, 90)),
    longitude: nullable(between(-180, 180)),
    uncertainty: nullable(between(0, 20_100_000)),
    mentions: list(mentionRefCheck),
    reason: nullable(text),
  },
  {
    agree({ latitude, longitude, uncertainty }, faults) {
      if ((latitude === null) !== (longitude === null))
        faults.push({ path: "longitude", expected: "a latitude and a longitude, or neither" });
      if (latitude === null && uncertainty !== null) faults.push({ path: "uncertainty", expected: "null without a point" });
    },
  },
);
