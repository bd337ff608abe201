/** A command line in memory: what was printed where, with no terminal behind it. */
import type { Io } from "../../../src/faces/cli/io.ts";
import { PipeClosed } from "../../../src/faces/cli/io.ts";

export interface MemoryIo extends Io {
  readonly printed: { out: string; err: string };
}

/** Streams that keep what they are given. `closesAfter` writes, standard output is closed as by `| head`. */
export function memoryIo(cwd: string, fields: Partial<Io> & { readonly closesAfter?: number; readonly stdin?: Uint8Array } = {}): MemoryIo {
  const printed = { out: "", err: "" };
  let writes = 0;
  const { closesAfter = Number.POSITIVE_INFINITY, stdin = new Uint8Array(), ...rest } = fields;
  return {
    printed,
    out: (text) => {
      if (writes++ >= closesAfter) return Promise.reject(new PipeClosed());
      printed.out += text;
      return Promise.resolve();
    },
    err: (text) => {
      printed.err += text;
    },
    input: () => Promise.resolve(stdin),
    secret: () => Promise.resolve(null),
    key: () => Promise.resolve(null),
    line: () => Promise.resolve(null),
    width: 80,
    color: false,
    attended: false,
    watched: false,
    cwd,
    program: "onrecord",
    debug: false,
    onInterrupt: () => () => undefined,
    ...rest,
  };
}
