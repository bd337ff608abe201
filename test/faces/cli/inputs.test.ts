import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { filesOf, inputsOf } from "../../../src/faces/cli/inputs.ts";
import { readManifest } from "../../../src/faces/cli/manifest.ts";

const root = mkdtempSync(path.join(tmpdir(), "onrecord-inputs-"));
after(() => {
  rmSync(root, { recursive: true, force: true });
});
for (const folder of ["docs/deep", "docs/.hidden", "own/case"]) mkdirSync(path.join(root, folder), { recursive: true });
for (const file of [
  "a.txt",
  "docs/b.md",
  "docs/.secret",
  "docs/.hidden/x.txt",
  "docs/deep/c.html",
  "docs/README",
  "own/case/log",
  "own/d.txt",
  "odd [1].txt",
])
  writeFileSync(path.join(root, file), file);
symlinkSync(path.join(root, "docs"), path.join(root, "docs", "deep", "loop"));

const none = { published: null, url: null, outlet: null, language: null };

async function names(given: readonly string[], skip: (folder: string) => boolean = () => false): Promise<readonly string[]> {
  return inputsOf(await filesOf(given, root, skip), [], none, root).map((input) => input.name);
}

test("files, folders and patterns become files, each once; only names with a dot in front are left out of folders", async () => {
  const cases: readonly (readonly [given: readonly string[], files: readonly string[]])[] = [
    [["a.txt"], ["a.txt"]],
    [["docs"], ["docs/README", "docs/b.md", "docs/deep/c.html"]],
    [
      ["docs/", "docs/b.md", "./docs/b.md"],
      ["docs/README", "docs/b.md", "docs/deep/c.html"],
    ],
    [["**/*.md"], ["docs/b.md"]],
    [["*.txt"], ["a.txt", "odd [1].txt"]],
    [["docs/*"], ["docs/README", "docs/b.md", "docs/deep/c.html"]],
    // Named outright, a file with a dot is meant; a name that looks like a pattern is that file when it is there.
    [["docs/.secret"], ["docs/.secret"]],
    [["odd [1].txt"], ["odd [1].txt"]],
    // What is not there stays, so that adding can refuse it by name.
    [
      ["gone.txt", "nothing*.pdf"],
      ["gone.txt", "nothing*.pdf"],
    ],
  ];
  for (const [given, files] of cases) assert.deepEqual(await names(given), files, given.join(" "));
});

test("a folder of the case itself is not entered", async () => {
  assert.deepEqual(await names(["own"], (folder) => folder.endsWith(`${path.sep}case`)), ["own/d.txt"]);
});

test("the record never keeps more of a path outside the current folder than its last folder", async () => {
  const outside = inputsOf(
    await filesOf(["../a.txt", path.join(root, "docs", "b.md")], path.join(root, "own"), () => false),
    [],
    none,
    path.join(root, "own"),
  );
  assert.deepEqual(outside.map((input) => input.name), [`${path.basename(root)}/a.txt`, "docs/b.md"]); // prettier-ignore
});

test("a manifest's row goes before what was typed for all, and its paths are its own", async () => {
  const csv = path.join(root, "docs", "list.csv");
  writeFileSync(csv, '\uFEFFfile,published,outlet\r\nb.md,2031-03-04,"Courier, The"\r\n\r\n../a.txt,,\r\n');
  const typed = { ...none, published: "2030", language: "en" };
  const inputs = inputsOf(await filesOf(["a.txt"], root, () => false), await readManifest(csv), typed, root);
  assert.deepEqual(
    inputs.map(({ name, overrides }) => ({ name, ...overrides })),
    [
      { name: "a.txt", published: "2030", url: null, outlet: null, language: "en" },
      { name: "docs/b.md", published: "2031-03-04", url: null, outlet: "Courier, The", language: "en" },
    ],
  );
});

test("a manifest that cannot be used is named with what is wrong", async () => {
  const cases: readonly (readonly [text: string, message: RegExp])[] = [
    ["file,author\na.txt,me\n", /columns that are not known: author\. Its columns are file, published/],
    ["path\na.txt\n", /not known: path/],
    ["published\n2031\n", /no column named file/],
    ["file,published\n", /no rows/],
    ["", /no rows/],
    ["file,published\n,2031\n", /Row 1 of the manifest .* names no file/],
    ['file,published\n"a.txt,2031\n', /not well-formed CSV/],
    ["file,published\na.txt,2031,extra\n", /not well-formed CSV/],
  ];
  for (const [text, message] of cases) {
    const csv = path.join(root, "bad.csv");
    writeFileSync(csv, text);
    await assert.rejects(readManifest(csv), { message });
  }
  await assert.rejects(readManifest(path.join(root, "none.csv")), /cannot be read/);
});
