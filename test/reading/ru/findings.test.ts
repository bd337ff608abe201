import assert from "node:assert/strict";
import { test } from "node:test";
import { draftsOf } from "../lines.ts";

test("Russian places and times of figures", () => {
  const rows: readonly (readonly [string, readonly string[], string | null, string | null])[] = [
    ["7 марта в Таразе погибли 5 человек.", ["Taraz"], "2022-03-07", null],
    ["В Алматы и Шымкенте задержаны 40 человек.", ["Almaty", "Shymkent"], null, null],
    ["Как минимум трое детей погибли в Каратуме.", ["Каратум"], null, null],
    ["В Нордавской области задержаны 40 человек.", ["Нордавская область"], null, null],
    ["По состоянию на 11 марта задержаны 40 человек.", [], null, "2022-03-11"],
    ["С 4 по 10 марта погибли 30 человек.", [], "2022-03-04/2022-03-10", null],
    ["Полиция Алматы сообщила, что погибли 30 человек.", [], null, null],
    ["В Минздраве сообщили, что погибли 30 человек.", [], null, null],
  ];
  for (const [text, where, when, asOf] of rows) {
    const figure = draftsOf(text, "ru").find(({ kind }) => kind === "figure");
    assert.ok(figure, text);
    assert.deepEqual(
      figure.where.map(({ name }) => name),
      where,
      text,
    );
    assert.equal(figure.when, when, text);
    assert.equal(figure.asOf, asOf, text);
    for (const { start, end } of figure.where) assert.match(text.slice(start, end), /^\p{Lu}/u);
  }
});

test("Russian lists: each number has its own place", () => {
  const text = "В Таразе погибли 103 человека, в Кызылординской области — 21, в Жамбылской — 10.";
  assert.deepEqual(
    draftsOf(text, "ru").map(({ where }) => where.map(({ name }) => name)),
    [["Taraz"], ["Kyzylorda Region"], ["Zhambyl Region"]],
  );
});

test("Russian events and conditions have a type, a time or a place", () => {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ["7 марта в Нордаве введён режим ЧП.", ["event emergency"]],
    ["Комендантский час введён в Таразе с 5 марта.", ["event curfew"]],
    ["В Таразе отключён интернет.", ["event shutdown"]],
    ["5 марта в Таразе не работал интернет.", ["condition shutdown"]],
    ["5 марта протестующие захватили аэропорт Алматы.", ["event seizure"]],
    ["5 марта в Каратуме сожжено здание акимата.", ["event fire"]],
    ["Блогер арестован 5 марта.", ["event remand"]],
    ["Блогера арестовали за долги.", []],
    ["5 марта в Таразе никого не задержали.", ["figure arrest"]],
    ["Полиция никого не била.", []],
  ];
  for (const [text, lines] of rows)
    assert.deepEqual(
      draftsOf(text, "ru").map(({ kind, event }) => `${kind} ${event ?? ""}`),
      lines.map((line) => (line === "figure arrest" ? "figure " : line)),
      text,
    );
});

test("Russian questions say what is not known", () => {
  const rows: readonly (readonly [string, string | null])[] = [
    ["Неизвестно, кто открыл огонь по толпе.", "кто открыл огонь по толпе"],
    ["Остаётся неясным, сколько человек погибло.", "сколько человек погибло"],
    ["Сколько среди погибших мирных жителей, в штабе не уточнили.", "Сколько среди погибших мирных жителей"],
    ["«Мы не знаем, сколько людей погибло», — сказал адвокат.", "сколько людей погибло"],
    ["Сколько можно терпеть!", null],
    ["Известно, кто открыл огонь.", null],
  ];
  for (const [text, asks] of rows)
    assert.equal(draftsOf(text, "ru").find(({ kind }) => kind === "question")?.question?.asks ?? null, asks, text);
});

test("Russian promises need a promiser; orders are events", () => {
  const pledge = draftsOf("Министр Арман Досов пообещал опубликовать списки погибших.", "ru").find(({ kind }) => kind === "pledge")?.pledge;
  assert.deepEqual(pledge, { by: "Арман Досов", to: null, what: "опубликовать списки погибших", due: null, condition: null });
  const postposed = draftsOf("Списки опубликуют летом, пообещали в Генпрокуратуре.", "ru").find(({ kind }) => kind === "pledge")?.pledge;
  assert.deepEqual([postposed?.by, postposed?.what], ["Генпрокуратура", "Списки опубликуют летом"]);
  assert.equal(draftsOf("Сосед пообещал зайти вечером.", "ru").length, 0);
  const order = draftsOf("Президент поручил создать комиссию.", "ru");
  assert.deepEqual(
    order.map(({ kind, event, who }) => [kind, event, who[0]?.name]),
    [["event", "order", "президент"]],
  );
});

test("Russian labels stay labels of the one who used them", () => {
  const [figure] = draftsOf("Как утверждает МВД, убиты 26 «бандитов».", "ru");
  assert.deepEqual(figure?.figure?.of, [{ group: null, label: "бандитов" }]);
  assert.deepEqual(
    figure.who.map(({ label }) => label),
    ["бандитов"],
  );
  assert.equal(figure.voice[0]?.name, "МВД");
  const label = draftsOf("Министр назвал протестующих «экстремистами».", "ru").find(({ kind }) => kind === "label");
  assert.equal(label?.who[0]?.label, "экстремистами");
  assert.equal(label.voice[0]?.name, "министр");
});
