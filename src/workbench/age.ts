/** age (age-encryption.org/v1) around a stream: sealed for some devices, opened by one. */
import { randomInt } from "node:crypto";
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { paddedRecipients } from "../exchange/padding.ts";
import { BrokenEvidence, WrongUsage } from "../model/errors.ts";

/** How every age file begins. */
export const ageMagic = "age-encryption.org/v1\n";

const PIECE = 65_536;

/** The stream sealed for these recipients, among throw-away ones, so that their number says little. Throws WrongUsage on a recipient that is none. */
export async function* sealed(stream: AsyncIterable<Uint8Array>, recipients: readonly string[]): AsyncGenerator<Uint8Array> {
  const all = [...new Set(recipients)];
  for (let missing = paddedRecipients(all.length) - all.length; missing > 0; missing--) {
    all.splice(randomInt(all.length + 1), 0, await identityToRecipient(await generateX25519Identity()));
  }
  const encrypter = new Encrypter();
  for (const recipient of all) {
    try {
      encrypter.addRecipient(recipient);
    } catch {
      throw new WrongUsage(`${recipient} is no age recipient: its checksum does not hold.`);
    }
  }
  yield* await encrypter.encrypt(ReadableStream.from(pieces(stream)));
}

/** What is in a sealed stream. Throws BrokenEvidence `bundle-sealed` when it is sealed for others, or is not what was sealed. */
export async function* unsealed(stream: AsyncIterable<Uint8Array>, identity: string): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    yield* await decrypter.decrypt(ReadableStream.from(stream));
  } catch (error) {
    if (error instanceof BrokenEvidence) throw error;
    const why =
      error instanceof Error && error.message.includes("identity")
        ? "it is encrypted for other devices than this one"
        : "the encryption was tampered with, or cut";
    throw new BrokenEvidence("bundle-sealed", `The bundle cannot be opened: ${why}.`, { cause: error });
  }
}

/** The same bytes in larger pieces: each piece of a web stream costs promises. */
async function* pieces(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    held.push(part);
    size += part.length;
    if (size < PIECE) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}
