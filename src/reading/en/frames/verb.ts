/** "X said that …", "…, X said", "“…,” said X", "X promised to …", "X accused Y of …": a verb of saying with its subject. */
import { tokenAt } from "../../../language/token.ts";
import type { Clause } from "../clauses.ts";
import type { Nominal } from "../nominals.ts";
import { organisationWords, partyWords, strongVerbs } from "../lexicon.ts";
import { nominalAt } from "../nominals.ts";
import type { SceneSentence } from "../stage.ts";
import type { VoiceFrame } from "../frame.ts";
import type { Stage } from "../stage.ts";
import { accusation, passiveFrame } from "./accusation.ts";
import { asClause, contentAfter, contentBefore, demanded, judged, numberPut, ofReport, spokenOf } from "./spoken.ts";
import type { Verb } from "./report.ts";
import { frame, isExpletive, reportingVerb } from "./report.ts";
import { fullSource } from "./source.ts";

export function verbFrames(stage: Stage): readonly VoiceFrame[] {
  return stage.sentences.flatMap((at) => at.clauses.flatMap((clause) => frameOf(stage, at, clause) ?? []));
}

function frameOf(stage: Stage, at: SceneSentence, clause: Clause): VoiceFrame | null {
  const verb = reportingVerb(stage, clause);
  if (verb === null) return null;
  if (clause.verb.passive) return passiveFrame(stage, at, clause, verb);
  if (clause.verb.form === "infinitive" || isSecondHand(stage, at, clause)) return null;
  const office = inOffice(stage, at, clause);
  const source = office ?? sharedSource(stage, at, clause) ?? clause.subject ?? invertedSubject(stage, at, clause);
  if (source === null || isExpletive(stage, source)) return null;
  if (verb.stance === "accuses") return accusation(stage, at, clause, { ...source, ...fullSource(stage, at, clause, source) }, verb);
  // "who asked us to keep his name out": what a source asks of the reporter is no demand.
  const asks = clause.opener === "who" ? null : demanded(stage, at, clause);
  const content =
    asClause(stage, at, clause) ??
    numberPut(stage, at, clause) ??
    asks ??
    judged(stage, at, clause) ??
    spokenOf(stage, at, clause) ??
    ofReport(stage, at, clause, verb) ??
    contentAfter(stage, at, clause, verb, source) ??
    contentBefore(stage, at, clause, source);
  if (!verb.strong && COUNTING.has(tokenAt(stage.analysis, clause.verb.verb).lemma) && !COUNTS.has(content?.rule ?? "")) return null;
  // "The statement read: “…”"; who reads a report says nothing by it.
  if (tokenAt(stage.analysis, clause.verb.verb).lemma === "read" && content?.quoted !== true) return null;
  if (content === null || (!verb.strong && content.rule === "en.voice.before" && !closesSentence(at, clause))) return null;
  const said = frame(stage, at, clause, office ?? fullSource(stage, at, clause, source), verb, content);
  return isSilence(stage, clause, verb) ? { ...said, silent: true, rule: "en.voice.silence" } : said;
}

/** Verbs that report only a number: "put the toll at 40", "counted eleven". */
const COUNTING: ReadonlySet<string> = new Set([
  "put",
  "count",
  "set",
  "place",
  "give",
  "revise",
  "raise",
  "lower",
  "register",
  "tally",
  "log",
  "list",
]);

const COUNTS: ReadonlySet<string> = new Set(["en.voice.number", "en.voice.object", "en.voice.as"]);

/** "did not say", "does not specify": nothing is said. "Did not deny", "did not rule out", "did not confirm" say something. */
function isSilence(stage: Stage, clause: Clause, verb: Verb): boolean {
  if (!clause.verb.negated) return false;
  const lemma = tokenAt(stage.analysis, clause.verb.verb).lemma;
  return verb.stance !== "denies" && verb.stance !== "confirms" && !/^(?:rule|believe|think|exclude|expect)$/.test(lemma);
}

/** "X told parliament that Y would leave, and promised that …": a second verb of saying is the first one's speaker's. */
function sharedSource(stage: Stage, at: SceneSentence, clause: Clause): Nominal | null {
  if (!clause.shared) return null;
  const before = at.clauses.findLast(
    (other) =>
      other.verb.last <= clause.verb.first &&
      other.subject !== null &&
      !other.verb.passive &&
      strongVerbs.has(tokenAt(stage.analysis, other.verb.verb).lemma),
  );
  return before?.subject ?? null;
}

/** "In the mayor's office they reject the version": the body in which "they" speak. */
function inOffice({ analysis }: Stage, at: SceneSentence, clause: Clause): Nominal | null {
  if (clause.subject === null || tokenAt(analysis, clause.subject.head).lower !== "they") return null;
  const [link, noun] = at.phrases;
  if (link?.type !== "mark" || link.kind !== "preposition" || noun?.type !== "noun" || noun.last > clause.subject.first) return null;
  if (!/^(?:in|at)$/.test(tokenAt(analysis, link.first).lower) || clause.subject.first - noun.last > 6) return null;
  const nominal = nominalAt(analysis, at.phrases, 1, clause.index);
  const { lower } = tokenAt(analysis, noun.head);
  return organisationWords.has(lower) || partyWords.has(lower) ? nominal : null;
}

/** "said the minister": the subject right after its verb, at the end of the clause. */
function invertedSubject(stage: Stage, at: SceneSentence, clause: Clause): Nominal | null {
  const next = at.phrases[clause.index + 1];
  if (next?.type !== "noun" || clause.object === null || clause.verb.last - clause.verb.first > 1) return null;
  const before = at.phrases[clause.index - 1];
  const opensAfterBreak = before?.type === "mark" && (before.kind === "comma" || before.kind === "quote" || before.kind === "dash");
  return opensAfterBreak ? clause.object : null;
}

/** ", the organisation found.": a subject and its verb at the very end of the sentence. */
function closesSentence(at: SceneSentence, clause: Clause): boolean {
  return clause.last === clause.verb.last && clause.last >= at.sentence.last - 1;
}

/** "quoted … as saying", "citing …": second-hand reports are another file's. */
function isSecondHand(stage: Stage, at: SceneSentence, clause: Clause): boolean {
  const { lemma } = tokenAt(stage.analysis, clause.verb.verb);
  if (lemma === "quote" || lemma === "cite") return true;
  return (
    clause.verb.form === "gerund" && clause.verb.first > at.sentence.first && tokenAt(stage.analysis, clause.verb.first - 1).lower === "as"
  );
}
