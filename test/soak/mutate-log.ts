/**
 * Statements, checkpoints and proofs with something changed: `node test/soak/mutate-log.ts [100000]`. None may hold. Prints one line of JSON; exits 1
 * when one was accepted. A change that leaves the thing as it was is made again.
 */
import { readFileSync } from "node:fs";
import { verifyAlone } from "../../src/log/verify.ts";
import { checkpointText, verifyCheckpoint } from "../../src/log/verify/checkpoint.ts";
import type { Consistency, Inclusion } from "../../src/log/verify/proof.ts";
import { consistencyHolds, inclusionHolds } from "../../src/log/verify/proof.ts";
import type { Id } from "../../src/model/ids.ts";
import type { Opened, Statement } from "../../src/model/statement.ts";
import { nodeChecking } from "../../src/workbench/crypto.ts";
import { random } from "./texts.ts";

interface Vector {
  readonly id: Id;
  readonly header: string;
  readonly signature: string;
  readonly opened: readonly Opened[];
  readonly place: { readonly case: Id | null };
}

const checking = nodeChecking();
const read = (name: string): never => JSON.parse(readFileSync(new URL(`../../spec/vectors/${name}`, import.meta.url), "utf8")) as never;
const statements = ["statement-good.json", "kinds-good.json"].flatMap((name) => (read(name) as { statements: Vector[] }).statements);
const notes = (read("checkpoint-good.json") as { notes: { note: string }[] }).notes.map(({ note }) => Buffer.from(note));
const heads = read("heads.json") as { inclusion: { good: Inclusion[] }; consistency: { good: Consistency[] } };

/** How many of each kind of change were made and how many accepted. */
export interface Mutations {
  readonly made: number;
  readonly accepted: number;
}

/** Makes so many changes. The same seed makes the same ones. */
export async function mutate(count: number, seed: number): Promise<Mutations> {
  const chance = random(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  const hexOf = (hash: string): string => turned(hash, "0123456789abcdef", chance);
  let accepted = 0;
  for (let made = 0; made < count; made++) {
    const roll = chance();
    if (roll < 0.75) {
      const vector = pick(statements);
      const whole: Statement = { ...vector, bytes: Buffer.from(vector.header), signature: Buffer.from(vector.signature, "hex") };
      const { faults } = await verifyAlone(changed(whole, pick, chance), vector.place.case, checking);
      if (faults.length === 0) accepted++;
    } else if (roll < 0.85) {
      const note = pick(notes);
      const { checkpoint, faults, signers } = await verifyCheckpoint(edited(note, Math.floor(chance() * note.length), chance), checking);
      // A line whose name is changed is one of a key that is not known, and passed over: what the others signed must be what it was.
      const same = checkpoint !== null && note.toString().startsWith(checkpointText(checkpoint));
      if (faults.length === 0 && !(same && signers.every((device) => note.includes(device)))) accepted++;
    } else if (roll < 0.95) {
      const proof = pick(heads.inclusion.good);
      const [at, other] = [Math.floor(chance() * (proof.path.length + 1)), proof.path.map((hash) => hash)];
      if (at < other.length) other[at] = hexOf(other[at] as string);
      const bad =
        at < other.length
          ? { ...proof, path: other }
          : chance() < 0.5
            ? { ...proof, leaf: hexOf(proof.leaf) }
            : { ...proof, index: proof.index + 1 };
      if (await inclusionHolds(bad, checking)) accepted++;
    } else {
      const proof = pick(heads.consistency.good);
      const root = `sha256:${hexOf(proof.first.root.slice(7))}` as const;
      if (await consistencyHolds({ ...proof, first: { ...proof.first, root } }, checking)) accepted++;
    }
  }
  return { made: count, accepted };
}

function changed(whole: Statement, pick: <T>(from: readonly T[]) => T, chance: () => number): Statement {
  const parts = ["bytes", "bytes", "signature", "id", ...(whole.opened.length > 0 ? ["value", "salt", "name", "twice"] : [])] as const;
  const part = pick(parts);
  if (part === "bytes") return { ...whole, bytes: edited(whole.bytes, Math.floor(chance() * whole.bytes.length), chance) };
  if (part === "signature") return { ...whole, signature: edited(whole.signature, Math.floor(chance() * 64), chance) };
  if (part === "id") return { ...whole, id: `sha256:${turned(whole.id.slice(7), "0123456789abcdef", chance)}` };
  const at = Math.floor(chance() * whole.opened.length);
  const field = whole.opened[at] as Opened;
  if (part === "twice") return { ...whole, opened: [...whole.opened, field] };
  const other = {
    value: { ...field, value: [field.value] },
    salt: { ...field, salt: turned(field.salt, "0123456789abcdef", chance) },
    name: { ...field, name: `${field.name}x` },
  };
  return { ...whole, opened: whole.opened.map((each, index) => (index === at ? other[part as keyof typeof other] : each)) };
}

/** One byte turned, taken away, put in or doubled. */
function edited(bytes: Uint8Array, at: number, chance: () => number): Uint8Array {
  const roll = chance();
  const [before, byte, after] = [bytes.subarray(0, at), bytes[at] ?? 0, bytes.subarray(at + 1)];
  if (roll < 0.55) return Buffer.concat([before, Uint8Array.of(byte ^ (1 << Math.floor(chance() * 8))), after]);
  if (roll < 0.7) return Buffer.concat([before, after]);
  if (roll < 0.85) return Buffer.concat([before, Uint8Array.of(Math.floor(chance() * 256), byte), after]);
  return Buffer.concat([before, Uint8Array.of(byte, byte), after]);
}

/** The text with one character made another of the alphabet. */
function turned(text: string, alphabet: string, chance: () => number): string {
  const at = Math.floor(chance() * text.length);
  const others = [...alphabet].filter((character) => character !== text[at]);
  return `${text.slice(0, at)}${others[Math.floor(chance() * others.length)] ?? ""}${text.slice(at + 1)}`;
}

if (import.meta.main) {
  const result = await mutate(Number(process.argv[2] ?? 100_000), 1);
  process.stdout.write(`${JSON.stringify(result)}\n`);
  process.exit(result.accepted === 0 ? 0 : 1);
}
