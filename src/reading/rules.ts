/** The reader that ships: one reader a language over the stretches of that language, drafts in document order. */
import { segmentText } from "../language/segments.ts";
import type { Draft } from "../model/claim.ts";
import { readEnglish } from "./en/english.ts";
import type { ReadContext, Reader } from "./reader.ts";

export const rules: Reader = {
  name: "rules",
  version: "1.0.0",
  read(text: string, context: ReadContext): readonly Draft[] {
    const segments = segmentText(text);
    return readEnglish(text, segments, context);
  },
};
