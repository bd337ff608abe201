/** What people said besides judging claims, by kind: views ask for it while they list, and there is as much of it as people can write. */
import type { Json } from "../model/canonical.ts";
import type { LinkBody } from "../model/kinds/link.ts";
import type { Ref } from "../model/refs.ts";
import { signedKinds } from "../model/rows.ts";
import type { Joining } from "../reconcile/links.ts";
import { byUnits } from "../reconcile/folding.ts";
import { nowOf } from "./redirects.ts";
import type { Said, SaidOf } from "./said.ts";
import { agreed } from "./said.ts";
import type { Filing, Rows } from "./view.ts";

const kept = ["link", "unlink", "grade", "answer", "pledge-status", "hypothesis", "cell", ...signedKinds] as const;
type Kept = (typeof kept)[number];

const isKept = (said: Said): said is SaidOf<Kept> => (kept as readonly string[]).includes(said.kind);

export const heard: Filing = {
  name: "heard",
  version: 2,
  file: () => [],
  hear: (said) => (isKept(said) ? [[`${said.kind}\t${said.id}`, said as unknown as Json]] : []),
};

/** Rows of other views, by name. */
export type Of = (view: string) => Rows;

/** Every statement of that kind that counts, by id. */
export async function allOf<Kind extends Kept>(of: Of, kind: Kind): Promise<readonly SaidOf<Kind>[]> {
  const all: SaidOf<Kind>[] = [];
  for await (const [, value] of of(heard.name).range(`${kind}\t`)) all.push(value as unknown as SaidOf<Kind>);
  return all;
}

/** A key for an end of a link: of a claim the id of what stands in its place now. */
async function keyOf(ref: Ref, of: Of): Promise<string> {
  if (ref.type === "claim") return nowOf(of("redirects"), ref.claim);
  return ref.type === "source" ? ref.source : mentionKey(ref.source, ref.span.start, ref.span.end);
}

/** The key of a name where it stands. */
export function mentionKey(source: string, start: number, end: number): string {
  return `${source} ${start}-${end}`;
}

/** The links and unlinks of a relation on which everybody who spoke agrees. */
export async function joiningOf(of: Of, relation: LinkBody["relation"]): Promise<Joining> {
  const said = [...(await allOf(of, "link")), ...(await allOf(of, "unlink"))].filter(({ body }) => body.relation === relation);
  const keyed = await Promise.all(
    said.map(async (each) => ({ each, ends: [await keyOf(each.body.from, of), await keyOf(each.body.to, of)] as const })),
  );
  const together: (readonly [string, string])[] = [];
  const apart: (readonly [string, string])[] = [];
  const ordered = relation === "derives-from";
  for (const group of Map.groupBy(keyed, ({ ends }) => (ordered ? ends : [...ends].sort(byUnits)).join("\t")).values()) {
    const ends = group[0]?.ends;
    if (ends === undefined || ends[0] === ends[1]) continue;
    const word = agreed(
      group.map(({ each }) => each),
      ({ kind }) => kind,
    );
    if (word !== null) (word === "link" ? together : apart).push(ends);
  }
  return { together, apart };
}
