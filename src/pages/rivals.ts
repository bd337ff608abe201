/** Rival explanations, in the words of those who give them. None is ranked here. */
import type { RivalRow } from "../model/rows.ts";
import { countWords } from "./amounts.ts";
import type { Desk } from "./desk.ts";
import { desk, manner, sourceList } from "./desk.ts";
import { sourcesOf } from "./figures.ts";
import type { CaseState } from "./state.ts";
import type { Block, Inline, Item, Page, Section } from "./tree.ts";
import { empty, heading, item, list, minor, more, note, page, section } from "./tree.ts";
import { chainWords } from "./voices.ts";

function rivalItem(rival: RivalRow, quoteLimit: number, at: Desk): Item {
  const claims = rival.claims.map((id) => at.claim(id)).filter((one) => one !== null);
  const [first] = claims;
  const givers = [...new Set(claims.map((claim) => chainWords(claim, at)))];
  const facts: Inline[] = [...(givers.length === 0 ? ["Given by nobody named"] : at.safe(givers.join("; "))), ...manner(first, " · ")];
  if (rival.scope !== null) facts.push(minor(" · about "), ...at.safe(rival.scope));
  facts.push(" ", ...at.references(claims.map((claim) => claim.source)));
  if (rival.cells.length > 0) facts.push(minor(` · ${countWords(rival.cells.length, "piece")} of evidence weighed`));
  return first === undefined ? item(...at.safe(rival.text), " ", ...facts) : item(...facts, at.quote(first, "above", quoteLimit));
}

/** At most `limit` explanations. */
export function rivalsSection(limit: number, quoteLimit: number, at: Desk): Section {
  const all = at.state.rivals;
  const shown = all.slice(0, limit);
  const blocks: Block[] = [heading(2, "Rival explanations")];
  if (shown.length === 0) blocks.push(empty("No source of this case explains the event."));
  else
    blocks.push(
      note("In the words of those who give them; the order ranks nothing."),
      list(shown.map((rival) => rivalItem(rival, quoteLimit, at))),
    );
  if (shown.length < all.length) blocks.push(more("rivals", all.length - shown.length, "explanation", "explanations"));
  return section("rivals", blocks);
}

/** All explanations. */
export function rivalsPage(state: CaseState): Page {
  const at = desk(state, "shown");
  const all = Number.POSITIVE_INFINITY;
  const cited = state.rivals.flatMap((rival) => sourcesOf(rival.claims, at));
  return page("rivals", "Rival explanations", [heading(1, "Explanations"), rivalsSection(all, all, at), ...sourceList(cited, at)]);
}
