/** Who says it, in words. */
import type { Claim, Voice } from "../model/claim.ts";
import type { Certainty, Party, Stance } from "../model/words.ts";
import type { SourceRow } from "../model/rows.ts";
import type { Lookup } from "./state.ts";

/** The one who speaks in a claim: the innermost voice, or the document itself. */
export interface Speaker {
  /** The same for the same speaker across documents. */
  readonly key: string;
  readonly name: string;
  readonly party: Party;
  readonly kind: "voice" | "document" | "nobody";
}

const NOBODY = "“it was reported” (by nobody named)";

/** Whose document it is: the real publisher when the source restates one; its title or a plain word when it names no publisher. */
export function documentName(source: SourceRow | null): string {
  if (source === null) return "a document";
  const restated = source.restates?.publisher ?? null;
  if (restated !== null) return `${restated} (restated)`;
  return source.publisher ?? (source.title === null ? "a document without a publisher" : `“${source.title}”`);
}

function nameOf(voice: Voice, claim: Claim, from: Lookup): Pick<Speaker, "key" | "name" | "kind"> {
  if (voice.name === null) return { key: "nobody", name: NOBODY, kind: "nobody" };
  const person = from.person(voice.name, claim.source);
  if (person !== null) return { key: person.id, name: person.name, kind: "voice" };
  return { key: voice.name.toLocaleLowerCase("en"), name: voice.name, kind: "voice" };
}

/** The speaker of a claim. */
export function speakerOf(claim: Claim, from: Lookup): Speaker {
  const inner = claim.voice.at(-1);
  if (inner !== undefined) return { ...nameOf(inner, claim, from), party: inner.party };
  const name = documentName(from.source(claim.source));
  return { key: `document ${name}`, name, party: "media", kind: "document" };
}

/** The reporting chain from the speaker outwards: "Ministry of Health, as told by Kaltan Agency". */
export function chainWords(claim: Claim, from: Lookup): string {
  const speaker = speakerOf(claim, from);
  const outer = claim.voice
    .slice(0, -1)
    .reverse()
    .map((voice) => nameOf(voice, claim, from).name);
  return outer.length === 0 ? speaker.name : `${speaker.name}, as told by ${outer.join(", as told by ")}`;
}

const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  says: "",
  claims: "claim",
  confirms: "confirmation",
  denies: "denial",
  accuses: "accusation",
  suspects: "suspicion",
  predicts: "prediction",
  promises: "promise",
  withdraws: "withdrawal",
};

const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
  stated: "",
  hedged: "hedged",
  alleged: "alleged",
  unconfirmed: "unconfirmed",
  denied: "put as untrue",
  unknown: "said to be unknown",
  planned: "planned",
};

/**
 * How the innermost voice puts it, to stand after its name: "accusation, alleged", "unconfirmed"; null when it plainly says so.
 * Nouns, because a voice may be one person or many.
 */
export function mannerWords(claim: Claim): string | null {
  const stance = claim.voice.at(-1)?.stance ?? "says";
  const certainty = stance === "denies" && claim.certainty === "denied" ? "" : CERTAINTY_WORDS[claim.certainty];
  const words = [STANCE_WORDS[stance], certainty].filter((word) => word !== "").join(", ");
  return words === "" ? null : words;
}

export const partyWords: Readonly<Record<Party, string>> = {
  state: "state",
  security: "security",
  opposition: "opposition",
  ngo: "civil society",
  witness: "witness",
  medical: "medical",
  media: "media",
  expert: "expert",
  international: "international",
  unknown: "side not known",
};
