/** People, groups and things that take part, as the contract names them: role, name, group, and the voice's own label for them. */
import type { Analysis } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import type { Participant } from "../../model/claim.ts";
import type { Role } from "../../model/words.ts";
import labels from "../lexicons/en/labels.json" with { type: "json" };
import type { Nominal } from "./nominals.ts";
import { groupWords } from "./lexicon.ts";
import type { Scene } from "./scene.ts";
import { lookup, spanOf, textOf, withoutArticle } from "./words.ts";

const LABELS: ReadonlySet<string> = new Set(labels.nouns);

/** A participant for a noun phrase, or null for a pronoun of nobody ("it", "there", "which"). */
export function participant(scene: Pick<Scene, "analysis" | "names">, nominal: Nominal | null, role: Role): Participant | null {
  if (nominal === null) return null;
  const { analysis } = scene;
  const head = tokenAt(analysis, nominal.head);
  if (head.lower === "it" && role !== "patient") return null;
  if (/^(?:there|which|that|this|what|who|all|both|more|most|some|none|nobody)$/.test(head.lower)) return null;
  if (lastOf(analysis, nominal) === "one" && tokenAt(analysis, nominal.first).lower === "no") return null;
  const stretch = withoutArticle(
    analysis,
    tokenAt(analysis, nominal.first).lower === "no" && nominal.last - nominal.first > 1
      ? { first: nominal.first + 1, last: nominal.last }
      : nominal,
  );
  const name = scene.names.at(nominal.head);
  const person = name?.kind === "person" && name.last === nominal.last ? name : null;
  const span = person ?? spanOf(analysis, stretch);
  return {
    role,
    name: person === null ? textOf(analysis, stretch) : scene.names.fullest(person).form,
    start: span.start,
    end: span.end,
    group: lookup(analysis, stretch, groupWords),
    label: labelOf(scene, nominal),
  };
}

function lastOf(analysis: Analysis, { last }: Nominal): string {
  return tokenAt(analysis, last - 1).lower;
}

/** The fellows of a coordinated phrase, each on its own: "activists and journalists" are two. Behind an "of" the parts are left together. */
function fellows(scene: Pick<Scene, "analysis">, nominal: Nominal): readonly Nominal[] {
  const parts: Nominal[] = [];
  let first = nominal.first;
  const close = (last: number): boolean => {
    const head = headIn(scene, first, last);
    if (head === null) return false;
    parts.push({ first, last, head });
    return true;
  };
  for (let at = nominal.first; at < nominal.last; at += 1) {
    const { lower } = tokenAt(scene.analysis, at);
    if (lower === "of") return [nominal];
    if (lower !== "and" && lower !== "or" && lower !== ",") continue;
    if (at > first && !close(at)) return [nominal];
    first = at + 1;
  }
  return first < nominal.last && close(nominal.last) && parts.length > 1 && standAlone(scene, parts) ? parts : [nominal];
}

/** "activists and journalists", "a boy and two men" are several; "40 schools and kindergartens", "bolts and bottles" are one. */
function standAlone({ analysis }: Pick<Scene, "analysis">, parts: readonly Nominal[]): boolean {
  return (
    parts.every(({ first, last }) => last - first > 1 && /^(?:DET|NUM|PRON)$/.test(tokenAt(analysis, first).tag)) ||
    parts.some(({ first, last }) => tokenAt(analysis, first).tag === "PROPN" || lookup(analysis, { first, last }, groupWords) !== null)
  );
}

/** The last noun or name between two positions; null when there is none ("two and three"). */
function headIn(scene: Pick<Scene, "analysis">, first: number, last: number): number | null {
  for (let at = last - 1; at >= first; at -= 1) {
    const { tag } = tokenAt(scene.analysis, at);
    if (tag === "NOUN" || tag === "PROPN") return at;
  }
  return null;
}

/** The participants that a noun phrase names: one, or one for each of its coordinated fellows. */
export function participants(scene: Pick<Scene, "analysis" | "names">, nominal: Nominal | null, role: Role): readonly Participant[] {
  if (nominal === null) return [];
  return present(...fellows(scene, nominal).map((fellow) => participant(scene, fellow, role)));
}

/** A loaded word ("terrorists", "bandits") stays the voice's word. */
function labelOf(scene: Pick<Scene, "analysis">, nominal: Nominal): string | null {
  for (let at = nominal.first; at < nominal.last; at += 1) {
    const token = tokenAt(scene.analysis, at);
    if (LABELS.has(token.lemma) || LABELS.has(token.lower)) return token.text;
  }
  return null;
}

/** Participants without the missing ones. */
export function present(...participants: readonly (Participant | null)[]): readonly Participant[] {
  return participants.filter((each): each is Participant => each !== null);
}
