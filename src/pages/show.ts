/**
 * The whole reconstruction on one page. It opens with what the case holds and who speaks; no name of an accused person,
 * no number without a voice and no rule of choice stands here unless somebody asked for it.
 */
import type { Claim } from "../model/claim.ts";
import type { Id } from "../model/ids.ts";
import type { Certainty, Kind } from "../model/words.ts";
import { countWords } from "./amounts.ts";
import type { Desk } from "./desk.ts";
import { desk, manner, sourceList } from "./desk.ts";
import { conflicts, tallySection, weight } from "./figures.ts";
import { pledgesSection } from "./pledges.ts";
import { questionsSection } from "./questions.ts";
import { refusedSection } from "./refused.ts";
import { rivalsSection } from "./rivals.ts";
import { languageCounts } from "./sources.ts";
import type { CaseState } from "./state.ts";
import { timelineSection } from "./timeline.ts";
import type { Block, Inline, Item, Page, Quote, Row, Section } from "./tree.ts";
import { column, empty, heading, item, list, minor, more, note, page, paragraph, row, section, table } from "./tree.ts";
import type { Speaker } from "./voices.ts";
import { chainWords, mannerWords, partyWords, speakerOf } from "./voices.ts";

/** How long each section of the page may grow. */
const LIMITS = {
  voices: 8,
  tallies: 5,
  single: 5,
  points: 6,
  parts: 4,
  events: 14,
  rivals: 5,
  doubts: 6,
  questions: 6,
  pledges: 6,
  refused: 5,
  quote: 200,
} as const;

function holdings(at: Desk): readonly Block[] {
  const { sources, claims } = at.state;
  const restated = sources.filter((source) => source.form === "restatement").length;
  const judged = claims.filter((claim) => claim.review !== "unreviewed").length;
  const lines: Block[] = [
    paragraph(
      `${countWords(sources.length, "source")}: ${languageCounts(sources)}.${restated === 0 ? "" : ` ${restated === sources.length ? "All" : restated} ${restated === 1 ? "restates" : "restate"} in other words what others published.`}`,
    ),
    paragraph(
      `${countWords(claims.length, "claim")} read by machine; ${judged === 0 ? "no person has judged any of them yet" : `${countWords(judged, "claim")} judged by a person`}.`,
    ),
    note(
      "Nothing below is a finding: each line is what somebody said, in their exact words. A number in brackets leads to the source list at the end.",
    ),
  ];
  return lines;
}

interface Voiced {
  readonly speaker: Speaker;
  readonly claims: readonly Claim[];
}

function voices(at: Desk): readonly Voiced[] {
  const found = new Map<string, { speaker: Speaker; claims: Claim[] }>();
  for (const claim of at.state.claims) {
    const speaker = speakerOf(claim, at);
    const entry = found.get(speaker.key);
    if (entry === undefined) found.set(speaker.key, { speaker, claims: [claim] });
    else entry.claims.push(claim);
  }
  // A voice whose side is known is most often somebody who answers for what they say: those come first.
  const weight = ({ speaker, claims }: Voiced): number => claims.length * (speaker.party === "unknown" ? 0.25 : 1);
  return [...found.values()].sort((a, b) => weight(b) - weight(a));
}

const KIND_ORDER: readonly Kind[] = ["event", "assessment", "explanation", "pledge", "speech", "demand", "condition", "figure"];

// Below this a quote is a fragment that tells little by itself.
const TELLING = 40;

// Something other than a number where there is one, and more than a fragment: the numbers have a section of their own.
function typical(claims: readonly Claim[]): Claim | undefined {
  const rank = (claim: Claim): number =>
    (KIND_ORDER.includes(claim.kind) ? KIND_ORDER.indexOf(claim.kind) : KIND_ORDER.length) +
    (claim.quote.length < TELLING ? KIND_ORDER.length + 1 : 0);
  return [...claims].sort((a, b) => rank(a) - rank(b))[0];
}

function kindCounts(claims: readonly Claim[]): string {
  const counts = new Map<Kind, number>();
  for (const claim of claims) counts.set(claim.kind, (counts.get(claim.kind) ?? 0) + 1);
  const ranked = [...counts].sort(([, a], [, b]) => b - a);
  const words = ranked.slice(0, 3).map(([kind, count]) => countWords(count, kind, kind === "speech" ? "quotations" : `${kind}s`));
  const left = ranked.slice(3).reduce((sum, [, count]) => sum + count, 0);
  return left === 0 ? words.join(", ") : `${words.join(", ")}, ${left} more`;
}

function voicesSection(at: Desk): Section {
  const all = voices(at).filter((voice) => voice.speaker.kind !== "document");
  const own = voices(at).filter((voice) => voice.speaker.kind === "document");
  const shown = all.slice(0, LIMITS.voices);
  const rows = shown.flatMap(({ speaker, claims }): readonly (Row | Quote)[] => {
    const line = row(
      [...at.safe(speaker.name), ...(speaker.party === "unknown" ? [] : [minor(` · ${partyWords[speaker.party]}`)])],
      [kindCounts(claims)],
      at.references(claims.map((claim) => claim.source)),
    );
    const one = typical(claims);
    return one === undefined
      ? [line]
      : [line, at.quote(one, mannerWords(one) === null && one.voice.length < 2 ? "above" : "below", LIMITS.quote)];
  });
  const blocks: Block[] = [heading(2, "Who said what")];
  if (shown.length === 0) blocks.push(empty("No voice was recognised in the documents."));
  else blocks.push(table([column("Who", { wraps: true }), column("Said", { wraps: true }), column("Source")], rows));
  if (shown.length < all.length) blocks.push(more("claims", all.length - shown.length, "voice", "voices"));
  const count = own.reduce((sum, voice) => sum + voice.claims.length, 0);
  if (count > 0)
    blocks.push(
      paragraph(
        `${countWords(count, "claim")} in the documents' own voice: `,
        ...at.safe(
          own
            .slice(0, 6)
            .map((voice) => voice.speaker.name)
            .join("; "),
        ),
        own.length > 6 ? "; and others." : ".",
      ),
    );
  return section("voices", blocks);
}

function figuresSection(at: Desk): Section {
  const ranked = [...at.state.figures].sort((a, b) => weight(b) - weight(a));
  const disagreeing = ranked.filter(conflicts);
  const single = ranked.filter((tally) => !conflicts(tally));
  const limits = { points: LIMITS.points, parts: LIMITS.parts, quote: LIMITS.quote };
  const blocks: Block[] = [heading(2, "Figures that conflict or change")];
  const shown = disagreeing.slice(0, LIMITS.tallies);
  if (shown.length === 0) blocks.push(empty("No two voices give different numbers for the same thing."));
  blocks.push(...shown.map((tally) => tallySection(tally, limits, at)));
  if (shown.length < disagreeing.length)
    blocks.push(more("figures", disagreeing.length - shown.length, "tally in conflict", "tallies in conflict"));
  const others = single.slice(0, LIMITS.single);
  if (others.length > 0)
    blocks.push(heading(2, "Figures said one way only"), ...others.map((tally) => tallySection(tally, { ...limits, points: 1 }, at)));
  if (others.length < single.length) blocks.push(more("figures", single.length - others.length, "tally", "tallies"));
  return section("figures", blocks);
}

const DOUBTS: readonly Certainty[] = ["denied", "unconfirmed", "alleged"];

function doubtItem(claim: Claim, again: readonly Id[], at: Desk): Item {
  const facts: Inline[] = [...at.safe(chainWords(claim, at)), ...manner(claim, " · "), " ", ...at.references([claim.source, ...again])];
  return item(...facts, at.quote(claim, "above", LIMITS.quote));
}

function doubtsSection(at: Desk): Section {
  const seen = new Map<string, { claim: Claim; again: Id[] }>();
  for (const claim of at.state.claims) {
    if (!DOUBTS.includes(claim.certainty) || claim.kind === "explanation" || claim.kind === "question") continue;
    const key = `${claim.certainty} ${claim.quote}`;
    const before = seen.get(key);
    if (before === undefined) seen.set(key, { claim, again: [] });
    else before.again.push(claim.source);
  }
  const all = [...seen.values()].sort((a, b) => DOUBTS.indexOf(a.claim.certainty) - DOUBTS.indexOf(b.claim.certainty));
  // Some of each before more of one: a long list of denials must not hide what is unconfirmed.
  const share = Math.ceil(LIMITS.doubts / DOUBTS.length);
  const first = DOUBTS.flatMap((certainty) => all.filter((one) => one.claim.certainty === certainty).slice(0, share));
  const kept = new Set([...first, ...all].slice(0, Math.max(LIMITS.doubts, first.length)));
  const shown = all.filter((one) => kept.has(one));
  const blocks: Block[] = [heading(2, "Denied, unconfirmed or alleged")];
  blocks.push(
    shown.length === 0
      ? empty("No claim is put as denied, unconfirmed or alleged.")
      : list(shown.map(({ claim, again }) => doubtItem(claim, again, at))),
  );
  if (shown.length < all.length) blocks.push(more("claims", all.length - shown.length, "such claim", "such claims"));
  return section("doubts", blocks);
}

/** The sources that the references of these blocks name. */
function citedIn(blocks: readonly Block[]): ReadonlySet<Id> {
  const cited = new Set<Id>();
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { tag, attrs, children } = node as {
      readonly tag: string;
      readonly attrs: { readonly source?: Id };
      readonly children: readonly unknown[];
    };
    if (tag === "reference" && attrs.source !== undefined) cited.add(attrs.source);
    children.forEach(walk);
  };
  blocks.forEach(walk);
  return cited;
}

/** What somebody may choose for the first screen; nothing is chosen for them. */
export interface ShowChoices {
  /** Whether persons accused of something are named, with the stage and any denial. */
  readonly names: "withheld" | "shown";
}

/** The whole reconstruction. */
export function showPage(state: CaseState, choices: ShowChoices): Page {
  const at = desk(state, choices.names);
  const title = state.name ?? "The record";
  if (state.sources.length === 0) {
    const blocks: readonly Block[] = [
      heading(1, title),
      empty("This case holds no source yet."),
      ...(state.refused.length === 0 ? [] : [refusedSection(LIMITS.refused, at)]),
    ];
    return page("show", title, blocks);
  }
  const body: Block[] = [
    voicesSection(at),
    figuresSection(at),
    timelineSection(LIMITS.events, LIMITS.quote, at),
    rivalsSection(LIMITS.rivals, LIMITS.quote, at),
    doubtsSection(at),
    questionsSection(LIMITS.questions, LIMITS.quote, at),
    pledgesSection(LIMITS.pledges, LIMITS.quote, at),
    refusedSection(LIMITS.refused, at),
  ];
  const accused = at.accused.persons.length;
  const left =
    choices.names === "shown" || accused === 0
      ? []
      : [
          note(
            `The names of ${countWords(accused, "person")} accused of something are left out on this page. Accused is not guilty; the people page names them with the legal stage and any denial.`,
          ),
        ];
  return page("show", title, [heading(1, title), ...holdings(at), ...left, ...body, ...sourceList(citedIn(body), at)]);
}
