/** What the command line touches, handed in: streams, width, colour, folder. `processIo` is the real one; tests make their own. */
import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline/promises";

export interface Io {
  /** Data goes here. Rejects with `PipeClosed` when whoever reads it has gone. */
  out(text: string): Promise<void>;
  /** Everything else goes here. */
  err(text: string): void;
  /** The bytes on standard input. */
  input(): Promise<Uint8Array>;
  /** Asks for a line that is not shown while it is typed; null when no person is at the terminal to answer. */
  secret(question: string): Promise<string | null>;
  /** Asks for one key; null when no person is at the terminal to press it. */
  key(question: string): Promise<string | null>;
  /** Asks for a line that is shown while it is typed; null when no person is there, or they are done. */
  line(question: string): Promise<string | null>;
  /** Cells of a line. */
  readonly width: number;
  readonly color: boolean;
  /** Whether a person is there to answer: nothing asks when standard input is not a terminal. */
  readonly attended: boolean;
  /** Whether a person watches standard error: only then is progress drawn. */
  readonly watched: boolean;
  readonly cwd: string;
  /** How the program is called here: "./bin/onrecord" in a clone, "npx onrecord" where it is installed, else "onrecord". */
  readonly program: string;
  /** Whether faults are printed with their stack. */
  readonly debug: boolean;
  /** Calls back at the first interrupt; returns what stops listening. */
  onInterrupt(stop: () => void): () => void;
}

/** Whoever read the output has closed it (`| head`): there is nothing more to do, and that is no fault. */
export class PipeClosed extends Error {}

const DEFAULT_WIDTH = 80;

function programIn(cwd: string): string {
  const root = path.resolve(import.meta.dirname, "..", "..", "..");
  const here = path.join(cwd, "bin", "onrecord");
  if (existsSync(here) && realpathSync(here) === realpathSync(path.join(root, "bin", "onrecord"))) return "./bin/onrecord";
  return existsSync(path.join(cwd, "node_modules", "onrecord", "package.json")) ? "npx onrecord" : "onrecord";
}

function wantsColor(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): boolean {
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "0") return true;
  return stream.isTTY && (env.NO_COLOR ?? "") === "" && env.TERM !== "dumb";
}

function outputTo(stream: NodeJS.WriteStream): (text: string) => Promise<void> {
  let closed = false;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    closed = true;
  });
  return (text) =>
    new Promise((resolve, reject) => {
      if (closed) {
        reject(new PipeClosed());
        return;
      }
      stream.write(text, (error) => {
        if (error == null) resolve();
        else if ((error as NodeJS.ErrnoException).code === "EPIPE") reject(new PipeClosed());
        else reject(error);
      });
    });
}

async function allOf(stream: NodeJS.ReadStream): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Reads a line with the echo off. An interrupt ends the program as it would anywhere. */
function typed(question: string): Promise<string | null> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY || !stderr.isTTY) return Promise.resolve(null);
  stderr.write(question);
  stdin.setRawMode(true).setEncoding("utf8").resume();
  return new Promise((resolve) => {
    let line = "";
    const end = (answer: string | null): void => {
      stdin.off("data", onData).setRawMode(false).pause();
      stderr.write("\n");
      resolve(answer);
    };
    const onData = (text: string): void => {
      for (const one of text) {
        if (one === "\r" || one === "\n") {
          end(line);
          return;
        }
        if (one === "\u0003") {
          end(null);
          process.kill(process.pid, "SIGINT");
          return;
        }
        line = one === "\u007f" || one === "\b" ? [...line].slice(0, -1).join("") : line + one;
      }
    };
    stdin.on("data", onData);
  });
}

// Keys that were pressed before anybody asked for them.
let early: string[] = [];

/** Waits for one key. An interrupt ends the program as it would anywhere. */
function pressed(question: string): Promise<string | null> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY || !stderr.isTTY) return Promise.resolve(null);
  stderr.write(question);
  return new Promise((resolve) => {
    const give = (key: string): void => {
      stderr.write(`${key >= " " ? key : ""}\n`);
      resolve(key);
    };
    const waiting = early.shift();
    if (waiting !== undefined) {
      give(waiting);
      return;
    }
    stdin.setRawMode(true).setEncoding("utf8").resume();
    stdin.once("data", (data: string) => {
      stdin.setRawMode(false).pause();
      const [key = "", ...rest] = Array.from(data);
      early = rest;
      if (key === "\u0003") process.kill(process.pid, "SIGINT");
      give(key);
    });
  });
}

/** Reads a line as it is typed. */
async function written(question: string): Promise<string | null> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY || !stderr.isTTY) return null;
  const asking = createInterface({ input: stdin, output: stderr });
  try {
    return await asking.question(question);
  } finally {
    asking.close();
  }
}

/** The streams, folder and settings of this process. */
export function processIo(): Io {
  const { stdout, stderr, stdin, env } = process;
  stderr.on("error", () => undefined);
  return {
    out: outputTo(stdout),
    err: (text) => stderr.write(text),
    input: () => allOf(stdin),
    secret: typed,
    key: pressed,
    line: written,
    width: stdout.isTTY ? stdout.columns || DEFAULT_WIDTH : DEFAULT_WIDTH,
    color: wantsColor(stdout, env),
    attended: stdin.isTTY && stderr.isTTY,
    watched: stderr.isTTY,
    cwd: process.cwd(),
    program: programIn(process.cwd()),
    debug: (env.ONRECORD_DEBUG ?? "") !== "",
    onInterrupt: (stop) => {
      process.once("SIGINT", stop);
      return () => process.off("SIGINT", stop);
    },
  };
}
