/** Labels: what a voice calls somebody or something ("which the state described as “…”"). The word stays the voice's. */
import { tokenAt } from "../../../language/token.ts";
import labels from "../../lexicons/en/labels.json" with { type: "json" };
import type { Voice } from "../../../model/claim.ts";
import type { Finder } from "../finder.ts";
import type { Found } from "../../found.ts";
import { found } from "../../found.ts";
import type { Clause } from "../clauses.ts";
import type { Scene } from "../scene.ts";
import type { SceneSentence } from "../stage.ts";
import { speakerOf } from "../speakers.ts";
import { voiceFrame } from "../frame.ts";
import { lemmaAt, spanOf, textOf, withoutArticle } from "../words.ts";
import type { Stretch } from "../words.ts";
import { isOpeningQuote, closingQuote } from "../frames/content.ts";

const LABELS: ReadonlySet<string> = new Set(labels.nouns);
const VERBS: ReadonlySet<string> = new Set(labels.verbs);

export const labelled: Finder = {
  name: "label",
  find(scene) {
    return scene.sentences.flatMap((at, index) => at.clauses.flatMap((clause) => labelOf(scene, at, index, clause) ?? []));
  },
};

function labelOf(scene: Scene, at: SceneSentence, index: number, clause: Clause): Found | null {
  const { analysis } = scene;
  const lemma = lemmaAt(analysis, clause.verb.verb);
  if (!VERBS.has(lemma) || clause.verb.form === "infinitive") return null;
  const named = clause.object;
  const by = clause.subject;
  if (named === null || by === null || clause.verb.passive) return null;
  const run = lemma !== "call" || LABELS.has(tokenAt(analysis, named.last - 1).lower) ? runTogether(scene, named, lemma) : null;
  if (run !== null) return build(scene, at, index, clause, run.named, { first: run.label, last: named.last, end: named.last });
  const words = labelWords(scene, at, clause, named.last > clause.verb.last ? named.last : clause.verb.last, lemma);
  if (words === null) return null;
  return build(scene, at, index, clause, named, words);
}

/** "labelled the students extremists": who and what he is called run together; the last noun is the label when it is a loaded word. */
function runTogether(scene: Scene, named: Stretch, lemma: string): { named: Stretch; label: number } | null {
  const last = named.last - 1;
  if (!/^(?:call|label|brand|dub|term)$/.test(lemma) || named.last - named.first < 2 || !LABELS.has(tokenAt(scene.analysis, last).lower))
    return null;
  const before = tokenAt(scene.analysis, last - 1).tag;
  return before === "NOUN" || before === "PROPN" ? { named: { first: named.first, last }, label: last } : null;
}

function build(scene: Scene, at: SceneSentence, index: number, clause: Clause, named: Stretch, words: Words): Found | null {
  const { analysis } = scene;
  const by = clause.subject;
  if (by === null) return null;
  const name = withoutArticle(analysis, named);
  const anchor = spanOf(analysis, { first: words.first, last: words.last });
  const start = Math.min(spanOf(analysis, by).start, anchor.start);
  return found({
    rule: "en.label.verb",
    kind: "label",
    sentence: index,
    start,
    end: tokenAt(analysis, words.end - 1).end,
    anchor,
    certainty: "stated",
    who: [{ role: "other", name: textOf(analysis, name), ...spanOf(analysis, name), group: null, label: anchorText(scene, words) }],
    voice: [voiceFor(scene, at, index, by, clause)],
  });
}

interface Words {
  readonly first: number;
  readonly last: number;
  /** End with the closing quotation mark. */
  readonly end: number;
}

function anchorText(scene: Scene, words: Words): string {
  return textOf(scene.analysis, { first: words.first, last: words.last });
}

/** The label after the verb: what stands in quotation marks, or the noun after "as" or the object. */
function labelWords(scene: Scene, at: SceneSentence, clause: Clause, from: number, lemma: string): Words | null {
  const { analysis } = scene;
  let sawAs = lemma === "call" || lemma === "label" || lemma === "brand" || lemma === "dub" || lemma === "term" || lemma === "name";
  for (let token = clause.verb.last; token < at.sentence.last && token <= clause.verb.last + 12; token += 1) {
    const each = tokenAt(analysis, token);
    if (each.lower === "as") sawAs = true;
    if (isOpeningQuote(analysis, token) && sawAs) {
      const close = closingQuote(analysis, token, at.sentence.last);
      // A paper called “The Voice”: a title, not what somebody calls it.
      const reduced = clause.verb.last - clause.verb.first === 1 && at.phrases[clause.index + 1]?.first === token;
      if (reduced && lemma !== "describe" && /^\p{Lu}/u.test(tokenAt(analysis, token + 1).text)) return null;
      return close === null || close <= token + 1 ? null : { first: token + 1, last: close, end: close + 1 };
    }
    if (each.lower === "as" && lemma !== "call") {
      const noun = at.phrases.find((phrase) => phrase.first >= token + 1 && phrase.type === "noun");
      const next = token + 1 < at.sentence.last ? tokenAt(analysis, token + 1) : null;
      if (noun !== undefined && next !== null && noun.first === token + 1 && !isOpeningQuote(analysis, token + 1))
        return { first: withoutArticle(analysis, noun).first, last: noun.last, end: noun.last };
    }
  }
  if ((lemma === "call" || lemma === "label" || lemma === "brand" || lemma === "dub") && from < at.sentence.last) {
    const noun = at.phrases.find((phrase) => phrase.first === from && phrase.type === "noun");
    if (noun !== undefined) return { first: withoutArticle(analysis, noun).first, last: noun.last, end: noun.last };
  }
  return null;
}

function voiceFor(
  scene: Scene,
  at: SceneSentence,
  index: number,
  by: { readonly first: number; readonly last: number },
  clause: Clause,
): Voice {
  const stretch = { first: clause.verb.first, last: clause.verb.last };
  const frame = voiceFrame({
    source: { first: by.first, last: by.last },
    cue: spanOf(scene.analysis, stretch),
    cueText: textOf(scene.analysis, stretch),
    content: { start: at.sentence.start, end: at.sentence.end },
    sentence: index,
    verb: clause.verb.verb,
    negated: clause.verb.negated,
    rule: "en.voice.label",
  });
  return speakerOf(scene, frame);
}
