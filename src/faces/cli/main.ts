/** The entry of the command line: bin/onrecord imports it. */
import { commands } from "./commands.ts";
import { processIo } from "./io.ts";
import { run } from "./run.ts";

// The code is set and the process left to end: what is still in the pipe gets out.
process.exitCode = await run(process.argv.slice(2), commands, processIo());
