/** People, bodies and groups: the forms of each name and why they are taken for one. */
import type { PersonRow } from "../model/rows.ts";
import { countWords } from "./amounts.ts";
import type { Desk } from "./desk.ts";
import { desk, sourceList } from "./desk.ts";
import { sourcesOf } from "./figures.ts";
import { stateWords } from "./signed.ts";
import type { CaseState } from "./state.ts";
import type { Block, Inline, Item, Page } from "./tree.ts";
import { empty, heading, item, list, mark, minor, note, page, section, strong } from "./tree.ts";

const folded = (name: string): string => name.normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim();

function personItem(person: PersonRow, at: Desk): Item {
  const own = new Set([person.name, ...person.names.map(({ form }) => form)].map(folded));
  const forms = [...new Set(person.names.map((name) => name.form))].filter((form) => form !== person.name);
  const words: Inline[] = [strong(person.name)];
  if (person.roles.length > 0) words.push(` · ${person.roles.join(", ")}`);
  // Whoever is accused is named with the stage, its voice and the denial, wherever the name stands.
  const caution = at.accused.caution(person.name);
  if (caution !== null) words.push(" · ", mark("alleged", caution.slice(caution.indexOf(": ") + 2)));
  // What they allowed, answered and were found to have done, as members signed it, goes with the name.
  for (const row of at.state.signed) {
    const told = stateWords(row);
    if (["response", "consent", "legal-outcome"].includes(row.kind) && told !== null && own.has(folded(row.about ?? "")))
      words.push(` · ${told}`, ...(row.text === null ? [] : [minor(` (${row.text})`)]));
  }
  words.push(
    minor(` · ${countWords(person.claims.length, "claim")}`),
    " ",
    ...at.references([...sourcesOf(person.claims, at), ...person.names.map((name) => name.source)]),
  );
  if (forms.length > 0) words.push(minor(" · also written: "), forms.join("; "));
  for (const relation of person.relations) words.push(minor(` · ${relation.type.replaceAll("-", " ")} `), relation.to);
  if (person.reasons.length > 0) words.push(minor(` · taken for one because: ${person.reasons.join(" ")}`));
  return item(...words);
}

const KINDS = [
  ["person", "Persons"],
  ["organisation", "Organisations"],
  ["group", "Groups"],
] as const;

/** Everybody named, by kind. Joins are proposals of the machine, each with its reasons. */
export function peoplePage(state: CaseState): Page {
  const at = desk(state, "shown");
  if (state.people.length === 0)
    return page("people", "People", [heading(1, "People"), empty("Nobody is named in the documents of this case.")]);
  const blocks: Block[] = KINDS.flatMap(([kind, title]) => {
    const rows = state.people.filter((person) => person.kind === kind);
    return rows.length === 0 ? [] : [section(kind, [heading(2, title), list(rows.map((person) => personItem(person, at)))])];
  });
  const cited = state.people.flatMap((person) => [...sourcesOf(person.claims, at), ...person.names.map((name) => name.source)]);
  return page("people", "People", [
    heading(1, "People"),
    note(
      "Spellings joined by machine, with the reasons. Accused is not guilty: the stage, who says so and any denial stand beside the name.",
    ),
    ...blocks,
    ...sourceList(cited, at),
  ]);
}
