/** Who can speak: offices, posts, persons and nominal sources of a sentence, each with the fullest name that the document gives. */
import { placeNamed } from "../../language/places.ts";
import type { Analysis, Sentence, Token } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import type { Party } from "../../model/words.ts";
import type { Hit } from "./patterns.ts";
import { phraseAt } from "./patterns.ts";
import type { OfficeSource, Tongue } from "./tongue.ts";
import { wordsOf } from "./stretch.ts";

export interface Speaker {
  /** Token positions of the mention, `last` exclusive. */
  readonly first: number;
  readonly last: number;
  /** The fullest name in the document; null for a pronoun or a generic word until it is resolved. */
  readonly name: string | null;
  readonly party: Party;
  readonly anonymous: boolean;
  readonly kind: "person" | "office" | "post" | "pronoun";
  /** True when the form can be the subject of its sentence. */
  readonly subject: boolean;
}

const CAPITALISED = /^\p{Lu}\p{Ll}+(?:['’-]\p{L}\p{Ll}*)*$/u;
const INITIAL = /^\p{Lu}$/u;

const SURNAME = /(?:[ое]в|ин|ұлы|қызы|улы|кызы|ский|[ое]ва|ина|ская)(?:[а-яұңіқғ]{0,4})$/u;

interface Run {
  readonly first: number;
  readonly last: number;
}

/** A run of capitalised words from `at`: a name of a person as far as its look can tell. */
function nameRun(tongue: Tongue, analysis: Analysis, sentence: Sentence, at: number): Run | null {
  const { tokens } = analysis;
  let last = at;
  let words = 0;
  while (last < sentence.last && words < 4) {
    const token = tokenAt(analysis, last);
    if (INITIAL.test(token.text) && tokens[last + 1]?.text === ".") {
      last += 2;
      continue;
    }
    if (!CAPITALISED.test(token.text)) break;
    if (placeNamed(token.text, tongue.language) !== null && words === 0) break;
    // "Бүгін Нордауда": who is in the locative does not speak.
    if (tongue.language === "kk" && /[дт][ае]$/u.test(token.lower)) return null;
    const office = phraseAt(tongue.offices, tokens, last, sentence.last);
    if (office !== null && !(words > 0 && office.value.post === true)) break;
    last += 1;
    words += 1;
    // What follows a surname is another name: "Қанат Таймерденов Орталық коммуникациялар қызметінде".
    if (words > 1 && SURNAME.test(token.text)) break;
  }
  return words === 0 ? null : { first: at, last };
}

interface Known {
  readonly name: string;
  readonly party: Party;
}

/** Names of persons by their last word, collected over the document before anything is resolved. */
export interface Roster {
  /** Full name by its last word, both in the nominative and lower case for the key. */
  readonly persons: ReadonlyMap<string, Known>;
  /** Fullest name by the key of one office. */
  readonly offices: ReadonlyMap<string, string>;
  readonly heard: (form: string) => boolean;
}

interface Rough {
  readonly first: number;
  readonly last: number;
  readonly offices: readonly Hit<OfficeSource>[];
  readonly name: Run | null;
  /** Country or town named with the office ("МВД Казахстана"). */
  readonly tail: Run | null;
  /** A name in quotation marks or Latin letters after a generic word: "телеканал «Хабар 24»". */
  readonly quoted: string | null;
}

/** How many lower-case words may stand between a post and the name of its holder. */
const GAP = 6;

function nameAfterGap(tongue: Tongue, analysis: Analysis, sentence: Sentence, from: number, gap: number): Run | null {
  for (let at = from; at < Math.min(sentence.last, from + gap + 1); at += 1) {
    const token = tokenAt(analysis, at);
    if (token.tag !== "X") return null;
    const run = nameRun(tongue, analysis, sentence, at);
    if (run !== null && (run.last - run.first >= 2 || at === from)) return run;
    if (phraseAt(tongue.verbs, analysis.tokens, at, sentence.last) !== null) return null;
  }
  return null;
}

/** "Министр Лавии Арман Досов": in three words the first is of the country unless the second is a patronymic. */
function holderOf(tongue: Tongue, analysis: Analysis, run: Run | null): Run | null {
  if (run === null || tongue.language !== "ru" || run.last - run.first !== 3) return run;
  const [, second, third] = [0, 1, 2].map((at) => analysis.tokens[run.first + at]?.text ?? "");
  const patronymic = /(?:вич|вна|чна)\p{L}{0,3}$/u.test(second ?? "") || /(?:вич|вна|чна)\p{L}{0,3}$/u.test(third ?? "");
  return patronymic || !SURNAME.test(third ?? "") ? run : { first: run.first + 1, last: run.last };
}

function quotedAfter(analysis: Analysis, sentence: Sentence, at: number): { readonly name: string; readonly last: number } | null {
  const open = analysis.tokens[at];
  if (open === undefined || at >= sentence.last) return null;
  if (/^[«“"„]$/u.test(open.text)) {
    for (let last = at + 1; last < Math.min(sentence.last, at + 8); last += 1)
      if (/^[»”"“]$/u.test(analysis.tokens[last]?.text ?? "")) return { name: wordsOf(analysis, at + 1, last), last: last + 1 };
    return null;
  }
  let last = at;
  while (last < sentence.last && /^[A-Z][\w.-]*$/u.test(analysis.tokens[last]?.text ?? "")) last += 1;
  return last > at ? { name: wordsOf(analysis, at, last), last } : null;
}

/** Kazakh puts the name first: «Азаттық» радиосы. */
function quotedBefore(tongue: Tongue, analysis: Analysis, sentence: Sentence, at: number): Rough | null {
  if (tongue.language !== "kk" || !/^[«“"„]$/u.test(tokenAt(analysis, at).text)) return null;
  const quote = quotedAfter(analysis, sentence, at);
  const hit = quote === null ? null : phraseAt(tongue.offices, analysis.tokens, quote.last, sentence.last);
  return quote === null || hit?.value.generic !== true
    ? null
    : { first: at, last: hit.last, offices: [hit], name: null, tail: null, quoted: quote.name };
}

function roughAt(tongue: Tongue, analysis: Analysis, sentence: Sentence, at: number): Rough | null {
  const offices: Hit<OfficeSource>[] = [];
  let last = at;
  let tail: Run | null = null;
  let quoted: string | null = null;
  for (;;) {
    const hit = phraseAt(tongue.offices, analysis.tokens, last, sentence.last);
    if (hit !== null && (offices.length === 0 || joins(tongue, offices, hit.value))) {
      offices.push(hit);
      last = hit.last;
      const quote = quotedAfter(analysis, sentence, last);
      if (quote !== null && hit.value.post !== true) [quoted, last] = [quote.name, quote.last];
      continue;
    }
    const country = offices.length === 0 ? null : placeRun(tongue, analysis, sentence, last);
    if (country !== null && tail === null) {
      tail = country;
      last = country.last;
      continue;
    }
    break;
  }
  if (offices.length === 0) {
    const run = nameRun(tongue, analysis, sentence, at);
    return run === null ? null : { first: run.first, last: run.last, offices, name: run, tail: null, quoted: null };
  }
  const post = offices.some(({ value }) => value.post === true);
  const name = post ? holderOf(tongue, analysis, nameAfterGap(tongue, analysis, sentence, last, tongue.language === "ru" ? GAP : 0)) : null;
  // "Жительница Каратума": one word that is no surname says whose or whence.
  const single = name !== null && name.last - name.first === 1 && name.first === last && !SURNAME.test(tokenAt(analysis, name.first).text);
  if (single && offices.length === 1) return { first: at, last: name.last, offices, name: null, tail: name, quoted };
  return { first: at, last: name?.last ?? last, offices, name, tail, quoted };
}

/** Russian: a post and its office; Kazakh: an office in the genitive and its post. */
function joins(tongue: Tongue, offices: readonly Hit<OfficeSource>[], next: OfficeSource): boolean {
  if (offices.length > 2) return false;
  const before = offices.at(-1)?.value;
  return tongue.language === "ru" ? before?.post === true || before?.part === true : next.post === true || before?.post !== true;
}

function placeRun(tongue: Tongue, analysis: Analysis, sentence: Sentence, at: number): Run | null {
  for (let last = Math.min(sentence.last, at + 3); last > at; last -= 1) {
    const place = placeNamed(wordsOf(analysis, at, last), tongue.language);
    if (place !== null && !(tongue.language === "kk" && /[дт][ае]$/u.test(tokenAt(analysis, last - 1).lower))) return { first: at, last };
  }
  return null;
}

function roughIn(tongue: Tongue, analysis: Analysis, sentence: Sentence): readonly Rough[] {
  const found: Rough[] = [];
  for (let at = sentence.first; at < sentence.last;) {
    const token = tokenAt(analysis, at);
    const rough = token.tag === "X" ? roughAt(tongue, analysis, sentence, at) : quotedBefore(tongue, analysis, sentence, at);
    if (rough !== null) found.push(rough);
    at = rough?.last ?? at + 1;
  }
  return found;
}

function wordsIn(analysis: Analysis, { first, last }: Run): readonly string[] {
  return wordsOf(analysis, first, last).split(/\s+/u);
}

/** What the document calls its persons and offices in full. */
export function rosterOf(tongue: Tongue, analysis: Analysis): Roster {
  const forms = new Set(analysis.tokens.map(({ lower }) => lower));
  const heard = (form: string): boolean => forms.has(form.toLowerCase());
  const persons = new Map<string, Known>();
  const offices = new Map<string, string>();
  for (const sentence of analysis.sentences) {
    for (const rough of roughIn(tongue, analysis, sentence)) {
      if (rough.name !== null && rough.name.last - rough.name.first >= 2) {
        const full = nominativeOf(tongue, analysis, rough, rough.name, heard);
        const key = (full.split(" ").at(-1) ?? "").toLowerCase();
        const known = persons.get(key);
        const party = partyOf(rough);
        const name = (known?.name.length ?? 0) < full.length ? full : (known?.name ?? full);
        persons.set(key, { name, party: known === undefined || known.party === "unknown" ? party : known.party });
      }
      const office = rough.offices[0]?.value;
      if (office?.same === undefined || rough.offices.length > 1) continue;
      const full = rough.tail === null ? office.name : officeWithTail(tongue, analysis, office, rough.tail);
      if ((offices.get(office.same)?.length ?? 0) < full.length) offices.set(office.same, full);
    }
  }
  return { persons, offices, heard };
}

/** The party of the body rather than of the post: a spokesman of the police speaks for the police. */
function partyOf({ offices }: Rough): Party {
  return (offices.find(({ value }) => value.post !== true) ?? offices[0])?.value.party ?? "unknown";
}

function officeWithTail(tongue: Tongue, analysis: Analysis, office: OfficeSource, tail: Run): string {
  const place = wordsOf(analysis, tail.first, tail.last);
  return tongue.language === "ru" ? `${office.name} ${place}` : office.name;
}

function nominativeOf(tongue: Tongue, analysis: Analysis, rough: Rough, run: Run, heard: (form: string) => boolean): string {
  return tongue.nominative(wordsIn(analysis, run), isGoverned(tongue, analysis, rough), heard);
}

/** True after "по словам", a preposition or a post that is itself in an oblique case. */
function isGoverned(tongue: Tongue, analysis: Analysis, { first, offices }: Rough): boolean {
  const { tokens } = analysis;
  const lead = offices[0];
  if (lead?.value.post === true && !tongue.isSubject(tokenAt(analysis, first).lower)) return true;
  for (let at = Math.max(0, first - 3); at < first; at += 1)
    if (phraseAt(tongue.according, tokens, at, first)?.last === first || phraseAt(tongue.citing, tokens, at, first)?.last === first)
      return true;
  return phraseAt(tongue.scene, tokens, first - 1, first)?.value === "preposition";
}

function isCapitalStart(analysis: Analysis, sentence: Sentence, { first, last }: Run): boolean {
  return first === sentence.first && last - first === 1 && analysis.tokens[first] !== undefined;
}

/** Speakers of a sentence in order; pronouns among them, unresolved. */
export function speakersOf(tongue: Tongue, analysis: Analysis, sentence: Sentence, roster: Roster): readonly Speaker[] {
  const found: Speaker[] = roughIn(tongue, analysis, sentence).flatMap(
    (rough) => speakerOf(tongue, analysis, sentence, rough, roster) ?? [],
  );
  for (let at = sentence.first; at < sentence.last; at += 1) {
    const hit = phraseAt(tongue.pronouns, analysis.tokens, at, sentence.last);
    if (hit === null || found.some(({ first, last }) => first < hit.last && hit.first < last)) continue;
    found.push({ first: hit.first, last: hit.last, name: null, party: "unknown", anonymous: false, kind: "pronoun", subject: true });
  }
  return found.sort((a, b) => a.first - b.first);
}

function speakerOf(tongue: Tongue, analysis: Analysis, sentence: Sentence, rough: Rough, roster: Roster): Speaker | null {
  const { first, last, offices, name } = rough;
  const main = offices.find(({ value }) => value.post !== true)?.value ?? offices[0]?.value;
  const subject = isSubject(tongue, analysis, rough);
  const span = { first, last, party: partyOf(rough), anonymous: offices.some(({ value }) => value.anonymous === true) };
  if (name !== null) {
    const full = nominativeOf(tongue, analysis, rough, name, roster.heard);
    const key = (full.split(" ").at(-1) ?? "").toLowerCase();
    const known = roster.persons.get(key);
    // One capitalised word is a person only when the document elsewhere says so, or a post introduces it.
    if (offices.length === 0 && known === undefined && (name.last - name.first < 2 || isCapitalStart(analysis, sentence, name)))
      return null;
    const party = span.party === "unknown" ? (known?.party ?? "unknown") : span.party;
    return { ...span, party, name: known?.name ?? full, kind: "person", subject };
  }
  if (main === undefined) return null;
  if (rough.quoted !== null) return { ...span, name: rough.quoted, kind: "office", subject };
  if (main.generic === true && offices.length === 1 && rough.tail === null) return { ...span, name: null, kind: "office", subject };
  return {
    ...span,
    name: officeName(tongue, analysis, rough, roster),
    kind: offices.some(({ value }) => value.post === true) ? "post" : "office",
    subject,
  };
}

function officeName(tongue: Tongue, analysis: Analysis, { offices, tail, last }: Rough, roster: Roster): string {
  const [lead, ...rest] = offices as readonly [Hit<OfficeSource>, ...Hit<OfficeSource>[]];
  if (rest.length === 0) {
    const full = lead.value.same === undefined ? undefined : roster.offices.get(lead.value.same);
    if (full !== undefined) return full;
    // A form that can be the subject is the speaker's own word ("жительница"); any other is given in the nominative of the list.
    const said = wordsOf(analysis, lead.first, lead.last);
    const subject = lead.value.post === true && tongue.language === "ru" && tongue.isSubject(tokenAt(analysis, lead.first).lower);
    const office = subject ? { ...lead.value, name: said.slice(0, 1).toLowerCase() + said.slice(1) } : lead.value;
    return tail === null ? office.name : officeWithTail(tongue, analysis, office, tail);
  }
  if (tongue.language === "ru") return `${lead.value.name} ${wordsOf(analysis, lead.last, last)}`;
  return tongue.nominative(wordsOf(analysis, lead.first, last).split(/\s+/u), true, roster.heard);
}

function isSubject(tongue: Tongue, analysis: Analysis, { first, last, offices, name }: Rough): boolean {
  if (name !== null && (offices.length === 0 || tongue.language === "kk")) return tongue.isPersonSubject(tokenAt(analysis, last - 1).lower);
  if (tongue.language === "kk") return tongue.isSubject(tokenAt(analysis, last - 1).lower);
  const lead = offices[0];
  if (lead === undefined) return false;
  const said: Token = tokenAt(analysis, first);
  const base = (lead.value.name.split(" ")[0] ?? "").toLowerCase().replaceAll("ё", "е");
  return said.lower === base || (lead.value.post === true && tongue.isSubject(said.lower));
}
