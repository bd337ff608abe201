/**
 * Every sort of command is killed (SIGKILL) before calls to the system that change something: `node test/soak/fault-kill.ts --points 2200 --seed 1`.
 *
 * Whatever the moment, the case opens in under five seconds, verifies, holds every statement that it held, and what the command did is there whole or
 * not at all; once the command has told that it is done, it is there; and something more can be signed. `--only NAME` strikes one operation.
 *
 * This kills processes, not the power: that synced bytes stay is the disk's promise, that nothing is told before it is synced is in
 * docs/decisions/0003-store.md. Without strace it says so and strikes nothing.
 */
import { rmSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Operation } from "./fault-operations.ts";
import type { Point, Struck } from "./fault-plan.ts";
import { known, scratch, spread, strikeAll } from "./fault-plan.ts";
import { CHANGING, whyNoStrace } from "./fault-strace.ts";
import { finish } from "./results.ts";

const RESTART_MS = 5_000;

const { values } = parseArgs({
  options: {
    points: { type: "string", default: "2200" },
    seed: { type: "string", default: "1" },
    only: { type: "string", multiple: true, default: [] },
    minutes: { type: "string", default: "120" },
    record: { type: "boolean", default: false },
  },
});

/** What is wrong after a kill. */
function faultsOf({ known: { whole, said, operation }, outcome, look, done }: Struck): readonly string[] {
  const faults = [...look.wrong];
  if (look.openMs >= RESTART_MS) faults.push(`it took ${Math.round(look.openMs)} ms to open`);
  if (done === null) faults.push("statements were lost");
  else if (done !== whole && done !== "nothing" && !isSomeOf(done, whole, operation)) faults.push(`half of it is there: ${done}`);
  if (said === "" || outcome.stdout === "") return faults;
  // Documents are told one by one.
  const told = outcome.stdout.split("\n").filter((line) => line.startsWith("added ")).length;
  if (operation.argv[0] === "add" && told < whole.split("seal(").length - 1) {
    if (told > (done ?? "").split("seal(").length - 1) faults.push("it told of documents that are not there");
    return faults;
  }
  // Everything else tells what it has done in one piece, so any of it is all of it.
  if (done !== whole) faults.push("it told that it was done, and it is not");
  if (operation.makes !== null && !look.made) faults.push(`it told that it was done, and there is no ${operation.makes.path}`);
  if (operation.passphrases.length > 1 && look.passphrase === 0) faults.push("it told that it was done, and the old passphrase opens it");
  return faults;
}

/** Documents are added in batches, each whole: some may be there without the others. That each is whole is looked at elsewhere. */
function isSomeOf(done: string, whole: string, { argv }: Operation): boolean {
  const rest = whole.split(" ");
  return argv[0] === "add" && done.split(" ").every((part) => rest.includes(part) && rest.splice(rest.indexOf(part), 1).length === 1);
}

const why = whyNoStrace();
if (why !== null) process.stdout.write(`fault-kill: SKIPPED, ${why}; no process was killed at a call to the system\n`);
else {
  const root = scratch();
  try {
    const began = performance.now();
    const changing = CHANGING.split(",");
    const all = (await known(root, values.only)).flatMap((one) =>
      one.calls
        .filter(({ name }) => changing.includes(name))
        .map((call): Point => ({ known: one, call, inject: `${call.name}:signal=KILL:when=${call.number}` })),
    );
    const points = spread(all, Number(values.points), Number(values.seed));
    let [trials, failures, killed, before, told, slowest] = [0, 0, 0, 0, 0, 0];
    await strikeAll(root, points, { minutes: Number(values.minutes), seed: Number(values.seed) }, (struck) => {
      const { known: { operation }, inject, outcome, done, look } = struck; // prettier-ignore
      trials++;
      if (outcome.signal === "SIGKILL") killed++;
      if (done === "nothing") before++;
      if (outcome.signal === "SIGKILL" && outcome.stdout !== "") told++;
      slowest = Math.max(slowest, look.openMs);
      const faults = faultsOf(struck);
      if (faults.length === 0) return;
      failures++;
      process.stderr.write(`${operation.name}, ${inject}, ${struck.call.line.slice(0, 120)}: ${faults.join("; ")}\n`);
    });
    finish({
      ...{ soak: "fault-kill", trials, failures, seconds: (performance.now() - began) / 1000 },
      met: { "calls that change something": all.length, killed, "nothing done": before, "killed after telling": told, "slowest start ms": Math.round(slowest) }, // prettier-ignore
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
