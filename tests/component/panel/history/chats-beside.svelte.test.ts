import { beforeEach, expect, it } from 'vitest';
import { ChatsBeside } from '../../../../lib/panel/history/chats-beside.svelte';

beforeEach(() => localStorage.clear());

it('is shown where there is room, and stays as its user left it', () => {
  const wide = { current: true };
  const beside = new ChatsBeside(wide);
  expect([beside.hasRoom, beside.isShown]).toEqual([true, true]);
  beside.toggle();
  expect([beside.hasRoom, beside.isShown]).toEqual([true, false]);
  expect(new ChatsBeside(wide).isShown).toBe(false);
  beside.toggle();
  expect(new ChatsBeside(wide).isShown).toBe(true);
});

it('is not there where the page is narrow', () => {
  const beside = new ChatsBeside({ current: false });
  expect([beside.hasRoom, beside.isShown]).toEqual([false, false]);
});
