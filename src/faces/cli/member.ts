import { readFile } from "node:fs/promises";
import path from "node:path";
import type { MemberRole } from "../../model/kinds/member-added.ts";
import type { RosterEntry } from "../../workbench.ts";
import type { Call, Command } from "./command.ts";
import { caseOption, EXIT, isSet, jsonLine, jsonOption, textOf, UsageFault } from "./command.ts";
import { harmless } from "./harmless.ts";
import type { Io } from "./io.ts";
import { shortId } from "./naming.ts";
import { caseSuffix, withCase } from "./opening.ts";

const roles = ["reader", "contributor", "organiser"] as const;
const grants = ["names", "stamp"] as const;
type Grant = (typeof grants)[number];

/** Grants as they were given, one after the other or with commas. Throws UsageFault. */
function grantsGiven(call: Call, option: string): readonly Grant[] {
  const given = ((call.options[option] as readonly string[] | undefined) ?? []).flatMap((one) => one.split(","));
  const strange = given.find((one) => !(grants as readonly string[]).includes(one));
  if (strange !== undefined) throw new UsageFault(`There is no grant ${strange}. Choose of: ${grants.join(", ")}.`);
  return grants.filter((one) => given.includes(one));
}

/** What a removal has come to, by the state it left the other in. */
const afterwards: Readonly<Record<RosterEntry["state"], string>> = {
  member: "still a member. To remove an organiser a second organiser has to say so; until then bundles are made for them as before.",
  suspended: "suspended, because the removal is disputed. Somebody else has to decide; until then bundles for everyone leave them out.",
  removed: "removed. They keep what they have; bundles from now on are not made for them.",
  waiting: "waiting. Nobody has added this device.",
};

const holding: Readonly<Record<Grant, string>> = { names: "the Names box", stamp: "the publication stamp" };

const called = ({ name, device }: RosterEntry): string => harmless(name ?? device.slice(0, 24));

function lineOf(entry: RosterEntry): string {
  const { device, role, state, statements, words, own, grants: held } = entry;
  const what = state === "member" ? (role ?? "member") : state === "waiting" ? "waiting: nobody has added this device" : state;
  const count = `${statements} ${statements === 1 ? "statement" : "statements"}`;
  const may = state === "member" && held.length > 0 ? `\n  holds ${held.map((grant) => holding[grant]).join(" and ")}` : "";
  return `${called(entry)}${own ? " (this device)" : ""}: ${what}, ${count}${may}\n  ${device.slice(8, 24)}…\n  ${words.join(" ")}\n`;
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
      const given = grantsGiven(call, "grant");
      const added = await bench.addMember(content, { name: textOf(call, "name"), role, grants: given });
      if (json) await io.out(jsonLine(added));
      else {
        await io.out(
          `Added ${called(added)} as ${role}${given.length === 0 ? "" : `, who holds ${given.map((grant) => holding[grant]).join(" and ")}`}. What this device wrote counts from now on, earlier work too.\nCompare these words with what keys show prints on their side, face to face:\n  ${added.words.join(" ")}\nNext: ${io.program} bundle OUT --for ${called(added)}${caseSuffix(call)}\n`,
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
  if (action === "role") {
    const [give, take, role] = [grantsGiven(call, "grant"), grantsGiven(call, "revoke"), textOf(call, "role")];
    if (given === undefined || (role === null && give.length === 0 && take.length === 0))
      throw new UsageFault(`Name whom, and what is to change: ${io.program} member role WHO --role ROLE, --grant names or --revoke names`);
    return withCase(call, io, async (bench) => {
      const changed = await bench.changeMember(given, { role: role as MemberRole | null, give, take, reason: textOf(call, "reason") });
      if (json) await io.out(jsonLine(changed));
      else {
        const next = give.includes("names") ? `\nThe names reach them with the next bundle --for ${called(changed)}.` : "";
        const kept = take.includes("names") ? "\nWhat they hold they keep; names protected from now on do not reach them." : "";
        await io.out(`${lineOf(changed)}${(next + kept).trim()}${next + kept === "" ? "" : "\n"}`);
      }
      return EXIT.done;
    });
  }
  if (action === "admit") {
    if (given === undefined) throw new UsageFault(`Name the statement, as conflicts prints it: ${io.program} member admit STATEMENT`);
    return withCase(call, io, async (bench) => {
      const target = await bench.idOf(given);
      const statement = await bench.admit(target, textOf(call, "reason"));
      if (json) await io.out(jsonLine({ statement, admitted: target }));
      else
        await io.out(
          `Admitted ${shortId(target)}, with what it follows in the same log: it counts from now on (statement ${shortId(statement)}).\n`,
        );
      return EXIT.done;
    });
  }
  throw new UsageFault(`There is no member ${action ?? ""}. Choose one of: list, add, role, admit, remove.`);
}

/** `onrecord member`: who is in the case. */
export const member: Command = {
  name: "member",
  summary: "who is in the case: list, add FILE, role WHO, admit STATEMENT, remove WHO",
  arguments: "<action> [what]",
  options: [
    caseOption,
    { flags: "--name <text>", description: "add: what to call them (default: as their file says)" },
    { flags: "--role <role>", description: "add, role: what they may do (add: contributor by default)", choices: roles },
    { flags: "--grant <what...>", description: "add, role: what they may hold besides: names (the Names box), stamp (publication)" },
    { flags: "--revoke <what...>", description: "role: a grant to take back" },
    { flags: "--reason <text>", description: "role, admit, remove: why; it is signed" },
    jsonOption,
  ],
  examples: ["onrecord member list --case my-case", "onrecord member list --case my-case --json"],
  run,
};
