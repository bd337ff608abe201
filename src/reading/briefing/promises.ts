/** Promises and orders of a named voice: "министр пообещал…", "президент поручил…", "уәде берді". */
import type { Participant } from "../../model/claim.ts";
import type { Found } from "../found.ts";
import { found } from "../found.ts";
import type { Page, View } from "./page.ts";
import { phrasesIn } from "./patterns.ts";
import type { Speaker } from "./speakers.ts";
import type { Utterance } from "./utterances.ts";
import { spanOf, wordsOf } from "./stretch.ts";

/** What was promised: in Russian the words after the verb, or before it when it follows them after a comma; in Kazakh the words before it. */
function contentOf(
  page: Page,
  view: View,
  utterances: readonly Utterance[],
  first: number,
  last: number,
): { first: number; last: number } | null {
  const { tokens } = page.analysis;
  const framed = (at: number): boolean => utterances.some(({ frame }) => frame.some((piece) => piece.first <= at && at < piece.last));
  let [from, to] = [view.sentence.first, first];
  if (page.tongue.language === "ru" && tokens[first - 1]?.tag !== "PUNCT") {
    [from, to] = [last, view.sentence.last];
    while (from < to && (tokens[from]?.tag === "PUNCT" || tokens[from]?.lower === "что")) from += 1;
  } else while (from < to && (framed(from) || tokens[from]?.tag === "PUNCT")) from += 1;
  while (
    to > from &&
    ((tokens[to - 1]?.tag === "PUNCT" && !/^[»”"]$/u.test(tokens[to - 1]?.text ?? "")) || tokens[to - 1]?.lower === "деп")
  )
    to -= 1;
  return to - from >= 2 ? { first: from, last: to } : null;
}

/** The day by which it was promised, when the words of the promise set one. */
function dueOf(view: View, { first, last }: { first: number; last: number }, page: Page): string | null {
  const { start, end } = spanOf(page.analysis, first, last);
  const limits = view.times.filter(
    (time) => time.start >= start && time.end <= end && /^(?:by|until|before|in|within)$/u.test(time.lead ?? ""),
  );
  return limits.find(({ kind, value }) => kind === "date" && value !== null)?.value ?? null;
}

function voiceOf(utterances: readonly Utterance[], at: number): string | null {
  const near = utterances.find(({ frame }) => frame.some(({ first, last }) => first <= at && at < last)) ?? utterances[0];
  return near?.chain.at(-1)?.name ?? null;
}

function actor(page: Page, agent: Speaker | null): readonly Participant[] {
  if (agent === null) return [];
  const span = spanOf(page.analysis, agent.first, agent.last);
  return [{ role: "agent", name: agent.name ?? wordsOf(page.analysis, agent.first, agent.last), ...span, group: null, label: null }];
}

/** Pledges and orders of a sentence; one without a known voice is left out, since nobody could be held to it. */
export function promisesIn(page: Page, view: View, utterances: readonly Utterance[]): readonly Found[] {
  const { tongue, analysis } = page;
  const { sentence } = view;
  const pledges = phrasesIn(tongue.speech.promises, analysis.tokens, sentence.first, sentence.last).map((hit) => ({
    ...hit,
    pledge: true,
  }));
  const orders = phrasesIn(tongue.speech.orders, analysis.tokens, sentence.first, sentence.last).map((hit) => ({ ...hit, pledge: false }));
  return [...pledges, ...orders].flatMap(({ first, last, pledge }): Found[] => {
    const content = contentOf(page, view, utterances, first, last);
    const agent = view.speakers.filter((each) => each.last <= first && each.subject).at(-1) ?? null;
    const by = voiceOf(utterances, first) ?? (pledge ? null : (agent?.name ?? null));
    if (content === null || by === null || analysis.tokens[first - 1]?.lower === "не") return [];
    const what = wordsOf(analysis, content.first, content.last);
    const span = spanOf(analysis, Math.min(first, content.first), Math.max(last, content.last));
    const common = { sentence: view.at, ...span, anchor: spanOf(analysis, first, last) };
    return pledge
      ? [
          found({
            ...common,
            rule: `${tongue.language}.pledge.promise`,
            kind: "pledge",
            pledge: { by, to: null, what, due: dueOf(view, content, page), condition: null },
            certainty: "planned",
          }),
        ]
      : [found({ ...common, rule: `${tongue.language}.event.order`, kind: "event", event: "order", who: actor(page, agent) })];
  });
}
