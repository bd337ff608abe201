/** Golden files: what people see, kept as text. `UPDATE_GOLDEN=1 npm test` rewrites them; the difference is then there to review. */
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Holds `text` against test/golden/NAME.txt. A file that is missing is a failure too, unless goldens are being updated. */
export function golden(name: string, text: string): void {
  const file = path.join(import.meta.dirname, `${name}.txt`);
  if (process.env.UPDATE_GOLDEN === "1") {
    writeFileSync(file, text);
    return;
  }
  assert.ok(existsSync(file), `${file} is missing: run the test with UPDATE_GOLDEN=1 and review what it writes`);
  assert.equal(text, readFileSync(file, "utf8"));
}
