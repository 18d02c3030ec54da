import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Break, checkBreak, lengthOfAnswer } from '../support/fake-provider/break-answer';
import { NETWORK_KINDS } from '../support/fake-provider/provider-rig';
import { type FakeProvider, startFakeProvider } from '../support/fake-provider/start-fake-provider';

/** The long form of tests/unit/providers/breaks.test.ts: not some bytes, but every one. */

const AT_ONCE = 12;
let server: FakeProvider;
beforeAll(async () => void (server = await startFakeProvider()));
afterAll(async () => await server.close());

describe.each(NETWORK_KINDS)('%s', (kind) => {
  test.each<Break>(['reset', 'end'])('broken by %s at every byte', async (how) => {
    const positions = Array.from({ length: lengthOfAnswer(kind, how) }, (_, position) => position);
    expect(positions.length).toBeGreaterThan(1_000);
    const check = async (position: number): Promise<void> => await checkBreak(server.url, kind, how, position);
    while (positions.length > 0) await Promise.all(positions.splice(0, AT_ONCE).map(check));
  });
});
