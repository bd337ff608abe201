/** What was found of a checkpoint. */
import type { EvidenceCode } from "../model/errors.ts";
import { countWords } from "./amounts.ts";
import { desk } from "./desk.ts";
import { refusedItems } from "./refused.ts";
import { emptyState } from "./state.ts";
import type { Page } from "./tree.ts";
import { heading, mark, note, page, paragraph } from "./tree.ts";

export interface CheckpointFound {
  readonly ok: boolean;
  readonly heads: number;
  readonly signers: readonly string[];
  readonly stamps: readonly { readonly time: string; readonly by: string; readonly root: string; readonly rootFingerprint: string }[];
  readonly compared: boolean;
  readonly refused: readonly { readonly id: string; readonly code: EvidenceCode; readonly message: string }[];
}

/** Who signed it, which stamps it carries, and every fault by its code. */
export function checkpointPage({ ok, heads, signers, stamps, compared, refused }: CheckpointFound): Page {
  const lines = stamps.map(({ time, by, root, rootFingerprint }) =>
    note(`Stamped not later than ${time} by ${by}; the last certificate is that of ${root}, SHA-256 ${rootFingerprint}.`),
  );
  const against = compared ? "Every head is one of this case's log." : "It was not held against this case's log: it is of another case.";
  return page("verify", "Checkpoint", [
    heading(1, "Checkpoint"),
    paragraph(
      ok ? mark("sound", "Sound.") : mark("fault", `${countWords(refused.length, "fault")}.`),
      ` ${countWords(heads, "head")}, signed by ${countWords(signers.length, "device")}.`,
    ),
    ...signers.map((device) => note(`Signed by ${device}.`)),
    ...lines,
    ...(ok
      ? [note(against)]
      : [
          refusedItems(
            refused.map(({ id, code, message }) => ({ what: id, code, message })),
            desk(emptyState, "shown"),
          ),
        ]),
  ]);
}
