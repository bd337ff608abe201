/** What admission leaves for people to look at, as rows: conflicts, and of each statement that folds into nothing why. */
import type { Admission } from "../log/admission.ts";
import type { Id } from "../model/ids.ts";
import type { ConflictRow } from "../model/rows.ts";
import type { DeviceId } from "../model/statement.ts";
import type { Reads, Writes } from "../store/store.ts";
import { asideRow } from "../views/conflicts.ts";
import type { Kept } from "../views/view.ts";
import type { Count } from "./count.ts";

/** The name that the marks are kept under. */
export const STANDING = "standing";

/** Why a statement folds into nothing. */
export type Mark = "withdrawn" | "waiting" | "set-aside" | "refused";

const why = {
  device: "Nobody has added this device yet; its statements wait, and count once somebody does.",
  gap: "Statements that came before these are not here. They are in a later bundle of the same device.",
  fork: "This device signed two statements in one place of its log. What follows is set aside until an organiser admits one line.",
  removed: "Written by a removed member, and nobody had countersigned it before. It is set aside until an organiser admits it.",
  suspended: "The removal of its author is disputed. It is set aside until somebody decides.",
  demoted: "Its author was given a lesser role at the same time. It is set aside until an organiser admits it.",
} as const;

/** Conflicts that come of who may speak: forks, removals that are open, statements that wait or are set aside. */
export function* asideRows({ waiting, setAside, forks, removals, strangeHeads }: Admission): Iterable<Kept> {
  const each = [
    ...waiting.map((one) => ({ ...one, kind: "waiting" as const })),
    ...setAside.map((one) => ({ ...one, kind: "set-aside" as const })),
  ];
  for (const group of Map.groupBy(each, (one) => `${one.kind} ${one.device} ${one.why}`).values()) {
    const [first] = group;
    if (first === undefined) continue;
    const sides = group.map(({ id }) => side(first.device, id, first.why)).sort(byStatement);
    yield asideRow({ kind: first.kind, about: first.device, sides, message: why[first.why] });
  }
  for (const { device, seq, statements } of forks) {
    const sides = statements.map((id) => side(device, id, `statement ${seq} of its log`));
    yield asideRow({ kind: "fork", about: device, sides, message: "This device signed more than one statement in one place of its log." });
  }
  for (const { targets, voices, label } of removals) {
    if (label !== "open") continue;
    const about = [...targets].sort().join(" ");
    const message = "This removal and another statement stand against each other. Somebody else has to decide.";
    yield asideRow({ kind: "removal", about, sides: voices.map((id) => ({ by: null, statement: id, says: "remove" })), message });
  }
  for (const { device, seq, by } of strangeHeads) {
    const message = "Somebody saw another log of this device than the one that is here.";
    yield asideRow({ kind: "fork", about: device, sides: [{ by: null, statement: by, says: `saw another log up to ${seq}` }], message });
  }
}

function side(by: DeviceId, statement: Id, says: string): ConflictRow["sides"][number] {
  return { by, statement, says };
}

function byStatement(a: { readonly statement: Id }, b: { readonly statement: Id }): number {
  return a.statement < b.statement ? -1 : 1;
}

/** The mark of each statement that folds into nothing, and of each device what is to be known before it signs: see `countsAtOnce`. */
export function* markRows({ admission, refused, regraded }: Count): Iterable<Kept> {
  for (const { id } of admission.waiting) yield [`s\t${id}`, "waiting" satisfies Mark];
  for (const { id } of admission.setAside) yield [`s\t${id}`, "set-aside" satisfies Mark];
  for (const { what } of refused) yield [`s\t${what}`, "refused" satisfies Mark];
  for (const id of admission.withdrawn) yield [`s\t${id}`, "withdrawn" satisfies Mark];
  const doubted = new Set<string>([
    ...admission.forks.map(({ device }) => device),
    ...admission.setAside.map(({ device }) => device),
    ...admission.waiting.map(({ device }) => device),
    ...admission.removals.flatMap(({ targets }) => targets),
    ...regraded,
  ]);
  for (const device of doubted) yield [`d\t${device}`, "doubted"];
  for (const { device, state, role, added } of admission.members)
    if (added !== null && state === "member" && role !== "reader") yield [`m\t${device}`, role];
}

/** Why a statement folds into nothing; null when it counts. */
export async function markOf(store: Pick<Reads, "rows">, statement: Id): Promise<Mark | null> {
  const mark = await store.rows(STANDING).get(`s\t${statement}`);
  return mark === undefined ? null : (mark as Mark);
}

/** Sets the mark of a statement that its author takes back. */
export async function markWithdrawn(writes: Writes, statement: Id): Promise<void> {
  await writes.rows(STANDING).put(`s\t${statement}`, "withdrawn" satisfies Mark);
}

/**
 * True when what a device signs next, of a kind that contributors may write, counts whatever else is in the log, so that the log need not be counted
 * anew. False says nothing: then it is counted.
 */
export async function countsAtOnce(store: Pick<Reads, "rows">, device: DeviceId, founder: DeviceId | null): Promise<boolean> {
  const rows = store.rows(STANDING);
  if ((await rows.get(`d\t${device}`)) !== undefined) return false;
  return device === founder || (await rows.get(`m\t${device}`)) !== undefined;
}
