/** The Names box on its way: to who holds the grant and to nobody else, in any order and any number of times. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Decrypter, identityToRecipient } from "age-encryption";
import fc from "fast-check";
import { joinedNames, namesBytes, namesIn } from "../../src/exchange/names.ts";
import type { NamesEntry } from "../../src/exchange/names.ts";
import type { DeviceId } from "../../src/model/statement.ts";
import type { MemberGrant } from "../../src/model/kinds/member-added.ts";
import type { MergeReport, Workbench } from "../../src/workbench.ts";
import { joinCase, newKeys, looseMemberFile, openCase } from "../../src/workbench.ts";
import { deviceOf, newKey, readKey } from "../../src/workbench/crypto.ts";
import { readSecret } from "../../src/workbench/keys.ts";
import { namesIdentityOf, namesRecipientOf } from "../../src/workbench/names-key.ts";
import { seriesOf, toldApart } from "../../src/workbench/names.ts";
import { identityOf, secretOfKey } from "../../src/workbench/secret.ts";
import { code, freshCase, freshPath } from "./cases.ts";

const SECRET = "Zulfiqara Benderbekova";

const protect = (bench: Workbench, ...names: string[]): ReturnType<Workbench["protect"]> =>
  bench.protect({ names, passage: null, source: null, reason: null });
const known = async (bench: Workbench): Promise<unknown> =>
  (await bench.protectedNames()).map(({ pseudonym, names }) => [pseudonym, names?.join(", ") ?? null]);

async function bundleFor(from: Workbench, ...whom: string[]): Promise<string> {
  const file = freshPath();
  await from.bundle(file, { whom: whom.length === 0 ? null : whom, all: false });
  return file;
}

async function merge(into: Workbench, ...files: string[]): Promise<readonly MergeReport[]> {
  const reports: MergeReport[] = [];
  await into.merge(files, (report) => reports.push(report));
  return reports;
}

/** A copy of the case for somebody who is a member from the first with these grants. */
async function joined(founder: Workbench, name: string, grants: readonly MemberGrant[]): Promise<Workbench> {
  const dir = freshPath();
  await newKeys(dir, {});
  await founder.addMember(await looseMemberFile(dir, null, name), { name: null, role: "contributor", grants });
  await joinCase(dir, await bundleFor(founder, name), {});
  return openCase(dir);
}

test("the key of the box is the device's own, and not the one of bundles", async () => {
  for (let turn = 0; turn < 20; turn++) {
    const key = readKey(newKey());
    assert.ok(key);
    const secret = secretOfKey(key);
    assert.equal(await identityToRecipient(namesIdentityOf(secret)), namesRecipientOf(deviceOf(key)));
    assert.notEqual(namesIdentityOf(secret), identityOf(secret));
  }
  const hex = (last: string): DeviceId => `ed25519:${last.padEnd(64, "0")}`;
  for (const small of ["00", "01", "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"])
    assert.equal(namesRecipientOf(hex(small)), null);
});

test("names go to whoever holds the grant, with the bundle that brings a copy into being or a later one", async () => {
  const ada = await freshCase();
  await protect(ada, SECRET, "Z. Benderbekova");
  const ben = await joined(ada, "Ben", ["names"]);
  const cid = await joined(ada, "Cid", []);
  const all = `${SECRET}, Z. Benderbekova`;
  assert.deepEqual(await known(ben), [["W-1", all]]);
  assert.deepEqual(await known(cid), [["W-1", null]]);
  await assert.rejects(protect(cid, "Anybody"), (error: Error) => error.message.includes('member role Cid --grant names') && code("wrong-usage")(error)); // prettier-ignore
  // Ben's own pseudonyms are of another series, and reach Ada.
  const own = await protect(ben, "Somebody Else");
  assert.match(own.pseudonym ?? "", /^W[A-Z]{2}-1$/);
  const [report] = await merge(ada, await bundleFor(ben, "everyone"));
  assert.equal(report?.names, 1);
  assert.deepEqual(await known(ada), await known(ben));
  // A grant that comes later, and one that is taken back.
  assert.deepEqual((await ada.changeMember("Cid", { role: null, give: ["names"], take: [], reason: null })).grants, ["names"]);
  await merge(cid, await bundleFor(ada, "Cid"));
  assert.deepEqual(await known(cid), await known(ada));
  await ada.changeMember("Cid", { role: null, give: [], take: ["names"], reason: null });
  await protect(ada, "A Third One");
  await merge(cid, await bundleFor(ada, "everyone"));
  assert.deepEqual(
    (await cid.protectedNames()).map(({ names }) => names),
    [null, null, null],
  );
  for (const bench of [ada, ben, cid]) {
    assert.deepEqual((await bench.verify()).refused, []);
    await bench.close();
  }
});

test("a bundle for several holds the names of nobody for those without the grant: not in clear, and not for their keys", async () => {
  const ada = await freshCase();
  const ben = await joined(ada, "Ben", ["names"]);
  const cid = await joined(ada, "Cid", []);
  await protect(ada, SECRET);
  const file = await bundleFor(ada, "Ben", "Cid");
  const plain = freshPath();
  await ada.bundle(plain, { whom: null, all: true });
  assert.ok(!readFileSync(plain).includes(SECRET));
  const secret = await readSecret(cid.dir, null);
  const opened = async (bytes: Uint8Array, identity: string): Promise<Buffer> => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    return Buffer.from(await decrypter.decrypt(bytes));
  };
  const inside = await opened(readFileSync(file), identityOf(secret));
  assert.ok(!inside.includes(SECRET) && !inside.includes("Benderbekova"));
  const [, length = "0"] = /\nnames (\d+)\n/.exec(inside.toString("latin1")) ?? [];
  const start = inside.indexOf(`\nnames ${length}\n`) + `\nnames ${length}\n`.length;
  const box = inside.subarray(start, start + Number(length));
  for (const identity of [identityOf(secret), namesIdentityOf(secret)]) await assert.rejects(opened(box, identity));
  // The key that opens Ben's bundles does not open his names.
  const bens = await readSecret(ben.dir, null);
  await assert.rejects(opened(box, identityOf(bens)));
  assert.deepEqual(
    namesIn(await opened(box, namesIdentityOf(bens)))?.map(({ field }) => field.value),
    [[SECRET]],
  );
  await merge(cid, file);
  for (const words of [SECRET, "Benderbekova"])
    assert.ok(!readFileSync(join(cid.dir, "record.db")).includes(words), "nor is it in the copy of somebody without the grant");
  for (const bench of [ada, ben, cid]) await bench.close();
});

test("whatever the order in which bundles come and how often: the same names; and what was erased does not come back", async () => {
  const ada = await freshCase();
  const ben = await joined(ada, "Ben", ["names"]);
  const cid = await joined(ada, "Cid", ["names"]);
  await merge(ben, await bundleFor(ada, "everyone"));
  const first = await protect(ada, SECRET);
  const one = await bundleFor(ada, "everyone");
  await protect(ben, "Somebody Else");
  const two = await bundleFor(ben, "everyone");
  await merge(cid, two, one, two);
  await merge(ben, one, one);
  await merge(ada, two);
  const names = await known(ada);
  assert.equal((names as unknown[]).length, 2);
  for (const bench of [ben, cid]) assert.deepEqual(await known(bench), names);
  // Erased by its author: in every copy that merges, and no older bundle brings it back.
  await ada.erase(first.statement, ["names"], "she asked");
  const three = await bundleFor(ada, "everyone");
  await merge(ben, three, one);
  await merge(cid, one, three, one);
  for (const bench of [ada, ben, cid]) {
    assert.deepEqual(
      (await bench.protectedNames()).map(({ names: forms }) => forms).filter((forms) => forms !== null),
      [["Somebody Else"]],
    );
    assert.deepEqual((await bench.verify()).refused, []);
    await bench.close();
  }
});

test("further forms of a name go under the same pseudonym; somebody else's pseudonym is not taken", async () => {
  const ada = await freshCase();
  const ben = await joined(ada, "Ben", ["names"]);
  await protect(ada, SECRET);
  assert.equal((await ada.protect({ names: ["Zulya"], as: "W-1", passage: null, source: null, reason: null })).pseudonym, "W-1");
  assert.equal((await protect(ada, "Another")).pseudonym, "W-2");
  await merge(ben, await bundleFor(ada, "Ben"));
  assert.deepEqual(await known(ben), await known(ada));
  await assert.rejects(ben.protect({ names: ["Zulya"], as: "W-1", passage: null, source: null, reason: null }), code("wrong-usage"));
  await ada.close();
  await ben.close();
});

test("an organiser who is not the founder erases what others signed; a contributor does not", async () => {
  const ada = await freshCase();
  const ben = await joined(ada, "Ben", []);
  const cid = await joined(ada, "Cid", []);
  const note = await ada.say("note", { on: null, text: `She is ${SECRET}.` });
  await ada.changeMember("Ben", { role: "organiser", give: [], take: [], reason: null });
  const file = await bundleFor(ada, "everyone");
  await merge(ben, file);
  await merge(cid, file);
  await assert.rejects(cid.erase(note, ["text"], "not mine"), code("wrong-usage"));
  await ben.erase(note, ["text"], "she asked");
  await merge(ada, await bundleFor(ben, "everyone"));
  assert.ok(!("text" in ((await ada.history(note))[0]?.says ?? {})));
  for (const bench of [ada, ben, cid]) await bench.close();
});

test("a pseudonym that two devices gave is told with the device's key, in every order", () => {
  const device = (digit: string): DeviceId => `ed25519:${digit.repeat(64)}`;
  const row = (digit: string, pseudonym: string) => ({
    pseudonym,
    statement: `sha256:${digit.repeat(64)}`,
    names: null,
    device: device(digit),
  });
  const rows = [row("a", "WAB-1"), row("b", "WAB-1"), row("a", "WAB-2")] as unknown as Parameters<typeof toldApart>[0];
  const wanted = ["WAB-1 (aaaaaaaa)", "WAB-1 (bbbbbbbb)", "WAB-2"];
  assert.deepEqual(
    toldApart(rows).map(({ pseudonym }) => pseudonym),
    wanted,
  );
  assert.deepEqual(
    toldApart([...rows].reverse())
      .map(({ pseudonym }) => pseudonym)
      .reverse(),
    wanted,
  );
  assert.equal(seriesOf(device("a"), device("a")), "W");
  assert.match(seriesOf(device("b"), device("a")), /^W[A-Z]{2}$/);
});

test("boxes join like sets, and are the same bytes in any order", () => {
  const digit = fc.constantFrom("0", "1", "2");
  const entry: fc.Arbitrary<NamesEntry> = fc.record({
    statement: digit.map((one) => `sha256:${one.repeat(64)}` as const),
    field: fc.record({
      name: fc.constant("names"),
      salt: digit.map((one) => one.repeat(32)),
      value: fc.array(fc.string(), { maxLength: 2 }),
    }),
  });
  const box = fc.array(entry, { maxLength: 6 }).map((entries) => JSON.parse(JSON.stringify(entries)) as readonly NamesEntry[]);
  fc.assert(
    fc.property(box, box, box, (a, b, c) => {
      assert.deepEqual(joinedNames(a, b), joinedNames(b, a));
      assert.deepEqual(joinedNames(joinedNames(a, b), c), joinedNames(a, joinedNames(b, c)));
      assert.deepEqual(joinedNames(a, a), joinedNames(a, []));
      assert.deepEqual(namesIn(namesBytes(a)), joinedNames(a, []));
      assert.deepEqual(namesBytes(a), namesBytes([...a].reverse()));
    }),
  );
});
