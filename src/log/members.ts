/** Who is a member of the case, in which role, and what became of those who were: a fold over what organisers signed ([A1] to [A9]). */
import type { MemberGrant, MemberRole } from "../model/kinds/member-added.ts";
import { memberGrants, memberRoles } from "../model/kinds/member-added.ts";
import type { Id } from "../model/ids.ts";
import { isKnownKind, typeOf } from "../model/kinds.ts";
import type { DeviceId } from "../model/statement.ts";
import type { Act, Deed, Labels, Removal } from "./acts.ts";
import { labelled } from "./acts.ts";
import type { Placed } from "./chains.ts";
import { before } from "./chains.ts";

/** What a member may do. */
export interface Standing {
  readonly role: MemberRole;
  readonly grants: readonly MemberGrant[];
}

export interface Member extends Standing {
  readonly device: DeviceId;
  /** What people call them, and what bundles for them are encrypted to; null when nobody said. */
  readonly name: string | null;
  readonly recipient: string | null;
  /** `suspended`: a removal that is disputed waits for somebody to decide. */
  readonly state: "member" | "suspended" | "removed";
  /** The statement that added them; null for the founder. */
  readonly added: Id | null;
}

/** The members as some acts make them. */
export interface Membership {
  readonly members: ReadonlyMap<DeviceId, Member>;
  readonly labels: Labels;
  /** What the member might do when this was written; `doubt` is the lowest that a change which did not know of it leaves. */
  standingAt(device: DeviceId, placed: Placed): { readonly standing: Standing; readonly doubt: Standing | null } | null;
  /** The removals that stand against a device, and those that are open. */
  against(device: DeviceId): readonly Removal[];
}

const founderStanding: Standing = { role: "organiser", grants: memberGrants };

/** The organisers' statements that were valid by what their authors knew, in causal order. `forked` statements are no acts. */
export function actsOf(order: readonly Placed[], founder: DeviceId, forked: (placed: Placed) => boolean): readonly Act[] {
  const acts: Act[] = [];
  for (const placed of order) {
    const deed = deedOf(placed);
    if (deed === null || forked(placed)) continue;
    const known = acts.filter((act) => before(act.placed, placed));
    const act = actOf(placed, deed, known, founder);
    if (act !== null) acts.push(act);
  }
  return acts;
}

/** Null when the author was no organiser, or did what organisers may not. */
function actOf(placed: Placed, deed: Deed, known: readonly Act[], founder: DeviceId): Act | null {
  const { device } = placed.header;
  const { members } = membershipOf(known, founder);
  const author = members.get(device);
  const target = "member" in deed ? deed.member : null;
  const leaves = deed.kind === "member-removed" && target === device;
  if (!leaves && (author?.state !== "member" || author.role !== "organiser")) return null;
  const found = target === null ? undefined : members.get(target);
  if (deed.kind === "member-role") {
    // An organiser is put down by nobody else: that is a removal, and takes two.
    const putsDown = found?.role === "organiser" && target !== device && deed.role !== "organiser";
    if (found === undefined || putsDown) return null;
  }
  return {
    placed,
    deed,
    needsTwo: deed.kind === "member-removed" && !leaves && found?.role === "organiser",
    admission: deed.kind === "member-added" && found?.state !== "member",
    grounds: device === founder || leaves ? null : known.filter((act) => makesOrganiser(act, device)),
  };
}

function makesOrganiser({ deed }: Act, device: DeviceId): boolean {
  return (deed.kind === "member-added" || deed.kind === "member-role") && deed.member === device && deed.role === "organiser";
}

/** True for a kind that only organisers may write. */
export function isOrganisers(kind: string): boolean {
  return kind !== "case" && isKnownKind(kind) && typeOf(kind).right === "organise";
}

/** What the statement does to who is a member; null when it is of another kind, or the fields that say it are kept back. */
function deedOf({ said }: Placed): Deed | null {
  if (said?.kind === "settings") return { kind: said.kind };
  if (said?.kind === "admit") {
    const { statement } = said.shown;
    return statement === undefined ? null : { kind: said.kind, statement };
  }
  if (said?.kind === "member-removed") {
    const { member } = said.shown;
    return member === undefined ? null : { kind: said.kind, member };
  }
  if (said?.kind !== "member-added" && said?.kind !== "member-role") return null;
  const { member, role, grants } = said.shown;
  if (member === undefined || role === undefined || grants === undefined) return null;
  if (said.kind === "member-role") return { kind: said.kind, member, role, grants };
  const { name = null, recipient = null } = said.shown;
  return { kind: said.kind, member, role, grants, name, recipient };
}

/** Folds acts into members. */
export function membershipOf(acts: readonly Act[], founder: DeviceId): Membership {
  const labels = labelled(acts);
  const standing = acts.filter((act) => labels.of.get(act) === "in");
  const against = (device: DeviceId): readonly Removal[] =>
    labels.removals.filter(({ targets, label }) => label !== "out" && targets.includes(device));
  const [added, changed] = [byTarget(standing, "member-added"), byTarget(standing, "member-role")];
  const bases = new Map<DeviceId, Act | null>([[founder, null]]);
  for (const [device, acts] of added) {
    const base = lowest(latest(acts.filter(({ admission }) => admission)));
    if (base !== null) bases.set(device, base);
  }
  const changesOf = (device: DeviceId): readonly Act[] => {
    const base = bases.get(device) ?? null;
    return (changed.get(device) ?? []).filter(({ placed }) => base === null || !before(placed, base.placed));
  };
  const basis = (device: DeviceId): Standing => {
    const base = bases.get(device) ?? null;
    return base === null ? founderStanding : standingIn(base);
  };
  const members = new Map<DeviceId, Member>();
  for (const [device, base] of bases) {
    const now = lowest(latest(changesOf(device)));
    const saying = [...latest(added.get(device) ?? [])].sort(byId)[0]?.deed;
    const open = against(device);
    members.set(device, {
      device,
      ...(now === null ? basis(device) : standingIn(now)),
      name: saying?.kind === "member-added" ? saying.name : null,
      recipient: saying?.kind === "member-added" ? saying.recipient : null,
      state: open.some(({ label }) => label === "in") ? "removed" : open.length > 0 ? "suspended" : "member",
      added: base?.placed.id ?? null,
    });
  }
  return {
    members,
    labels,
    against,
    standingAt(device, placed) {
      if (!bases.has(device)) return null;
      const changes = changesOf(device);
      const then = lowest(latest(changes.filter((act) => before(act.placed, placed))));
      const beside = lowest(
        changes.filter((act) => !before(act.placed, placed) && !before(placed, act.placed) && act.placed.id !== placed.id),
      );
      return { standing: then === null ? basis(device) : standingIn(then), doubt: beside === null ? null : standingIn(beside) };
    },
  };
}

function byTarget(acts: readonly Act[], kind: "member-added" | "member-role"): ReadonlyMap<DeviceId, readonly Act[]> {
  const targets = new Map<DeviceId, Act[]>();
  for (const act of acts) {
    if (act.deed.kind !== kind) continue;
    const list = targets.get(act.deed.member);
    if (list === undefined) targets.set(act.deed.member, [act]);
    else list.push(act);
  }
  return targets;
}

function standingIn({ deed }: Act): Standing {
  return "role" in deed ? { role: deed.role, grants: deed.grants } : { role: "reader", grants: [] };
}

/** Those that none of the others knew. */
function latest(acts: readonly Act[]): readonly Act[] {
  return acts.filter((act) => !acts.some((other) => before(act.placed, other.placed)));
}

/** The one that gives least: by role, then grants, then id. */
function lowest(acts: readonly Act[]): Act | null {
  const rank = (act: Act): number => memberRoles.indexOf(standingIn(act).role) * 10 + standingIn(act).grants.length;
  return [...acts].sort((a, b) => rank(a) - rank(b) || byId(a, b))[0] ?? null;
}

function byId(a: Act, b: Act): number {
  return a.placed.id < b.placed.id ? -1 : 1;
}
