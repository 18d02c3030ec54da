import type { Attachment } from 'svelte/attachments';
import { withoutHidden } from '../../../lib/domain/hidden-characters';
import { copiedHtml, inlineHtml } from '../../../lib/markdown/copy/copied-html';
import { copiedInline } from '../../../lib/markdown/copy/copied-inline';
import { copiedText } from '../../../lib/markdown/copy/copied-text';
import type { Copied } from '../../../lib/panel/write-clipboard';
import { readSelection, type Selected } from './read-selection';

/**
 * What a selection is as text and as HTML, as far as it lies in `root`: the words alone, without buttons, citations and
 * what else Aside says around them. Null where that is nothing, so that the browser copies as it always does.
 */
export function copySelection(selection: Selection, root: Element): Copied | null {
  const parts = Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index))
    .map((range) => readSelection(range, root))
    .filter(({ blocks }) => blocks.length > 0);
  const [only] = parts;
  if (only === undefined) return null;
  const copied = parts.length === 1 && only.within ? copyWithin(only) : copyBlocks(parts);
  return copied.text === '' ? null : copied;
}

function copyBlocks(parts: readonly Selected[]): Copied {
  const blocks = parts.flatMap((part) => part.blocks);
  return { text: copiedText(blocks), html: copiedHtml(blocks) };
}

/** A selection within one block: to be pasted amid other words. */
function copyWithin({ blocks }: Selected): Copied {
  const [block] = blocks;
  if (block?.type === 'paragraph') {
    return { text: copiedInline(block.children), html: inlineHtml(block.children) };
  }
  if (block?.type !== 'code') return { text: copiedText(blocks), html: copiedHtml(blocks) };
  const text = withoutHidden(block.text);
  const html = text.includes('\n') ? copiedHtml(blocks) : inlineHtml([{ type: 'inline-code', text }]);
  return { text, html };
}

/** For `{@attach}` on what holds the answers: copying a selection from it, by whatever way, gives clean text. */
export const keepCopyingClean: Attachment = (root) => {
  function oncopy(event: ClipboardEvent): void {
    const { target, clipboardData } = event;
    if (event.defaultPrevented || clipboardData === null) return;
    if (target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null) return;
    const selection = getSelection();
    const copied = selection === null || selection.isCollapsed ? null : copySelection(selection, root);
    if (copied === null) return;
    clipboardData.setData('text/plain', copied.text);
    clipboardData.setData('text/html', copied.html);
    event.preventDefault();
  }

  document.addEventListener('copy', oncopy);
  return () => document.removeEventListener('copy', oncopy);
};
