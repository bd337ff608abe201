/** What a voice says that no other finder took: predictions, demands, quotations and assessments, one for each report. */
import { contains } from "../../../model/passage.ts";
import type { Kind } from "../../../model/words.ts";
import { tokenAt } from "../../../language/token.ts";
import type { Found } from "../../found.ts";
import { found } from "../../found.ts";
import { participant, present } from "../participants.ts";
import type { Scene } from "../scene.ts";
import type { VoiceFrame } from "../frame.ts";
import { lemmaAt } from "../words.ts";

const DEMANDS = /^(?:demand|urge|call|ask|insist|appeal|request)$/;

/** Runs after the other finders: it needs to know what they took. */
export function statements(scene: Scene, all: readonly Found[]): readonly Found[] {
  const findings = Map.groupBy(all, (finding) => finding.sentence);
  return scene.voices.flatMap((frame): Found[] => {
    const taken = findings.get(frame.sentence) ?? [];
    const kind = kindOf(scene, frame);
    const inside = taken.filter(
      (finding) => contains(frame.content, finding.anchor) && finding.kind !== "label" && finding.kind !== "relation",
    );
    // A report that only holds another report is told by the inner one.
    if (
      scene
        .voicesIn(frame.sentence)
        .some(
          (other) =>
            other !== frame &&
            other.content.start >= frame.content.start &&
            other.cue.start >= frame.content.start &&
            other.content.end <= frame.content.end &&
            other.content.end - other.content.start > (frame.content.end - frame.content.start) * 0.6,
        )
    )
      return [];
    if (inside.length > 0 && kind !== "prediction" && kind !== "demand" && !frame.quoted) return [];
    if (
      kind !== "prediction" &&
      kind !== "demand" &&
      inside.some((finding) => finding.end - finding.start >= (frame.content.end - frame.content.start) * 0.6)
    )
      return [];
    if (frame.stance === "promises") return [];
    if (taken.some((finding) => finding.kind === "label" && contains(finding, frame.content))) return [];
    if (!/\s/.test(scene.analysis.text.slice(frame.content.start, frame.content.end).trim())) return [];
    if (!/\p{L}/u.test(scene.analysis.text.slice(frame.content.start, frame.content.end))) return [];
    return [
      found({
        rule: `${frame.rule}.${kind}`,
        kind,
        sentence: frame.sentence,
        ...frame.content,
        anchor: frame.content,
        negated: mainNegated(scene, frame),
        who: present(participant(scene, frame.accused === null ? null : { ...frame.accused, head: frame.accused.last - 1 }, "accused")),
      }),
    ];
  });
}

function kindOf(scene: Scene, frame: VoiceFrame): Kind {
  const verb = frame.verb === null ? "" : lemmaAt(scene.analysis, frame.verb);
  if (frame.stance === "predicts") return "prediction";
  if (DEMANDS.test(verb)) return "demand";
  if (frame.rule === "en.voice.blame" || (verb === "blame" && frame.accused !== null)) return "explanation";
  if (verb === "rule" && frame.negated && isOpen(scene, frame)) return "prediction";
  return frame.quoted ? "speech" : "assessment";
}

/** The first finite verb of what is said is negated: never lose a "not". */
function mainNegated(scene: Scene, frame: VoiceFrame): boolean {
  const at = scene.sentences[frame.sentence];
  const main = at?.clauses.find(
    (clause) =>
      tokenAt(scene.analysis, clause.verb.verb).start >= frame.content.start &&
      tokenAt(scene.analysis, clause.verb.verb).end <= frame.content.end,
  );
  return main?.verb.negated ?? false;
}

/** "may be", "will be": what is said lies ahead. */
function isOpen(scene: Scene, frame: VoiceFrame): boolean {
  const at = scene.sentences[frame.sentence];
  return (
    at?.clauses.some(
      (clause) =>
        clause.verb.modal !== null &&
        tokenAt(scene.analysis, clause.verb.verb).start >= frame.content.start &&
        tokenAt(scene.analysis, clause.verb.verb).end <= frame.content.end,
    ) ?? false
  );
}
