/** Denials: claims whose speaker says that it is not so. */
import type { Certainty, Stance } from "../model/words.ts";

interface Deniable {
  readonly negated: boolean;
  readonly certainty: Certainty;
  readonly voice: readonly { readonly stance: Stance }[];
}

/** True when the innermost voice says that it is not so. */
export function isDenial({ negated, certainty, voice }: Deniable): boolean {
  const stance = voice.at(-1)?.stance;
  return negated || certainty === "denied" || stance === "denies" || stance === "withdraws";
}
