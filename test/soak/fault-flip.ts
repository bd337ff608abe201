/**
 * One bit turned in a case or a bundle: `node test/soak/fault-flip.ts --flips 1000 --seed 1 --lanes 2`. In the database, in sealed bytes, in the marker and the
 * key, of a case as it is and of an encrypted one, and in bundles as they are and encrypted.
 *
 * Each is found - the case does not open and says why, `verify` tells it, merging refuses it - or every statement, row and blob is proven to be what
 * it was.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { initCase, openCase } from "../../src/workbench.ts";
import type { Home } from "../../src/workbench/home.ts";
import { openHome } from "../../src/workbench/home.ts";
import { CHEAP } from "../workbench/cheap.ts";
import { operations, PASSPHRASE } from "./fault-operations.ts";
import { scratch } from "./fault-plan.ts";
import type { Result } from "./results.ts";
import { finish } from "./results.ts";
import { random } from "./texts.ts";

const { values } = parseArgs({
  options: {
    flips: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    lanes: { type: "string", default: "2" },
    record: { type: "boolean", default: false },
  },
});

/** A folder of which one file at a time is damaged. */
interface Target {
  readonly name: string;
  /** Files by what they are; one of each kind is as likely as one of another. */
  readonly files: Readonly<Record<string, readonly string[]>>;
  /** Null when the damage was found, else what is in it now. */
  content(): Promise<string | null>;
}

const coded = (error: unknown): boolean => error instanceof Error && "code" in error && typeof error.code === "string";

/** Every statement, row and blob of a case as one text. */
async function contentOf(dir: string, passphrase: string | null): Promise<string> {
  const { store, blobs } = await openHome(dir, passphrase);
  try {
    const hash = createHash("sha256");
    const put = (...parts: readonly unknown[]): void => void hash.update(`${JSON.stringify(parts)}\n`);
    for await (const { id, bytes, signature, opened } of store.statements())
      put(id, Buffer.from(bytes).toString("hex"), Buffer.from(signature).toString("hex"), opened);
    for await (const entry of store.sources()) put(entry);
    for await (const claim of store.claims({})) put(claim);
    for await (const row of store.refused()) put(row);
    for (const peer of await store.peers()) put(peer);
    for (const view of await store.viewNames()) for await (const row of store.rows(view).range("")) put(view, row);
    put(await store.projection());
    for (const id of await blobs.list()) put(id, await textOf(blobs, id));
    return hash.digest("hex");
  } finally {
    await store.close();
  }
}

const textOf = async (blobs: Home["blobs"], id: Parameters<Home["blobs"]["get"]>[0]): Promise<string> =>
  Buffer.from(await blobs.get(id)).toString("hex");

function caseTarget(name: string, dir: string, passphrase: string | null): Target {
  const blobs = readdirSync(join(dir, "blobs"), { recursive: true, encoding: "utf8" }).map((path) => join(dir, "blobs", path)).filter((path) => statSync(path).isFile()); // prettier-ignore
  const key = join(dir, "keys", passphrase === null ? "device.key" : "device.sealed");
  return {
    name,
    files: { database: [join(dir, "record.db")], blob: blobs, marker: [join(dir, "onrecord.json")], key: [key] },
    async content() {
      try {
        const bench = await openCase(dir, { passphrase });
        try {
          // A key is met when somebody signs with it.
          await bench.device();
          if (!(await bench.verify()).ok) return null;
        } finally {
          await bench.close();
        }
        return await contentOf(dir, passphrase);
      } catch (error) {
        if (coded(error)) return null;
        throw error;
      }
    },
  };
}

function bundleTarget(name: string, file: string, dir: string): Target {
  return {
    name,
    files: { bundle: [file] },
    async content() {
      const bench = await openCase(dir);
      try {
        const outcomes: string[] = [];
        await bench.merge([file], ({ outcome }) => outcomes.push(outcome));
        return outcomes.includes("refused") ? null : await contentOf(dir, null);
      } catch (error) {
        if (coded(error)) return null;
        throw error;
      } finally {
        await bench.close();
      }
    },
  };
}

async function targets(root: string): Promise<readonly Target[]> {
  const { template } = (await operations(root)).find(({ name }) => name === "merge") ?? { template: "" };
  const plain = join(root, "plain");
  cpSync(join(template, "case"), plain, { recursive: true });
  const locked = join(root, "locked");
  await initCase(locked, { zone: null, languages: ["en"], passphrase: PASSPHRASE, cost: CHEAP });
  const bench = await openCase(locked, { passphrase: PASSPHRASE });
  const overrides = { published: null, url: null, outlet: null, language: null };
  await bench.add([0, 1].map((at) => ({ path: join(template, "papers", `${at}.md`), name: `${at}.md`, overrides })), {}, () => undefined); // prettier-ignore
  await bench.say("note", { on: null, text: "Nobody may read this." });
  await bench.close();
  // What is merged into is what the bundle was made from: nothing in it is new, unless it was altered.
  const [sender, receiver] = [join(root, "sender"), join(root, "receiver")];
  for (const dir of [sender, receiver]) cpSync(join(template, dir === sender ? "case" : "other"), dir, { recursive: true });
  const from = await openCase(sender);
  const to = await openCase(receiver);
  const { device } = await to.keys();
  await to.close();
  await from.bundle(join(root, "plain.bundle"), { whom: null, all: true });
  await from.bundle(join(root, "sealed.bundle"), { whom: [device], all: true });
  await from.close();
  const receiving = await openCase(receiver);
  await receiving.merge([join(root, "plain.bundle")], () => undefined);
  await receiving.close();
  return [
    caseTarget("case", plain, null),
    caseTarget("encrypted case", locked, PASSPHRASE),
    bundleTarget("bundle", join(root, "plain.bundle"), receiver),
    bundleTarget("encrypted bundle", join(root, "sealed.bundle"), receiver),
  ];
}

/** Turns so many bits, one after the other, each in files that are whole again. */
async function flip(flips: number, seed: number): Promise<Result> {
  const root = scratch();
  try {
    mkdirSync(root, { recursive: true });
    const began = performance.now();
    const next = random(seed);
    const all = await targets(root);
    const sound = new Map<Target, string | null>();
    for (const target of all) sound.set(target, await target.content());
    const met: Record<string, number> = { found: 0, "proven unchanged": 0 };
    let failures = [...sound.values()].filter((content) => content === null).length;
    for (let at = 0; at < flips; at++) {
      const target = all[at % all.length] as Target;
      const kinds = Object.keys(target.files);
      // Most of a case is its database and its blobs, and so are most of the flips.
      const likely = next() < 0.8 ? kinds.slice(0, 2) : kinds;
      const kind = likely[Math.floor(next() * likely.length)] as string;
      const files = target.files[kind] ?? [];
      const file = files[Math.floor(next() * files.length)] as string;
      const before = readFileSync(file);
      const damaged = Buffer.from(before);
      const place = Math.floor(next() * damaged.length);
      damaged[place] = (damaged[place] ?? 0) ^ (1 << Math.floor(next() * 8));
      writeFileSync(file, damaged);
      const content = await target.content().catch((error: unknown) => `it stops: ${String(error)}`);
      const what = content === null ? "found" : content === sound.get(target) ? "proven unchanged" : "failed";
      if (what === "failed") {
        failures++;
        process.stderr.write(`flip ${at}: ${target.name}, ${kind}, byte ${place} of ${file}: nobody noticed (${content ?? ""})\n`);
      } else met[what] = (met[what] ?? 0) + 1;
      met[`${target.name}: ${kind}`] = (met[`${target.name}: ${kind}`] ?? 0) + 1;
      writeFileSync(file, before);
    }
    return { soak: "fault-flip", trials: flips, failures, seconds: (performance.now() - began) / 1000, met };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The same in several processes, each with cases and a seed of its own. */
async function flipInLanes(flips: number, seed: number, lanes: number): Promise<Result> {
  const parts = await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      const own = Math.floor(flips / lanes) + (lane < flips % lanes ? 1 : 0);
      const args = [fileURLToPath(import.meta.url), "--flips", `${own}`, "--seed", `${seed + lane}`, "--lanes", "1"];
      const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
      let out = "";
      child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
      await once(child, "close");
      return JSON.parse(out) as Result;
    }),
  );
  const met: Record<string, number> = {};
  for (const part of parts) for (const [name, count] of Object.entries(part.met)) met[name] = (met[name] ?? 0) + Number(count);
  const sum = (of: (part: Result) => number): number => parts.reduce((total, part) => total + of(part), 0);
  return { soak: "fault-flip", trials: sum((part) => part.trials), failures: sum((part) => part.failures), seconds: Math.max(...parts.map(({ seconds }) => seconds)), met }; // prettier-ignore
}

const [flips, seed, lanes] = [values.flips, values.seed, values.lanes].map(Number) as [number, number, number];
finish(lanes > 1 ? await flipInLanes(flips, seed, lanes) : await flip(flips, seed));
