import { describe, expect, it } from 'vitest';
import { readCodeInfo } from '../../../lib/markdown/code-info';
import { parseMarkdown } from '../../../lib/markdown/parse-markdown';

/** What is read of a fence whose first line is this. */
function infoOf(line: string) {
  const [code] = parseMarkdown(`~~~${line}\nx\n~~~\n`);
  if (code?.type !== 'code') throw new Error('no code');
  return readCodeInfo(code);
}

describe('the first line of a fence', () => {
  it.each([
    ['', 'Text', '', 'code.txt'],
    ['ts', 'TypeScript', '', 'code.ts'],
    ['TypeScript', 'TypeScript', '', 'code.ts'],
    ['c++', 'C++', '', 'code.cpp'],
    ['c#', 'C#', '', 'code.cs'],
    ['klingon', 'klingon', '', 'code.txt'],
    ['ts title="x.ts"', 'TypeScript', 'x.ts', 'x.ts'],
    ["ts {1,3} title='src/my file.ts' showLineNumbers", 'TypeScript', 'src/my file.ts', 'my file.ts'],
    ['js filename=a/b.js', 'JavaScript', 'a/b.js', 'b.js'],
    ['python:app.py', 'Python', 'app.py', 'app.py'],
    ['python:src/pkg/app.py', 'Python', 'src/pkg/app.py', 'app.py'],
    ['src/app.rs', 'Rust', 'src/app.rs', 'app.rs'],
    ['main.go', 'Go', 'main.go', 'main.go'],
    ['12:30:lib/a.rb', 'Ruby', 'lib/a.rb', 'a.rb'],
    ['ts lib/markdown/nodes.ts', 'TypeScript', 'lib/markdown/nodes.ts', 'nodes.ts'],
    ['Dockerfile', 'Dockerfile', '', 'Dockerfile'],
    ['docker', 'Dockerfile', '', 'Dockerfile'],
    ['make', 'Makefile', '', 'Makefile'],
    ['docker:Dockerfile', 'Dockerfile', 'Dockerfile', 'Dockerfile'],
    ['cmake', 'CMake', '', 'CMakeLists.txt'],
    ['text title="How it ends"', 'text', 'How it ends', 'code.txt'],
    ['sh title="Step 1. Install"', 'Bash', 'Step 1. Install', 'code.sh'],
    ['{.python .numberLines}', 'Python', '', 'code.py'],
    ['{r, echo=FALSE}', 'R', '', 'code.r'],
    ['js{1,3-4}', 'JavaScript', '', 'code.js'],
    ['js:line-numbers', 'JavaScript', '', 'code.js'],
    ['language-json', 'JSON', '', 'code.json'],
    ['objective-c', 'Objective-C', '', 'code.m'],
    ['.env', 'Properties', '.env', '.env'],
    ['txt C:\\temp\\a.py', 'Python', 'C:\\temp\\a.py', 'a.py'],
    ['vega-lite', 'vega-lite', '', 'code.txt'],
  ])('%j is %s, titled %j, saved as %s', (line, label, title, file) => {
    expect(infoOf(line)).toMatchObject({ label, title, fileName: file });
  });

  it.each([
    ['sh title="../../.."', 'code.sh'],
    ['sh title="/etc/passwd"', 'passwd'],
    ['sh title="a/..\\b.sh"', 'b.sh'],
    ['sh title="a:b*c?.sh"', 'a b c .sh'],
    ['sh title="x\u202ehs.exe"', 'xhs.exe'],
    [`sh title="${'a'.repeat(300)}.sh"`, `${'a'.repeat(97)}.sh`],
    ['sh title="https://a.example/b.sh"', 'b.sh'],
  ])('%j gives no path and no trick for a name', (line, file) => {
    expect(infoOf(line).fileName).toBe(file);
  });

  it('is read in time, however long it is', () => {
    const start = performance.now();
    for (const part of ['title="', 'a/', '{', '.', 'a:', ' ']) infoOf(`ts ${part.repeat(50_000)}`);
    for (const part of ['a/', 'a.', 'a:', '{.']) infoOf(part.repeat(50_000));
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('shows what it hides, and no endless title', () => {
    expect(infoOf('ts title="a\u202eb.ts"').title).toBe('a[U+202E]b.ts');
    expect(infoOf('j\u202es').label).toBe('j[U+202E]s');
    expect(infoOf(`ts title="${'a'.repeat(300)}"`).title).toHaveLength(200);
    expect(infoOf('k'.repeat(300)).label).toHaveLength(40);
  });
});
