/** Uses of the machine that need no import: the clock, chance, the network, the process, the zone and locale it runs in. */
import ts from "typescript";
import { lineOf } from "./imports.ts";

export interface Use {
  /** The ambient name that was used ("process", "Date.now", "new Date()", "localeCompare"). */
  readonly name: string;
  readonly line: number;
}

const ambient = new Set([
  ...["process", "globalThis", "global", "self", "window", "document", "navigator", "localStorage", "sessionStorage", "indexedDB"],
  ...[
    "fetch",
    "XMLHttpRequest",
    "WebSocket",
    "EventSource",
    "Worker",
    "performance",
    "console",
    "crypto",
    "Buffer",
    "require",
    "__dirname",
    "__filename",
  ],
  ...["setTimeout", "setInterval", "setImmediate", "queueMicrotask", "requestAnimationFrame", "eval", "Function", "Temporal"],
]);
const members = new Set(["Date.now", "Math.random"]);
// These answer in the zone or the locale of the machine, so the same record would read differently elsewhere.
const zoned = /^(?:get|set)(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)$|^getTimezoneOffset$|^to(?:Date|Time)String$/;
const localeFirst = new Set(["toLocaleString", "toLocaleDateString", "toLocaleTimeString", "toLocaleLowerCase", "toLocaleUpperCase"]);

function bindingNames(name: ts.BindingName, into: Set<string>): void {
  if (ts.isIdentifier(name)) into.add(name.text);
  else for (const element of name.elements) if (ts.isBindingElement(element)) bindingNames(element.name, into);
}

function isScope(node: ts.Node): boolean {
  return (
    ts.isFunctionLike(node) ||
    ts.isBlock(node) ||
    ts.isSourceFile(node) ||
    ts.isCatchClause(node) ||
    ts.isCaseBlock(node) ||
    ts.isIterationStatement(node, false)
  );
}

/** Names declared directly in a scope, not in scopes nested in it. */
function declaredIn(scope: ts.Node): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) || ts.isParameter(node)) bindingNames(node.name, names);
    else if ((ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) && node.name !== undefined) names.add(node.name.text);
    else if (ts.isImportClause(node) && node.name !== undefined) names.add(node.name.text);
    else if (ts.isImportSpecifier(node) || ts.isNamespaceImport(node)) names.add(node.name.text);
    if (!isScope(node)) ts.forEachChild(node, visit);
  };
  ts.forEachChild(scope, visit);
  return names;
}

/** True where an identifier is read as a variable, not as the name of a member, key, label or declaration. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isBindingElement(parent) || ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isPropertyDeclaration(parent))
    return parent.initializer === node;
  if (ts.isExportSpecifier(parent)) return (parent.propertyName ?? parent.name) === node;
  return !(
    ts.isMethodDeclaration(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isImportSpecifier(parent) ||
    ts.isImportClause(parent) ||
    ts.isNamespaceImport(parent) ||
    ts.isFunctionDeclaration(parent) ||
    ts.isClassDeclaration(parent) ||
    ts.isInterfaceDeclaration(parent) ||
    ts.isTypeAliasDeclaration(parent) ||
    ts.isTypeParameterDeclaration(parent) ||
    ts.isMetaProperty(parent) ||
    ts.isJsxAttribute(parent) ||
    ts.isLabeledStatement(parent)
  );
}

function isName(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}

/** Names that one node uses by itself, or null. `scoped` tells whether a name is declared around the node. */
function useAt(node: ts.Node, scoped: (name: string) => boolean): string | null {
  if (ts.isIdentifier(node) && ambient.has(node.text) && isReference(node) && !scoped(node.text)) return node.text;
  if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword)
    return ts.isPropertyAccessExpression(node.parent) ? `import.meta.${node.parent.name.text}` : "import.meta";
  if (ts.isPropertyAccessExpression(node)) {
    const full = `${ts.isIdentifier(node.expression) ? node.expression.text : ""}.${node.name.text}`;
    if (members.has(full)) return full;
    if (zoned.test(node.name.text)) return node.name.text;
  }
  if (
    ts.isElementAccessExpression(node) &&
    (isName(node.expression, "Date") || isName(node.expression, "Math")) &&
    !ts.isNumericLiteral(node.argumentExpression)
  )
    return `${node.expression.getText()}[…]`;
  if (ts.isNewExpression(node) && isName(node.expression, "Date") && (node.arguments?.length ?? 0) !== 1)
    return (node.arguments?.length ?? 0) === 0 ? "new Date()" : "new Date(y, m, …)";
  if (ts.isCallExpression(node)) {
    if (isName(node.expression, "Date")) return "Date()";
    if (ts.isPropertyAccessExpression(node.expression)) {
      const method = node.expression.name.text;
      if (localeFirst.has(method) && node.arguments.length === 0) return `${method}()`;
      if (method === "localeCompare" && node.arguments.length < 2) return "localeCompare without a locale";
    }
  }
  if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && ts.isPropertyAccessExpression(node.expression)) {
    const first = node.arguments?.[0];
    if (isName(node.expression.expression, "Intl") && (first === undefined || isName(first, "undefined")))
      return `Intl.${node.expression.name.text} without a locale`;
  }
  return null;
}

/** Every use of the machine's own state in a file, in order. Types are not uses: they are erased. */
export function usesOf(source: ts.SourceFile): readonly Use[] {
  const found: Use[] = [];
  const scopes: ReadonlySet<string>[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
    const opened = isScope(node);
    if (opened) scopes.push(declaredIn(node));
    const name = useAt(node, (each) => scopes.some((scope) => scope.has(each)));
    if (name !== null) found.push({ name, line: lineOf(node) });
    ts.forEachChild(node, visit);
    if (opened) scopes.pop();
  };
  visit(source);
  return found;
}
