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
import { wordsInCode } from './words-in-code.ts';
import { LOCALES } from '../../lib/words/locales.ts';
import { wordsStorage } from './words-storage.ts';

/** Catalogues that are compiled apart: of the pages, of what they share with the background, of the worker on files. */
export type Catalogue = 'panel' | 'core' | 'archive';

/** Words in the code that no reader sees, or that have a language of their own. */
const NOT_SHOWN = [
  'lib/domain/{diagnostics,find-text,fold-text,page-text,prompt,wanted-invisibles}.ts',
  'lib/domain/attachments/attached-to-prompt.ts',
  'lib/domain/claims/**',
  'lib/domain/memory/{chat-summary,summary-requests}.ts',
  'lib/domain/relevance/**',
  'lib/domain/whole-page/{prompts,requests}.ts',
  'lib/domain/provider-presets.ts',
  'lib/page/{text.ts,{reader,dom,passage}/**}',
  'lib/providers/built-in/**',
  'lib/storage/**',
];

/** Names of errors and of keys on a keyboard are compared, not shown. */
const NAME =
  /^[A-Z][A-Za-z]*(?:Error|Failure)$|^(?:Escape|End|Home|Enter|Tab|Backspace|Delete|Arrow\w+|Page(?:Up|Down))$/;

/** Nor these: what is sent to servers, and marks of files. */
const SENT = /^(?:Answer with the word: ok|Bearer #|LanguageModel|R0lG|UklGR|[ςσ])$/;

/** A sentence that begins with a hole (`#` here) or a quotation: “${host} is overloaded.” */
const BEGINS_OTHERWISE = /^[#“≈].* \p{L}{2,}/su;

const shown: HeuristicFunc = (message) => {
  const [text = ''] = message.msgStr;
  if (message.details.scope !== 'script') return defaultHeuristic(message);
  if (NAME.test(text) || SENT.test(text) || message.details.call?.startsWith('console.') === true) return false;
  return BEGINS_OTHERWISE.test(text) ? 'message' : defaultHeuristic(message);
};

/** Calls whose texts are taken out whatever they look like: `lib/words/plural.ts` and `lib/words/said.ts`. */
const patterns: CodePattern[] = [
  { name: 'plural', args: ['other', 'message'] },
  { name: 'said', args: ['message'] },
];

/** The language does not change while a page is open: words are looked up once, and cost no reactivity. */
const runtime = {
  initReactive: ({ funcName }: { funcName?: string | undefined }) => (funcName == null ? false : null),
  useReactive: false,
} as const;

/** Code may say its words anywhere, also while a module begins: each use asks the loader, which hands out one object. */
const lookUp = (catalogue: Catalogue): Partial<RuntimeConf> => ({
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
      panel: wordsInCode({
        loader: 'custom',
        heuristic: shown,
        patterns,
        runtime: lookUp('panel'),
        files: {
          include: [
            'components/**/*.ts',
            'lib/{panel,markdown}/**/*.ts',
            'entrypoints/{options,print,sidepanel,workbench}/**/*.ts',
          ],
          ignore: ['lib/markdown/code-languages.ts'],
        },
        storage: wordsStorage('panel'),
      }),
      core: wordsInCode({
        loader: 'custom',
        heuristic: shown,
        patterns,
        runtime: lookUp('core'),
        files: {
          include: [
            'lib/{domain,engine,messaging,page,platform,providers}/**/*.ts',
            'entrypoints/background/**/*.ts',
          ],
          ignore: NOT_SHOWN,
        },
        storage: wordsStorage('core'),
      }),
      archive: wordsInCode({
        loader: 'custom',
        heuristic: shown,
        patterns,
        runtime: lookUp('archive'),
        files: ['lib/archive/**/*.ts', 'entrypoints/archive-worker/**/*.ts'],
        storage: wordsStorage('archive'),
      }),
    },
  },
  defaultConfig,
);
