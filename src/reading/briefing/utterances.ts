/** Who says what in a sentence: cues of saying bound to speakers, with the stretch that they cover and whether the words are denied. */
import type { Analysis, Sentence } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import type { Voice } from "../../model/claim.ts";
import type { Span } from "../../model/passage.ts";
import type { Stance } from "../../model/words.ts";
import type { Page, View } from "./page.ts";
import { phraseAt, phrasesIn } from "./patterns.ts";
import type { Speaker } from "./speakers.ts";
import type { CueSource, Tongue } from "./tongue.ts";
import { parts, spanOf, wordsOf } from "./stretch.ts";

/** Token positions, `last` exclusive. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** A reporting chain with the tokens of its sentence that it covers, `last` exclusive. */
export interface Utterance {
  readonly chain: readonly Voice[];
  readonly first: number;
  readonly last: number;
  /** Tokens of the words that report, speaker and cue together: what stands there is about the saying, not about what is said. */
  readonly frame: readonly Stretch[];
  /** "Об этом сообщил…": the sentence before is meant. */
  readonly backward: boolean;
}

type Bond = "verb" | "according" | "citing" | "heading";

interface Bound {
  readonly bond: Bond;
  readonly stance: Stance;
  readonly cueFirst: number;
  readonly cueLast: number;
  readonly speaker: Speaker | null;
  /** A nominal source that is no speaker of the lexicon, verbatim. */
  readonly nominal: Stretch | null;
}

/** Who was named so far: pronouns and generic words refer back to these. */
export interface Memory {
  person: Named | null;
  office: Named | null;
  last: Named | null;
}

interface Named {
  readonly name: string;
  readonly party: Voice["party"];
  readonly anonymous: boolean;
  readonly span: Span;
}

const REPORTED = /^(?:сообща|говори|утвержда|отмеча|указыва)(?:ется|лось)$/u;

function before(view: View, at: number, subjectOnly: boolean): Speaker | null {
  const left = view.speakers.filter(({ last, subject }) => last <= at && (subject || !subjectOnly));
  return left.at(-1) ?? null;
}

/** The speaker after a cue: "сообщили в Генпрокуратуре", "сообщил Шалабаев", "сообщил журналистам министр". */
function afterVerb(page: Page, view: View, at: number): Speaker | null {
  const { tokens } = page.analysis;
  for (const speaker of view.speakers) {
    if (speaker.first < at || speaker.first > at + 6) continue;
    let clear = true;
    for (let i = at; i < speaker.first; i += 1) if (tokens[i]?.tag === "PUNCT") clear = false;
    if (!clear) return null;
    const inside = /^(?:в|во|из)$/u.test(tokens[speaker.first - 1]?.lower ?? "") && speaker.first > at;
    const near = speaker.first <= at + 4;
    const there =
      speaker.kind === "pronoun" && page.tongue.language === "ru" && !/^(?:он|она|они|оно|там)$/u.test(tokens[speaker.first]?.lower ?? "");
    if (there) continue;
    if (near && (inside ? speaker.kind !== "person" : speaker.subject || speaker.kind === "person")) return speaker;
  }
  return null;
}

function beforeVerb(page: Page, view: View, at: number, floor: number, taken: readonly Speaker[]): Speaker | null {
  const { tokens } = page.analysis;
  const free = view.speakers.filter((speaker) => !taken.includes(speaker));
  const candidates = free.filter(({ first, last, subject }) => first >= floor && last <= at && (subject || page.tongue.language === "ru"));
  for (const speaker of page.tongue.language === "kk" ? candidates : candidates.reverse()) {
    const preposition = phraseAt(page.tongue.scene, tokens, speaker.first - 1, speaker.first)?.value === "preposition";
    // "В Генпрокуратуре подтвердили": an office with "в" before a plural verb speaks.
    const office =
      speaker.kind === "office" &&
      tokens[speaker.first - 1]?.lower === "в" &&
      at - speaker.last <= 1 &&
      /(?:ли|ют|ят)$/u.test(tokens[at]?.lower ?? "");
    if (office) return speaker;
    if (preposition || !speaker.subject || at - speaker.last > 14 || inRelative(page, view, speaker.first, at)) continue;
    const own = speaker.kind === "pronoun" && /^(?:его|ее|их|там|оның|олардың)$/u.test(tokens[speaker.first]?.lower ?? "");
    if (own && !(tokens[speaker.first]?.lower === "там" && at - speaker.last < 3)) continue;
    return speaker;
  }
  return null;
}

/** "Очевидцы, с которыми беседовало агентство, говорили": what stands in the relative clause is not the subject. */
function inRelative(page: Page, { sentence }: View, at: number, verb: number): boolean {
  const { tokens } = page.analysis;
  let open = at;
  while (open > sentence.first && tokens[open]?.text !== ",") open -= 1;
  const relative = tokens.slice(open + 1, open + 3).some(({ lower }) => lower.startsWith("котор"));
  return relative && tokens.slice(at, verb).some(({ text }) => text === ",");
}

function negatedAt(tongue: Tongue, analysis: Analysis, at: number): boolean {
  return phraseAt(tongue.negations, analysis.tokens, at - 1, at) !== null;
}

/** Words up to the next mark: a source that the lexicon does not know, kept as it is written. */
function nominalAfter({ tokens }: Analysis, sentence: Sentence, at: number): Stretch | null {
  let last = at;
  while (last < sentence.last && tokens[last]?.tag !== "PUNCT" && last < at + 7) last += 1;
  return last > at && last < sentence.last && tokens[last]?.tag === "PUNCT" ? { first: at, last } : null;
}

function nominalBefore({ tokens }: Analysis, sentence: Sentence, at: number): Stretch | null {
  let first = at;
  while (first > sentence.first && tokens[first - 1]?.tag === "X" && first > at - 5) first -= 1;
  return first < at && (first === sentence.first || tokens[first - 1]?.tag === "PUNCT") ? { first, last: at } : null;
}

/** Adjectives of evidence ("по предварительным данным") name nobody. */
function accordingAt(page: Page, view: View, first: number, last: number): Bound | null {
  const { tongue, analysis } = page;
  const { sentence, speakers } = view;
  if (tongue.language === "kk") {
    const speaker = speakers.find((each) => each.last === first || (each.last === first - 1 && each.kind !== "pronoun")) ?? null;
    const nominal = speaker === null ? nominalBefore(analysis, sentence, first) : null;
    return speaker === null && nominal === null
      ? null
      : { bond: "according", stance: "says", cueFirst: first, cueLast: last, speaker, nominal };
  }
  const speaker =
    speakers.find(
      (each) => each.first >= last && each.first <= last + 5 && !analysis.tokens.slice(last, each.first).some((token) => token.tag !== "X"),
    ) ?? null;
  const vague = /(?:ым|им)$/u.test(tokenAt(analysis, first + 1).lower);
  const nominal = speaker === null && !vague ? nominalAfter(analysis, sentence, last) : null;
  return speaker === null && nominal === null
    ? null
    : { bond: "according", stance: "says", cueFirst: first, cueLast: last, speaker, nominal };
}

/** "по его словам": the phrase with a possessive inside. */
function ownAccording(page: Page, view: View, at: number): Bound | null {
  const { tokens } = page.analysis;
  const pronoun = view.speakers.find(({ first, kind }) => first === at + 1 && kind === "pronoun");
  if (page.tongue.language !== "ru" || tokens[at]?.lower !== "по" || pronoun === undefined) return null;
  if (
    !/^(?:словам|данным|информации|сведениям|оценке|оценкам|подсчетам|версии|мнению|утверждению|заявлению)$/u.test(
      tokens[at + 2]?.lower ?? "",
    )
  )
    return null;
  return { bond: "according", stance: "says", cueFirst: at, cueLast: at + 3, speaker: pronoun, nominal: null };
}

function citingAt(page: Page, view: View, first: number, last: number): Bound | null {
  const kazakh = page.tongue.language === "kk";
  const speaker = kazakh
    ? before(view, first, false)
    : (view.speakers.find((each) => each.first >= last && each.first <= last + 4) ?? null);
  return speaker === null || (kazakh && first - speaker.last > 2)
    ? null
    : { bond: "citing", stance: "says", cueFirst: first, cueLast: last, speaker, nominal: null };
}

function verbAt(
  page: Page,
  view: View,
  first: number,
  last: number,
  { stance, into }: CueSource,
  floor: number,
  taken: readonly Speaker[],
): Bound | null {
  const { tongue, analysis } = page;
  const { tokens } = analysis;
  const bound = (speaker: Speaker | null, as: Stance): Bound => ({
    bond: "verb",
    stance: as,
    cueFirst: first,
    cueLast: last,
    speaker,
    nominal: null,
  });
  const negated = negatedAt(tongue, analysis, first);
  // "не сообщало о 164 погибших" disowns; "не подтвердил" leaves open; both say who.
  let as: Stance = negated ? (stance === "confirms" ? "says" : "denies") : stance;
  if (negated && !(stance === "says" && /^(?:о|об|про)$/u.test(tokens[last]?.lower ?? "")) && stance !== "confirms") return null;
  // "Назвал сообщения ложными" denies what it names.
  const named = phraseAt(tongue.speech.names, tokens, first, view.sentence.last) !== null;
  if (named && phrasesIn(tongue.speech.false, tokens, last, view.sentence.last).length > 0) as = "denies";
  if (REPORTED.test(tokens[first]?.lower ?? "")) {
    const that = tokens[last]?.text === "," && tokens[last + 1]?.lower === "что";
    return that ? bound(null, as) : null;
  }
  if (into === true) {
    const inside = view.speakers.find((speaker) => speaker.first >= last && speaker.first <= last + 5);
    return inside === undefined ? null : bound(inside, as);
  }
  const postposed =
    parts(tokens, first - 1) || /^[»”"]$/u.test(tokens[first - 1]?.text ?? "") || /^(?:как|этом)$/u.test(tokens[first - 1]?.lower ?? "");
  const right = afterVerb(page, view, last);
  const left = beforeVerb(page, view, first, floor, taken);
  const speaker = postposed ? (right ?? left) : (left ?? right);
  return speaker === null ? null : bound(speaker, as);
}

function boundsOf(page: Page, view: View): readonly Bound[] {
  const { tongue, analysis } = page;
  const { sentence } = view;
  const found: Bound[] = [];
  const heading = headingOf(page, view);
  if (heading !== null) found.push(heading);
  let floor = sentence.first;
  const taken: Speaker[] = [];
  for (let at = sentence.first; at < sentence.last;) {
    const citing = phraseAt(tongue.citing, analysis.tokens, at, sentence.last);
    const according = citing === null ? phraseAt(tongue.according, analysis.tokens, at, sentence.last) : null;
    const verb = citing === null && according === null ? phraseAt(tongue.verbs, analysis.tokens, at, sentence.last) : null;
    const bound =
      citing !== null
        ? citingAt(page, view, at, citing.last)
        : according !== null
          ? accordingAt(page, view, at, according.last)
          : verb !== null
            ? verbAt(page, view, at, verb.last, verb.value, floor, taken)
            : ownAccording(page, view, at);
    if (bound !== null) found.push(bound);
    // "Агентство со ссылкой на источник сообщило": the source cited is not who reports.
    if (bound?.bond === "citing" && bound.speaker !== null) taken.push(bound.speaker);
    else if (bound !== null) floor = Math.max(floor, bound.cueLast);
    at = Math.max(bound?.cueLast ?? 0, citing?.last ?? according?.last ?? verb?.last ?? at + 1);
  }
  return found;
}

/** "Генпрокуратура: погибли…" and "…қаза тапты – полиция": the speaker of a headline. */
function headingOf({ analysis }: Page, { sentence, speakers }: View): Bound | null {
  const { tokens } = analysis;
  for (const speaker of speakers) {
    if (speaker.kind === "pronoun") continue;
    const opens = speaker.first === sentence.first && tokens[speaker.last]?.text === ":";
    const closes =
      speaker.last === sentence.last && /^[–—-]$/u.test(tokens[speaker.first - 1]?.text ?? "") && speaker.first > sentence.first + 2;
    if (opens) return { bond: "heading", stance: "says", cueFirst: speaker.last, cueLast: speaker.last + 1, speaker, nominal: null };
    if (closes) return { bond: "heading", stance: "says", cueFirst: speaker.first - 1, cueLast: speaker.first, speaker, nominal: null };
  }
  return null;
}

function resolved(page: Page, bound: Bound, memory: Memory): Voice | null {
  const { analysis } = page;
  const cue = bound.bond === "heading" ? null : wordsOf(analysis, bound.cueFirst, bound.cueLast);
  const common = { cue, person: null, office: null, stance: bound.stance, basis: "unknown" } as const;
  if (bound.nominal !== null) {
    const { first, last } = bound.nominal;
    return {
      ...common,
      name: wordsOf(analysis, first, last),
      ...spanOf(analysis, first, last),
      from: null,
      anonymous: false,
      party: "unknown",
    };
  }
  const { speaker } = bound;
  if (speaker === null) return { ...common, name: null, start: null, end: null, from: null, anonymous: false, party: "unknown" };
  const span = spanOf(analysis, speaker.first, speaker.last);
  if (speaker.name !== null)
    return { ...common, name: speaker.name, ...span, from: null, anonymous: speaker.anonymous, party: speaker.party };
  const meant = antecedent(page, speaker, memory);
  if (meant !== null) return { ...common, name: meant.name, ...span, from: meant.span, anonymous: meant.anonymous, party: meant.party };
  // A generic word that refers to nobody named stands for itself.
  return speaker.kind === "pronoun"
    ? null
    : { ...common, name: wordsOf(analysis, speaker.first, speaker.last), ...span, from: null, anonymous: false, party: speaker.party };
}

function antecedent(page: Page, speaker: Speaker, memory: Memory): Named | null {
  if (speaker.kind !== "pronoun") return memory.office;
  const word = tokenAt(page.analysis, speaker.first).lower;
  if (/^(?:он|она|его|ее|чиновник.*|ол|оның)$/u.test(word)) return memory.person ?? memory.last;
  if (word === "там" || word === "сол") return memory.office ?? memory.last;
  return memory.last;
}

function remember(page: Page, view: View, memory: Memory, voices: readonly Voice[]): void {
  for (const { name, first, last, kind, party, anonymous } of view.speakers) {
    if (name === null) continue;
    const named: Named = { name, party, anonymous, span: spanOf(page.analysis, first, last) };
    if (kind === "person") memory.person = named;
    if (kind === "office") memory.office = named;
  }
  for (const { name, start, end, from, party, anonymous } of voices) {
    if (name === null || start === null || end === null) continue;
    memory.last = { name, party, anonymous, span: from ?? { start, end } };
  }
}

/** The words that report. A Russian verb takes along what stands between it, its subject and the next marks ("сообщил депутатам 14 марта"). */
function frameOf(page: Page, view: View, bound: Bound): readonly Stretch[] {
  const { tokens } = page.analysis;
  const pieces: Stretch[] = [{ first: bound.cueFirst, last: bound.cueLast }];
  for (const named of [bound.speaker, bound.nominal]) if (named !== null) pieces.push({ first: named.first, last: named.last });
  if (bound.bond !== "verb" || page.tongue.language === "kk") return pieces;
  const counted = (at: number): boolean => view.amounts.some((amount) => amount.first <= at && at < amount.last);
  const stops = (at: number): boolean => tokens[at]?.tag === "PUNCT" || counted(at);
  return pieces.map(({ first, last }) => {
    let [from, to] = [first, last];
    while (from > view.sentence.first && !stops(from - 1)) from -= 1;
    while (to < view.sentence.last && !stops(to)) to += 1;
    // Running into a number means that the clause holds what is said, so only the cue itself is frame.
    return { first: counted(from - 1) ? first : from, last: counted(to) ? last : to };
  });
}

/** Chains of a sentence, in order; `memory` is carried from sentence to sentence and brought up to date. */
export function utterancesOf(page: Page, view: View, memory: Memory): readonly Utterance[] {
  const { sentence } = view;
  // Named in this very sentence before a pronoun counts too: "заявил штаб: по его данным…".
  const bounds = boundsOf(page, view);
  const said: Said[] = [];
  for (const bound of bounds) {
    const voice = resolved(page, bound, memory);
    if (voice === null) continue;
    said.push({ bound, voice });
    if (voice.name !== null && voice.start !== null && voice.end !== null)
      memory.last = {
        name: voice.name,
        party: voice.party,
        anonymous: voice.anonymous,
        span: voice.from ?? { start: voice.start, end: voice.end },
      };
  }
  remember(
    page,
    view,
    memory,
    said.map(({ voice }) => voice),
  );
  const groups = grouped(said);
  const backward =
    phrasesIn(page.tongue.backward, page.analysis.tokens, sentence.first, Math.min(sentence.last, sentence.first + 3)).length > 0;
  return groups.map((group, index): Utterance => {
    const next = groups[index + 1];
    const own = group[0];
    const first = index === 0 ? sentence.first : own === undefined ? sentence.first : startOf(own.bound);
    const last = next?.[0] === undefined ? sentence.last : startOf(next[0].bound);
    return { chain: chainOf(group), first, last, frame: group.flatMap(({ bound }) => frameOf(page, view, bound)), backward };
  });
}

function startOf(bound: Bound): number {
  return Math.min(bound.cueFirst, bound.speaker?.first ?? bound.cueFirst);
}

interface Said {
  readonly bound: Bound;
  readonly voice: Voice;
}

/** Members of one chain: a reporter with the one cited; otherwise each cue opens a chain of its own. */
function grouped(said: readonly Said[]): readonly (readonly Said[])[] {
  const groups: Said[][] = [];
  for (const each of said) {
    const open = groups.at(-1);
    if (open !== undefined && belongs(open, each)) {
      if (!open.some(({ voice }) => voice.name === each.voice.name)) open.push(each);
    } else groups.push([each]);
  }
  return groups;
}

function belongs(open: readonly Said[], next: Said): boolean {
  const kinds = [...open.map(({ bound }) => bound.bond), next.bound.bond];
  if (open.some(({ voice }) => voice.name === next.voice.name)) return true;
  if (open.length > 2) return false;
  // "…, по оценке X, тогда как Y насчитал…": a verb with its subject before it begins another saying.
  const own = next.bound.bond === "verb" && next.bound.speaker !== null && next.bound.speaker.last <= next.bound.cueFirst;
  if (own && open.some(({ bound }) => bound.bond === "according")) return false;
  // "X сообщил со ссылкой на Y", "по данным Y, передаёт X", "X заявил, что, по данным Y, …"
  return kinds.includes("citing") || (kinds.includes("according") && kinds.includes("verb")) || kinds.includes("heading");
}

const DEPTH: Readonly<Record<Bond, number>> = { heading: 1, verb: 1, according: 2, citing: 3 };

function chainOf(group: readonly Said[]): readonly Voice[] {
  const depth = ({ bound, voice }: Said): number => (voice.party === "media" ? 0 : DEPTH[bound.bond]);
  return [...group].sort((a, b) => depth(a) - depth(b) || a.bound.cueFirst - b.bound.cueFirst).map(({ voice }) => voice);
}
