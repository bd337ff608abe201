/** Drafts as short lines, so that tests of the briefing readers are tables of sentences and lines. */
import { segmentText } from "../../src/language/segments.ts";
import type { Draft, Voice } from "../../src/model/claim.ts";
import type { Amount } from "../../src/model/figure.ts";
import { readKazakh } from "../../src/reading/kk.ts";
import { readRussian } from "../../src/reading/ru.ts";

const readers = { ru: readRussian, kk: readKazakh };

/** All drafts of a text published on 15 March 2022. */
export function draftsOf(text: string, language: "ru" | "kk"): readonly Draft[] {
  return readers[language](text, segmentText(text), { published: "2022-03-15", passages: [] });
}

function amount({ min, max, minExclusive, maxExclusive, best, approx }: Amount): string {
  if (best !== null && min === best && max === best) return String(best);
  if (best !== null) return `${max === null ? "about" : "nearly"} ${best}`;
  if (min !== null && max !== null) return `${min}..${max}`;
  if (min !== null) return approx ? `${min}+` : `${minExclusive ? ">" : ">="}${min}`;
  return `${maxExclusive ? "<" : "<="}${max ?? "?"}`;
}

/** "19 dead of security part-of 225". */
export function figureLine(draft: Draft, drafts: readonly Draft[]): string {
  const { figure } = draft;
  if (figure === null) return draft.kind;
  const of = figure.of.map(({ group, label }) => group ?? label).join("+");
  const whole = figure.partOf === null ? undefined : drafts[figure.partOf]?.figure;
  return [
    amount(figure),
    figure.per === "whole" ? "share" : "",
    figure.unit,
    of === "" ? "" : `of ${of}`,
    whole === undefined || whole === null ? "" : `part-of ${amount(whole)}`,
  ]
    .filter((word) => word !== "")
    .join(" ");
}

/** Lines of all figures of a text, in order. */
export function figuresOf(text: string, language: "ru" | "kk"): readonly string[] {
  const drafts = draftsOf(text, language);
  return drafts.filter(({ kind }) => kind === "figure").map((draft) => figureLine(draft, drafts));
}

function mouth({ name, stance, start, from }: Voice): string {
  return `${name ?? "?"} ${stance}${start === null ? " carried" : from === null ? "" : " meant"}`;
}

/** "Интерфакс says > МВД says". */
export function voiceLine(draft: Draft): string {
  return draft.voice.map(mouth).join(" > ");
}
