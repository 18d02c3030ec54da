import type { Plugin } from 'vite';

/** The page that opens most often, and the one that shares most with it, by the folders of their entries. */
const PANEL = /\/entrypoints\/sidepanel\//;
const SETTINGS = /\/entrypoints\/options\//;
/** What begins the panel stays in a file of its own: another page that needs the others must not begin it, too. */
const BEGINNING = /\/entrypoints\/sidepanel\/(?:index\.html|main\.ts|app\.css)/;
/** The module that every word comes from. */
const WORDS = '\0aside-words';
/** Its file, as a page names it. */
const WORDS_FILE = /\s*<(?:script|link)[^>]*?(?:src|href)="([^"]*\/words-[\w-]+\.js)"[^>]*>(?:<\/script>)?/;

/** What of a module is needed here. */
interface ModuleEdges {
  readonly isEntry: boolean;
  readonly importedIds: readonly string[];
}

/**
 * A Vite plugin that puts what the panel needs to start into few files: what it shares with the settings, and what it
 * alone has. Left to itself the bundler makes a file of each set of modules that some late part shares, and to ask the
 * browser for fifty files took the panel longer than to run them.
 */
export function startInFewFiles(): Plugin {
  let isPage = true;
  const files = { words: new Set<string>(), shared: new Set<string>(), panel: new Set<string>() };
  return {
    name: 'aside:start-in-few-files',
    apply: 'build',
    configResolved({ build }) {
      isPage = build.lib === false;
    },
    buildEnd() {
      const ids = [...this.getModuleIds()];
      const edges = (id: string) => this.getModuleInfo(id);
      const entriesIn = (folder: RegExp) => ids.filter((id) => edges(id)?.isEntry === true && folder.test(id));
      files.words = reachedFrom([WORDS], edges);
      const panel = reachedFrom(entriesIn(PANEL), edges);
      files.panel = new Set([...panel].filter((id) => !BEGINNING.test(id)));
      files.shared = reachedFrom(entriesIn(SETTINGS), edges).intersection(files.panel);
    },
    transformIndexHtml: {
      order: 'post',
      // It begins as soon as it is there, so that the catalogue comes beside the others.
      handler: (html) =>
        html.replace(WORDS_FILE, '\n    <script type="module" async crossorigin src="$1"></script>'),
    },
    outputOptions(options) {
      if (!isPage) return null;
      const group = (name: string, test: (id: string) => boolean, priority: number) => ({ name, test, priority });
      const groups = [
        group('words', (id) => files.words.has(id), 3),
        group('shared-start', (id) => files.shared.has(id), 2),
        group('panel-start', (id) => files.panel.has(id), 1),
      ];
      return { ...options, codeSplitting: { groups } };
    },
  };
}

/** All modules that some bring with them by static imports, themselves included. */
export function reachedFrom(first: readonly string[], edges: (id: string) => ModuleEdges | null): Set<string> {
  const reached = new Set<string>();
  const open = [...first];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const module = edges(id);
    if (module === null || reached.has(id)) continue;
    reached.add(id);
    open.push(...module.importedIds);
  }
  return reached;
}
