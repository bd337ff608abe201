import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { cyclesOf } from "./walls/cycles.ts";
import { importsOf, parse } from "./walls/imports.ts";
import type { RuleName } from "./walls/rules.ts";
import { faultsOf, ruleNames, wallOf } from "./walls/rules.ts";
import { packages, walls } from "./walls/table.ts";
import { readTree } from "./walls/tree.ts";

const root = path.join(import.meta.dirname, "..");
const tree = readTree(root, ["src", "test", "bench", "eval"]);

test("the project keeps its own walls", () => {
  assert.ok(tree.size > 20, "the tree was read");
  const faults = faultsOf(tree, walls, packages).map(({ file, line, rule, message }) => `${file}:${line} ${rule}: ${message}`);
  assert.deepEqual(faults, []);
});

test("the table itself runs one way", () => {
  const rooms = walls.flatMap((wall) => wall.rooms);
  assert.equal(new Set(rooms).size, rooms.length, "a room has one row");
  const part = (name: string): string => (name.startsWith("log/") ? "log" : name);
  const edges = new Map(walls.flatMap((wall) => wall.rooms.map((room) => [room, [...wall.imports, ...wall.types].map(part)] as const)));
  assert.deepEqual(cyclesOf(edges), []);
  for (const name of [...edges.values()].flat()) assert.ok(edges.has(name), `${name} has a row`);
  for (const room of Object.keys(packages)) assert.ok(wallOf(room, walls), `${room} of the package list has a row`);
  for (const room of ["model", "log", "verify"]) assert.equal(packages[room], undefined, `${room} uses no package`);
});

test("every package that a room may import is imported there", () => {
  const used = (room: string, name: string): boolean =>
    [...tree].some(
      ([file, text]) =>
        file.startsWith(`src/${room}/`) &&
        importsOf(parse(file, text)).some(({ specifier }) => specifier === name || specifier.startsWith(`${name}/`)),
    );
  const stale = Object.entries(packages).flatMap(([room, names]) =>
    names.filter((name) => !used(room, name)).map((name) => `${room}: ${name}`),
  );
  assert.deepEqual(stale, []);
});

/** A small tree that breaks no rule; each case below plants one fault in it. */
const sound: Readonly<Record<string, string>> = {
  "src/model/ids.ts": `export type Id = string;\nexport function idOf(text: string, hash: (text: string) => string): Id { return hash(text); }\n`,
  "src/model/claim.ts": `import type { Id } from "./ids.ts";\nimport { idOf } from "./ids.ts";\nexport const claim = (text: string): Id => idOf(text, String);\n`,
  "src/language/ru.json": ``,
  "src/language/words.ts": `import list from "./ru.json" with { type: "json" };\nimport tag from "wink-nlp";\nexport const words = [list, tag];\n`,
  "src/log/verify.ts": `import { claim } from "../model/claim.ts";\nexport const verify = (): string => claim("x");\n`,
  "src/log/append.ts": `import { verify } from "./verify.ts";\nexport const append = verify;\n`,
  "src/views/view.ts": `import { words } from "../language/words.ts";\nexport interface View { readonly name: string }\nexport const first = words[0];\n`,
  "src/pages/tree.ts": `import type { View } from "../views/view.ts";\nexport const draw = (view: View): string => view.name;\n`,
  "src/edition/edition.ts": `import { verify } from "../log/verify.ts";\nexport const edition = verify;\n`,
  "src/verify.ts": `export { verify } from "./log/verify.ts";\n`,
  "src/workbench/clock.ts": `import { readFileSync } from "node:fs";\nexport const now = (): number => Date.now() + readFileSync("x").length;\n`,
  "src/workbench.ts": `import { now } from "./workbench/clock.ts";\nimport { append } from "./log/append.ts";\nexport const verbs = { now, append };\n`,
  "src/faces/cli/main.ts": `import type { Id } from "../../model/ids.ts";\nimport { verbs } from "../../workbench.ts";\nexport const id: Id = String(verbs.now());\nprocess.stdout.write(id);\n`,
  "src/faces/web/page.tsx": `import { draw } from "../../pages/tree.ts";\nexport const page = draw;\n`,
  "test/model/ids.test.ts": `import { idOf } from "../../src/model/ids.ts";\nprocess.exit(idOf("", String).length);\n`,
};

const check = (change: Readonly<Record<string, string>>): readonly string[] =>
  faultsOf(new Map(Object.entries({ ...sound, ...change })), walls, packages).map(({ rule, file }) => `${rule} ${file}`);

test("a sound tree passes", () => {
  assert.deepEqual(check({}), []);
});

const model = (text: string): Readonly<Record<string, string>> => ({ "src/model/bad.ts": text });

const planted: readonly (readonly [RuleName, string, Readonly<Record<string, string>>, file?: string])[] = [
  ["room", "a folder that is no room", { "src/drawer/x.ts": "export const x = 1;\n" }, "src/drawer/x.ts"],
  ["room", "a loose file", { "src/index.ts": "export const x = 1;\n" }, "src/index.ts"],
  ["import", "model imports views", model(`import { first } from "../views/view.ts";\nexport const x = first;\n`)],
  ["import", "a type crosses a wall", model(`import type { View } from "../views/view.ts";\nexport type X = View;\n`)],
  ["import", "a type crosses inside a type expression", model(`export type X = import("../views/view.ts").View;\n`)],
  ["import", "a re-export crosses a wall", model(`export { first } from "../views/view.ts";\nexport const y = 1;\n`)],
  ["import", "a dynamic import crosses a wall", model(`export const x = import("../views/view.ts");\n`)],
  ["import", "a side-effect import crosses a wall", model(`import "../views/view.ts";\n`)],
  ["import", "a data file crosses a wall", model(`import x from "../language/ru.json" with { type: "json" };\nexport const y = x;\n`)],
  [
    "import",
    "one face imports another",
    { "src/faces/mcp/x.ts": `import { id } from "../cli/main.ts";\nexport const x = id;\n` },
    "src/faces/mcp/x.ts",
  ],
  [
    "import",
    "a face reaches round the workbench",
    { "src/faces/cli/x.ts": `import { first } from "../../views/view.ts";\nexport const x = first;\n` },
    "src/faces/cli/x.ts",
  ],
  [
    "import",
    "edition takes more of log than verify",
    { "src/edition/x.ts": `import { append } from "../log/append.ts";\nexport const x = append;\n` },
    "src/edition/x.ts",
  ],
  [
    "type-import",
    "pages run code of views",
    { "src/pages/x.ts": `import { first } from "../views/view.ts";\nexport const x = first;\n` },
    "src/pages/x.ts",
  ],
  [
    "type-import",
    "one value among types",
    { "src/pages/x.ts": `import { type View, first } from "../views/view.ts";\nexport const x: View = first;\n` },
    "src/pages/x.ts",
  ],
  ["unresolved", "a file that is not there", model(`import { x } from "./nowhere.ts";\nexport const y = x;\n`)],
  ["unresolved", "an import without its extension", model(`import { idOf } from "./ids";\nexport const y = idOf;\n`)],
  ["unresolved", "an import that nobody can read", model("export const x = (name: string): unknown => import(name);\n")],
  ["outside", "an import from the tests", model(`import { x } from "../../test/model/ids.test.ts";\nexport const y = x;\n`)],
  ["package", "a package in model", model(`import { z } from "zod";\nexport const x = z;\n`)],
  ["package", "the type of a package in model", model(`import type { Any } from "@scope/name/deep";\nexport type X = Any;\n`)],
  ["package", "a package of another room", { "src/views/x.ts": `import nlp from "wink-nlp";\nexport const x = nlp;\n` }, "src/views/x.ts"],
  ["node", "disk in model", model(`import { readFileSync } from "node:fs";\nexport const x = readFileSync;\n`)],
  ["node", "disk without the prefix", model(`import { readFileSync } from "fs";\nexport const x = readFileSync;\n`)],
  ["node", "network in the store", { "src/store/x.ts": `import { get } from "node:https";\nexport const x = get;\n` }, "src/store/x.ts"],
  [
    "node",
    "crypto in the log",
    { "src/log/x.ts": `import { createHash } from "node:crypto";\nexport const x = createHash;\n` },
    "src/log/x.ts",
  ],
  [
    "cycle",
    "two files import each other",
    { "src/model/ids.ts": `import { claim } from "./claim.ts";\nexport type Id = string;\nexport const idOf = claim;\n` },
    "src/model/claim.ts",
  ],
  ["cycle", "a file imports itself", model(`import { x } from "./bad.ts";\nexport const y = x;\n`)],
  [
    "type-cycle",
    "the way back is a type",
    {
      "src/log/a.ts": `import type { B } from "./b.ts";\nexport type A = B;\nexport const a = 1;\n`,
      "src/log/b.ts": `import { a } from "./a.ts";\nexport type B = typeof a;\n`,
    },
    "src/log/a.ts",
  ],
  ["size", "701 lines", model("export {};\n".repeat(701))],
  ["default-export", "a default export", model("const x = 1;\nexport default x;\n")],
  ["default-export", "a default function", model("export default function x(): void {}\n")],
  ["default-export", "a name exported as default", model("const x = 1;\nexport { x as default };\n")],
  ["barrel", "export star", model(`export * from "./ids.ts";\nexport const x = 1;\n`)],
  ["barrel", "export star under a name", model(`export * as ids from "./ids.ts";\nexport const x = 1;\n`)],
  ["barrel", "a file that only passes on", model(`export { idOf } from "./ids.ts";\n`)],
  ["name", "a folder of utils", { "src/model/utils/x.ts": "export const x = 1;\n" }, "src/model/utils/x.ts"],
  ["name", "a second version beside the first", { "src/log/v2/x.ts": "export const x = 1;\n" }, "src/log/v2/x.ts"],
  ["name", "helpers among the tests", { "test/helpers.ts": "export const x = 1;\n" }, "test/helpers.ts"],
  ["tsx", "a component outside the browser face", { "src/faces/cli/x.tsx": "export const x = 1;\n" }, "src/faces/cli/x.tsx"],
  ["tsx", "plain JavaScript", { "src/log/x.js": "export const x = 1;\n" }, "src/log/x.js"],
  ...[
    "process.env.HOME",
    "fetch('x')",
    "Date.now()",
    "new Date()",
    "new Date(2022, 0, 6)",
    "Date()",
    "Math.random()",
    "performance.now()",
    "crypto.randomUUID()",
    "globalThis.process",
    "console.log(1)",
    "setTimeout(String, 1)",
    "import.meta.url",
    "Buffer.from('x')",
    "Math['random']()",
    "new Date(0).getHours()",
    "new Date(0).toLocaleDateString()",
    "'a'.localeCompare('b')",
    "new Intl.NumberFormat()",
    "{ process }",
    "((fs = process) => fs)()",
    "(() => { const fetch = 1; return fetch; })() + fetch",
  ].map((code): (typeof planted)[number] => ["global", code, model(`export const x = ${code.startsWith("{") ? `(${code})` : code};\n`)]),
];

for (const [rule, what, change, file = "src/model/bad.ts"] of planted) {
  test(`${rule} catches ${what}`, () => {
    assert.deepEqual(check(change), [`${rule} ${file}`]);
  });
}

test("every rule has a planted fault", () => {
  assert.deepEqual(
    ruleNames.filter((rule) => !planted.some(([each]) => each === rule)),
    [],
  );
});

const allowed: readonly (readonly [string, string])[] = [
  ["a parameter that has an ambient name", "export const x = (process: number, fetch: number): number => process + fetch;\n"],
  ["a member that has an ambient name", "export const x = { process: 1, crypto: 2 }.process;\n"],
  ["a type query", "export type Fetch = typeof fetch;\n"],
  ["a date that was handed in", "export const x = (at: string): number => new Date(at).getUTCHours();\n"],
  ["names in comments and strings", "// Date.now() and import('fs')\nexport const x = \"import 'node:fs'; Math.random()\";\n"],
  ["a method of that name", "export class X { fetch(): number { return 1; } }\n"],
  ["a type that has an ambient name", "export interface EventSource {\n  readonly x: number;\n}\nexport type Worker<Buffer> = Buffer;\n"],
  ["700 lines", "export {};\n".repeat(700)],
  ["a locale that is said", "export const x = 'a'.localeCompare('b', 'ru');\n"],
];

for (const [what, text] of allowed) {
  test(`no fault in ${what}`, () => {
    assert.deepEqual(check(model(text)), []);
  });
}

test("a use of the machine is let through only where the table says", () => {
  assert.deepEqual(check({ "src/verify.ts": "export const subtle = crypto.subtle;\n" }), []);
  assert.deepEqual(check({ "src/store/x.ts": `import { readFileSync } from "node:fs";\nexport const x = readFileSync;\n` }), []);
  assert.deepEqual(check({ "src/verify.ts": "export const x = fetch;\n" }), ["global src/verify.ts"]);
});
