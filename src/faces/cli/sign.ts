import { signing } from "./signing.ts";

/** `onrecord sign`: statements that are written field by field. */
export const sign = signing({
  name: "sign",
  summary: "sign a response, consent, legal outcome, place, setting or publication stamp",
  arguments: "<kind> <fields...>",
  options: [],
  examples: [
    "onrecord sign response party=Ministry state=sought date=2022-02-01 --case my-case",
    "onrecord sign settings setting=name value=January --case my-case --json",
  ],
  async sign(call, bench) {
    const [kind = "", ...fields] = call.args;
    return { statement: await bench.sayForm(kind, fields), says: kind, more: { kind } };
  },
});
