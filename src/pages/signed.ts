/** What people signed besides their judgements: who was asked and answered, who consented, what courts decided, where places are, remarks, settings. */
import type { SignedRow } from "../model/rows.ts";
import { dateWords } from "./dates.ts";
import type { Desk } from "./desk.ts";
import { desk, sourceList } from "./desk.ts";
import { sourcesOf } from "./figures.ts";
import { deviceWord, shortWord } from "./signers.ts";
import type { CaseState } from "./state.ts";
import type { Inline, Item, Page } from "./tree.ts";
import { empty, heading, item, list, minor, page, section, strong, time } from "./tree.ts";

const TITLES: Readonly<Record<SignedRow["kind"], string>> = {
  response: "Asked to respond",
  consent: "Consent",
  "legal-outcome": "Outcomes of proceedings",
  place: "Places",
  note: "Notes",
  settings: "Settings",
};

/** The state in words: "response received", "consent withdrawn". */
export function stateWords({ kind, state }: Pick<SignedRow, "kind" | "state">): string | null {
  if (state === null || kind === "place") return state;
  if (kind === "legal-outcome") return state;
  return `${kind} ${state}`;
}

/** What a row tells after its subject. */
export function tellings(row: SignedRow, at: Desk): readonly Inline[] {
  const words: Inline[] = [];
  const state = stateWords(row);
  if (state !== null) words.push(` · ${state}`);
  if (row.kind === "place") {
    const { latitude, longitude } = row.value as { readonly latitude: number | null; readonly longitude: number | null };
    if (latitude !== null && longitude !== null) words.push(` · ${latitude}, ${longitude}`);
  } else if (row.kind === "settings") words.push(` · ${JSON.stringify(row.value)}`);
  if (row.text !== null) words.push(" · ", ...at.safe(row.text));
  if (row.date !== null) words.push(" · ", time(row.date, dateWords(row.date)));
  words.push(" ", ...at.references([...row.claims.filter((id) => at.source(id) !== null), ...sourcesOf(row.claims, at)]));
  return words;
}

function rowItem(row: SignedRow, at: Desk): Item {
  const subject = row.about === null ? "the case" : shortWord(row.about);
  const about = row.kind === "note" ? [minor("on "), strong(subject)] : [strong(...at.safe(subject))];
  return item(...about, ...tellings(row, at), minor(` · ${deviceWord(row.by)}, ${row.time.slice(0, 10)} (statement ${shortWord(row.id)})`));
}

/** Everything of it, by kind. */
export function signedPage(state: CaseState): Page {
  const at = desk(state, "shown");
  if (state.signed.length === 0)
    return page("signed", "Signed", [heading(1, "Signed"), empty("Nobody has signed any of this yet: see sign and note.")]);
  const kinds = [...Map.groupBy(state.signed, ({ kind }) => kind)];
  const cited = state.signed.flatMap(({ claims }) => [...claims.filter((id) => at.source(id) !== null), ...sourcesOf(claims, at)]);
  return page("signed", "Signed", [
    heading(1, "Signed"),
    ...kinds.map(([kind, rows]) => section(kind, [heading(2, TITLES[kind]), list(rows.map((row) => rowItem(row, at)))])),
    ...sourceList(cited, at),
  ]);
}
