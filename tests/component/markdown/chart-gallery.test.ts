import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { one, showMarkdown, waitFor } from './show-markdown';

/** Charts of every kind that is drawn, each a file. */
const gallery = Object.entries(
  import.meta.glob<string>('../../fixtures/charts/*.json', { query: '?raw', import: 'default', eager: true }),
).map(([path, spec]) => [path.replace(/^.*\/|\.json$/g, ''), spec] as const);

const violations: string[] = [];
const noted: string[] = [];
const { error, warn } = console;

beforeAll(async () => {
  // The development server puts styles into the page, which the policy of ours forbids: they must be there before it.
  const { root } = await showMarkdown(`\`\`\`vega-lite\n${gallery[0]?.[1] ?? ''}\n\`\`\`\n`);
  await waitFor(root, 'svg.marks');
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) => {
    violations.push(`${violatedDirective} ${sample}`);
  });
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content =
    "script-src 'self'; style-src 'self'; img-src 'self' data: blob:; require-trusted-types-for 'script'";
  document.head.append(policy);
  console.error = console.warn = (...words: unknown[]) => noted.push(words.join(' '));
});
afterAll(() => {
  Object.assign(console, { error, warn });
});

/** The boxes of the texts that stand along one axis, in order. */
function labelsOf(svg: Element, axis: 'x' | 'y'): DOMRect[] {
  const groups = [...svg.querySelectorAll('.role-axis')].filter((group) =>
    group.querySelector('.role-axis-label'),
  );
  return groups.flatMap((group) => {
    const texts = [...group.querySelectorAll('.role-axis-label text')].filter(
      (text) => getComputedStyle(text).opacity !== '0' && text.textContent !== '',
    );
    const boxes = texts.map((text) => text.getBoundingClientRect());
    const [first, last] = [boxes[0], boxes.at(-1)];
    if (first === undefined || last === undefined) return [];
    const isAlong = Math.abs(last.x - first.x) > Math.abs(last.y - first.y) ? 'x' : 'y';
    return isAlong === axis ? boxes : [];
  });
}

/** Whether two boxes cover each other by more than the edges of their letters. */
function overlaps(a: DOMRect, b: DOMRect): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 1 && down > 3;
}

describe('in 328 pixels, the gallery’s chart', () => {
  it('is one of at least 25', () => expect(gallery.length).toBeGreaterThanOrEqual(25));

  it.each(gallery)(
    '%s is drawn whole, in the room kept for it, without a word from browser or policy',
    async (name, spec) => {
      const screen = await showMarkdown('');
      screen.container.style.width = '328px';
      await screen.rerender({ text: `\`\`\`vega-lite\n${spec}\n\`\`\`\n`, streaming: false });
      const svg = await waitFor<SVGElement>(screen.root, 'svg.marks');
      const box = svg.getBoundingClientRect();
      const stage = one(screen.root, '.markdown-chart-stage').getBoundingClientRect();
      expect(Math.abs(box.width - stage.width), 'width').toBeLessThanOrEqual(1);
      expect(Math.abs(box.height - stage.height), 'height').toBeLessThanOrEqual(1);
      const marks = svg.querySelectorAll('.role-mark path, .role-mark line');
      expect(marks.length, 'marks').toBeGreaterThan(0);
      for (const text of svg.querySelectorAll('text')) {
        if (getComputedStyle(text).opacity === '0' || text.textContent === '') continue;
        const place = text.getBoundingClientRect();
        const out = [
          box.left - place.left,
          place.right - box.right,
          box.top - place.top,
          place.bottom - box.bottom,
        ];
        expect(Math.max(...out), `“${text.textContent}” sticks out`).toBeLessThanOrEqual(1.5);
      }
      if (name !== 'facet-grid') {
        const straight = [...svg.querySelectorAll('.role-axis-label text')].every(
          (text) => !/rotate\((?!0)/.test(text.getAttribute('transform') ?? ''),
        );
        for (const axis of straight ? (['x', 'y'] as const) : (['y'] as const)) {
          const labels = labelsOf(svg, axis);
          const hits = labels.filter((label, index) =>
            labels.some((other, at) => at > index && overlaps(label, other)),
          );
          expect(hits.length, `labels of ${axis} that run into another`).toBe(0);
        }
      }
      expect(one(screen.root, 'figure').getAttribute('aria-describedby')).not.toBeNull();
      expect(violations).toEqual([]);
      expect(noted).toEqual([]);
    },
  );
});
