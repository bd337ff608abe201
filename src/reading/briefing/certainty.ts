/** How sure the innermost voice was: words of doubt in the clause of a finding, and what its stance says. */
import type { Certainty } from "../../model/words.ts";
import type { Found } from "../found.ts";
import type { Page, View } from "./page.ts";
import { phrasesIn } from "./patterns.ts";

// Of several words the one that leaves least stands.
const ORDER: readonly Certainty[] = ["unconfirmed", "alleged", "hedged", "planned"];

/** Certainty of a finding whose voice is attached. */
export function certaintyOf(page: Page, view: View, finding: Found): Certainty {
  if (finding.certainty !== null) return finding.certainty;
  const stance = finding.voice.at(-1)?.stance;
  if (stance === "denies") return "denied";
  const { tokens } = page.analysis;
  const words = phrasesIn(page.tongue.certainties, tokens, view.sentence.first, view.sentence.last).filter(({ first, last }) => {
    // A clause apart, after a semicolon, a colon or a dash, is about something else.
    const [from, to] = [tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0];
    const [left, right] = from < finding.start ? [to, finding.start] : [finding.end, from];
    return !/[;:—–]/u.test(page.text.slice(left, right));
  });
  const said = ORDER.find((certainty) =>
    words.some(({ value, first }) => value === certainty && applies(page, view, certainty, first, finding)),
  );
  if (said !== undefined) return said;
  return stance === "accuses" ? "alleged" : "stated";
}

/** "Планируют" and "могут" bear on the verb beside them, not on a count of the past before them. */
function applies(page: Page, view: View, certainty: Certainty, at: number, finding: Found): boolean {
  if (certainty !== "planned") return true;
  if (finding.kind !== "figure" && finding.kind !== "event") return false;
  const start = page.analysis.tokens[at]?.start ?? 0;
  return start <= finding.end && view.sentence.start <= start && finding.start - start < 60;
}
