import path from "node:path";
import type { Call, Command } from "./command.ts";
import { EXIT, isSet, jsonLine, textOf } from "./command.ts";
import type { Io } from "./io.ts";
import { quoted } from "./opening.ts";
import { newPassphraseOf, passphraseOf } from "./passphrase.ts";
import { recoveryOf } from "./recovery.ts";

/** Makes a copy of the case of a bundle. */
async function join(call: Call, io: Io, dir: string, from: string): Promise<number> {
  const { hasSecret, isLocked, joinCase } = await import("../../workbench.ts");
  const passphrase = !hasSecret(dir)
    ? await newPassphraseOf(call, io)
    : isLocked(dir)
      ? await passphraseOf(call, io, "Passphrase: ")
      : null;
  const made = await joinCase(dir, path.resolve(io.cwd, from), { passphrase, recovery: await recoveryOf(call, io) });
  if (isSet(call, "json")) await io.out(jsonLine(made));
  else {
    const state = made.encrypted ? "It is encrypted." : "It is not encrypted: whoever can read this folder can read the case.";
    const suffix = ` --case ${quoted(call.args[0] ?? ".")}`;
    await io.out(
      `Joined the case in ${made.dir}\n${state}\n${
        made.role === null
          ? `Until an organiser adds this device what you write waits in their copies:\n  ${io.program} keys export${suffix} > me.member   and give them the file\n`
          : `This device is a member already, as ${made.role}: what you write counts.\nNext: ${io.program} show${suffix}\n`
      }`,
    );
  }
  return EXIT.done;
}

/** `onrecord init`: makes a case and the key of this device. */
export const init: Command = {
  name: "init",
  summary: "make a case: a folder that holds one investigation",
  arguments: "<dir>",
  options: [
    { flags: "--name <text>", description: "what to call the case (default: the name of its folder)" },
    { flags: "--zone <zone>", description: "the time zone of the events (Asia/Almaty, +06:00)" },
    { flags: "--languages <tags>", description: "languages of the documents, separated by commas (en,ru,kk)" },
    { flags: "--passphrase-file <file>", description: "encrypt the case under the passphrase in this file (default: asked for)" },
    { flags: "--from <bundle>", description: "join the case that this bundle is of, as a copy of it" },
    { flags: "--recovery-file <file>", description: "with --from: be the device again whose 27 recovery words are in this file" },
    { flags: "--json", description: "print one JSON object" },
  ],
  examples: ["onrecord init my-case --zone Asia/Almaty --languages en,ru,kk"],
  run: async (call, io) => {
    const given = call.args[0] ?? ".";
    const dir = path.resolve(io.cwd, given);
    const from = textOf(call, "from");
    if (from !== null) return join(call, io, dir, from);
    const passphrase = await newPassphraseOf(call, io);
    const languages = (textOf(call, "languages") ?? "").split(",").map((tag) => tag.trim()).filter((tag) => tag !== ""); // prettier-ignore
    const { initCase } = await import("../../workbench.ts");
    const made = await initCase(dir, {
      zone: textOf(call, "zone"),
      languages,
      name: textOf(call, "name") ?? path.basename(dir),
      passphrase,
    });
    if (isSet(call, "json")) await io.out(jsonLine(made));
    else {
      const state = made.encrypted
        ? "It is encrypted: without the passphrase, or the recovery words of this device, nobody can read it."
        : "It is not encrypted: whoever can read this folder can read the case.";
      const suffix = given === "." ? "" : ` --case ${quoted(given)}`;
      await io.out(`Made a case in ${made.dir}\n${state}\nNext: ${io.program} add${suffix} FILES…\n`);
    }
    return EXIT.done;
  },
};
