/** Relations between people, offices and organisations: appositions, titles, "close to". */
import { tokenAt } from "../../../language/token.ts";
import words from "../../lexicons/en/relations.json" with { type: "json" };
import { claimSpan } from "../extent.ts";
import type { Finder } from "../finder.ts";
import type { Found } from "../../found.ts";
import { found } from "../../found.ts";
import { nominalAt } from "../nominals.ts";
import type { Name } from "../names.ts";
import type { NounPhrase } from "../phrase.ts";
import type { Scene } from "../scene.ts";
import type { SceneSentence } from "../stage.ts";
import type { Stretch } from "../words.ts";
import { isPastVerb } from "../tense.ts";
import { lemmaAt, spanOf, textOf, withoutArticle } from "../words.ts";

const OFFICES: ReadonlyMap<string, string> = new Map(Object.entries(words.offices));
const KIN: ReadonlySet<string> = new Set(words.kin);
const TITLED: ReadonlySet<string> = new Set(words["title-offices"]);
const NOT_BODIES: ReadonlySet<string> = new Set(words["not-bodies"]);
const VERBS: ReadonlyMap<string, string> = new Map(Object.entries(words.verbs));

export const relations: Finder = {
  name: "relation",
  find(scene) {
    return scene.sentences.flatMap((at, index) => [
      ...appositions(scene, at, index),
      ...titles(scene, at, index),
      ...closeness(scene, at, index),
      ...copulas(scene, at, index),
      ...seats(scene, at, index),
      ...reversed(scene, at, index),
      ...held(scene, at, index),
    ]);
  },
};

/** The relation that an office noun makes: "deputy chairman" → deputy-of. A qualifying word before the head wins ("deputy"). */
function typeOf(scene: Scene, phrase: NounPhrase): string | null {
  for (let at = phrase.first; at <= phrase.head; at += 1) {
    if (lemmaAt(scene.analysis, at) === "deputy" && at < phrase.head) return "deputy-of";
  }
  const head = lemmaAt(scene.analysis, phrase.head);
  return OFFICES.get(head) ?? (KIN.has(head) ? "relative-of" : null);
}

function personEndingAt(scene: Scene, token: number): Name | null {
  const name = scene.names.at(token - 1);
  return name?.kind === "person" && name.last === token ? name : null;
}

function relation(
  scene: Scene,
  at: SceneSentence,
  index: number,
  rule: string,
  stretch: Stretch,
  said: { type: string; from: string; to: string | null; office: string | null },
): Found {
  const anchor = spanOf(scene.analysis, stretch);
  return found({
    rule: `en.relation.${rule}`,
    kind: "relation",
    sentence: index,
    ...claimSpan(scene, at, stretch, anchor),
    anchor,
    relation: said,
  });
}

/** "X, the first deputy chairman of Y," */
function appositions(scene: Scene, at: SceneSentence, index: number): Found[] {
  const { analysis } = scene;
  return at.phrases.flatMap((phrase, i): Found[] => {
    const aged = isAge(scene, at, i - 2) ? 2 : 0;
    const comma = at.phrases[i - 1];
    const before = at.phrases[i - 2 - aged];
    if (phrase.type !== "noun" || comma?.type !== "mark" || comma.kind !== "comma" || before?.type !== "noun") return [];
    const person = personEndingAt(scene, before.last);
    const type = typeOf(scene, phrase);
    if (person === null || type === null) return [];
    const target = governedName(scene, at, i);
    if (target === null) return [];
    const office = withoutArticle(analysis, { first: phrase.first, last: phrase.last });
    return [
      relation(
        scene,
        at,
        index,
        "apposition",
        { first: person.first, last: target.last },
        {
          type,
          from: scene.names.fullest(person).form,
          to: textOf(analysis, withoutArticle(analysis, target)),
          office: textOf(analysis, office),
        },
      ),
    ];
  });
}

/** "Ada Venn, 34, a nurse": an age between commas. */
function isAge(scene: Scene, at: SceneSentence, i: number): boolean {
  const phrase = at.phrases[i];
  const comma = at.phrases[i - 1];
  return (
    phrase?.type === "noun" &&
    comma?.type === "mark" &&
    comma.kind === "comma" &&
    phrase.last - phrase.first === 1 &&
    /^\d{1,3}$/.test(tokenAt(scene.analysis, phrase.first).text)
  );
}

/** What stands after "of", "at", "for" behind an office, without a bracketed acronym; null when nothing does. */
function governedName(scene: Scene, at: SceneSentence, i: number): Stretch | null {
  const link = at.phrases[i + 1];
  const next = at.phrases[i + 2];
  if (link?.type !== "mark" || next?.type !== "noun" || !/^(?:of|at|for|in)$/.test(tokenAt(scene.analysis, link.first).lower)) return null;
  const nominal = nominalAt(scene.analysis, at.phrases, i + 2, at.phrases.length);
  return { first: nominal.first, last: nominal.last };
}

/** "KNB leader Karim Massimov", "the captain's lawyer Ada Venn": whose, office, person in one phrase. */
function titles(scene: Scene, at: SceneSentence, index: number): Found[] {
  const { analysis } = scene;
  return at.phrases.flatMap((phrase): Found[] => {
    if (phrase.type !== "noun") return [];
    const person = personEndingAt(scene, phrase.last);
    if (person === null || person.first - phrase.first < 2) return [];
    const office = person.first - 1;
    const word = lemmaAt(analysis, office);
    const type = OFFICES.get(word) ?? (KIN.has(word) ? "relative-of" : undefined);
    const possessed = tokenAt(analysis, office - 1).lower === "'s";
    // "Prime Minister Tomas Hule", "Interior Minister Luca Ferrand": a bare title says of no body.
    if (!possessed && (!TITLED.has(word) || NOT_BODIES.has(tokenAt(analysis, office - 1).lower))) return [];
    const whose = withoutArticle(analysis, { first: phrase.first, last: possessed ? office - 1 : office });
    if (type === undefined || whose.last <= whose.first || (!possessed && !/^\p{Lu}/u.test(tokenAt(analysis, whose.first).text))) return [];
    const owner = possessed ? scene.names.at(whose.last - 1) : null;
    const to = owner === null ? textOf(analysis, whose) : scene.names.fullest(owner).form;
    const said = { type, from: scene.names.fullest(person).form, to, office: tokenAt(analysis, office).text };
    return [relation(scene, at, index, "title", { first: phrase.first, last: phrase.last }, said)];
  });
}

/** "Mayor Tom Orrin of Osterby": a title, a person, and the place it is held over. */
function seats(scene: Scene, at: SceneSentence, index: number): Found[] {
  const { analysis } = scene;
  return at.phrases.flatMap((phrase, i): Found[] => {
    if (phrase.type !== "noun") return [];
    const person = personEndingAt(scene, phrase.last);
    const link = at.phrases[i + 1];
    const target = at.phrases[i + 2];
    if (person === null || person.first - phrase.first !== 1 || link?.type !== "mark" || target?.type !== "noun") return [];
    const type = OFFICES.get(lemmaAt(analysis, phrase.first));
    if (type === undefined || tokenAt(analysis, link.first).lower !== "of" || !/^\p{Lu}/u.test(tokenAt(analysis, target.head).text))
      return [];
    const said = {
      type,
      from: scene.names.fullest(person).form,
      to: textOf(analysis, withoutArticle(analysis, target)),
      office: tokenAt(analysis, phrase.first).text,
    };
    return [relation(scene, at, index, "seat", { first: phrase.first, last: target.last }, said)];
  });
}

/** "Both are close to X", "X is loyal to Y", "X is the brother of Y". */
function closeness(scene: Scene, at: SceneSentence, index: number): Found[] {
  const { analysis } = scene;
  return at.clauses.flatMap((clause): Found[] => {
    if (lemmaAt(analysis, clause.verb.verb) !== "be" || clause.subject === null || clause.verb.negated) return [];
    const predicate = at.phrases[clause.index + 1];
    const link = at.phrases[clause.index + 2];
    const target = at.phrases[clause.index + 3];
    if (predicate?.type !== "noun" || link?.type !== "mark" || target?.type !== "noun" || tokenAt(analysis, link.first).lower !== "to")
      return [];
    const word = tokenAt(analysis, predicate.head).lower;
    if (!/^(?:close|loyal|related|linked|tied|married|connected)$/.test(word)) return [];
    const to = scene.names.at(target.head);
    const toText = to === null ? textOf(analysis, withoutArticle(analysis, target)) : scene.names.fullest(to).form;
    return subjectNames(scene, at, index, clause.subject).map((from) =>
      relation(scene, at, index, "close", { first: clause.first, last: target.last }, { type: "close-to", from, to: toText, office: null }),
    );
  });
}

/** The people a subject names; "both" are the two people of the sentence before. */
function subjectNames(scene: Scene, at: SceneSentence, index: number, subject: Stretch & { readonly head: number }): readonly string[] {
  const word = tokenAt(scene.analysis, subject.head).lower;
  if (word === "both" || word === "they") {
    const before = scene.sentences[index - 1];
    const names = scene.names
      .within(index - 1, index - 1)
      .filter(
        (name) =>
          name.kind === "person" && before !== undefined && before.sentence.first <= name.first && name.first < before.sentence.last,
      );
    const forms = [...new Set(names.map((name) => scene.names.fullest(name).form))];
    return forms.length === 2 ? forms : [textOf(scene.analysis, subject)];
  }
  const name = scene.names.at(subject.head);
  if (/^(?:he|she|it)$/.test(word)) return [];
  return [name === null ? textOf(scene.analysis, withoutArticle(scene.analysis, subject)) : scene.names.fullest(name).form];
}

/** "its director, Ada Vollen", "A police spokeswoman, Captain Irsa Dohn", "the chief engineer of the brigade, Rinat Dosai": the office first, then who holds it. */
function reversed(scene: Scene, at: SceneSentence, index: number): Found[] {
  const { analysis } = scene;
  return at.phrases.flatMap((phrase, i): Found[] => {
    if (phrase.type !== "noun" || /^(?:NUM)$/.test(tokenAt(analysis, phrase.first).tag)) return [];
    const type = typeOf(scene, phrase);
    if (type === null || personEndingAt(scene, phrase.last) !== null) return [];
    const target = governedName(scene, at, i);
    const comma = target === null ? i + 1 : at.phrases.findIndex((each) => each.first >= target.last);
    const mark = at.phrases[comma];
    const holder = at.phrases[comma + 1];
    if (mark?.type !== "mark" || mark.kind !== "comma" || holder?.type !== "noun") return [];
    const person = personEndingAt(scene, holder.last);
    const body = person === null && type === "owner-of" && tokenAt(analysis, holder.first).lower === "the" ? holder : null;
    if (person === null && body === null) return [];
    const from = person === null ? textOf(analysis, withoutArticle(analysis, holder)) : scene.names.fullest(person).form;
    const said = {
      type,
      from,
      to: target === null ? bodyOf(scene, index, phrase) : textOf(analysis, withoutArticle(analysis, target)),
      office: textOf(analysis, { first: officeStart(scene, phrase), last: phrase.last }),
    };
    return [relation(scene, at, index, "reversed", { first: phrase.first, last: holder.last }, said)];
  });
}

/** Where the office begins in "The agency's coordinator", "A police spokeswoman", "its technical director". */
function officeStart({ analysis }: Scene, { first, head }: NounPhrase): number {
  let start = head;
  while (
    start > first &&
    /^(?:deputy|vice|chief|first|acting|technical|executive|managing|general|former|press)$/.test(tokenAt(analysis, start - 1).lower)
  )
    start -= 1;
  return start;
}

/** The body of an office inside its phrase: the possessor, the noun before it, or what "its" stands for; null when the text does not say. */
function bodyOf(scene: Scene, index: number, phrase: NounPhrase): string | null {
  const { analysis } = scene;
  const start = officeStart(scene, phrase);
  const opener = tokenAt(analysis, phrase.first).lower;
  if (/^(?:its|their|his|her|our|my)$/.test(opener)) {
    const before = scene.names
      .within(Math.max(0, index - 1), index)
      .filter(({ kind, last }) => kind === "organisation" && last <= phrase.first)
      .at(-1);
    return before === undefined ? null : scene.names.fullest(before).form;
  }
  const possessed = start > phrase.first && tokenAt(analysis, start - 1).lower === "'s";
  const whose = withoutArticle(analysis, { first: phrase.first, last: possessed ? start - 1 : start });
  if (whose.last <= whose.first || tokenAt(analysis, whose.first).tag === "DET") return null;
  if (!/^(?:NOUN|PROPN)$/.test(tokenAt(analysis, whose.last - 1).tag)) return null;
  const owner = scene.names.at(whose.last - 1);
  return owner === null ? textOf(analysis, whose) : scene.names.fullest(owner).form;
}

/** "His brother works for the prosecutor", "Sund heads the party", "The group owns the mine": a relation that a verb tells as it stands now. */
function held(scene: Scene, at: SceneSentence, index: number): Found[] {
  const { analysis } = scene;
  return at.clauses.flatMap((clause): Found[] => {
    const { verb, subject, object, complements } = clause;
    if (verb.form !== "finite" || verb.passive || verb.negated || verb.modal !== null || subject === null) return [];
    if (isPastVerb(analysis, clause) || verb.last - verb.first > 1) return [];
    const lemma = lemmaAt(analysis, verb.verb);
    const [link] = complements;
    const type = VERBS.get(lemma) ?? (link === undefined ? undefined : VERBS.get(`${lemma} ${link.preposition}`));
    const other = VERBS.has(lemma) ? object : link?.noun;
    if (type === undefined || other === null || other === undefined || !isBody(scene, other)) return [];
    if (!isBody(scene, subject) && !KIN.has(lemmaAt(analysis, subject.head))) return [];
    const [from, to] = [subject, other].map((party) => nameOf(scene, party));
    if (from === undefined || to === undefined) return [];
    const ends = type === "employs" ? { type: "works-for", from: to, to: from } : { type, from, to };
    return [relation(scene, at, index, "verb", { first: clause.first, last: clause.last }, { ...ends, office: null })];
  });
}

/** A name, or a definite body: "the regional prosecutor". Pronouns say nothing by themselves. */
function isBody({ analysis, names }: Scene, { first, head }: Stretch & { readonly head: number }): boolean {
  if (tokenAt(analysis, head).tag === "PRON") return false;
  return names.at(head) !== null || tokenAt(analysis, first).lower === "the";
}

function nameOf(scene: Scene, party: Stretch & { readonly head: number }): string {
  const name = scene.names.at(party.head);
  return name?.kind === "person" ? scene.names.fullest(name).form : textOf(scene.analysis, withoutArticle(scene.analysis, party));
}

/** "X is the brother of Y", "X was the head of Y". */
function copulas(scene: Scene, at: SceneSentence, index: number): Found[] {
  const { analysis } = scene;
  return at.clauses.flatMap((clause): Found[] => {
    if (lemmaAt(analysis, clause.verb.verb) !== "be" || clause.subject === null || clause.verb.negated) return [];
    const person = personEndingAt(scene, clause.subject.last);
    const predicate = at.phrases[clause.index + 1];
    if (person === null || predicate?.type !== "noun") return [];
    const type = typeOf(scene, predicate);
    const target = governedName(scene, at, clause.index + 1);
    if (type === null || target === null) return [];
    return [
      relation(
        scene,
        at,
        index,
        "copula",
        { first: clause.first, last: target.last },
        {
          type,
          from: scene.names.fullest(person).form,
          to: textOf(analysis, withoutArticle(analysis, target)),
          office: textOf(analysis, withoutArticle(analysis, predicate)),
        },
      ),
    ];
  });
}
