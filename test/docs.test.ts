import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { commands } from "../src/faces/cli/commands.ts";
import { commandLines, headings, relativeLinks, slug } from "./docs/markdown.ts";
import { packages, walls, wallsAsMarkdown } from "./walls/table.ts";

const root = path.join(import.meta.dirname, "..");
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const manifest = JSON.parse(read("package.json")) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
};
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith(".md")),
  ...["docs", "spec"].flatMap((folder) =>
    existsSync(path.join(root, folder))
      ? readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
          .filter((name) => name.endsWith(".md"))
          .map((name) => `${folder}/${name.split(path.sep).join("/")}`)
      : [],
  ),
].sort();

test("the pages that a newcomer looks for are there", () => {
  for (const page of [
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "SECURITY.md",
    "docs/guide.md",
    "docs/glossary.md",
  ])
    assert.ok(pages.includes(page), page);
  assert.match(read("LICENSE"), /Apache License\s+Version 2\.0, January 2004[\s\S]+END OF TERMS AND CONDITIONS/);
});

test("every relative link leads to a file, and to a heading that is in it", () => {
  const broken = pages.flatMap((page) =>
    relativeLinks(read(page))
      .filter((link) => {
        const [target = "", anchor] = link.split("#");
        const file = target === "" ? page : path.posix.join(path.posix.dirname(page), decodeURIComponent(target));
        if (!existsSync(path.join(root, file))) return true;
        return anchor !== undefined && !headings(read(file)).map(slug).includes(anchor);
      })
      .map((link) => `${page}: ${link}`),
  );
  assert.deepEqual(broken, []);
});

test("every onrecord line in a code block names a command that there is", () => {
  const known = new Set(commands.map((command) => command.name));
  const lines = pages.flatMap((page) => commandLines(read(page)).map((line) => ({ page, line })));
  assert.ok(lines.length > 5, "command lines were found");
  const unknown = lines.filter(({ line }) => {
    const word = /^(?:\.\/bin\/|npx )?onrecord\s+(\S+)/.exec(line)?.[1];
    return word !== undefined && !word.startsWith("-") && !known.has(word);
  });
  assert.deepEqual(unknown, []);
});

test("what the README shows as printed is printed so", () => {
  const shown = [...read("README.md").matchAll(/^```text\n([\s\S]*?)^```/gm)].map((match) => match[1] ?? "");
  assert.equal(shown.length, 1);
  assert.ok(read("test/golden/show-80.txt").includes(shown[0] ?? "?"), "the picture is a part of the golden page");
});

test("no page is left with a gap to fill", () => {
  const gaps = pages.flatMap((page) =>
    [...read(page).matchAll(/\b(?:TODO|TBD|FIXME|XXX)\b|^[A-Z_]{5,}$/gm)].map((match) => `${page}: ${match[0]}`),
  );
  assert.deepEqual(gaps, []);
});

test("the session of the README runs from init to verify", () => {
  const session = commandLines(read("README.md")).map((line) => line.split(/\s+/));
  const verbs = session.map(([, verb]) => verb);
  assert.equal(verbs[0], "init");
  assert.equal(verbs.at(-1), "verify");
  assert.ok(verbs.includes("add") && verbs.includes("show"));
  const folder = mkdtempSync(path.join(tmpdir(), "onrecord-readme-"));
  try {
    for (const [program = "", ...args] of session) {
      const here = args.map((arg) => (arg === "my-case" ? path.join(folder, "case") : arg));
      const ran = spawnSync(process.execPath, [program, ...here], { cwd: root, encoding: "utf8", input: "" });
      assert.equal(ran.status, 0, `${args.join(" ")}: ${ran.stderr}`);
      assert.ok(ran.stdout.split("\n").length > 2, `${args.join(" ")} prints something`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("every command has its place in the guide", () => {
  const titles = headings(read("docs/guide.md")).join("\n");
  assert.deepEqual(
    commands.map((command) => command.name).filter((name) => !titles.includes(`\`${name}\``)),
    [],
  );
});

test("every npm run line names a script that there is", () => {
  const lines = pages.flatMap((page) => [...read(page).matchAll(/npm run (?:--silent )?([\w:]+)/g)].map((match) => match[1] ?? ""));
  assert.deepEqual(
    lines.filter((name) => manifest.scripts[name] === undefined),
    [],
  );
});

test("every slow check is on the list of npm run soak, in full and in short", () => {
  const names = readdirSync(path.join(root, "test/soak")).filter((name) => name.endsWith(".ts"));
  // Those that say how they are run; the others are parts of them.
  const checks = names.filter((name) => read(`test/soak/${name}`).includes(`node test/soak/${name}`));
  assert.ok(checks.length > 0);
  for (const script of ["soak", "soak:quick"])
    assert.deepEqual(
      [...(manifest.scripts[script] ?? "").matchAll(/test\/soak\/(\S+\.ts)/g)].map((match) => match[1]).sort(),
      checks.sort(),
    );
});

test("every page that a comment in the code sends to is there", () => {
  const sent = readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => [...read(`src/${name}`).matchAll(/\b(?:docs|spec)\/[\w./-]+\.md\b/g)].map((match) => `${name}: ${match[0]}`));
  assert.ok(sent.length > 0);
  assert.deepEqual(
    sent.filter((line) => !existsSync(path.join(root, line.split(": ")[1] ?? ""))),
    [],
  );
});

test("every runtime dependency has its line in the decision, and no line outlives its dependency", () => {
  const page = read("docs/decisions/0005-dependencies.md");
  const section = page.slice(page.indexOf("## Runtime dependencies"), page.indexOf("## What was left out"));
  const listed = [...section.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1]);
  assert.deepEqual(listed.sort(), Object.keys(manifest.dependencies).sort());
  for (const name of Object.keys(manifest.optionalDependencies))
    assert.match(section, new RegExp(`^\`${name}\` is an \\*\\*optional`, "m"));
});

test("every runtime dependency is a package of some room", () => {
  const allowed = Object.values(packages).flat();
  assert.deepEqual([...new Set(allowed)].sort(), Object.keys(manifest.dependencies).sort());
});

test("ARCHITECTURE prints the table of walls as it is kept", () => {
  const printed = read("ARCHITECTURE.md").split("\n");
  const start = printed.findIndex((line) => line.startsWith("| room | may import |"));
  const rows = printed.slice(start + 2);
  const end = rows.findIndex((line) => !line.startsWith("|"));
  assert.deepEqual(rows.slice(0, end), wallsAsMarkdown(walls, packages));
});

test("ARCHITECTURE names every folder of src, and no other", () => {
  const named = [...read("ARCHITECTURE.md").matchAll(/^\| `src\/([\w/]+)\/` \|/gm)].map((match) => match[1]);
  const folders = readdirSync(path.join(root, "src"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => (entry.name === "faces" ? readdirSync(path.join(root, "src/faces")).map((face) => `faces/${face}`) : [entry.name]));
  assert.deepEqual(named.sort(), folders.sort());
});

test("every file and folder that ARCHITECTURE names is there", () => {
  const named = [...read("ARCHITECTURE.md").matchAll(/`((?:src|test|bin|docs|bench|eval|examples)\/[\w./-]*)`/g)].map(
    (match) => match[1] ?? "",
  );
  assert.ok(named.length > 10, "paths were found");
  assert.deepEqual(
    named.filter((file) => !existsSync(path.join(root, file))),
    [],
  );
});

const sample = [
  "# One `two`",
  "See [a](./a.md#x) and [b](https://example.org/b) and ![c](c.png).",
  "```sh",
  "$ onrecord add file.txt",
  "./bin/onrecord show --json   # a comment",
  "[not](a-link.md)",
  "```",
  "Not a line: onrecord nothing",
].join("\n");

test("the scanner of pages sees what it should", () => {
  assert.deepEqual(relativeLinks(sample), ["./a.md#x", "c.png"]);
  assert.deepEqual(commandLines(sample), ["onrecord add file.txt", "./bin/onrecord show --json"]);
  assert.deepEqual(headings(sample), ["One `two`"]);
  assert.equal(slug("`init`: make a case"), "init-make-a-case");
});
