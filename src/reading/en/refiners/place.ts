/**
 * Attaches places to findings: where what is told happened. A place inside the finding's own words comes first, then that of its clause, then one that
 * opens the sentence, then that of the clause beside it ("a shell hit the clinic, killing three"), then the one at the head of the line ("Brisk: 3 dead").
 * Where somebody was when he spoke, and where somebody comes from, is no such place.
 */
import { tokenAt } from "../../../language/token.ts";
import type { Span } from "../../../model/passage.ts";
import { contains } from "../../../model/passage.ts";
import words from "../../lexicons/en/places.json" with { type: "json" };
import type { Found } from "../../found.ts";
import type { Clause } from "../clauses.ts";
import type { Refiner } from "../finder.ts";
import { framesAround } from "../frame.ts";
import { clauseHolding } from "../holding.ts";
import { placeLabels } from "../place-labels.ts";
import type { PlaceMention } from "../places.ts";
import type { Scene } from "../scene.ts";
import type { SceneSentence } from "../stage.ts";
import { lemmaAt } from "../words.ts";

const PLACED = new Set(["event", "figure", "condition", "explanation", "prediction", "assessment"]);
/** What is told of these holds where it is told of, clause after clause. */
const SHARING = new Set(["event", "figure", "condition"]);
const OBJECTS: ReadonlySet<string> = new Set(words["placed-objects"]);
const CONTAINING: ReadonlySet<string> = new Set(words.containing);
const MOTION: ReadonlySet<string> = new Set(words.motion);
const PEOPLE_OF: ReadonlySet<string> = new Set(words["people-of"]);
/** Parts and vehicles: things, unless something happens in, on or at them. */
const FITTINGS: ReadonlySet<string> = new Set(words.fittings);
/** Events that happen to a place, so that it may be their subject or object. */
const OF_A_PLACE = new Set([
  "destruction",
  "fire",
  "shutdown",
  "restoration",
  "storming",
  "seizure",
  "looting",
  "search",
  "shortage",
  "attack",
]);
/** What comes behind these is another matter: "sentenced over the riot at the mine". */
const AWAY = new Set([
  "over",
  "for",
  "about",
  "after",
  "before",
  "following",
  "since",
  "despite",
  "because",
  "against",
  "concerning",
  "regarding",
]);

export const places: Refiner = {
  name: "place",
  refine(findings, scene) {
    const labels = placeLabels(scene);
    return findings.map((finding) => (PLACED.has(finding.kind) ? placed(scene, finding, labels) : finding));
  },
};

function placed(scene: Scene, finding: Found, labels: ReadonlyMap<number, PlaceMention>): Found {
  const at = scene.sentences[finding.sentence];
  if (at === undefined) return finding;
  const chosen = chosenOf(scene, at, finding);
  const label = labels.get(finding.sentence);
  const whole =
    label !== undefined && SHARING.has(finding.kind) && chosen.every((place) => place.precision !== label.precision)
      ? [label, ...chosen]
      : chosen;
  if (whole.length === 0) return finding;
  const seen = new Set<string>();
  return {
    ...finding,
    where: whole
      .filter(({ name }) => !seen.has(name) && seen.add(name))
      .map(({ name, start, end, precision }) => ({ name, start, end, precision })),
  };
}

function chosenOf(scene: Scene, at: SceneSentence, finding: Found): readonly PlaceMention[] {
  const { analysis } = scene;
  const own = clauseHolding(analysis, at.clauses, finding.anchor);
  const frame = framesAround(scene.voices, finding.anchor).at(-1);
  const usable = at.places.filter(
    (place) => framesAround(scene.voices, place).at(-1) === frame && belongs(scene, at, place, finding) && !isAway(scene, place, finding),
  );
  if (usable.length === 0) return [];
  const inside = usable.filter((place) => contains(finding, place) && !counted(at, place, finding));
  if (inside.length > 0) return withJoined(scene, usable, inside);
  const clause = usable.filter(
    (place) => own !== null && clauseHolding(analysis, at.clauses, place) === own && !counted(at, place, finding),
  );
  if (clause.length > 0) return withJoined(scene, usable, clause);
  const opening = usable.filter((place) => place.end <= finding.start && opens(scene, at, place));
  if (opening.length > 0 || !SHARING.has(finding.kind)) return opening;
  return shared(scene, at, usable, own, finding);
}

/** "in Asper, Quill and Nord", "in Arda, a town in Kesse province": what a comma or "and" joins to the last place. */
function withJoined({ analysis }: Scene, usable: readonly PlaceMention[], chosen: readonly PlaceMention[]): readonly PlaceMention[] {
  const all = [...chosen];
  for (const place of usable) {
    const last = all.at(-1);
    if (last === undefined || place.first <= last.last || place.first - last.last > 4) continue;
    const joint = tokenAt(analysis, last.last).lower;
    const near = place.first - last.last <= 2;
    const apposed =
      joint === "," && /^(?:an?|the)$/.test(tokenAt(analysis, last.last + 1).lower) && /^(?:in|of)$/.test(place.preposition ?? "");
    if ((near && /^(?:,|and|or|&)$/.test(joint) && place.preposition === last.preposition) || (apposed && last.named)) all.push(place);
  }
  return all;
}

/** "108 in the church, 17 at the priest's house": the place behind another number is that number's. */
function counted({ quantities }: SceneSentence, place: PlaceMention, { figure, anchor }: Found): boolean {
  if (figure === null) return false;
  const before = quantities.filter(({ end }) => end <= place.start).at(-1);
  return before !== undefined && before.start >= anchor.end;
}

/** The places of the nearest clause, for one that depends on it or goes on from it ("…, killing three"): no relative clause. */
function shared(
  scene: Scene,
  at: SceneSentence,
  usable: readonly PlaceMention[],
  own: Clause | null,
  finding: Found,
): readonly PlaceMention[] {
  const { analysis } = scene;
  if (own === null || isRelative(own) || !(own.shared || own.verb.form !== "finite")) return [];
  const distance = (place: Span): number => (place.end <= finding.start ? finding.start - place.end : place.start - finding.end);
  const [nearest] = usable
    .filter((place) => {
      if (place.preposition === null || /^(?:from|to|of)$/.test(place.preposition) || counted(at, place, finding)) return false;
      const clause = clauseHolding(analysis, at.clauses, place);
      return clause === null || !isRelative(clause);
    })
    .sort((a, b) => distance(a) - distance(b));
  if (nearest === undefined) return [];
  const clause = clauseHolding(analysis, at.clauses, nearest);
  return usable.filter((place) => place === nearest || (clause !== null && clauseHolding(analysis, at.clauses, place) === clause));
}

function isRelative({ opener }: Clause): boolean {
  return /^(?:who|which|that|whom|whose)$/.test(opener ?? "");
}

/** How the place lies to what is told: its preposition, or its part in the clause. */
function belongs(scene: Scene, at: SceneSentence, place: PlaceMention, finding: Found): boolean {
  const { analysis } = scene;
  const before = analysis.text.slice(finding.anchor.end, place.start);
  const direct = finding.anchor.end <= place.start && /^\s*(?:of|from|to|in|at|on)(?:\s+(?:the|an?))?\s*$/.test(before);
  const clause = clauseHolding(analysis, at.clauses, place);
  switch (place.preposition) {
    case null:
      return hasPart(scene, place, clause, finding);
    case "from":
      if (direct) return true;
      return clause !== null && MOTION.has(lemmaAt(analysis, clause.verb.verb))
        ? !isOrigin(scene, place)
        : finding.kind === "figure" && isSource(scene, place, finding, clause);
    case "to":
      return direct || (clause !== null && MOTION.has(lemmaAt(analysis, clause.verb.verb)));
    case "of":
      return direct || (place.named && PEOPLE_OF.has(ownerOf(scene, place)));
    default:
      return true;
  }
}

/** The noun before the preposition: "villages" of Deln district. */
function ownerOf(scene: Scene, place: PlaceMention): string {
  let at = place.first - 1;
  while (at > 0 && (/^(?:the|an?|of|from)$/.test(tokenAt(scene.analysis, at).lower) || tokenAt(scene.analysis, at).lower === place.kind))
    at -= 1;
  return at < 0 ? "" : tokenAt(scene.analysis, at).lower;
}

/** "a man from Osterby was beaten": where he comes from. */
function isOrigin(scene: Scene, place: PlaceMention): boolean {
  return place.precision !== "site" && place.precision !== "street" && PEOPLE_OF.has(ownerOf(scene, place));
}

/** "19 students from Osterby lyceum", but not "on its way from Bast". */
function isSource(scene: Scene, place: PlaceMention, { anchor }: Found, clause: Clause | null): boolean {
  const owner = ownerOf(scene, place);
  const verb = clause === null ? null : tokenAt(scene.analysis, clause.verb.verb).start;
  if (place.start < anchor.end || (verb !== null && anchor.end <= verb && verb < place.start)) return false;
  return place.named && place.first > 1 && tokenAt(scene.analysis, place.first - 2).tag === "NOUN" && owner !== "way";
}

/** "the village of Loma": the place's name behind the head of the phrase. */
function isNameOf({ analysis }: Scene, head: number, { first, kind }: PlaceMention): boolean {
  return kind !== null && first === head + 2 && tokenAt(analysis, head).lower === kind && tokenAt(analysis, head + 1).lower === "of";
}

/** Without a preposition: what is shelled, closed or searched, what has no power, what holds people. */
function hasPart(scene: Scene, place: PlaceMention, clause: Clause | null, finding: Found): boolean {
  if (clause === null) return false;
  const { analysis } = scene;
  const within = (head: number | undefined): boolean => head !== undefined && place.first <= head && head < place.last;
  const lemma = lemmaAt(analysis, clause.verb.verb);
  if (!place.named && FITTINGS.has(place.kind ?? "")) return false;
  const { object, subject } = clause;
  if (object !== null && (within(object.head) || isNameOf(scene, object.head, place))) return OBJECTS.has(lemma) && !clause.verb.passive;
  if (subject === null || !(within(subject.head) || isNameOf(scene, subject.head, place))) return false;
  if (finding.kind === "condition" || (finding.event !== null && OF_A_PLACE.has(finding.event))) return true;
  return clause.verb.passive ? OBJECTS.has(lemma) : CONTAINING.has(lemma) && place.named;
}

/** True when a preposition that turns to another matter stands between what is told and the place. */
function isAway(scene: Scene, place: PlaceMention, finding: Found): boolean {
  const { analysis } = scene;
  if (place.start < finding.anchor.end) return false;
  const sentence = scene.sentences[finding.sentence];
  for (let at = place.first - 1; at >= 0 && tokenAt(analysis, at).start >= finding.anchor.end; at -= 1) {
    if (!AWAY.has(tokenAt(analysis, at).lower)) continue;
    const next = tokenAt(analysis, at + 1);
    const timed = sentence?.times.some((time) => time.start <= next.start && next.start < time.end) === true;
    // "about 12 km off the coast" is no other matter.
    if (!timed && next.tag !== "NUM" && at + 1 < place.first) return true;
  }
  return false;
}

/** "In Almaty, …", "On 5 January in Almaty, …": nothing but times and prepositions before the place. */
function opens(scene: Scene, { sentence, times }: SceneSentence, place: PlaceMention): boolean {
  if (place.start - sentence.start > 60) return false;
  let at = sentence.start;
  let rest = "";
  for (const time of times) {
    if (time.start >= place.start || time.start < at) continue;
    rest += scene.analysis.text.slice(at, time.start);
    at = time.end;
  }
  rest += scene.analysis.text.slice(at, place.start);
  return /^(?:(?:on|in|at|by|near|outside|during|from|to|the|and|but|meanwhile|also|city|town|of|village|,|–|-|—)\s*)*$/i.test(rest.trim());
}
