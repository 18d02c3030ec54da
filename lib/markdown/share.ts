import type { Block, ListItemNode, RowNode } from './nodes';

/**
 * Returns `next` with every part that is the same as in `previous` replaced by the old object, so that whoever
 * draws it sees by identity what changed. Inline nodes must already be shared (they are compared by identity).
 */
export function shareBlocks(previous: readonly Block[], next: readonly Block[]): readonly Block[] {
  return shareAll(previous, next, shareBlock);
}

/** The same for one block. */
export function shareBlock(previous: Block, next: Block): Block {
  if (previous.key !== next.key) return next;
  switch (next.type) {
    case 'paragraph':
      return previous.type === 'paragraph' && previous.children === next.children ? previous : next;
    case 'heading': {
      const same = previous.type === 'heading' && previous.level === next.level;
      return same && previous.children === next.children ? previous : next;
    }
    case 'quote': {
      if (previous.type !== 'quote') return next;
      const children = shareBlocks(previous.children, next.children);
      return children === previous.children && previous.alert === next.alert ? previous : { ...next, children };
    }
    case 'footnote': {
      if (previous.type !== 'footnote') return next;
      const children = shareBlocks(previous.children, next.children);
      return children === previous.children && previous.label === next.label ? previous : { ...next, children };
    }
    case 'list': {
      if (previous.type !== 'list') return next;
      const items = shareAll(previous.items, next.items, shareItem);
      const same = items === previous.items && previous.tight === next.tight && previous.start === next.start;
      return same ? previous : { ...next, items };
    }
    case 'code': {
      if (previous.type !== 'code' || previous.text !== next.text || previous.closed !== next.closed) return next;
      return previous.language === next.language && previous.info === next.info ? previous : next;
    }
    case 'math-block': {
      const same = previous.type === 'math-block' && previous.tex === next.tex;
      return same && previous.closed === next.closed ? previous : next;
    }
    case 'table': {
      if (previous.type !== 'table') return next;
      const rows = shareAll(previous.rows, next.rows, shareRow);
      const head = shareAll(previous.head, next.head, (_old, cell) => cell);
      const aligned = previous.aligns.join() === next.aligns.join();
      const same = aligned && rows === previous.rows && head === previous.head;
      return same ? previous : { ...next, head, rows };
    }
    case 'rule':
      return previous.type === 'rule' ? previous : next;
  }
}

function shareItem(previous: ListItemNode, next: ListItemNode): ListItemNode {
  if (previous.key !== next.key) return next;
  const children = shareBlocks(previous.children, next.children);
  const same = children === previous.children && previous.checked === next.checked;
  return same ? previous : { ...next, children };
}

function shareRow(previous: RowNode, next: RowNode): RowNode {
  if (previous.key !== next.key) return next;
  const cells = shareAll(previous.cells, next.cells, (_old, cell) => cell);
  return cells === previous.cells ? previous : { ...next, cells };
}

function shareAll<Part>(
  previous: readonly Part[],
  next: readonly Part[],
  share: (previous: Part, next: Part) => Part,
): readonly Part[] {
  const shared = next.map((part, index) => {
    const old = previous[index];
    return old === undefined ? part : share(old, part);
  });
  const same = shared.length === previous.length && shared.every((part, index) => part === previous[index]);
  return same ? previous : shared;
}
