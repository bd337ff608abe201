/** `member-added` makes a device a member: all its statements count, earlier ones too ([S44]). */
import type { Check } from "../check.ts";
import { list, matching, nullable, oneOf, words } from "../check.ts";
import { statementType } from "../statement-type.ts";
import type { DeviceId } from "../statement.ts";
import { deviceCheck } from "../statement.ts";

export const memberRoles = ["reader", "contributor", "organiser"] as const;
export const memberGrants = ["names", "stamp"] as const;

export type MemberRole = (typeof memberRoles)[number];
export type MemberGrant = (typeof memberGrants)[number];

export interface MemberAddedBody {
  readonly member: DeviceId;
  /** What bundles for the device are encrypted to. */
  readonly recipient: string;
  readonly role: MemberRole;
  /** In the order of `memberGrants`. */
  readonly grants: readonly MemberGrant[];
  /** What people call whoever holds the device. */
  readonly name: string | null;
}

/** Passes an age X25519 recipient (Bech32, small letters). That its checksum holds is for whoever encrypts to it. */
export const recipientCheck = matching(/^age1[02-9ac-hj-np-z]{58}$/, "an age recipient such as age1…");

export const grantsCheck: Check<readonly MemberGrant[]> = (value, path, faults): value is readonly MemberGrant[] => {
  if (!list(oneOf(memberGrants))(value, path, faults)) return false;
  const inOrder = value.every((grant, at) => at === 0 || memberGrants.indexOf(value[at - 1] as MemberGrant) < memberGrants.indexOf(grant));
  if (!inOrder) faults.push({ path, expected: "each grant once, names before stamp" });
  return inOrder;
};

export const memberAddedType = statementType<"member-added", MemberAddedBody>("member-added", "organise", {
  member: deviceCheck,
  recipient: recipientCheck,
  role: oneOf(memberRoles),
  grants: grantsCheck,
  name: nullable(words),
});
