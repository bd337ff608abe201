/**
 * A large log: `node bench/large.ts --statements 1000000`. Builds a case of so many signed remarks beside some documents, then measures, in
 * milliseconds, opening it, the first page of views, signing one more statement, merging a bundle of 10,000 into a copy of the case's beginning, and
 * folding all of it again (which holds every signature against the rules). Prints one line of JSON with what bare node:crypto takes to verify as many
 * signatures on one thread in the same run. With --strict it exits 1 when a target is missed.
 */
import { verify as bareVerify, createPublicKey } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import Database from "better-sqlite3-multiple-ciphers";
import type { Head } from "../src/log/append.ts";
import { headAfter, nextStatements } from "../src/log/append.ts";
import { signedEncoding } from "../src/log/pae.ts";
import { document, random } from "../test/soak/texts.ts";
import { initCase, joinCase, openCase } from "../src/workbench.ts";
import { nodeSigning } from "../src/workbench/crypto.ts";
import { openHome } from "../src/workbench/home.ts";
import { signingKeyOf } from "../src/workbench/secret.ts";

const TARGET = { openMs: 300, firstPageMs: 50, replayMs: 180_000, mergeMs: 5_000 };
const BATCH = 2_000;
const PAGE = 50;
const MERGED = 10_000;

const { values } = parseArgs({
  options: {
    statements: { type: "string", default: "1000000" },
    documents: { type: "string", default: "200" },
    strict: { type: "boolean", default: false },
  },
});
const [statements, documents] = [Number(values.statements), Number(values.documents)];
const root = mkdtempSync(join(tmpdir(), "onrecord-bench-large-"));
const dir = join(root, "case");

async function timed<T>(work: () => Promise<T>): Promise<readonly [number, T]> {
  const from = performance.now();
  const result = await work();
  return [Math.round(performance.now() - from), result];
}

/** Signs so many remarks at the end of the device's log. Gives statements a second. */
async function remarks(total: number): Promise<number> {
  const home = await openHome(dir, null);
  const signing = nodeSigning(signingKeyOf(await home.secret()), () => new Date());
  let head: Head | null = await home.store.head(signing.device);
  const from = performance.now();
  for (let done = 0; done < total; done += BATCH) {
    const said = Array.from({ length: Math.min(BATCH, total - done) }, (_, at) => {
      return { kind: "note", body: { on: null, text: `Remark ${done + at}: ask the hospital for its list.` } } as const;
    });
    await home.store.write(async (writes) => {
      for (const { statement, header } of await nextStatements(said, { caseId: home.marker.case, head, seen: [] }, signing)) {
        await writes.append(statement, header);
        head = headAfter(statement, header);
      }
    });
  }
  const seconds = (performance.now() - from) / 1000;
  await home.store.close();
  return Math.round(total / seconds);
}

async function firstPage(bench: Awaited<ReturnType<typeof openCase>>): Promise<void> {
  let rows = 0;
  for await (const _ of bench.view("figures")) if (++rows === PAGE) break;
  if (rows === 0) throw new TypeError("there is no row");
}

/** Signatures of the first statements, verified bare: milliseconds for each. */
async function bareMs(): Promise<number> {
  const home = await openHome(dir, null);
  const key = createPublicKey(signingKeyOf(await home.secret()));
  const sample: (readonly [Uint8Array, Uint8Array])[] = [];
  for await (const { bytes, signature } of home.store.statements()) if (sample.push([signedEncoding(bytes), signature]) === 2_000) break;
  await home.store.close();
  const from = performance.now();
  for (const [message, signature] of sample) if (!bareVerify(null, message, key, signature)) throw new TypeError("a good signature does not hold"); // prettier-ignore
  return (performance.now() - from) / sample.length;
}

try {
  await initCase(dir, { zone: "Asia/Almaty", languages: ["en"] });
  const next = random(1);
  const overrides = { published: null, url: null, outlet: null, language: null };
  const inputs = Array.from({ length: documents }, (_, at) => {
    const path = join(root, `${at}.md`);
    writeFileSync(path, document(next, at, 2_000));
    return { path, name: `${at}.md`, overrides };
  });
  const adding = await openCase(dir);
  await adding.add(inputs, {}, () => undefined);
  await adding.bundle(join(root, "early.bundle"), { whom: null, all: true });
  await adding.close();
  const perSecond = await remarks(Math.min(MERGED, statements));
  const sending = await openCase(dir);
  await sending.bundle(join(root, "late.bundle"), { whom: null, all: true });
  await sending.close();
  await joinCase(join(root, "copy"), join(root, "early.bundle"), { passphrase: null });
  const copy = await openCase(join(root, "copy"));
  await copy.device();
  for await (const _ of copy.sources()) break;
  const [mergeMs] = await timed(() => copy.merge([join(root, "late.bundle")], () => undefined));
  await copy.close();
  if (statements > MERGED) await remarks(statements - MERGED);

  const [openMs, bench] = await timed(() => openCase(dir));
  const [firstPageMs] = await timed(() => firstPage(bench));
  const [signMs] = await timed(() => bench.say("note", { on: null, text: "One more." }));
  await bench.close();
  const raw = new Database(join(dir, "record.db"));
  raw.exec("update projection set version = 'older'");
  raw.close();
  const again = await openCase(dir);
  const [replayMs] = await timed(() => firstPage(again));
  await again.close();
  const report = {
    ...{ bench: "large", statements, documents, batchedPerSecond: perSecond, openMs, firstPageMs, signMs, replayMs, mergeMs },
    ...{ bareVerifyMs: Math.round((await bareMs()) * statements), peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) },
    load: Math.round(loadavg()[0] ?? 0),
  };
  process.stdout.write(`${JSON.stringify(report)}\n`);
  const missed = (Object.keys(TARGET) as (keyof typeof TARGET)[]).filter((name) => report[name] > TARGET[name]);
  if (values.strict && missed.length > 0) process.exitCode = 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}
