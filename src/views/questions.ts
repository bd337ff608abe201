/** What nobody knows: what the texts say is unknown, in document order; then what the record leaves open. */
import type { Id } from "../model/ids.ts";
import type { EventFact } from "../reconcile/facts.ts";
import { byUnits } from "../reconcile/folding.ts";
import { bucketsIn } from "./buckets.ts";
import { occurrencesOf } from "./occurrence.ts";
import { officesOf } from "./offices.ts";
import { asksAgent, contested, unaccounted, unattributed } from "./open.ts";
import type { QuestionRow } from "../model/rows.ts";
import { choruses, fileSayings } from "./sayings.ts";
import type { FigureDigest } from "./tally.ts";
import { talliesOf } from "./tally.ts";
import type { Of } from "./heard.ts";
import { allOf, joiningOf } from "./heard.ts";
import { kinshipIn } from "./sketches.ts";
import { movedBy } from "./moving.ts";
import { nowOf } from "./redirects.ts";
import type { Rows, View } from "./view.ts";

const TEXT = "t\t";

interface Asked {
  readonly asks: string;
  readonly why: string | null;
  readonly answers: readonly Id[];
}

const ENGLISH_QUESTION = /^(?:who|whom|whose|what|which|when|where|why|how|whether|if)\b/i;

/** What would close a question that a text raises. */
function wouldAnswer(asks: string): string {
  const bare = asks.trim().replace(/[?.\s]+$/u, "");
  if (!ENGLISH_QUESTION.test(bare)) return `A source that answers “${bare}”.`;
  return `A source that says ${bare.charAt(0).toLowerCase()}${bare.slice(1)}.`;
}

async function* raisedByText(rows: Rows): AsyncIterable<QuestionRow> {
  for (const chorus of await choruses<Asked>(rows, TEXT)) {
    const [{ id, content }] = chorus;
    const answers = [...new Set(chorus.flatMap((saying) => saying.content.answers))].sort(byUnits);
    const why = chorus.map((saying) => saying.content.why).find((reason) => reason !== null) ?? null;
    const state = answers.length === 0 ? "open" : "answered";
    const claims = chorus.map((saying) => saying.id);
    yield { id, asks: content.asks, why, raisedBy: "text", claims, wouldAnswer: wouldAnswer(content.asks), state, answers };
  }
}

/** What the rows of the figures and of the timeline leave open: they are not filed a second time here. */
async function* raisedByRecord(of: Of): AsyncIterable<QuestionRow> {
  const [figures, timeline] = [of("figures"), of("timeline")];
  const [counts, events] = [await joiningOf(of, "same-figure"), await joiningOf(of, "same-event")];
  const moved = await movedBy(events, timeline, of);
  const kinship = await kinshipIn(of);
  const offices = await officesOf(of);
  for await (const [, digests] of bucketsIn<FigureDigest>(figures, "")) {
    const facts = digests.map(({ fact }) => fact);
    for (const tally of talliesOf(digests, { joining: counts, offices, kinship: await kinship(facts) }))
      yield* [contested(tally), unaccounted(tally)].filter((row) => row !== null);
  }
  for await (const [bucket, facts] of bucketsIn<EventFact>(timeline, "")) {
    const asked = moved(bucket, facts).filter(asksAgent);
    for (const { row, facts: members } of occurrencesOf(asked, events, await kinship(asked)))
      yield* [unattributed(row, members)].filter((asked) => asked !== null);
  }
}

/** A question with what people answered it by: the claims that they named, or the statement that answers in words. */
async function answersOf(of: Of): Promise<(row: QuestionRow) => QuestionRow> {
  const redirects = of("redirects");
  const said = await Promise.all(
    (await allOf(of, "answer")).map(async ({ id, body }) => ({
      question: await nowOf(redirects, body.question),
      answers: body.claims.length === 0 ? [id] : await Promise.all(body.claims.map((claim) => nowOf(redirects, claim))),
    })),
  );
  return (row) => {
    const own = said.filter(({ question }) => question === row.id || (row.raisedBy === "text" && row.claims.includes(question)));
    if (own.length === 0) return row;
    const answers = [...new Set([...row.answers, ...own.flatMap((each) => each.answers)])].sort(byUnits);
    return { ...row, state: "answered", answers };
  };
}

export const questions: View<QuestionRow> = {
  name: "questions",
  version: 2,
  file(entry) {
    const answersTo = (id: Id): readonly Id[] =>
      entry.claims.filter(({ links }) => links.some((link) => link.type === "answers" && link.claim === id)).map((claim) => claim.id);
    return fileSayings<Asked>(TEXT, entry, ({ id, kind, question }) => {
      if (kind !== "question" || question === null) return null;
      return { alike: [question.asks], content: { asks: question.asks, why: question.why, answers: answersTo(id) } };
    });
  },
  async *list(rows, of) {
    const answered = await answersOf(of);
    for await (const row of raisedByText(rows)) yield answered(row);
    for await (const row of raisedByRecord(of)) yield answered(row);
  },
};
