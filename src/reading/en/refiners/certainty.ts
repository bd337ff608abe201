/** How sure the innermost voice was: stance first, then the words of doubt around what is said. */
import { tokenAt } from "../../../language/token.ts";
import type { Certainty } from "../../../model/words.ts";
import type { Refiner } from "../finder.ts";
import type { Found } from "../../found.ts";
import { certaintyWords } from "../lexicon.ts";
import type { Scene } from "../scene.ts";
import type { Clause } from "../clauses.ts";
import type { SceneSentence } from "../stage.ts";
import { isUnconfirmed } from "../speakers.ts";
import type { VoiceFrame } from "../frame.ts";
import { framesAround } from "../frame.ts";
import { lemmaAt } from "../words.ts";

export const certainties: Refiner = {
  name: "certainty",
  refine(findings, scene) {
    return findings.map((finding) =>
      finding.certainty !== null && finding.kind !== "label" ? finding : { ...finding, certainty: certaintyOf(scene, finding) },
    );
  },
};

function certaintyOf(scene: Scene, finding: Found): Certainty {
  const frames = framesAround(scene.voices, finding.anchor);
  const innermost = frames.at(-1) ?? null;
  const at = scene.sentences[finding.sentence];
  if (innermost !== null) {
    const byVoice = fromVerdict(scene, at, innermost) ?? fromVoice(scene, innermost);
    if (byVoice !== null) return byVoice;
  }
  if (finding.kind === "pledge" || finding.kind === "prediction")
    return finding.kind === "pledge" ? "planned" : (fromWords(scene, at, finding) ?? "stated");
  return fromWords(scene, at, finding) ?? "stated";
}

/** "Reports that the post fell are untrue", "… could not be verified": what the sentence says of the report. */
function fromVerdict(scene: Scene, at: SceneSentence | undefined, { rule, content }: VoiceFrame): Certainty | null {
  if (at === undefined || rule !== "en.voice.report-noun" || content.end >= at.sentence.end - 2) return null;
  const rest = ` ${scene.analysis.text.slice(content.end, at.sentence.end).toLowerCase()}`;
  const says = (list: ReadonlySet<string>): boolean => [...list].some((words) => rest.includes(` ${words}`));
  if (says(certaintyWords.unproven)) return "unconfirmed";
  return says(certaintyWords.rejected) ? "denied" : null;
}

/** What police and courts do "on suspicion" is done; only the offence is suspected. */
const LEGAL_ACTS: ReadonlySet<string> = new Set([
  "arrest",
  "remand",
  "charge",
  "investigation",
  "interrogation",
  "search",
  "trial",
  "administrative-arrest",
  "summons",
  "release",
]);
const LEGAL_UNITS: ReadonlySet<string> = new Set([
  "suspected",
  "detained",
  "remanded",
  "charged",
  "in-custody",
  "wanted",
  "summoned",
  "released",
]);

function isLegal({ event, figure }: Found): boolean {
  return figure === null ? event !== null && LEGAL_ACTS.has(event) : LEGAL_UNITS.has(figure.unit);
}

function fromVoice(scene: Scene, frame: VoiceFrame): Certainty | null {
  const verb = frame.verb === null ? "" : lemmaAt(scene.analysis, frame.verb);
  if (frame.stance === "denies") return frame.negated ? "hedged" : "denied";
  if (frame.stance === "confirms" && frame.negated) return "unconfirmed";
  if (frame.negated && /^(?:believe|think|expect)$/.test(verb)) return "denied";
  if (frame.stance === "accuses" || frame.stance === "suspects") return "alleged";
  if (frame.source !== null && isUnconfirmed(scene, frame.source)) return "unconfirmed";
  if (verb === "rule" && frame.negated) return "hedged";
  if (frame.rule === "en.voice.is-said-to" && (verb === "suppose" || verb === "allege")) return "alleged";
  if (DOUBTING.has(verb)) return "hedged";
  if (frame.source === null && /^(?:say|report|rumour|rumor)$/.test(verb) && frame.rule === "en.voice.is-said-to") return "hedged";
  return null;
}

/** Verbs that put forward what is only thought. */
const DOUBTING: ReadonlySet<string> = new Set(certaintyWords.doubting);
const ADVERBS = byFirstWord(certaintyWords.adverbs);
const UNCONFIRMED = byFirstWord(certaintyWords.unconfirmed);
const AHEAD = byFirstWord(certaintyWords.ahead);
const OPEN_ENDED: readonly string[] = [...certaintyWords["open-ended"]];

/** Phrases by their first word, each as its words. */
type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

function byFirstWord(phrases: ReadonlySet<string>): Phrases {
  return Map.groupBy(
    [...phrases].map((phrase) => phrase.split(" ")),
    ([first = ""]) => first,
  );
}

/** One of the phrases stands among the words. A word is looked up once; hardly any begins a phrase. */
function has(words: readonly string[], phrases: Phrases): boolean {
  for (let at = 0; at < words.length; at += 1) {
    const beginning = phrases.get(words[at] as string);
    if (beginning?.some((phrase) => phrase.every((word, offset) => words[at + offset] === word)) === true) return true;
  }
  return false;
}

/** The day it is given begins after the day of publication, and no past tells of it. */
function isAhead(scene: Scene, finding: Found, clause: Clause | undefined): boolean {
  const { published } = scene.context;
  const from = finding.when?.replace(/^\.\./, "").slice(0, 10) ?? "";
  if (
    published === null ||
    !/^\d{4}-\d{2}-\d{2}$/.test(from) ||
    !/^\d{4}-\d{2}-\d{2}/.test(published) ||
    finding.when?.startsWith("..") === true
  )
    return false;
  return from > published.slice(0, 10) && clause?.verb.past !== true;
}

/** Words of doubt in the clause of the finding: adverbs and modals, never those of another clause. */
function fromWords(scene: Scene, at: SceneSentence | undefined, finding: Found): Certainty | null {
  if (at === undefined) return null;
  const { analysis } = scene;
  const clause = at.clauses.find((candidate) => {
    const verb = tokenAt(analysis, candidate.verb.verb);
    return verb.start >= finding.start && verb.end <= finding.end;
  });
  const around: string[] = [];
  for (let token = at.sentence.first; token < at.sentence.last; token += 1) {
    const each = tokenAt(analysis, token);
    const near = each.start >= finding.start - 24 && each.end <= finding.end + 12;
    if (near || (clause !== undefined && token >= clause.first && token < clause.last)) around.push(each.lower);
  }
  const text = ` ${around.join(" ")} `;
  if (/ (?:allegedly|alleged|purportedly|presumed|supposed to have) /.test(text)) return "alleged";
  if (/ (?:on suspicion of|suspected) /.test(text) && !isLegal(finding)) return "alleged";
  if (has(around, UNCONFIRMED) || unproven(scene, at, finding)) return "unconfirmed";
  const own = analysis.text.slice(finding.start, finding.end).toLowerCase();
  if (has(around, ADVERBS) || OPEN_ENDED.some((words) => own.includes(words))) return "hedged";
  const modal = clause?.verb.modal ?? null;
  if (modal === "may" || modal === "might" || (modal === "could" && !isAble(scene, clause))) return "hedged";
  if (clause !== undefined && modal === "would" && isPerfect(scene, clause)) return "unconfirmed";
  if (finding.kind !== "event" && finding.kind !== "figure" && finding.kind !== "condition") return null;
  if (clause?.verb.passive === true && !clause.verb.past && /^(?:plan|schedule)$/.test(lemmaAt(analysis, clause.verb.verb)))
    return "planned";
  if (has(around, AHEAD) && (clause === undefined || !clause.verb.past || clause.verb.passive || clause.verb.form === "infinitive"))
    return "planned";
  if (isAhead(scene, finding, clause)) return "planned";
  if (modal === "will" || modal === "'ll" || modal === "shall" || modal === "would") return "planned";
  if (
    / (?:plans?|planned|intends?|intended|is due|are due|is scheduled|are scheduled|is set|are set|is expected|are expected|is going) to /.test(
      text,
    ) &&
    clause?.verb.form === "infinitive"
  )
    return "planned";
  return null;
}

/** "Could not swim", "could hear screams": what somebody was able to do. */
function isAble({ analysis }: Scene, clause: Clause | undefined): boolean {
  return (
    clause !== undefined &&
    (clause.verb.negated || /^(?:see|hear|feel|smell|swim|speak|walk|count)$/.test(lemmaAt(analysis, clause.verb.verb)))
  );
}

/** "would have shot": in the copy of a Romance language what is only reported. */
function isPerfect({ analysis }: Scene, { verb, opener }: Clause): boolean {
  if (opener !== null && opener !== "that") return false;
  for (let at = verb.first; at < verb.verb; at += 1) if (tokenAt(analysis, at).lower === "have") return true;
  return false;
}

/** "There is no evidence that soldiers fired": neither said nor denied. */
function unproven(scene: Scene, at: SceneSentence, finding: Found): boolean {
  return /\bno (?:evidence|proof|sign|signs|indication|indications|confirmation) (?:yet |so far )?(?:that|of) $/i.test(
    scene.analysis.text.slice(Math.max(at.sentence.start, finding.start - 40), finding.start),
  );
}
