/** What is kept of a document to tell whether another goes back to it: small, plain JSON, and none of its sentences. */
import type { Claim } from "../../model/claim.ts";
import type { DocumentMeta } from "../../model/source.ts";
import { fold } from "../folding.ts";
import type { Anchor } from "./anchors.ts";
import { anchorsIn } from "./anchors.ts";
import type { Cited } from "./credits.ts";
import { creditsIn } from "./credits.ts";
import type { Mark } from "./marks.ts";
import { marksIn } from "./marks.ts";
import { houseOf, outletKey, outletNamed } from "./outlets.ts";

export interface Sketch {
  /** What it is called when told of: its publisher, else its title. */
  readonly name: string | null;
  readonly marks: readonly Mark[];
  readonly anchors: readonly Anchor[];
  /** Whose report the whole text is, by its own words. */
  readonly credit: string | null;
  readonly cited: readonly Cited[];
  /** Key of the house that published it; null when nothing tells. */
  readonly house: string | null;
  /** Folded name of who wrote it. */
  readonly author: string | null;
}

/** The longest text of which every mark is kept, in UTF-16 code units: a book is not sketched whole. */
const MOST = 200_000;
const BYLINE = /^\s*[Bb]y\s+(\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){1,3})\s*$/mu;

/** The sketch of a document; `text` is its text layer. */
export function sketchOf(source: DocumentMeta, text: string, claims: readonly Claim[]): Sketch {
  // The words of a row are those of its table, alike in every row.
  const said = claims.some(({ reader }) => reader.name === "table") ? "" : text.slice(0, MOST);
  const { whole, cited } = creditsIn(said);
  const publisher = source.restates?.publisher ?? source.publisher;
  const url = source.restates?.url ?? source.url;
  const author = source.author ?? BYLINE.exec(said.slice(0, 2_000))?.[1] ?? null;
  const listed = publisher === null ? null : outletNamed(publisher);
  const house = listed ?? houseOf(url) ?? publisher;
  return {
    name: publisher ?? source.title,
    marks: marksIn(said),
    anchors: anchorsIn(said, claims),
    credit: whole,
    cited,
    house: house === null ? null : outletKey(house),
    author: author === null ? null : fold(author),
  };
}
