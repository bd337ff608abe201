/** What every store does: run by test/store/store.test.ts for each implementation. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Json } from "../../src/model/canonical.ts";
import type { Refused } from "../../src/model/errors.ts";
import type { DeviceId, Header, Opened, Statement } from "../../src/model/statement.ts";
import type { ClaimFilter, Store } from "../../src/store/store.ts";
import type { Rows } from "../../src/views/view.ts";
import { claimLike, entryLike, idLike } from "./samples.ts";

const DEVICES = ["a", "b"].map((digit): DeviceId => `ed25519:${digit.repeat(64)}`) as [DeviceId, DeviceId];

function statementLike(name: string, device: DeviceId, seq: number): { statement: Statement; header: Header } {
  const statement: Statement = {
    id: idLike(name),
    bytes: Buffer.from(`${name} bytes \u0000\u00ff`),
    signature: new Uint8Array(64).fill(seq),
    opened: [{ name: "title", salt: "0".repeat(32), value: { ә: [name, null, 1.5] } }],
  };
  const header: Header = {
    v: 1,
    kind: "later",
    case: idLike("case"),
    device,
    seq,
    prev: null,
    time: "2026-03-01T08:00:00Z",
    seen: [],
    fields: [],
  };
  return { statement, header };
}

async function all<T>(rows: AsyncIterable<T>): Promise<readonly T[]> {
  const out: T[] = [];
  for await (const row of rows) out.push(row);
  return out;
}

const plain = (statement: Statement | null): unknown =>
  statement && {
    ...statement,
    bytes: Buffer.from(statement.bytes).toString("hex"),
    signature: Buffer.from(statement.signature).toString("hex"),
  };

/** Runs the contract; `open` gives an empty store. */
export function storeContract(name: string, open: () => Store): void {
  const check = (what: string, body: (store: Store) => Promise<void>): void => {
    test(`${name}: ${what}`, async () => {
      const store = open();
      try {
        await body(store);
      } finally {
        await store.close();
      }
    });
  };

  check("forgotten fields are gone, the statement is what it was, and it does not bring them back", async (store) => {
    const { statement, header } = statementLike("a", DEVICES[0], 0);
    const fields = ["one", "two"].map((field) => ({ name: field, salt: "0".repeat(32), value: field }));
    await store.write((writes) => writes.append({ ...statement, opened: fields }, header));
    await store.write((writes) => writes.forgetFields(statement.id, ["two", "three"]));
    await store.write((writes) => writes.append({ ...statement, opened: fields }, header));
    await store.scrub();
    assert.deepEqual(plain(await store.statement(statement.id)), plain({ ...statement, opened: fields.slice(0, 1) }));
    await store.write((writes) => writes.forgetFields(idLike("none"), ["one"]));
    assert.equal(await store.statement(idLike("none")), null);
    assert.deepEqual(await store.integrity(), []);
  });

  check("fields that another copy opens are added to those that are open here, and those stay as they are", async (store) => {
    const { statement, header } = statementLike("a", DEVICES[0], 0);
    const [one, two] = ["one", "two"].map((name) => ({ name, salt: "0".repeat(32), value: name })) as [Opened, Opened];
    await store.write((writes) => writes.append({ ...statement, opened: [two] }, header));
    const opening = (opened: readonly Opened[]): Promise<boolean> => store.write((writes) => writes.openFields(statement.id, opened));
    assert.equal(await opening([{ ...two, value: "another" }]), false);
    assert.equal(await opening([two, one]), true);
    assert.deepEqual(plain(await store.statement(statement.id)), plain({ ...statement, opened: [one, two] }));
    assert.equal(await store.write((writes) => writes.openFields(idLike("none"), [one])), false);
  });

  check("an id is found by its beginning, among claims, sources and statements, each once", async (store) => {
    const { statement, header } = statementLike("b", DEVICES[0], 0);
    await store.write((writes) => writes.append(statement, header));
    assert.deepEqual(await store.idsBeginning(statement.id.slice(0, 16)), [statement.id]);
    assert.deepEqual(await store.idsBeginning("sha256:none"), []);
  });

  check("an empty store is empty", async (store) => {
    assert.deepEqual(await all(store.statements()), []);
    assert.equal(await store.countStatements(), 0);
    assert.equal(await store.statement(idLike("none")), null);
    assert.equal(await store.head(DEVICES[0]), null);
    assert.deepEqual(await all(store.sources()), []);
    assert.equal(await store.source(idLike("none")), null);
    assert.deepEqual(await all(store.claims({})), []);
    assert.equal(await store.claim(idLike("none")), null);
    assert.deepEqual(await all(store.refused()), []);
    assert.deepEqual(await all(store.rows("figures").range("")), []);
    assert.deepEqual(await store.viewNames(), []);
    assert.equal(await store.projection(), null);
    assert.deepEqual(await store.integrity(), []);
  });

  check("statements come back byte for byte, by device, seq and id; a fork is kept", async (store) => {
    const made = [
      statementLike("b0", DEVICES[1], 0),
      statementLike("a2", DEVICES[0], 2),
      statementLike("a10", DEVICES[0], 10),
      statementLike("a0", DEVICES[0], 0),
      statementLike("a2 again", DEVICES[0], 2),
    ];
    await store.write(async (writes) => {
      for (const { statement, header } of made) await writes.append(statement, header);
      for (const { statement, header } of made) await writes.append({ ...statement, opened: [] }, header);
    });
    assert.equal(await store.countStatements(), 5);
    const forks = ["a2", "a2 again"].sort((x, y) => (idLike(x) < idLike(y) ? -1 : 1));
    const order = ["a0", ...forks, "a10", "b0"].map(
      (each) => made.find(({ statement }) => statement.id === idLike(each))?.statement ?? null,
    );
    assert.deepEqual((await all(store.statements())).map(plain), order.map(plain));
    assert.deepEqual(plain(await store.statement(idLike("a10"))), plain(made[2]?.statement ?? null));
    assert.deepEqual(await store.head(DEVICES[0]), { device: DEVICES[0], seq: 10, id: idLike("a10") });
    assert.deepEqual(await store.head(DEVICES[1]), { device: DEVICES[1], seq: 0, id: idLike("b0") });
  });

  check("more statements than a page come in order", async (store) => {
    await store.write(async (writes) => {
      for (let seq = 0; seq < 1000; seq++) {
        const { statement, header } = statementLike(`n${seq}`, DEVICES[0], seq);
        await writes.append(statement, header);
      }
    });
    assert.deepEqual(
      (await all(store.statements())).map(({ id }) => id),
      Array.from({ length: 1000 }, (_, seq) => idLike(`n${seq}`)),
    );
  });

  check("places come in the order of statements, forks with all their ids", async (store) => {
    const [a, b] = DEVICES;
    const given = [statementLike("one", b, 0), statementLike("two", a, 1), statementLike("three", a, 0), statementLike("fork", a, 1)];
    await store.write(async (writes) => {
      for (const { statement, header } of given) await writes.append(statement, header);
    });
    const fork = [idLike("two"), idLike("fork")].sort();
    const places = await all(store.places());
    assert.deepEqual(
      places.map(({ device, seq, id }) => [device, seq, id]),
      [[a, 0, idLike("three")], ...fork.map((id) => [a, 1, id]), [b, 0, idLike("one")]],
    );
    assert.deepEqual(await store.idsAt(a, 1), fork);
    assert.deepEqual(await store.idsAt(a, 2), []);
  });

  check("what is known of another copy is replaced by what is newer", async (store) => {
    const [a, b] = DEVICES;
    assert.deepEqual(await store.peers(), []);
    await store.write(async (writes) => {
      await writes.putPeer({ device: b, recipient: null, have: [] });
      await writes.putPeer({ device: a, recipient: "age1…", have: [{ seq: 1 }] });
      await writes.putPeer({ device: b, recipient: "age1…", have: [{ seq: 2 }] });
      await writes.clearProjections();
    });
    assert.deepEqual(await store.peers(), [
      { device: a, recipient: "age1…", have: [{ seq: 1 }] },
      { device: b, recipient: "age1…", have: [{ seq: 2 }] },
    ]);
  });

  check("a large seq is kept exactly", async (store) => {
    const { statement, header } = statementLike("far", DEVICES[0], Number.MAX_SAFE_INTEGER);
    await store.write((writes) => writes.append(statement, header));
    assert.equal((await store.head(DEVICES[0]))?.seq, Number.MAX_SAFE_INTEGER);
  });

  check("sources come by when they were got; putting one again replaces it", async (store) => {
    const entries = [
      entryLike("late", "2026-03-02T00:00:00Z"),
      entryLike("x", "2026-03-01T00:00:00Z"),
      entryLike("y", "2026-03-01T00:00:00Z"),
    ];
    await store.write(async (writes) => {
      for (const entry of entries) await writes.putSource({ ...entry, readings: [] });
      for (const entry of entries) await writes.putSource(entry);
    });
    const early = ["x", "y"].sort((a, b) => (idLike(a) < idLike(b) ? -1 : 1));
    assert.deepEqual(
      await all(store.sources()),
      [...early, "late"].map((each) => entries.find(({ source }) => source.id === idLike(each))),
    );
    assert.deepEqual(await store.source(idLike("late")), entries[0]);
  });

  check("claims: order, filters, replacement, doubles", async (store) => {
    const [first, second] = [entryLike("first", "2026-03-01T00:00:00Z"), entryLike("second", "2026-03-02T00:00:00Z")];
    const a = claimLike("a", first, { kind: "event", event: "arrest", voice: [] });
    const b = claimLike("b", first, { kind: "figure", event: "death", unit: "dead", voice: ["Ombudsman", "Relatives"] });
    const c = claimLike("c", second, { kind: "figure", event: "injury", unit: "injured", voice: [null], certainty: "hedged" });
    const d = claimLike("d", second, { kind: "event", event: "arrest", voice: ["Relatives", "Ombudsman"], review: "accepted" });
    await store.write(async (writes) => {
      await writes.putClaims(second.source, [c, d, c]);
      await writes.putClaims(first.source, [b]);
      await writes.putClaims(first.source, [a, b]);
    });
    const ids = async (filter: ClaimFilter): Promise<string> => (await all(store.claims(filter))).map(({ quote }) => quote).join("");
    // Claims come in the order of their sources; without the sources' rows there is no order to come in.
    await store.write(async (writes) => {
      await writes.putSource(second);
      await writes.putSource(first);
    });
    assert.equal(await ids({}), "abcd");
    assert.equal(await ids({ source: second.source.id }), "cd");
    assert.equal(await ids({ source: idLike("none") }), "");
    assert.equal(await ids({ kind: "event" }), "ad");
    assert.equal(await ids({ event: "arrest", review: "accepted" }), "d");
    assert.equal(await ids({ unit: "dead" }), "b");
    assert.equal(await ids({ certainty: "hedged" }), "c");
    assert.equal(await ids({ by: "Ombudsman" }), "d");
    assert.equal(await ids({ by: "Relatives", kind: "figure" }), "b");
    assert.equal(await ids({ by: null }), "a");
    assert.equal(await ids({ by: "" }), "c");
    assert.deepEqual(await store.claim(b.id), b);
    await store.write((writes) => writes.putClaims(first.source, []));
    assert.equal(await ids({}), "cd");
    assert.equal(await store.claim(b.id), null);
  });

  check("refusals: one for each what and code, sorted by UTF-16 code units, forgotten by name", async (store) => {
    const row = (what: string, code: Refused["code"], message = "why"): Refused => ({ what, code, message });
    await store.write(async (writes) => {
      await writes.putRefused([row("b.txt", "input-empty"), row("\uFB01", "input-missing"), row("\u{1F4C4}", "input-missing")]);
      await writes.putRefused([row("b.txt", "input-binary"), row("b.txt", "input-empty", "another why"), row("a", "reader-failed")]);
    });
    assert.deepEqual(await all(store.refused()), [
      row("a", "reader-failed"),
      row("b.txt", "input-binary"),
      row("b.txt", "input-empty", "another why"),
      row("\u{1F4C4}", "input-missing"),
      row("\uFB01", "input-missing"),
    ]);
    await store.write((writes) => writes.forgetRefused("b.txt"));
    assert.deepEqual(
      (await all(store.refused())).map(({ what }) => what),
      ["a", "\u{1F4C4}", "\uFB01"],
    );
  });

  check("clearing the projections leaves the log and the refusals of intake", async (store) => {
    const entry = entryLike("s", "2026-03-01T00:00:00Z");
    const { statement, header } = statementLike("kept", DEVICES[0], 0);
    await store.write(async (writes) => {
      await writes.append(statement, header);
      await writes.putSource(entry);
      await writes.putClaims(entry.source, [claimLike("a", entry, {})]);
      await writes.rows("figures").put("k", 1);
      await writes.putRefused([{ what: "a.txt", code: "input-empty", message: "" }]);
      await writes.setProjection("one");
      await writes.setProjection("two");
    });
    assert.equal(await store.projection(), "two");
    await store.write((writes) => writes.clearProjections());
    assert.equal(await store.projection(), null);
    assert.deepEqual(await all(store.sources()), []);
    assert.deepEqual(await all(store.claims({})), []);
    assert.deepEqual(await store.viewNames(), []);
    assert.deepEqual(
      (await all(store.refused())).map(({ what }) => what),
      ["a.txt"],
    );
    assert.equal(await store.countStatements(), 1);
  });

  check("a transaction is seen whole or not at all", async (store) => {
    const { statement, header } = statementLike("x", DEVICES[0], 0);
    const failed = store.write(async (writes) => {
      await writes.append(statement, header);
      await writes.rows("v").put("k", "inside");
      assert.equal(await writes.rows("v").get("k"), "inside");
      assert.equal(await writes.countStatements(), 1);
      throw new Error("stop");
    });
    await assert.rejects(failed, /stop/);
    assert.equal(await store.countStatements(), 0);
    assert.equal(await store.rows("v").get("k"), undefined);
    await store.write((writes) => writes.rows("v").put("k", "kept"));
    assert.equal(await store.rows("v").get("k"), "kept");
  });

  check("transactions run one after another, in the order asked", async (store) => {
    const add = (text: string): Promise<void> =>
      store.write(async (writes) => {
        const before = await writes.rows("v").get("k");
        await new Promise((resolve) => setTimeout(resolve, text === "a" ? 5 : 0));
        await writes.rows("v").put("k", `${typeof before === "string" ? before : ""}${text}`);
      });
    await Promise.all([add("a"), add("b"), add("c")]);
    assert.equal(await store.rows("v").get("k"), "abc");
  });

  check("rows cannot be put from outside", async (store) => {
    await assert.rejects(store.rows("v").put("k", 1), TypeError);
  });

  check("rows hold what was put, not what became of it", async (store) => {
    const value = { list: [1] };
    await store.write(async (writes) => {
      await writes.rows("v").put("k", value);
      value.list.push(2);
      const got = (await writes.rows("v").get("k")) as { list: number[] };
      got.list.push(3);
      assert.deepEqual(await writes.rows("v").get("k"), { list: [1] });
    });
    assert.deepEqual(await store.rows("v").get("k"), { list: [1] });
  });

  check("views do not see each other's rows", async (store) => {
    await store.write(async (writes) => {
      await writes.rows("one").put("k", 1);
      await writes.rows("two").put("k", 2);
      await writes.rows("one").put("gone", 1);
      await writes.rows("one").put("gone", undefined);
      await writes.rows("three").put("gone", 1);
      await writes.rows("three").put("gone", undefined);
    });
    assert.deepEqual(await all(store.rows("one").range("")), [["k", 1]]);
    assert.deepEqual(await store.viewNames(), ["one", "two"]);
  });

  check("a range may be written to while it runs", async (store) => {
    await store.write(async (writes) => {
      const rows = writes.rows("v");
      for (let at = 0; at < 600; at++) await rows.put(`k${String(at).padStart(3, "0")}`, at);
      let seen = 0;
      for await (const [key] of rows.range("k")) {
        await rows.put(key, undefined);
        await rows.put(`z${key}`, seen);
        seen++;
      }
      assert.equal(seen, 600);
    });
    assert.equal((await all(store.rows("v").range("k"))).length, 0);
    assert.equal((await all(store.rows("v").range("zk"))).length, 600);
  });

  // Units on both sides of every border that an encoding has, pairs and halves of pairs.
  const key = fc
    .array(
      fc.constantFrom(
        "",
        "a",
        "b",
        "\u0000",
        "\u007f",
        "\u0080",
        "\u07ff",
        "\u0800",
        "ж",
        "\ud7ff",
        "\ud83d",
        "\u{1F4C4}",
        "\udcc4",
        "\ue000",
        "\uffff",
      ),
      {
        maxLength: 4,
      },
    )
    .map((parts) => parts.join(""));
  check("any keys come back, sorted by UTF-16 code units, and a prefix gives those that start with it", async (store) => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(key, { maxLength: 30 }), key, fc.jsonValue(), async (keys, prefix, value) => {
        const view = `v${run++}`;
        const clean = JSON.parse(JSON.stringify(value)) as Json;
        await store.write(async (writes) => {
          for (const each of keys) await writes.rows(view).put(each, clean);
        });
        const rows: Rows = store.rows(view);
        const wanted = keys.filter((each) => each.startsWith(prefix)).sort();
        assert.deepEqual(
          await all(rows.range(prefix)),
          wanted.map((each) => [each, clean]),
        );
        for (const each of keys) assert.deepEqual(await rows.get(each), clean);
      }),
      { seed: 2204, numRuns: 100 },
    );
  });
}
