/** What judgements point at: claims, mentions, sources. Never clusters, which a machine may cut otherwise tomorrow. */
import type { Check } from "./check.ts";
import { list, object, oneOf, tagged, text } from "./check.ts";
import type { Id } from "./ids.ts";
import { idCheck } from "./ids.ts";
import type { Span } from "./passage.ts";
import { spanCheck } from "./passage.ts";

export interface ClaimRef {
  readonly type: "claim";
  readonly claim: Id;
}

/** A name where it stands: UTF-16 offsets into the text layer `text` of `source`, and the words there. */
export interface MentionRef {
  readonly type: "mention";
  readonly source: Id;
  readonly text: Id;
  readonly span: Span;
  readonly quote: string;
}

export interface SourceRef {
  readonly type: "source";
  readonly source: Id;
}

export type Ref = ClaimRef | MentionRef | SourceRef;

const tag = <const T extends string>(type: T): Check<T> => oneOf<T>([type]);

export const claimRefCheck: Check<ClaimRef> = object<ClaimRef>({ type: tag("claim"), claim: idCheck });
export const mentionRefCheck: Check<MentionRef> = object<MentionRef>({
  type: tag("mention"),
  source: idCheck,
  text: idCheck,
  span: spanCheck,
  quote: text,
});
export const sourceRefCheck: Check<SourceRef> = object<SourceRef>({ type: tag("source"), source: idCheck });

export const refCheck: Check<Ref> = tagged<Ref>({ claim: claimRefCheck, mention: mentionRefCheck, source: sourceRefCheck });

/** A list of ids, each once. */
export const idsCheck: Check<readonly Id[]> = (value, path, faults): value is readonly Id[] => {
  if (!list(idCheck)(value, path, faults)) return false;
  if (new Set(value).size === value.length) return true;
  faults.push({ path, expected: "no id twice" });
  return false;
};
