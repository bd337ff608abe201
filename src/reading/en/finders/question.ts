/** Open questions: what the text says is not known, and who might know it. */
import { tokenAt } from "../../../language/token.ts";
import type { Span } from "../../../model/passage.ts";
import { contains } from "../../../model/passage.ts";
import type { Finder } from "../finder.ts";
import type { Found } from "../../found.ts";
import { found } from "../../found.ts";
import type { Clause } from "../clauses.ts";
import { voiceFrame } from "../frame.ts";
import { contentEnd } from "../frames/content.ts";
import { isAsked, isHeading } from "../genre.ts";
import { gapReading } from "../questions/gap.ts";
import { listedIn } from "../questions/listed.ts";
import type { Place, Reading } from "../questions/reading.ts";
import { seekingReading } from "../questions/seeking.ts";
import { anybodyKnowing, silenceReading } from "../questions/silence.ts";
import { stateReading } from "../questions/state.ts";
import { headedFinding } from "../sections.ts";
import type { Scene } from "../scene.ts";
import { speakerOf } from "../speakers.ts";
import type { SceneSentence } from "../stage.ts";
import type { Stretch } from "../words.ts";
import { spanOf, textOf, withoutArticle } from "../words.ts";

/** The first that reads a clause as a question wins. */
const readings: readonly ((place: Place) => Reading | null)[] = [stateReading, gapReading, silenceReading, seekingReading];

export const questions: Finder = {
  name: "question",
  find(scene) {
    return scene.sentences.flatMap((at, index): readonly Found[] => {
      const headed = headedFinding(scene, index, "question");
      if (headed !== null) return [headed];
      if (isHeading(scene, at)) return [];
      const read = at.clauses.flatMap((clause) => asked({ scene, at, index, clause }) ?? []);
      return listedIn(scene, index, read.length > 0)?.map((stretch) => listed(scene, index, stretch)) ?? distinct(read);
    });
  },
};

function asked(place: Place): Found | null {
  for (const read of isAsked(place.scene, place.at) ? [anybodyKnowing] : readings) {
    const reading = read(place);
    if (reading !== null) return build(place, reading);
  }
  return null;
}

/** Of two readings, one inside the other, the wider is kept; of two of the same words the first. */
function distinct(all: readonly Found[]): readonly Found[] {
  return all.filter(
    (each, order) => !all.some((other, place) => other !== each && contains(other, each) && (place < order || !contains(each, other))),
  );
}

function listed(scene: Scene, index: number, stretch: Stretch): Found {
  const span = spanOf(scene.analysis, stretch);
  return found({
    rule: "en.question.listed",
    kind: "question",
    sentence: index,
    ...span,
    anchor: span,
    certainty: "unknown",
    question: { asks: textOf(scene.analysis, stretch), why: null, holder: null },
  });
}

function build(place: Place, reading: Reading): Found {
  const { scene, at, index, clause } = place;
  const { analysis } = scene;
  const behind = reading.asks.first > clause.verb.first;
  const end = endOf(place, reading);
  const start = tokenAt(analysis, reading.first).start;
  const asksEnd = behind ? end : tokenAt(analysis, Math.max(reading.asks.last - 1, reading.asks.first)).end;
  const holder = reading.holder === null ? null : holderOf(scene, at, index, clause, reading.holder);
  return found({
    rule: `en.question.${reading.rule}`,
    kind: "question",
    sentence: index,
    start,
    end: Math.max(end, asksEnd),
    anchor: spanOf(analysis, clause.verb),
    also: reasonSpan(scene, at, clause),
    certainty: "unknown",
    question: {
      asks: analysis.text.slice(tokenAt(analysis, reading.asks.first).start, asksEnd),
      why: reason(scene, at, clause),
      holder: holder ?? holderIn(scene, at, clause),
    },
  });
}

/** A predicate ends before the next verb that shares its subject: "is not known and will be looked into" asks once. */
function endOf({ scene, at, clause }: Place, { asks, last }: Reading): number {
  if (last !== undefined) return tokenAt(scene.analysis, last - 1).end;
  const behind = asks.first > clause.verb.first;
  const whole = contentEnd(scene, at, behind ? asks.first : clause.verb.first);
  if (behind) return whole;
  const next = at.clauses.find(({ verb, shared }) => shared && verb.first > clause.verb.last);
  const joint = next === undefined ? undefined : at.phrases.findLast((phrase) => phrase.last <= next.verb.first && phrase.type === "mark");
  if (joint?.type !== "mark" || (joint.kind !== "conjunction" && joint.kind !== "comma") || joint.first <= clause.verb.last) return whole;
  return Math.min(whole, tokenAt(scene.analysis, joint.first - 1).end);
}

/** Who keeps silent; a pronoun stands for the voice or person before it. */
function holderOf(scene: Scene, at: SceneSentence, index: number, clause: Clause, subject: Stretch): string | null {
  const frame = voiceFrame({
    source: subject,
    cue: spanOf(scene.analysis, clause.verb),
    cueText: textOf(scene.analysis, clause.verb),
    content: at.sentence,
    sentence: index,
    verb: clause.verb.verb,
    negated: true,
    rule: "en.voice.silence",
  });
  return speakerOf(scene, frame).name;
}

/** "because …" before or after: the text's own reason for not knowing. */
function reasonClause(at: SceneSentence, clause: Clause): Clause | null {
  return (
    at.clauses.find(
      (other) => other !== clause && (other.opener === "because" || other.opener === "since") && other.last <= clause.first + 2,
    ) ?? null
  );
}

function reasonSpan(scene: Scene, at: SceneSentence, clause: Clause): readonly Span[] {
  const because = reasonClause(at, clause);
  if (because === null) return [];
  let last = clause.first;
  while (last > because.first + 1 && tokenAt(scene.analysis, last - 1).text === ",") last -= 1;
  return [spanOf(scene.analysis, { first: because.first, last })];
}

function reason(scene: Scene, at: SceneSentence, clause: Clause): string | null {
  const span = reasonSpan(scene, at, clause)[0];
  return span === undefined ? null : scene.analysis.text.slice(span.start, span.end);
}

/** Who keeps silent in the reason: "because the office does not specify …". */
function holderIn(scene: Scene, at: SceneSentence, clause: Clause): string | null {
  const because = reasonClause(at, clause);
  if (because?.subject == null || !because.verb.negated) return null;
  return textOf(scene.analysis, withoutArticle(scene.analysis, because.subject));
}
