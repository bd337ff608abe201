/** A finder looks at one document and returns what it finds of one kind; a refiner looks at all findings and returns better ones. */
import type { Found } from "../found.ts";
import type { Scene } from "./scene.ts";

export interface Finder {
  readonly name: string;
  find(scene: Scene): readonly Found[];
}

export interface Refiner {
  readonly name: string;
  refine(findings: readonly Found[], scene: Scene): readonly Found[];
}
