/** Where and when a claim stands: the places and times that belong to a stretch of a sentence. */
import type { Place } from "../../model/claim.ts";
import type { Span } from "../../model/passage.ts";
import type { TimeMention } from "../times/mention.ts";
import type { Page, PlaceAt, View } from "./page.ts";
import type { Utterance } from "./utterances.ts";
import { spanOf, tokenFrom } from "./stretch.ts";

export interface Scene {
  readonly where: readonly Place[];
  readonly when: string | null;
  readonly whenText: string | null;
  readonly asOf: string | null;
}

const COORDINATED = /^(?:и|,|мен|және|также|а)$/u;

/** The place with those joined to it ("в Алматы и Шымкенте"). */
function together(page: Page, places: readonly PlaceAt[], chosen: PlaceAt): readonly PlaceAt[] {
  const { tokens } = page.analysis;
  const joined = (left: PlaceAt, right: PlaceAt): boolean => {
    for (let at = left.last; at < right.first; at += 1)
      if (!COORDINATED.test(tokens[at]?.lower ?? "") && tokens[at]?.lower !== "в") return false;
    return right.first - left.last <= 2;
  };
  const at = places.indexOf(chosen);
  let [first, last] = [at, at];
  for (let left = places[first - 1]; left !== undefined && joined(left, places[first] as PlaceAt); left = places[first - 1]) first -= 1;
  for (let right = places[last + 1]; right !== undefined && joined(places[last] as PlaceAt, right); right = places[last + 1]) last += 1;
  return places.slice(first, last + 1);
}

/** A thing of the sentence with its tokens. */
interface Standing {
  readonly first: number;
  readonly last: number;
}

/** The one that belongs to tokens `first` to `last`: the nearest with no other amount between, before rather than after; else the first of the sentence. */
function nearest<T extends Standing>(things: readonly T[], view: View, first: number, last: number): T | null {
  const barred = (from: number, to: number): boolean =>
    view.amounts.some((amount) => amount.first >= from && amount.last <= to && !(amount.first >= first && amount.last <= last));
  const before = things.filter((thing) => thing.last <= first && !barred(thing.last, first)).at(-1);
  if (before !== undefined) return before;
  const inside = things.find((thing) => thing.first >= first && thing.last <= last);
  if (inside !== undefined) return inside;
  const after = things.find((thing) => thing.first >= last && !barred(last, thing.first));
  // "В Таразе погибли 5 человек, 10 ранены": what opens the sentence holds for all of it.
  const opening = things.find((thing) => thing.last <= first);
  const earliest = view.amounts[0];
  const opens = opening !== undefined && earliest !== undefined && opening.last <= earliest.first ? opening : undefined;
  return after ?? opens ?? null;
}

function inFrame(utterances: readonly Utterance[], { first, last }: Standing): boolean {
  return utterances.some(({ frame }) => frame.some((piece) => piece.first <= first && last <= piece.last));
}

interface TimeAt extends Standing {
  readonly time: TimeMention;
}

/** Times of a sentence by token. */
export function timesAt(page: Page, view: View): readonly TimeAt[] {
  const { tokens } = page.analysis;
  return view.times.map((time) => ({
    time,
    first: tokenFrom(tokens, view.sentence, time.start),
    last: tokenFrom(tokens, view.sentence, time.end),
  }));
}

const COUNTED_BY = new Set(["by", "as-of", "until"]);

/** Where and when what is said by tokens `first` to `last` happened. Times of the saying itself are left to the voice. */
export function sceneOf(page: Page, view: View, utterances: readonly Utterance[], first: number, last: number, counts: boolean): Scene {
  const speakers = view.speakers;
  const places = view.places.filter(
    (place) => place.inside && !speakers.some((speaker) => speaker.first <= place.first && place.last <= speaker.last),
  );
  const place = nearest(places, view, first, last);
  const times = timesAt(page, view).filter(
    (each) => (each.time.kind === "date" || each.time.kind === "time") && each.time.value !== null && !inFrame(utterances, each),
  );
  const time = nearest(times, view, first, last);
  // "11 қаңтардағы жағдай бойынша": the state of things on a day.
  const stood = time !== null && (page.analysis.tokens[time.last]?.lower.startsWith("жағдай") ?? false);
  // "На 9 января в больницах 719 человек": so does a bare "на" before a day.
  const on =
    time !== null && page.analysis.tokens[time.first - 1]?.lower === "на" && time.time.kind === "date" && time.time.lead !== "between";
  const counted = counts && time !== null && (stood || on || (time.time.lead !== null && COUNTED_BY.has(time.time.lead)));
  return {
    where: place === null ? [] : together(page, places, place).map((each) => placeOf(page, each)),
    when: time === null || counted ? null : time.time.value,
    whenText: time === null || counted ? null : page.text.slice(time.time.start, time.time.end),
    asOf: counted ? time.time.value : null,
  };
}

/** A place as a claim has it. */
export function placeOf(page: Page, { first, last, name, precision }: PlaceAt): Place {
  return { name, ...spanOf(page.analysis, first, last), precision };
}

/** When the innermost voice spoke: a date beside the words that report, outside the words that are reported. */
export function saidOf(page: Page, view: View, utterance: Utterance, content: Span): string | null {
  const beside = timesAt(page, view).find(({ time, first, last }) => {
    const framed = utterance.frame.some((piece) => piece.first <= first && last <= piece.last);
    return time.kind === "date" && time.value !== null && framed && (time.end <= content.start || content.end <= time.start);
  });
  return beside?.time.value ?? null;
}
