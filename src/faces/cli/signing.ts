/** A command that signs one statement, and says which. */
import type { Id } from "../../model/ids.ts";
import type { Workbench } from "../../workbench.ts";
import type { Call, Command, Option } from "./command.ts";
import { caseOption, EXIT, isSet, jsonLine, jsonOption } from "./command.ts";
import type { Io } from "./io.ts";
import { shortId } from "./naming.ts";
import { withCase } from "./opening.ts";

/** What was signed: `says` in words, the rest as JSON. */
export interface Signed {
  readonly statement: Id;
  readonly says: string;
  readonly more?: Readonly<Record<string, unknown>>;
}

export interface Signing extends Pick<Command, "name" | "summary" | "arguments" | "examples"> {
  readonly options: readonly Option[];
  readonly sign: (call: Call, bench: Workbench, io: Io) => Promise<Signed>;
}

/** Beside nearly every statement. */
export const reasonOption: Option = { flags: "--reason <text>", description: "why, in your words; it is signed with the rest" };

/** The command that signs it. */
export function signing({ options, sign, ...rest }: Signing): Command {
  return {
    ...rest,
    options: [caseOption, jsonOption, ...options],
    run: (call, io) =>
      withCase(call, io, async (bench) => {
        const { statement, says, more = {} } = await sign(call, bench, io);
        await io.out(
          isSet(call, "json")
            ? jsonLine({ statement, ...more })
            : `Signed: ${says.replace(/\s+/g, " ")} (statement ${shortId(statement)}).\n`,
        );
        return EXIT.done;
      }),
  };
}
