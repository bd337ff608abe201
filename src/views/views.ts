/** Every view of a case, in the order in which they are folded. Adding a view is one file and one line in each of the two tables. */
import type { Refused } from "../model/errors.ts";
import { conflicts } from "./conflicts.ts";
import { figures } from "./figures.ts";
import { findings } from "./findings.ts";
import { people } from "./people.ts";
import { pledges } from "./pledges.ts";
import { questions } from "./questions.ts";
import { refused } from "./refused.ts";
import { rivals } from "./rivals.ts";
import type {
  ConflictRow,
  FindingRow,
  PersonRow,
  PledgeRow,
  QuestionRow,
  RivalRow,
  SignedRow,
  SourceRow,
  TallyRow,
  TimelineRow,
} from "../model/rows.ts";
import { signed } from "./signed.ts";
import { sources } from "./sources.ts";
import { timeline } from "./timeline.ts";
import { heard } from "./heard.ts";
import { judgements } from "./judgements.ts";
import { numbers } from "./numbers.ts";
import { offices } from "./offices.ts";
import { protections } from "./protections.ts";
import { redirects } from "./redirects.ts";
import { sketches } from "./sketches.ts";
import type { Filing, View } from "./view.ts";

/** The rows that each view gives. */
export interface RowsOf {
  readonly figures: TallyRow;
  readonly timeline: TimelineRow;
  readonly people: PersonRow;
  readonly questions: QuestionRow;
  readonly pledges: PledgeRow;
  readonly rivals: RivalRow;
  readonly findings: FindingRow;
  readonly sources: SourceRow;
  readonly signed: SignedRow;
  readonly conflicts: ConflictRow;
  readonly refused: Refused;
}

export type ViewName = keyof RowsOf;

const byName: { readonly [Name in ViewName]: View<RowsOf[Name]> } = {
  figures,
  timeline,
  people,
  questions,
  pledges,
  rivals,
  findings,
  sources,
  signed,
  conflicts,
  refused,
};

export const views: readonly View<unknown>[] = Object.values(byName);

/** All that is folded: the views, and what only folding itself asks for. */
export const filings: readonly Filing[] = [...views, judgements, redirects, heard, sketches, protections, numbers, offices];

/** The view of that name, with the type of its rows. */
export function viewNamed<Name extends ViewName>(name: Name): View<RowsOf[Name]> {
  return byName[name];
}

/** True when there is such a view. */
export function isViewName(name: string): name is ViewName {
  return Object.hasOwn(byName, name);
}
