/** What the text says is not known: "неизвестно, кто…", "сколько…, не уточняется", "қаншасы … белгісіз". */
import type { Found } from "../found.ts";
import { found } from "../found.ts";
import type { Page, View } from "./page.ts";
import { phraseAt, phrasesIn } from "./patterns.ts";
import { spanOf, wordsOf } from "./stretch.ts";

interface Asked {
  readonly first: number;
  readonly last: number;
}

function trimmed(page: Page, first: number, last: number): Asked | null {
  const { tokens } = page.analysis;
  let [from, to] = [first, last];
  while (from < to && tokens[from]?.tag === "PUNCT") from += 1;
  while (to > from && tokens[to - 1]?.tag === "PUNCT" && !/^[»”"]$/u.test(tokens[to - 1]?.text ?? "")) to -= 1;
  while (to > from && /^(?:әлі|еще|ещё|пока|по-прежнему|тоже|также)$/u.test(tokens[to - 1]?.lower ?? "")) to -= 1;
  return to - from >= 2 ? { first: from, last: to } : null;
}

/** Russian: the clause of the question word, after the cue or before it. */
function askedRussian(page: Page, view: View, cue: Asked): Asked | null {
  const { tokens } = page.analysis;
  const { sentence } = view;
  for (let at = cue.last; at < Math.min(sentence.last, cue.last + 4); at += 1) {
    if (phraseAt(page.tongue.speech.asks, tokens, at, sentence.last) === null) continue;
    let last = at;
    let open = 0;
    for (; last < sentence.last && !/^[;:.]$/u.test(tokens[last]?.text ?? ""); last += 1) {
      if (tokens[last]?.text === "«") open += 1;
      if (tokens[last]?.text === "»" && (open -= 1) < 0) break;
    }
    return trimmed(page, at, last);
  }
  let at = cue.first - 1;
  while (
    at >= sentence.first &&
    !(phraseAt(page.tongue.speech.asks, tokens, at, cue.first) !== null && (at === sentence.first || tokens[at - 1]?.tag === "PUNCT"))
  )
    at -= 1;
  if (at < sentence.first) return null;
  // "Сколько среди погибших мирных жителей, на брифинге не уточнили": the question ends at its last comma before the cue.
  let last = cue.first;
  for (let i = cue.first - 1; i > at; i -= 1)
    if (tokens[i]?.text === ",") {
      last = i;
      break;
    }
  return trimmed(page, at, last);
}

/** Kazakh: all that stands before the cue back to a mark, when a question word is in it. */
function askedKazakh(page: Page, view: View, cue: Asked): Asked | null {
  const { tokens } = page.analysis;
  let first = cue.first;
  while (first > view.sentence.first && !/^[,;:–—]$/u.test(tokens[first - 1]?.text ?? "")) first -= 1;
  for (let at = first; at < cue.first; at += 1)
    if (phraseAt(page.tongue.speech.asks, tokens, at, cue.first) !== null) return trimmed(page, first, cue.first);
  return null;
}

/** Questions of a sentence. A sentence that only says that something was not told, without a question word, is none. */
export function questionsIn(page: Page, view: View): readonly Found[] {
  const { tongue, analysis } = page;
  const { sentence } = view;
  const cue = phrasesIn(tongue.speech.becauseUnknown, analysis.tokens, sentence.first, sentence.last)[0];
  if (cue === undefined) return [];
  const asked = tongue.language === "kk" ? askedKazakh(page, view, cue) : askedRussian(page, view, cue);
  if (asked === null) return [];
  const first = Math.min(asked.first, cue.first);
  const last = Math.max(asked.last, cue.last);
  return [
    found({
      rule: `${tongue.language}.question.unknown`,
      kind: "question",
      sentence: view.at,
      ...spanOf(analysis, first, last),
      anchor: spanOf(analysis, cue.first, cue.last),
      question: { asks: wordsOf(analysis, asked.first, asked.last), why: null, holder: null },
      certainty: "unknown",
    }),
  ];
}
