import type { Attachment } from 'svelte/attachments';
import type { Inline } from '../../../lib/markdown/nodes';
import type { MarkdownContext } from '../markdown-context';
import { patchRun } from './patch-inline';

/**
 * Keeps an element's children equal to inline nodes. They are built by hand rather than by components because they
 * change with every token: patching keeps the reader's selection and costs no component for each word of emphasis.
 */
export function showInline(nodes: readonly Inline[], context: MarkdownContext): Attachment {
  return (element) => patchRun(element, nodes, context);
}
