import { expect, it, onTestFinished, vi } from 'vitest';
import { Notices } from '../../../lib/panel/notices.svelte';

it('one notice is on view, the newest', () => {
  const notices = new Notices();
  expect(notices.current).toBeNull();
  notices.tell('Done.');
  notices.warn('Failed.', { label: 'Retry', run: () => undefined });
  expect(notices.current).toMatchObject({ role: 'alert', text: 'Failed.', action: { label: 'Retry' } });
  notices.dismiss();
  expect(notices.current).toBeNull();
});

it('what is told briefly goes by itself, unless another one came', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const notices = new Notices();
  notices.tellBriefly('Copied.');
  expect(notices.current).toMatchObject({ role: 'status', text: 'Copied.' });
  vi.advanceTimersByTime(5000);
  expect(notices.current).toBeNull();
  notices.tellBriefly('Copied.');
  notices.warn('Failed.');
  vi.advanceTimersByTime(5000);
  expect(notices.current).toMatchObject({ text: 'Failed.' });
});
