import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Command } from "./command.ts";
import { EXIT, isSet, jsonLine, UsageFault } from "./command.ts";
import { addInputs } from "./add.ts";
import { filesOf, inputsOf } from "./inputs.ts";
import type { Io } from "./io.ts";
import { everyPart, printPage, quoted, stateOf } from "./opening.ts";

const SHIPPED = "qantar-2022";
// Where the folder below would be if the case were kept: the commands on the page name it.
const SUGGESTED = "my-example";

async function example(dir: string, kept: string | null, json: boolean, io: Io): Promise<number> {
  const documents = path.resolve(import.meta.dirname, "..", "..", "..", "examples", SHIPPED, "documents");
  if (!existsSync(documents))
    throw new UsageFault(`The example case is not in ${path.dirname(documents)}. Install onrecord again, or take a fresh clone.`);
  const { initCase, openCase } = await import("../../workbench.ts");
  await initCase(dir, { zone: "Asia/Almaty", languages: ["en", "ru", "kk"], name: "Kazakhstan, January 2022 (the example case)" });
  const bench = await openCase(dir);
  try {
    const files = await filesOf([documents], io.cwd, () => false);
    const none = { published: null, url: null, outlet: null, language: null };
    await addInputs(bench, inputsOf(files, [], none, path.dirname(documents)), io, { json: false, listed: false });
    const state = await stateOf(bench, everyPart);
    if (json) await io.out(jsonLine(state));
    else {
      const { showPage } = await import("../../pages/show.ts");
      await printPage(showPage(state, { names: "withheld" }), io, ` --case ${quoted(kept ?? SUGGESTED)}`);
    }
  } finally {
    await bench.close();
  }
  if (json) return EXIT.done;
  const next =
    kept === null
      ? [`${io.program} example ${SUGGESTED}`, "keeps this case to look into"]
      : [`${io.program} claims --case ${quoted(kept)}`, "prints each claim of it"];
  const steps = [
    next,
    [`${io.program} init my-case`, "makes a case of your own"],
    [`${io.program} add --case my-case FILES…`, "reads documents into it"],
  ];
  const widest = Math.max(...steps.map(([command = ""]) => command.length));
  await io.out(`\n\nNext, try:\n${steps.map(([command = "", what = ""]) => `  ${command.padEnd(widest)}  ${what}\n`).join("")}`);
  return EXIT.done;
}

/** `onrecord example`: makes a case of the shipped documents and shows it; without a folder nothing is left behind. */
export const exampleCommand: Command = {
  name: "example",
  summary: "make a case of the shipped example and show it (removed afterwards unless you name a folder)",
  arguments: "[dir]",
  options: [{ flags: "--json", description: "print one JSON object with all the views" }],
  examples: ["onrecord example"],
  run: async (call, io) => {
    const [kept] = call.args;
    const json = isSet(call, "json");
    if (kept !== undefined) return example(path.resolve(io.cwd, kept), kept, json, io);
    const folder = await mkdtemp(path.join(tmpdir(), "onrecord-example-"));
    try {
      return await example(path.join(folder, "case"), null, json, io);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
