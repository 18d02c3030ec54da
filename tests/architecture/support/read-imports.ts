import { posix } from 'node:path';
import ts from 'typescript';
import type { SourceFile } from './source-files';

/** One import, re-export, `import()` or `import('…')` type of a file. */
export interface Import {
  readonly specifier: string;
  /** `type` ones are gone when the code runs. */
  readonly kind: 'static' | 'dynamic' | 'type';
  /** Names taken, as the other file exports them; empty where it is taken whole. */
  readonly names: readonly string[];
}

const SCRIPT = /<script\b[^>]*>([\s\S]*?)<\/script>/g;

/** Parses a .ts file, or the scripts of a .svelte one with the `import()`s of its markup. */
export function parseCode({ path, text }: SourceFile): ts.SourceFile {
  return ts.createSourceFile(path, path.endsWith('.svelte') ? codeOf(text) : text, ts.ScriptTarget.Latest, true);
}

function codeOf(component: string): string {
  const scripts = Array.from(component.matchAll(SCRIPT), ([, script]) => script);
  const markup = component.replaceAll(SCRIPT, '');
  return [...scripts, ...Array.from(markup.matchAll(/\bimport\(['"][^'"]+['"]\)/g), ([found]) => found)].join(
    ';\n',
  );
}

/** Lists what a file imports, in any way. */
export function readImports(file: SourceFile): readonly Import[] {
  const imports: Import[] = [];
  const visit = (node: ts.Node): void => {
    const found = importAt(node);
    if (found !== null) imports.push(found);
    ts.forEachChild(node, visit);
  };
  visit(parseCode(file));
  return imports;
}

function importAt(node: ts.Node): Import | null {
  if (ts.isImportDeclaration(node)) {
    const clause = node.importClause;
    const bindings = clause?.namedBindings;
    const named = bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
    const onlyTypes = named.length > 0 && !clause?.name && named.every((element) => element.isTypeOnly);
    const isType = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || onlyTypes;
    return importOf(node.moduleSpecifier, isType ? 'type' : 'static', named.map(nameTaken));
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    const named = node.exportClause && ts.isNamedExports(node.exportClause) ? node.exportClause.elements : [];
    return importOf(node.moduleSpecifier, node.isTypeOnly ? 'type' : 'static', named.map(nameTaken));
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return importOf(node.arguments[0], 'dynamic', []);
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return importOf(node.argument.literal, 'type', []);
  }
  return null;
}

function nameTaken(element: ts.ImportSpecifier | ts.ExportSpecifier): string {
  return (element.propertyName ?? element.name).text;
}

/** What is no plain string can't be judged and is given as `import(…)`. */
function importOf(specifier: ts.Node | undefined, kind: Import['kind'], names: readonly string[]): Import {
  const text = specifier && ts.isStringLiteralLike(specifier) ? specifier.text : 'import(…)';
  return { specifier: text, kind, names };
}

/** The path from the root that a relative import names, without ending; null for a package. */
export function targetOf(importer: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  return posix.join(posix.dirname(importer), specifier.replace(/\?.*$/, ''));
}

/** The file that a target names among all files: as it stands, or with the ending that an import leaves out. */
export function fileAt(target: string, files: ReadonlyMap<string, SourceFile>): SourceFile | undefined {
  return files.get(target) ?? files.get(`${target}.ts`) ?? files.get(`${target}/index.ts`);
}

/** The package of a specifier: `@lucide/svelte` of `@lucide/svelte/icons/x`. */
export function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}
