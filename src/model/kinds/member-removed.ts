/** `member-removed` takes a device out, or is one of the two voices that it takes to take an organiser out ([S45]). */
import { nullable, text } from "../check.ts";
import { statementType } from "../statement-type.ts";
import type { DeviceId } from "../statement.ts";
import { deviceCheck } from "../statement.ts";

export interface MemberRemovedBody {
  readonly member: DeviceId;
  readonly reason: string | null;
}

export const memberRemovedType = statementType<"member-removed", MemberRemovedBody>("member-removed", "organise", {
  member: deviceCheck,
  reason: nullable(text),
});
