import { textOf } from '../../lib/domain/content';
import type { ThreadMessage } from '../../lib/domain/chat';
import { withoutHidden } from '../../lib/domain/hidden-characters';
import { splitQuotes } from '../../lib/domain/quote';
import { readChart } from '../../lib/markdown/chart/read-chart';
import { chartAsTable } from '../../lib/markdown/copy/chart-as-table';
import type { Block, Inline } from '../../lib/markdown/nodes';
import { parseMarkdown } from '../../lib/markdown/parse-markdown';

/** What is copied of a message that is not drawn, as a selection reads one that is. */
export function messageBlocks({ message, parts }: ThreadMessage): readonly Block[] {
  const text = textOf(parts);
  return message.role === 'user' ? questionBlocks(text) : parseMarkdown(text).map(chartsAsTables);
}

function questionBlocks(question: string): readonly Block[] {
  return splitQuotes(question).map(({ quoted, text }): Block => {
    const lines = withoutHidden(text).split('\n');
    const children = lines.flatMap((line, index): readonly Inline[] => [
      ...(index === 0 ? [] : [{ type: 'line-break' } as const]),
      { type: 'text', text: line },
    ]);
    const paragraph: Block = { type: 'paragraph', key: 0, children };
    return quoted ? { type: 'quote', key: 0, alert: null, children: [paragraph] } : paragraph;
  });
}

function chartsAsTables(block: Block): Block {
  if (block.type !== 'code' || block.language !== 'vega-lite') return block;
  const reading = readChart(block.text);
  return reading.type === 'chart' ? chartAsTable(reading.chart) : block;
}
