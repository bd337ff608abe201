/** The names of days and months, where a rule asks only whether a word is one: the lists are those of the grammar of times. */
import times from "../times/lexicons/en.json" with { type: "json" };

const fullNames = (names: readonly (readonly string[])[]): readonly string[] => names.map(([name = ""]) => name.toLowerCase());

/** "monday" and so on, lower case. */
export const WEEKDAYS: readonly string[] = fullNames(times.weekdays);

/** "january" and so on, lower case. */
export const MONTHS: readonly string[] = fullNames(times.months);
