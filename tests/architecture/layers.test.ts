import { describe, expect, test } from 'vitest';
import { strayImports } from './layers';
import { shippedCode } from './support/source-files';

test('every import of what ships keeps the layer table', () => {
  expect(shippedCode.length).toBeGreaterThan(150);
  expect(shippedCode.flatMap(strayImports)).toEqual([]);
});

describe('the layer table objects to', () => {
  test.each([
    ['a layer above', 'lib/domain/a.ts', "import { x } from '../storage/schema';"],
    ['a type of a layer above', 'lib/domain/a.ts', "import type { X } from '../storage/schema';"],
    ['a package', 'lib/engine/a.ts', "import { Dexie } from 'dexie';"],
    ['a file beside the one allowed', 'lib/panel/a.ts', "import { x } from '../storage/key-store';"],
    ['more than a name', 'lib/panel/a.ts', "import { Dexie, liveQuery } from 'dexie';"],
    [
      'the extension API',
      'components/ui/A.svelte',
      '<script lang="ts">import { browser } from \'wxt/browser\';</script>',
    ],
    ['a re-export', 'lib/markdown/a.ts', "export { x } from '../panel/typing';"],
    ['a dynamic import', 'components/ui/A.svelte', "{#await import('../../lib/storage/schema')}{/await}"],
    ['an import type', 'lib/domain/a.ts', "type X = import('../engine/chat-store').Turn;"],
    ['an import that only the running code knows', 'lib/domain/a.ts', 'void import(name);'],
    ['an alias', 'lib/panel/a.ts', "import { x } from '@/lib/domain/chat';"],
    ['another provider', 'lib/providers/openai/a.ts', "import { x } from '../anthropic/client';"],
    ['a folder that the table lacks', 'lib/utils/a.ts', ''],
  ])('%s', (_what, path, text) => {
    expect(strayImports({ path, text })).toEqual([expect.stringContaining(path)]);
  });

  test.each([
    ['its own layer', 'lib/page/reader/a.ts', "import { x } from '../dom/walk';"],
    ['a layer below', 'lib/panel/a.svelte.ts', "import type { X } from '../domain/chat';"],
    ['a part of a package', 'components/ui/A.svelte', "<script>import X from '@lucide/svelte/icons/x';</script>"],
    ['what providers share', 'lib/providers/openai/a.ts', "import { x } from '../network/run-stream';"],
  ])('not to %s', (_what, path, text) => {
    expect(strayImports({ path, text })).toEqual([]);
  });
});
