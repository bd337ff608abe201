/** `member-role` gives a member another role or other grants ([S46]). */
import { nullable, oneOf, text } from "../check.ts";
import { statementType } from "../statement-type.ts";
import type { DeviceId } from "../statement.ts";
import { deviceCheck } from "../statement.ts";
import type { MemberGrant, MemberRole } from "./member-added.ts";
import { grantsCheck, memberRoles } from "./member-added.ts";

export interface MemberRoleBody {
  readonly member: DeviceId;
  readonly role: MemberRole;
  readonly grants: readonly MemberGrant[];
  readonly reason: string | null;
}

export const memberRoleType = statementType<"member-role", MemberRoleBody>("member-role", "organise", {
  member: deviceCheck,
  role: oneOf(memberRoles),
  grants: grantsCheck,
  reason: nullable(text),
});
