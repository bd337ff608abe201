/** Questions without a clause that says so: "Not established: who …; why …", "Unknown: …", "Cause not known". */
import { tokenAt } from "../../../language/token.ts";
import words from "../../lexicons/en/questions.json" with { type: "json" };
import type { Scene } from "../scene.ts";
import type { SceneSentence } from "../stage.ts";
import type { Stretch } from "../words.ts";
import { wordRuns, runAt } from "../word-runs.ts";
import { ASKING, isThingAsked } from "./reading.ts";

const HEADINGS = wordRuns(words.headings);
const STATES = wordRuns([
  ...words.open,
  ...words["open-of-things-asked"],
  ...[...words.known, ...words["known-of-things-asked"]].flatMap((known) => [`not ${known}`, `not yet ${known}`, `never ${known}`]),
]);
const GAPS: ReadonlySet<string> = new Set([...words.gaps, ...words["gaps-of-something"]]);
const BEHIND: ReadonlySet<string> = new Set(["yet", "so", "on", "about", "for", "of", "as", "available", "at", "from"]);
const BULLETS: ReadonlySet<string> = new Set(["-", "–", "—", "•", "*", "·"]);

/** What a sentence lists as open, each a stretch of its own; null when that is for its clauses to say, which `read` says that they do. */
export function listedIn(scene: Scene, index: number, read: boolean): readonly Stretch[] | null {
  const at = scene.sentences[index];
  if (at === undefined) return null;
  const open = headingIn(scene, at);
  if (open !== null) return open < at.sentence.last - 1 ? segments(scene, { first: open, last: at.sentence.last }) : [];
  if (read) return null;
  const parts = segments(scene, withoutBullet(scene, at)).filter((segment) => isFragment(scene, at, segment));
  return parts.length === 0 ? null : parts;
}

function withoutBullet(scene: Scene, { sentence }: SceneSentence): Stretch {
  let { first } = sentence;
  while (first < sentence.last - 1 && BULLETS.has(tokenAt(scene.analysis, first).text)) first += 1;
  return { first, last: sentence.last };
}

/** The token behind "Not established:" at the head of the sentence, or behind a heading that is the whole of it; null when there is none. */
function headingIn(scene: Scene, at: SceneSentence): number | null {
  const { analysis } = scene;
  const { first, last } = withoutBullet(scene, at);
  const end = runAt(analysis, HEADINGS, first, last);
  if (end === null) return null;
  if (end >= last) return startsParagraph(scene, at) ? last : null;
  const mark = tokenAt(analysis, end).text;
  if (mark === ":") return end + 1;
  return end + 1 >= last && mark === "?" && startsParagraph(scene, at) ? last : null;
}

function startsParagraph(scene: Scene, { sentence }: SceneSentence): boolean {
  const before = scene.analysis.sentences[tokenAt(scene.analysis, sentence.first).sentence - 1];
  return before?.paragraph !== sentence.paragraph;
}

/** Parts between semicolons and commas before an asking word. */
function segments(scene: Scene, { first, last }: Stretch): readonly Stretch[] {
  const { analysis } = scene;
  const parts: Stretch[] = [];
  let from = first;
  for (let token = first; token <= last; token += 1) {
    const cut =
      token === last ||
      tokenAt(analysis, token).text === ";" ||
      (tokenAt(analysis, token).text === "," && opensQuestion(scene, token + 1, last));
    if (!cut) continue;
    const part = trimmed(scene, { first: from, last: token });
    if (part !== null) parts.push(part);
    from = token + 1;
  }
  return parts;
}

function opensQuestion({ analysis }: Scene, at: number, last: number): boolean {
  const next = at < last && /^(?:and|or)$/.test(tokenAt(analysis, at).lower) ? at + 1 : at;
  return next < last && ASKING.has(tokenAt(analysis, next).lower);
}

function trimmed({ analysis }: Scene, { first, last }: Stretch): Stretch | null {
  let from = first;
  let to = last;
  while (to > from && tokenAt(analysis, to - 1).tag === "PUNCT") to -= 1;
  while (from < to && (tokenAt(analysis, from).tag === "PUNCT" || /^(?:and|or)$/.test(tokenAt(analysis, from).lower))) from += 1;
  return to > from ? { first: from, last: to } : null;
}

/** "Cause not known", "Motive: under investigation", "missing not known": a thing asked after and an open state, with no verb of its own. */
function isFragment(scene: Scene, at: SceneSentence, { first, last }: Stretch): boolean {
  const { analysis } = scene;
  if (last - first > 14) return false;
  if (
    at.clauses.some(
      ({ verb }) =>
        verb.first >= first &&
        verb.last <= last &&
        verb.form === "finite" &&
        verb.last - verb.first > 1 &&
        !/^not$/.test(tokenAt(analysis, verb.first).lower),
    )
  )
    return false;
  if (isMissing(scene, { first, last })) return true;
  for (let token = first + 1; token < last; token += 1) {
    const end = runAt(analysis, STATES, token, last);
    if (end === null) continue;
    return end === last && isThingAsked(scene, { first, last: token });
  }
  return false;
}

/** "No information on arrests", "Injured: no figures yet". */
function isMissing({ analysis }: Scene, { first, last }: Stretch): boolean {
  for (let token = first; token < last - 1; token += 1) {
    if (tokenAt(analysis, token).lower !== "no" || (token > first && tokenAt(analysis, token - 1).text !== ":")) continue;
    let noun = token + 1;
    while (noun < last - 1 && tokenAt(analysis, noun).tag === "ADJ") noun += 1;
    if (!GAPS.has(tokenAt(analysis, noun).lemma)) return false;
    return noun + 1 < last && BEHIND.has(tokenAt(analysis, noun + 1).lower);
  }
  return false;
}
