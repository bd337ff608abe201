/** The labelled corpus on disk: `NAME.txt` beside `NAME.labels.yaml`, the folder says whether rule writers may look. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { GoldDocument } from "./gold.ts";
import { readLabels } from "./labels.ts";

export interface Corpus {
  /** By folder, then name. */
  readonly documents: readonly GoldDocument[];
  /** File, line and what is wrong; a document with a fault is left out of `documents`. */
  readonly faults: readonly string[];
}

/** Every document below `root`/seen and `root`/unseen. A text without labels and labels without a text are faults. */
export function loadCorpus(root: string): Corpus {
  const documents: GoldDocument[] = [];
  const faults: string[] = [];
  for (const folder of ["seen", "unseen"]) {
    const files = readdirSync(join(root, folder)).sort();
    const names = new Set(files.map((file) => file.replace(/\.(?:txt|labels\.yaml)$/, "")));
    for (const name of names) {
      const [text, yaml] = [`${name}.txt`, `${name}.labels.yaml`];
      if (!files.includes(text) || !files.includes(yaml)) {
        faults.push(`${folder}/${name}: needs both ${text} and ${yaml}`);
        continue;
      }
      const read = (file: string): string => readFileSync(join(root, folder, file), "utf8").replaceAll("\r\n", "\n");
      const labelled = readLabels(name, folder === "unseen", read(text), read(yaml), `${folder}/${yaml}`);
      if (labelled.ok) documents.push(labelled.document);
      else faults.push(...labelled.faults);
    }
  }
  return { documents, faults };
}
