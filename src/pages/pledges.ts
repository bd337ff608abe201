/** What was promised, by whom, until when. Kept and broken are words that only a person signs. */
import type { PledgeRow } from "../model/rows.ts";
import { dateWords } from "./dates.ts";
import type { Desk } from "./desk.ts";
import { desk, sourceList } from "./desk.ts";
import { sourcesOf } from "./figures.ts";
import type { CaseState } from "./state.ts";
import type { Block, Inline, Item, Page, Section } from "./tree.ts";
import { empty, heading, item, list, mark, minor, more, page, section, strong, time } from "./tree.ts";

const STATE_WORDS: Readonly<Record<PledgeRow["state"], string>> = {
  open: "open",
  "no-evidence-by": "overdue, no evidence in the record",
  kept: "kept",
  broken: "broken",
  withdrawn: "withdrawn",
};

function pledgeItem(pledge: PledgeRow, quoteLimit: number, at: Desk): Item {
  const claim = pledge.claims.map((id) => at.claim(id)).find((one) => one !== null);
  const facts: Inline[] = [strong(...at.safe(pledge.by ?? "Somebody not named")), " promised"];
  if (pledge.to !== null) facts.push(" ", ...at.safe(pledge.to));
  facts.push(": ", ...at.safe(pledge.what), " · ", mark(pledge.state, STATE_WORDS[pledge.state]));
  facts.push(...(pledge.due === null ? [minor(" · no date set")] : [minor(" · due "), time(pledge.due, dateWords(pledge.due))]));
  if (pledge.condition !== null) facts.push(minor(" · on condition: "), ...at.safe(pledge.condition));
  facts.push(" ", ...at.references(sourcesOf(pledge.claims, at)));
  if (pledge.evidence.length > 0) facts.push(minor(" · evidence "), ...at.references(sourcesOf(pledge.evidence, at)));
  return claim === undefined ? item(...facts) : item(...facts, at.quote(claim, "below", quoteLimit));
}

/** At most `limit` promises. */
export function pledgesSection(limit: number, quoteLimit: number, at: Desk): Section {
  const all = at.state.pledges;
  const shown = all.slice(0, limit);
  const blocks: Block[] = [heading(2, "What was promised")];
  blocks.push(
    shown.length === 0
      ? empty("No promise was read from the documents of this case.")
      : list(shown.map((pledge) => pledgeItem(pledge, quoteLimit, at))),
  );
  if (shown.length < all.length) blocks.push(more("pledges", all.length - shown.length, "promise", "promises"));
  return section("pledges", blocks);
}

/** All promises. */
export function pledgesPage(state: CaseState): Page {
  const at = desk(state, "shown");
  const all = Number.POSITIVE_INFINITY;
  const cited = state.pledges.flatMap((pledge) => sourcesOf([...pledge.claims, ...pledge.evidence], at));
  return page("pledges", "Pledges", [heading(1, "Pledges"), pledgesSection(all, all, at), ...sourceList(cited, at)]);
}
