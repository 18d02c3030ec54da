import { packageOf, readImports, targetOf, type Import } from './support/read-imports';
import type { SourceFile } from './support/source-files';

/** What a layer may import besides itself: folders (ending in `/`) or single files of ours, and packages. */
interface Layer {
  readonly ours: readonly string[];
  readonly packages: readonly string[];
}

/**
 * The layer table of the design, with the decisions since: the protocol's schema is its guard (messaging has
 * valibot), the engine names two contracts that are not its own folder, panels read stored settings by their items.
 */
export const LAYERS: Readonly<Record<string, Layer>> = {
  'lib/domain/': { ours: ['lib/words/'], packages: [] },
  'lib/markdown/': { ours: ['lib/domain/', 'lib/words/'], packages: ['markdown-it'] },
  'lib/providers/': {
    ours: ['lib/domain/', 'lib/words/'],
    packages: ['openai', '@anthropic-ai/sdk', 'minisearch', '@orama/stemmers', '@orama/stopwords'],
  },
  'lib/engine/': { ours: ['lib/domain/', 'lib/providers/provider', 'lib/words/'], packages: [] },
  'lib/messaging/': { ours: ['lib/domain/', 'lib/platform/', 'lib/words/'], packages: ['valibot'] },
  'lib/storage/': { ours: ['lib/domain/', 'lib/engine/chat-store'], packages: ['dexie', 'wxt/utils/storage'] },
  'lib/archive/': {
    ours: ['lib/domain/', 'lib/messaging/answer-wishes', 'lib/words/'],
    packages: ['valibot', '@zip.js/zip.js'],
  },
  'lib/page/': { ours: ['lib/domain/', 'lib/platform/', 'lib/words/'], packages: ['defuddle'] },
  'lib/platform/': { ours: ['lib/domain/', 'lib/words/'], packages: ['wxt/browser'] },
  'lib/panel/': {
    ours: [
      'lib/domain/',
      'lib/messaging/engine-client',
      'lib/messaging/protocol',
      'lib/storage/queries',
      'lib/storage/settings',
      'lib/words/',
    ],
    packages: ['svelte', 'dexie'],
  },
  'lib/words/': { ours: [], packages: [] },
  'components/': {
    ours: ['lib/panel/', 'lib/domain/', 'lib/markdown/', 'lib/words/'],
    packages: ['svelte', 'bits-ui', '@lucide/svelte', 'prismjs', 'katex', 'vega', 'vega-lite', 'vega-interpreter'],
  },
  'entrypoints/': {
    ours: ['lib/', 'components/'],
    packages: ['svelte', 'wxt/utils/define-background', 'wxt/utils/define-unlisted-script'],
  },
};

/** Names that a layer may take from a package that it may not have whole. */
const NAMES: Readonly<Record<string, readonly string[]>> = { 'lib/panel/ dexie': ['liveQuery'] };

/** Says what is wrong with a file's imports, a sentence each that names the file, the import and the rule. */
export function strayImports(file: SourceFile): readonly string[] {
  const folder = Object.keys(LAYERS).find((prefix) => file.path.startsWith(prefix));
  const layer = folder === undefined ? undefined : LAYERS[folder];
  if (folder === undefined || layer === undefined) return [`${file.path} is in no layer of tests/architecture.`];
  return readImports(file).flatMap((found) => {
    const wrong = objection(file.path, found, folder, layer);
    return wrong === null ? [] : [`${file.path} imports ${found.specifier}: ${wrong}`];
  });
}

function objection(path: string, { specifier, names }: Import, folder: string, layer: Layer): string | null {
  if (/^[@~]{0,2}\//.test(specifier)) return 'imports of our own files are relative.';
  const target = targetOf(path, specifier);
  if (target !== null) {
    if (/\.ts$/.test(target)) return 'imports carry no .ts ending here.';
    if (target.startsWith(folder)) return betweenProviders(path, target);
    if (layer.ours.some((allowed) => (allowed.endsWith('/') ? target.startsWith(allowed) : target === allowed)))
      return null;
    return `${folder} may import from here only ${listed(layer.ours)}.`;
  }
  const isAllowed = layer.packages.some((name) => name === specifier || name === packageOf(specifier));
  if (!isAllowed) return `of packages ${folder} may import only ${listed(layer.packages)}.`;
  const allowedNames = NAMES[`${folder} ${specifier}`];
  if (allowedNames === undefined || (names.length > 0 && names.every((name) => allowedNames.includes(name))))
    return null;
  return `${folder} may take only ${listed(allowedNames)} from ${specifier}.`;
}

/** A provider's folder knows the contract and what is common to all, but no other provider. */
function betweenProviders(path: string, target: string): string | null {
  const folderOf = (file: string) => /^lib\/providers\/([^/]+)\//.exec(file)?.[1];
  const [own, other] = [folderOf(path), folderOf(target)];
  if (own === undefined || other === undefined || other === own || other === 'network') return null;
  return 'one provider knows nothing of another.';
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.join(', ');
}
