/** Settles findings that take the same words for two things: a question, an explanation or a pledge is not an event as well. */
import { contains, overlaps } from "../../../model/passage.ts";
import type { Found } from "../../found.ts";
import type { Refiner } from "../finder.ts";

export const overlap: Refiner = {
  name: "overlap",
  refine(findings) {
    // All spans of a finding stand in one sentence, so only findings of one sentence can take each other's words.
    const bySentence = Map.groupBy(findings, ({ sentence }) => sentence);
    return findings.filter((finding) => !yields(finding, bySentence.get(finding.sentence) ?? []));
  },
};

function yields(finding: Found, all: readonly Found[]): boolean {
  switch (finding.kind) {
    case "event":
      return (
        all.some(
          (other) => swallows(other) && (contains(other, finding.anchor) || other.also.some((span) => contains(span, finding.anchor))),
        ) ||
        all.some((other) => other.kind === "condition" && other.event === finding.event && contains(other, finding.anchor)) ||
        (!isDated(finding) && all.some((other) => other.kind === "condition" && overlaps(other.anchor, finding.anchor))) ||
        all.some(
          (other) =>
            other.kind === "figure" && other.event === finding.event && contains(other, finding.anchor) && isBareCount(other, finding),
        )
      );
    case "condition":
      return all.some(
        (other) =>
          (other !== finding && swallows(other) && contains(other, finding.anchor)) ||
          // Of two rules that take one clause for a condition the one that knows its words wins.
          (other.kind === "condition" && isForm(finding) && !isForm(other) && overlaps(other, finding.anchor)) ||
          (other.kind === "event" && other.event !== finding.event && isDated(other) && overlaps(other.anchor, finding.anchor)),
      );
    case "figure":
      if (isNothing(finding) && all.some((other) => other.rule === "en.event.omission" && contains(other, finding.anchor))) return true;
      return all.some((other) => (other.kind === "question" || other.kind === "pledge") && contains(other, finding.anchor));
    case "question":
      return all.some((other) => other.kind === "demand" && contains(other, finding));
    default:
      return false;
  }
}

/** "Nothing", "none of the cases": no count of anything that is tallied. */
function isNothing({ figure }: Found): boolean {
  return figure?.max === 0 && figure.unit === "other";
}

/** "was closed on Saturday" is a change that took place, "is closed", "has been closed since Saturday" a state that lasts. */
function isDated({ when }: Found): boolean {
  return when !== null && !when.endsWith("..");
}

/** Taken by its form alone. */
function isForm({ rule }: Found): boolean {
  return rule === "en.condition.standing";
}

function swallows(other: Found): boolean {
  return (
    other.kind === "question" ||
    other.kind === "pledge" ||
    other.kind === "explanation" ||
    other.kind === "prediction" ||
    other.kind === "demand"
  );
}

/** A count without agent, date or place in its own sentence is a figure and no event of its own ("227 people died"). */
function isBareCount(figure: Found, event: Found): boolean {
  if (event.who.some((each) => each.role === "agent")) return false;
  // "X died, along with two children": the count is of others than those the event names.
  if (!event.who.some((each) => each.start < figure.anchor.end && figure.anchor.start < each.end))
    return figure.anchor.start >= event.start && event.who.length === 0;
  return event.when === null && event.where.length === 0;
}
