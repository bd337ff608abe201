// The rules of the example case (examples/qantar-2022/README.md), checked mechanically. Nobody's name is listed here as forbidden,
// because such a list would publish the names: what is listed is what may stand there, and everything else fails.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "yaml";

const folder = new URL("../../examples/qantar-2022/documents/", import.meta.url);

interface Example {
  readonly file: string;
  readonly meta: Record<string, unknown>;
  readonly body: string;
}

function split(file: string, text: string): Example {
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(text);
  assert.ok(parts, `${file}: no front matter`);
  return { file, meta: parse(parts[1] ?? "") as Record<string, unknown>, body: (parts[2] ?? "").trim() };
}

const examples = readdirSync(folder)
  .filter((name) => name.endsWith(".md"))
  .sort()
  .map((name) => split(name, readFileSync(new URL(name, folder), "utf8")));

const of = (file: string): Example => {
  const found = examples.find((example) => example.file === `${file}.md`);
  assert.ok(found, file);
  return found;
};

const words = (text: string): readonly string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? [];
const quotations = (text: string): readonly string[] => [...text.matchAll(/"([^"\n]*)"|«([^»\n]*)»|“([^”\n]*)”/gu)].map((m) => m[1] ?? m[2] ?? m[3] ?? "");
const unquoted = (text: string): string => text.replace(/"[^"\n]*"|«[^»\n]*»|“[^”\n]*”/gu, " ");

test("enough documents in each language", () => {
  const count = (language: string): number => examples.filter((example) => example.meta.language === language).length;
  assert.ok(count("en") >= 10, `en ${count("en")}`);
  assert.ok(count("ru") >= 5, `ru ${count("ru")}`);
  assert.ok(count("kk") >= 3, `kk ${count("kk")}`);
  assert.equal(count("en") + count("ru") + count("kk"), examples.length);
});

const day = /^\d{4}-\d{2}(-\d{2})?$/u;
const keys = ["complete", "form", "language", "published", "publisher", "restates", "title"];

for (const { file, meta, body } of examples) {
  test(`${file}: front matter`, () => {
    assert.deepEqual(Object.keys(meta).sort(), keys);
    assert.equal(meta.publisher, "On Record example");
    assert.equal(meta.form, "restatement");
    assert.equal(meta.complete, true);
    assert.match(String(meta.published), day);
    assert.ok(file.startsWith(`${String(meta.published)}-${String(meta.language)}-`), "the name says date and language");
    const restates = meta.restates as Record<string, unknown>;
    assert.deepEqual(Object.keys(restates).sort(), ["language", "published", "publisher", "url"]);
    assert.match(String(restates.published), day);
    assert.ok(String(restates.published) <= String(meta.published), "restated before it was published");
    assert.match(String(restates.url), /^https:\/\/[a-z0-9.-]+\/\S+$/u);
    assert.match(String(restates.language), /^[a-z]{2}$/u);
    assert.ok(String(restates.publisher).length > 0);
  });

  test(`${file}: says in its language that it restates, first or last`, () => {
    const paragraphs = body.split(/\n{2,}/u);
    const edges = `${paragraphs[0] ?? ""}\n${paragraphs.at(-1) ?? ""}`;
    const said = { en: /restate[\s\S]*in our own words/iu, ru: /(?=[\s\S]*переска)[\s\S]*своими словами/iu, kk: /өз сөзімізбен/iu };
    assert.match(edges, said[meta.language as keyof typeof said]);
  });

  test(`${file}: short`, () => {
    const length = words(body).length;
    assert.ok(length >= 100 && length <= 400, String(length));
  });

  test(`${file}: quotation marks only around labels and names of outlets`, () => {
    for (const quoted of quotations(body)) assert.ok(words(quoted).length <= 4, quoted);
    for (const mark of [/"/gu, /[«»]/gu, /[“”]/gu]) assert.equal((body.match(mark) ?? []).length % 2, 0, "an open quotation");
  });

  test(`${file}: labels only inside marks of a voice`, () => {
    const labels =
      /(?<!\p{L})(terrorist|bandit|militant|extremist|criminals\b|attackers?\b|thug|террорист|бандит|боевик|экстремист|преступник|мародер|мародёр|лаңкес|террористік|қарақшы|содырлар|шабуылдаушы)\p{L}*/giu;
    assert.deepEqual(unquoted(`${String(meta.title)}\n${body}`).match(labels), null);
  });
}

// Officials in office, offices, organisations, outlets and places; stems, because Russian and Kazakh decline them.
const allowedNames = `
  Serik Shalabayev Asel Artakshinova Berik Asylov Elvira Azimova Kanat Taimerdenov Kassym-Jomart Tokayev
  Серик Шалабаев Асел Артакшинов Берик Асылов Ерлан Тургумбаев Касым-Жомарт Токаев
  Серік Шалабаев Әсел Артақшинова Берік Асылов Қанат Таймерденов
  Kazakhstan Kazakh Almaty Taraz Zhanaozen Central Asian Казахстан Алматы Алматин Кызылордин Жамбыл Шымкент Тараз
  Алматы Қызылорда Шымкент Тараз Жаңаөзен
  Prosecutor General Office Interior Ministry Health Human Rights Watch Foundation Collective Security Treaty Organization
  Министерств Генеральн Генпрокур Минздрав МВД Мажилис Национальн Независим Пресс-служб Бас Ішкі Денсаулық Орталық Мәжіліс
  Radio Azattyq Ar.Rukh.Khak RFE RL Service Interfax Khabar Babel Antelope Valley Press Indian Economic Observer Telegram Twitter
  Хабар Telegram-канал Международн RFI Liter.kz Bestnews.kz Baribar.kz Азаттық
  Steppe Wire STEPPE WIRE Quillmarsh QUILLMARSH Gazette GAZETTE Tarnbridge TARNBRIDGE Post POST Oldferry OLDFERRY Courier COURIER ALMATY
  January March May July August Monday Wednesday Thursday Friday Saturday Sunday Bloody
`
  .trim()
  .split(/\s+/u);

/** English names stand as they are; Russian and Kazakh ones may carry an ending of at most six letters. */
const isForm = (word: string, name: string): boolean =>
  word === name || (/\p{Script=Cyrillic}$/u.test(name) && word.startsWith(name) && word.length - name.length <= 6);

// Words that begin a sentence here and stand nowhere in lower case.
const openers = new Set(
  `Asked Because Citing Complaints Digest Dozens Eleven Fifteen Foreign Four Hundreds Neither Nineteen Nor Nothing Others President Restated Six
   Some Until We Whether Why
   Административный Быстро Во Где Другого Есть Жители Журналисты Затем Здесь Имена Исполняющий Кроме Материал Начальник Ниже Об Один Официального
   Поимённого Потери Потерпевшими Прежде Президент Ранее СМИ Сколько Сутками Там Текст Цифра Часть
   Байланыс Билік Бұл Бұған Ең Жараланғандардың Келесі Ол Олар Оның Тағы Қалған Ұсталғандар`.split(/\s+/u),
);

test("nobody and nothing is named but those who may be", () => {
  const lower = new Set(examples.flatMap(({ body }) => words(body).filter((word) => /^\p{Ll}/u.test(word))));
  const strange = new Set<string>();
  for (const { meta, body } of examples) {
    for (const raw of words(`${String(meta.title)}\n${body}`)) {
      const word = raw.replace(/['’]s$|[.'’-]+$/gu, "");
      if (!/^\p{Lu}/u.test(word)) continue;
      if (lower.has(word.toLowerCase()) || openers.has(word)) continue;
      if (allowedNames.some((name) => isForm(word, name))) continue;
      strange.add(word);
    }
  }
  assert.deepEqual([...strange].sort(), []);
});

// Containment of word 5-grams: the share of the copy's that stand in the agency's text (Broder 1997, "On the resemblance and containment of documents").
function containment(copy: string, whole: string): number {
  const grams = (text: string): Set<string> => {
    const list = words(text).map((word) => word.toLowerCase());
    return new Set(list.slice(4).map((_, i) => list.slice(i, i + 5).join(" ")));
  };
  const [part, all] = [grams(copy), grams(whole)];
  return [...part].filter((gram) => all.has(gram)).length / part.size;
}

/** The body without the paragraph that says what it is, and without the masthead. */
const story = (file: string): string =>
  of(file)
    .body.split(/\n{2,}/u)
    .slice(0, -1)
    .filter((paragraph) => !/^[A-Z]{4,} [A-Z]{4,}/u.test(paragraph))
    .join("\n");

test("the copies carry the agency's text, the others do not", () => {
  const wire = story("2022-01-15-en-steppe-wire");
  assert.equal(story("2022-01-15-en-quillmarsh-gazette"), wire);
  const cut = story("2022-01-15-en-tarnbridge-post");
  assert.equal(containment(cut, wire) > 0.95 && cut.length < wire.length / 2, true);
  const rewritten = containment(story("2022-01-16-en-oldferry-courier"), wire);
  assert.ok(rewritten > 0.5 && rewritten < 0.9, String(rewritten));
  for (const example of examples) {
    if (example.meta.language !== "en" || /steppe|quillmarsh|tarnbridge|oldferry/u.test(example.file)) continue;
    assert.ok(containment(story(example.file.replace(/\.md$/u, "")), wire) < 0.1, example.file);
  }
});

test("an invented outlet is named as invented", () => {
  for (const { file, body } of examples) {
    if (/Steppe Wire|Gazette|Tarnbridge|Oldferry/u.test(body)) assert.match(body, /is an invented (agency|newspaper)/u, file);
  }
});

// The figures that the case is about, each with the documents that must keep carrying it.
const carried: readonly (readonly [string, RegExp, readonly string[]])[] = [
  ["series 225", /\b225\b/u, ["2022-01-15-en-steppe-wire", "2022-01-15-ru-genprokuratura-38000", "2022-01-15-kk-almaty-149"]],
  ["series 227", /\b227\b/u, ["2022-01-19-en-two-accounts"]],
  ["series 230, ombudswoman 238", /\b230\b[\s\S]*\b238\b/u, ["2022-03-14-en-230-and-238"]],
  ["series 232 and the third 149", /\b232\b[\s\S]*\b149\b[\s\S]*\b86\b[\s\S]*\b63\b/u, ["2022-05-05-en-232-letter"]],
  ["series 241 and the lists", /\b241\b[\s\S]*\b188\b[\s\S]*\b221\b/u, ["2022-07-29-en-241-statement"]],
  ["series 238", /\b238\b/u, ["2022-08-en-238-list", "2023-01-05-kk-bas-prokuror-238"]],
  ["disowned 164", /\b164\b[\s\S]*\b103\b/u, ["2022-01-09-en-164-deaths", "2022-01-10-ru-minzdrav-164"]],
  ["another measure", /\b26\b[\s\S]*\b18\b/u, ["2022-01-07-ru-mvd-26"]],
  ["victims", /4[,\u00a0]?578[\s\S]*4[,\u00a0]?353[\s\S]*3[,\u00a0]?393/u, ["2022-01-15-en-steppe-wire", "2022-01-15-ru-genprokuratura-38000", "2022-01-15-kk-almaty-149"]],
  ["149 with 11 among them, 149 with 11 besides", /\b149\b[\s\S]*(\b11\b|Eleven)/u, ["2022-01-15-kk-almaty-149", "2022-01-16-en-149-civilians"]],
  ["more than 4,500 injured", /More than 4,500 people were injured/u, ["2022-01-16-en-more-than-4500"]],
  ["gunned down", /gunned down 238/u, ["2024-01-en-238-gunned-down"]],
];

for (const [what, pattern, files] of carried) {
  test(`carried: ${what}`, () => {
    for (const file of files) assert.match(of(file).body, pattern, file);
  });
}

test("the README names every document, and only documents that exist", () => {
  const readme = readFileSync(new URL("../README.md", folder), "utf8");
  const named = new Set([...readme.matchAll(/`(\d{4}-[\w-]+)`/gu)].map((match) => `${match[1] ?? ""}.md`));
  assert.deepEqual([...named].sort(), examples.map((example) => example.file));
});
