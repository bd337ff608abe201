/** Holds a source tree to the walls and the house rules; every fault names its file, line and rule. */
import { isBuiltin } from "node:module";
import ts from "typescript";
import { cyclesOf } from "./cycles.ts";
import { usesOf } from "./globals.ts";
import type { Import } from "./imports.ts";
import { importsOf, lineOf, parse } from "./imports.ts";
import type { Wall } from "./table.ts";
import type { Tree } from "./tree.ts";
import { isCode } from "./tree.ts";

export const ruleNames = [
  "room", // a file in no room of the table
  "import", // a room that is not in the row
  "type-import", // a value taken from a room that only lends its types
  "unresolved", // an import of a file that is not there, or of nothing that can be told
  "outside", // an import that leaves src/
  "package", // a package that is not listed for the room
  "node", // a `node:` module that the room may not touch
  "global", // a use of the machine's own state
  "cycle", // files that import each other
  "type-cycle", // the same, through types
  "size", // above 700 lines
  "default-export",
  "barrel", // a file that only passes on the exports of others
  "name", // a folder or file named after nothing
  "tsx", // .tsx outside faces/web, or a file that is not TypeScript
] as const;
export type RuleName = (typeof ruleNames)[number];

export interface Fault {
  readonly rule: RuleName;
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

interface Parsed {
  readonly file: string;
  readonly source: ts.SourceFile;
  readonly imports: readonly Import[];
}

const MAX_LINES = 700;
const NAMELESS = /^(?:utils?|commons?|helpers?|misc|shared|lib|stuff|v\d+)$/;
// The one file that may only pass on: it is the package's face.
const FACES_OF_THE_PACKAGE = new Set(["src/verify.ts"]);

/** The room a file is in: "model", "faces/cli", "workbench"; null outside src. */
export function roomOf(file: string): string | null {
  const [top, first, second] = file.split("/");
  if (top !== "src" || first === undefined) return null;
  const name = first.replace(/\.tsx?$/, "");
  return name === "faces" ? `faces/${second ?? ""}` : name;
}

/** The row of a room, or undefined. */
export function wallOf(room: string, table: readonly Wall[]): Wall | undefined {
  return table.find((wall) => wall.rooms.some((each) => (each.endsWith("/*") ? room.startsWith(each.slice(0, -1)) : each === room)));
}

function lets(allowed: readonly string[], room: string, file: string): boolean {
  const inside = file.replace(/^src\//, "");
  return allowed.some((each) => each === room || inside === `${each}.ts` || inside.startsWith(`${each}/`));
}

function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

function importFault(
  parsed: Parsed,
  each: Import,
  tree: Tree,
  table: readonly Wall[],
  packages: Readonly<Record<string, readonly string[]>>,
): readonly [RuleName, string] | null {
  const room = roomOf(parsed.file) ?? "";
  const wall = wallOf(room, table);
  if (each.target === null) return ["unresolved", `import of ${each.specifier}: only plain strings can be checked`];
  if (isBuiltin(each.target)) {
    const name = each.target.startsWith("node:") ? each.target : `node:${each.target}`;
    const open = wall === undefined || wall.reach.node === "any" || wall.reach.node.includes(name);
    return open ? null : ["node", `${room} may not touch ${name}`];
  }
  if (!each.specifier.startsWith(".")) {
    const name = packageOf(each.specifier);
    return (packages[room] ?? []).includes(name) ? null : ["package", `${name} is not a package of ${room}`];
  }
  if (!each.target.startsWith("src/")) return ["outside", `${each.specifier} leaves src/`];
  if (!tree.has(each.target)) return ["unresolved", `${each.specifier} is not there`];
  const other = roomOf(each.target) ?? "";
  if (other === room || wall === undefined || lets(wall.imports, other, each.target)) return null;
  if (!lets(wall.types, other, each.target)) return ["import", `${room} may not import ${other}`];
  return each.typeOnly ? null : ["type-import", `${room} may take only types from ${other}`];
}

function wallFaults(
  parsed: Parsed,
  tree: Tree,
  table: readonly Wall[],
  packages: Readonly<Record<string, readonly string[]>>,
): readonly Fault[] {
  const { file } = parsed;
  const room = roomOf(file) ?? "";
  const wall = wallOf(room, table);
  if (wall === undefined) return [{ rule: "room", file, line: 1, message: `${room} is no room of the table` }];
  const bad = parsed.imports.flatMap((each): readonly Fault[] => {
    const fault = importFault(parsed, each, tree, table, packages);
    return fault === null ? [] : [{ rule: fault[0], file, line: each.line, message: fault[1] }];
  });
  const { globals } = wall.reach;
  if (globals === "any") return bad;
  const used = usesOf(parsed.source)
    .filter((use) => !globals.includes(use.name))
    .map((use): Fault => ({ rule: "global", file, line: use.line, message: `${room} may not touch ${use.name}: hand it in` }));
  return [...bad, ...used];
}

function exportFaults({ file, source }: Parsed): readonly Fault[] {
  const faults: Fault[] = [];
  const isReexport = (node: ts.Statement): boolean => ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined;
  for (const node of source.statements) {
    const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
    const named =
      ts.isExportDeclaration(node) && node.exportClause !== undefined && ts.isNamedExports(node.exportClause)
        ? node.exportClause.elements
        : [];
    if (
      ts.isExportAssignment(node) ||
      modifiers.some((each) => each.kind === ts.SyntaxKind.DefaultKeyword) ||
      named.some((each) => each.name.text === "default")
    )
      faults.push({ rule: "default-export", file, line: lineOf(node), message: "a default export has no name to look for" });
    if (ts.isExportDeclaration(node) && (node.exportClause === undefined || ts.isNamespaceExport(node.exportClause)))
      faults.push({ rule: "barrel", file, line: lineOf(node), message: "export * hides where a name lives" });
  }
  if (source.statements.length > 0 && source.statements.every(isReexport) && !FACES_OF_THE_PACKAGE.has(file))
    faults.push({ rule: "barrel", file, line: 1, message: "a file that only passes on exports" });
  return faults;
}

function shapeFaults(file: string, text: string): readonly Fault[] {
  const faults: Fault[] = [];
  const add = (rule: RuleName, message: string): void => void faults.push({ rule, file, line: 1, message });
  const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
  if (lines > MAX_LINES) add("size", `${lines} lines: above ${MAX_LINES}`);
  const names = file.split("/").map((part) => part.replace(/(?:\.test)?\.\w+$/, ""));
  const nameless = names.find((name) => NAMELESS.test(name));
  if (nameless !== undefined) add("name", `"${nameless}" says nothing about what is inside`);
  if (file.endsWith(".tsx") && !file.startsWith("src/faces/web/")) add("tsx", ".tsx lives in faces/web only");
  else if (!/\.(?:tsx?|json)$/.test(file)) add("tsx", "not TypeScript");
  return faults;
}

function cycleFaults(files: readonly Parsed[]): readonly Fault[] {
  const graph = (keep: (each: Import) => boolean): ReadonlyMap<string, readonly string[]> =>
    new Map(
      files.map(({ file, imports }) => [file, imports.filter(keep).flatMap(({ target }) => (target?.startsWith("src/") ? [target] : []))]),
    );
  const fault = (rule: RuleName, group: readonly string[]): Fault => ({
    rule,
    file: group[0] ?? "",
    line: 1,
    message: group.join(" <-> "),
  });
  const hard = cyclesOf(graph((each) => !each.typeOnly));
  const known = new Set(hard.map((group) => group.join()));
  const soft = cyclesOf(graph(() => true)).filter((group) => !known.has(group.join()));
  return [...hard.map((group) => fault("cycle", group)), ...soft.map((group) => fault("type-cycle", group))];
}

/** All faults of `tree`, in path order. Import walls bind src/; size, names and exports bind every folder of the tree. */
export function faultsOf(tree: Tree, table: readonly Wall[], packages: Readonly<Record<string, readonly string[]>>): readonly Fault[] {
  const parsed = [...tree.entries()]
    .filter(([file]) => isCode(file))
    .map(([file, text]): Parsed => {
      const source = parse(file, text);
      return { file, source, imports: importsOf(source) };
    });
  const inside = parsed.filter(({ file }) => file.startsWith("src/"));
  return [
    ...parsed.flatMap(({ file, source }) => shapeFaults(file, source.text)),
    ...parsed.flatMap(exportFaults),
    ...inside.flatMap((each) => wallFaults(each, tree, table, packages)),
    ...cycleFaults(inside),
  ].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
