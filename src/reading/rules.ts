/** The reader that ships: one reader a language over the stretches of that language, drafts in document order. */
import type { Segment } from "../language/segments.ts";
import { segmentText } from "../language/segments.ts";
import type { Draft } from "../model/claim.ts";
import { readEnglish } from "./en/english.ts";
import { readKazakh } from "./kk.ts";
import { languageOf } from "./languages.ts";
import type { ReadContext, Reader } from "./reader.ts";
import { readRussian } from "./ru.ts";

type ReadLanguage = (text: string, segments: readonly Segment[], context: ReadContext) => readonly Draft[];

/** Every language that is read. Text in others is sealed and said to be unread. */
const languages: readonly (readonly [language: string, read: ReadLanguage])[] = [
  ["en", readEnglish],
  ["ru", readRussian],
  ["kk", readKazakh],
];

export const rules: Reader = {
  name: "rules",
  version: "1.0.0",
  read(text: string, context: ReadContext): readonly Draft[] {
    const segments = segmentText(text);
    const drafts: Draft[] = [];
    for (const [language, read] of languages) {
      const own = segments.filter((segment) => languageOf(context.passages, segment) === language);
      if (own.length === 0) continue;
      const offset = drafts.length;
      drafts.push(...read(text, own, context).map((draft) => shifted(draft, offset)));
    }
    return inDocumentOrder(drafts);
  },
};

/** Positions of wholes and links count in the list of all languages. */
function shifted(draft: Draft, offset: number): Draft {
  if (offset === 0) return draft;
  return moved(draft, (position) => position + offset);
}

function moved(draft: Draft, to: (position: number) => number): Draft {
  const whole = draft.figure?.partOf ?? null;
  if (whole === null && draft.links.length === 0) return draft;
  const figure = draft.figure === null || whole === null ? draft.figure : { ...draft.figure, partOf: to(whole) };
  return { ...draft, figure, links: draft.links.map((link) => ({ ...link, claim: to(link.claim) })) };
}

function inDocumentOrder(drafts: readonly Draft[]): readonly Draft[] {
  const order = drafts.map((_, position) => position).sort((a, b) => (drafts[a] as Draft).start - (drafts[b] as Draft).start || a - b);
  const place = new Map(order.map((position, at) => [position, at]));
  return order.map((position) => moved(drafts[position] as Draft, (at) => place.get(at) as number));
}
