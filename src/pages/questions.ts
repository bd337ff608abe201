/** What nobody knows: questions that the sources say are open, and those that the record leaves open. */
import type { QuestionRow } from "../model/rows.ts";
import { capital } from "./amounts.ts";
import type { Desk } from "./desk.ts";
import { desk, sourceList } from "./desk.ts";
import { sourcesOf } from "./figures.ts";
import type { CaseState } from "./state.ts";
import type { Block, Inline, Item, Page, Section } from "./tree.ts";
import { empty, heading, item, list, mark, minor, more, page, section, strong } from "./tree.ts";

function questionItem(question: QuestionRow, quoteLimit: number, at: Desk): Item {
  const claim = question.claims.map((id) => at.claim(id)).find((one) => one !== null);
  const facts: Inline[] = [strong(...at.safe(capital(question.asks.replace(/[?.]*$/u, "?")))), " "];
  if (question.state === "answered") facts.push(mark("answered", "answered"), " ", ...at.references(sourcesOf(question.answers, at)), " ");
  if (question.raisedBy === "record") facts.push(minor("· left open by the record itself "));
  facts.push(...at.references(sourcesOf(question.claims, at)));
  if (question.why !== null) facts.push(minor(" · why it is not known: "), ...at.safe(question.why));
  if (question.wouldAnswer !== null) facts.push(minor(" · what would answer it: "), ...at.safe(question.wouldAnswer));
  return claim === undefined ? item(...facts) : item(...facts, at.quote(claim, "below", quoteLimit));
}

/** At most `limit` questions, open ones and those that a source raises first. */
export function questionsSection(limit: number, quoteLimit: number, at: Desk): Section {
  const order = (question: QuestionRow): number => (question.state === "open" ? 0 : 2) + (question.raisedBy === "text" ? 0 : 1);
  const all = [...at.state.questions].sort((a, b) => order(a) - order(b));
  const shown = all.slice(0, limit);
  const blocks: Block[] = [heading(2, "What nobody knows")];
  blocks.push(
    shown.length === 0
      ? empty("No source of this case says that something is unknown.")
      : list(shown.map((question) => questionItem(question, quoteLimit, at))),
  );
  if (shown.length < all.length) blocks.push(more("questions", all.length - shown.length, "question", "questions"));
  return section("questions", blocks);
}

/** All questions. */
export function questionsPage(state: CaseState): Page {
  const at = desk(state, "shown");
  const all = Number.POSITIVE_INFINITY;
  const cited = state.questions.flatMap((question) => sourcesOf([...question.claims, ...question.answers], at));
  return page("questions", "Questions", [heading(1, "Questions"), questionsSection(all, all, at), ...sourceList(cited, at)]);
}
