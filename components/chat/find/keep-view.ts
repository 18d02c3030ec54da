import { tick } from 'svelte';

/** Makes a change above the thread; what is seen of the thread stays where it is on the screen. */
export async function keepView(change: () => void): Promise<void> {
  const thread = document.querySelector('[role=log]');
  const top = thread?.getBoundingClientRect().top ?? 0;
  const scrolled = thread?.scrollTop ?? 0;
  change();
  await tick();
  if (thread?.isConnected) thread.scrollTop = scrolled + thread.getBoundingClientRect().top - top;
}
