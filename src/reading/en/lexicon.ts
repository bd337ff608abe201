/** The English word lists in the form the rules look them up: read once, never changed. */
import type { Basis, EventType, Group, Party, Stance, Unit } from "../../model/words.ts";
import certainty from "../lexicons/en/certainty.json" with { type: "json" };
import events from "../lexicons/en/events.json" with { type: "json" };
import groups from "../lexicons/en/groups.json" with { type: "json" };
import interviews from "../lexicons/en/interviews.json" with { type: "json" };
import names from "../lexicons/en/names.json" with { type: "json" };
import parties from "../lexicons/en/parties.json" with { type: "json" };
import reporting from "../lexicons/en/reporting.json" with { type: "json" };
import weak from "../lexicons/en/reporting-weak.json" with { type: "json" };
import reports from "../lexicons/en/reports.json" with { type: "json" };
import units from "../lexicons/en/units.json" with { type: "json" };

/** Words to one value each; the first list that holds a word wins. */
function inverted<V extends string>(table: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, V> {
  const map = new Map<string, V>();
  for (const [value, words] of Object.entries(table)) for (const word of words) if (!map.has(word)) map.set(word, value as V);
  return map;
}

/** Each entry in the plural as well: a capitalised "Witnesses" at the head of a sentence keeps its form. */
function withPlurals<V>(table: ReadonlyMap<string, V>): ReadonlyMap<string, V> {
  const all = new Map(table);
  for (const [word, value] of table)
    for (const plural of [`${word}s`, `${word}es`, word.replace(/man$/, "men"), word.replace(/y$/, "ies")])
      if (!all.has(plural)) all.set(plural, value);
  return all;
}

/** Lemma of a verb that reports whatever follows, with the stance it takes. */
export const strongVerbs: ReadonlyMap<string, Stance> = inverted(reporting);
/** Lemma of a verb that reports only before "that", a clause or a quotation. */
export const weakVerbs: ReadonlyMap<string, Stance> = inverted(weak);
export const reportNouns: ReadonlyMap<string, Stance> = new Map(Object.entries(reports.nouns) as [string, Stance][]);
export const unconfirmedWords: ReadonlySet<string> = new Set(reports.unconfirmed);
export const rumourWords: ReadonlySet<string> = new Set(reports.rumour);
export const surfaceVerbs: ReadonlySet<string> = new Set(reports.surface);
export const groupWords: ReadonlyMap<string, Group> = inverted(groups);
export const partyWords: ReadonlyMap<string, Party> = withPlurals(inverted<Party>(parties));
export const unitByEvent: Readonly<Partial<Record<EventType, Unit>>> = units["by-event"] as Partial<Record<EventType, Unit>>;
export const unitByNoun: ReadonlyMap<string, Unit> = inverted(units["by-noun"]);
/** "death toll", "number of dead": nouns whose number is a count of something else. */
export const tolls: ReadonlyMap<string, Unit> = inverted(units.tolls);
export const classifiers: ReadonlySet<string> = new Set(units.classifiers);
export const peopleWords: ReadonlySet<string> = new Set(units.people);
/** Words for one person by trade, kin or standing ("nurse", "aunt", "watchman"). */
export const personWords: ReadonlySet<string> = new Set(interviews.persons);
export const moneyWords: ReadonlySet<string> = new Set(units.money);
export const measureWords: ReadonlySet<string> = new Set(units.measures);
export const titleWords: ReadonlySet<string> = new Set(names.titles);
export const organisationWords: ReadonlySet<string> = new Set(names["organisation-words"]);
export const certaintyWords: Readonly<Record<keyof typeof certainty, ReadonlySet<string>>> = {
  hedged: new Set(certainty.hedged),
  alleged: new Set(certainty.alleged),
  unconfirmed: new Set(certainty.unconfirmed),
  unknown: new Set(certainty.unknown),
  planned: new Set(certainty.planned),
  rejected: new Set(certainty.rejected),
  unproven: new Set(certainty.unproven),
  doubting: new Set(certainty.doubting),
  adverbs: new Set(certainty.adverbs),
  ahead: new Set(certainty.ahead),
  "open-ended": new Set(certainty["open-ended"]),
};

/** How an event word takes its participants. acts: agent does it to a patient; undergoes: the same, but only in the passive ("was tried"); happens: to the subject; does: the subject acts alone. */
export type Frame = "acts" | "undergoes" | "happens" | "does" | "noun" | "adjective";

export interface Trigger {
  readonly type: EventType;
  readonly frame: Frame;
  /** The words of the trigger as lemmas, in order. */
  readonly words: readonly string[];
  /** Lemmas of which the patient must be one; empty when any will do. Longer triggers need none. */
  readonly patients: readonly string[];
  readonly notPatients: readonly string[];
}

interface EventWords {
  readonly type: string;
  readonly acts?: readonly string[];
  readonly undergoes?: readonly string[];
  readonly happens?: readonly string[];
  readonly does?: readonly string[];
  readonly nouns?: readonly string[];
  readonly adjectives?: readonly string[];
  readonly patients?: readonly string[];
  readonly "not-patients"?: readonly string[];
}

function trigger(of: EventWords, frame: Frame, words: readonly string[]): Trigger {
  const patients = frame === "acts" && words.length === 1 ? (of.patients ?? []) : [];
  return {
    type: of.type as EventType,
    frame,
    words,
    patients,
    notPatients: frame === "acts" || frame === "undergoes" || frame === "noun" ? (of["not-patients"] ?? []) : [],
  };
}

/** Triggers by their first lemma, longest first. */
export const triggers: ReadonlyMap<string, readonly Trigger[]> = (() => {
  const map = new Map<string, Trigger[]>();
  const put = (of: EventWords, frame: Frame, words: readonly string[] | undefined): void => {
    for (const entry of words ?? []) {
      const lemmas = entry.split(" ");
      const first = lemmas[0] as string;
      map.set(first, [...(map.get(first) ?? []), trigger(of, frame, lemmas)]);
    }
  };
  for (const entry of events as readonly EventWords[]) {
    put(entry, "acts", entry.acts);
    put(entry, "undergoes", entry.undergoes);
    put(entry, "happens", entry.happens);
    put(entry, "does", entry.does);
    put(entry, "noun", entry.nouns);
    put(entry, "adjective", entry.adjectives);
  }
  for (const [first, list] of map)
    map.set(
      first,
      [...list].sort((a, b) => b.words.length - a.words.length),
    );
  return map;
})();

/** How the words of a voice say it knows. */
export const basisWords: ReadonlyMap<string, Basis> = withPlurals(
  inverted<Basis>({
    witness: ["eyewitness", "witness", "survivor", "bystander", "onlooker", "passer-by"],
    relative: ["relative", "mother", "father", "brother", "sister", "wife", "husband", "family", "son", "daughter"],
    medical: ["doctor", "medic", "hospital", "morgue", "nurse", "paramedic", "coroner"],
    record: ["document", "record", "list", "letter", "data", "register", "database", "statistic", "court file"],
    footage: ["video", "footage", "photograph", "photo", "recording", "image", "cctv"],
    hearsay: ["rumour", "rumor", "hearsay", "gossip"],
  }),
);
