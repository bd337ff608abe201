import path from "node:path";
import type { Call, Command } from "./command.ts";
import { caseOption, EXIT, isSet, jsonLine, jsonOption, textOf, UsageFault } from "./command.ts";
import { harmless } from "./harmless.ts";
import type { Io } from "./io.ts";
import { caseFolder, withCase } from "./opening.ts";
import { newPassphraseOf, passphraseOf } from "./passphrase.ts";
import { recoveryOf } from "./recovery.ts";

const actions = ["show", "export", "recovery", "identity", "passphrase", "new", "words"] as const;

/** Words in rows of four, each with its number: as they are read aloud and written down. */
function numbered(words: readonly string[]): string {
  const cells = words.map((word, at) => `${String(at + 1).padStart(2)} ${word.padEnd(9)}`);
  return Array.from(
    { length: Math.ceil(cells.length / 4) },
    (_, row) =>
      `  ${cells
        .slice(row * 4, row * 4 + 4)
        .join(" ")
        .trimEnd()}\n`,
  ).join("");
}

async function show(call: Call, io: Io): Promise<number> {
  return withCase(call, io, async (bench) => {
    const keys = await bench.keys();
    if (isSet(call, "json")) await io.out(jsonLine(keys));
    else {
      await io.out(
        `This device signs as\n  ${keys.device}\nBundles for it are encrypted to\n  ${keys.recipient}\nWords to compare face to face, the same on both sides:\n${numbered(keys.words)}`,
      );
    }
    return EXIT.done;
  });
}

async function exported(call: Call, io: Io): Promise<number> {
  const { findCase, hasSecret, isLocked, looseMemberFile } = await import("../../workbench.ts");
  const name = textOf(call, "name");
  const given = textOf(call, "case");
  const dir = given === null ? null : path.resolve(io.cwd, given);
  // Keys made beforehand have no case yet.
  if (dir !== null && findCase(dir) !== dir && hasSecret(dir)) {
    const passphrase = isLocked(dir) ? await passphraseOf(call, io, "Passphrase: ") : null;
    await io.out(await looseMemberFile(dir, passphrase, name));
    return EXIT.done;
  }
  return withCase(call, io, async (bench) => {
    await io.out(await bench.memberFile(name));
    return EXIT.done;
  });
}

async function recovery(call: Call, io: Io): Promise<number> {
  return withCase(call, io, async (bench) => {
    const words = await bench.recovery();
    if (isSet(call, "json")) await io.out(jsonLine({ words }));
    else {
      const { device } = await bench.keys();
      await io.out(
        [
          `RECOVERY SHEET of the case "${harmless((await bench.settingsNow()).name ?? "")}"`,
          `Device ${device}`,
          "",
          "These 27 words are this device. Whoever has them can sign as you, open every",
          "bundle made for you and, with the folder, the case. Keep the sheet where nobody",
          "looks, away from the machine. Do not photograph it.",
          "",
          numbered(words),
          "To bring the device back from a bundle that was made for it, type the words",
          "into a file and give it:  init DIR --from BUNDLE --recovery-file FILE",
          "To set a new passphrase:  keys passphrase --recovery-file FILE",
          "",
        ].join("\n"),
      );
      io.err("Print this; what stays on a screen or in a file is not safe there.\n");
    }
    return EXIT.done;
  });
}

async function passphrase(call: Call, io: Io): Promise<number> {
  const dir = await caseFolder(call, io);
  const { changePassphrase } = await import("../../workbench.ts");
  const words = await recoveryOf(call, io);
  const old = words === null ? await passphraseOf(call, io, "Passphrase now: ") : null;
  const next = await newPassphraseOf(call, io, "newPassphraseFile");
  if (next === null) throw new UsageFault("Give the new passphrase with --new-passphrase-file FILE.");
  await changePassphrase(dir, { old, recovery: words, next });
  await io.out("The passphrase is changed. The old one opens nothing any more, but for copies of the folder that were made before.\n");
  return EXIT.done;
}

async function made(call: Call, io: Io): Promise<number> {
  const given = call.args[1];
  if (given === undefined) throw new UsageFault(`Name the folder to make: ${io.program} keys new DIR`);
  const { newKeys } = await import("../../workbench.ts");
  const keys = await newKeys(path.resolve(io.cwd, given), { passphrase: await newPassphraseOf(call, io) });
  if (isSet(call, "json")) await io.out(jsonLine(keys));
  else {
    const state = keys.encrypted
      ? "They are sealed under the passphrase."
      : "They are not encrypted: whoever can read this folder has them.";
    await io.out(
      `Made keys in ${keys.dir}\n${state}\nNext: ${io.program} keys export --case ${given} > me.member, give that to an organiser of the case,\nand with their bundle: ${io.program} init ${given} --from BUNDLE\n`,
    );
  }
  return EXIT.done;
}

/** `onrecord keys`: this device's keys. */
export const keys: Command = {
  name: "keys",
  summary: "this device's keys: show, export, recovery, identity, passphrase, new, words",
  arguments: "<action> [dir]",
  options: [
    caseOption,
    { flags: "--name <text>", description: "export: what you want to be called in the case" },
    { flags: "--new-passphrase-file <file>", description: "passphrase: the new one (default: asked for)" },
    { flags: "--recovery-file <file>", description: "passphrase: the 27 recovery words, when the passphrase is lost" },
    jsonOption,
  ],
  examples: ["onrecord keys show --case my-case", "onrecord keys export --case my-case --name Dana", "onrecord keys words"],
  run: async (call, io) => {
    const action = call.args[0] as (typeof actions)[number];
    switch (action) {
      case "show":
        return show(call, io);
      case "export":
        return exported(call, io);
      case "recovery":
        return recovery(call, io);
      case "identity":
        return withCase(call, io, async (bench) => {
          await io.out(`${await bench.identity()}\n`);
          io.err("This opens every bundle made for this device. Give it to nobody.\n");
          return EXIT.done;
        });
      case "passphrase":
        return passphrase(call, io);
      case "new":
        return made(call, io);
      case "words": {
        const { offeredPassphrase } = await import("../../workbench.ts");
        await io.out(`${offeredPassphrase()}\n`);
        return EXIT.done;
      }
      default:
        throw new UsageFault(`There is no keys ${String(action)}. Choose one of: ${actions.join(", ")}.`);
    }
  },
};
