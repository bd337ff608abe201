/**
 * What a voice says that no other finder took: every clause of a report is somebody's word and goes on record under the best kind for it.
 * What has no clause ("denied any part in it", “wrong number”) is told whole.
 */
import type { Span } from "../../../model/passage.ts";
import { contains } from "../../../model/passage.ts";
import { tokenAt } from "../../../language/token.ts";
import type { Found } from "../../found.ts";
import { found } from "../../found.ts";
import { isNone, saysNot } from "../negation.ts";
import { pledgeIn } from "./pledge.ts";
import { participant, present } from "../participants.ts";
import { rolesOf } from "../roles.ts";
import type { Scene } from "../scene.ts";
import type { VoiceFrame } from "../frame.ts";
import { demands, isJudging, kindOfUtterance } from "../statement-kind.ts";
import type { Utterance } from "../utterances.ts";
import { utterancesIn } from "../utterances.ts";
import { lemmaAt, spanOf } from "../words.ts";

const TALKERS: ReadonlySet<string> = new Set(["i", "what", "that", "which"]);

/** Runs after the other finders: it needs to know what they took. */
export function statements(scene: Scene, all: readonly Found[]): readonly Found[] {
  const findings = Map.groupBy(all, (finding) => finding.sentence);
  return scene.sentences.flatMap((_, index): Found[] => {
    if (scene.voicesIn(index).length === 0) return [];
    const taken = findings.get(index) ?? [];
    const utterances = utterancesIn(scene, index);
    const clauses = utterances
      .filter((utterance) => !isTaken(scene, utterance, taken) && !isTalk(scene, utterance))
      .map((utterance) => fromClause(scene, index, utterance));
    const told = [...taken, ...clauses];
    const whole = scene
      .voicesIn(index)
      .flatMap((frame) => (utterances.some((each) => each.frame === frame) ? [] : (fromWhole(scene, frame, told) ?? [])));
    return [...clauses, ...whole];
  });
}

/** "I am not proud of it", "you would have to ask her": how one talks, in an interview, not what is put on record. */
function isTalk({ analysis }: Scene, { frame, clause: { subject, verb } }: Utterance): boolean {
  if (subject === null) return frame.rule === "en.voice.turn";
  if (tokenAt(analysis, subject.head).lower === "you") return true;
  if (frame.rule !== "en.voice.turn" && frame.rule !== "en.voice.continued") return false;
  return TALKERS.has(tokenAt(analysis, subject.head).lower) && (isJudging(lemmaAt(analysis, verb.verb)) || verb.modal !== null);
}

/** A finding hangs on the verb of the clause, or covers it. */
function isTaken(scene: Scene, utterance: Utterance, taken: readonly Found[]): boolean {
  const { verb } = utterance.clause;
  const main = spanOf(scene.analysis, { first: verb.verb, last: verb.verb + 1 });
  return taken.some((finding) => {
    if (finding.kind === "relation") return false;
    if (finding.kind === "label") return contains(finding, utterance);
    if (share(finding, utterance) >= 0.5) return true;
    return finding.kind !== "figure" && (contains(finding.anchor, main) || (contains(finding, main) && share(finding, utterance) >= 0.3));
  });
}

function share(a: Span, b: Span): number {
  const both = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return both <= 0 ? 0 : both / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

function fromClause(scene: Scene, sentence: number, utterance: Utterance): Found {
  const { frame, clause, link } = utterance;
  const { kind, event } = kindOfUtterance(scene, utterance);
  const accused = link === "main" ? frame.accused : null;
  const span = { start: withAccused(scene, utterance), end: utterance.end };
  return found({
    rule: `${frame.rule}.${kind}`,
    kind,
    sentence,
    ...span,
    anchor: spanOf(scene.analysis, { first: clause.verb.verb, last: clause.verb.verb + 1 }),
    event,
    negated: isNegated(scene, utterance, kind, sentence),
    pledge: kind === "pledge" ? pledgeIn(scene, frame, span) : null,
    who: [
      ...present(participant(scene, accused === null ? null : { ...accused, head: accused.last - 1 }, "accused")),
      ...(kind === "event" && accused === null ? rolesOf(scene, clause) : []),
    ],
  });
}

/** The verb is negated, "there are no plans", "nobody came"; of a demand or a pledge, what it asks or promises not to do. Never lose a "not". */
function isNegated({ analysis, sentences }: Scene, { clause, start, end }: Utterance, kind: Found["kind"], sentence: number): boolean {
  const { verb } = clause;
  if (saysNot(analysis, verb, end)) return true;
  if (verb.form !== "finite") {
    // "Shelling is not a cause of death" hangs on its first verb; what it says is said by the only finite one.
    const finite = (sentences[sentence]?.clauses ?? []).filter(({ verb: other }) => {
      const main = tokenAt(analysis, other.verb);
      return other.form === "finite" && main.start >= start && main.end <= end;
    });
    const [only, ...others] = finite;
    if (only !== undefined && others.length === 0) return saysNot(analysis, only.verb, end);
  }
  if (kind !== "demand" && kind !== "pledge") return false;
  for (let at = verb.first - 1; at >= 0 && tokenAt(analysis, at).start >= start; at -= 1) {
    const { lower } = tokenAt(analysis, at);
    if (lower === "not" || lower === "never") return true;
  }
  return false;
}

/** "accused [officers of beating detainees]": who is accused stands inside when he stands right before. */
function withAccused(scene: Scene, { frame, start, link }: Utterance): number {
  if (frame.accused === null || link !== "main" || frame.rule !== "en.voice.accuse" || start !== frame.content.start) return start;
  return Math.min(start, tokenAt(scene.analysis, frame.accused.first).start);
}

/** "no pressure of any kind": what is said begins with a "no". */
function isNoneAt(analysis: Scene["analysis"], { start }: Span): boolean {
  const first = analysis.tokens.findIndex((token) => token.start >= start);
  return first !== -1 && isNone(analysis, first);
}

/** What a report without a clause says: a thing denied, demanded or predicted, or words that are only quoted. */
function fromWhole(scene: Scene, frame: VoiceFrame, taken: readonly Found[]): Found | null {
  const { analysis } = scene;
  const { content } = frame;
  const text = analysis.text.slice(content.start, content.end);
  if (frame.silent === true || !/\p{L}/u.test(text) || !/\s/u.test(text.trim())) return null;
  if (scene.voicesIn(frame.sentence).some((other) => other !== frame && contains(content, other.content))) return null;
  if (taken.some((finding) => finding.kind !== "relation" && (contains(content, finding.anchor) || contains(finding, content))))
    return null;
  const kind = demands(scene, frame)
    ? "demand"
    : frame.stance === "predicts"
      ? "prediction"
      : frame.rule === "en.voice.blame"
        ? "explanation"
        : frame.accused !== null || frame.rule === "en.voice.judged"
          ? "assessment"
          : frame.stance === "denies"
            ? "event"
            : frame.quoted
              ? "speech"
              : null;
  if (kind === null) return null;
  const start = frame.rule === "en.voice.accuse" && frame.accused !== null ? tokenAt(analysis, frame.accused.first).start : content.start;
  return found({
    rule: `${frame.rule}.${kind}`,
    kind,
    sentence: frame.sentence,
    start: Math.min(start, content.start),
    end: content.end,
    anchor: content,
    negated: isNoneAt(analysis, content),
    event: kind === "event" ? "other" : null,
    who: present(participant(scene, frame.accused === null ? null : { ...frame.accused, head: frame.accused.last - 1 }, "accused")),
  });
}
