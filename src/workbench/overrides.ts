/** What a person says of a document on the command line or in a manifest, held to its form before any file is opened. */
import { WrongUsage } from "../model/errors.ts";
import { parseEdtf } from "../model/time/parse.ts";
import type { Overrides } from "./verbs.ts";

/** The same overrides. Throws WrongUsage that names the fault and, where there is one, the likely meaning. */
export function checkedOverrides(overrides: Overrides): Overrides {
  const { published } = overrides;
  const read = published === null ? null : parseEdtf(published);
  if (read !== null && !read.ok) {
    const hint = read.fault.suggestion === null ? "Write it as 2022-01-18." : `Did you mean ${read.fault.suggestion}?`;
    throw new WrongUsage(`--published ${String(published)}: ${read.fault.wrong}. ${hint}`);
  }
  return overrides;
}
