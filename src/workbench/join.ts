/** Joining a case from a bundle, and the keys that a copy has before it has a case. */
import { existsSync, mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { memberFileText } from "../exchange/member.ts";
import { BrokenEvidence, NotSaved, WrongUsage } from "../model/errors.ts";
import { deviceOf, nodeChecking, nodeHasher, nodeSigning } from "./crypto.ts";
import { diskFailed, filesOf, syncFolder } from "./folder.ts";
import type { Clocks } from "./init.ts";
import { beginFolder, furnish, lockingOf } from "./init.ts";
import { hasSecret, isLocked, makeSecret, readSecret, relock } from "./keys.ts";
import { foundingOf, membersOf } from "./log.ts";
import { openMarker, readMarker } from "./marker.ts";
import { provenBundle, takeBundle } from "./merge.ts";
import { takeNames } from "./names.ts";
import type { DeviceSecret } from "./secret.ts";
import { identityOf, recipientOf, restKeysOf, signingKeyOf } from "./secret.ts";
import { tunedCost } from "./vault.ts";
import type { JoinedCase, JoinOptions, NewKeys } from "./verbs.ts";
import { deviceWords, secretOfWords } from "./words.ts";

/** Makes the keys of a copy in `dir`, so that others can add it and seal bundles for it. Throws NotSaved `case-exists`. */
export async function newKeys(dir: string, options: Pick<JoinOptions, "passphrase" | "cost">, { ticks }: Clocks): Promise<NewKeys> {
  const folder = resolve(dir);
  if (existsSync(filesOf(folder).marker) || hasSecret(folder))
    throw new NotSaved("case-exists", `There are keys in ${folder} already. Name another folder.`);
  const locking = lockingOf(options, ticks);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw diskFailed(error);
  }
  const secret = await makeSecret(folder, locking);
  syncFolder(folder);
  const device = deviceOf(signingKeyOf(secret));
  return { dir: folder, device, words: deviceWords(device), encrypted: locking.passphrase !== null };
}

/** The member file of keys that have no case yet. Throws NotSaved. */
export async function looseMemberFile(dir: string, passphrase: string | null, name: string | null, { now }: Clocks): Promise<string> {
  const secret = await readSecret(resolve(dir), passphrase);
  const signing = nodeSigning(signingKeyOf(secret), now);
  return memberFileText(
    { onrecord: "member", v: 1, case: null, device: signing.device, recipient: await recipientOf(secret), name },
    signing,
  );
}

/** See workbench.ts. */
export async function joinCase(dir: string, bundle: string, options: JoinOptions, { now, ticks }: Clocks): Promise<JoinedCase> {
  const folder = resolve(dir);
  const locking = lockingOf(options, ticks);
  const recovered = recoveredSecret(options.recovery ?? null);
  if (hasSecret(folder) && !isLocked(folder) && locking.passphrase !== null)
    throw new WrongUsage(`The keys in ${folder} were made without a passphrase. Leave it out, or make keys with one in another folder.`);
  // Keys made beforehand, or by an earlier run that did not come to its end.
  const kept = hasSecret(folder) ? await readSecret(folder, locking.passphrase) : null;
  if (kept !== null && recovered !== null && !isDeepStrictEqual(kept, recovered))
    throw new WrongUsage(`There are other keys in ${folder}. Name another folder to bring a device back in.`);
  const checking = { ...nodeChecking(), hasher: nodeHasher };
  const given = kept ?? recovered;
  const identity = (): Promise<string> => {
    if (given === null)
      return Promise.reject(
        new BrokenEvidence(
          "bundle-sealed",
          "The bundle is encrypted, and a new copy has no key yet: make one with keys new, and let the others add it.",
        ),
      );
    return Promise.resolve(identityOf(given));
  };
  // Held before anything is made: a bundle that is refused leaves no folder behind.
  const { head, digest } = await provenBundle(bundle, null, { checking, identity });
  beginFolder(folder, true, kept !== null);
  const secret = kept ?? (await makeSecret(folder, locking, recovered));
  let role: JoinedCase["role"] = null;
  await furnish(folder, head.case, secret, locking, async ({ store, blobs }) => {
    const founding = await store.write(async (writes) => {
      const { names } = await takeBundle(bundle, head.case, digest, writes, { blobs, checking, identity });
      if (names !== null) await takeNames(names, { folder: filesOf(folder).names, secret: () => Promise.resolve(secret) }, writes);
      const found = await foundingOf(writes, head.case, checking);
      if (found === null)
        throw new BrokenEvidence(
          "bundle-case",
          "The bundle does not begin with the case's founding statement. Ask for a whole one: bundle --all.",
        );
      return found;
    });
    const member = (await store.write((writes) => membersOf(writes, head.case, checking))).get(deviceOf(signingKeyOf(secret)));
    role = member?.state === "member" ? member.role : null;
    const { name = null, zone = null, languages = [] } = founding.body ?? {};
    return { case: head.case, name, zone, languages, created: founding.time, device: nodeSigning(signingKeyOf(secret), now).device };
  });
  return { dir: folder, caseId: head.case, encrypted: locking.passphrase !== null, role };
}

function recoveredSecret(words: string | null): DeviceSecret | null {
  if (words === null) return null;
  const secret = secretOfWords(words);
  if (secret === null)
    throw new WrongUsage("These are not the 27 recovery words of a device, or one of them is wrong. Compare them with the sheet.");
  return secret;
}

/**
 * Seals the device's secret under another passphrase. It is opened with the old one, or brought back by the recovery words. Throws NotSaved
 * `passphrase-wrong`, WrongUsage on a case that is not encrypted.
 */
export async function changePassphrase(
  dir: string,
  { old, recovery, next }: { readonly old: string | null; readonly recovery: string | null; readonly next: string },
  { ticks }: Pick<Clocks, "ticks">,
  cost = (): ReturnType<typeof tunedCost> => tunedCost(ticks),
): Promise<void> {
  const folder = resolve(dir);
  if (!isLocked(folder))
    throw new WrongUsage(
      "The case is not encrypted, and cannot be made so. Make a bundle, and join it with a passphrase in another folder.",
    );
  lockingOf({ passphrase: next }, ticks);
  const secret = recoveredSecret(recovery) ?? (await readSecret(folder, old));
  // Words of another device would lock this case for ever: they must open what the device's own key opens.
  const { sealed } = readMarker(folder);
  if (sealed !== null) openMarker(sealed, restKeysOf(secret, Buffer.from(sealed.salt, "hex")).marker);
  await relock(folder, secret, next, cost);
}
