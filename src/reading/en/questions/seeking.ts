/** What somebody is still finding out: "are trying to establish why", "is investigating whether", "witnesses disagree on whether". */
import words from "../../lexicons/en/questions.json" with { type: "json" };
import { tokenAt } from "../../../language/token.ts";
import type { VerbGroup } from "../phrase.ts";
import { lemmaAt } from "../words.ts";
import type { Place, Reading } from "./reading.ts";
import { askingAfter, namedSubject, ownStart } from "./reading.ts";

const SEEK: ReadonlySet<string> = new Set(words.seek);
const ESTABLISH: ReadonlySet<string> = new Set(words.establish);
const PROBE: ReadonlySet<string> = new Set(words.probe);
const SOUGHT: ReadonlySet<string> = new Set(words["sought-things"]);
const THIS: ReadonlySet<string> = new Set(["it", "this", "that", "these", "them"]);
const WONDER: ReadonlySet<string> = new Set(words.wonder);

export function seekingReading(place: Place): Reading | null {
  return putTo(place) ?? leftTo(place) ?? sought(place);
}

/** "We will ask the council who switched them off": what is going to be asked stays open, and is told by its own words. */
function putTo(place: Place): Reading | null {
  const { scene, at, clause } = place;
  const { verb } = clause;
  if (lemmaAt(scene.analysis, verb.verb) !== "ask" || verb.negated || verb.passive || (verb.form !== "infinitive" && verb.modal === null))
    return null;
  const next = at.phrases[clause.index + 1];
  if (next?.type !== "noun") return null;
  const asking = askingAfter(place, next.last);
  return asking === null || tokenAt(scene.analysis, asking).lower === "if"
    ? null
    : { rule: "sought", first: asking, asks: { first: asking, last: at.sentence.last }, holder: null };
}

function sought(place: Place): Reading | null {
  const { scene, at, clause } = place;
  const { verb } = clause;
  const subject = namedSubject(place);
  if (subject === null || verb.negated || verb.passive || clause.opener === "if" || subject.first >= verb.first) return null;
  const lemma = lemmaAt(scene.analysis, verb.verb);
  if (isLookingFor(place, lemma))
    return { rule: "sought", first: ownStart(place), asks: { first: verb.last, last: at.sentence.last }, holder: subject };
  const behind = SEEK.has(lemma) ? soughtAfter(place) : WONDER.has(lemma) || isProbing(place, lemma) ? verb.last : null;
  if (behind === null) return null;
  const asking = askingAfter(place, behind);
  if (asking === null || (WONDER.has(lemma) && isOwnWondering(place))) return null;
  return { rule: "sought", first: ownStart(place), asks: { first: asking, last: at.sentence.last }, holder: subject };
}

/** "are trying to work out", "hope to learn": the token behind the verb of finding out. */
function soughtAfter({ scene, at, clause }: Place): number | null {
  const group = at.phrases.find(
    (phrase): phrase is VerbGroup => phrase.type === "verb" && phrase.first >= clause.verb.last && phrase.first <= clause.verb.last + 3,
  );
  return group?.form === "infinitive" && ESTABLISH.has(lemmaAt(scene.analysis, group.verb)) ? group.last : null;
}

/** In progress: what was examined may have been found. */
function isProbing({ scene, clause: { verb } }: Place, lemma: string): boolean {
  return PROBE.has(lemma) && (tokenAt(scene.analysis, verb.verb).lower.endsWith("ing") || !verb.past);
}

/** "I wonder if you could": how one asks for something. */
function isOwnWondering({ scene, clause }: Place): boolean {
  return clause.subject !== null && /^(?:i|you|he|she)$/.test(tokenAt(scene.analysis, clause.subject.head).lower);
}

/** "are looking for a motive", "are checking this", "is looking into it". */
function isLookingFor({ scene, at, clause: { verb, object, complements } }: Place, lemma: string): boolean {
  const { analysis } = scene;
  if (!tokenAt(analysis, verb.verb).lower.endsWith("ing") || verb.last - verb.first < 2) return false;
  if (lemma === "look" || lemma === "search" || lemma === "seek") {
    const sought = lemma === "seek" ? object : complements.find(({ preposition }) => preposition === "for")?.noun;
    if (sought != null && SOUGHT.has(lemmaAt(analysis, sought.head))) return true;
  }
  if (!PROBE.has(lemma)) return false;
  const into = lemma === "look" ? (complements.find(({ preposition }) => preposition === "into")?.noun ?? null) : object;
  return into !== null && into.last <= at.sentence.last && THIS.has(tokenAt(analysis, into.head).lower);
}

/** "It is for the court to establish whether …": who has yet to find out. */
function leftTo(place: Place): Reading | null {
  const { scene, at, clause } = place;
  const { analysis } = scene;
  if (clause.subject === null || tokenAt(analysis, clause.subject.head).lower !== "it" || lemmaAt(analysis, clause.verb.verb) !== "be")
    return null;
  if (clause.complements[0]?.preposition !== "for" && clause.complements[0]?.preposition !== "to") return null;
  const group = at.phrases.find(
    (phrase): phrase is VerbGroup => phrase.type === "verb" && phrase.first >= clause.verb.last && phrase.first <= clause.verb.last + 8,
  );
  if (group?.form !== "infinitive" || !(ESTABLISH.has(lemmaAt(analysis, group.verb)) || lemmaAt(analysis, group.verb) === "decide"))
    return null;
  const asking = askingAfter(place, group.last);
  return asking === null ? null : { rule: "sought", first: ownStart(place), asks: { first: asking, last: at.sentence.last }, holder: null };
}
