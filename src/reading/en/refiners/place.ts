/** Attaches places to findings: those in the finding's own words, else one that opens its sentence. */
import type { Refiner } from "../finder.ts";
import type { Found } from "../../found.ts";
import type { Scene } from "../scene.ts";

const PLACED = new Set(["event", "figure", "condition", "explanation", "prediction"]);

export const places: Refiner = {
  name: "place",
  refine(findings, scene) {
    return findings.map((finding) => (PLACED.has(finding.kind) ? placed(scene, finding) : finding));
  },
};

function placed(scene: Scene, finding: Found): Found {
  const at = scene.sentences[finding.sentence];
  if (at === undefined) return finding;
  const located = at.places.filter((place) => place.preposition !== null && place.preposition !== "from" && place.preposition !== "to");
  const inside = located.filter((place) => place.start >= finding.start && place.end <= finding.end);
  const fromInside = at.places.filter(
    (place) => place.preposition === "from" && place.start >= finding.start && place.end <= finding.end && finding.kind === "figure",
  );
  const opening = located.filter(
    (place) => place.end <= finding.start && place.start - at.sentence.start <= 40 && leads(scene, at.sentence.start, place.start),
  );
  const chosen = inside.length > 0 ? inside : fromInside.length > 0 ? fromInside : opening;
  if (chosen.length === 0) return finding;
  return { ...finding, where: chosen.map(({ name, start, end, precision }) => ({ name, start, end, precision })) };
}

/** "In Almaty, …", "On 5 January in Almaty, …": nothing but times and prepositions before the place. */
function leads(scene: Scene, from: number, to: number): boolean {
  return /^(?:(?:on|in|at|by|during|from|to|the|morning|evening|night|city|of|town|village|and|but|meanwhile|also|\d{1,4}|january|february|march|april|may|june|july|august|september|october|november|december|,)\s*)*$/i.test(
    scene.analysis.text.slice(from, to),
  );
}
