import assert from "node:assert/strict";
import { test } from "node:test";
import { draftsOf, voiceLine } from "../lines.ts";

/** A text, the voice of its first figure, the certainty. */
const rows: readonly (readonly [string, string, string])[] = [
  ["Ішкі істер министрлігінің мәліметінше, 7939 адам ұсталды.", "Ішкі істер министрлігі says", "stated"],
  ["ІІМ мәліметінше, 9900 адам ұсталды.", "ІІМ says", "stated"],
  ["Бас прокуратураның хабарлауынша, 12 адам қаза тапты.", "Бас прокуратура says", "stated"],
  ["Бас прокуратураның өкілі Серік Ахметовтың айтуынша, 12 адам қаза тапты.", "Серік Ахметов says", "stated"],
  ["Министрлік өкілі Айгүл Сәрсенова 719 адам жараланды деп хабарлады.", "Айгүл Сәрсенова says", "stated"],
  ["12 адам қаза тапты. Бұл туралы Бас прокурор Берік Ахметов хабарлады.", "Берік Ахметов says", "stated"],
  ["«Азаттық» радиосының хабарлауынша, бес адам хабарсыз кетті.", "Азаттық says", "stated"],
  ["Денсаулық сақтау министрлігі 164 адамның қаза тапқаны туралы хабарды жоққа шығарды.", "Денсаулық сақтау министрлігі denies", "denied"],
  ["Қаладағы 12 адам қаза тапты – полиция", "полиция says", "stated"],
  ["Расталмаған мәліметтер бойынша, 12 адам қаза тапты.", "", "unconfirmed"],
  ["Болжам бойынша, 12 адам қаза тапты.", "", "hedged"],
  ["12 адам қаза тапты.", "", "stated"],
];

test("Kazakh voices: who says the first figure, and how surely", () => {
  for (const [text, voice, certainty] of rows) {
    const figure = draftsOf(text, "kk").find(({ kind }) => kind === "figure");
    assert.ok(figure, text);
    assert.equal(voiceLine(figure), voice, text);
    assert.equal(figure.certainty, certainty, text);
  }
});

test("Kazakh voices: pronouns and elliptic sentences go back to the one named", () => {
  const text =
    "Полиция басшысы Қанат Ахметов брифинг өткізді. Оның айтуынша, 149 адам қаза тапты. Оның ішінде 11 адам – полицейлер. Таразда 9 адам ұсталды.";
  const voices = draftsOf(text, "kk")
    .filter(({ kind }) => kind === "figure")
    .map(voiceLine);
  assert.deepEqual(voices, ["Қанат Ахметов says meant", "Қанат Ахметов says carried", ""]);
});

test("Kazakh places and times", () => {
  const rows: readonly (readonly [string, readonly string[], string | null, string | null])[] = [
    ["7 наурызда Таразда 5 адам қаза тапты.", ["Taraz"], "2022-03-07", null],
    ["Бүгін Нордауда 5 адам қаза тапты.", ["Нордау"], "2022-03-15", null],
    ["Қызылорда облысында 5 адам қаза тапты.", ["Kyzylorda Region"], null, null],
    ["Алматы полициясы 5 адамды ұстады.", [], null, null],
    ["11 наурыздағы жағдай бойынша 9900 адам ұсталды.", [], null, "2022-03-11"],
  ];
  for (const [text, where, when, asOf] of rows) {
    const figure = draftsOf(text, "kk").find(({ kind }) => kind === "figure");
    assert.ok(figure, text);
    assert.deepEqual(
      figure.where.map(({ name }) => name),
      where,
      text,
    );
    assert.equal(figure.when, when, text);
    assert.equal(figure.asOf, asOf, text);
  }
});

test("Kazakh events, conditions, questions, promises, orders and labels", () => {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ["7 наурызда Нордауда төтенше жағдай енгізілді.", ["event emergency"]],
    ["Алматыда интернет өшірілді.", ["event shutdown"]],
    ["Алматыда интернет бес күндей болмады.", ["condition shutdown"]],
    ["Төтенше жағдай енгізілуі мүмкін емес.", []],
    ["Кімнің оқ атқаны белгісіз.", ["question Кімнің оқ атқаны"]],
    ["Қанша адам қаза тапқаны әлі анық емес.", ["question Қанша адам қаза тапқаны"]],
    ["Бәрі белгілі болды.", []],
    ["Президент отбасыларға көмектесуге уәде берді.", ["pledge президент: отбасыларға көмектесуге"]],
    ["Президент комиссия құруды тапсырды.", ["event order"]],
    ["Билік оларды «лаңкестер» деп атады.", ["label лаңкестер"]],
  ];
  for (const [text, lines] of rows)
    assert.deepEqual(
      draftsOf(text, "kk").map(({ kind, event, question, pledge, who }) =>
        [kind, event ?? question?.asks ?? (pledge === null ? who[0]?.label : `${pledge.by ?? ""}: ${pledge.what}`)].join(" "),
      ),
      lines,
      text,
    );
});
