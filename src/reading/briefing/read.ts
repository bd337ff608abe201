/** Briefing sentences of one language to drafts: recognise, bind voices, find, attach. */
import { analysePlain } from "../../language/plain.ts";
import type { Segment } from "../../language/segments.ts";
import type { Draft, Voice } from "../../model/claim.ts";
import type { Found } from "../found.ts";
import { toDrafts } from "../found.ts";
import type { ReadContext } from "../reader.ts";
import { findTimes } from "../times/times.ts";
import { amountsOf } from "./amounts.ts";
import { certaintyOf } from "./certainty.ts";
import type { Ledger } from "./figures.ts";
import type { Page, View } from "./page.ts";
import { phraseAt } from "./patterns.ts";
import { placesOf } from "./places.ts";
import { saidOf } from "./scene.ts";
import { rosterOf, speakersOf } from "./speakers.ts";
import type { Tongue } from "./tongue.ts";
import type { Utterance } from "./utterances.ts";
import { utterancesOf } from "./utterances.ts";
import { spanOf } from "./stretch.ts";

/** What the finders of a sentence get. */
export interface Turn {
  readonly page: Page;
  readonly view: View;
  readonly utterances: readonly Utterance[];
  readonly ledger: Ledger;
  /** What the finders before found in this sentence. */
  readonly before: readonly Found[];
}

/** One variety of finding. */
export type Finder = (turn: Turn) => readonly Found[];

function pageOf(tongue: Tongue, text: string, segments: readonly Segment[], context: ReadContext): Page {
  const analysis = analysePlain(text, segments);
  const times = findTimes(text, segments, { published: context.published, language: tongue.language });
  const roster = rosterOf(tongue, analysis);
  const views = analysis.sentences.map((sentence, at): View => {
    const own = times.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
    const speakers = speakersOf(tongue, analysis, sentence, roster);
    const masked = [...own, ...speakers.filter(({ kind }) => kind !== "pronoun").map(({ first, last }) => spanOf(analysis, first, last))];
    return {
      at,
      sentence,
      times: own,
      places: placesOf(tongue, analysis, sentence),
      speakers,
      amounts: amountsOf(tongue, analysis, sentence, masked),
    };
  });
  return { text, tongue, analysis, views };
}

/** The chain that covers a finding, with what it says of the time of speaking. */
function voiced(page: Page, view: View, utterances: readonly Utterance[], finding: Found): Found {
  if (finding.voice.length > 0 || utterances.length === 0) return finding;
  const { tokens } = page.analysis;
  const covers = utterances.filter(
    ({ first, last }) => (tokens[first]?.start ?? 0) <= finding.anchor.start && finding.anchor.start < (tokens[last - 1]?.end ?? 0),
  );
  const utterance = covers.at(-1) ?? utterances[0];
  return utterance === undefined
    ? finding
    : { ...finding, voice: utterance.chain, said: finding.said ?? saidOf(page, view, utterance, finding) };
}

/** A chain that holds on in the next sentence: nobody is named beside the claim. */
function carried(chain: readonly Voice[]): readonly Voice[] {
  return chain.map((voice) => ({
    ...voice,
    start: null,
    end: null,
    cue: null,
    from: voice.from ?? (voice.start === null || voice.end === null ? null : { start: voice.start, end: voice.end }),
  }));
}

function isElliptic(page: Page, view: View): boolean {
  return phraseAt(page.tongue.elliptic, page.analysis.tokens, view.sentence.first, view.sentence.last) !== null;
}

/**
 * Drafts of the segments, in document order. Voices come from the sentence itself, from a following "Об этом сообщил…", or, for a sentence that
 * goes on counting ("Из них…"), from the one before. Never throws on any text.
 */
export function readBriefing(
  tongue: Tongue,
  finders: readonly Finder[],
  text: string,
  segments: readonly Segment[],
  context: ReadContext,
): readonly Draft[] {
  const page = pageOf(tongue, text, segments, context);
  const memory = { person: null, office: null, last: null };
  const ledger: Ledger = { figures: [], topic: null };
  const all: Found[][] = [];
  let open: { readonly chain: readonly Voice[]; readonly paragraph: number } | null = null;
  for (const view of page.views) {
    const utterances = utterancesOf(page, view, memory);
    const found: Found[] = [];
    for (const finder of finders) found.push(...finder({ page, view, utterances, ledger, before: found }));
    const back = utterances.find(({ backward }) => backward);
    const previous = all.at(-1);
    if (back !== undefined && previous !== undefined && page.views[view.at - 1]?.sentence.paragraph === view.sentence.paragraph)
      all[all.length - 1] = previous.map((each) =>
        each.voice.length > 0 ? each : { ...each, voice: back.chain, said: each.said ?? saidOf(page, view, back, each) },
      );
    const named = found.map((each) => voiced(page, view, utterances, each));
    const elliptic = utterances.length === 0 && open?.paragraph === view.sentence.paragraph && isElliptic(page, view);
    all.push(elliptic && open !== null ? named.map((each) => ({ ...each, voice: carried(open?.chain ?? []) })) : named);
    const last = utterances.at(-1);
    if (last !== undefined) open = { chain: last.chain, paragraph: view.sentence.paragraph };
    else if (!elliptic) open = null;
  }
  const sure = all.flatMap((findings, at) => {
    const view = page.views[at];
    return view === undefined ? [] : findings.map((each): Found => ({ ...each, certainty: certaintyOf(page, view, each) }));
  });
  return toDrafts(text, sure);
}
