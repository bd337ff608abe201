/** Demands: what somebody asks somebody to do, or not to do. */
import { tokenAt } from "../../../language/token.ts";
import type { Voice } from "../../../model/claim.ts";
import type { Span } from "../../../model/passage.ts";
import { overlaps } from "../../../model/passage.ts";
import type { Clause } from "../clauses.ts";
import { askedIn } from "../demands/asked.ts";
import { dutyIn } from "../demands/duty.ts";
import { claimSpan } from "../extent.ts";
import type { Finder } from "../finder.ts";
import { framesAround, voiceFrame } from "../frame.ts";
import type { Found } from "../../found.ts";
import { found } from "../../found.ts";
import { isAsked, isHeading } from "../genre.ts";
import type { Scene } from "../scene.ts";
import { headedFinding } from "../sections.ts";
import { speakerOf } from "../speakers.ts";
import type { SceneSentence } from "../stage.ts";
import { spanOf, textOf } from "../words.ts";

export const demands: Finder = {
  name: "demand",
  find(scene) {
    return scene.sentences.flatMap((at, index) => {
      if (isAsked(scene, at) || isHeading(scene, at)) return [];
      const listed = headedFinding(scene, index, "demand");
      if (listed !== null) return [listed];
      const all = at.clauses.flatMap((clause) => [...asked(scene, at, index, clause), ...owed(scene, at, index, clause)]);
      return all.filter((each, order) => !all.slice(0, order).some((other) => overlaps(other, each)));
    });
  },
};

function asked(scene: Scene, at: SceneSentence, index: number, clause: Clause): readonly Found[] {
  const { analysis } = scene;
  const framed = scene.voicesIn(index).some(({ verb }) => verb === clause.verb.verb);
  return askedIn(scene, at, clause).map(({ first, end, negated }) => {
    const span = { start: tokenAt(analysis, first).start, end: Math.max(end, tokenAt(analysis, first).end) };
    return found({
      rule: "en.demand.asked",
      kind: "demand",
      sentence: index,
      ...span,
      anchor: spanOf(analysis, { first, last: first + 1 }),
      negated,
      voice: framed ? [] : [...outer(scene, clause), voiceOf(scene, at, index, clause, span)],
    });
  });
}

/** Who reports the asking. */
function outer(scene: Scene, clause: Clause): readonly Voice[] {
  return framesAround(scene.voices, spanOf(scene.analysis, clause.verb)).map((frame) => speakerOf(scene, frame));
}

function voiceOf(scene: Scene, at: SceneSentence, index: number, clause: Clause, content: Span): Voice {
  const frame = voiceFrame({
    source: clause.subject,
    cue: spanOf(scene.analysis, clause.verb),
    cueText: textOf(scene.analysis, clause.verb),
    content,
    sentence: index,
    verb: clause.verb.verb,
    rule: "en.voice.demand",
  });
  return speakerOf(scene, frame);
}

function owed(scene: Scene, at: SceneSentence, index: number, clause: Clause): readonly Found[] {
  const duty = dutyIn(scene, at, clause);
  if (duty === null) return [];
  const anchor = spanOf(scene.analysis, { first: clause.verb.verb, last: clause.verb.verb + 1 });
  const inside = spanOf(scene.analysis, { first: duty.first, last: duty.first + 1 });
  const duties = found({
    rule: "en.demand.duty",
    kind: "demand",
    sentence: index,
    ...claimSpan(scene, at, duty, duty.first > clause.verb.verb ? inside : anchor),
    anchor: duty.first > clause.verb.verb ? inside : anchor,
    negated: clause.verb.negated,
  });
  return [duties];
}
