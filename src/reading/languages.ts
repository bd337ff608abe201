/** Which language a stretch of the text is in. */
import type { Span } from "../model/passage.ts";
import type { LanguageSpan } from "../model/source.ts";

/** The language of the passage that holds most of the stretch; "und" where none does. */
export function languageOf(passages: readonly LanguageSpan[], stretch: Span): string {
  let best = "und";
  let most = 0;
  for (const passage of passages) {
    const shared = Math.min(passage.end, stretch.end) - Math.max(passage.start, stretch.start);
    if (shared > most) {
      most = shared;
      best = passage.language;
    }
  }
  return best;
}
