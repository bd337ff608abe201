/** Accusations and reports in the passive: who is accused, by whom, of what. */
import { tokenAt } from "../../../language/token.ts";
import type { Clause } from "../clauses.ts";
import type { Nominal } from "../nominals.ts";
import type { VoiceFrame } from "../frame.ts";
import type { SceneSentence, Stage } from "../stage.ts";
import { contentEnd, isQuoteMark, spanTo } from "./content.ts";
import type { Content, Verb } from "./report.ts";
import { frame, isExpletive } from "./report.ts";

/** "X accused Y of Z", "X blamed Y for Z". */
export function accusation(stage: Stage, at: SceneSentence, clause: Clause, source: Nominal, verb: Verb): VoiceFrame | null {
  const on = clause.complements.find(({ preposition }) => preposition === "on")?.noun ?? null;
  if (on !== null && clause.object !== null && tokenAt(stage.analysis, clause.verb.verb).lemma === "blame") {
    // "blamed the fire on the miners": what is explained stands first, who is accused after "on".
    const content: Content = {
      ...spanTo(stage.analysis, clause.object.first, contentEnd(stage, at, clause.object.first)),
      quoted: false,
      rule: "en.voice.blame",
    };
    return { ...frame(stage, at, clause, source, verb, content), accused: on };
  }
  const start = afterOf(stage, at, clause);
  if (start === null) return blamed(stage, at, clause, source, verb);
  // Who is accused is part of what is said when he stands right before it: "accused [officers of beating detainees]".
  const beside =
    clause.object !== null && clause.object.first >= clause.verb.last && clause.object.first < start ? clause.object.first : start;
  const content: Content = { ...spanTo(stage.analysis, beside, contentEnd(stage, at, start)), quoted: false, rule: "en.voice.accuse" };
  return { ...frame(stage, at, clause, source, verb, content), accused: clause.object };
}

/** "Shopkeepers blamed the price of bread": whom or what alone. */
function blamed(stage: Stage, at: SceneSentence, clause: Clause, source: Nominal, verb: Verb): VoiceFrame | null {
  const { object } = clause;
  if (object === null || object.first < clause.verb.last || !/^(?:blame|implicate)$/.test(tokenAt(stage.analysis, clause.verb.verb).lemma))
    return null;
  const content: Content = {
    ...spanTo(stage.analysis, object.first, contentEnd(stage, at, object.first)),
    quoted: false,
    rule: "en.voice.blame",
  };
  return { ...frame(stage, at, clause, source, verb, content), accused: object };
}

function afterOf(stage: Stage, at: SceneSentence, clause: Clause): number | null {
  for (let i = clause.verb.last; i < at.sentence.last; i += 1) {
    const word = tokenAt(stage.analysis, i).lower;
    if (word !== "of" && word !== "for" && word !== "with" && word !== "in") continue;
    if (word !== "for" && tokenAt(stage.analysis, clause.verb.verb).lemma === "blame") continue;
    if (
      clause.object !== null &&
      i < clause.object.last - 1 &&
      word === "of" &&
      i + 1 < at.sentence.last &&
      tokenAt(stage.analysis, i + 1).lower === "the" &&
      clause.object.last > i + 2
    )
      continue;
    let first = i + 1;
    while (first < at.sentence.last && isQuoteMark(tokenAt(stage.analysis, first).text)) first += 1;
    return first < at.sentence.last ? first : null;
  }
  return null;
}

/** "The figure was disowned by the ministry", "the arrest was confirmed by police": the subject is what is said. */
function passiveReport(stage: Stage, at: SceneSentence, clause: Clause, verb: Verb): VoiceFrame | null {
  const by = clause.complements.find((complement) => complement.preposition === "by")?.noun ?? null;
  if (by === null || clause.subject === null || isExpletive(stage, clause.subject, true)) return null;
  if (
    !verb.strong ||
    /^(?:quote|cite|tell|inform|assure|promise|advise|answer|explain|warn|notify|remind|ask|urge|call|brief|condemn|praise)$/.test(
      tokenAt(stage.analysis, clause.verb.verb).lemma,
    )
  )
    return null;
  const content: Content = {
    start: tokenAt(stage.analysis, clause.subject.first).start,
    end: tokenAt(stage.analysis, clause.subject.last - 1).end,
    quoted: false,
    rule: "en.voice.by",
  };
  return frame(stage, at, clause, by, verb, content);
}

/** "X was accused by Y of Z". Where nobody is said to accuse, it is the text that tells of the accusation. */
export function passiveFrame(stage: Stage, at: SceneSentence, clause: Clause, verb: Verb): VoiceFrame | null {
  if (verb.stance !== "accuses" && verb.stance !== "suspects") return passiveReport(stage, at, clause, verb);
  if (clause.subject === null || isExpletive(stage, clause.subject, true)) return null;
  const by = clause.complements.find((complement) => complement.preposition === "by")?.noun ?? null;
  if (by === null) return null;
  const start = afterOf(stage, at, clause);
  if (start === null) return null;
  const content: Content = { ...spanTo(stage.analysis, start, contentEnd(stage, at, start)), quoted: false, rule: "en.voice.accused" };
  return { ...frame(stage, at, clause, by, verb, content), accused: clause.subject };
}
