/** Who takes part in what a clause tells, by its form: who acts, to whom, with what. */
import { tokenAt } from "../../language/token.ts";
import type { Participant } from "../../model/claim.ts";
import type { Role } from "../../model/words.ts";
import words from "../lexicons/en/roles.json" with { type: "json" };
import type { Clause } from "./clauses.ts";
import { groupWords, triggers } from "./lexicon.ts";
import type { Nominal } from "./nominals.ts";
import { isTime } from "./nominals.ts";
import { participants } from "./participants.ts";
import type { Scene } from "./scene.ts";
import { lemmaAt, lookup } from "./words.ts";

const INSTRUMENTS: ReadonlyMap<string, true> = new Map(words.instruments.map((word) => [word, true]));
const WIELDED: ReadonlySet<string> = new Set(words.wielded);
const UNDERGOING: ReadonlySet<string> = new Set(words.undergoing);
const UNDERGOING_WITH: ReadonlySet<string> = new Set(words["undergoing-with"]);
const ACTING: ReadonlySet<string> = new Set(words.acting);
const PLACES: ReadonlySet<string> = new Set(words["places-as-objects"]);
const NOBODY: ReadonlySet<string> = new Set(words.nobody);

/** The phrase names a weapon or a tool by its head: "two petrol bombs". */
export function isInstrument({ analysis }: Pick<Scene, "analysis">, { first, head }: Nominal): boolean {
  return lookup(analysis, { first: Math.max(first, head - 1), last: head + 1 }, INSTRUMENTS) === true;
}

/** "The raids began", "the incident took place": no party to what happened. */
export function isNobody({ analysis }: Pick<Scene, "analysis">, { first, head, last }: Nominal): boolean {
  if (lookup(analysis, { first, last: head + 1 }, groupWords) !== null && tokenAt(analysis, head).tag !== "PROPN") return false;
  if (last === first + 1 && tokenAt(analysis, first).tag === "PRON") return false;
  const lemma = lemmaAt(analysis, head);
  return NOBODY.has(lemma) || triggers.get(lemma)?.some(({ frame, words: own }) => frame === "noun" && own.length === 1) === true;
}

/** What is done with a weapon it is done with it: "threw stones", "water cannon was used", "a shell hit the clinic", "were attacked with bolts". */
export function withInstruments(scene: Pick<Scene, "analysis">, clause: Clause | null, nominal: Nominal | null, role: Role): Role {
  if (nominal === null || clause === null || !isInstrument(scene, nominal)) return role;
  if (role === "agent") return "instrument";
  return role === "patient" && WIELDED.has(lemmaAt(scene.analysis, clause.verb.verb)) ? "instrument" : role;
}

/** What stands behind "with" when it is a weapon or tool; null when nothing does. */
export function instrumentOf(scene: Pick<Scene, "analysis">, clause: Clause | null): Nominal | null {
  return clause?.complements.find(({ preposition, noun }) => preposition === "with" && isInstrument(scene, noun))?.noun ?? null;
}

/** "The wall fell", "the lights went out": the subject undergoes what the verb tells. */
function undergoes({ analysis }: Pick<Scene, "analysis">, { verb, object, subject }: Clause): boolean {
  const lemma = lemmaAt(analysis, verb.verb);
  if (!UNDERGOING.has(lemma)) return false;
  const next = verb.last < analysis.tokens.length ? tokenAt(analysis, verb.last).lower : "";
  if (UNDERGOING_WITH.has(`${lemma} ${next}`)) return true;
  if (object !== null && lemma !== "lose" && lemma !== "suffer" && lemma !== "sustain" && lemma !== "survive") return false;
  if (!ACTING.has(lemma)) return true;
  // People go and come of their own will.
  if (subject === null) return false;
  const head = tokenAt(analysis, subject.head);
  return (
    lemma === "fall" ||
    !(
      head.tag === "PRON" ||
      head.tag === "PROPN" ||
      lookup(analysis, subject, groupWords) !== null ||
      /(?:man|men|people|woman|women|family|families)$/.test(head.lower)
    )
  );
}

/** The participants of a clause that no trigger gave roles. */
export function rolesOf(scene: Pick<Scene, "analysis" | "names">, clause: Clause): readonly Participant[] {
  const { verb, subject, object, complements } = clause;
  const by = complements.find(({ preposition, noun }) => preposition === "by" && !isWhen(scene, noun))?.noun ?? null;
  const parties: readonly (readonly [Nominal | null, Role])[] = verb.passive
    ? [
        [by, "agent"],
        [subject, "patient"],
      ]
    : [
        [subject, undergoes(scene, clause) ? "patient" : "agent"],
        [object !== null && PLACES.has(lemmaAt(scene.analysis, verb.verb)) && !isSomebody(scene, object) ? null : object, "patient"],
      ];
  return [
    ...parties.flatMap(([nominal, role]) =>
      nominal === null || isNobody(scene, nominal) ? [] : participants(scene, nominal, withInstruments(scene, clause, nominal, role)),
    ),
    ...participants(scene, instrumentOf(scene, clause), "instrument"),
  ];
}

/** "by noon", "by 10 June", "by the end of the week" */
function isWhen({ analysis }: Pick<Scene, "analysis">, noun: Nominal): boolean {
  return (
    isTime(analysis, { type: "noun", ...noun }) || /^\d/.test(tokenAt(analysis, noun.head).text) || lemmaAt(analysis, noun.head) === "end"
  );
}

function isSomebody({ analysis, names }: Pick<Scene, "analysis" | "names">, nominal: Nominal): boolean {
  return (
    tokenAt(analysis, nominal.head).tag === "PRON" ||
    lookup(analysis, nominal, groupWords) !== null ||
    names.at(nominal.head)?.kind === "person"
  );
}
