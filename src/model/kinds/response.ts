/** `response` records that somebody was asked to respond, and what came of it ([S36]). */
import { nullable, oneOf, text, words } from "../check.ts";
import type { Id } from "../ids.ts";
import { idCheck } from "../ids.ts";
import { idsCheck } from "../refs.ts";
import { statementType } from "../statement-type.ts";
import { edtfCheck } from "../time.ts";

export const responseStates = ["sought", "received", "refused"] as const;

export interface ResponseBody {
  /** Who was asked: a name, or the pseudonym of somebody protected. */
  readonly party: string;
  /** The claims, findings or sources that it is about. */
  readonly about: readonly Id[];
  readonly state: (typeof responseStates)[number];
  /** EDTF. */
  readonly date: string | null;
  /** By letter, by telephone. */
  readonly channel: string | null;
  readonly text: string | null;
  /** The sealed source that holds it. */
  readonly source: Id | null;
}

export const responseType = statementType<"response", ResponseBody>("response", "write", {
  party: words,
  about: idsCheck,
  state: oneOf(responseStates),
  date: nullable(edtfCheck),
  channel: nullable(text),
  text: nullable(text),
  source: nullable(idCheck),
});
