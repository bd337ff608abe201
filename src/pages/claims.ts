/** Claims: what each passage says, in document order, each with its voice, its words and what the reader made of them. */
import type { Claim } from "../model/claim.ts";
import type { Id } from "../model/ids.ts";
import { amountWords, countWords, ofWords } from "./amounts.ts";
import { dateWords } from "./dates.ts";
import type { Desk } from "./desk.ts";
import { desk, manner, sourceWords } from "./desk.ts";
import type { CaseState } from "./state.ts";
import type { Block, Inline, Item, Page } from "./tree.ts";
import { empty, heading, item, label, list, minor, note, page, section, sourceEntry, strong } from "./tree.ts";
import { chainWords } from "./voices.ts";

function figureFacts(claim: Claim): readonly string[] {
  const figure = claim.figure;
  if (figure === null) return [];
  const of = ofWords(figure.of);
  return [
    `${amountWords(figure, figure)} ${figure.unit}${of === null ? "" : ` (${of})`}`,
    ...(figure.partOf === null ? [] : ["part of another count"]),
  ];
}

/** What the reader recognised, as short facts: the number, the event, who, when, where. */
function facts(claim: Claim, at: Desk): readonly Inline[] {
  const words: (readonly Inline[])[] = figureFacts(claim).map((fact) => [fact]);
  if (claim.event !== null && claim.kind !== "figure") words.push([claim.event.replaceAll("-", " ")]);
  if (claim.negated) words.push(["said not to be so"]);
  for (const who of claim.who)
    words.push([`${who.role}: `, ...at.safe(who.name), ...(who.label === null ? [] : [" called ", label(who.label)])]);
  if (claim.when !== null) words.push([dateWords(claim.when)]);
  if (claim.asOf !== null) words.push([`as of ${dateWords(claim.asOf)}`]);
  if (claim.where.length > 0) words.push([claim.where.map((place) => place.name).join(", ")]);
  if (claim.legal !== null)
    words.push([`legal stage: ${claim.legal.stage}${claim.legal.offence === null ? "" : ` (“${claim.legal.offence}”)`}`]);
  if (claim.relation !== null)
    words.push([[claim.relation.from, claim.relation.type, claim.relation.to].filter((part) => part !== null).join(" ")]);
  if (claim.pledge !== null) words.push([`promise: ${claim.pledge.what}`]);
  if (claim.question !== null) words.push([`asks: ${claim.question.asks}`]);
  return words.flatMap((word, index) => (index === 0 ? word : ["; ", ...word]));
}

/** One claim as an item of a list: its voice, what the reader made of it, its words. */
export function claimItem(claim: Claim, at: Desk): Item {
  const known = facts(claim, at);
  return item(
    strong(claim.kind),
    " · ",
    ...at.safe(chainWords(claim, at)),
    ...manner(claim, " · "),
    ...(known.length === 0 ? [] : [" · ", ...known]),
    ...(claim.review === "unreviewed" ? [] : [` · ${claim.review}`]),
    at.quote(claim, "above"),
    minor(`${claim.id.slice(0, 19)}… at ${claim.start}–${claim.end}, rule ${claim.reader.rule}`),
  );
}

/** The claims of the state below their sources. `asked` says what they were chosen by; null when they are all. */
export function claimsPage(state: CaseState, asked: string | null): Page {
  const at = desk(state, "shown");
  const bySource = new Map<Id, Claim[]>();
  for (const claim of at.state.claims) {
    const claims = bySource.get(claim.source);
    if (claims === undefined) bySource.set(claim.source, [claim]);
    else claims.push(claim);
  }
  const head: Block[] = [
    heading(1, "Claims"),
    note(`${countWords(state.claims.length, "claim")}${asked === null ? "" : ` with ${asked}`}, in the order of their documents.`),
  ];
  if (state.claims.length === 0)
    return page("claims", "Claims", [heading(1, "Claims"), empty(asked === null ? "No claim was read yet." : `No claim with ${asked}.`)]);
  const blocks = [...bySource].map(([id, claims]) => {
    const source = at.source(id);
    const title = source === null ? [] : [sourceEntry(id, at.number(id) ?? 0, sourceWords(source, at))];
    return section(id, [...title, list(claims.map((claim) => claimItem(claim, at)))]);
  });
  return page("claims", "Claims", [...head, ...blocks]);
}
