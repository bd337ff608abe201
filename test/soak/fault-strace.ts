/**
 * One command at a time under strace: its calls to the system are counted, and one of them is killed at or made to fail. strace is attached once the
 * program has loaded, so that only the command's own calls are struck. Needs Linux and strace; a traced program is this user's own.
 */
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const VICTIM = fileURLToPath(new URL("fault-victim.ts", import.meta.url));

/** Calls that change what is on the disk, or say whether it has changed. */
export const CHANGING =
  "openat,mkdir,write,pwrite64,pwritev,writev,fsync,fdatasync,rename,unlink,rmdir,ftruncate,fallocate,close,chmod,fchmod,fcntl";
/** Calls that only look. */
export const LOOKING = "read,pread64,newfstatat,statx,stat,fstat,lseek,getdents64,access,readlink";

/** One call as strace tells it. */
export interface SystemCall {
  /** 0 is the first thread that made one. */
  readonly thread: number;
  readonly name: string;
  /** Of its name in its thread, from 1: what strace calls `when`. */
  readonly number: number;
  /** The rest of strace's line, with the paths of open files but without that of the current folder. */
  readonly line: string;
}

export interface Outcome {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly calls: readonly SystemCall[];
  /** The calls that were made to fail. */
  readonly struck: readonly SystemCall[];
}

/** Null when strace can attach here, else why it cannot. */
export function whyNoStrace(): string | null {
  if (process.platform !== "linux") return `strace is of Linux, and this is ${process.platform}`;
  const { status } = spawnSync("strace", ["-e", "trace=none", "-o", "/dev/null", "true"], { stdio: "ignore" });
  if (status === 0) return null;
  return status === null ? "strace is not installed (apt-get install strace)" : "strace may not trace here";
}

/** A program that has loaded and waits to be told to begin. */
export interface Waiting {
  /** Runs the command; `trace` names the calls that are told, `inject` is strace's (null: nothing is struck). */
  go(trace: string, inject: string | null): Promise<Outcome>;
}

/** Starts the program with this command line. `reading`: what it needs to read documents is loaded beforehand. */
export async function waiting(argv: readonly string[], reading: boolean, cwd: string): Promise<Waiting> {
  const cache = join(tmpdir(), "onrecord-soak-compiled");
  mkdirSync(cache, { recursive: true });
  // One thread of libuv: two would share the calls differently in every run.
  const env = { ...process.env, NODE_COMPILE_CACHE: cache, UV_THREADPOOL_SIZE: "1", NO_COLOR: "1" };
  const child = spawn(process.execPath, [VICTIM, reading ? "reading" : "-", ...argv], { cwd, env });
  let stdout = "";
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      if (stdout.startsWith("ready\n")) resolve();
    });
    child.once("close", () => {
      reject(new Error(`the program did not start: ${stderr}`));
    });
  });
  const ended = once(child, "close") as Promise<[number | null, string | null]>;
  await ready;
  return {
    async go(trace, inject) {
      const { lines } = await attached(child, trace, inject);
      child.stdin.end("\n");
      const [code, signal] = await ended;
      const calls = callsIn(await lines);
      return {
        ...{ code, signal, stdout: stdout.slice("ready\n".length), stderr },
        ...{ calls: calls.map(({ call }) => call), struck: calls.filter(({ injected }) => injected).map(({ call }) => call) },
      };
    },
  };
}

/** Attaches strace; gives, once the program has ended, every line that strace wrote. */
async function attached(
  child: ChildProcessWithoutNullStreams,
  trace: string,
  inject: string | null,
): Promise<{ readonly lines: Promise<readonly string[]> }> {
  const args = ["-f", "-y", "-p", String(child.pid), "-e", `trace=${trace}`, "-e", "signal=none", ...(inject === null ? [] : ["-e", `inject=${inject}`])]; // prettier-ignore
  const strace = spawn("strace", args, { stdio: ["ignore", "ignore", "pipe"] });
  const lines: string[] = [];
  const done = once(strace, "close");
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: strace.stderr }).on("line", (line) => {
      lines.push(line);
      if (line.includes("attached")) resolve();
    });
    strace.once("close", () => {
      reject(new Error(`strace: ${lines.join("; ")}`));
    });
  });
  return { lines: done.then(() => lines) };
}

const LINE = /^(?:\[pid\s+(\d+)\] )?(\w+)\((.*)$/;

function callsIn(lines: readonly string[]): readonly { readonly call: SystemCall; readonly injected: boolean }[] {
  const threads = new Map<string, number>();
  const counts = new Map<string, number>();
  const found: { call: SystemCall; injected: boolean }[] = [];
  for (const text of lines) {
    const [, pid = "main", name, line] = LINE.exec(text.replace(/AT_FDCWD<[^>]*>/, "AT_FDCWD")) ?? [];
    if (name === undefined || line === undefined) continue;
    let thread = threads.get(pid);
    if (thread === undefined) threads.set(pid, (thread = threads.size));
    const key = `${thread} ${name}`;
    const number = (counts.get(key) ?? 0) + 1;
    counts.set(key, number);
    found.push({ call: { thread, name, number, line }, injected: line.includes("(INJECTED)") });
  }
  return found;
}
