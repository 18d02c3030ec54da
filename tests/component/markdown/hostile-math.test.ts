import { describe, expect, it } from 'vitest';
import { drawFormula } from '../../../components/markdown/math/draw-formula';
import { showMarkdown, waitFor } from './show-markdown';

/** Formulas that want to link, load, name, run, hide, cover or never end. */
const PAYLOADS: readonly string[] = [
  '\\href{javascript:alert(1)}{x}',
  '\\href{https://evil.example}{\\text{Click here}}',
  '\\url{https://evil.example}',
  '\\href {data:text/html,x}{y}',
  '\\text{\\href{https://evil.example}{x}}',
  '\\includegraphics{https://evil.example/pixel.png}',
  '\\includegraphics[width=1em,height=1em,alt=x]{https://evil.example/p.png}',
  '\\includegraphics{data:image/svg+xml,<svg onload=alert(1)>}',
  '\\htmlId{app}{x}',
  '\\htmlClass{citation}{1}',
  '\\htmlClass{panel}{x}',
  '\\htmlStyle{position:fixed;inset:0}{x}',
  '\\htmlStyle{background:url(https://evil.example)}{x}',
  '\\htmlData{x=y}{z}',
  '\\def\\href{x}',
  '\\def\\a{\\a}\\a',
  '\\def\\a{xxxxxxxxxx}\\def\\b{\\a\\a\\a\\a\\a\\a}\\b\\b\\b\\b',
  '\\gdef\\frac{\\sqrt}',
  '\\newcommand{\\x}{\\url{a}}\\x',
  '\\let\\l\\href \\l{https://evil.example}{x}',
  '\\global\\let\\sqrt\\frac',
  '\\futurelet\\a\\b\\c',
  '\\color{red;background:url(https://evil.example)}x',
  '\\textcolor{url(https://evil.example)}{x}',
  '\\colorbox{"onmouseover=alert(1)}{x}',
  '\\fcolorbox{expression(alert(1))}{red}{x}',
  '\\color{#fff}\\text{hidden}',
  '\\rule{9999em}{9999em}',
  '\\kern-9999em\\rule{99em}{99em}',
  '\\hspace{-500em}\\text{over there}',
  '\\raisebox{500em}{x}',
  '\\llap{\\text{Send your key}}',
  '\\!'.repeat(1500) + '\\text{far left}',
  '\\Huge'.repeat(200) + 'x',
  '\\text{<script>alert(1)</script>}',
  '\\text{<img src=x onerror=alert(1)>}',
  '<img src=x onerror=alert(1)>',
  '</annotation></semantics></math><script>alert(1)</script>',
  '\\unicode{x3c}script\\unicode{x3e}',
  '\\char"3C script \\char"3E',
  '\\verb|<script>alert(1)</script>|',
  '\\begin{array}{' + 'c'.repeat(2000) + '}x\\end{array}',
  '\\frac'.repeat(800) + '12',
  '\\sqrt{'.repeat(45) + 'x' + '}'.repeat(45),
  '\\left('.repeat(300) + '\\right)'.repeat(300),
  'x^'.repeat(2000) + 'x',
  '{'.repeat(4000),
  '\\begin{matrix}'.repeat(200),
  '\\begin{matrix}' + '\\begin{matrix}x\\end{matrix}&'.repeat(120) + '\\end{matrix}',
  '\\overbrace{'.repeat(40) + 'x' + '}'.repeat(40),
  '\\dots'.repeat(900),
  '\\mathchoice{\\mathchoice{a}{b}{c}{d}}{b}{c}{d}'.repeat(60),
  '\\tag{\\href{https://evil.example}{1}} x',
  '\\operatorname{\\url{x}}',
  '\\@firstoftwo{\\href}{x}{https://evil.example}{y}',
  '\\expandafter\\href\\expandafter{https://evil.example}{x}',
  '\u202e\\text{txet desrever}\u202c',
  'é'.repeat(4000),
];

const ALLOWED = /^(?:span|math|semantics|annotation|svg|path|line|m[a-z]+)$/;

describe('a hostile formula', () => {
  it('is tried in many forms', () => {
    expect(PAYLOADS.length).toBeGreaterThanOrEqual(50);
  });

  it.each(PAYLOADS.map((tex) => [tex.slice(0, 40), tex]))(
    '%j draws nothing that links, loads, runs or has a name, and is soon done',
    (_start, tex) => {
      const start = performance.now();
      const host = document.createElement('div');
      try {
        host.append(drawFormula(tex, true));
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
      }
      expect(performance.now() - start).toBeLessThan(500);
      expect(Math.max(0, ...[...host.querySelectorAll('*')].map((part) => depthIn(host, part)))).toBeLessThan(400);
      for (const part of host.querySelectorAll('*')) {
        expect(part.localName).toMatch(ALLOWED);
        for (const { name, value } of part.attributes) {
          expect(name).not.toMatch(/^(?:on|href|src|id$|data-|name$)/);
          if (name === 'style') expect(value).not.toMatch(/url|expression|fixed|var\(/i);
          if (name === 'class') expect(value).not.toMatch(/citation|panel/);
        }
      }
    },
  );

  it('paints nothing outside of its own paragraph or figure', async () => {
    const tex = '\\kern-40em\\rule{90em}{90em}';
    const { root } = await showMarkdown(`a $${tex}$ b\n\n$$\n${tex}\n$$\n\n| $${tex}$ |\n|---|\n| x |\n`);
    await waitFor(root, 'p .katex');
    await waitFor(root, 'figure .katex');
    await waitFor(root, 'th .katex');
    const outer = root.getBoundingClientRect();
    for (const holder of root.querySelectorAll('p, figure > .markdown-math, .markdown-table > .markdown-scroll')) {
      const { left, right } = holder.getBoundingClientRect();
      expect(getComputedStyle(holder).overflowX).not.toBe('visible');
      expect(left).toBeGreaterThanOrEqual(outer.left - 2);
      expect(right).toBeLessThanOrEqual(outer.right + 2);
    }
  });
});

function depthIn(host: Element, part: Element): number {
  let depth = 0;
  for (let at: Element | null = part; at !== null && at !== host; at = at.parentElement) depth++;
  return depth;
}
