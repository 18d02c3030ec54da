import ts from 'typescript';
import { parseCode } from './support/read-imports';
import type { SourceFile } from './support/source-files';

/** One declaration that a file exports. */
export interface Exported {
  readonly name: string;
  readonly kind: 'function' | 'class' | 'interface' | 'type' | 'constant';
  readonly hasDocstring: boolean;
}

/** Lists what a file declares and exports. A constant that holds a function counts as a function. */
export function exportsOf(file: SourceFile): readonly Exported[] {
  return parseCode(file).statements.flatMap((statement): readonly Exported[] => {
    if (!isExported(statement)) return [];
    const hasDocstring = ts.getJSDocCommentsAndTags(statement).length > 0;
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.map(({ name, initializer }) => ({
        name: name.getText(),
        kind: isFunction(initializer) ? 'function' : 'constant',
        hasDocstring,
      }));
    }
    const kind = kindOf(statement);
    return kind === null ? [] : [{ name: nameOf(statement), kind, hasDocstring }];
  });
}

/** Whether a file does nothing but pass on what others export. */
export function isBarrel(file: SourceFile): boolean {
  const { statements } = parseCode(file);
  const passesOn = (statement: ts.Statement) =>
    ts.isExportDeclaration(statement) || ts.isImportDeclaration(statement);
  return statements.some(ts.isExportDeclaration) && statements.every(passesOn);
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function kindOf(statement: ts.Statement): Exported['kind'] | null {
  if (ts.isFunctionDeclaration(statement)) return 'function';
  if (ts.isClassDeclaration(statement)) return 'class';
  if (ts.isInterfaceDeclaration(statement)) return 'interface';
  return ts.isTypeAliasDeclaration(statement) ? 'type' : null;
}

function nameOf(statement: ts.Statement): string {
  return (statement as Partial<ts.FunctionDeclaration>).name?.text ?? 'default';
}

function isFunction(initializer: ts.Expression | undefined): boolean {
  return initializer !== undefined && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer));
}
