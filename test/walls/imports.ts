/** What a file imports and exports, read with the TypeScript parser: no import can hide in a string or a comment. */
import path from "node:path";
import ts from "typescript";

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** Null when the argument of a dynamic import is not a plain string. */
  readonly target: string | null;
  /** Erased before it runs: `import type`, `import("x").T`, or only `type` members. */
  readonly typeOnly: boolean;
  readonly line: number;
}

export function parse(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
}

/** 1-based line of a node. */
export function lineOf(node: ts.Node): number {
  const source = node.getSourceFile();
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

/** The path that a relative specifier names from `file`; a bare specifier comes back as it is. */
export function resolve(file: string, specifier: string): string {
  return specifier.startsWith(".") ? path.posix.join(path.posix.dirname(file), specifier) : specifier;
}

function isTypeOnlyClause(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    clause.name === undefined &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((each) => each.isTypeOnly)
  );
}

function isTypeOnlyExport(node: ts.ExportDeclaration): boolean {
  const clause = node.exportClause;
  return (
    node.isTypeOnly ||
    (clause !== undefined && ts.isNamedExports(clause) && clause.elements.length > 0 && clause.elements.every((each) => each.isTypeOnly))
  );
}

/** Names of variables that load modules: `require`, and what `createRequire` gave. */
function loadersOf(source: ts.SourceFile): ReadonlySet<string> {
  const names = new Set(["require"]);
  const visit = (node: ts.Node): void => {
    if (
      ts.isVariableDeclaration(node) &&
      ts.isIdentifier(node.name) &&
      node.initializer !== undefined &&
      ts.isCallExpression(node.initializer) &&
      node.initializer.expression.getText(source).endsWith("createRequire")
    )
      names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

function isLoader(node: ts.CallExpression, loaders: ReadonlySet<string>): boolean {
  return node.expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(node.expression) && loaders.has(node.expression.text));
}

/** Every import of a file in order: static, re-export, dynamic, `import("x").T`, require and what createRequire made. */
export function importsOf(source: ts.SourceFile): readonly Import[] {
  const found: Import[] = [];
  const loaders = loadersOf(source);
  const add = (node: ts.Node, specifier: ts.Node | undefined, typeOnly: boolean): void => {
    const text = specifier !== undefined && ts.isStringLiteralLike(specifier) ? specifier.text : null;
    found.push({
      specifier: text ?? specifier?.getText(source) ?? "",
      target: text === null ? null : resolve(source.fileName, text),
      typeOnly,
      line: lineOf(node),
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, isTypeOnlyClause(node.importClause));
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) add(node, node.moduleSpecifier, isTypeOnlyExport(node));
    else if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference))
      add(node, node.moduleReference.expression, node.isTypeOnly);
    else if (ts.isImportTypeNode(node)) add(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument, true);
    else if (ts.isCallExpression(node) && isLoader(node, loaders)) add(node, node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
