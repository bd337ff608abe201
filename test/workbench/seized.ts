/** What seized.test.ts lets run and kills: makes a case when there is none, protects a name, adds every file of a folder, and says when something is reported. */
import { readFileSync, readdirSync, writeSync } from "node:fs";
import { join } from "node:path";
import { findCase, initCase, openCase } from "../../src/workbench.ts";
import { CHEAP } from "./cheap.ts";

const [dir = "", folder = "", passphraseFile = "", name = ""] = process.argv.slice(2);
const passphrase = passphraseFile === "-" ? null : readFileSync(passphraseFile, "utf8");
if (findCase(dir) !== dir) await initCase(dir, { zone: null, languages: ["en"], name, passphrase, cost: CHEAP });
const bench = await openCase(dir, { passphrase });
const overrides = { published: null, url: null, outlet: null, language: null };
const inputs = readdirSync(folder).map((file) => ({ path: join(folder, file), name: file, overrides }));
writeSync(1, "adding\n");
await bench.protect({ names: [name], passage: null, source: null, reason: name });
await bench.add(inputs, {}, () => writeSync(1, "reported\n"));
// Nothing is closed: a program that ends here leaves its write-ahead log behind.
process.exit(0);
