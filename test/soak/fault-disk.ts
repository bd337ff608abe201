/**
 * A full disk (ENOSPC) and a failing one (EIO) at the calls of every sort of command: `node test/soak/fault-disk.ts --points 700 --seed 1`. Each is met
 * once, or from there on for ever.
 *
 * Either the command gets past it and has done its work, or it says in words and with a code that nothing was saved, exits with an error, and has
 * done nothing. In any case the case opens and verifies, and something more can be signed. Without strace it says so and strikes nothing.
 */
import { rmSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Known, Point, Struck } from "./fault-plan.ts";
import { known, scratch, spread, strikeAll } from "./fault-plan.ts";
import type { SystemCall } from "./fault-strace.ts";
import { whyNoStrace } from "./fault-strace.ts";
import { finish } from "./results.ts";

/** What a call can fail with on such a disk. */
const ERRORS: Readonly<Record<string, readonly string[]>> = {
  ...{ write: ["ENOSPC", "EIO"], pwrite64: ["ENOSPC", "EIO"], writev: ["ENOSPC", "EIO"], pwritev: ["ENOSPC", "EIO"] },
  ...{ fsync: ["EIO", "ENOSPC"], fdatasync: ["EIO"], ftruncate: ["EIO", "ENOSPC"], fallocate: ["ENOSPC"] },
  ...{ openat: ["EIO", "ENOSPC"], mkdir: ["ENOSPC", "EIO"], rename: ["EIO", "ENOSPC"], unlink: ["EIO"], rmdir: ["EIO"] },
  ...{ read: ["EIO"], pread64: ["EIO"], getdents64: ["EIO"] },
};

const { values } = parseArgs({
  options: {
    points: { type: "string", default: "700" },
    seed: { type: "string", default: "1" },
    only: { type: "string", multiple: true, default: [] },
    minutes: { type: "string", default: "120" },
    record: { type: "boolean", default: false },
  },
});

function pointsOf(one: Known): readonly Point[] {
  return one.calls.flatMap((call) => {
    // Only the disk fails; what is printed goes elsewhere.
    if (!isOnDisk(call)) return [];
    return (ERRORS[call.name] ?? []).flatMap((error) =>
      // Threads wake each other with read and write: a disk that fails for ever does not stop that.
      (["read", "write"].includes(call.name) ? [""] : ["", "+"]).map((forever): Point => ({
        known: one,
        call,
        inject: `${call.name}:error=${error}:when=${call.number}${forever}`,
      })),
    );
  });
}

function isOnDisk({ line }: SystemCall): boolean {
  return line.includes("onrecord-faults-");
}

/** What is wrong after an error of the disk. */
function faultsOf({ known: { whole, operation }, outcome, look, done }: Struck): readonly string[] {
  const faults = [...look.wrong];
  const failed = outcome.code !== 0;
  if (done === null) faults.push("statements were lost");
  if (outcome.signal !== null) faults.push(`it died of ${outcome.signal}: ${outcome.stderr.slice(0, 300)}`);
  else if (!failed) {
    if (done !== whole) faults.push(`it says that it is done, and has done ${done ?? ""}`);
    if (operation.makes !== null && !look.made) faults.push(`it says that it is done, and there is no ${operation.makes.path}`);
  } else if (operation.argv[0] === "add" && done !== "nothing") {
    // Documents are added in batches: those told of before are there, and it says that it failed with the rest.
    const told = outcome.stdout.split("\n").filter((line) => line.startsWith("added ")).length;
    if (told > (done ?? "").split("seal(").length - 1) faults.push("it told of documents that are not there");
  } else {
    // What could not be read afterwards has been written: then it does not say that it was not.
    const silent = done === whole && !/nothing was saved/i.test(outcome.stderr);
    if (done !== "nothing" && !silent) faults.push(`it says that it failed (${outcome.stderr.trim()}), and has done ${done ?? ""}`);
    if (done === "nothing" && !/nothing was saved|cannot be|not let|no case|refused|fails/i.test(outcome.stderr))
      faults.push(`it does not say so in words: ${outcome.stderr.slice(0, 300)}`);
    if (
      !/\((disk-failed|store-damaged|blob-missing|case-missing|key-missing)\)|input-unreadable|input-not-a-file|reader-failed/.test(
        outcome.stderr,
      )
    )
      faults.push(`it fails without a code: ${outcome.stderr.slice(0, 300)}`);
    if (outcome.stderr.includes("fault in onrecord")) faults.push(`it takes the disk's fault for its own: ${outcome.stderr.slice(0, 300)}`);
    if (outcome.stdout !== "" && operation.argv[0] !== "add") faults.push(`it fails and prints ${outcome.stdout.slice(0, 80)}`);
  }
  return faults;
}

const why = whyNoStrace();
if (why !== null) process.stdout.write(`fault-disk: SKIPPED, ${why}; no call to the system was made to fail\n`);
else {
  const root = scratch();
  try {
    const began = performance.now();
    const all = (await known(root, values.only)).flatMap(pointsOf);
    const points = spread(all, Number(values.points), Number(values.seed));
    const codes = new Map<string, number>();
    let [trials, failures, missed] = [0, 0, 0];
    await strikeAll(root, points, { minutes: Number(values.minutes), seed: Number(values.seed) }, (struck) => {
      const { known: { operation }, inject, outcome } = struck; // prettier-ignore
      trials++;
      // Another thread may have come to that number first, on what is no file of the case.
      if (outcome.struck[0] === undefined || !isOnDisk(outcome.struck[0])) {
        missed++;
        return;
      }
      const code = outcome.code === 0 ? "got past it" : (/\(([a-z-]+)\)/.exec(outcome.stderr)?.[1] ?? `exit ${outcome.code ?? ""}`);
      codes.set(code, (codes.get(code) ?? 0) + 1);
      const faults = faultsOf(struck);
      if (faults.length === 0) return;
      failures++;
      process.stderr.write(`${operation.name}, ${inject}, ${struck.call.line.slice(0, 120)}: ${faults.join("; ")}\n`);
    });
    finish({
      ...{ soak: "fault-disk", trials: trials - missed, failures, seconds: (performance.now() - began) / 1000 },
      met: { "points there are": all.length, "not struck": missed, ...Object.fromEntries(codes) },
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
