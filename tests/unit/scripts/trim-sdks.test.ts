import { build, type Rolldown } from 'vite';
import { expect, test } from 'vitest';
import type { createNetworkProvider } from '../../../lib/providers/create-network-provider';
import { trimSdks } from '../../../scripts/build/trim-sdks';
import { collect, configFor, NETWORK_KINDS, requestFor, summary } from '../../support/fake-provider/provider-rig';
import { startFakeProvider } from '../../support/fake-provider/start-fake-provider';
import { PLAIN } from '../../support/fake-provider/texts';

/** As small as it is today with a little room, in characters of minified code. */
const LARGEST = 260_000;

const ENTRY = new URL('../../../lib/providers/create-network-provider.ts', import.meta.url).pathname;

async function bundle(): Promise<string> {
  const output = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [trimSdks()],
    build: {
      write: false,
      target: 'chrome141',
      modulePreload: false,
      rolldownOptions: {
        input: ENTRY,
        preserveEntrySignatures: 'strict',
        output: { format: 'es', codeSplitting: false },
      },
    },
  })) as Rolldown.RolldownOutput;
  return output.output[0].code;
}

test('the trimmed SDKs are small, static, and still answer through all three APIs', async () => {
  const code = await bundle();
  expect(code.length).toBeLessThan(LARGEST);
  // The one that is left stands in the words of an error message.
  const imports = code.replaceAll("import('node:buffer')", '').match(/\bimport\s*\(/g);
  expect(imports).toBeNull();
  const url = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
  const trimmed = (await import(/* @vite-ignore */ url)) as {
    createNetworkProvider: typeof createNetworkProvider;
  };
  const server = await startFakeProvider();
  try {
    for (const kind of NETWORK_KINDS) {
      const provider = trimmed.createNetworkProvider({ config: configFor(kind, server.url), key: 'k-12345678' });
      expect(summary(await collect(provider, requestFor('plain')))).toMatchObject({
        text: PLAIN,
        last: { type: 'end', reason: 'complete' },
      });
      const failed = summary(await collect(provider, requestFor('error-500')));
      expect(failed.last).toMatchObject({ error: { kind: 'server-error', status: 500 } });
    }
  } finally {
    await server.close();
  }
});
