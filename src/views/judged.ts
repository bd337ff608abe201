/**
 * The claims of a document as people have judged them. A judgement has effect while the last words of all members on that claim agree; when they
 * differ, or somebody disputes, the claim stands as it was and is called disputed. To correct a claim is also to say that the corrected one is right.
 */
import type { Claim } from "../model/claim.ts";
import type { Id } from "../model/ids.ts";
import type { JudgeBody } from "../model/kinds/judge.ts";
import type { Review } from "../model/words.ts";
import type { Utterance } from "./said.ts";
import { lastWords } from "./said.ts";

/** One person's word on one claim of a document. */
export interface Judgement extends Utterance {
  readonly verdict: JudgeBody["verdict"];
  readonly about: Id;
  /** The claim judged, as the statement embeds it. */
  readonly claim: Claim;
  /** What takes its place; null but in a correction. */
  readonly corrected: Claim | null;
  /** True of a claim that the author added: nobody's draft. */
  readonly added: boolean;
}

export interface Judged {
  /** In document order, rejected ones among them. */
  readonly claims: readonly Claim[];
  readonly moved: readonly { readonly from: Id; readonly to: Id }[];
}

interface Word extends Utterance {
  readonly verdict: JudgeBody["verdict"];
  readonly to: Id;
}

interface Outcome {
  readonly shown: Id;
  readonly review: Review;
}

// What a claim is called when it is reached in several ways: the strongest word.
const weight: readonly Review[] = ["unreviewed", "accepted", "corrected", "rejected", "disputed"];

/** `drafts` in document order; the order of `judgements` does not matter. */
export function judgedClaims(drafts: readonly Claim[], judgements: readonly Judgement[]): Judged {
  if (judgements.length === 0) return { claims: drafts, moved: [] };
  const known = knownClaims(drafts, judgements);
  const words = wordsByClaim(judgements);
  // What is only known as a correction is reached through the claim that it corrects, or not at all.
  const corrections = new Set(judgements.flatMap(({ corrected }) => corrected?.id ?? []));
  const said = judgements.filter(({ about, added }) => added || !corrections.has(about));
  const bases = new Set([...drafts.map(({ id }) => id), ...said.map(({ about }) => about)]);
  const reviews = new Map<Id, Review>();
  const moved = new Map<Id, Id>();
  for (const id of bases) {
    const { shown, review } = outcomeOf(id, words, new Set());
    if (shown !== id) moved.set(id, shown);
    const other = reviews.get(shown);
    if (other === undefined || weight.indexOf(other) < weight.indexOf(review)) reviews.set(shown, review);
  }
  // A claim that gave way to another is in no list, even when another way leads to it.
  for (const id of moved.keys()) reviews.delete(id);
  const follow = (id: Id): Id => moved.get(id) ?? id;
  const claims = [...reviews].flatMap(([id, review]): readonly Claim[] => {
    const claim = known.get(id);
    return claim === undefined ? [] : [pointed({ ...claim, review }, follow)];
  });
  const place = new Map(drafts.map(({ id }, at) => [id, at]));
  const at = ({ id }: Claim): number => place.get(id) ?? drafts.length;
  return {
    claims: claims.sort((a, b) => a.start - b.start || a.end - b.end || at(a) - at(b) || (a.id < b.id ? -1 : 1)),
    moved: [...moved].map(([from, to]) => ({ from, to })).sort((a, b) => (a.from < b.from ? -1 : 1)),
  };
}

/** Every claim that is spoken of. A draft goes before what a statement embeds: its reader may know more of its links by now. */
function knownClaims(drafts: readonly Claim[], judgements: readonly Judgement[]): ReadonlyMap<Id, Claim> {
  const known = new Map(drafts.map((claim) => [claim.id, claim]));
  for (const { claim, corrected } of [...judgements].sort((a, b) => (a.id < b.id ? -1 : 1)))
    for (const each of [claim, corrected]) if (each !== null && !known.has(each.id)) known.set(each.id, each);
  return known;
}

function wordsByClaim(judgements: readonly Judgement[]): ReadonlyMap<Id, readonly Word[]> {
  const words = new Map<Id, Word[]>();
  const say = (about: Id, word: Word): void => {
    words.set(about, [...(words.get(about) ?? []), word]);
  };
  for (const { id, device, seq, time, verdict, about, corrected } of judgements) {
    const said = { id, device, seq, time };
    say(about, { ...said, verdict, to: corrected?.id ?? about });
    if (corrected !== null && corrected.id !== about) say(corrected.id, { ...said, verdict: "accept", to: corrected.id });
  }
  return words;
}

function outcomeOf(id: Id, words: ReadonlyMap<Id, readonly Word[]>, passed: ReadonlySet<Id>): Outcome {
  const last = lastWords(words.get(id) ?? []);
  const [first] = last;
  if (first === undefined) return { shown: id, review: "unreviewed" };
  const oneMind = last.every(({ verdict, to }) => verdict === first.verdict && to === first.to);
  if (!oneMind || first.verdict === "dispute" || passed.has(id)) return { shown: id, review: "disputed" };
  if (first.verdict === "reject") return { shown: id, review: "rejected" };
  if (first.to === id) return { shown: id, review: "accepted" };
  const next = outcomeOf(first.to, words, new Set([...passed, id]));
  return { shown: next.shown, review: next.review === "accepted" ? "corrected" : next.review };
}

/** The claim with what it points at followed to what stands there now. */
function pointed(claim: Claim, follow: (id: Id) => Id): Claim {
  const { figure, links } = claim;
  return {
    ...claim,
    figure: figure?.partOf == null ? figure : { ...figure, partOf: follow(figure.partOf) },
    links: links.map((link) => ({ ...link, claim: follow(link.claim) })),
  };
}
