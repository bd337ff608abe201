/** Builder for the time tests: a text, one sentence a line, to its mentions as short rows. */
import { findTimes } from "../../../src/reading/times/times.ts";
import type { TimeContext, TimeMention } from "../../../src/reading/times/mention.ts";

export function sentencesOf(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    if (line !== "") spans.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return spans;
}

export function mentionsOf(text: string, language: TimeContext["language"], published: string | null): readonly TimeMention[] {
  return findTimes(text, sentencesOf(text), { published, language });
}

/** "quote = value" for each mention. */
export function said(text: string, language: TimeContext["language"] = "en", published: string | null = "2022-01-18"): string[] {
  return mentionsOf(text, language, published).map((m) => `${text.slice(m.start, m.end)} = ${m.value ?? "null"}`);
}
