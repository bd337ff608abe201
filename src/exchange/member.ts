/** A member file: what a device tells of itself so that somebody can add it to a case. Signed by the device, so that its two keys belong together. */
import type { Checking, Signing } from "../log/crypto.ts";
import { signedEncoding } from "../log/pae.ts";
import { canonicalBytes } from "../model/canonical.ts";
import type { Check } from "../model/check.ts";
import { faultsOf, matching, nullable, object, oneOf, text } from "../model/check.ts";
import { Refusal } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import { idCheck } from "../model/ids.ts";
import { recipientCheck } from "../model/kinds/member-added.ts";
import type { DeviceId } from "../model/statement.ts";
import { deviceCheck } from "../model/statement.ts";

/** What the signature binds the file to ([B31]). */
export const memberType = "application/vnd.onrecord.member.v1+json";

export interface MemberFile {
  readonly onrecord: "member";
  readonly v: 1;
  /** The case that the device's key was made for; null when it was made before its owner had the case. */
  readonly case: Id | null;
  readonly device: DeviceId;
  readonly recipient: string;
  /** What its owner wants to be called. */
  readonly name: string | null;
}

const one: Check<1> = (value, path, faults): value is 1 => value === 1 || (faults.push({ path, expected: "1" }), false);
const check = object<MemberFile & { readonly signature: string }>({
  onrecord: oneOf(["member"]),
  v: one,
  case: nullable(idCheck),
  device: deviceCheck,
  recipient: recipientCheck,
  name: nullable(text),
  signature: matching(/^[0-9a-f]{128}$/, "128 hex digits"),
});

const signedBytes = ({ onrecord, v, case: caseId, device, recipient, name }: MemberFile): Uint8Array =>
  signedEncoding(canonicalBytes({ onrecord, v, case: caseId, device, recipient, name }), memberType);

/** The text of a member file. */
export async function memberFileText(file: MemberFile, crypto: Signing): Promise<string> {
  const signature = Array.from(await crypto.sign(signedBytes(file)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${JSON.stringify({ ...file, signature }, null, 2)}\n`;
}

/** What a member file says. Throws Refusal `member-file-bad` when it is none, or not signed by the device that it is of. */
export async function readMemberFile(content: string, crypto: Pick<Checking, "verifies">): Promise<MemberFile> {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    throw new Refusal("member-file-bad", "This is no member file. The other one makes it with keys export.");
  }
  const [fault] = faultsOf(check, value);
  if (fault !== undefined) throw new Refusal("member-file-bad", `This is no member file: ${fault.path} is expected ${fault.expected}.`);
  const { signature, ...file } = value as MemberFile & { readonly signature: string };
  const bytes = Uint8Array.from(signature.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  if (!(await crypto.verifies(file.device, signedBytes(file), bytes)))
    throw new Refusal("member-file-bad", "The member file was altered: the device that it names did not sign it. Get it again.");
  return file;
}
