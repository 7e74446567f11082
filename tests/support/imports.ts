import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The project's root folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A text between quotes or backticks, or a piece of a template. */
export interface Text {
  readonly value: string;
  readonly line: number;
}

/** A source file by its path below `src/`, with what it imports (types included) and the texts in its code. */
export interface Module {
  readonly path: string;
  readonly lines: number;
  /** Paths below `src/` of files of our own. */
  readonly files: readonly string[];
  /** Names of packages: `n3`, `@sindresorhus/slugify`, `node:fs`. */
  readonly packages: readonly string[];
  /** What is said in code: comments and the names of imported modules are not in it. */
  readonly texts: readonly Text[];
  /** Members as the code uses them: `process.exit` (`.exit` where its owner has no name), and `new Date` without arguments. */
  readonly members: readonly string[];
}

/** Every TypeScript file of `src/`, by its path. */
export function readModules(folder = join(ROOT, 'src')): Map<string, Module> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.[cm]?tsx?$/.test(path))
    .sort();
  return new Map(paths.map((path) => [path, readModule(path, readFileSync(join(folder, path), 'utf8'))]));
}

/** @param path below `src/` */
export function readModule(path: string, text: string): Module {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const specifiers: string[] = [];
  const texts: Text[] = [];
  const members: string[] = [];
  const named = new Set<ts.Node>();
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier !== undefined) {
      specifiers.push(specifier.text);
      named.add(specifier);
    } else if (ts.isPropertyAccessExpression(node)) {
      const { expression, name } = node;
      const owner = ts.isIdentifier(expression)
        ? expression.text
        : ts.isPropertyAccessExpression(expression)
          ? expression.name.text
          : '';
      members.push(`${owner}.${name.text}`);
    } else if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && (node.arguments ?? []).length === 0) {
      members.push(`new ${node.expression.text}`);
    } else if ((ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) && !named.has(node)) {
      texts.push({ value: node.text, line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  const own = specifiers.filter((name) => name.startsWith('.'));
  return {
    path,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    files: own.map((name) => posix.join(posix.dirname(path), name)),
    packages: specifiers.filter((name) => !name.startsWith('.')).map(packageOf),
    texts,
    members,
  };
}

/** Cycles of imports, each as its files in order, from the first by name. Each file is told of in one cycle at most. */
export function cyclesOf(modules: ReadonlyMap<string, Module>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) cycles.push(trail.slice(at));
    if (at >= 0 || done.has(path)) return;
    for (const next of modules.get(path)?.files ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of modules.keys()) walk(path, []);
  return cycles;
}

// --- internal ---

/** The text that names a module in `import`, `export … from`, `import()`, `require()` and `import('…').Type`. */
function specifierOf(node: ts.Node): ts.StringLiteralLike | undefined {
  const named =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? node.moduleSpecifier
      : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
        ? node.argument.literal
        : ts.isExternalModuleReference(node)
          ? node.expression
          : ts.isCallExpression(node) && isImporting(node.expression)
            ? node.arguments[0]
            : undefined;
  return named !== undefined && ts.isStringLiteralLike(named) ? named : undefined;
}

const isImporting = (callee: ts.Expression): boolean =>
  callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require');

const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
