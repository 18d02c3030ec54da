import type { Attachment } from 'svelte/attachments';
import { withoutHidden } from '../../../lib/domain/hidden-characters';
import { copiedHtml, inlineHtml } from '../../../lib/markdown/copy/copied-html';
import { copiedInline } from '../../../lib/markdown/copy/copied-inline';
import { copiedText } from '../../../lib/markdown/copy/copied-text';
import { writeClipboard, type Copied } from '../../../lib/panel/write-clipboard';
import { readSelection, type Selected } from './read-selection';
import { readUndrawn } from './undrawn';

/**
 * What a selection is as text and as HTML, as far as it lies in `root`: the words alone, without buttons, citations and
 * what else Aside says around them. Null where that is nothing, so that the browser copies as it always does.
 */
export function copySelection(selection: Selection, root: Element): Copied | null {
  return copyRanges(rangesOf(selection), root);
}

function rangesOf(selection: Selection): readonly Range[] {
  return Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index));
}

function copyRanges(ranges: readonly Range[], root: Element): Copied | null {
  const parts = ranges.map((range) => readSelection(range, root)).filter(({ blocks }) => blocks.length > 0);
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

/**
 * For `{@attach}` on what holds the answers: copying a selection from it, by whatever way, gives clean text, of what is not
 * drawn too. That is read when it is selected; who copies before it is there has it some moments later, by `run`.
 */
export function keepCopyingClean(run: (work: Promise<void>) => void): Attachment {
  return (root) => {
    /** Copies what is selected now, whatever is clicked meanwhile. */
    async function copyLater(selection: Selection, reading: Promise<unknown>): Promise<void> {
      const ranges = rangesOf(selection).map((range) => range.cloneRange());
      await reading;
      const copied = copyRanges(ranges, root);
      if (copied !== null) await writeClipboard(copied);
    }

    function oncopy(event: ClipboardEvent): void {
      const { target, clipboardData } = event;
      if (event.defaultPrevented || clipboardData === null) return;
      if (target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null) return;
      const selection = getSelection();
      const reading = readUndrawn(selection, root);
      if (selection !== null && reading !== null) {
        event.preventDefault();
        run(copyLater(selection, reading));
        return;
      }
      const copied = selection === null || selection.isCollapsed ? null : copySelection(selection, root);
      if (copied === null) return;
      clipboardData.setData('text/plain', copied.text);
      clipboardData.setData('text/html', copied.html);
      event.preventDefault();
    }

    const controller = new AbortController();
    const { signal } = controller;
    document.addEventListener('copy', oncopy, { signal });
    document.addEventListener('selectionchange', () => void readUndrawn(getSelection(), root), { signal });
    return () => controller.abort();
  };
}
