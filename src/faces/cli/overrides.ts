/** The options that say of a document what it does not say itself; the same for `add`, `read` and `mentions`. */
import type { Overrides } from "../../workbench.ts";
import type { Call, Option } from "./command.ts";
import { textOf } from "./command.ts";

export const overrideOptions: readonly Option[] = [
  { flags: "--published <date>", description: "when the documents were published (EDTF: 2022-01-18)" },
  { flags: "--url <url>", description: "where they were published" },
  { flags: "--outlet <name>", description: "who published them" },
  { flags: "--lang <tag>", description: "their language (en, ru, kk)" },
];

/** Throws WrongUsage on a date that is none. */
export async function overridesOf(call: Call): Promise<Overrides> {
  const { checkedOverrides } = await import("../../workbench/overrides.ts");
  return checkedOverrides({
    published: textOf(call, "published"),
    url: textOf(call, "url"),
    outlet: textOf(call, "outlet"),
    language: textOf(call, "lang"),
  });
}
