/** What each document says of offices: which speak, who was named with one, which acronyms it explains. Nobody lists it. */
import type { Json } from "../model/canonical.ts";
import type { Acronym, LocalOffice } from "../reconcile/offices/document.ts";
import type { OfficeSet } from "../reconcile/offices/set.ts";
import { officeSet } from "../reconcile/offices/set.ts";
import { aroundOf } from "./around.ts";
import type { Filing, Kept, Rows } from "./view.ts";

type Note =
  | { readonly kind: "office"; readonly office: LocalOffice }
  | { readonly kind: "person"; readonly name: string; readonly office: LocalOffice }
  | { readonly kind: "acronym"; readonly acronym: Acronym };

export const offices: Filing = {
  name: "offices",
  version: 1,
  file(entry) {
    const { offices: named, people, acronyms } = aroundOf(entry).offices;
    const notes: readonly Note[] = [
      ...named.map((office) => ({ kind: "office" as const, office })),
      ...[...people].map(([name, office]) => ({ kind: "person" as const, name, office })),
      ...acronyms.map((acronym) => ({ kind: "acronym" as const, acronym })),
    ];
    return notes.map((note, index): Kept => [`${entry.source.id} ${String(index).padStart(4, "0")}`, note as unknown as Json]);
  },
};

/** The offices of all documents. Reads every row: there are a few for each document that names an office. */
export async function officesOf(of: (view: string) => Rows): Promise<OfficeSet> {
  const notes: Note[] = [];
  for await (const [, note] of of(offices.name).range("")) notes.push(note as unknown as Note);
  return officeSet({
    offices: notes.flatMap((note) => (note.kind === "office" ? [note.office] : [])),
    people: notes.flatMap((note) => (note.kind === "person" ? [note] : [])),
    acronyms: notes.flatMap((note) => (note.kind === "acronym" ? [note.acronym] : [])),
  });
}
