/** `settings` sets one thing of the case, so that two people who set two things do not undo each other ([S42]). */
import type { Json } from "../canonical.ts";
import type { Check } from "../check.ts";
import { matching, nullable, text } from "../check.ts";
import { statementType } from "../statement-type.ts";
import { languagesCheck } from "./case.ts";

export interface SettingsBody {
  /** `name`, `zone`, `languages`, or one that a later version knows. */
  readonly setting: string;
  readonly value: Json;
  readonly reason: string | null;
}

const known: ReadonlyMap<string, Check<Json>> = new Map<string, Check<Json>>([
  ["name", nullable(text)],
  ["zone", nullable(text)],
  ["languages", languagesCheck],
]);

const anything: Check<Json> = (value): value is Json => value !== undefined;

export const settingsType = statementType<"settings", SettingsBody>(
  "settings",
  "organise",
  { setting: matching(/^[a-z]+(-[a-z]+)*$/, "a setting such as zone"), value: anything, reason: nullable(text) },
  {
    agree({ setting, value }, faults) {
      known.get(setting)?.(value, "value", faults);
    },
  },
);
