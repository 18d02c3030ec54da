import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { codeSpans, MAX_HIGHLIGHTED } from '../../../../../components/markdown/highlight/code-tokens';
import { GRAMMARS } from '../../../../../components/markdown/highlight/grammars';
import { ALL_CODE_LANGUAGES, findCodeLanguage } from '../../../../../lib/markdown/code-languages';

interface Sample {
  readonly name: string;
  readonly code: string;
}

const text = await readFile('tests/fixtures/code/samples.md', 'utf8');
const samples: readonly Sample[] = [...text.matchAll(/^```(\S+)\n([^]*?)\n```$/gm)].map(
  ([, name = '', code = '']) => ({ name, code }),
);

async function spansOf({ name, code }: Sample) {
  return codeSpans(code, findCodeLanguage(name)?.grammar ?? '');
}

describe('grammars', () => {
  it('are there for every language, and a sample of each', () => {
    expect(ALL_CODE_LANGUAGES.filter(({ grammar }) => !(grammar in GRAMMARS))).toEqual([]);
    const shown = new Set(samples.map(({ name }) => findCodeLanguage(name)?.label));
    expect(ALL_CODE_LANGUAGES.map(({ label }) => label).filter((label) => !shown.has(label))).toEqual([]);
  });

  it('come after what they are built on', async () => {
    const components = await readFile('node_modules/prismjs/components.json', 'utf8');
    const { languages } = JSON.parse(components) as { languages: Record<string, { require?: string | string[] }> };
    for (const [name, { needs = '' }] of Object.entries(GRAMMARS)) {
      expect(needs.split(' '), name).toEqual(expect.arrayContaining([languages[name]?.require ?? []].flat()));
    }
  });

  it.each(samples)('colour $name', async (sample) => {
    const spans = await spansOf(sample);
    // All that CSV has is values.
    expect(new Set(spans.map(({ kind }) => kind)).size).toBeGreaterThan(sample.name === 'csv' ? 0 : 1);
    expect(spans.length).toBeGreaterThan(2);
    let end = 0;
    for (const span of spans) {
      expect(span.start).toBeGreaterThanOrEqual(end);
      expect(span.end).toBeGreaterThan(span.start);
      end = span.end;
    }
    expect(end).toBeLessThanOrEqual(sample.code.length);
  });
});

/** The texts of one kind. */
async function texts(code: string, name: string, kind: string): Promise<readonly string[]> {
  const spans = await spansOf({ name, code });
  return spans.filter((span) => span.kind === kind).map(({ start, end }) => code.slice(start, end).trim());
}

describe('what is coloured', () => {
  it('are styles and scripts in a page, whatever was loaded before', async () => {
    await texts('a {}', 'css', 'keyword');
    const page = '<style>a { color: red } /* c */</style><script>const n = 1; // c</script>';
    expect(await texts(page, 'html', 'comment')).toEqual(['/* c */', '// c']);
    expect(await texts(page, 'html', 'number')).toEqual(['1']);
  });

  it('is no word of the text in JSX', async () => {
    const code = 'const a = <p>if this is a class</p>;';
    expect(await texts(code, 'jsx', 'keyword')).toEqual(['const', '<p>', '</p>']);
  });

  it('is plain again in an interpolation', async () => {
    expect(await texts('`a ${b} c`', 'js', 'string')).toEqual(['`a', 'c`']);
  });

  it('are the lines of a diff', async () => {
    const code = '@@ -1 +1 @@\n same\n-old\n-older\n+new';
    expect(await texts(code, 'diff', 'deleted')).toEqual(['-old\n-older']);
    expect(await texts(code, 'diff', 'inserted')).toEqual(['+new']);
  });

  it('goes on over white space in one span', async () => {
    expect(await texts('export default async function f() {}', 'js', 'keyword')).toEqual([
      'export default async function',
    ]);
  });

  it('is nothing in a language nobody knows, in code without end and in packed code', async () => {
    expect(await codeSpans('if else', 'klingon')).toEqual([]);
    expect(await codeSpans('if else', 'constructor')).toEqual([]);
    expect(await codeSpans('let a;\n'.repeat(MAX_HIGHLIGHTED / 7 + 1), 'javascript')).toEqual([]);
    expect(await codeSpans(`let a = [${'1,'.repeat(5000)}];`, 'javascript')).toEqual([]);
    expect(await codeSpans('let a;\n'.repeat(MAX_HIGHLIGHTED / 7 - 1), 'javascript')).not.toEqual([]);
  });
});

it.each([
  ['json5', '\\"'],
  ['css', '@a\n'],
  ['scss', '['],
  ['csharp', 'a.\n'],
  ['nasm', '\n'],
  ['markup', '<?\n'],
  ['javascript', '\\"'],
])('%s made of %j holds nobody up', async (grammar, part) => {
  const line = part.includes('\n') ? part : `${part.repeat(4900 / part.length)}\n`;
  const code = line.repeat(49_000 / line.length);
  let longest = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  });
  await codeSpans(code, grammar);
  clearInterval(watch);
  expect(Math.max(longest, performance.now() - last)).toBeLessThan(1500);
});
