/** What people concluded, each by a signature. Nothing on this page comes from the program. */
import type { FindingRow } from "../model/rows.ts";
import { dateWords } from "./dates.ts";
import type { Desk } from "./desk.ts";
import { desk, sourceList } from "./desk.ts";
import { sourcesOf } from "./figures.ts";
import type { CaseState } from "./state.ts";
import { deviceWord } from "./signers.ts";
import type { Block, Inline, Item, Page, Section } from "./tree.ts";
import { empty, heading, item, list, minor, more, page, section, strong, time } from "./tree.ts";

const STANDARD_WORDS: Readonly<Record<FindingRow["standard"], string>> = {
  "reasonable-grounds": "reasonable grounds to believe",
  balance: "balance of probabilities",
  "clear-and-convincing": "clear and convincing evidence",
  "beyond-reasonable-doubt": "beyond reasonable doubt",
  "none-stated": "no standard of proof stated",
};

function findingItem(finding: FindingRow, replaced: boolean, at: Desk): Item {
  const day = finding.date.slice(0, 10);
  const facts: Inline[] = [strong(...at.safe(finding.text)), ` · ${STANDARD_WORDS[finding.standard]}`];
  if (replaced) facts.push(minor(" · replaced by a later finding"));
  if (finding.supports.length > 0) facts.push(" · rests on ", ...at.references(sourcesOf(finding.supports, at)));
  if (finding.against.length > 0) facts.push(" · against it ", ...at.references(sourcesOf(finding.against, at)));
  for (const open of finding.unresolved) facts.push(minor(" · open: "), ...at.safe(open));
  facts.push(minor(" · signed by ", deviceWord(finding.signedBy), ", "), time(day, dateWords(day)));
  return item(...facts);
}

/** At most `limit` findings. */
export function findingsSection(limit: number, at: Desk): Section {
  const all = at.state.findings;
  const shown = all.slice(0, limit);
  const replaced = new Set(all.map(({ supersedes }) => supersedes));
  const blocks: Block[] = [heading(2, "What people concluded")];
  blocks.push(
    shown.length === 0 ? empty("Nobody has signed a finding.") : list(shown.map((each) => findingItem(each, replaced.has(each.id), at))),
  );
  if (shown.length < all.length) blocks.push(more("findings", all.length - shown.length, "finding", "findings"));
  return section("findings", blocks);
}

/** All findings. */
export function findingsPage(state: CaseState): Page {
  const at = desk(state, "shown");
  const cited = state.findings.flatMap((finding) => sourcesOf([...finding.supports, ...finding.against], at));
  return page("findings", "Findings", [heading(1, "Findings"), findingsSection(Number.POSITIVE_INFINITY, at), ...sourceList(cited, at)]);
}
