import { adapter as componentAdapter } from '@wuchale/svelte';
import {
  defaultConfig,
  defaultHeuristic,
  fillDefaults,
  type CodePattern,
  type Config,
  type HeuristicFunc,
  type RuntimeConf,
} from 'wuchale';
import { adapter as codeAdapter } from 'wuchale/adapter-vanilla';
import { LOCALES } from '../../lib/words/locales.ts';
import { wordsStorage } from './words-storage.ts';

/** Words in the code that no reader sees, or that have a language of their own. */
const NOT_SHOWN = [
  'lib/domain/{diagnostics,find-text,page-text,prompt,wanted-invisibles}.ts',
  'lib/domain/provider-presets.ts',
  'lib/page/{reader,dom,passage}/**',
  'lib/providers/built-in/**',
  'lib/storage/**',
];

/** Names of errors and of keys on a keyboard are compared, not shown. */
const NAME =
  /^[A-Z][A-Za-z]*(?:Error|Failure)$|^(?:Escape|End|Home|Enter|Tab|Backspace|Delete|Arrow\w+|Page(?:Up|Down))$/;

const shown: HeuristicFunc = (message) => {
  const [text = ''] = message.msgStr;
  if (message.details.scope === 'script' && NAME.test(text)) return false;
  return defaultHeuristic(message);
};

/** `lib/words/plural.ts`: its forms are taken out together. */
const patterns: CodePattern[] = [{ name: 'plural', args: ['other', 'message'] }];

/** The language does not change while a page is open: words are looked up once, and cost no reactivity. */
const runtime = {
  initReactive: ({ funcName }: { funcName?: string | undefined }) => (funcName == null ? false : null),
  useReactive: false,
} as const;

/** Code may say its words anywhere, also while a module begins: each use asks the loader, which hands out one object. */
const lookUp = (catalogue: 'panel' | 'core'): Partial<RuntimeConf> => ({
  initReactive: () => null,
  useReactive: false,
  plain: { wrapInit: (init) => init, wrapUse: () => `_w_load_('${catalogue}')` },
});

/**
 * How words are taken out of the code and into the catalogues (https://wuchale.dev): what is written in components, and
 * sentences in `lib/` and `entrypoints/` that begin with a capital.
 */
export const wordsConfig: Config = fillDefaults<Config>(
  {
    locales: [...LOCALES],
    localesDir: 'lib/words',
    logLevel: 'warn',
    adapters: {
      components: componentAdapter({
        files: ['components/**/*.svelte', 'entrypoints/**/*.svelte'],
        loader: 'custom',
        storage: wordsStorage('panel'),
        heuristic: shown,
        patterns,
        runtime,
      }),
      panel: codeAdapter({
        loader: 'custom',
        heuristic: shown,
        patterns,
        runtime: lookUp('panel'),
        files: ['components/**/*.ts', 'lib/panel/**/*.ts'],
        storage: wordsStorage('panel'),
      }),
      core: codeAdapter({
        loader: 'custom',
        heuristic: shown,
        patterns,
        runtime: lookUp('core'),
        files: { include: 'lib/{domain,engine,messaging,page,platform,providers}/**/*.ts', ignore: NOT_SHOWN },
        storage: wordsStorage('core'),
      }),
    },
  },
  defaultConfig,
);
