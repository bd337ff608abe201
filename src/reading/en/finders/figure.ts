/** Figures: each number that counts something, its unit and bounds, and the whole that it is a part of. */
import type { Accrual, Unit } from "../../../model/words.ts";
import type { Counted } from "../counted.ts";
import { countedBy } from "../counted.ts";
import { labelOf, unitOfHeading } from "../counted/label.ts";
import type { Found } from "../../found.ts";
import { found } from "../../found.ts";
import type { Quantity } from "../quantities.ts";
import type { Scene } from "../scene.ts";
import type { SceneSentence } from "../stage.ts";
import type { Finder } from "../finder.ts";
import { claimSpan } from "../extent.ts";
import { isAssigned, passedOver } from "../passed.ts";
import type { Situation } from "../counted/situation.ts";
import { situationAt, situationOfFigure, situationsOf } from "../counted/situation.ts";
import { THINGS } from "../counted/of.ts";
import type { OwnFigure, Whole } from "../wholes.ts";
import { wholeOf } from "../wholes.ts";
import { spanOf, textOf } from "../words.ts";

export const figures: Finder = {
  name: "figure",
  find(scene) {
    const all: Found[] = [];
    const situations: Situation[] = [];
    let heading: Unit | null = null;
    let line: { readonly paragraph: number; readonly unit: Unit } | null = null;
    scene.sentences.forEach((at, index) => {
      const { acts } = at;
      const own: OwnFigure[] = [];
      if (isHeading(scene, at)) heading = unitOfHeading(scene, at.sentence);
      situations.push(...situationsOf(scene, at, index));
      const over = isLine(scene, at) ? (line?.paragraph === at.sentence.paragraph ? line.unit : heading) : null;
      for (const quantity of at.quantities) {
        const counted = isAssigned(scene, quantity) ? null : countedBy(scene, at, acts, quantity, over);
        if (counted === null) continue;
        const divided = counted.rule === "en.figure.compared" ? null : wholeOf({ scene, at, quantity, counted, own, all, index });
        const compared = counted.rule === "en.figure.compared" || (counted.rule === "en.figure.gapped" && divided === null);
        const like = compared ? (own.at(-1)?.finding ?? before(all, index)) : null;
        const whole = like === null ? divided : null;
        if (like === null && passedOver(scene, at, quantity, counted, whole, all)) continue;
        const finding =
          like === null
            ? figureOf(scene, at, index, quantity, counted, whole, situated(situations, index, counted, quantity))
            : comparedTo(scene, at, index, quantity, counted, like);
        if (finding === null) continue;
        own.push({ finding, quantity, counted });
        all.push(finding);
        const situation = situationOfFigure(finding, quantity.last);
        if (situation !== null) insert(situations, situation);
      }
      const [opening] = own;
      if (opening?.finding.figure != null && line?.paragraph !== at.sentence.paragraph)
        line = { paragraph: at.sentence.paragraph, unit: opening.finding.figure.unit };
      all.splice(all.length - own.length, own.length, ...settled(scene, own));
    });
    return all;
  },
};

/** A line of its own without an end mark, or with a colon at its end; a line that counts something is an entry. */
function isHeading(scene: Scene, at: SceneSentence): boolean {
  const { sentence, quantities } = at;
  const { text } = scene.analysis;
  const end = text[sentence.end - 1] ?? "";
  if (quantities.some((quantity) => quantity.first === sentence.first || labelOf(scene, at, quantity) !== null)) return false;
  if (end === ":") return true;
  return !/[.!?"”]/.test(end) && (text[sentence.end] ?? "\n") === "\n";
}

/** An entry of a list: a label, a number that opens it, or nothing that is told with a verb. */
function isLine(scene: Scene, at: SceneSentence): boolean {
  const [first] = at.quantities;
  if (first === undefined) return false;
  return at.clauses.length === 0 || first.first <= at.sentence.first + 1 || labelOf(scene, at, first) !== null;
}

/** The last figure of this sentence or the two before. */
function before(all: readonly Found[], index: number): Found | null {
  const last = all.at(-1);
  return last === undefined || last.sentence < index - 2 ? null : last;
}

/** Units that a noun alone gives and that the whole's unit replaces: of eight who died, five soldiers are five dead. */
const GIVES_WAY: ReadonlySet<Unit> = new Set<Unit>(["other", "troops", "participants"]);

function figureOf(
  scene: Scene,
  at: SceneSentence,
  index: number,
  quantity: Quantity,
  counted: Counted,
  whole: Whole | null,
  situation: Situation | null,
): Found | null {
  const inherits =
    (counted.elliptic && !(counted.told && counted.unit === "other")) ||
    (whole !== null && counted.act === null && GIVES_WAY.has(counted.unit));
  const from = whole?.finding ?? null;
  const model = modelOf(from, counted, situation);
  const present = model === null && counted.elliptic && counted.unit === "other" && isPresence(scene, counted);
  if (inherits && model === null && counted.unit === "other" && !present && counted.rule !== "en.figure.listed") return null;
  if (counted.rule === "en.figure.listed" && counted.elliptic && !isEntry(scene, at, counted, model)) return null;
  const said = present ? "participants" : counted.unit;
  const unit =
    inherits && model !== null && GIVES_WAY.has(said) && !(counted.told && said === "other")
      ? (severe(scene, at, quantity) ?? model.unit)
      : said;
  const several = at.quantities.length > 1;
  const anchor = spanOf(scene.analysis, { first: quantity.first, last: quantity.last });
  const extent = extentOf(counted, (several && !isMain(at, counted)) || whole?.kind === "including", whole);
  return found({
    rule: whole === null || from === null ? counted.rule : `${counted.rule}.part`,
    kind: "figure",
    sentence: index,
    ...claimSpan(scene, at, extent, anchor),
    anchor,
    event: inherits && counted.event === null ? (model?.event ?? null) : counted.event,
    negated: false,
    figure: {
      ...quantity.amount,
      unit,
      counted: counted.noun ?? (inherits ? (model?.noun ?? null) : null),
      of: counted.of,
      accrual: accrualOf(scene, at, quantity),
      partKind: from === null ? null : (whole?.kind ?? null),
      per: quantity.per,
    },
    whole: from,
  });
}

/** Before a figure of the same sentence that stands further on, which a deed may already have been put. */
function insert(situations: Situation[], situation: Situation): void {
  let at = situations.length;
  while (at > 0 && (situations[at - 1]?.sentence ?? 0) === situation.sentence && (situations[at - 1]?.from ?? 0) > situation.from) at -= 1;
  situations.splice(at, 0, situation);
}

/** A voice that gives a bare number ("the ministry says 640") takes it for known what is counted. */
const REACH_OF_VOICES = 8;

function situated(situations: readonly Situation[], index: number, counted: Counted, quantity: Quantity): Situation | null {
  const near = situationAt(situations, index, quantity.first);
  if (near !== null || counted.rule !== "en.figure.ellipsis" || counted.clause?.subject == null) return near;
  return situationAt(
    situations.filter(({ figure }) => figure?.whole === null && !THINGS.has(figure.figure?.unit ?? "other")),
    index,
    quantity.first,
    REACH_OF_VOICES,
  );
}

/** What a number without a noun of its own is a number of: its whole, else the situation. */
function modelOf(
  whole: Found | null,
  counted: Counted,
  situation: Situation | null,
): Pick<Situation, "unit" | "event" | "noun" | "figure"> | null {
  if (whole?.figure != null) return { unit: whole.figure.unit, event: whole.event, noun: whole.figure.counted, figure: whole };
  return counted.elliptic && counted.unit === "other" ? situation : null;
}

/** "Varn: 31" is an entry after another one, after a question or a deed; "Employees suspended: 31" says by itself what it counts. */
function isEntry(scene: Scene, at: SceneSentence, counted: Counted, model: Pick<Situation, "figure"> | null): boolean {
  const label = at.quantities.map((quantity) => labelOf(scene, at, quantity)).find((each) => each?.words.first === counted.extent.first);
  if (label?.open === false) return label.words.last - label.words.first > 1;
  return model !== null && (model.figure === null || model.figure.rule.startsWith("en.figure.listed"));
}

/** "We were around forty", "there were six of them": those who were there, when nothing else is known of them. */
function isPresence({ analysis }: Scene, { clause }: Counted): boolean {
  if (clause?.subject == null || analysis.tokens[clause.verb.verb]?.lemma !== "be") return false;
  return /^(?:we|they|there)$/.test(analysis.tokens[clause.subject.head]?.lower ?? "");
}

/** "three of them seriously": the gravely hurt among the hurt. */
function severe(scene: Scene, at: SceneSentence, quantity: Quantity): Unit | null {
  const last = Math.min(quantity.last + 4, at.sentence.last);
  const after = quantity.last < last ? textOf(scene.analysis, { first: quantity.last, last }).toLowerCase() : "";
  const how =
    /^(?:of (?:them|whom) )?(?:very )?(seriously|critically|gravely|severely|fatally|mortally|heavily|badly|heavy|serious|critical|grave)\b/.exec(
      after,
    )?.[1];
  return how === undefined ? null : how === "fatally" || how === "mortally" ? "dead" : "critical";
}

/** "up from 31": the number that another one is set beside counts the same thing and is no part of it. */
function comparedTo(scene: Scene, at: SceneSentence, index: number, quantity: Quantity, counted: Counted, like: Found): Found | null {
  if (like.figure === null) return null;
  const anchor = spanOf(scene.analysis, { first: quantity.first, last: quantity.last });
  const figure = { ...like.figure, ...quantity.amount, accrual: null, partKind: null, per: quantity.per };
  return found({
    rule: counted.rule,
    kind: "figure",
    sentence: index,
    ...claimSpan(scene, at, counted.extent, anchor),
    anchor,
    event: like.event,
    figure,
  });
}

/** What only the whole sentence tells: one part alone is an example, several divide the whole; a later state of a count replaces the earlier. */
function settled(scene: Scene, own: readonly OwnFigure[]): readonly Found[] {
  return own.map(({ finding, quantity }, at): Found => {
    const before = own[at - 1];
    if (before !== undefined && revises(scene, before, quantity))
      return { ...finding, links: [{ type: "supersedes", to: before.finding }] };
    const { whole, figure } = finding;
    if (whole === null || figure?.partKind !== "breakdown") return finding;
    const alone = own.filter((other) => other.finding.whole === whole).length === 1;
    return alone && isDescription(scene, finding) ? { ...finding, figure: { ...figure, partKind: "including" } } : finding;
  });
}

/** "rose from 164 to 225". */
function revises(scene: Scene, before: OwnFigure, quantity: Quantity): boolean {
  if (before.counted.rule !== "en.figure.toll" || before.quantity.first === 0) return false;
  const between = textOf(scene.analysis, { first: before.quantity.first - 1, last: quantity.first }).toLowerCase();
  return /^from \S+(?: \w+)? to$/.test(between);
}

/** "19 of them police officers", "five of the dead were firefighters": says who they were, not what became of them. */
function isDescription(scene: Scene, finding: Found): boolean {
  const at = scene.sentences[finding.sentence];
  const verbs = at?.clauses.filter(({ verb, subject }) => {
    const start = scene.analysis.tokens[subject?.first ?? verb.first]?.start ?? 0;
    return start >= finding.anchor.start && start <= finding.anchor.end && scene.analysis.tokens[verb.verb]?.lemma !== "be";
  });
  return verbs === undefined || verbs.length === 0;
}

/** A clause with one number speaks for itself; among several, the first that is its subject does. */
function isMain(at: SceneSentence, counted: Counted): boolean {
  const { clause, extent } = counted;
  if (clause?.subject == null || clause.subject.first > extent.first || extent.first >= clause.subject.last) return false;
  return at.quantities.every((other) => other.first >= extent.first || other.last <= clause.first || other.first >= clause.last);
}

/** A clause that opens with "Of these," begins at its number. */
function extentOf(counted: Counted, alone: boolean, whole: Whole | null): { first: number; last: number } {
  const { act, clause, extent } = counted;
  if (alone && !(act !== null && act.form === "reduced")) return extent;
  const around = act !== null ? act.extent : clause;
  if (around === null) return extent;
  const partitive = clause !== null && clause.subject !== null && clause.subject.first === extent.first && whole?.kind === "breakdown";
  return { first: partitive ? extent.first : Math.min(around.first, extent.first), last: Math.max(around.last, extent.last) };
}

const TOTALS = /\b(?:in total|in all|overall|so far|to date|altogether|a total of|cumulative(?:ly)?)\b/i;
const CURRENT =
  /\b(?:remain(?:s|ed)? (?:in (?:custody|detention|hospital|prison)|under arrest)|currently (?:in|held|detained)|still (?:in (?:custody|hospital|detention)|being held|held|missing))\b/i;

function accrualOf(scene: Scene, at: SceneSentence, quantity: Quantity): Accrual | null {
  if (quantity.accrual !== null) return quantity.accrual;
  const text = scene.analysis.text.slice(at.sentence.start, at.sentence.end);
  if (CURRENT.test(text)) return "current";
  return TOTALS.test(text) && at.quantities.length === 1 ? "cumulative" : null;
}
