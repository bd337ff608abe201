import { readFile } from "node:fs/promises";
import path from "node:path";
import type { RosterEntry } from "../../workbench.ts";
import type { Call, Command } from "./command.ts";
import { caseOption, EXIT, isSet, jsonLine, jsonOption, textOf, UsageFault } from "./command.ts";
import { harmless } from "./harmless.ts";
import type { Io } from "./io.ts";
import { caseSuffix, withCase } from "./opening.ts";

const roles = ["reader", "contributor", "organiser"] as const;

/** What a removal has come to, by the state it left the other in. */
const afterwards: Readonly<Record<RosterEntry["state"], string>> = {
  member: "still a member. To remove an organiser a second organiser has to say so; until then bundles are made for them as before.",
  suspended: "suspended, because the removal is disputed. Somebody else has to decide; until then bundles for everyone leave them out.",
  removed: "removed. They keep what they have; bundles from now on are not made for them.",
  waiting: "waiting. Nobody has added this device.",
};

const called = ({ name, device }: RosterEntry): string => harmless(name ?? device.slice(0, 24));

function lineOf(entry: RosterEntry): string {
  const { device, role, state, statements, words, own } = entry;
  const what = state === "member" ? (role ?? "member") : state === "waiting" ? "waiting: nobody has added this device" : state;
  const count = `${statements} ${statements === 1 ? "statement" : "statements"}`;
  return `${called(entry)}${own ? " (this device)" : ""}: ${what}, ${count}\n  ${device.slice(8, 24)}…\n  ${words.join(" ")}\n`;
}

async function contentOf(file: string, io: Io): Promise<string> {
  if (file === "-") return new TextDecoder().decode(await io.input());
  return readFile(path.resolve(io.cwd, file), "utf8").catch((error: unknown) => {
    throw new UsageFault(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
}

async function run(call: Call, io: Io): Promise<number> {
  const [action, given] = call.args;
  const json = isSet(call, "json");
  if (action === "list") {
    return withCase(call, io, async (bench) => {
      for (const entry of await bench.members()) await io.out(json ? jsonLine(entry) : lineOf(entry));
      return EXIT.done;
    });
  }
  if (action === "add") {
    if (given === undefined) throw new UsageFault(`Name the member file: ${io.program} member add FILE`);
    const content = await contentOf(given, io);
    return withCase(call, io, async (bench) => {
      const role = (textOf(call, "role") ?? "contributor") as (typeof roles)[number];
      const added = await bench.addMember(content, { name: textOf(call, "name"), role });
      if (json) await io.out(jsonLine(added));
      else {
        await io.out(
          `Added ${called(added)} as ${role}. What this device wrote counts from now on, earlier work too.\nCompare these words with what keys show prints on their side, face to face:\n  ${added.words.join(" ")}\nNext: ${io.program} bundle OUT --for ${called(added)}${caseSuffix(call)}\n`,
        );
      }
      return EXIT.done;
    });
  }
  if (action === "remove") {
    if (given === undefined) throw new UsageFault(`Name whom to remove: ${io.program} member remove WHO`);
    return withCase(call, io, async (bench) => {
      const removed = await bench.removeMember(given, textOf(call, "reason"));
      if (json) await io.out(jsonLine(removed));
      else await io.out(`${called(removed)}: ${afterwards[removed.state]}\n`);
      return EXIT.done;
    });
  }
  throw new UsageFault(`There is no member ${action ?? ""}. Choose one of: list, add, remove.`);
}

/** `onrecord member`: who is in the case. */
export const member: Command = {
  name: "member",
  summary: "who is in the case: list, add FILE, remove WHO",
  arguments: "<action> [what]",
  options: [
    caseOption,
    { flags: "--name <text>", description: "add: what to call them (default: as their file says)" },
    { flags: "--role <role>", description: "add: what they may do (default: contributor)", choices: roles },
    { flags: "--reason <text>", description: "remove: why" },
    jsonOption,
  ],
  examples: ["onrecord member list --case my-case", "onrecord member list --case my-case --json"],
  run,
};
