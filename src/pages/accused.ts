/**
 * Accused is not guilty. A person whom the record accuses, suspects, arrests or tries is named only with the legal stage,
 * who says so and any denial; the first screen leaves the name out.
 */
import type { Claim, Participant } from "../model/claim.ts";
import type { EventType, LegalStage } from "../model/words.ts";
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

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&").replace(/\s+/g, "\\s+");

/**
 * Every form, and the last word of each: texts go on with the family name alone. Cyrillic names take case endings, and the last
 * vowel of a longer name differs between transliterations; it is better to leave out too much than a name too few.
 */
function patternsOf(forms: readonly string[]): readonly string[] {
  const words = new Set<string>();
  for (const form of forms) {
    const bare = form.replace(/['’]s$/u, "");
    words.add(bare);
    const last = bare.split(/\s+/u).at(-1) ?? bare;
    if ([...last].length >= 4 && /^\p{Lu}/u.test(last)) words.add(last);
  }
  return [...words].map((word) => {
    const long = [...word].length;
    if (/\p{Script=Cyrillic}/u.test(word)) return `${escaped(long > 4 ? word.replace(/[аяйьыиоу]$/u, "") : word)}\\p{L}{0,5}`;
    return long > 6 && /[aeiouy]$/u.test(word) ? `${escaped(word.slice(0, -1))}[aeiouy]{1,2}` : escaped(word);
  });
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
    const pattern = patternsOf([...forms].sort((a, b) => b.length - a.length)).join("|");
    const named = new RegExp(whole(pattern), "u");
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
  const blank = hidden.length === 0 ? null : new RegExp(whole(hidden.map((person) => person.pattern).join("|")), "gu");
  const shown = persons.filter((person) => !hidden.includes(person));
  // One look that tells most texts apart before each name is tried.
  const anyShown = shown.length === 0 ? null : new RegExp(whole(shown.map((person) => person.pattern).join("|")), "u");
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

const whole = (pattern: string): string => `(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`;

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
