import { expect, test } from 'vitest';
import { createSerial } from '../../../lib/engine/create-serial';

test('work of one key runs in order, one at a time, also after a failure; other keys do not wait', async () => {
  const serial = createSerial<string>();
  const log: string[] = [];
  const { promise: gate, resolve: open } = Promise.withResolvers<undefined>();
  const first = serial('a', async () => {
    log.push('a1 begins');
    await gate;
    log.push('a1 ends');
    throw new Error('a1 failed');
  });
  const second = serial('a', async () => log.push('a2'));
  await serial('b', async () => log.push('b1'));
  expect(log).toEqual(['a1 begins', 'b1']);
  open(undefined);
  await expect(first).rejects.toThrow('a1 failed');
  await second;
  expect(log).toEqual(['a1 begins', 'b1', 'a1 ends', 'a2']);
});
