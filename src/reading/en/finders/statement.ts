/** What a voice says that no other finder took: predictions, demands, quotations and assessments, one for each report. */
import { contains } from "../../../model/passage.ts";
import type { Kind } from "../../../model/words.ts";
import { tokenAt } from "../../../language/token.ts";
import type { Found } from "../../found.ts";
import { found } from "../../found.ts";
import { participant, present } from "../participants.ts";
import type { Scene } from "../scene.ts";
import type { VoiceFrame } from "../frame.ts";
import type { Clause } from "../clauses.ts";
import { lemmaAt } from "../words.ts";

const DEMANDS = /^(?:demand|urge|call|ask|insist|appeal|request)$/;

/** Runs after the other finders: it needs to know what they took. */
export function statements(scene: Scene, all: readonly Found[]): readonly Found[] {
  const findings = Map.groupBy(all, (finding) => finding.sentence);
  return scene.voices.flatMap((frame): Found[] => {
    const taken = findings.get(frame.sentence) ?? [];
    const kind = kindOf(scene, frame);
    if (kind === null) return [];
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
        event: kind === "event" ? "other" : null,
        negated: mainNegated(scene, frame),
        who: present(participant(scene, frame.accused === null ? null : { ...frame.accused, head: frame.accused.last - 1 }, "accused")),
      }),
    ];
  });
}

/** The kind of what a report says; null when it says nothing that could be so or not be so ("told them twice"). */
function kindOf(scene: Scene, frame: VoiceFrame): Kind | null {
  const verb = frame.verb === null ? "" : lemmaAt(scene.analysis, frame.verb);
  if (frame.stance === "predicts") return "prediction";
  if (DEMANDS.test(verb)) return "demand";
  if (frame.rule === "en.voice.blame" || (verb === "blame" && frame.accused !== null)) return "explanation";
  if (verb === "rule" && frame.negated && isOpen(scene, frame)) return "prediction";
  if (frame.quoted) return "speech";
  const main = mainClause(scene, frame);
  if (main === null)
    return frame.accused !== null || frame.rule === "en.voice.by" ? "assessment" : frame.rule === "en.voice.ing" ? "event" : null;
  return judges(scene, main) ? "assessment" : "event";
}

/** Verbs that tell what something is or is like. What happened is told by the others. */
const JUDGING =
  /^(?:be|seem|appear|look|remain|have|should|deserve|mean|need|matter|depend|amount|suffice|hold|lie|know|want|think|believe)$/;

/** "was routine", "should be considered", "has full confidence": a judgement. "had been stolen", "came from the crowd": something that happened. */
function judges(scene: Scene, { verb }: Clause): boolean {
  if (
    verb.modal === "should" ||
    verb.modal === "must" ||
    verb.modal === "may" ||
    verb.modal === "might" ||
    verb.modal === "could" ||
    verb.modal === "can"
  )
    return true;
  return !verb.passive && JUDGING.test(lemmaAt(scene.analysis, verb.verb));
}

function mainClause(scene: Scene, frame: VoiceFrame): Clause | null {
  const at = scene.sentences[frame.sentence];
  const inside = (clause: Clause): boolean =>
    tokenAt(scene.analysis, clause.verb.verb).start >= frame.content.start &&
    tokenAt(scene.analysis, clause.verb.verb).end <= frame.content.end;
  const clauses = at?.clauses.filter((clause) => clause.verb.form === "finite" && inside(clause)) ?? [];
  // "If nothing comes, people will die": the condition is not what is said.
  return clauses.find((clause) => clause.opener === null || clause.opener === "that") ?? clauses[0] ?? null;
}

/** The first finite verb of what is said is negated: never lose a "not". */
function mainNegated(scene: Scene, frame: VoiceFrame): boolean {
  return mainClause(scene, frame)?.verb.negated ?? false;
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
