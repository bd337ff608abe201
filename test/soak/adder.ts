/** What kill-add.ts kills: makes the case when there is none, adds every file of a folder, and writes each report as it is handed out. */
import { readdirSync, writeSync } from "node:fs";
import { join } from "node:path";
import { findCase, initCase, openCase } from "../../src/workbench.ts";

const [dir = "", folder = ""] = process.argv.slice(2);
const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};
say("ready");
if (findCase(dir) !== dir) await initCase(dir, { zone: "Asia/Almaty", languages: ["en"] });
say("open");
const bench = await openCase(dir);
const overrides = { published: null, url: null, outlet: null, language: null };
const inputs = readdirSync(folder).map((name) => ({ path: join(folder, name), name, overrides }));
await bench.add(inputs, {}, ({ outcome, source }) => {
  say(`${outcome} ${source ?? "-"}`);
});
await bench.close();
say("done");
