/** Parses what was typed, runs the command, and turns whatever goes wrong into a sentence and an exit code. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { Argument, CommanderError, Command as Parser, Option as ParserOption } from "commander";
import type { Command } from "./command.ts";
import { caseOption, EXIT, passphraseOption, UsageFault } from "./command.ts";
import type { Io } from "./io.ts";
import { PipeClosed } from "./io.ts";

function version(): string {
  const manifest = JSON.parse(readFileSync(path.resolve(import.meta.dirname, "..", "..", "..", "package.json"), "utf8")) as {
    readonly version: string;
  };
  return manifest.version;
}

function examplesText(lines: readonly string[], program: string): string {
  return `\nExamples:\n${lines.map((line) => `  ${line.replace(/^onrecord\b/, program)}\n`).join("")}`;
}

function parserOf(commands: readonly Command[], io: Io, done: (code: number) => void): Parser {
  const help: string[] = [];
  const output = {
    writeOut: (text: string) => void help.push(text),
    writeErr: (text: string) => {
      io.err(text);
    },
    getOutHelpWidth: () => io.width,
    getErrHelpWidth: () => io.width,
    getOutHasColors: () => io.color,
  };
  const program = new Parser("onrecord")
    .description("Turns what people say about a contested event into a record: who said what, how well it is supported, what nobody knows.")
    .version(version(), "--version", "print the version")
    .helpOption("--help", "print this help")
    .configureOutput(output)
    .exitOverride()
    .showHelpAfterError(`See: ${io.program} --help`)
    .addHelpText("after", examplesText(["onrecord example", "onrecord init my-case", "onrecord figures --help"], io.program));
  for (const command of commands) {
    const sub = program.command(command.name).description(command.summary).helpOption("--help", "print this help");
    for (const argument of command.arguments.split(" ").filter((one) => one !== "")) sub.addArgument(new Argument(argument, ""));
    const options = command.options.flatMap((option) => (option === caseOption ? [option, passphraseOption] : [option]));
    for (const option of options) {
      const parsed = new ParserOption(option.flags, option.description);
      sub.addOption(option.choices === undefined ? parsed : parsed.choices(option.choices));
    }
    sub.showHelpAfterError(`See: ${io.program} ${command.name} --help`);
    sub.addHelpText("after", examplesText(command.examples, io.program));
    sub.action(async () => {
      done(await command.run({ args: sub.args, options: sub.opts() }, io));
    });
  }
  helpOf.set(program, help);
  return program;
}

// Help is gathered, because commander writes it synchronously and standard output may close.
const helpOf = new WeakMap<Parser, string[]>();

const CODES: Readonly<Record<string, number>> = {
  WrongUsage: EXIT.usage,
  UsageFault: EXIT.usage,
  NotSaved: EXIT.notSaved,
  Refusal: EXIT.refused,
  BrokenEvidence: EXIT.faults,
};

function explain(error: unknown, io: Io): number {
  if (error instanceof PipeClosed) return EXIT.done;
  if (!(error instanceof Error)) {
    io.err(`onrecord: ${String(error)}\n`);
    return EXIT.internal;
  }
  if (io.debug) io.err(`${error.stack ?? error.message}\n`);
  const code = error instanceof UsageFault ? EXIT.usage : CODES[error.name];
  const named = "code" in error && typeof error.code === "string" && error.code !== "wrong-usage" ? ` (${error.code})` : "";
  if (code !== undefined) {
    io.err(`onrecord: ${error.message}${named}\n`);
    return code;
  }
  io.err(
    `onrecord: ${error.message}${named}\nThis is a fault in onrecord, not in what you typed. Run it again with ONRECORD_DEBUG=1 to see where.\n`,
  );
  return EXIT.internal;
}

/** Runs one command line (without the program's name). Resolves to the exit code; never rejects. */
export async function run(argv: readonly string[], commands: readonly Command[], io: Io): Promise<number> {
  let code: number = EXIT.done;
  const parser = parserOf(commands, io, (result) => {
    code = result;
  });
  try {
    if (argv.length === 0) {
      io.err(parser.helpInformation());
      return EXIT.usage;
    }
    await parser.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) return explain(error, io);
    const help = helpOf.get(parser) ?? [];
    for (const text of help) await io.out(text).catch(() => undefined);
    // Commander has written its own message; it exits 1 for wrong usage, the contract says 2.
    return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  }
}
