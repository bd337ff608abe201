/**
 * Who counts: from a set of statements that hold by themselves to those that are folded, those that wait, those that are set aside for a person and
 * those that are refused (spec/admission.md). The same statements give the same answer in whatever order they came; merging two copies of a case is
 * joining their sets and asking again.
 */
import type { EvidenceCode } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import { isKnownKind, typeOf } from "../model/kinds.ts";
import type { DeviceId } from "../model/statement.ts";
import type { Act, Label } from "./acts.ts";
import { knewOf } from "./acts.ts";
import type { Chains, Fork, Held, Placed, StrangeHead } from "./chains.ts";
import { before, chainsOf } from "./chains.ts";
import type { Checking } from "./crypto.ts";
import type { Member, Membership, Standing } from "./members.ts";
import { actsOf, isOrganisers, membershipOf } from "./members.ts";

/** `device`: nobody has added the device yet; `gap`: statements before it are not here. */
export interface Waiting {
  readonly id: Id;
  readonly device: DeviceId;
  readonly why: "device" | "gap";
}

/**
 * Kept and shown, folded into nothing until somebody admits it. `fork`: at or after the place where its device signed two; `removed`: a removed
 * member wrote it and nobody had countersigned it before; `suspended`: a removal of its author is disputed; `demoted`: its author was given less at
 * the same time.
 */
export interface SetAside {
  readonly id: Id;
  readonly device: DeviceId;
  readonly why: "fork" | "removed" | "suspended" | "demoted";
}

export interface RefusedStatement {
  readonly id: Id;
  readonly code: EvidenceCode;
  readonly message: string;
}

/** What a removal has come to; of two `targets`, each is against the other. */
export interface RemovalState {
  readonly targets: readonly DeviceId[];
  readonly voices: readonly Id[];
  readonly label: Label;
}

export interface Admission {
  /** In causal order, ties by id: the order in which views fold them. */
  readonly counted: readonly Id[];
  /** Counted statements that their own author has taken back: they fold into nothing. */
  readonly withdrawn: ReadonlySet<Id>;
  readonly waiting: readonly Waiting[];
  readonly setAside: readonly SetAside[];
  readonly refused: readonly RefusedStatement[];
  /** Everybody who is or was a member, by device. */
  readonly members: readonly Member[];
  readonly removals: readonly RemovalState[];
  /** Where devices signed two: each with the statements that prove it. */
  readonly forks: readonly Fork[];
  readonly strangeHeads: readonly StrangeHead[];
}

/** What became of one statement. */
type Fate =
  | "counts"
  | { readonly waiting: Waiting["why"] }
  | { readonly setAside: SetAside["why"] }
  | { readonly code: EvidenceCode; readonly message: string };

/** Decides who counts in the case `caseId`. Statements of other cases and a case without its founding statement count for nothing. */
export async function admission(statements: Iterable<Held>, caseId: Id, crypto: Pick<Checking, "sha256">): Promise<Admission> {
  const own = [...statements].filter(({ id, header }) => (header.case ?? id) === caseId);
  const chains = await chainsOf(own, crypto);
  const founding = chains.byId.get(caseId);
  const deviceOf = new Map(own.map(({ id, header }) => [id, header.device]));
  const waiting: Waiting[] = chains.gaps.map((id) => ({ id, device: deviceOf.get(id) as DeviceId, why: "gap" }));
  const setAside: SetAside[] = [];
  const refused: RefusedStatement[] = [];
  const counted: Id[] = [];
  const judge = founding === undefined ? null : judgeOf(chains, founding.header.device);
  for (const placed of chains.order) {
    const { id, header } = placed;
    const fate: Fate = judge?.fateOf(placed) ?? { waiting: "gap" };
    if (fate === "counts") counted.push(id);
    else if ("waiting" in fate) waiting.push({ id, device: header.device, why: fate.waiting });
    else if ("setAside" in fate) setAside.push({ id, device: header.device, why: fate.setAside });
    else refused.push({ id, ...fate });
  }
  return {
    counted,
    withdrawn: withdrawnBy(counted, chains),
    waiting,
    setAside,
    refused,
    members: judge === null ? [] : [...judge.membership.members.values()].sort((a, b) => (a.device < b.device ? -1 : 1)),
    removals: (judge?.membership.labels.removals ?? []).map(({ targets, voices, label }) => ({
      targets,
      voices: voices.map(({ placed }) => placed.id).sort(),
      label,
    })),
    forks: chains.forks,
    strangeHeads: chains.strangeHeads,
  };
}

function judgeOf(chains: Chains, founder: DeviceId): { readonly membership: Membership; fateOf(placed: Placed): Fate } {
  const forkAt = new Map(chains.forks.map(({ device, seq }) => [device, seq]));
  const forked = ({ header }: Placed): boolean => header.seq >= (forkAt.get(header.device) ?? Infinity);
  const acts = actsOf(chains.order, founder, forked);
  const membership = membershipOf(acts, founder);
  const actOf = new Map(acts.map((act) => [act.placed.id, act]));
  const admitted = admittedBy(acts, membership, chains);
  return {
    membership,
    fateOf(placed) {
      const { device } = placed.header;
      const at = membership.standingAt(device, placed);
      if (at === null) return { waiting: "device" };
      if (forked(placed) && !admitted(placed)) return { setAside: "fork" };
      const taken = takenBy(placed, membership);
      if (taken !== null && !admitted(placed)) return taken;
      const act = actOf.get(placed.id) ?? null;
      // Taking in a branch does not take in what it did to the members: an organiser says that again.
      if (forked(placed) && isOrganisers(placed.header.kind)) return { setAside: "fork" };
      return rightsOf(placed, at, act, membership) ?? targetFate(placed, at.standing, chains) ?? "counts";
    },
  };
}

/** What a removal of its author, standing or open, makes of a statement; null when none touches it. */
function takenBy(placed: Placed, membership: Membership): Fate | null {
  const against = membership.against(placed.header.device).filter((removal) => !knewOf(removal, placed));
  const standing = against.filter(({ label }) => label === "in");
  // Who leaves says so, and may say nothing after; who was told to go and writes on is refused.
  if (standing.some(({ voices }) => voices.every((voice) => before(voice.placed, placed))))
    return { code: "member-removed", message: "its device knew that it had been removed" };
  if (standing.length > 0) return { setAside: "removed" };
  return against.length > 0 ? { setAside: "suspended" } : null;
}

function rightsOf(
  placed: Placed,
  { standing, doubt }: { readonly standing: Standing; readonly doubt: Standing | null },
  act: Act | null,
  membership: Membership,
): Fate | null {
  const { kind } = placed.header;
  if (kind === "case") return null;
  if (isOrganisers(kind)) {
    if (act === null) return { code: "role-forbidden", message: `its author was no organiser who might write ${kind}` };
    const label = membership.labels.of.get(act) ?? "in";
    return label === "in" ? null : { setAside: "demoted" };
  }
  const right = isKnownKind(kind) ? typeOf(kind).right : "write";
  const may = (who: Standing): boolean => (right === "stamp" ? who.grants.includes("stamp") : who.role !== "reader");
  if (!may(standing))
    return { code: "role-forbidden", message: `a ${standing.role}${right === "stamp" ? " without the stamp" : ""} may not write ${kind}` };
  return doubt === null || may(doubt) ? null : { setAside: "demoted" };
}

/** [A12]: what takes back or erases touches only what it may. A target that is not here yet is no fault. */
function targetFate({ said, header }: Placed, { role }: Standing, chains: Chains): Fate | null {
  if (said?.kind !== "withdraw" && said?.kind !== "tombstone") return null;
  const target = said.shown.statement === undefined ? undefined : chains.byId.get(said.shown.statement)?.header;
  if (target === undefined) return null;
  const own = target.device === header.device;
  const no = (message: string): Fate => ({ code: "target-forbidden", message });
  if (said.kind === "tombstone")
    return own || role === "organiser" ? null : no("only its author and organisers erase fields of a statement");
  if (!own) return no("it takes back another device's statement");
  return ["case", "withdraw", "tombstone"].includes(target.kind) || isOrganisers(target.kind)
    ? no(`a ${target.kind} is not taken back`)
    : null;
}

function withdrawnBy(counted: readonly Id[], chains: Chains): ReadonlySet<Id> {
  return new Set(
    counted.flatMap((id) => {
      const said = chains.byId.get(id)?.said;
      return said?.kind === "withdraw" && said.shown.statement !== undefined ? [said.shown.statement] : [];
    }),
  );
}

/** What standing `admit` statements take in. Of a fork, only what all of the latest of them agree on: one line, not two branches. */
function admittedBy(acts: readonly Act[], { labels }: Membership, chains: Chains): (placed: Placed) => boolean {
  const byDevice = new Map<DeviceId, { readonly act: Act; readonly target: Placed }[]>();
  for (const act of acts) {
    const target = act.deed.kind === "admit" && labels.of.get(act) === "in" ? chains.byId.get(act.deed.statement) : undefined;
    // Nobody takes in their own.
    if (target === undefined || target.header.device === act.placed.header.device) continue;
    const list = byDevice.get(target.header.device) ?? [];
    byDevice.set(target.header.device, [...list, { act, target }]);
  }
  const ends = new Map<DeviceId, Placed>();
  for (const [device, admits] of byDevice) {
    const last = admits.filter(({ act }) => !admits.some((other) => before(act.placed, other.act.placed))).map(({ target }) => target);
    const end = last.find((target) => last.every((other) => other.id === target.id || before(other, target)));
    if (end !== undefined) ends.set(device, end);
  }
  return (placed) => {
    const end = ends.get(placed.header.device);
    return end !== undefined && (end.id === placed.id || before(placed, end));
  };
}
