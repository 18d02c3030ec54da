import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/**
 * The modules of the two SDKs that Aside's requests never reach: resources of other endpoints, helpers round the raw
 * streams, credentials found by other means than a key. The SDKs' clients import them all, so no bundler can drop them.
 */
const UNUSED: readonly RegExp[] = [
  /\/openai\/resources\/(?!index\.|shared\.|models\.|responses\/|chat\/).*\.mjs$/,
  /\/openai\/auth\/workload-identity-auth\.mjs$/,
  /\/openai\/internal\/auth\/x509-workload-identity-auth\.mjs$/,
  /\/openai\/lib\/(?!chat-completions\/|ResponsesParser\.|parser\.).*\.mjs$/,
  /\/@anthropic-ai\/sdk\/lib\/(MessageStream|BetaMessageStream)\.mjs$/,
  /\/@anthropic-ai\/sdk\/lib\/credentials\/credential-chain\.mjs$/,
];

const EXPORTED_NAME = /^export (?:default )?(?:async )?(?:class|function\*?|const|var|let) (\w+)/gm;
const EXPORT_LIST = /^export \{([^}]*)\}/gm;

/**
 * A Vite plugin that replaces those modules by empty classes of the same names (and questions, `isX…`, by a no), for a
 * background that starts quickly: it halves the SDKs' weight and takes out their `import()`, which a Chrome service worker refuses.
 */
export function trimSdks(): Plugin {
  return {
    name: 'aside:trim-sdks',
    enforce: 'pre',
    load(id) {
      const path = id.split('?')[0]?.replaceAll('\\', '/') ?? '';
      if (!path.includes('/node_modules/') || !UNUSED.some((pattern) => pattern.test(path))) return null;
      return exportedNames(readFileSync(path, 'utf8'))
        .map((name) => (/^is[A-Z]/.test(name) ? `export const ${name} = () => false;` : `export class ${name} {}`))
        .join('\n');
    },
  };
}

function exportedNames(source: string): readonly string[] {
  const declared = [...source.matchAll(EXPORTED_NAME)].map((match) => match[1] ?? '');
  const listed = [...source.matchAll(EXPORT_LIST)].flatMap((match) =>
    (match[1] ?? '').split(',').map(
      (name) =>
        name
          .trim()
          .split(/\s+as\s+/)
          .at(-1) ?? '',
    ),
  );
  return [...new Set([...declared, ...listed])].filter((name) => name !== '' && name !== 'default');
}
