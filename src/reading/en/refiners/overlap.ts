/** Settles findings that take the same words for two things: a question, an explanation or a pledge is not an event as well. */
import { contains } from "../../../model/passage.ts";
import type { Found } from "../../found.ts";
import type { Refiner } from "../finder.ts";

export const overlap: Refiner = {
  name: "overlap",
  refine(findings) {
    // What others yield to is picked out once: a table of thousands of figures is not held against itself.
    const takers = findings.filter(({ kind }) => kind !== "event" && kind !== "figure");
    const figures = findings.filter(({ kind }) => kind === "figure");
    return findings.filter((finding) => !yields(finding, takers, figures));
  },
};

function yields(finding: Found, all: readonly Found[], figures: readonly Found[]): boolean {
  switch (finding.kind) {
    case "event":
      return (
        all.some(
          (other) => swallows(other) && (contains(other, finding.anchor) || other.also.some((span) => contains(span, finding.anchor))),
        ) ||
        all.some((other) => other.kind === "condition" && other.event === finding.event && contains(other, finding.anchor)) ||
        figures.some((other) => other.event === finding.event && contains(other, finding.anchor) && isBareCount(other, finding))
      );
    case "condition":
      return all.some((other) => other.kind === "question" && contains(other, finding.anchor));
    case "figure":
      return all.some((other) => (other.kind === "question" || other.kind === "pledge") && contains(other, finding.anchor));
    default:
      return false;
  }
}

function swallows(other: Found): boolean {
  return other.kind === "question" || other.kind === "pledge" || other.kind === "explanation" || other.kind === "prediction";
}

/** A count without agent, date or place in its own sentence is a figure and no event of its own ("227 people died"). */
function isBareCount(figure: Found, event: Found): boolean {
  if (event.who.some((each) => each.role === "agent")) return false;
  // "X died, along with two children": the count is of others than those the event names.
  if (!event.who.some((each) => each.start < figure.anchor.end && figure.anchor.start < each.end))
    return figure.anchor.start >= event.start && event.who.length === 0;
  return event.when === null && event.where.length === 0;
}
