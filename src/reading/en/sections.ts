/** What an entry of a list says when its heading says what the list is of. */
import { tokenAt } from "../../language/token.ts";
import type { Found } from "../found.ts";
import { found } from "../found.ts";
import unknowns from "../lexicons/en/questions.json" with { type: "json" };
import type { SectionKind } from "./headed.ts";
import type { Scene } from "./scene.ts";
import { spanOf } from "./words.ts";

const ASKING: ReadonlySet<string> = new Set(unknowns.asking);

/** What an entry under a heading of this kind says; null when the sentence is none, or tells of what is past. */
export function headedFinding(scene: Scene, index: number, kind: SectionKind): Found | null {
  const entry = scene.headed[index] ?? null;
  const at = scene.sentences[index];
  if (entry?.kind !== kind || at === undefined || entry.last - entry.first < 2) return null;
  const { analysis } = scene;
  const main = at.clauses.find(({ verb }) => verb.first >= entry.first && verb.last <= entry.last && verb.form === "finite");
  const asks = ASKING.has(tokenAt(analysis, entry.first).lower) || tokenAt(analysis, at.sentence.last - 1).text === "?";
  if (kind === "question" ? !asks && main !== undefined : main?.verb.past === true && main.opener === null && main.verb.modal === null)
    return null;
  const span = spanOf(analysis, entry);
  const what = analysis.text.slice(span.start, span.end);
  return found({
    rule: `en.${kind}.listed`,
    kind,
    sentence: index,
    ...span,
    anchor: span,
    certainty: kind === "question" ? "unknown" : null,
    negated: kind !== "question" && (main?.verb.negated ?? false),
    question: kind === "question" ? { asks: what, why: null, holder: null } : null,
    pledge: kind === "pledge" ? { by: null, to: null, what, due: null, condition: null } : null,
  });
}
