/** Figures: every tally as a ledger. No value is chosen among those that were said; arithmetic is worded as arithmetic. */
import type { Claim } from "../model/claim.ts";
import type { Id } from "../model/ids.ts";
import type { CheckRow, RemainderNature, SeriesPoint, SummarisedTally, TallyRow } from "../model/rows.ts";
import { amount, amountWords, capital, countWords, measureWords, ofWords, sameAmount } from "./amounts.ts";
import { dateWords } from "./dates.ts";
import type { Desk } from "./desk.ts";
import { desk, manner, sourceList } from "./desk.ts";
import type { CaseState } from "./state.ts";
import type { Block, Inline, Item, Page, Quote, Row, Section } from "./tree.ts";
import { column, empty, heading, item, list, mark, minor, more, note, page, paragraph, row, section, strong, table, time } from "./tree.ts";
import { chainWords, documentName, speakerOf } from "./voices.ts";

/** How much of a tally is laid out. */
export interface TallyLimits {
  readonly points: number;
  readonly parts: number;
  readonly quote: number;
}

/** Everything. */
export const wholeTally: TallyLimits = {
  points: Number.POSITIVE_INFINITY,
  parts: Number.POSITIVE_INFINITY,
  quote: Number.POSITIVE_INFINITY,
};

/** Points of a series that say the same number on the same day from the same root with the same status: one line of the ledger. */
interface Line {
  readonly point: SeriesPoint;
  readonly claims: readonly Claim[];
}

function linesOf(tally: TallyRow, at: Desk): readonly Line[] {
  const lines: { point: SeriesPoint; claims: Claim[] }[] = [];
  for (const point of tally.series) {
    const claim = at.claim(point.claim);
    if (claim === null) continue;
    const same = lines.find(
      (line) =>
        sameAmount(line.point, point) &&
        line.point.origin === point.origin &&
        line.point.status === point.status &&
        momentOf(line.point, at)?.edtf === momentOf(point, at)?.edtf,
    );
    if (same === undefined) lines.push({ point, claims: [claim] });
    else same.claims.push(claim);
  }
  return lines;
}

function momentOf(point: SeriesPoint, at: Desk): { readonly edtf: string; readonly kind: "as of" | "said" | "published" } | null {
  if (point.asOf !== null) return { edtf: point.asOf, kind: "as of" };
  if (point.said !== null) return { edtf: point.said, kind: "said" };
  const claim = at.claim(point.claim);
  const published = claim === null ? null : (at.source(claim.source)?.published ?? null);
  return published === null ? null : { edtf: published, kind: "published" };
}

function momentWords(point: SeriesPoint, at: Desk): readonly Inline[] {
  const moment = momentOf(point, at);
  if (moment === null) return ["undated"];
  const words = time(moment.edtf, dateWords(moment.edtf));
  return moment.kind === "said" ? [words] : [minor(`${moment.kind} `), words];
}

// The number that was named, for putting points in order: "at least 10" is not above "238" because it has no upper bound.
const low = (point: SeriesPoint): number => point.min ?? point.best ?? point.max ?? 0;
const high = (point: SeriesPoint): number => point.max ?? point.best ?? point.min ?? 0;

/** Whether the voices of this tally disagree, revise or take back, or its parts do not fit: what a reader should see first. */
export function conflicts(tally: TallyRow): boolean {
  const [first, ...rest] = tally.series;
  return (
    tally.checks.length > 0 ||
    (first !== undefined && rest.some((point) => !sameAmount(first, point))) ||
    tally.series.some((point) => point.status !== "current")
  );
}

/** How much a tally tells, for choosing what to show first: checks and changes count more than repetition. */
export function weight(tally: TallyRow): number {
  const values = new Set(tally.series.map((point) => `${point.min}/${point.max}/${point.best}`)).size;
  const origins = new Set(tally.series.map((point) => point.origin)).size;
  const settled = tally.series.filter(
    (point) => point.status === "disowned" || point.status === "withdrawn" || point.status === "disputed",
  ).length;
  return tally.checks.length * 4 + (values - 1) * 3 + settled * 3 + origins + tally.series.length / 10 + tally.parts.length / 2;
}

/** The most telling lines in their own order: the ends of the series, its extremes, what was taken back, then the rest. */
function telling(lines: readonly Line[], limit: number): readonly Line[] {
  if (lines.length <= limit) return lines;
  const lowest = lines.reduce((a, b) => (low(b.point) < low(a.point) ? b : a));
  const highest = lines.reduce((a, b) => (high(b.point) > high(a.point) ? b : a));
  const settled = lines.filter((line) => line.point.status !== "current" && line.point.status !== "superseded");
  const order = [lines[0], lines.at(-1), lowest, highest, ...settled, ...lines].filter((line) => line !== undefined);
  const kept = new Set([...new Set(order)].slice(0, limit));
  return lines.filter((line) => kept.has(line));
}

/** The range by who said it, both ends with their voice. Null when one number is all there is. */
function rangeWords(lines: readonly Line[], at: Desk): readonly Inline[] | null {
  const standing = lines.filter((line) => line.point.status !== "withdrawn" && line.point.status !== "disowned");
  const [first] = standing;
  if (first === undefined || standing.every((line) => sameAmount(line.point, first.point))) return null;
  const lowest = standing.reduce((a, b) => (low(b.point) < low(a.point) ? b : a));
  const highest = standing.reduce((a, b) => (high(b.point) > high(a.point) ? b : a));
  const end = (line: Line): readonly Inline[] => {
    const claim = line.claims[0];
    return claim === undefined ? [] : [amount(line.point, claim.figure), " (", ...at.safe(speakerOf(claim, at).name), ")"];
  };
  return ["From ", ...end(lowest), " to ", ...end(highest), "."];
}

const STATUS_NOTE: Readonly<Record<SeriesPoint["status"], string | null>> = {
  current: null,
  superseded: "superseded",
  withdrawn: "withdrawn",
  disowned: "disowned",
  disputed: "disputed",
};

// The root of a document that names no publisher is the document, by its id.
function originName(origin: string, at: Desk): string {
  const source = at.state.sources.find((one) => one.id === origin);
  return source === undefined ? origin : documentName(source);
}

function lineRow(line: Line, at: Desk): Row {
  const claim = line.claims[0];
  const figure = claim?.figure ?? null;
  const said = claim === undefined ? "" : chainWords(claim, at);
  const root = originName(line.point.origin, at);
  // The root is named only where it is neither the speaker nor the document itself.
  const known = claim === undefined ? [] : [speakerOf(claim, at).name, claim.voice.at(-1)?.name, documentName(at.source(claim.source))];
  const copied = known.some((name) => name?.startsWith(root)) ? [] : [minor(" (origin: "), ...at.safe(root), minor(")")];
  const status = STATUS_NOTE[line.point.status];
  return row(
    momentWords(line.point, at),
    [amount(line.point, figure)],
    [...at.safe(said), ...copied, ...manner(claim, " · "), ...(status === null ? [] : [" · ", mark(line.point.status, status)])],
    at.references(line.claims.map((one) => one.source)),
  );
}

function seriesTable(lines: readonly Line[], limits: TallyLimits, at: Desk): Block {
  const rows = lines.flatMap((line): readonly (Row | Quote)[] => {
    const claim = line.claims[0];
    return claim === undefined ? [] : [lineRow(line, at), at.quote(claim, "above", limits.quote)];
  });
  return table([column("When"), column("Figure", { align: "right" }), column("Who says it", { wraps: true }), column("Source")], rows);
}

function partItems(tally: TallyRow, limits: TallyLimits, at: Desk): readonly Item[] {
  const shown: Item[] = [];
  const seen = new Map<string, Id[]>();
  for (const part of tally.parts) {
    const claim = at.claim(part.claim);
    if (claim === null) continue;
    const key = `${part.min}/${part.max}/${part.best} ${JSON.stringify(part.of)} ${speakerOf(claim, at).key}`;
    const again = seen.get(key);
    if (again !== undefined) {
      again.push(claim.source);
      continue;
    }
    seen.set(key, [claim.source]);
  }
  for (const part of tally.parts) {
    const claim = at.claim(part.claim);
    if (claim === null || shown.length >= limits.parts) continue;
    const key = `${part.min}/${part.max}/${part.best} ${JSON.stringify(part.of)} ${speakerOf(claim, at).key}`;
    const sources = seen.get(key);
    if (sources === undefined) continue;
    seen.delete(key);
    const what = ofWords(part.of) ?? claim.figure?.counted ?? "a part that is not named";
    const kind =
      part.partKind === "including"
        ? "included"
        : part.partKind === "breakdown"
          ? "one part of a breakdown"
          : "how it stands to the whole is unclear";
    shown.push(
      item(
        amount(part, claim.figure),
        " ",
        ...at.safe(what),
        minor(` · ${kind} · `),
        ...at.safe(chainWords(claim, at)),
        ...manner(claim, " · "),
        " ",
        ...at.references(sources),
        at.quote(claim, "above", limits.quote),
      ),
    );
  }
  return shown;
}

const NATURE_WORDS: Readonly<Record<RemainderNature, string>> = {
  "not-broken-down": "are in the total and in none of its parts",
  "fate-unstated": "have no fate stated",
  missing: "are missing",
};

/** The steps of a count: each number where it first comes, on a day of its own; one of less than half of what came before counts something else. */
function stepsOf(own: readonly Line[], at: Desk): readonly Line[] {
  const steps: Line[] = [];
  for (const line of own) {
    const known = steps.some(
      (before) => sameAmount(before.point, line.point) || momentOf(before.point, at)?.edtf === momentOf(line.point, at)?.edtf,
    );
    const peak = Math.max(0, ...steps.map((before) => low(before.point)));
    if (!known && high(line.point) * 2 >= peak) steps.push(line);
  }
  return steps;
}

/**
 * The numbers of each origin that gave several, in time order: "Audit Office: 225 (15 Jan 2021) → 227 (19 Jan 2021)". What was taken back or is disputed
 * is not in it, nor an old number told again.
 */
function chains(lines: readonly Line[], at: Desk): readonly Block[] {
  const stands = lines.filter(({ point }) => point.status === "current" || point.status === "superseded");
  const byOrigin = Map.groupBy(stands, ({ point }) => point.origin);
  return [...byOrigin].flatMap(([origin, own]): readonly Block[] => {
    const steps = stepsOf(own, at);
    if (steps.length < 2) return [];
    const told = steps.flatMap((line, index): readonly Inline[] => {
      const when = momentOf(line.point, at);
      const number = amount(line.point, line.claims[0]?.figure ?? null);
      return [index === 0 ? "" : " → ", number, ...(when === null ? [] : [minor(` (${dateWords(when.edtf)})`)])];
    });
    return [paragraph(strong(...at.safe(originName(origin, at))), ": ", ...told)];
  });
}

/** What a rule that somebody chose gives, with its name. */
function summaryBlocks(tally: TallyRow | SummarisedTally): readonly Block[] {
  if (!("summary" in tally)) return [];
  const { rule, says, outcome } = tally.summary;
  const chosen = outcome === null ? "nothing" : strong(amountWords({ ...outcome, best: null }));
  return [note("By the rule “", rule, "” that you chose (", says, "): ", chosen, ".")];
}

/** How each check is headed. The three of wholes and parts are arithmetic. */
const CHECK_TITLES: Readonly<Record<string, string>> = {
  "cumulative-falls": "Goes down:",
  "origins-disagree": "Disagreement:",
  "origin-contradicts-itself": "Contradiction:",
  "mixes-two-measures": "Mixed:",
  "relay-changes-value": "Passed on changed:",
  "relay-changes-unit": "Passed on changed:",
  "relay-changes-scope": "Passed on changed:",
  "relay-changes-agent": "Passed on changed:",
  "same-number-other-measure": "Same number, different measures:",
};

/** A check, with the words of the claims that stand in other ledgers. */
function checkItem(check: CheckRow, tally: TallyRow, limits: TallyLimits, at: Desk): Item {
  const here = new Set([...tally.series, ...tally.parts].map(({ claim }) => claim));
  const elsewhere = check.claims.flatMap((id) => (here.has(id) ? [] : (at.claim(id) ?? [])));
  const quoted = [...new Map(elsewhere.map((claim) => [claim.quote, claim])).values()].slice(0, limits.parts);
  return item(
    mark("check", CHECK_TITLES[check.rule] ?? "Arithmetic:"),
    " ",
    ...at.safe(capital(check.message)),
    " ",
    ...at.references(sourcesOf(check.claims, at)),
    ...quoted.map((claim) => at.quote(claim, "below", limits.quote)),
  );
}

/** One tally: what it measures, the range by voice, the ledger in time order, its parts, what the arithmetic says. */
export function tallySection(tally: TallyRow | SummarisedTally, limits: TallyLimits, at: Desk): Section {
  const lines = linesOf(tally, at);
  const shown = telling(lines, limits.points);
  const counted = at.claim(tally.series[0]?.claim ?? tally.id)?.figure?.counted ?? null;
  const blocks: Block[] = [heading(3, ...at.safe(measureWords(tally.measure, counted)))];
  const range = rangeWords(lines, at);
  if (range !== null) blocks.push(paragraph(...range, ...("summary" in tally ? [] : [" No rule chooses among them."])));
  blocks.push(...summaryBlocks(tally), ...chains(lines, at));
  if (shown.length > 0) blocks.push(seriesTable(shown, limits, at));
  if (shown.length < lines.length) blocks.push(more("figures", lines.length - shown.length, "line of this ledger", "lines of this ledger"));
  const parts = partItems(tally, limits, at);
  if (parts.length > 0) blocks.push(paragraph("Of these, as said:"), list(parts));
  if (tally.parts.length > parts.length && parts.length === limits.parts)
    blocks.push(more("figures", tally.parts.length - parts.length, "part", "parts"));
  const checks = tally.checks.map((check) => checkItem(check, tally, limits, at));
  if (tally.remainder !== null) {
    checks.push(
      item(
        mark("check", "Arithmetic:"),
        ` ${capital(amountWords({ ...tally.remainder, best: null }))} ${NATURE_WORDS[tally.remainder.nature]}: a subtraction, said by nobody.`,
      ),
    );
  }
  if (checks.length > 0) blocks.push(list(checks));
  return section(tally.id, blocks);
}

/** The sources of these claims. */
export function sourcesOf(claims: readonly Id[], at: Desk): readonly Id[] {
  return claims.flatMap((id) => at.claim(id)?.source ?? []);
}

/** Every tally, those in which voices disagree first. */
export function figuresPage(state: CaseState): Page {
  const at = desk(state, "shown");
  const tallies = [...state.figures].sort((a, b) => weight(b) - weight(a));
  const disagreeing = tallies.filter(conflicts);
  const others = tallies.filter((tally) => !conflicts(tally));
  const blocks: Block[] = [
    heading(1, "Figures"),
    state.figures.length === 0
      ? empty("No figure was read from the documents of this case.")
      : note(
          `${countWords(state.figures.length, "tally", "tallies")}: all figures that measure the same thing, in time order. ${
            state.figures.some((tally) => "summary" in tally)
              ? "Under each stands what the rule gives that you chose: no person’s finding."
              : "No value is chosen for you."
          }`,
        ),
  ];
  if (disagreeing.length > 0)
    blocks.push(
      section("conflicting", [
        heading(2, "Where figures conflict or change"),
        ...disagreeing.map((tally) => tallySection(tally, wholeTally, at)),
      ]),
    );
  if (others.length > 0)
    blocks.push(section("single", [heading(2, "Said one way only"), ...others.map((tally) => tallySection(tally, wholeTally, at))]));
  const cited = tallies.flatMap((tally) =>
    sourcesOf(
      [...tally.series, ...tally.parts].map((point) => point.claim),
      at,
    ),
  );
  return page("figures", "Figures", [...blocks, ...sourceList(cited, at)]);
}
