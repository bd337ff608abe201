import assert from "node:assert/strict";
import { test } from "node:test";
import { formBody } from "../../src/workbench/form.ts";
import { code } from "./cases.ts";

test("fields that are not given are null or empty where they may be, and a value is what its field may be", () => {
  assert.deepEqual(formBody("response", ["party=Ministry", "state=sought", "date=2031"]), {
    kind: "response",
    body: { party: "Ministry", about: [], state: "sought", date: "2031", channel: null, text: null, source: null },
  });
  assert.equal(
    (formBody("place", ["name=Kaltan", "precision=settlement", "latitude=43.5", "longitude=77"]).body as { latitude: number }).latitude,
    43.5,
  );
  assert.deepEqual(formBody("settings", ["setting=languages", 'value=["en"]']).body, { setting: "languages", value: ["en"], reason: null });
});

const wrong: readonly (readonly [kind: string, ...fields: string[]])[] = [
  ["response", "party=Ministry"],
  ["response", "party=Ministry", "state=asked"],
  ["response", "party=Ministry", "state=sought", "colour=red"],
  ["response", "party"],
  ["place", "name=Kaltan", "precision=settlement", "latitude=north"],
  ["judge", "verdict=accept"],
  ["member-added", "role=organiser"],
  ["tombstone", "reason=none"],
  ["nonsense"],
];

for (const [kind, ...fields] of wrong) {
  test(`no ${kind} from ${fields.join(" ") || "nothing"}`, () => {
    assert.throws(() => formBody(kind, fields), code("wrong-usage"));
  });
}
