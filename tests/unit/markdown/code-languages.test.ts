import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ALL_CODE_LANGUAGES, findCodeLanguage, languageOfFile } from '../../../lib/markdown/code-languages';

describe('languages of code', () => {
  it('are known by the names that fences give the usual ones', () => {
    const usual =
      'bash sh zsh c cpp c++ csharp c# clojure cmake css csv dart diff dockerfile elixir erlang go graphql groovy ' +
      'haskell hcl html http ini java javascript js json jsx julia kotlin latex lua makefile markdown matlab nginx ' +
      'objectivec perl php powershell properties protobuf python py r regex ruby rust scala scss solidity sql svelte ' +
      'swift terraform toml ts tsx typescript vim vue wasm xml yaml yml zig asm';
    expect(usual.split(' ').filter((name) => findCodeLanguage(name) === undefined)).toEqual([]);
    expect(findCodeLanguage('PyThOn')?.label).toBe('Python');
    expect(findCodeLanguage('klingon')).toBeUndefined();
    expect(findCodeLanguage('constructor')).toBeUndefined();
  });

  it('share no name', () => {
    const names = ALL_CODE_LANGUAGES.flatMap((language) => language.names);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.filter((name) => name !== name.toLowerCase())).toEqual([]);
  });

  it('are those of Prism', async () => {
    const components = await readFile('node_modules/prismjs/components.json', 'utf8');
    const { languages } = JSON.parse(components) as { languages: Record<string, unknown> };
    const unknown = ALL_CODE_LANGUAGES.filter(({ grammar }) => !(grammar in languages));
    expect(unknown.map(({ label }) => label)).toEqual([]);
  });

  it.each([
    ['a.ts', 'TypeScript'],
    ['src/x.test.PY', 'Python'],
    ['deploy/Dockerfile', 'Dockerfile'],
    ['C:\\x\\Makefile', 'Makefile'],
    ['CMakeLists.txt', 'CMake'],
    ['/etc/nginx/nginx.conf', 'nginx'],
    ['notes.txt', undefined],
    ['', undefined],
  ])('are told by the file %j', (file, label) => {
    expect(languageOfFile(file)?.label).toBe(label);
  });
});
