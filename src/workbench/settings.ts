/** The settings of a case: as its founder chose, and as organisers have set them since ([J14]). */
import { readHeader } from "../log/header.ts";
import { faultsOf } from "../model/check.ts";
import type { Check } from "../model/check.ts";
import { nullable, text } from "../model/check.ts";
import { languagesCheck } from "../model/kinds/case.ts";
import type { Header } from "../model/statement.ts";
import type { Reads } from "../store/store.ts";
import type { Of } from "../views/heard.ts";
import { allOf } from "../views/heard.ts";
import type { Settings } from "./verbs.ts";

const checks = { name: nullable(text), zone: nullable(text), languages: languagesCheck } satisfies {
  readonly [Key in keyof Settings]?: Check<Settings[Key]>;
};

/** How many statements its author had: whoever knew of a statement had more than its author. */
function depth({ seq, seen }: Header): number {
  return seen.reduce((sum, head) => sum + head.seq + 1, seq + 1);
}

/** The founder's settings, each in the place of which the last that organisers said has come; of two that did not know each other the smaller id holds. */
export async function settingsNow(founded: Settings, of: Of, store: Reads): Promise<Settings> {
  const said: { readonly depth: number; readonly id: string; readonly setting: string; readonly value: unknown }[] = [];
  for (const { id, body } of await allOf(of, "settings")) {
    const statement = await store.statement(id);
    const header = statement === null ? null : readHeader(statement.bytes).header;
    if (header !== null) said.push({ depth: depth(header), id, setting: body.setting, value: body.value });
  }
  said.sort((a, b) => a.depth - b.depth || (a.id < b.id ? 1 : -1));
  const changes = said.filter(({ setting, value }) => {
    const check = (checks as Readonly<Record<string, Check<unknown> | undefined>>)[setting];
    return check !== undefined && faultsOf(check, value).length === 0;
  });
  return { ...founded, ...Object.fromEntries(changes.map(({ setting, value }) => [setting, value])) };
}
