/** Verbs that say little more than that an event took place: "carried out arrests", "came under fire", "subjected strikers to beatings". */
import { tokenAt } from "../../language/token.ts";
import words from "../lexicons/en/happenings.json" with { type: "json" };
import type { Act } from "./acts.ts";
import type { Clause } from "./clauses.ts";
import type { Nominal } from "./nominals.ts";
import type { Scene } from "./scene.ts";
import { lemmaAt } from "./words.ts";

const LIGHT: ReadonlySet<string> = new Set(words.light);
const PUTTING: ReadonlySet<string> = new Set(words.putting);
const RECORDING: ReadonlySet<string> = new Set(words.recording);
/** A particle of the verb ("carried out arrests"), or what leads to the noun ("placed in custody"). */
const PARTICLES: ReadonlySet<string> = new Set(["under", "into", "out", "down", "up", "off", "on", "through"]);
const LEADING: ReadonlySet<string> = new Set(["in", "under", "to", "into", "on", "with", "through"]);

/** The noun is all that its verb says was done. */
export function isLight({ analysis }: Pick<Scene, "analysis">, { form, clause, last }: Act): boolean {
  if (form !== "noun" || clause?.verb.form !== "finite") return false;
  const verb = lemmaAt(analysis, clause.verb.verb);
  if (PUTTING.has(verb) && leadsTo(clause, last, LEADING) && isParty(analysis, clause)) return true;
  if (!LIGHT.has(verb)) return false;
  if (clause.object !== null && clause.object.head === last - 1) return true;
  return clause.object === null && leadsTo(clause, last, PARTICLES);
}

function leadsTo({ complements }: Clause, last: number, prepositions: ReadonlySet<string>): boolean {
  return complements.some(({ preposition, noun }) => noun.head === last - 1 && prepositions.has(preposition));
}

/** Somebody or something is put into it: the object, or the subject of a passive. */
function isParty(analysis: Scene["analysis"], { verb, object, subject }: Clause): boolean {
  const party = verb.passive ? subject : object;
  return (
    party !== null &&
    (tokenAt(analysis, party.head).tag === "PRON" ||
      tokenAt(analysis, party.head).tag === "NOUN" ||
      tokenAt(analysis, party.head).tag === "PROPN")
  );
}

/** Who does it and to whom, when the verb of a noun is light: "placed the activist in custody" has both, "came under fire" whom. */
export function lightParties(
  scene: Pick<Scene, "analysis">,
  act: Act,
): { readonly agent: Nominal | null; readonly patient: Nominal | null } {
  const { clause } = act;
  if (clause === null || !isLight(scene, act)) return { agent: act.agent, patient: act.patient };
  const { verb, subject, object } = clause;
  const verbLemma = lemmaAt(scene.analysis, verb.verb);
  const by = clause.complements.find(({ preposition }) => preposition === "by")?.noun ?? null;
  if (PUTTING.has(verbLemma) && leadsTo(clause, act.last, LEADING))
    return verb.passive
      ? { agent: act.agent ?? by, patient: subject ?? act.patient }
      : { agent: act.agent ?? subject, patient: object ?? act.patient };
  if (verb.passive) return { agent: act.agent ?? by, patient: act.patient };
  const undergone = words.undergone.includes(verbLemma);
  return undergone ? { agent: act.agent, patient: act.patient ?? subject } : { agent: act.agent ?? subject, patient: act.patient };
}

/** "Our monitors recorded raids on eleven dormitories": who wrote it down does not belong to what was. */
export function isRecorded({ analysis }: Pick<Scene, "analysis">, { object, verb }: Clause, acts: readonly Act[]): boolean {
  return (
    object !== null &&
    !verb.passive &&
    RECORDING.has(lemmaAt(analysis, verb.verb)) &&
    acts.some(({ form, last }) => form === "noun" && last - 1 === object.head)
  );
}
