/**
 * What a reader read, as a blob: RFC 8785 JSON of claims with their ids and of the drafts that were refused. A signed `read` statement names it by
 * hash, so every copy of the case folds the same input, whatever reader it has.
 */
import type { Json } from "../model/canonical.ts";
import { canonicalBytes } from "../model/canonical.ts";
import type { Fault } from "../model/check.ts";
import { faultsOf, list, matching, object, oneOf, passes, text } from "../model/check.ts";
import type { Claim, Draft } from "../model/claim.ts";
import { claimCheck, claimId, finishDrafts, quoteHolds } from "../model/claim.ts";
import type { Refused } from "../model/errors.ts";
import { BrokenEvidence, refusalCodes } from "../model/errors.ts";
import type { Id, Sha256 } from "../model/ids.ts";
import { idCheck } from "../model/ids.ts";
import type { ReadBody } from "../model/kinds/read.ts";
import type { Reader } from "../reading/reader.ts";

/** The blob's content. */
export interface Drafts {
  readonly v: 1;
  readonly reader: { readonly name: string; readonly version: string };
  readonly source: Id;
  readonly text: Id;
  readonly claims: readonly Claim[];
  readonly refused: readonly Refused[];
}

const draftsCheck = object<Drafts>({
  v: (value, path, faults): value is 1 => value === 1 || (faults.push({ path, expected: "1" }), false),
  reader: object<Drafts["reader"]>({ name: text, version: matching(/^\d+\.\d+\.\d+$/, "a version such as 1.0.0") }),
  source: idCheck,
  text: idCheck,
  claims: list(claimCheck),
  refused: list(object<Refused>({ what: text, code: oneOf(refusalCodes), message: text })),
});

/** The document that a reader is let loose on. */
export interface Layer {
  /** What it is called in reports. */
  readonly what: string;
  readonly source: Id;
  readonly textId: Id;
  readonly text: string;
}

/**
 * A reader's drafts as claims. One that breaks the contract or misquotes the text is refused and the rest stays; where another pointed at it, that
 * pointer goes. Two drafts that say the same are one claim.
 */
export function finish(drafts: readonly Draft[], layer: Layer, reader: Reader, sha256: Sha256): Pick<Drafts, "claims" | "refused"> {
  const origin = { source: layer.source, text: layer.textId, reader: { name: reader.name, version: reader.version } };
  const finished = (some: readonly Draft[]): readonly Claim[] => finishDrafts(some, origin, sha256);
  const whole = allGood(() => finished(drafts), layer);
  if (whole !== null) return { claims: once(whole), refused: [] };
  const refused: Refused[] = [];
  const kept = drafts.flatMap((draft, at) => {
    const why = faultOfDraft(draft, layer, (one) => finished([one])[0]);
    if (why === null) return [at];
    refused.push({ what: `${layer.what} ${spanOf(draft)}`, ...why });
    return [];
  });
  return { claims: once(finished(renumbered(drafts, kept))), refused };
}

/** The claims when every one holds, as they nearly always do; else null, and they are looked at one by one. */
function allGood(finished: () => readonly Claim[], layer: Layer): readonly Claim[] | null {
  try {
    const claims = finished();
    return claims.every((claim) => passes(claimCheck, claim) && quoteHolds(claim, layer.text)) ? claims : null;
  } catch {
    return null;
  }
}

function once(claims: readonly Claim[]): readonly Claim[] {
  const seen = new Set<Id>();
  return claims.filter(({ id }) => !seen.has(id) && seen.add(id));
}

function faultOfDraft(draft: Draft, layer: Layer, finished: (draft: Draft) => Claim | undefined): Pick<Refused, "code" | "message"> | null {
  try {
    // Its pointers are positions in the whole list; alone, it can only point at itself.
    const figure = draft.figure === null ? null : { ...draft.figure, partOf: draft.figure.partOf === null ? null : 0 };
    const claim = finished({ ...draft, figure, links: draft.links.map(({ type }) => ({ type, claim: 0 })) });
    const faults = faultsOf(claimCheck, claim);
    if (faults.length > 0) return { code: "draft-invalid", message: `${ruleOf(draft)}: ${sentence(faults)}` };
    if (!quoteHolds(claim as Claim, layer.text))
      return { code: "quote-mismatch", message: `${ruleOf(draft)}: the quote is not the text there` };
    return null;
  } catch (error) {
    return { code: "draft-invalid", message: `${ruleOf(draft)}: ${error instanceof Error ? error.message.toWellFormed() : "not a draft"}` };
  }
}

/** The kept drafts, with positions counted among the kept; pointers at the others go. */
function renumbered(drafts: readonly Draft[], kept: readonly number[]): readonly Draft[] {
  const now = new Map(kept.map((was, at) => [was, at]));
  return kept.map((was) => {
    const draft = drafts[was] as Draft;
    const whole = draft.figure?.partOf ?? null;
    return {
      ...draft,
      figure: draft.figure === null ? null : { ...draft.figure, partOf: whole === null ? null : (now.get(whole) ?? null) },
      links: draft.links.flatMap(({ type, claim }) => {
        const at = now.get(claim);
        return at === undefined ? [] : [{ type, claim: at }];
      }),
    };
  });
}

const spanOf = ({ start, end }: Draft): string => `${start}-${end}`;
const ruleOf = ({ rule }: Draft): string => rule.toWellFormed();
const sentence = (faults: readonly Fault[]): string => faults.map(({ path, expected }) => `${path} is expected ${expected}`).join("; ");

/** The bytes of the blob. */
export function draftsBytes(drafts: Drafts): Uint8Array {
  return canonicalBytes(drafts as unknown as Json);
}

/** What the blob named by a `read` statement holds. Throws BrokenEvidence `drafts-altered` when it is not what that statement says. */
export function readDrafts(bytes: Uint8Array, body: ReadBody, sha256: Sha256): Drafts {
  const bad = (why: string): BrokenEvidence => new BrokenEvidence("drafts-altered", `The drafts ${body.drafts} cannot be read: ${why}.`);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw bad("they are no JSON in UTF-8");
  }
  if (!passes(draftsCheck, value)) throw bad(sentence(faultsOf(draftsCheck, value).slice(0, 3)));
  if (value.source !== body.source || value.text !== body.text) throw bad("they are of another source");
  if (value.reader.name !== body.reader || value.reader.version !== body.version) throw bad("they are of another reader");
  if (value.claims.length !== body.claims) throw bad(`${value.claims.length} claims where ${body.claims} were signed`);
  for (const claim of value.claims) {
    if (claim.source !== body.source || claim.text !== body.text) throw bad(`the claim ${claim.id} is of another source`);
    if (claimId(claim, sha256) !== claim.id) throw bad(`the claim ${claim.id} does not have that id`);
  }
  return value;
}
