/** How blobs lie in an encrypted case: as age files for a recipient that only the device's secret gives, named by a keyed hash of their id. */
import { createHmac } from "node:crypto";
import { Decrypter, Encrypter, identityToRecipient } from "age-encryption";
import type { Box } from "../store/blobs.ts";
import type { RestKeys } from "./secret.ts";

/** The box of a case with these keys. Debian's `age --decrypt` opens what it seals. */
export async function sealedBox({ blobs, names }: RestKeys): Promise<Box> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(blobs));
  const decrypter = new Decrypter();
  decrypter.addIdentity(blobs);
  return {
    nameOf: (id) => createHmac("sha256", names).update(id).digest("hex"),
    seal: (bytes) => encrypter.encrypt(bytes),
    async open(sealed) {
      try {
        return await decrypter.decrypt(sealed);
      } catch {
        // Whatever stops the decryption - a flipped bit, a cut file, another key - it is not what was sealed.
        return null;
      }
    },
  };
}
