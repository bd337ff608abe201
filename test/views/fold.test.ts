import { keep } from "../../src/views/keep.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Claim } from "../../src/model/claim.ts";
import { claimCheck } from "../../src/model/claim.ts";
import { faultsOf } from "../../src/model/check.ts";
import { filings, isViewName, viewNamed, views } from "../../src/views/views.ts";
import type { Entry, Rows } from "../../src/views/view.ts";
import { claim, document, figureClaim, folded, memoryRows, of, partClaim, place, relationClaim, voice, who } from "../build.ts";

const voices = [
  [],
  [voice("Audit Office")],
  [voice("Courier"), voice("the Audit Office")],
  [voice("Dana Orlen")],
  [voice("Orlen", { stance: "denies" })],
  [voice("Piet Orlen")],
];
const places = [[], [place("Brisk")], [place("Taravia", "country")], [place("Mill Square", "site"), place("Brisk")]];
const times = [null, "2021-03", "2021-03-04", "2021-03-05T22", "../2021-03-04", "2021-03-04/2021-03-09"];

const anyClaim: fc.Arbitrary<Claim> = fc
  .record({
    sort: fc.constantFrom("figure", "part", "event", "question", "pledge", "explanation", "relation", "speech"),
    number: fc.integer({ min: 1, max: 4 }),
    voice: fc.constantFrom(...voices),
    where: fc.constantFrom(...places),
    when: fc.constantFrom(...times),
    quote: fc.constantFrom("It was so.", "Guards fired into the crowd from the roof of the old mill.", "Nobody says (NRB) why."),
    people: fc.constantFrom(
      [],
      [who("patient", "Dana Orlen")],
      [who("agent", "National Rescue Board (NRB)")],
      [who("patient", "Orlen", "civilian")],
    ),
  })
  .map(({ sort, number, people, ...rest }): Claim => {
    switch (sort) {
      case "figure":
        return figureClaim(number * 100, rest);
      case "part":
        return partClaim(figureClaim(100), number * 30, number % 2 === 0 ? { unit: "injured" } : { of: [of("minor")] }, rest);
      case "event":
        return claim({ ...rest, event: number % 2 === 0 ? "shooting" : "arrest", who: people });
      case "question":
        return claim({ ...rest, kind: "question", question: { asks: `who fired ${number} times`, why: null, holder: null } });
      case "pledge":
        return claim({
          ...rest,
          kind: "pledge",
          pledge: { by: null, to: null, what: `build ${number} roads`, due: null, condition: null },
        });
      case "explanation":
        return claim({ ...rest, kind: "explanation" });
      case "relation":
        return relationClaim({ from: "Dana Orlen", to: "Brisk Council" }, rest);
      default:
        return claim({ ...rest, kind: "speech" });
    }
  });

const anyCase: fc.Arbitrary<readonly Entry[]> = fc
  .array(fc.record({ claims: fc.array(anyClaim, { maxLength: 5 }), published: fc.constantFrom(null, "2021-03-07", "2021-03-09") }), {
    maxLength: 5,
  })
  .map((list) =>
    list.map(({ claims, published }, index) => {
      // Parts need their whole in the same document.
      const whole = figureClaim(100);
      const entry = document(`doc ${index}`, [whole, ...claims], { published });
      return { ...entry, refused: [{ what: `doc ${index}`, code: "draft-invalid" as const, message: "one draft\twas refused" }] };
    }),
  );

async function everything(entries: readonly Entry[]): Promise<string> {
  const all = await Promise.all(views.map(async (view) => [view.name, await folded(view, entries)] as const));
  return JSON.stringify(all);
}

test("the builders make claims of the contract", () => {
  for (const entry of fc.sample(anyCase, { seed: 1, numRuns: 20 })) {
    for (const { claims } of entry) for (const each of claims) assert.deepEqual(faultsOf(claimCheck, each), []);
  }
});

test("property: every order of documents, with repeats, gives the same rows, byte for byte", async () => {
  await fc.assert(
    fc.asyncProperty(anyCase, fc.array(fc.nat(), { maxLength: 8 }), async (entries, picks) => {
      const again = picks.flatMap((pick) => entries[pick % Math.max(1, entries.length)] ?? []);
      assert.equal(await everything([...again, ...[...entries].reverse()]), await everything(entries));
    }),
    { seed: 21, numRuns: 60 },
  );
});

test("property: applying the same document again writes nothing new", async () => {
  await fc.assert(
    fc.asyncProperty(anyCase, async (entries) => {
      for (const view of views) {
        const rows = memoryRows();
        for (const entry of entries) await keep(rows, view.file(entry));
        const before = rows.size();
        for (const entry of entries) await keep(rows, view.file(entry));
        assert.equal(rows.size(), before);
      }
    }),
    { seed: 22, numRuns: 30 },
  );
});

test("property: listing between two documents changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(anyCase, async (entries) => {
      const tables = new Map(filings.map(({ name }) => [name, memoryRows()]));
      const rowsOf = (name: string): Rows => tables.get(name) as Rows;
      for (const entry of entries) {
        for (const view of views) await keep(rowsOf(view.name), view.file(entry));
        for (const view of views) for await (const _row of view.list(rowsOf(view.name), rowsOf));
      }
      for (const view of views) {
        const listed: unknown[] = [];
        for await (const row of view.list(rowsOf(view.name), rowsOf)) listed.push(row);
        assert.equal(JSON.stringify(listed), JSON.stringify(await folded(view, entries)));
      }
    }),
    { seed: 23, numRuns: 30 },
  );
});

test("property: ids of one view are its own, and every figure, event, pledge, question and explanation is in a row", async () => {
  await fc.assert(
    fc.asyncProperty(anyCase, async (entries) => {
      const claims = entries.flatMap((entry) => entry.claims);
      for (const name of ["figures", "timeline", "people", "questions", "pledges", "rivals", "sources"] as const) {
        const rows: readonly { readonly id: string }[] = await folded<{ readonly id: string }>(viewNamed(name), entries);
        assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length, name);
        for (const { id } of rows) assert.match(id, /^sha256:[0-9a-f]{64}$/);
      }
      const listed = async (name: "timeline" | "questions" | "pledges" | "rivals"): Promise<readonly string[]> =>
        (await folded<{ readonly claims: readonly string[] }>(viewNamed(name), entries)).flatMap((row) => row.claims);
      const figures = (await folded(viewNamed("figures"), entries)).flatMap(({ series }) => series.map((point) => point.claim));
      const expected = (kind: Claim["kind"]): readonly string[] =>
        claims
          .filter((each) => each.kind === kind)
          .map(({ id }) => id)
          .sort();
      assert.deepEqual([...figures].sort(), expected("figure"));
      assert.deepEqual([...(await listed("timeline"))].sort(), expected("event"));
      assert.deepEqual([...(await listed("pledges"))].sort(), expected("pledge"));
      assert.deepEqual([...(await listed("rivals"))].sort(), expected("explanation"));
      const asked = new Set(await listed("questions"));
      for (const id of expected("question")) assert.ok(asked.has(id));
    }),
    { seed: 24, numRuns: 60 },
  );
});

test("views are found by name, in the order of the contract", () => {
  assert.deepEqual(
    views.map(({ name }) => name),
    ["figures", "timeline", "people", "questions", "pledges", "rivals", "findings", "sources", "signed", "conflicts", "refused"],
  );
  for (const view of views) assert.ok(isViewName(view.name) && viewNamed(view.name) === view);
  assert.ok(!isViewName("claims"));
  assert.ok(!isViewName("toString"));
});

test("a claim that a person rejected is in no row", async () => {
  const rejected = { review: "rejected" } as const;
  const claims = [
    figureClaim(10, rejected),
    claim({ event: "arrest", ...rejected, who: [who("patient", "Dana Orlen")] }),
    claim({ kind: "explanation", ...rejected }),
    claim({ kind: "pledge", pledge: { by: null, to: null, what: "x", due: null, condition: null }, ...rejected }),
  ];
  for (const name of ["figures", "timeline", "people", "questions", "pledges", "rivals"] as const) {
    assert.deepEqual(await folded<unknown>(viewNamed(name), [document("A", claims)]), [], name);
  }
});
