interface Language {
  /** Names a fence may give it, lower case; the first is Prism's own. */
  readonly names: readonly string[];
  /** Languages Prism builds it on, by Prism's names. */
  readonly needs?: readonly string[];
  /** Loads its grammar; each is a chunk of its own. */
  readonly load: () => Promise<unknown>;
}

const LANGUAGES: readonly Language[] = [
  { names: ['clike'], load: () => import('prismjs/components/prism-clike') },
  {
    names: ['markup', 'html', 'xml', 'svg', 'vue', 'svelte'],
    load: () => import('prismjs/components/prism-markup'),
  },
  { names: ['css'], load: () => import('prismjs/components/prism-css') },
  { names: ['scss', 'sass'], needs: ['css'], load: () => import('prismjs/components/prism-scss') },
  {
    names: ['javascript', 'js', 'mjs', 'cjs', 'node'],
    needs: ['clike'],
    load: () => import('prismjs/components/prism-javascript'),
  },
  {
    names: ['typescript', 'ts', 'mts', 'cts'],
    needs: ['javascript'],
    load: () => import('prismjs/components/prism-typescript'),
  },
  { names: ['jsx'], needs: ['markup', 'javascript'], load: () => import('prismjs/components/prism-jsx') },
  { names: ['tsx'], needs: ['jsx', 'typescript'], load: () => import('prismjs/components/prism-tsx') },
  { names: ['json', 'jsonc', 'json5', 'webmanifest'], load: () => import('prismjs/components/prism-json') },
  { names: ['python', 'py', 'python3'], load: () => import('prismjs/components/prism-python') },
  {
    names: ['bash', 'sh', 'shell', 'zsh', 'console', 'shell-session'],
    load: () => import('prismjs/components/prism-bash'),
  },
  { names: ['powershell', 'ps1', 'pwsh'], load: () => import('prismjs/components/prism-powershell') },
  { names: ['java'], needs: ['clike'], load: () => import('prismjs/components/prism-java') },
  { names: ['kotlin', 'kt', 'kts'], needs: ['clike'], load: () => import('prismjs/components/prism-kotlin') },
  { names: ['swift'], load: () => import('prismjs/components/prism-swift') },
  { names: ['c', 'h'], needs: ['clike'], load: () => import('prismjs/components/prism-c') },
  { names: ['cpp', 'c++', 'cc', 'hpp', 'cxx'], needs: ['c'], load: () => import('prismjs/components/prism-cpp') },
  {
    names: ['csharp', 'cs', 'c#', 'dotnet'],
    needs: ['clike'],
    load: () => import('prismjs/components/prism-csharp'),
  },
  { names: ['go', 'golang'], needs: ['clike'], load: () => import('prismjs/components/prism-go') },
  { names: ['rust', 'rs'], load: () => import('prismjs/components/prism-rust') },
  { names: ['ruby', 'rb'], needs: ['clike'], load: () => import('prismjs/components/prism-ruby') },
  {
    names: ['markup-templating'],
    needs: ['markup'],
    load: () => import('prismjs/components/prism-markup-templating'),
  },
  {
    names: ['php'],
    needs: ['clike', 'markup-templating'],
    load: () => import('prismjs/components/prism-php'),
  },
  {
    names: ['sql', 'postgresql', 'mysql', 'sqlite', 'plsql', 'tsql'],
    load: () => import('prismjs/components/prism-sql'),
  },
  { names: ['yaml', 'yml'], load: () => import('prismjs/components/prism-yaml') },
  { names: ['toml'], load: () => import('prismjs/components/prism-toml') },
  { names: ['ini', 'conf', 'properties'], load: () => import('prismjs/components/prism-ini') },
  { names: ['docker', 'dockerfile'], load: () => import('prismjs/components/prism-docker') },
  { names: ['diff', 'patch'], load: () => import('prismjs/components/prism-diff') },
  { names: ['r'], load: () => import('prismjs/components/prism-r') },
];

/** Names of fences that are highlighted, for tests. */
export const LANGUAGE_NAMES: readonly string[] = LANGUAGES.flatMap((language) => language.names);

const loaded = new Map<string, Promise<unknown>>();

/** Prism's name for what a fence calls its language, or null for one that is not highlighted. */
export function prismName(language: string): string | null {
  return findLanguage(language)?.names[0] ?? null;
}

/** Loads a language's grammar and those it is built on, each once. Prism itself must be there. */
export async function loadLanguage(name: string): Promise<void> {
  const language = findLanguage(name);
  if (language === undefined) return;
  for (const need of language.needs ?? []) await loadLanguage(need);
  const load = loaded.get(name) ?? language.load();
  loaded.set(name, load);
  await load;
}

function findLanguage(name: string): Language | undefined {
  const wanted = name.toLowerCase();
  return LANGUAGES.find(({ names }) => names.includes(wanted));
}
