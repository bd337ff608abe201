/** The timeline: events in time order, undated ones apart, each with how many independent roots at most it rests on. */
import type { TimelineRow } from "../model/rows.ts";
import { capital, countWords } from "./amounts.ts";
import { timeOr } from "./dates.ts";
import type { Desk } from "./desk.ts";
import { desk, sourceList } from "./desk.ts";
import { sourcesOf } from "./figures.ts";
import type { CaseState } from "./state.ts";
import type { Block, Inline, Mark, Page, Quote, Row, Section } from "./tree.ts";
import { column, empty, heading, mark, more, note, page, row, section, table } from "./tree.ts";

/** How independent the origins of an event look, in words that promise no more than is known. */
function standingMark(event: TimelineRow): Mark {
  const origins = event.origins.length;
  switch (event.standing) {
    case "one-origin":
      return mark("one-origin", "one origin");
    case "several-origins":
      return mark("several-origins", `at most ${countWords(origins, "origin")}`);
    case "contested":
      return mark("contested", "contested");
    case "only-denied":
      return mark("only-denied", "only denied");
    case "unknown":
      return mark("unknown", "standing unknown");
  }
}

function whatWords(event: TimelineRow, at: Desk): readonly Inline[] {
  const named = (roles: readonly string[]): string[] => event.who.filter((one) => roles.includes(one.role)).map((one) => one.name);
  const patients = named(["patient", "accused", "beneficiary", "holder", "other"]);
  const agents = named(["agent"]);
  const words = [capital(event.type === "other" ? "event" : event.type.replaceAll("-", " "))];
  if (patients.length > 0) words.push(`: ${patients.join(", ")}`);
  if (agents.length > 0) words.push(patients.length > 0 ? ` (by ${agents.join(", ")})` : `: ${agents.join(", ")}`);
  return at.safe(words.join(""));
}

function eventRows(event: TimelineRow, quoteLimit: number, at: Desk): readonly (Row | Quote)[] {
  const claim = event.claims.map((id) => at.claim(id)).find((one) => one !== null);
  const line = row(
    [timeOr(event.when, "undated")],
    [...whatWords(event, at), ...(event.where === null ? [] : [", ", ...at.safe(event.where)])],
    [standingMark(event)],
    at.references(sourcesOf(event.claims, at)),
  );
  return claim === undefined ? [line] : [line, at.quote(claim, "below", quoteLimit)];
}

const columns = [column("When"), column("What", { wraps: true }), column("Standing"), column("Source")];

/** The best told of the events, still in time order: dated before undated, then by origins, claims and a day rather than a month. */
function telling(events: readonly TimelineRow[], limit: number): readonly TimelineRow[] {
  if (events.length <= limit) return events;
  const weight = (event: TimelineRow): number =>
    (event.when === null ? 0 : /^\d{4}-\d\d-\d\d/.test(event.when) ? 4 : 2) +
    event.origins.length * 2 +
    Math.min(event.claims.length, 5) / 5 +
    (event.standing === "contested" ? 3 : 0) +
    (event.type === "other" ? 0 : 1);
  const kept = new Set([...events].sort((a, b) => weight(b) - weight(a)).slice(0, limit));
  return events.filter((event) => kept.has(event));
}

/** A stretch of the timeline: at most `limit` events, quotes cut at `quoteLimit` characters. */
export function timelineSection(limit: number, quoteLimit: number, at: Desk): Section {
  const events = at.state.timeline;
  const shown = telling(events, limit);
  const dated = shown.filter((event) => event.when !== null);
  const undated = shown.filter((event) => event.when === null);
  const blocks: Block[] = [heading(2, "Timeline")];
  if (events.length === 0) blocks.push(empty("No event was read from the documents of this case."));
  if (dated.length > 0)
    blocks.push(
      table(
        columns,
        dated.flatMap((event) => eventRows(event, quoteLimit, at)),
      ),
    );
  if (undated.length > 0)
    blocks.push(
      heading(3, "Without a date"),
      table(
        columns,
        undated.flatMap((event) => eventRows(event, quoteLimit, at)),
      ),
    );
  if (shown.length < events.length) blocks.push(more("timeline", events.length - shown.length, "event", "events"));
  return section("timeline", blocks);
}

/** All events. */
export function timelinePage(state: CaseState): Page {
  const at = desk(state, "shown");
  const all = Number.POSITIVE_INFINITY;
  const cited = state.timeline.flatMap((event) => sourcesOf(event.claims, at));
  return page("timeline", "Timeline", [
    heading(1, "Timeline"),
    note("What somebody says happened. “At most k origins” counts roots that are not shown to copy one another; it says nothing of truth."),
    timelineSection(all, all, at),
    ...sourceList(cited, at),
  ]);
}
