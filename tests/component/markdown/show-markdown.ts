import { expect, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Markdown from '../../../components/markdown/Markdown.svelte';
import '../../../components/ui/theme.css';

/** Renders a finished answer and returns its element. */
export async function showMarkdown(text: string, props: Partial<Parameters<typeof Markdown>[1]> = {}) {
  const screen = await render(Markdown, { text, streaming: false, ...props });
  return { ...screen, root: one(screen.container, '.markdown') };
}

/** The element a selector finds first; fails where there is none. */
export function one<Found extends Element = HTMLElement>(root: ParentNode, selector: string): Found {
  const found = root.querySelector<Found>(selector);
  if (found === null) throw new Error(`nothing matches ${selector}`);
  return found;
}

/** Waits until the element a selector finds is there. */
export async function waitFor<Found extends Element = HTMLElement>(
  root: ParentNode,
  selector: string,
): Promise<Found> {
  await vi.waitFor(() => expect(root.querySelector(selector)).not.toBeNull(), { timeout: 5000 });
  return one<Found>(root, selector);
}

/** Resolves when the next frame is about to be drawn. */
export function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
