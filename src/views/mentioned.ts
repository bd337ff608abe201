/** Which statements speak of which id: what a history is listed from. Those that do not count are in it too. */
import type { Ref } from "../model/refs.ts";
import type { Said } from "./said.ts";
import type { Kept } from "./view.ts";

/** The name that its rows are kept under. */
export const mentioned = "mentioned";

function ofRef(ref: Ref): readonly string[] {
  if (ref.type === "claim") return [ref.claim];
  return [ref.source];
}

/** The ids that a statement speaks of. Sealing and reading are told by the source itself. */
function idsIn(said: Said): readonly (string | null)[] {
  switch (said.kind) {
    case "judge":
      return [said.body.claim, said.body.correctedClaim];
    case "claim":
      return [said.body.claim];
    case "link":
    case "unlink":
      return [...ofRef(said.body.from), ...ofRef(said.body.to)];
    case "grade":
      return ofRef(said.body.of);
    case "finding":
      return [...said.body.supports, ...said.body.against, said.body.supersedes];
    case "hypothesis":
      return [...said.body.claims, said.body.supersedes];
    case "cell":
      return [said.body.hypothesis, said.body.evidence];
    case "answer":
      return [said.body.question, ...said.body.claims];
    case "pledge-status":
      return [said.body.pledge, ...said.body.evidence];
    case "response":
      return [...said.body.about, said.body.source];
    case "consent":
      return [said.body.source];
    case "legal-outcome":
      return said.body.claims;
    case "place":
      return said.body.mentions.map(({ source }) => source);
    case "note":
      return [said.body.on];
    case "protect":
      return [said.body.source, said.body.passage?.source ?? null];
    case "cover":
      return [said.body.protects, said.body.source];
    case "publication-stamp":
      return [said.body.edition];
    case "admit":
    case "withdraw":
    case "tombstone":
      return [said.body.statement];
    case "seal":
    case "read":
    case "case":
    case "settings":
    case "member-added":
    case "member-removed":
    case "member-role":
      return [];
    default:
      return said satisfies never;
  }
}

/** The rows of one statement. */
export function mentionsOf(said: Said): readonly Kept[] {
  const ids = new Set(idsIn(said).filter((id) => id !== null));
  return [...ids].map((id) => [`${id}\t${said.id}`, null] as const);
}
