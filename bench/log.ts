/**
 * The log against bare node:crypto and bare SQLite in the same run: `node bench/log.ts --statements 5000 --runs 3`. Prints one line of JSON: signed
 * statements a second appended in batches and one by one, each durable, and how near verifying comes to bare Ed25519 verification of the same bytes.
 * A log is verified many statements at a time on the threads that Node has; bare verification is that of one thread, one after the other.
 * With --strict it exits 1 when a target is missed. Rates are medians of the runs; both sides run in this process, after one round that warms them up.
 */
import { createPublicKey, verify as bareVerify } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import Database from "better-sqlite3-multiple-ciphers";
import type { Head } from "../src/log/append.ts";
import { headAfter, nextStatement, nextStatements } from "../src/log/append.ts";
import { signedEncoding } from "../src/log/pae.ts";
import { verifyEach } from "../src/log/verify.ts";
import type { Id } from "../src/model/ids.ts";
import type { Statement } from "../src/model/statement.ts";
import { createSqlite, openSqlite } from "../src/store/sqlite.ts";
import type { Store } from "../src/store/store.ts";
import { newKey, nodeChecking, nodeSigning, readKey } from "../src/workbench/crypto.ts";

const TARGET = { batched: 10_000, single: 800, verifyRatio: 0.9 };
const BATCH = 500;
const TURN = 512;

const { values } = parseArgs({
  options: {
    statements: { type: "string", default: "5000" },
    runs: { type: "string", default: "3" },
    strict: { type: "boolean", default: false },
  },
});
const [count, runs] = [Number(values.statements), Number(values.runs)];
const singles = Math.min(count, 500);
const root = mkdtempSync(join(tmpdir(), "onrecord-bench-log-"));

const key = readKey(newKey());
if (key === null) throw new TypeError("a key that was made cannot be read");
const signing = nodeSigning(key, () => new Date());
const checking = nodeChecking();
const publicKey = createPublicKey(key);
const founding = await nextStatement(
  { kind: "case", body: { name: null, zone: null, languages: [] }, caseId: null, head: null, seen: [] },
  signing,
);
const caseId: Id = founding.id;

/** The smallest kind that people write: two fields. */
async function append(store: Store, total: number, batch: number): Promise<readonly Statement[]> {
  const made: Statement[] = [];
  let head: Head = { device: signing.device, seq: 0, id: caseId };
  for (let done = 0; done < total; done += batch) {
    const said = Array.from({ length: Math.min(batch, total - done) }, (_, at) => {
      return { kind: "note", body: { on: null, text: `Remark ${done + at}: ask the hospital for its list.` } } as const;
    });
    await store.write(async (writes) => {
      for (const { statement, header } of await nextStatements(said, { caseId, head, seen: [] }, signing)) {
        await writes.append(statement, header);
        head = headAfter(statement, header);
        made.push(statement);
      }
    });
  }
  return made;
}

let files = 0;
async function appending(total: number, batch: number): Promise<{ readonly perSecond: number; readonly made: readonly Statement[] }> {
  const path = join(root, `${files++}.db`);
  createSqlite(path);
  const store = openSqlite(path, caseId, (ms) => setTimeout(ms));
  const began = performance.now();
  const made = await append(store, total, batch);
  const perSecond = (total * 1000) / (performance.now() - began);
  await store.close();
  return { perSecond, made };
}

/** The same bytes put into a bare table with the same settings. */
function bareInserts(statements: readonly Statement[], batch: number): number {
  const database = new Database(join(root, `${files++}.db`));
  database.pragma("journal_mode = wal");
  database.pragma("synchronous = full");
  database.exec("create table stmt (seq integer primary key, id text, bytes blob, signature blob, opened text)");
  const insert = database.prepare("insert into stmt values (?, ?, ?, ?, ?)");
  const began = performance.now();
  for (let done = 0; done < statements.length; done += batch) {
    database.exec("begin");
    for (const [at, { id, bytes, signature, opened }] of statements.slice(done, done + batch).entries()) {
      insert.run(done + at, id, Buffer.from(bytes), Buffer.from(signature), JSON.stringify(opened));
    }
    database.exec("commit");
  }
  const perSecond = (statements.length * 1000) / (performance.now() - began);
  database.close();
  return perSecond;
}

/** Statements as a store gives them. */
async function* from(statements: readonly Statement[]): AsyncGenerator<Statement> {
  for (const each of statements) yield await Promise.resolve(each);
}

async function verifying(statements: readonly Statement[]): Promise<{ readonly ours: number; readonly bare: number }> {
  const encoded = statements.map(({ bytes, signature }) => [signedEncoding(bytes), signature] as const);
  // In turns, so that whatever else the machine does falls on both.
  let [ours, bare] = [0, 0];
  for (let at = 0; at < statements.length; at += TURN) {
    let began = performance.now();
    for await (const { verdict } of verifyEach(from(statements.slice(at, at + TURN)), caseId, checking))
      if (verdict.faults.length > 0) throw new TypeError("a good statement does not hold");
    ours += performance.now() - began;
    began = performance.now();
    for (const [message, signature] of encoded.slice(at, at + TURN))
      if (!bareVerify(null, message, publicKey, signature)) throw new TypeError("a good signature does not hold");
    bare += performance.now() - began;
  }
  return { ours: (statements.length * 1000) / ours, bare: (statements.length * 1000) / bare };
}

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const rounded = (value: number): number => (value < 10 ? Math.round(value * 100) / 100 : Math.round(value));

try {
  const batched: number[] = [];
  const single: number[] = [];
  const inserts: number[] = [];
  const singleInserts: number[] = [];
  const verified: number[] = [];
  const bare: number[] = [];
  const ratios: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const { perSecond, made } = await appending(count, BATCH);
    const alone = await appending(singles, 1);
    const speeds = await verifying(made);
    const [table, tableSingle] = [bareInserts(made, BATCH), bareInserts(made.slice(0, singles), 1)];
    if (run === 0) continue;
    batched.push(perSecond);
    single.push(alone.perSecond);
    inserts.push(table);
    singleInserts.push(tableSingle);
    verified.push(speeds.ours);
    bare.push(speeds.bare);
    ratios.push(speeds.ours / speeds.bare);
  }
  const report = {
    ...{ statements: count, runs, batch: BATCH },
    ...{ batchedPerSecond: rounded(median(batched)), bareBatchedInserts: rounded(median(inserts)) },
    ...{ singlePerSecond: rounded(median(single)), bareSingleInserts: rounded(median(singleInserts)) },
    ...{ verifiedPerSecond: rounded(median(verified)), bareVerifiedPerSecond: rounded(median(bare)), verifyRatio: rounded(median(ratios)) },
  };
  process.stdout.write(`${JSON.stringify(report)}\n`);
  const missed =
    report.batchedPerSecond < TARGET.batched || report.singlePerSecond < TARGET.single || report.verifyRatio < TARGET.verifyRatio;
  if (values.strict && missed) process.exitCode = 1;
} finally {
  rmSync(root, { recursive: true });
}
