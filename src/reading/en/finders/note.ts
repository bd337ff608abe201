/**
 * Events noted without a verb: "18:20 – tear gas at the bridge.", "Fighting over sacks, two hurt.", "March to City Hall; pepper spray at the side
 * entrance." A bare event word tells of an event only where a line is a note: behind a bullet or an hour, or as a sentence of a story.
 */
import { overlaps } from "../../../model/passage.ts";
import { tokenAt } from "../../../language/token.ts";
import type { Act } from "../acts.ts";
import type { Found } from "../../found.ts";
import { found } from "../../found.ts";
import { isAsked, isHeading } from "../genre.ts";
import { participants } from "../participants.ts";
import type { Scene } from "../scene.ts";
import type { SceneSentence } from "../stage.ts";
import { storyOf } from "../story.ts";
import type { Stretch } from "../words.ts";
import { spanOf } from "../words.ts";

/** The most words of a note: longer sentences without a verb are titles and lists of names. */
const LONGEST = 20;
const CUT = /^[;,.:!?…()–—/+]$/;

/** Notes that no other finder took. `taken` are the findings of the others. */
export function notes(scene: Scene, taken: readonly Found[]): readonly Found[] {
  const story = storyOf(scene);
  const bySentence = Map.groupBy(taken, (finding) => finding.sentence);
  return scene.sentences.flatMap((at, index): readonly Found[] => {
    const noted = at.acts.filter(({ form, clause }) => form === "noun" || (clause?.verb.form === "gerund" && clause.subject === null));
    if (noted.length === 0 || (story[index] !== true && at.entry.time === null) || !isNote(scene, at)) return [];
    const told = (bySentence.get(index) ?? []).filter(({ kind }) => kind !== "label" && kind !== "relation");
    return piecesOf(scene, at).flatMap((piece): readonly Found[] => {
      const act = noted.find((each) => piece.first <= each.first && each.last <= piece.last);
      if (act === undefined || !opens(scene, piece, act)) return [];
      const span = spanOf(scene.analysis, piece);
      if (told.some((finding) => overlaps(finding, span))) return [];
      return [eventOf(scene, index, piece, act)];
    });
  });
}

/** A sentence without a finite verb that is written as one: with its full stop, or behind a bullet, an hour or a date. */
function isNote(scene: Scene, at: SceneSentence): boolean {
  const { sentence, clauses } = at;
  if (isAsked(scene, at) || isHeading(scene, at) || clauses.some(({ verb }) => verb.form === "finite")) return false;
  if (at.entry.time !== null) return true;
  const text = scene.analysis.text.slice(sentence.start, sentence.end);
  return /^\s*(?:[-–—•*▪]|\(?\w{1,2}[.)/]\s)/.test(text) || /[.!;…]["”]?$/.test(text);
}

/** What stands between the marks of a note. */
function piecesOf({ analysis }: Scene, { sentence, times }: SceneSentence): readonly Stretch[] {
  const pieces: Stretch[] = [];
  let { first } = sentence;
  for (let at = sentence.first; at <= sentence.last; at += 1) {
    if (at < sentence.last && !CUT.test(tokenAt(analysis, at).text)) continue;
    // The hour or day at the head of a note is its time, no part of what it tells.
    while (
      first < at &&
      (!/[\p{L}\p{N}]/u.test(tokenAt(analysis, first).text) ||
        times.some(
          ({ start, end }) => start <= tokenAt(analysis, first).start && tokenAt(analysis, first).end <= end && first === sentence.first,
        ))
    )
      first += 1;
    if (at > first && at - first <= LONGEST) pieces.push({ first, last: at });
    first = at + 1;
  }
  return pieces;
}

/** The event word is what the piece is about: among its first words, and not "the attack", which points back. */
function opens({ analysis }: Scene, { first }: Stretch, { first: word, pointsBack }: Act): boolean {
  return (
    word - first <= 3 &&
    !pointsBack &&
    !/^(?:the|this|that|these|those|his|her|their|for|about|on|of)$/.test(tokenAt(analysis, first).lower)
  );
}

function eventOf(scene: Scene, sentence: number, piece: Stretch, act: Act): Found {
  return found({
    rule: "en.event.note",
    kind: "event",
    sentence,
    ...spanOf(scene.analysis, piece),
    anchor: spanOf(scene.analysis, act),
    event: act.type,
    negated: act.negated,
    who: [...participants(scene, act.agent, "agent"), ...participants(scene, act.patient, "patient")],
  });
}
