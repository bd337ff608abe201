/** Taking in what was set aside for a person ([A10], [S47]). */
import { readHeader } from "../log/header.ts";
import { WrongUsage } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import { markOf } from "./aside.ts";
import { rosterOf } from "./roster.ts";
import type { SayDesk } from "./say.ts";
import { say } from "./say.ts";

/** See `Workbench.admit`. */
export async function admit(statement: Id, reason: string | null, desk: SayDesk): Promise<Id> {
  await desk.ready();
  const target = await desk.store.statement(statement);
  const header = target === null ? null : readHeader(target.bytes).header;
  if (header === null) throw new WrongUsage(`There is no statement ${statement}.`);
  const { device } = await desk.signing();
  const own = (await rosterOf(desk.store, desk.caseId, device, desk.checking)).find((entry) => entry.own);
  if (own?.role !== "organiser" || own.state !== "member") throw new WrongUsage("Only organisers admit what was set aside. Ask one.");
  if (header.device === device) throw new WrongUsage("Nobody admits work of their own device: another organiser has to.");
  const mark = await markOf(desk.store, statement);
  if (mark === "waiting") throw new WrongUsage("It waits because nobody has added its device: take it in with member add FILE.");
  if (mark === "refused")
    throw new WrongUsage("It was refused, because its author knew that they might not write it. Sign it yourself if it is right.");
  if (mark !== "set-aside") throw new WrongUsage("It is not set aside. conflicts lists what is.");
  return say("admit", { statement, reason }, desk);
}
