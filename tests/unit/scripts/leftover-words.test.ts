import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { leftoverWords } from '../../../scripts/build/leftover-words';
import { compileWords } from '../../../scripts/build/words';

/** Code whose words are for models, for developers, or in the language of a page. */
const OTHERS =
  /^lib\/(?:page\/(?:text\.ts|reader|dom|passage)|words|storage|providers\/built-in|domain\/(?:attachments\/attached-to-prompt|claims|relevance|diagnostics|find-text|fold-text|page-text|prompt\.|provider-presets|wanted-invisibles|memory\/(?:chat-summary|summary-requests)|whole-page\/(?:prompts|requests))|markdown\/(?:code-languages|copy\/chat-page-style|math\/reads-as-prose))|^components\/markdown\/highlight\/|^entrypoints\/[a-z-]+\.ts$/;

/** Names, commands, selectors and formulas: nothing that is said. */
const NAMES: readonly RegExp[] = [
  /(?:Error|Failure)$/,
  /^(?:Escape|Enter|Tab|Home|End|Delete|Backspace|Arrow\w+|Page(?:Up|Down)|LanguageModel|UklGR)$/,
  /^(?:ollama|lms|vllm|litellm|launchctl|setx|sudo|env) /,
  // Selectors, classes, values of styles and policies: no word of prose has these signs in its middle.
  /^(?=.*(?:\w-\w|[[\]{}=>]|(?:^|[ ,(])[.#:]\w|\dem |px))[^“”’]*$/s,
  /^(?:(?:pre code|thead|tbody|tr|p|ul|ol|h\d|th|td|table|blockquote|input|textarea|select|button|svg)(?:, )?)+$/,
  /^(?:conversations\.json|noopener noreferrer|Bearer #|model \.\*not .*)$/,
  /^(?:heading|hit|above|persona) (?:#|titles|messages)$|^the end$/,
  /^</,
  /^Answer with the word: ok$/,
];

describe('leftoverWords', () => {
  it.each([
    ['a sentence', 'a.ts', "export const a = 'nobody took this';"],
    ['a sentence with a hole', 'a.ts', 'export const a = (b: string) => `for ${b} it is gone`;'],
    ['a text', 'A.svelte', '<p>words</p>'],
    ['an attribute', 'A.svelte', '<p aria-label="Two words"></p>'],
  ])('finds %s', (_, path, code) => {
    expect(leftoverWords(path, code)).toHaveLength(1);
  });

  it('leaves alone names, what developers read and what is imported', () => {
    const code =
      "import a from 'B c d';\nconsole.warn('Aside: it broke.');\nexport const b = (c: 'Two words') => c === 'x';";
    expect(leftoverWords('a.ts', code)).toEqual([]);
  });
});

it('everything that the interface says can be said in other languages', async () => {
  const { hub } = await compileWords();
  const paths = globSync(['{lib,components,entrypoints}/**/*.ts', '{components,entrypoints}/**/*.svelte']).sort();
  expect(paths.length).toBeGreaterThan(400);
  const found: string[] = [];
  for (const path of paths) {
    if (OTHERS.test(path)) continue;
    const code = readFileSync(path, 'utf8');
    const [output] = await hub.transform(code, `${process.cwd()}/${path}`);
    for (const { line, text } of leftoverWords(path, output.code ?? code)) {
      if (!NAMES.some((name) => name.test(text))) found.push(`${path}:${line} says “${text}”`);
    }
  }
  expect(found, 'Put it into said() or begin it with a capital: CONTRIBUTING, “Write words”.').toEqual([]);
});
