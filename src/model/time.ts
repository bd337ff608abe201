/** Times as the contract writes them: EDTF (ISO 8601-2), extended with hours, minutes and a zone. The parts live in `time/`. */
import type { Check } from "./check.ts";
import { parseEdtf } from "./time/parse.ts";
import { readEdtf } from "./time/read.ts";

/** True when `s` is a time as the contract writes it, and one that can exist. */
export function isEdtf(s: string): boolean {
  return s.length <= 2000 && readEdtf(s).kind !== "wrong";
}

/** Passes an EDTF string; the fault names what is wrong and, when it can, what was probably meant. */
export const edtfCheck: Check<string> = (value, path, faults): value is string => {
  if (typeof value !== "string") {
    faults.push({ path, expected: "an EDTF date" });
    return false;
  }
  const parsed = parseEdtf(value);
  if (parsed.ok) return true;
  const { wrong, suggestion } = parsed.fault;
  faults.push({ path, expected: `an EDTF date: ${wrong}${suggestion === null ? "" : `; did you mean ${suggestion}?`}` });
  return false;
};
