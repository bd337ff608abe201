import type { Id } from "../../model/ids.ts";
import type { Kind } from "../../model/words.ts";
import type { Workbench } from "../../workbench.ts";
import type { Call, Command } from "./command.ts";
import { caseOption, EXIT, textOf, UsageFault } from "./command.ts";
import type { Io } from "./io.ts";
import { KINDS } from "./kinds.ts";
import { sourceGiven } from "./naming.ts";
import { caseSuffix, collect, printPage, stateOf, withCase } from "./opening.ts";

const KEYS = "a accept · c correct · r reject · d dispute · s skip · u undo · q quit: ";
const NOBODY = "review asks a person at a terminal, and there is none. Use judge for one claim at a time, in scripts too.";

/** What was done with one claim: the statement that was signed, or null when it was skipped. */
type Done = Id | null;

/** Asks what is different, until it can be signed or nothing is said. Null: nothing was signed. */
async function corrected(id: Id, bench: Workbench, io: Io): Promise<Id | null> {
  for (;;) {
    const set: string[] = [];
    for (;;) {
      const line = await io.line(set.length === 0 ? "What is different? field=value, as in figure.min=30: " : "And? (empty: no more) ");
      if (line === null || line.trim() === "") break;
      set.push(line.trim());
    }
    if (set.length === 0) return null;
    const reason = await io.line("Why? (may be empty) ");
    try {
      return await bench.judge(id, "correct", { set, reason: reason === null || reason.trim() === "" ? null : reason.trim() });
    } catch (error) {
      if (!(error instanceof Error) || error.name !== "WrongUsage") throw error;
      io.err(`${error.message}\n`);
    }
  }
}

const verdicts: Readonly<Record<string, "accept" | "reject" | "dispute">> = { a: "accept", r: "reject", d: "dispute" };

/** Walks the claims in their order; gives how many statements stand at the end. */
async function walk(ids: readonly Id[], bench: Workbench, call: Call, io: Io): Promise<number> {
  const { reviewPage } = await import("../../pages/review.ts");
  const state = { ...(await stateOf(bench, ["people"])), claims: [] };
  const done: Done[] = [];
  while (done.length < ids.length) {
    const id = ids[done.length] as Id;
    const claim = await bench.claim(id);
    if (claim === null) {
      done.push(null);
      continue;
    }
    const text = (await bench.text(claim.source)) ?? "";
    await printPage(reviewPage({ ...state, claims: [claim] }, claim, text, done.length + 1, ids.length), io, caseSuffix(call));
    const key = (await io.key(KEYS))?.toLowerCase() ?? "q";
    const verdict = verdicts[key];
    if (verdict !== undefined) done.push(await bench.judge(id, verdict, {}));
    else if (key === "c") {
      const statement = await corrected(id, bench, io);
      if (statement !== null) done.push(statement);
    } else if (key === "s") done.push(null);
    else if (key === "u") {
      const last = done.pop();
      if (last === undefined) io.err("There is nothing to undo.\n");
      else if (last !== null) await bench.withdraw(last, "undone in review");
    } else if (key === "q") break;
    else io.err(`${JSON.stringify(key)} is none of the keys.\n`);
  }
  return done.filter((each) => each !== null).length;
}

/** `onrecord review`: one unreviewed claim after another, each judged with one key. */
export const review: Command = {
  name: "review",
  summary: "judge the unreviewed claims one after another, with single keys",
  arguments: "",
  options: [
    caseOption,
    { flags: "--source <id>", description: "only of this source: its number, or its id or the beginning of it" },
    { flags: "--kind <kind>", description: "only of this kind", choices: KINDS },
  ],
  examples: ["onrecord review --case my-case --kind figure"],
  run: (call, io) =>
    withCase(call, io, async (bench) => {
      const [source, kind] = [textOf(call, "source"), textOf(call, "kind") as Kind | null];
      const filter = {
        review: "unreviewed" as const,
        ...(source === null ? {} : { source: await sourceGiven(source, bench) }),
        ...(kind === null ? {} : { kind }),
      };
      if (!io.attended) throw new UsageFault(NOBODY);
      const ids = (await collect(bench.claims(filter))).map(({ id }) => id);
      const signed = await walk(ids, bench, call, io);
      await io.out(`${signed} of ${ids.length} judged. Each judgement is signed; withdraw takes one back.\n`);
      return EXIT.done;
    }),
};
