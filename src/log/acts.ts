/**
 * Which acts of organisers stand against each other. Two people can remove one another in the same hour, and no clock says who was first; so an act
 * is defeated by what takes its author out unless that had known it, and where two defeat each other neither stands until somebody decides.
 * This is the grounded labelling of an argumentation framework (Dung 1995, "On the acceptability of arguments"; labels after Caminada 2006).
 */
import type { Placed } from "./chains.ts";
import { before } from "./chains.ts";
import type { Id } from "../model/ids.ts";
import type { MemberAddedBody } from "../model/kinds/member-added.ts";
import type { MemberRoleBody } from "../model/kinds/member-role.ts";
import type { DeviceId } from "../model/statement.ts";

/** What an organiser did, as far as who is a member depends on it: a reason or a name may be kept back or erased and this still holds. */
export type Deed =
  | ({ readonly kind: "member-added" } & Pick<MemberAddedBody, "member" | "role" | "grants" | "name"> & {
        readonly recipient: string | null;
      })
  | ({ readonly kind: "member-role" } & Pick<MemberRoleBody, "member" | "role" | "grants">)
  | { readonly kind: "member-removed"; readonly member: DeviceId }
  | { readonly kind: "admit"; readonly statement: Id }
  | { readonly kind: "settings" };

/** A statement of an organiser, valid by what it knew. */
export interface Act {
  readonly placed: Placed;
  readonly deed: Deed;
  /** Of a removal: its target was an organiser, so a second voice is needed. */
  readonly needsTwo: boolean;
  /** Of an adding: its target was no member, so it lets one in and does not only say what they are called. */
  readonly admission: boolean;
  /** What made its author an organiser, as its author knew it; null for the founder. One of them must stand. */
  readonly grounds: readonly Act[] | null;
}

/** `in`: it stands; `out`: it is defeated; `open`: it waits for somebody to decide. */
export type Label = "in" | "out" | "open";

/** The removal of one device by as many voices as it takes, or, of two organisers by each other, the standstill that comes of it. */
export interface Removal {
  readonly targets: readonly DeviceId[];
  readonly voices: readonly Act[];
  readonly label: Label;
}

export interface Labels {
  readonly of: ReadonlyMap<Act, Label>;
  readonly removals: readonly Removal[];
}

type Node = { readonly act: Act } | { readonly removal: Omit<Removal, "label">; readonly standstill: boolean };

/** True when the removal knew the statement: what lies inside a head that was countersigned before it. */
export function knewOf(removal: Pick<Removal, "voices">, placed: Placed): boolean {
  return removal.voices.some((voice) => voice.placed.id === placed.id || before(placed, voice.placed));
}

/** Labels every act. Does not depend on their order. */
export function labelled(acts: readonly Act[]): Labels {
  const removals = removalsOf(acts);
  const nodes: readonly Node[] = [
    ...acts.filter(({ deed }) => deed.kind !== "member-removed").map((act) => ({ act })),
    ...removals.map((removal) => ({ removal, standstill: removal.targets.length > 1 })),
  ];
  const additions = nodes.flatMap((node) => ("act" in node && node.act.deed.kind === "member-added" ? [node] : []));
  const takings = nodes.flatMap((node) => ("removal" in node ? [node] : []));
  const attackers = new Map<Node, readonly Node[]>(
    nodes.map((node) => [
      node,
      [
        ...takings.filter((taking) => removes(taking, node)),
        ...("act" in node ? [] : additions.filter(({ act }) => readmits(act, node.removal))),
      ],
    ]),
  );
  const labels = new Map<Node, Label>(nodes.map((node) => [node, "open"]));
  const ofAct = new Map<Act, Node>(nodes.flatMap((node) => ("act" in node ? [[node.act, node] as const] : [])));
  const labelOf = (act: Act): Label => labels.get(ofAct.get(act) as Node) ?? "open";
  for (let changed = true; changed;) {
    changed = false;
    for (const node of nodes) {
      if (labels.get(node) !== "open") continue;
      const label = labelFrom(
        (attackers.get(node) ?? []).map((attacker) => labels.get(attacker) as Label),
        actsIn(node).flatMap(({ grounds }) => (grounds === null ? [] : [grounds.map(labelOf)])),
      );
      if (label === "open") continue;
      labels.set(node, label);
      changed = true;
    }
  }
  return {
    of: new Map(Array.from(ofAct, ([act, node]) => [act, labels.get(node) as Label])),
    removals: takings.map((node) => ({ ...node.removal, label: labels.get(node) as Label })),
  };
}

function labelFrom(attackers: readonly Label[], grounds: readonly (readonly Label[])[]): Label {
  if (attackers.includes("in") || grounds.some((each) => each.every((label) => label === "out"))) return "out";
  return attackers.every((label) => label === "out") && grounds.every((each) => each.includes("in")) ? "in" : "open";
}

function actsIn(node: Node): readonly Act[] {
  return "act" in node ? [node.act] : node.removal.voices;
}

const authorOf = (act: Act): DeviceId => act.placed.header.device;

/** The removal takes out an author of the node, and did not know what they wrote. A standstill is also ended by the removal of one of its two. */
function removes(taking: Extract<Node, { readonly removal: unknown }>, node: Node): boolean {
  const { removal, standstill } = taking;
  // It stands against itself, so that it is never more than open.
  if (taking === node) return standstill;
  if ("removal" in node && node.standstill && !standstill) return removal.targets.some((target) => node.removal.targets.includes(target));
  return actsIn(node).some((act) => removal.targets.includes(authorOf(act)) && !knewOf(removal, act.placed));
}

/** Who adds a device again, knowing that it was removed, undoes that. */
function readmits({ deed, placed }: Act, { targets, voices }: Omit<Removal, "label">): boolean {
  if (deed.kind !== "member-added" || !targets.includes(deed.member)) return false;
  return voices.every((voice) => before(voice.placed, placed));
}

/** Every removal that there are voices enough for, and every two organisers of whom each has a voice against the other. */
function removalsOf(acts: readonly Act[]): readonly Omit<Removal, "label">[] {
  const voices = acts.flatMap((act) => (act.deed.kind === "member-removed" ? [{ act, target: act.deed.member }] : []));
  const removals: Omit<Removal, "label">[] = voices
    .filter(({ act }) => !act.needsTwo)
    .map(({ act, target }) => ({ targets: [target], voices: [act] }));
  const halves = voices.filter(({ act }) => act.needsTwo);
  for (const [at, { act, target }] of halves.entries()) {
    for (const other of halves.slice(at + 1)) {
      if (authorOf(act) === authorOf(other.act)) continue;
      if (target === other.target) removals.push({ targets: [target], voices: [act, other.act] });
      else if (target === authorOf(other.act) && other.target === authorOf(act)) {
        removals.push({ targets: [target, other.target].sort(), voices: [act, other.act] });
      }
    }
  }
  return removals;
}
