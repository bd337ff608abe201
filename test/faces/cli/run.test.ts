/** How the command line answers, whatever the command: codes, messages, help. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Command } from "../../../src/faces/cli/command.ts";
import { jsonLine, UsageFault } from "../../../src/faces/cli/command.ts";
import { commands } from "../../../src/faces/cli/commands.ts";
import { run } from "../../../src/faces/cli/run.ts";
import { NotSaved, Refusal, WrongUsage } from "../../../src/model/errors.ts";
import { memoryIo } from "./memory-io.ts";

function command(name: string, does: Command["run"]): Command {
  const options = [{ flags: "--kind <kind>", description: "a kind", choices: ["event", "figure"] }];
  return { name, summary: `the ${name} command`, arguments: "[files...]", options, examples: [`onrecord ${name} a b`], run: does };
}

const throws =
  (error: unknown): Command["run"] =>
  () =>
    Promise.reject(error instanceof Error ? error : new Error(String(error)));

const FAKES: readonly Command[] = [
  command("fine", async (call, io) => {
    await io.out(`${call.args.join("+")} ${String(call.options.kind)}\n`);
    return 0;
  }),
  command("third", () => Promise.resolve(3)),
  command("misused", throws(new UsageFault("There is no case here. Make one."))),
  command("wrong", throws(new WrongUsage("The zone Mars/Base is not known."))),
  command("unsaved", throws(new NotSaved("case-locked", "The case is in use by another process. Wait for it."))),
  command("refused", throws(new Refusal("input-binary", "This is not text."))),
  command("faulty", throws(new TypeError("x is not a function"))),
  command("chatty", async (_call, io) => {
    for (let line = 0; line < 5; line++) await io.out(`${line}\n`);
    return 0;
  }),
];

async function type(line: string, fields: Parameters<typeof memoryIo>[1] = {}): Promise<{ code: number; out: string; err: string }> {
  const io = memoryIo("/", fields);
  const code = await run(line === "" ? [] : line.split(" "), FAKES, io);
  return { code, ...io.printed };
}

test("every class of error has its exit code, and its message stands on standard error alone", async () => {
  const cases: readonly (readonly [line: string, code: number, message: RegExp])[] = [
    ["third", 3, /^$/],
    ["misused", 2, /^onrecord: There is no case here\. Make one\.\n$/],
    ["wrong", 2, /^onrecord: The zone Mars\/Base is not known\.\n$/],
    ["unsaved", 4, /^onrecord: The case is in use .* \(case-locked\)\n$/],
    ["refused", 3, /^onrecord: This is not text\. \(input-binary\)\n$/],
    ["faulty", 70, /fault in onrecord.*ONRECORD_DEBUG=1/s],
    ["nosuch", 2, /unknown command 'nosuch'/],
    ["thrid", 2, /Did you mean third\?/],
    ["fine --knid event", 2, /unknown option '--knid'\n\(Did you mean --kind\?\)/],
    ["fine --kind", 2, /argument missing/],
    ["fine --kind rumour", 2, /Allowed choices are event, figure/],
    ["", 2, /Usage: onrecord/],
  ];
  for (const [line, code, message] of cases) {
    const answer = await type(line);
    assert.equal(answer.code, code, line);
    assert.match(answer.err, message, line);
    assert.equal(answer.out, "", line);
  }
});

test("no stack is printed unless somebody debugs", async () => {
  assert.doesNotMatch((await type("faulty")).err, /\n\s+at /);
  assert.match((await type("faulty", { debug: true })).err, /\n\s+at /);
});

test("arguments and options reach the command", async () => {
  assert.deepEqual(await type("fine a b --kind event"), { code: 0, out: "a+b event\n", err: "" });
  assert.deepEqual(await type("fine"), { code: 0, out: " undefined\n", err: "" });
});

test("a reader that goes away ends the command without a word", async () => {
  assert.deepEqual(await type("chatty", { closesAfter: 2 }), { code: 0, out: "0\n1\n", err: "" });
  assert.equal((await type("--help", { closesAfter: 0 })).code, 0);
});

test("help goes to standard output with exit 0, fits its width, and calls the program as it is called here", async () => {
  for (const line of ["--help", "help", "fine --help", "help fine"]) {
    const answer = await type(line, { width: 60, program: "./bin/onrecord" });
    assert.equal(answer.code, 0, line);
    assert.equal(answer.err, "", line);
    assert.match(answer.out, /Examples:\n {2}\.\/bin\/onrecord /, line);
    for (const one of answer.out.split("\n")) assert.ok(one.length <= 60, one);
  }
  assert.match((await type("--version")).out, /^\d+\.\d+\.\d+\n$/);
});

test("every command has a summary, an example of its own and its own file", () => {
  const names = commands.map((one) => one.name);
  assert.equal(new Set(names).size, names.length);
  for (const name of "init add sources claims figures timeline people questions pledges refused show mentions read verify".split(" "))
    assert.ok(names.includes(name), name);
  for (const one of commands) {
    assert.ok(one.examples.length > 0, one.name);
    for (const line of one.examples) assert.ok(line.startsWith(`onrecord ${one.name}`), line);
  }
});

test("a line of JSON is one line, harmless to a terminal, and equal once parsed", () => {
  const value = { text: "a\n\u0085\u009b2Jb\u007f", list: [1, null] };
  const line = jsonLine(value);
  assert.equal(line.indexOf("\n"), line.length - 1);
  assert.doesNotMatch(line.slice(0, -1), /[\u0000-\u001F\u007F-\u009F]/);
  assert.deepEqual(JSON.parse(line), value);
});
