/** The whole way of a document from bytes to drafts, for inputs that may be damaged. */
import { identifyLanguages } from "../../src/language/identify.ts";
import { Refusal } from "../../src/model/errors.ts";
import { rules } from "../../src/reading/rules.ts";
import { readSource } from "../../src/sources/read.ts";
import type { Mutant } from "./mutate.ts";

export type Fate =
  { readonly kind: "read" } | { readonly kind: "refused"; readonly code: string } | { readonly kind: "failed"; readonly why: string };

/** What became of the input: read with sound passages and quotes, refused with a code, or failed (a fault of ours) and why. */
export function survive({ name, bytes }: Mutant): Fate {
  try {
    const { text, meta, passages } = readSource(bytes, name, {}, identifyLanguages);
    let at = 0;
    for (const span of passages) {
      if (span.start !== at || span.end <= span.start) return { kind: "failed", why: `passages leave a gap at ${at}` };
      at = span.end;
    }
    if (at !== text.length) return { kind: "failed", why: `passages end at ${at} of ${text.length}` };
    if (text.includes("\ufffd") && !Buffer.from(bytes).includes(Buffer.from("\ufffd")))
      return { kind: "failed", why: "a replacement character that the file does not hold" };
    for (const draft of rules.read(text, { published: meta.published, passages })) {
      if (text.slice(draft.start, draft.end) !== draft.quote)
        return { kind: "failed", why: `a quote that is not in the text, by ${draft.rule}` };
    }
    return { kind: "read" };
  } catch (error) {
    if (error instanceof Refusal && error.message.length > 20) return { kind: "refused", code: error.code };
    return { kind: "failed", why: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
