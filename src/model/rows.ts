/** The rows of the views as the JSON contract prints them, each with its validator. */
import type { Json } from "./canonical.ts";
import type { Check } from "./check.ts";
import { count, flag, list, nullable, object, oneOf, text } from "./check.ts";
import { evidenceCodes, refusalCodes } from "./errors.ts";
import type { EvidenceCode, RefusalCode, Refused } from "./errors.ts";
import type { Of } from "./figure.ts";
import { boundCheck, ofCheck } from "./figure.ts";
import type { Id } from "./ids.ts";
import { idCheck } from "./ids.ts";
import type { FindingBody } from "./kinds/finding.ts";
import { findingStandards } from "./kinds/finding.ts";
import type { Restates } from "./source.ts";
import { restatesCheck } from "./source.ts";
import type { DeviceId } from "./statement.ts";
import { deviceCheck, timeCheck } from "./statement.ts";
import { edtfCheck } from "./time.ts";
import type { Accrual, EventType, Form, PartKind, Unit } from "./words.ts";
import { accruals, eventTypes, forms, partKinds, units } from "./words.ts";

export interface Measure {
  readonly unit: Unit;
  readonly of: readonly Of[];
  readonly where: string | null;
  /** EDTF. */
  readonly when: string | null;
  readonly accrual: Accrual | null;
}

export type SeriesStatus = "current" | "superseded" | "withdrawn" | "disowned" | "disputed";

export interface SeriesPoint {
  readonly claim: Id;
  /** Name of the independent root. */
  readonly origin: string;
  readonly said: string | null;
  readonly asOf: string | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly best: number | null;
  readonly status: SeriesStatus;
}

export interface Part {
  readonly claim: Id;
  readonly of: readonly Of[];
  readonly partKind: PartKind;
  readonly min: number | null;
  readonly max: number | null;
  readonly best: number | null;
}

export interface CheckRow {
  readonly rule: string;
  readonly claims: readonly Id[];
  /** One plain sentence. */
  readonly message: string;
}

export type RemainderNature = "not-broken-down" | "fate-unstated" | "missing";

export interface TallyRow {
  readonly id: Id;
  readonly measure: Measure;
  readonly series: readonly SeriesPoint[];
  readonly parts: readonly Part[];
  readonly checks: readonly CheckRow[];
  readonly remainder: { readonly min: number | null; readonly max: number | null; readonly nature: RemainderNature } | null;
}

/** A tally with what a rule that somebody chose makes of it. */
export interface SummarisedTally extends TallyRow {
  readonly summary: {
    /** The name of the rule, and the rule in words. */
    readonly rule: string;
    readonly says: string;
    /** Null where the rule gives none; `max` is null when nothing bounds it. */
    readonly outcome: { readonly min: number; readonly max: number | null; readonly claims: readonly Id[] } | null;
  };
}

/** One reason, with the claims that it rests on. */
export interface ExplanationStep {
  readonly about: "claim" | "joined" | "origin" | "standing" | "status" | "check" | "remainder" | "implied";
  /** One or more plain sentences. */
  readonly says: string;
  readonly claims: readonly Id[];
}

/** The chain of reasons behind a row. */
export interface Explanation {
  readonly id: Id;
  readonly kind: "tally" | "event" | "claim";
  readonly steps: readonly ExplanationStep[];
}

export type Standing = "one-origin" | "several-origins" | "contested" | "only-denied" | "unknown";
export type Independence = "established" | "not-shown" | "dependent";

export interface OriginRow {
  readonly root: string;
  readonly claims: readonly Id[];
  readonly independence: Independence;
  readonly reasons: readonly string[];
}

export interface TimelineRow {
  readonly id: Id;
  readonly type: EventType;
  /** EDTF. */
  readonly when: string | null;
  readonly where: string | null;
  readonly who: readonly { readonly role: string; readonly name: string }[];
  readonly claims: readonly Id[];
  readonly origins: readonly OriginRow[];
  readonly standing: Standing;
}

export interface NameForm {
  readonly form: string;
  readonly script: "Latn" | "Cyrl" | "other";
  readonly source: Id;
  readonly start: number;
  readonly end: number;
}

export interface PersonRow {
  readonly id: Id;
  readonly name: string;
  readonly names: readonly NameForm[];
  readonly kind: "person" | "organisation" | "group";
  readonly roles: readonly string[];
  readonly relations: readonly { readonly type: string; readonly to: string; readonly claim: Id }[];
  readonly claims: readonly Id[];
  /** Why these forms are taken for one: one plain sentence each. */
  readonly reasons: readonly string[];
}

export interface QuestionRow {
  readonly id: Id;
  readonly asks: string;
  readonly why: string | null;
  readonly raisedBy: "text" | "record";
  readonly claims: readonly Id[];
  readonly wouldAnswer: string | null;
  readonly state: "open" | "answered";
  readonly answers: readonly Id[];
}

export interface PledgeRow {
  readonly id: Id;
  readonly by: string | null;
  readonly to: string | null;
  readonly what: string;
  readonly due: string | null;
  readonly condition: string | null;
  readonly claims: readonly Id[];
  readonly state: "open" | "no-evidence-by" | "kept" | "broken" | "withdrawn";
  readonly evidence: readonly Id[];
}

export interface RivalRow {
  readonly id: Id;
  readonly text: string;
  readonly scope: string | null;
  readonly claims: readonly Id[];
  readonly cells: readonly { readonly evidence: Id; readonly mark: string; readonly by: string }[];
}

export interface SourceRow {
  readonly id: Id;
  readonly text: Id;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly got: string;
  readonly language: string | null;
  readonly form: Form;
  readonly complete: boolean;
  readonly restates: Restates | null;
  /** Admiralty grade of the source, A-F; "F" until somebody grades it. */
  readonly grade: string;
  readonly derivesFrom: readonly Id[];
  readonly bytes: number;
}

/** What people conclude. */
export interface FindingRow {
  /** The `finding` statement. */
  readonly id: Id;
  readonly text: string;
  readonly standard: FindingBody["standard"];
  readonly supports: readonly Id[];
  readonly against: readonly Id[];
  readonly unresolved: readonly string[];
  readonly signedBy: DeviceId;
  /** UTC, by the signer's clock. */
  readonly date: string;
  /** The finding that it takes the place of. */
  readonly supersedes: Id | null;
}

export const signedKinds = ["response", "consent", "legal-outcome", "place", "note", "settings"] as const;

/** What people put on record besides judging claims. */
export interface SignedRow {
  /** The statement. */
  readonly id: Id;
  readonly kind: (typeof signedKinds)[number];
  /** Who was asked, who consented, whose proceedings, which place, what the note is on (an id; null: the case), which setting. */
  readonly about: string | null;
  /** Sought, received, refused; given, withdrawn; the legal stage; the precision of a place; null of notes and settings. */
  readonly state: string | null;
  readonly text: string | null;
  /** EDTF, as it was said. */
  readonly date: string | null;
  /** Ids of the claims and sources that it is about or lies in. */
  readonly claims: readonly Id[];
  /** Of a setting its value, of a place `latitude`, `longitude` (WGS 84 degrees) and `uncertainty` (metres); else null. */
  readonly value: Json;
  readonly by: DeviceId;
  /** UTC, by the signer's clock. */
  readonly time: string;
}

export const conflictKinds = ["judgement", "link", "grade", "pledge", "set-aside", "waiting", "fork", "removal"] as const;

/** People who differ, or statements on which somebody has to decide. */
export interface ConflictRow {
  readonly kind: (typeof conflictKinds)[number];
  /** Ids of the claim, source, pair or device that it is about. */
  readonly about: string;
  /** `by` is null where the statement itself tells. */
  readonly sides: readonly { readonly by: DeviceId | null; readonly statement: Id; readonly says: string }[];
  /** One plain sentence or two: what it is and what holds meanwhile. */
  readonly message: string;
}

export interface VerifyRow {
  readonly ok: boolean;
  readonly checked: { readonly statements: number; readonly sources: number; readonly passages: number };
  readonly refused: readonly { readonly id: string; readonly code: EvidenceCode; readonly message: string }[];
}

const ids = list(idCheck);

export const tallyCheck: Check<TallyRow> = object<TallyRow>({
  id: idCheck,
  measure: object<Measure>({
    unit: oneOf(units),
    of: list(ofCheck),
    where: nullable(text),
    when: nullable(edtfCheck),
    accrual: nullable(oneOf(accruals)),
  }),
  series: list(
    object<SeriesPoint>({
      claim: idCheck,
      origin: text,
      said: nullable(edtfCheck),
      asOf: nullable(edtfCheck),
      min: boundCheck,
      max: boundCheck,
      best: boundCheck,
      status: oneOf(["current", "superseded", "withdrawn", "disowned", "disputed"]),
    }),
  ),
  parts: list(
    object<Part>({ claim: idCheck, of: list(ofCheck), partKind: oneOf(partKinds), min: boundCheck, max: boundCheck, best: boundCheck }),
  ),
  checks: list(object<CheckRow>({ rule: text, claims: ids, message: text })),
  remainder: nullable(
    object<NonNullable<TallyRow["remainder"]>>({
      min: boundCheck,
      max: boundCheck,
      nature: oneOf(["not-broken-down", "fate-unstated", "missing"]),
    }),
  ),
});

export const timelineCheck: Check<TimelineRow> = object<TimelineRow>({
  id: idCheck,
  type: oneOf(eventTypes),
  when: nullable(edtfCheck),
  where: nullable(text),
  who: list(object<TimelineRow["who"][number]>({ role: text, name: text })),
  claims: ids,
  origins: list(
    object<OriginRow>({ root: text, claims: ids, independence: oneOf(["established", "not-shown", "dependent"]), reasons: list(text) }),
  ),
  standing: oneOf(["one-origin", "several-origins", "contested", "only-denied", "unknown"]),
});

export const personCheck: Check<PersonRow> = object<PersonRow>({
  id: idCheck,
  name: text,
  names: list(object<NameForm>({ form: text, script: oneOf(["Latn", "Cyrl", "other"]), source: idCheck, start: count, end: count })),
  kind: oneOf(["person", "organisation", "group"]),
  roles: list(text),
  relations: list(object<PersonRow["relations"][number]>({ type: text, to: text, claim: idCheck })),
  claims: ids,
  reasons: list(text),
});

export const questionCheck: Check<QuestionRow> = object<QuestionRow>({
  id: idCheck,
  asks: text,
  why: nullable(text),
  raisedBy: oneOf(["text", "record"]),
  claims: ids,
  wouldAnswer: nullable(text),
  state: oneOf(["open", "answered"]),
  answers: ids,
});

export const pledgeCheck: Check<PledgeRow> = object<PledgeRow>({
  id: idCheck,
  by: nullable(text),
  to: nullable(text),
  what: text,
  due: nullable(edtfCheck),
  condition: nullable(text),
  claims: ids,
  state: oneOf(["open", "no-evidence-by", "kept", "broken", "withdrawn"]),
  evidence: ids,
});

export const rivalCheck: Check<RivalRow> = object<RivalRow>({
  id: idCheck,
  text,
  scope: nullable(text),
  claims: ids,
  cells: list(object<RivalRow["cells"][number]>({ evidence: idCheck, mark: text, by: text })),
});

export const sourceRowCheck: Check<SourceRow> = object<SourceRow>({
  id: idCheck,
  text: idCheck,
  title: nullable(text),
  publisher: nullable(text),
  published: nullable(edtfCheck),
  got: text,
  language: nullable(text),
  form: oneOf(forms),
  complete: flag,
  restates: nullable(restatesCheck),
  grade: oneOf(["A", "B", "C", "D", "E", "F"]),
  derivesFrom: ids,
  bytes: count,
});

export const findingCheck: Check<FindingRow> = object<FindingRow>({
  id: idCheck,
  text,
  standard: oneOf(findingStandards),
  supports: ids,
  against: ids,
  unresolved: list(text),
  signedBy: deviceCheck,
  date: timeCheck,
  supersedes: nullable(idCheck),
});

const anything: Check<Json> = (value): value is Json => value !== undefined;

export const signedCheck: Check<SignedRow> = object<SignedRow>({
  id: idCheck,
  kind: oneOf(signedKinds),
  about: nullable(text),
  state: nullable(text),
  text: nullable(text),
  date: nullable(edtfCheck),
  claims: ids,
  value: anything,
  by: deviceCheck,
  time: timeCheck,
});

export const conflictCheck: Check<ConflictRow> = object<ConflictRow>({
  kind: oneOf(conflictKinds),
  about: text,
  sides: list(object<ConflictRow["sides"][number]>({ by: nullable(deviceCheck), statement: idCheck, says: text })),
  message: text,
});

export const refusedCheck: Check<Refused> = object<Refused>({
  what: text,
  code: oneOf<RefusalCode | EvidenceCode>([...refusalCodes, ...evidenceCodes]),
  message: text,
});

export const verifyCheck: Check<VerifyRow> = object<VerifyRow>({
  ok: flag,
  checked: object<VerifyRow["checked"]>({ statements: count, sources: count, passages: count }),
  refused: list(object<VerifyRow["refused"][number]>({ id: text, code: oneOf(evidenceCodes), message: text })),
});
