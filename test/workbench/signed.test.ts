/** What people put on record besides judging claims: it shows in a view, and settings take effect, the same in every copy. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Workbench } from "../../src/workbench.ts";
import { joinCase, openCase } from "../../src/workbench.ts";
import { added, all, article, freshCase, freshPath, inputs } from "./cases.ts";

async function bundle(bench: Workbench): Promise<string> {
  const file = freshPath();
  await bench.bundle(file, { whom: null, all: true });
  return file;
}

test("each kind is a row, in the order of kinds and dates; taken back it is gone", async () => {
  const bench = await freshCase();
  await added(bench, inputs({ "a.md": article(1) }));
  const [claim] = await all(bench.claims());
  assert.ok(claim);
  await bench.sayForm("response", ["party=Ministry", "state=received", "date=2031-03-02", `about=["${claim.id}"]`, "channel=by letter"]);
  await bench.sayForm("response", ["party=Ministry", "state=sought", "date=2031-03-01"]);
  await bench.sayForm("consent", ["person=W-1", "state=withdrawn", "scope=to be quoted"]);
  await bench.sayForm("legal-outcome", ["person=Ilvo Tarrin", "stage=acquitted", "court=Kaltan court"]);
  await bench.sayForm("place", ["name=Sarybel", "precision=settlement", "latitude=43.25", "longitude=76.9", "uncertainty=300"]);
  const note = await bench.say("note", { on: claim.source, text: "the original is in the archive" });
  await bench.sayForm("settings", ["setting=name", "value=January"]);
  const rows = await all(bench.view("signed"));
  assert.deepEqual(
    rows.map(({ kind, about, state, text, date, value }) => [kind, about, state, text, date, value]),
    [
      ["response", "Ministry", "sought", null, "2031-03-01", null],
      ["response", "Ministry", "received", "by letter", "2031-03-02", null],
      ["consent", "W-1", "withdrawn", "to be quoted", null, null],
      ["legal-outcome", "Ilvo Tarrin", "acquitted", "Kaltan court", null, null],
      ["place", "Sarybel", "settlement", null, null, { latitude: 43.25, longitude: 76.9, uncertainty: 300 }],
      ["note", claim.source, null, "the original is in the archive", null, null],
      ["settings", "name", null, null, null, "January"],
    ],
  );
  assert.deepEqual(rows[1]?.claims, [claim.id]);
  await bench.withdraw(note, null);
  assert.equal((await all(bench.view("signed"))).length, rows.length - 1);
  assert.deepEqual((await bench.verify()).refused, []);
  await bench.close();
});

test("a setting holds until somebody who knew of it sets another; of two apart one holds, in every copy the same", async () => {
  const ada = await freshCase();
  const dir = freshPath();
  await joinCase(dir, await bundle(ada), {});
  const ben = await openCase(dir);
  await ada.addMember(await ben.memberFile("Ben"), { name: null, role: "organiser" });
  await ben.merge([await bundle(ada)], () => undefined);
  const now = async (bench: Workbench): Promise<unknown> => {
    const { name, zone, languages } = await bench.settingsNow();
    return [name, zone, languages];
  };
  assert.deepEqual(await now(ben), ["Sarybel", "Asia/Almaty", ["en", "ru", "kk"]]);
  await ada.sayForm("settings", ["setting=name", "value=First"]);
  assert.deepEqual(await now(ada), ["First", "Asia/Almaty", ["en", "ru", "kk"]]);
  await ben.merge([await bundle(ada)], () => undefined);
  // Ben's clock may be anything: he knew of Ada's.
  await ben.sayForm("settings", ["setting=name", "value=Second"]);
  await ben.sayForm("settings", ["setting=languages", 'value=["kk"]']);
  await ada.merge([await bundle(ben)], () => undefined);
  assert.deepEqual(await now(ada), ["Second", "Asia/Almaty", ["kk"]]);
  await ada.sayForm("settings", ["setting=zone", "value=Asia/Aqtau"]);
  await ben.sayForm("settings", ["setting=zone", "value=Asia/Oral"]);
  const [fromAda, fromBen] = [await bundle(ada), await bundle(ben)];
  await ada.merge([fromBen], () => undefined);
  await ben.merge([fromAda], () => undefined);
  assert.deepEqual(await now(ada), await now(ben));
  assert.deepEqual(await all(ada.view("signed")), await all(ben.view("signed")));
  for (const bench of [ada, ben]) {
    assert.deepEqual((await bench.verify()).refused, []);
    await bench.close();
  }
});
