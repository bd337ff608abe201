/** What verification found. */
import type { EvidenceCode } from "../model/errors.ts";
import { countWords } from "./amounts.ts";
import { desk } from "./desk.ts";
import { refusedItems } from "./refused.ts";
import { emptyState } from "./state.ts";
import type { Page } from "./tree.ts";
import { heading, mark, note, page, paragraph } from "./tree.ts";

/** The result of `verify` as the contract prints it. */
export interface Verification {
  readonly ok: boolean;
  readonly checked: { readonly statements: number; readonly sources: number; readonly passages: number };
  readonly refused: readonly { readonly id: string; readonly code: EvidenceCode; readonly message: string }[];
}

/** Every fault by its code, or that there is none. */
export function verifyPage(result: Verification): Page {
  const { statements, sources, passages } = result.checked;
  const checked = `Checked ${countWords(statements, "signed statement")}, ${countWords(sources, "sealed source")}, ${countWords(passages, "passage")}.`;
  if (result.ok && result.refused.length === 0) {
    return page("verify", "Verification", [
      heading(1, "Verification"),
      paragraph(mark("sound", "Sound."), ` ${checked}`),
      note("Bytes have their hashes, text layers are unchanged, every quote is the text at its place, signatures and chains hold."),
    ]);
  }
  return page("verify", "Verification", [
    heading(1, "Verification"),
    paragraph(mark("fault", `${countWords(result.refused.length, "fault")}.`), ` ${checked}`),
    refusedItems(
      result.refused.map(({ id, code, message }) => ({ what: id, code, message })),
      desk(emptyState, "shown"),
    ),
  ]);
}
