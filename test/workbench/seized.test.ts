/** A disk in other hands: 200 planted secrets are looked for in everything that a case leaves behind, after an end and after a kill. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { openCase } from "../../src/workbench.ts";
import { random } from "../soak/texts.ts";
import { freshPath, PASSPHRASE } from "./cases.ts";

const CANARIES = 200;

/** Words that nothing holds by chance: half of them Cyrillic, each of 12 letters. */
function canaries(seed: number): readonly string[] {
  const next = random(seed);
  return Array.from({ length: CANARIES }, (_, at) => {
    const letters = at % 2 === 0 ? "bdfgklmnprstvz" : "бвгджзклмнпрст";
    const vowels = at % 2 === 0 ? "aeiou" : "аеиоу";
    const pick = (from: string): string => from[Math.floor(next() * from.length)] ?? "";
    const word = Array.from({ length: 6 }, () => pick(letters) + pick(vowels)).join("");
    return word.charAt(0).toUpperCase() + word.slice(1);
  });
}

/** A folder of documents that hold the secrets: as names of persons, in phrases, in titles, and as names of files. */
function planted(secrets: readonly string[]): string {
  const folder = freshPath();
  mkdirSync(folder);
  for (let at = 0; at < CANARIES; at += 10) {
    const [title, file, ...rest] = secrets.slice(at, at + 10);
    const lines = rest.map((name, line) => `${name} said on Tuesday that ${line + 3} people from ${name} were injured at the bridge.`);
    writeFileSync(
      join(folder, `${file ?? ""}.md`),
      `---\ntitle: ${title ?? ""}\nurl: https://example.org/${title ?? ""}\n---\n\n${lines.join("\n\n")}\n`,
    );
  }
  return folder;
}

/** The forms in which a secret may lie in a file. Base64 has three, by where it begins; their first and last signs depend on what is around. */
function forms(secret: string): readonly Buffer[] {
  const utf8 = Buffer.from(secret);
  const utf16 = Buffer.from(secret, "utf16le");
  const base64 = [utf8, utf16].flatMap((bytes) =>
    [0, 1, 2].map((lead) =>
      Buffer.concat([Buffer.alloc(lead), bytes])
        .toString("base64")
        .replace(/=+$/, "")
        .slice(lead === 0 ? 0 : lead + 1, -1),
    ),
  );
  const hex = [utf8, utf16].flatMap((bytes) => [bytes.toString("hex"), bytes.toString("hex").toUpperCase()]);
  const lower = Buffer.from(secret.toLowerCase());
  return [
    utf8,
    utf16,
    Buffer.from(utf16).swap16(),
    lower,
    ...[...base64, ...hex, encodeURIComponent(secret)].map((text) => Buffer.from(text)),
  ];
}

/** The secrets that are found in the names and bytes of all files below these folders. */
function found(secrets: readonly string[], folders: readonly string[]): readonly string[] {
  const heaps = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      return entry.isFile() ? [Buffer.from(path), readFileSync(path)] : [Buffer.from(path)];
    }),
  );
  return secrets.filter((secret) => forms(secret).some((form) => heaps.some((heap) => heap.includes(form))));
}

interface Left {
  readonly dir: string;
  readonly temporary: string;
}

/** Runs the adder in a world of its own; kills it after so many reports, or lets it end. */
async function run(left: Left, folder: string, passphraseFile: string, name: string, killAfter: number | null): Promise<void> {
  const script = fileURLToPath(new URL("seized.ts", import.meta.url));
  const env = { ...process.env, TMPDIR: left.temporary, HOME: left.temporary };
  const child = spawn(process.execPath, [script, left.dir, folder, passphraseFile, name], { env, stdio: ["ignore", "pipe", "inherit"] });
  let reported = 0;
  for await (const chunk of child.stdout) {
    reported += String(chunk).split("reported").length - 1;
    if (killAfter !== null && reported >= killAfter) child.kill("SIGKILL");
  }
}

test("what a killed and an ended program leave of an encrypted case holds none of 200 secrets", async () => {
  const secrets = canaries(20_220_105);
  const folder = planted(secrets);
  const passphraseFile = freshPath();
  writeFileSync(passphraseFile, PASSPHRASE);
  const left = { dir: freshPath(), temporary: freshPath() };
  mkdirSync(left.temporary);
  const name = secrets[0] ?? "";
  await run(left, folder, passphraseFile, name, 1);
  assert.ok(
    readdirSync(left.dir).some((file) => file.endsWith("-wal")),
    "it was killed with a write-ahead log",
  );
  assert.deepEqual(found([...secrets, PASSPHRASE], [left.dir, left.temporary]), []);
  await run(left, folder, passphraseFile, name, null);
  assert.deepEqual(found([...secrets, PASSPHRASE], [left.dir, left.temporary]), []);

  const bench = await openCase(left.dir, { passphrase: PASSPHRASE });
  let sources = 0;
  for await (const _ of bench.sources()) sources++;
  assert.equal(sources, CANARIES / 10, "all of it is in the case");
  assert.equal((await bench.verify()).ok, true);
  await bench.close();
  assert.deepEqual(found(secrets, [left.dir, left.temporary]), []);
});

test("the search is one that finds: in a case that is not encrypted it finds every secret", async () => {
  const secrets = canaries(7);
  const left = { dir: freshPath(), temporary: freshPath() };
  mkdirSync(left.temporary);
  await run(left, planted(secrets), "-", secrets[0] ?? "", null);
  assert.equal(found(secrets, [left.dir]).length, CANARIES);
  const heap = freshPath();
  mkdirSync(heap);
  const [raw = "", wide = "", coded = "", digits = ""] = secrets;
  writeFileSync(join(heap, "a"), Buffer.concat([Buffer.from("x"), Buffer.from(wide, "utf16le")]));
  writeFileSync(join(heap, "b"), Buffer.from(`so ${coded} it is`).toString("base64"));
  writeFileSync(join(heap, "c"), Buffer.from(digits).toString("hex"));
  writeFileSync(join(heap, raw), "");
  assert.deepEqual(found(secrets, [heap]), [raw, wide, coded, digits]);
});
