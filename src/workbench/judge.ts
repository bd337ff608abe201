/** Judging claims, and adding claims by hand: what is signed is checked first against the contract and against the text itself. */
import { arranged, faultsOf } from "../model/check.ts";
import type { Claim } from "../model/claim.ts";
import { claimCheck, claimId, quoteHolds } from "../model/claim.ts";
import { partsOf } from "../model/claim-parts.ts";
import { WrongUsage } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import type { JudgeBody } from "../model/kinds/judge.ts";
import { judgeBody } from "../model/kinds/judge.ts";
import { exactly } from "../model/figure.ts";
import { nowOf, redirects } from "../views/redirects.ts";
import { changed } from "./changes.ts";
import { sha256 } from "./crypto.ts";
import type { SayDesk } from "./say.ts";
import { say } from "./say.ts";
import type { ByHand, Correction } from "./verbs.ts";

/** Who read a claim that no reader read. */
const byHand = (rule: string): Claim["reader"] => ({ name: "person", version: "1.0.0", rule });

/** See `Workbench.judge`. */
export async function judge(id: Id, verdict: JudgeBody["verdict"], correction: Correction, desk: SayDesk): Promise<Id> {
  await desk.ready();
  const { store } = desk;
  const claim = (await store.claim(id)) ?? (await store.claim(await nowOf(store.rows(redirects.name), id)));
  if (claim === null) throw new WrongUsage(`There is no claim ${id}.`);
  const corrected = verdict === "correct" ? await correctedOf(claim, correction, desk) : null;
  if (verdict !== "correct" && (correction.claim !== undefined || (correction.set ?? []).length > 0))
    throw new WrongUsage(`Only a correction changes a claim: say correct, not ${verdict}.`);
  return say("judge", judgeBody(verdict, unjudged(claim), corrected, correction.reason ?? null), desk);
}

async function correctedOf(claim: Claim, { claim: given, set = [] }: Correction, desk: SayDesk): Promise<Claim> {
  const whole = given === undefined ? claim : taken(given, claim);
  const { id: _old, ...rest } = changed(whole, set);
  const corrected = await finished({ ...rest, reader: byHand("correction") }, desk);
  if (corrected.id === claim.id) throw new WrongUsage("That says the same as before. Accept the claim instead, or say what is different.");
  return corrected;
}

/** A claim that somebody wrote as JSON: the place of the judged one, whatever it says of itself. */
function taken(given: unknown, { id, source, text }: Claim): Claim {
  const claim = typeof given === "object" && given !== null ? { ...given, id, source, text, review: "unreviewed" } : given;
  const faults = faultsOf(claimCheck, claim);
  if (faults.length === 0) return arranged(claimCheck, claim as Claim);
  throw new WrongUsage(`That is no claim: ${faults.map(({ path, expected }) => `${path} is expected ${expected}`).join("; ")}.`);
}

/** The claim with its end and id worked out anew. Throws WrongUsage when its words are not in the text. */
async function finished(claim: Omit<Claim, "id">, { store, blobs }: SayDesk): Promise<Claim> {
  const entry = await store.source(claim.source);
  const layer = entry === null ? "" : new TextDecoder().decode(await blobs.get(entry.source.text));
  const placed = quoteHolds(claim, layer) ? claim : replaced(claim, layer);
  return unjudged({ id: claimId(placed, sha256), ...placed });
}

/** Where its quote stands, when that was changed and stands in one place. */
function replaced(claim: Omit<Claim, "id">, layer: string): Omit<Claim, "id"> {
  const start = layer.indexOf(claim.quote);
  if (claim.quote === "" || start === -1) throw new WrongUsage("Those words are not in the text of the source. Quote it exactly.");
  if (layer.includes(claim.quote, start + 1))
    throw new WrongUsage("Those words stand in the text more than once. Quote more of it, or say where.");
  return { ...claim, start, end: start + claim.quote.length };
}

function unjudged(claim: Claim): Claim {
  return { ...claim, review: "unreviewed" };
}

/** See `Workbench.addClaim`. */
export async function addClaim({ source, quote, start, kind, set, reason }: ByHand, desk: SayDesk): Promise<{ statement: Id; claim: Id }> {
  await desk.ready();
  const entry = await desk.store.source(source);
  if (entry === null) throw new WrongUsage(`There is no source ${source}.`);
  const at = start ?? 0;
  const blank: Claim = {
    ...{ id: source, source, text: entry.source.text, start: at, end: at + quote.length, quote, also: [], kind, voice: [] },
    ...{ certainty: "stated", negated: false, event: null, legal: null, who: [], when: null, whenText: null, whenKind: null },
    ...{ asOf: null, said: null, where: [], figure: kind === "figure" ? unsaidFigure : null },
    ...{ relation: kind === "relation" ? { type: "close-to", from: null, to: null, office: null } : null },
    ...{ pledge: kind === "pledge" ? { by: null, to: null, what: quote, due: null, condition: null } : null },
    ...{ question: kind === "question" ? { asks: quote, why: null, holder: null } : null },
    ...{ links: [], reader: byHand("by-hand"), review: "unreviewed" },
  };
  const { id: _none, ...rest } = changed(blank, set);
  const claim = await finished(rest, desk);
  return { claim: claim.id, statement: await say("claim", { ...partsOf(claim), reason }, desk) };
}

/** A figure of which nothing is said yet. */
const unsaidFigure: NonNullable<Claim["figure"]> = {
  ...exactly(0),
  ...{ min: null, max: null, best: null, unit: "other", counted: null, of: [], accrual: null, partOf: null, partKind: null, per: null },
};
