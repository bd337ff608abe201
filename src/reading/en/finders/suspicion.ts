/** "X is suspected of fraud", "X stands accused of fraud": a suspicion that nobody in particular is said to hold. Never more than a suspicion. */
import { claimSpan } from "../extent.ts";
import type { Finder } from "../finder.ts";
import type { Found } from "../../found.ts";
import { found } from "../../found.ts";
import { participant, present } from "../participants.ts";
import type { Clause } from "../clauses.ts";
import type { Scene } from "../scene.ts";
import type { SceneSentence } from "../stage.ts";
import { lemmaAt, spanOf } from "../words.ts";

export const suspicions: Finder = {
  name: "suspicion",
  find(scene) {
    return scene.sentences.flatMap((at, index) => at.clauses.flatMap((clause) => suspicionOf(scene, at, index, clause) ?? []));
  },
};

function suspicionOf(scene: Scene, at: SceneSentence, index: number, clause: Clause): Found | null {
  if (!clause.verb.passive || clause.subject === null || !/^(?:suspect|accuse)$/.test(lemmaAt(scene.analysis, clause.verb.verb)))
    return null;
  // With "by" the accuser is named, and the report says it; a number of suspects is a figure.
  if (clause.complements.some(({ preposition }) => preposition === "by")) return null;
  const { first, last } = clause.subject;
  if (at.quantities.some((quantity) => quantity.first >= first && quantity.last <= last)) return null;
  const who = present(participant(scene, clause.subject, "accused"));
  const of = at.phrases[clause.index + 1];
  if (who.length === 0 || of?.type !== "mark" || lemmaAt(scene.analysis, of.first) !== "of") return null;
  const anchor = spanOf(scene.analysis, clause.verb);
  // The offence may run on in a verb of its own ("of spreading …").
  const end = at.clauses.find((other) => other.verb.first === of.last)?.last ?? clause.last;
  const span = claimSpan(scene, at, { first: clause.first, last: Math.max(end, clause.last) }, anchor);
  return found({
    rule: "en.event.suspicion",
    kind: "event",
    sentence: index,
    ...span,
    anchor,
    event: "investigation",
    certainty: "alleged",
    negated: clause.verb.negated,
    who,
  });
}
