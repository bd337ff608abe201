/** One claim to be judged: what the reader made of it, and its words where they stand. */
import type { Claim } from "../model/claim.ts";
import { claimItem } from "./claims.ts";
import { desk, sourceWords } from "./desk.ts";
import type { CaseState } from "./state.ts";
import type { Block, Page } from "./tree.ts";
import { heading, list, minor, note, page, paragraph, strong } from "./tree.ts";

// Enough to see who speaks and of what; the whole text is in the source.
const AROUND = 240;

/** `text` is the text layer of its source, `at` its place among the claims to be judged, from 1. */
export function reviewPage(state: CaseState, claim: Claim, text: string, at: number, of: number): Page {
  const here = desk(state, "shown");
  const source = here.source(claim.source);
  const before = text.slice(Math.max(0, claim.start - AROUND), claim.start);
  const after = text.slice(claim.end, claim.end + AROUND);
  const flat = (words: string): string => words.replace(/\s+/gu, " ");
  const blocks: Block[] = [heading(1, `Claim ${at} of ${of}`)];
  if (source !== null) blocks.push(note(...sourceWords(source, here)));
  const [lead, tail] = [claim.start > AROUND ? "… " : "", claim.end + AROUND < text.length ? " …" : ""];
  blocks.push(paragraph(minor(lead + flat(before)), strong(flat(claim.quote)), minor(flat(after) + tail)));
  blocks.push(list([claimItem(claim, here)]));
  return page("review", "Review", blocks);
}
