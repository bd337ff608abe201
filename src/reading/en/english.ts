/** The English reader: finders in order, then refiners in order. The two lists are the whole of it. */
import type { Segment } from "../../language/segments.ts";
import type { Draft } from "../../model/claim.ts";
import type { Found } from "../found.ts";
import { toDrafts } from "../found.ts";
import type { ReadContext } from "../reader.ts";
import type { Finder, Refiner } from "./finder.ts";
import { conditions } from "./finders/condition.ts";
import { datedClauses } from "./finders/dated.ts";
import { demands } from "./finders/demand.ts";
import { events } from "./finders/event.ts";
import { explanations } from "./finders/explanation.ts";
import { figures } from "./finders/figure.ts";
import { happenings } from "./finders/happening.ts";
import { labelled } from "./finders/label.ts";
import { notes } from "./finders/note.ts";
import { omissions } from "./finders/omission.ts";
import { pledges } from "./finders/pledge.ts";
import { questions } from "./finders/question.ts";
import { relations } from "./finders/relation.ts";
import { standing } from "./finders/standing.ts";
import { statements } from "./finders/statement.ts";
import { suspicions } from "./finders/suspicion.ts";
import { certainties } from "./refiners/certainty.ts";
import { distinct } from "./refiners/dedupe.ts";
import { legal } from "./refiners/legal.ts";
import { overlap } from "./refiners/overlap.ts";
import { missing } from "./refiners/missing.ts";
import { places } from "./refiners/place.ts";
import { times } from "./refiners/time.ts";
import { voices } from "./refiners/voice.ts";
import { silences } from "./refiners/silence.ts";
import type { Scene } from "./scene.ts";
import { sceneOf } from "./scene.ts";

const finders: readonly Finder[] = [
  figures,
  events,
  suspicions,
  conditions,
  standing,
  explanations,
  relations,
  pledges,
  questions,
  demands,
  labelled,
];
const refiners: readonly Refiner[] = [silences, missing, times, voices, places, overlap, certainties, legal, distinct];

/** Drafts of the stretches of `text` that are English, in document order. */
export function readEnglish(text: string, segments: readonly Segment[], context: ReadContext): readonly Draft[] {
  const scene = sceneOf(text, segments, context);
  return toDrafts(text, findingsOf(scene));
}

function findingsOf(scene: Scene): readonly Found[] {
  const listed = finders.flatMap((finder) => finder.find(scene));
  const noted = [...listed, ...notes(scene, listed)];
  const told = [...noted, ...happenings(scene, noted)];
  const taken = [...told, ...omissions(scene, told)];
  const spoken = [...taken, ...statements(scene, taken)];
  const all = [...spoken, ...datedClauses(scene, spoken)];
  return refiners.reduce<readonly Found[]>((findings, refiner) => refiner.refine(findings, scene), all);
}
