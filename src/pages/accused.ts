/**
 * Accused is not guilty. A person whom the record accuses, suspects, arrests or tries is named only with the legal stage,
 * who says so and any denial; the first screen leaves the name out.
 */
import type { Claim, Participant } from "../model/claim.ts";
import type { EventType, LegalStage } from "../model/words.ts";
import { namePatterns, wholeWords } from "../model/name-patterns.ts";
import type { PersonRow } from "../model/rows.ts";
import type { Lookup } from "./state.ts";
import type { Withheld } from "./tree.ts";
import { withheld } from "./tree.ts";
import { speakerOf } from "./voices.ts";

/** One person with what the record says against them. */
export interface Accused {
  readonly name: string;
  readonly claims: readonly Claim[];
  /** Claims that deny it. */
  readonly denials: readonly Claim[];
  /** "suspected of “high treason”, says Kaltan prosecutor's office; a denial is in the record, by …" */
  readonly caution: string;
}

export interface Accusations {
  readonly persons: readonly Accused[];
  /** `text` with the names of the accused left out, or as it is when names are to be shown. */
  protect(text: string): readonly (string | Withheld)[];
  /** What must travel with the names in `text`: one line for each accused person named there; null when there is none. */
  caution(text: string): string | null;
}

const STAGE_WORDS: Readonly<Record<LegalStage, string>> = {
  suspected: "suspected",
  detained: "detained",
  remanded: "remanded in custody",
  charged: "charged",
  tried: "on trial",
  convicted: "convicted, not final",
  final: "convicted, final",
  acquitted: "acquitted",
  closed: "case closed",
  amnestied: "amnestied",
  pardoned: "pardoned",
};

// Being the object of these is suspicion even where no legal stage is said.
const SUSPICION: ReadonlySet<EventType> = new Set([
  "arrest", "administrative-arrest", "remand", "search", "interrogation", "summons", "charge", "trial", "sentence",
]); // prettier-ignore

function isAccused(participant: Participant, claim: Claim): boolean {
  if (participant.role === "accused") return true;
  if (participant.role === "patient") return claim.legal !== null || (claim.event !== null && SUSPICION.has(claim.event));
  const stance = claim.voice.at(-1)?.stance;
  return participant.role === "agent" && (claim.kind === "explanation" || stance === "accuses" || stance === "suspects");
}

// Without a row in `people`: one to four words that all begin with a capital letter read as somebody's name,
// and so do two to four of them after plain words for what somebody is ("businessman Ilvo Tarrin").
const PROPER = /^\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’.-]*){0,3}$/u;
const TITLED = /^(?:(?!(?:of|in|at|from|by|the|a|an|and|or)\s)\p{Ll}[\p{L}-]*\s+){1,4}(\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’.-]*){1,3})$/u;

interface Named {
  readonly key: string;
  readonly name: string;
  readonly row: PersonRow | null;
}

function personNamed(participant: Participant, claim: Claim, from: Lookup): Named | null {
  const name = TITLED.exec(participant.name)?.[1] ?? participant.name;
  const row = from.person(participant.name, claim.source) ?? from.person(name, claim.source);
  if (row !== null) return row.kind === "person" ? { key: row.id, name: row.name, row } : null;
  return PROPER.test(name) ? { key: name, name, row: null } : null;
}

function cautionOf(accusing: readonly Claim[], denials: readonly Claim[], from: Lookup): string {
  const staged = accusing.filter((claim) => claim.legal !== null);
  const told = (staged.length > 0 ? staged : accusing).map((claim) => {
    const stage = claim.legal === null ? "accused, no legal stage said" : STAGE_WORDS[claim.legal.stage];
    const offence = claim.legal?.offence == null ? "" : ` (“${claim.legal.offence}”)`;
    return `${stage}${offence}, says ${speakerOf(claim, from).name}`;
  });
  const denied = denials.map((claim) => speakerOf(claim, from).name);
  const denial = denied.length === 0 ? "no denial is in the record" : `a denial is in the record, by ${[...new Set(denied)].join(", ")}`;
  return `${[...new Set(told)].slice(0, 3).join("; ")}; ${denial}`;
}

function isDenial(claim: Claim): boolean {
  return claim.certainty === "denied" || claim.voice.at(-1)?.stance === "denies";
}

/** Everybody whom the claims accuse, with what travels with their names. `names` says whether pages show them. */
export function accusations(from: Lookup, names: "withheld" | "shown"): Accusations {
  const found = new Map<string, { name: string; forms: Set<string>; accusing: Claim[] }>();
  for (const claim of from.state.claims) {
    if (isDenial(claim)) continue;
    for (const participant of claim.who) {
      if (!isAccused(participant, claim)) continue;
      const person = personNamed(participant, claim, from);
      if (person === null) continue;
      const entry = found.get(person.key) ?? {
        name: person.name,
        forms: new Set(person.row?.names.map((name) => name.form)),
        accusing: [],
      };
      entry.forms.add(person.name);
      entry.forms.add(TITLED.exec(participant.name)?.[1] ?? participant.name);
      entry.accusing.push(claim);
      found.set(person.key, entry);
    }
  }
  const denying = from.state.claims.filter(isDenial).map((claim) => ({ claim, words: `${claim.quote} ${speakerOf(claim, from).name}` }));
  const persons = [...found.values()].map(({ name, forms, accusing }) => {
    const pattern = namePatterns([...forms].sort((a, b) => b.length - a.length)).join("|");
    const named = new RegExp(wholeWords(pattern), "u");
    const denials = denying.flatMap(({ claim, words }) => (named.test(words) ? [claim] : []));
    const stages = accusing.map((claim) => claim.legal?.stage);
    return {
      accused: { name, claims: accusing, denials, caution: cautionOf(accusing, denials, from) },
      pattern,
      named,
      final: stages.includes("final"),
    };
  });
  const hidden = persons.filter((person) => names === "withheld" && !person.final);
  const blank = hidden.length === 0 ? null : new RegExp(wholeWords(hidden.map((person) => person.pattern).join("|")), "gu");
  const shown = persons.filter((person) => !hidden.includes(person));
  // One look that tells most texts apart before each name is tried.
  const anyShown = shown.length === 0 ? null : new RegExp(wholeWords(shown.map((person) => person.pattern).join("|")), "u");
  return {
    persons: persons.map((person) => person.accused),
    protect: (text) => (blank === null ? [text] : blanked(text, blank)),
    caution: (text) => {
      if (anyShown?.test(text) !== true) return null;
      return shown
        .filter((person) => person.named.test(text))
        .map(({ accused }) => `${accused.name}: ${accused.caution}`)
        .join(". ");
    },
  };
}

function blanked(text: string, pattern: RegExp): readonly (string | Withheld)[] {
  const parts: (string | Withheld)[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) parts.push(text.slice(from, match.index));
    parts.push(withheld("name withheld: accused"));
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}
