/** Open questions: what the text says is not known, and who might know it. */
import { tokenAt } from "../../../language/token.ts";
import type { Span } from "../../../model/passage.ts";
import type { Finder } from "../finder.ts";
import type { Found } from "../../found.ts";
import { found } from "../../found.ts";
import type { Clause } from "../clauses.ts";
import type { Scene } from "../scene.ts";
import type { SceneSentence } from "../stage.ts";
import { lemmaAt, spanOf, textOf, withoutArticle } from "../words.ts";
import type { VoiceFrame } from "../frame.ts";
import { speakerOf } from "../speakers.ts";
import type { Stretch } from "../words.ts";
import { contentEnd } from "../frames/content.ts";

const ASKING = /^(?:who|whom|whose|what|which|when|where|why|how|whether|if)$/;
const SILENT =
  /^(?:say|specify|disclose|explain|reveal|clarify|tell|know|give|provide|comment|confirm|state|indicate|establish|determine|identify)$/;

export const questions: Finder = {
  name: "question",
  find(scene) {
    return scene.sentences.flatMap((at, index) => at.clauses.flatMap((clause) => asked(scene, at, index, clause) ?? []));
  },
};

function asked(scene: Scene, at: SceneSentence, index: number, clause: Clause): Found | null {
  return (
    unknown(scene, at, index, clause) ??
    unclaimed(scene, at, index, clause) ??
    silent(scene, at, index, clause) ??
    predicate(scene, at, index, clause)
  );
}

/** "It is not known who …", "it's unclear how many …", "it remains to be seen whether …". */
function unknown(scene: Scene, at: SceneSentence, index: number, clause: Clause): Found | null {
  const { analysis } = scene;
  const subject = clause.subject === null ? "" : tokenAt(analysis, clause.subject.head).lower;
  if (subject !== "it" && subject !== "there" && subject !== "nobody" && subject !== "none") return null;
  const asks = askingAfter(scene, at, clause);
  if (asks === null) return null;
  const cue = textOf(analysis, { first: clause.verb.first, last: Math.max(asks, clause.verb.first + 1) }).toLowerCase();
  const says =
    (clause.verb.negated &&
      /\b(?:known|clear|certain|established|confirmed|specified|reported|information|understood|determined)\b/.test(cue)) ||
    /\b(?:unclear|unknown|uncertain|no (?:information|word|data|clarity|indication)|remains to be)\b/.test(cue) ||
    (subject === "nobody" && /\bknow/.test(cue));
  if (!says) return null;
  return build(scene, at, index, clause, asks, "unknown", null);
}

/** "No one has claimed responsibility for the attack": who did it is open. */
function unclaimed(scene: Scene, at: SceneSentence, index: number, clause: Clause): Found | null {
  const { analysis } = scene;
  if (
    clause.object === null ||
    lemmaAt(analysis, clause.verb.verb) !== "claim" ||
    lemmaAt(analysis, clause.object.head) !== "responsibility"
  )
    return null;
  const opener = clause.subject === null ? "" : tokenAt(analysis, clause.subject.first).lower;
  if (!clause.verb.negated && !/^(?:no|nobody|no-one|none)$/.test(opener)) return null;
  const asks = { first: clause.object.first, last: clause.last };
  const start = tokenAt(analysis, clause.first).start;
  return found({
    rule: "en.question.unclaimed",
    kind: "question",
    sentence: index,
    start,
    end: spanOf(analysis, asks).end,
    anchor: spanOf(analysis, clause.verb),
    certainty: "unknown",
    question: { asks: textOf(analysis, asks), why: null, holder: null },
  });
}

/** "The ministry did not say how many …": silence with a holder. Inside "because …" it is the reason of another question. */
function silent(scene: Scene, at: SceneSentence, index: number, clause: Clause): Found | null {
  const { analysis } = scene;
  if (!clause.verb.negated && !/^(?:decline|refuse|fail)$/.test(lemmaAt(analysis, clause.verb.verb))) return null;
  if (clause.opener === "because" || clause.opener === "since" || clause.opener === "as" || clause.subject === null) return null;
  const verb = lemmaAt(analysis, clause.verb.verb);
  const next = at.phrases[clause.index + 1];
  const governed = next?.type === "verb" && next.form === "infinitive" ? lemmaAt(analysis, next.verb) : null;
  if (!(clause.verb.negated ? SILENT.test(verb) : governed !== null && SILENT.test(governed))) return null;
  const asks = askingAfter(scene, at, clause) ?? frontedAsking(scene, at, clause);
  if (asks === null) return null;
  return build(
    scene,
    at,
    index,
    clause,
    asks,
    "silence",
    holderOf(scene, at, index, clause, subjectOf(at, clause, asks) ?? clause.subject),
  );
}

/** When the question stands first, the noun right before the verb keeps silent. */
function subjectOf(at: SceneSentence, clause: Clause, asks: number): Stretch | null {
  const before = at.phrases[clause.index - 1];
  return asks === at.sentence.first && before?.type === "noun" ? before : null;
}

/** Who keeps silent; a pronoun stands for the voice or person before it. */
function holderOf(scene: Scene, at: SceneSentence, index: number, clause: Clause, subject: Stretch): string | null {
  const cue = spanOf(scene.analysis, clause.verb);
  const frame: VoiceFrame = {
    source: subject,
    cue,
    cueText: textOf(scene.analysis, clause.verb),
    stance: "says",
    content: at.sentence,
    sentence: index,
    quoted: false,
    verb: clause.verb.verb,
    negated: true,
    accused: null,
    rule: "en.voice.silence",
  };
  return speakerOf(scene, frame).name;
}

/** "His whereabouts are unknown", "the cause remains unclear". */
function predicate(scene: Scene, at: SceneSentence, index: number, clause: Clause): Found | null {
  const { analysis } = scene;
  if (
    clause.subject === null ||
    !/^(?:be|unknown|remain|stay|know|establish|determine|clarify|identify|explain)$/.test(lemmaAt(analysis, clause.verb.verb))
  )
    return null;
  const end = Math.min(clause.verb.last + 4, at.sentence.last);
  const after = clause.verb.last < end ? textOf(analysis, { first: clause.verb.last, last: end }).toLowerCase() : "";
  const own = textOf(analysis, { first: clause.verb.first, last: clause.verb.last }).toLowerCase();
  if (
    !/(?:not|n't|never) (?:yet |immediately |been )*(?:known|clear|established|determined|clarified|identified|explained)$|\bunknown$/.test(
      own,
    ) &&
    !/^(?:(?:still|as yet|so far|also|currently) )?(?:unknown|unclear|not known|not clear|undetermined|unexplained|in dispute)\b/.test(
      after,
    )
  )
    return null;
  const head = tokenAt(analysis, clause.subject.head).lower;
  const opener = tokenAt(analysis, at.sentence.first).lower;
  if (ASKING.test(opener) && clause.verb.first > at.sentence.first) {
    return found({
      rule: "en.question.whether",
      kind: "question",
      sentence: index,
      start: at.sentence.start,
      end: contentEnd(scene, at, clause.verb.first),
      anchor: spanOf(analysis, clause.verb),
      certainty: "unknown",
      question: { asks: textOf(analysis, { first: at.sentence.first, last: clause.verb.first }), why: null, holder: null },
    });
  }
  if (head === "it" || head === "there" || askingAfter(scene, at, clause) !== null) return null;
  const anchor = spanOf(analysis, clause.verb);
  return found({
    rule: "en.question.predicate",
    kind: "question",
    sentence: index,
    start: spanOf(analysis, clause.subject).start,
    end: contentEnd(scene, at, clause.verb.first),
    anchor,
    certainty: "unknown",
    question: {
      asks: textOf(analysis, { first: clause.subject.first, last: clause.verb.first }),
      why: null,
      holder: null,
    },
  });
}

/** Token at which the question itself begins after a verb; null when nothing is asked. */
function askingAfter(scene: Scene, at: SceneSentence, clause: Clause): number | null {
  for (let token = clause.verb.last; token < at.sentence.last && token <= clause.verb.last + 9; token += 1) {
    const each = tokenAt(scene.analysis, token);
    if (ASKING.test(each.lower)) return token + 1 < at.sentence.last ? token : null;
    if (each.text === "," || each.text === ";" || each.lower === "that") return null;
  }
  return null;
}

function build(scene: Scene, at: SceneSentence, index: number, clause: Clause, asks: number, rule: string, holder: string | null): Found {
  const { analysis } = scene;
  const fronted = asks < clause.verb.first;
  const end = contentEnd(scene, at, fronted ? clause.verb.first : asks);
  const askedEnd = fronted ? tokenAt(analysis, (subjectOf(at, clause, asks)?.first ?? clause.verb.first) - 1).end : end;
  const start = tokenAt(analysis, fronted ? asks : Math.max(clause.first, at.sentence.first)).start;
  return found({
    rule: `en.question.${rule}`,
    kind: "question",
    sentence: index,
    start,
    end,
    anchor: spanOf(analysis, clause.verb),
    also: reasonSpan(scene, at, clause),
    certainty: "unknown",
    question: {
      asks: analysis.text.slice(tokenAt(analysis, asks).start, askedEnd),
      why: reason(scene, at, clause),
      holder: holder ?? holderIn(scene, at, clause),
    },
  });
}

/** "How many were killed the office has not said": what is asked stands first. */
function frontedAsking(scene: Scene, at: SceneSentence, clause: Clause): number | null {
  const opener = tokenAt(scene.analysis, at.sentence.first).lower;
  // "If soldiers beat the men, nobody will know": a condition, not what is asked.
  const fronted = ASKING.test(opener) && opener !== "if";
  const subject = at.phrases[clause.index - 1];
  return fronted &&
    !clause.verb.passive &&
    subject?.type === "noun" &&
    subject.first > at.sentence.first + 1 &&
    clause.last >= at.sentence.last - 2
    ? at.sentence.first
    : null;
}

/** "because …" before or after: the text's own reason for not knowing. */
function reasonClause(scene: Scene, at: SceneSentence, clause: Clause): Clause | null {
  return (
    at.clauses.find(
      (other) => other !== clause && (other.opener === "because" || other.opener === "since") && other.last <= clause.first + 2,
    ) ?? null
  );
}

function reasonSpan(scene: Scene, at: SceneSentence, clause: Clause): readonly Span[] {
  const because = reasonClause(scene, at, clause);
  if (because === null) return [];
  let last = clause.first;
  while (last > because.first + 1 && tokenAt(scene.analysis, last - 1).text === ",") last -= 1;
  return [spanOf(scene.analysis, { first: because.first, last })];
}

function reason(scene: Scene, at: SceneSentence, clause: Clause): string | null {
  const span = reasonSpan(scene, at, clause)[0];
  return span === undefined ? null : scene.analysis.text.slice(span.start, span.end);
}

/** Who keeps silent in the reason: "because the office does not specify …". */
function holderIn(scene: Scene, at: SceneSentence, clause: Clause): string | null {
  const because = reasonClause(scene, at, clause);
  if (because?.subject == null || !because.verb.negated) return null;
  return textOf(scene.analysis, withoutArticle(scene.analysis, because.subject));
}
