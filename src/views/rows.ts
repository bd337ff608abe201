/** The shapes of the views, as the JSON contract prints them. */
import type { Id } from "../model/ids.ts";
import type { Of } from "../model/figure.ts";
import type { Accrual, EventType, Form, PartKind, Unit } from "../model/words.ts";

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
  readonly restates: {
    readonly publisher: string | null;
    readonly published: string | null;
    readonly url: string | null;
    readonly language: string | null;
  } | null;
  /** Admiralty grade of the source, A-F; "F" until somebody grades it. */
  readonly grade: string;
  readonly derivesFrom: readonly Id[];
  readonly bytes: number;
}
