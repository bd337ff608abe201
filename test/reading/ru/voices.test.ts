import assert from "node:assert/strict";
import { test } from "node:test";
import { draftsOf, voiceLine } from "../lines.ts";

/** A text, the voice of its first figure, the certainty. */
const rows: readonly (readonly [string, string, string])[] = [
  ["По данным МВД, задержаны 40 человек.", "МВД says", "stated"],
  ["Погибли 12 человек, сообщили в Генпрокуратуре.", "Генпрокуратура says", "stated"],
  ["Министерство здравоохранения Лавии сообщило, что погибли 12 человек.", "Министерство здравоохранения says", "stated"],
  ["Министерство здравоохранения Казахстана сообщило, что погибли 12 человек.", "Министерство здравоохранения Казахстана says", "stated"],
  ["Как сообщил комендант города Ерболат Сеитов, задержаны 120 человек.", "Ерболат Сеитов says", "stated"],
  ["По словам представителя полиции Карима Туленова, ранены семь полицейских.", "Карим Туленов says", "stated"],
  ["По словам представителя Минздрава Гульнары Ахметовой, скончались 175 человек.", "Гульнара Ахметова says", "stated"],
  ["Погибли 12 человек. Об этом сообщил министр Арман Досов.", "Арман Досов says", "stated"],
  ["Задержаны 100 человек, сообщает Интерфакс со ссылкой на МВД.", "Интерфакс says > МВД says", "stated"],
  ["Агентство «Лавия-Пресс» со ссылкой на источник в больнице сообщало о 80 погибших.", "Лавия-Пресс says > источник says", "stated"],
  ["Задержаны 40 человек, следует из сводки оперативного штаба МВД.", "оперативный штаб МВД says", "stated"],
  ["На митинг вышли 500 человек, по оценке журналистов, тогда как полиция насчитала 80.", "журналисты says", "stated"],
  ["Прокуратура заявила, что, по данным полиции, в акции участвовали 300 человек.", "прокуратура says > полиция says", "stated"],
  ["Телеканал «Степь ТВ» сообщил о 17 погибших.", "Степь ТВ says", "stated"],
  ["Правозащитная организация «Голос степи» насчитала 31 погибшего.", "Голос степи says", "stated"],
  ["Очевидцы, с которыми беседовало агентство, говорили о сотнях убитых.", "очевидцы says", "stated"],
  ["МВД: задержаны 3811 человек", "МВД says", "stated"],
  ["Как утверждает МВД, убиты 26 человек.", "МВД claims", "stated"],
  ["В Генпрокуратуре подтвердили гибель 8 заключённых.", "Генпрокуратура confirms", "stated"],
  ["МВД опровергло гибель 12 полицейских.", "МВД denies", "denied"],
  ["Глава МВД назвал сообщения о 40 погибших ложными.", "глава МВД denies", "denied"],
  ["Полиция не подтвердила гибель 5 человек.", "полиция says", "unconfirmed"],
  ["Мурат Сагиев обвинил власти в убийстве 20 человек.", "Мурат Сагиев accuses", "alleged"],
  ["По неподтверждённым данным, погибли 12 человек.", "", "unconfirmed"],
  ["Предположительно, погибли 12 человек.", "", "hedged"],
  ["В записи говорилось, что погибли 12 человек.", "? says carried", "stated"],
  ["Погибли 12 человек.", "", "stated"],
  ["Журналисты приехали в МВД, когда погибли 12 человек.", "", "stated"],
];

test("Russian voices: who says the first figure, and how surely", () => {
  for (const [text, voice, certainty] of rows) {
    const figure = draftsOf(text, "ru").find(({ kind }) => kind === "figure");
    assert.ok(figure, text);
    assert.equal(voiceLine(figure), voice, text);
    assert.equal(figure.certainty, certainty, text);
  }
});

test("Russian voices: pronouns mean the one named last, elliptic sentences carry the voice on, others do not", () => {
  const text =
    "Погибли 12 человек, сообщила представитель МВД Анна Серова. По её словам, 40 человек ранены. «Ещё 5 человек разыскиваются», — отметила она. Из них двое — дети. В Нордаве задержаны 9 человек.";
  const voices = draftsOf(text, "ru")
    .filter(({ kind }) => kind === "figure")
    .map(voiceLine);
  assert.deepEqual(voices, ["Анна Серова says", "Анна Серова says meant", "Анна Серова says meant", "Анна Серова says carried", ""]);
});

test("Russian voices: one office under two names has the fuller one; its date of speaking is no date of the event", () => {
  const text = "Генеральная прокуратура сообщила 15 марта, что погибли 225 человек. В Генпрокуратуре уточнили, что ранены 40 человек.";
  const figures = draftsOf(text, "ru").filter(({ kind }) => kind === "figure");
  assert.deepEqual(figures.map(voiceLine), ["Генеральная прокуратура says", "Генеральная прокуратура says"]);
  assert.deepEqual(
    figures.map(({ said, when }) => [said, when]),
    [
      ["2022-03-15", null],
      [null, null],
    ],
  );
  assert.deepEqual(
    figures.map(({ voice }) => text.slice(voice[0]?.start ?? 0, voice[0]?.end ?? 0)),
    ["Генеральная прокуратура", "Генпрокуратуре"],
  );
});
