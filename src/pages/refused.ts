/** What was not taken, each with its code: nothing is dropped silently. */
import type { Refused } from "../model/errors.ts";
import { countWords } from "./amounts.ts";
import type { Desk } from "./desk.ts";
import { desk } from "./desk.ts";
import type { CaseState } from "./state.ts";
import type { Block, Page, Section } from "./tree.ts";
import { empty, heading, item, list, mark, more, note, page, section, strong } from "./tree.ts";

/** Refusals as a list: what, the code of the rule that it broke, and what to do. */
export function refusedItems(refused: readonly Refused[], at: Desk): Block {
  return list(refused.map((one) => item(strong(...at.safe(one.what)), " ", mark("fault", one.code), " ", ...at.safe(one.message))));
}

/** At most `limit` refusals. */
export function refusedSection(limit: number, at: Desk): Section {
  const all = at.state.refused;
  const shown = all.slice(0, limit);
  const blocks: Block[] = [heading(2, "What was refused")];
  blocks.push(shown.length === 0 ? empty("Nothing was refused.") : refusedItems(shown, at));
  if (shown.length < all.length) blocks.push(more("refused", all.length - shown.length, "refusal", "refusals"));
  return section("refused", blocks);
}

/** All refusals. */
export function refusedPage(state: CaseState): Page {
  const at = desk(state, "shown");
  const blocks: Block[] = [heading(1, "Refused")];
  if (state.refused.length > 0)
    blocks.push(
      note(
        `${countWords(state.refused.length, "input or draft", "inputs and drafts")} not taken. The rest of the case does not depend on them.`,
      ),
    );
  return page("refused", "Refused", [...blocks, refusedSection(Number.POSITIVE_INFINITY, at)]);
}
