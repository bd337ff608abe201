/** The chain of reasons behind one row: each reason with the words that it rests on. */
import type { Claim } from "../model/claim.ts";
import type { Explanation, ExplanationStep } from "../model/rows.ts";
import type { Desk } from "./desk.ts";
import { desk, sourceList } from "./desk.ts";
import { sourcesOf } from "./figures.ts";
import { shortWord } from "./signers.ts";
import type { CaseState } from "./state.ts";
import type { Block, Item, Page } from "./tree.ts";
import { heading, item, list, minor, page, section } from "./tree.ts";

const titles: Readonly<Record<ExplanationStep["about"], string>> = {
  claim: "This claim",
  joined: "What is joined, and why",
  origin: "Whose word it is",
  standing: "How it stands",
  status: "What became of numbers",
  check: "What the checks say",
  remainder: "What is left over",
  implied: "Bounds that follow",
};

/** As many quotes as one reason shows; copies of one text say the same. */
const MOST_QUOTED = 6;

function stepItem({ says, claims }: ExplanationStep, at: Desk): Item {
  const quoted = new Map<string, Claim>();
  for (const id of claims) {
    const claim = at.claim(id);
    if (claim !== null && !quoted.has(claim.quote)) quoted.set(claim.quote, claim);
  }
  const shown = [...quoted.values()].slice(0, MOST_QUOTED);
  const left = quoted.size - shown.length;
  return item(
    ...at.safe(says),
    " ",
    ...at.references(sourcesOf(claims, at)),
    ...(left > 0 ? [minor(` and ${left} more quotes`)] : []),
    ...shown.map((claim) => at.quote(claim, "below")),
  );
}

/** The reasons in the order in which they lead to what the row says. */
export function explainPage(state: CaseState, explanation: Explanation): Page {
  const at = desk(state, "shown");
  const kinds = [...new Set(explanation.steps.map(({ about }) => about))];
  const blocks: Block[] = kinds.map((about) =>
    section(about, [
      heading(2, titles[about]),
      list(explanation.steps.filter((step) => step.about === about).map((step) => stepItem(step, at))),
    ]),
  );
  const cited = explanation.steps.flatMap(({ claims }) => sourcesOf(claims, at));
  const title = `Why: ${explanation.kind} ${shortWord(explanation.id)}`;
  return page("explain", title, [heading(1, title), ...blocks, ...sourceList(cited, at)]);
}
