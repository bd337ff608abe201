/** Everything that the reader recognises, layer by layer, whether a claim uses it or not: the `mentions` door. */
import { segmentText } from "../language/segments.ts";
import { countedBy } from "./en/counted.ts";
import type { Scene } from "./en/scene.ts";
import { sceneOf } from "./en/scene.ts";
import { languageOf } from "./languages.ts";
import type { Mention, ReadContext } from "./reader.ts";
import { findTimes } from "./times/times.ts";
import type { TimeMention } from "./times/mention.ts";

/** Mentions in document order; of two at one place the order of the layers decides. */
export function mentionsOf(text: string, context: ReadContext): readonly Mention[] {
  const segments = segmentText(text);
  const english = segments.filter((segment) => languageOf(context.passages, segment) === "en");
  const scene = sceneOf(text, english, context);
  const others = (["ru", "kk"] as const).flatMap((language) => {
    const own = segments.filter((segment) => languageOf(context.passages, segment) === language);
    return own.length === 0 ? [] : findTimes(text, own, { published: context.published, language }).map((time) => timeMention(text, time));
  });
  return [
    ...others,
    ...scene.sentences.flatMap((at) => at.times.map((time) => timeMention(text, time))),
    ...quantities(scene),
    ...names(scene),
    ...places(scene),
    ...cues(scene),
  ].sort((a, b) => a.start - b.start || a.end - b.end || LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer));
}

const LAYERS: readonly Mention["layer"][] = ["time", "quantity", "name", "place", "cue"];

function timeMention(text: string, time: TimeMention): Mention {
  return {
    layer: "time",
    start: time.start,
    end: time.end,
    quote: text.slice(time.start, time.end),
    kind: time.kind,
    value: time.value,
    rule: time.rule,
  };
}

function quantities(scene: Scene): Mention[] {
  return scene.sentences.flatMap((at) => {
    return at.quantities.map((quantity): Mention => {
      const counted = countedBy(scene, at, at.acts, quantity, null);
      const { min, max, best, approx } = quantity.amount;
      const value = { min, max, best, approx, counted: counted?.noun ?? null, unit: counted?.unit ?? null };
      return {
        layer: "quantity",
        start: quantity.start,
        end: quantity.end,
        quote: scene.analysis.text.slice(quantity.start, quantity.end),
        value,
        rule: quantity.rule,
      };
    });
  });
}

function names(scene: Scene): Mention[] {
  return scene.names.all.map((name) => ({
    layer: "name",
    start: name.start,
    end: name.end,
    quote: name.form,
    value: { form: scene.names.fullest(name).form, kind: name.kind },
    rule: "en.name",
  }));
}

function places(scene: Scene): Mention[] {
  return scene.sentences.flatMap((at) =>
    // "the hospital said": without a name or a preposition it may as well be who acts.
    at.places
      .filter(({ named, preposition }) => named || preposition !== null)
      .map(({ start, end, name, precision }): Mention => ({
        layer: "place",
        start,
        end,
        quote: scene.analysis.text.slice(start, end),
        value: { name, precision },
        rule: "en.place",
      })),
  );
}

function cues(scene: Scene): Mention[] {
  return scene.voices.map(({ cue, stance, rule }) => ({
    layer: "cue",
    start: cue.start,
    end: cue.end,
    quote: scene.analysis.text.slice(cue.start, cue.end),
    value: { stance },
    rule,
  }));
}
