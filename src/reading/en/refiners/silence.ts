/** What a voice is said not to have said is nobody's claim: "the ministry did not say that soldiers had fired". Questions stay: not saying is what they tell. */
import { contains } from "../../../model/passage.ts";
import type { Refiner } from "../finder.ts";
import { framesAround } from "../frame.ts";

export const silences: Refiner = {
  name: "silence",
  refine(findings, scene) {
    return findings.filter(
      ({ kind, sentence, anchor }) =>
        !scene
          .voicesIn(sentence)
          .some(
            (frame) =>
              frame.silent === true &&
              contains(frame.content, anchor) &&
              (frame.asked === true ? framesAround(scene.voices, anchor).length === 0 : kind !== "question"),
          ),
    );
  },
};
