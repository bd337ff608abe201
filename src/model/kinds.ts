/** Every kind of statement that this version folds, in the order of spec/statement.md. Adding one is a file in kinds/ and a line here. */
import { admitType } from "./kinds/admit.ts";
import { answerType } from "./kinds/answer.ts";
import { caseType } from "./kinds/case.ts";
import { cellType } from "./kinds/cell.ts";
import { claimType } from "./kinds/claim.ts";
import { consentType } from "./kinds/consent.ts";
import { coverType } from "./kinds/cover.ts";
import { findingType } from "./kinds/finding.ts";
import { gradeType } from "./kinds/grade.ts";
import { hypothesisType } from "./kinds/hypothesis.ts";
import { judgeType } from "./kinds/judge.ts";
import { legalOutcomeType } from "./kinds/legal-outcome.ts";
import { linkType, unlinkType } from "./kinds/link.ts";
import { memberAddedType } from "./kinds/member-added.ts";
import { memberRemovedType } from "./kinds/member-removed.ts";
import { memberRoleType } from "./kinds/member-role.ts";
import { noteType } from "./kinds/note.ts";
import { placeType } from "./kinds/place.ts";
import { pledgeStatusType } from "./kinds/pledge-status.ts";
import { protectType } from "./kinds/protect.ts";
import { publicationStampType } from "./kinds/publication-stamp.ts";
import { readType } from "./kinds/read.ts";
import { responseType } from "./kinds/response.ts";
import { sealType } from "./kinds/seal.ts";
import { settingsType } from "./kinds/settings.ts";
import { tombstoneType } from "./kinds/tombstone.ts";
import { withdrawType } from "./kinds/withdraw.ts";
import type { StatementType } from "./statement-type.ts";

export const statementTypes = [
  caseType,
  sealType,
  readType,
  judgeType,
  claimType,
  linkType,
  unlinkType,
  gradeType,
  findingType,
  hypothesisType,
  cellType,
  answerType,
  pledgeStatusType,
  responseType,
  consentType,
  legalOutcomeType,
  placeType,
  noteType,
  protectType,
  coverType,
  settingsType,
  publicationStampType,
  memberAddedType,
  memberRemovedType,
  memberRoleType,
  admitType,
  withdrawType,
  tombstoneType,
] as const;

type Known = (typeof statementTypes)[number];

/** The body of each kind of this version. */
export type Bodies = { readonly [Type in Known as Type["kind"]]: Type extends StatementType<string, infer Body> ? Body : never };

export type StatementKind = keyof Bodies;

const byKind = new Map<string, Known>(statementTypes.map((type) => [type.kind, type]));

/** True when this version knows how to fold statements of this kind. */
export function isKnownKind(kind: string): kind is StatementKind {
  return byKind.has(kind);
}

/** The kind of that name. */
export function typeOf<Kind extends StatementKind>(kind: Kind): StatementType<Kind, Bodies[Kind]> {
  return byKind.get(kind) as unknown as StatementType<Kind, Bodies[Kind]>;
}
