/** What looks like a time and is none. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { said } from "./said.ts";

test("English words and numbers that are no times", () => {
  const none = [
    "They may march to the square.",
    "May I ask who ordered it?",
    "March on, he told the crowd, and they did.",
    "Some may say so, others march.",
    "This may have a large impact.",
    "The august assembly sat.",
    "April Jones and June Osborne spoke; so did August Lind.",
    "He met June at the gate.",
    "Theresa May said no.",
    "The second man and the third column.",
    "Second, nobody was warned.",
    "A 4-year-old boy and a woman aged 60 years were hurt.",
    "The child was two years old.",
    "Article 179 and section 2.1 apply.",
    "Room 2011 on page 1999 of part 3.",
    "They lost 3-2 and then 10-1.",
    "Call +7 727 250 1945 or 8-701-555-2011.",
    "The Sunday Times and the Friday Mosque.",
    "Black Friday sales.",
    "The line is staffed 24/7.",
    "It cost $2022 and rose 20.22 percent.",
    "It cost 2,022 tenge, 5.1 percent more.",
    "2022 people were named.",
    "A total of 2010 detainees and 1999 cases.",
    "He was one of 2000 protesters.",
    "About 1500 soldiers came.",
    "He sat in the sun and wed her.",
    "John 3:16 was read.",
    "The ratio was 4:3.",
    "Three quarters of them agreed.",
    "They fought for the year's best seat in the house of lords.".replace("the year's best", "a better"),
    "A day in the life.",
    "Version 10.12.4 of the file at 192.168.10.12.",
    "He won by 3 to 1.",
    "Spring water and a fall from the summer house.",
    "Route 66 to Building 1984.",
    "Boeing 747 and model 1911.",
  ];
  for (const text of none) assert.deepEqual(said(text), [], text);
});

test("a count beside a date stays a count", () => {
  assert.deepEqual(said("By January 11, 12 people were named."), ["January 11 = 2022-01-11"]);
  assert.deepEqual(said("On January 5 and 6 protesters fell."), ["January 5 = 2022-01-05"]);
  assert.deepEqual(said("On January 6, 2022 people were counted."), ["January 6 = 2022-01-06"]);
  assert.deepEqual(said("In 2011, 16 people were named."), ["2011 = 2011"]);
});

test("days that do not exist have no value", () => {
  assert.deepEqual(said("It fell on February 30."), ["February 30 = null"]);
  assert.deepEqual(said("Dated 31.04.2022 in the book."), []);
});

test("September 11 attacks is still a date, in the year nearest to the publication", () => {
  assert.deepEqual(said("The September 11 attacks were named."), ["September 11 = 2021-09-11"]);
});

test("Russian and Kazakh", () => {
  for (const text of [
    "Статья 179 и пункт 2.1.",
    "Ребёнку 4.",
    "Маю не дали слова.",
    "В 20 раз больше.",
    "Дом 2011.",
    "В кабинете 305 нашли 2022 папки.",
  ]) {
    assert.deepEqual(said(text, "ru"), [], text);
  }
  for (const text of ["179-бап бойынша іс.", "Қазан асылды.", "2022 адам ұсталды."]) assert.deepEqual(said(text, "kk"), [], text);
});
