/** Who is in a case, as people see it: members, those who were, and devices that nobody has added and whose statements wait. */
import type { Checking } from "../log/crypto.ts";
import { WrongUsage } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import type { MemberGrant, MemberRole } from "../model/kinds/member-added.ts";
import type { DeviceId } from "../model/statement.ts";
import type { Reads } from "../store/store.ts";
import { membersOf } from "./log.ts";
import { deviceWords } from "./words.ts";

export interface RosterEntry {
  readonly device: DeviceId;
  /** Null when nobody said. */
  readonly name: string | null;
  /** Null of a device that is no member. */
  readonly role: MemberRole | null;
  readonly grants: readonly MemberGrant[];
  /** `waiting`: nobody has added it, and its statements do not count. `suspended`: its removal is disputed. */
  readonly state: "member" | "suspended" | "removed" | "waiting";
  /** What bundles for it are sealed to; null when nobody said. */
  readonly recipient: string | null;
  /** Eight words to compare face to face. */
  readonly words: readonly string[];
  /** How many of its statements are in this copy. */
  readonly statements: number;
  /** Whether this copy is its own. */
  readonly own: boolean;
}

/** Everybody who has signed something here or was added, by state, then name, then device. `own` is this copy's device. */
export async function rosterOf(store: Reads, caseId: Id, own: DeviceId, checking: Checking): Promise<readonly RosterEntry[]> {
  const counts = new Map<DeviceId, number>();
  for await (const { device } of store.places()) counts.set(device, (counts.get(device) ?? 0) + 1);
  type Listed = Pick<RosterEntry, "name" | "role" | "grants" | "state" | "recipient">;
  const known = new Map<DeviceId, Listed>();
  for (const [device, { name, role, grants, recipient, state }] of await membersOf(store, caseId, checking)) {
    known.set(device, { name, role, grants, recipient, state });
  }
  const peers = new Map((await store.peers()).map((peer) => [peer.device, peer.recipient]));
  const devices = new Set([...known.keys(), ...counts.keys(), own]);
  const nobody: Listed = { name: null, role: null, grants: [], state: "waiting", recipient: null };
  const entries = Array.from(devices, (device): RosterEntry => {
    const listed = known.get(device) ?? nobody;
    return {
      device,
      ...listed,
      recipient: listed.recipient ?? peers.get(device) ?? null,
      words: deviceWords(device),
      statements: counts.get(device) ?? 0,
      own: device === own,
    };
  });
  const order = ["member", "suspended", "removed", "waiting"];
  const key = ({ state, name, device }: RosterEntry): string => [order.indexOf(state), name ?? "\uffff", device].join(" ");
  return entries.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** True of a member who may know who protected persons are. */
export const holdsNames = ({ state, grants }: Pick<RosterEntry, "state" | "grants">): boolean =>
  state === "member" && grants.includes("names");

/** The one that a name, the beginning of a device's key, or some of its words mean. Throws WrongUsage when it is none or several. */
export function whoIs(roster: readonly RosterEntry[], said: string): RosterEntry {
  const wanted = said.trim().toLowerCase();
  const words = wanted.split(/[^a-z]+/).filter((word) => word !== "");
  const found = roster.filter(
    ({ name, device, words: own }) =>
      name?.toLowerCase() === wanted ||
      device === wanted ||
      (/^[0-9a-f]{8,}$/.test(wanted) && device.slice("ed25519:".length).startsWith(wanted)) ||
      (words.length >= 2 && words.every((word, at) => own[at] === word)),
  );
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (found.length > 1) throw new WrongUsage(`"${said}" may be ${found.length} devices. Name one by its key, as member list prints it.`);
  throw new WrongUsage(`Nobody here is called "${said}". See member list for names and keys.`);
}
