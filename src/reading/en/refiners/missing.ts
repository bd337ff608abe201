/** "Has not been seen since Monday", "has not been found": somebody is missing. That is what is said, and it is not negated. */
import { tokenAt } from "../../../language/token.ts";
import words from "../../lexicons/en/negations.json" with { type: "json" };
import type { Refiner } from "../finder.ts";
import type { Found } from "../../found.ts";
import type { Scene } from "../scene.ts";
import { lemmaAt } from "../words.ts";

const LOST: ReadonlySet<string> = new Set(words.lost);
const PERSONS: ReadonlySet<string> = new Set(words.persons);

export const missing: Refiner = {
  name: "missing",
  refine(findings, scene) {
    return findings.map((finding) => (isMissing(scene, finding) ? { ...finding, event: "disappearance", negated: false } : finding));
  },
};

function isMissing(scene: Scene, { kind, negated, sentence, anchor }: Found): boolean {
  if (kind !== "event" || !negated) return false;
  const { analysis } = scene;
  const clause = scene.sentences[sentence]?.clauses.find(({ verb }) => {
    const main = tokenAt(analysis, verb.verb);
    return main.start < anchor.end && main.end > anchor.start;
  });
  if (clause?.subject == null || !clause.verb.passive || !LOST.has(lemmaAt(analysis, clause.verb.verb))) return false;
  // "was not seen by the guard": only who has not been seen up to now is missing.
  if (!/^(?:has|have|had|'s|'ve)$/.test(tokenAt(analysis, clause.verb.first).lower)) return false;
  const { first, last } = clause.subject;
  for (let at = first; at < last; at += 1) {
    const token = tokenAt(analysis, at);
    if (PERSONS.has(token.lower) || PERSONS.has(lemmaAt(analysis, at))) return true;
  }
  return scene.names.within(sentence, sentence).some((name) => name.kind === "person" && name.first >= first && name.last <= last);
}
