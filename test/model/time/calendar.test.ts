import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dayNumber, dayOf, daysInMonth, isLeapYear, weekdayOf } from "../../../src/model/time/calendar.ts";

test("known days", () => {
  assert.equal(dayNumber(1970, 1, 1), 0);
  assert.equal(dayNumber(2000, 3, 1), 11_017);
  assert.equal(dayNumber(1969, 12, 31), -1);
  assert.equal(dayNumber(2022, 14, 1), dayNumber(2023, 2, 1));
  assert.equal(dayNumber(2022, 0, 1), dayNumber(2021, 12, 1));
  assert.equal(weekdayOf(dayNumber(2022, 1, 18)), 2);
  assert.equal(weekdayOf(dayNumber(1969, 12, 28)), 7);
  assert.equal(isLeapYear(1900), false);
  assert.equal(isLeapYear(2000), true);
  assert.equal(daysInMonth(2024, 2), 29);
  assert.deepEqual(
    [4, 6, 9, 11, 1, 12].map((m) => daysInMonth(2022, m)),
    [30, 30, 30, 30, 31, 31],
  );
});

test("agrees with the platform's calendar and runs both ways", () => {
  fc.assert(
    fc.property(fc.integer({ min: -800_000, max: 2_000_000 }), (number) => {
      const day = dayOf(number);
      assert.equal(dayNumber(day.year, day.month, day.day), number);
      const date = new Date(number * 86_400_000);
      assert.deepEqual([day.year, day.month, day.day], [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]);
      assert.equal(weekdayOf(number) % 7, date.getUTCDay());
    }),
    { seed: 11, numRuns: 500 },
  );
});
