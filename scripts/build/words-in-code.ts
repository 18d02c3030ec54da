import { adapter, Transformer } from 'wuchale/adapter-vanilla';
import type { Adapter, CodePattern, HeuristicFunc } from 'wuchale';

/** What the developer alone reads. */
const DEVELOPERS = /^(?:Error|TypeError|RangeError|DOMException)$/;

/** The compiler's own walk passes over what is thrown and over the fields of a class; both speak to users here. */
class WholeTransformer extends Transformer {
  constructor(...given: ConstructorParameters<typeof Transformer>) {
    super(...given);
    const { visitNewExpression, visitClassDeclaration } = this;
    this.visitThrowStatement = ((node: { argument: Parameters<Transformer['visit']>[0] }) =>
      this.visit(node.argument)) as unknown as Transformer['visitThrowStatement'];
    this.visitNewExpression = (node) =>
      node.callee.type === 'Identifier' && DEVELOPERS.test(node.callee.name) ? [] : visitNewExpression(node);
    this.visitClassDeclaration = (node) => [
      ...visitClassDeclaration(node),
      ...node.body.body.flatMap((member) =>
        member.type === 'PropertyDefinition' && member.value != null ? this.visit(member.value) : [],
      ),
    ];
  }
}

type Options = NonNullable<Parameters<typeof adapter>[0]> & {
  readonly heuristic: HeuristicFunc;
  readonly patterns: CodePattern[];
};

/** The adapter of the compiler for plain code, which also takes words out of what is thrown and of a class's fields. */
export function wordsInCode(options: Options): Adapter {
  const made = adapter(options);
  return {
    ...made,
    transform: ({ content, filename, index, expr, matchUrl }) =>
      new WholeTransformer(
        content,
        filename,
        index,
        options.heuristic,
        options.patterns,
        expr,
        made.runtime,
        matchUrl,
      ).transform(),
  };
}
