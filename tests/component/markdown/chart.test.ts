import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { cdp } from 'vitest/browser';
import { nextFrame, one, showMarkdown, waitFor } from './show-markdown';

const spec = {
  title: 'Vehicles a day',
  data: { values: [1985, 1992, 2000].map((year, index) => ({ year, cars: [140, 190, 155][index] })) },
  mark: 'line',
  encoding: { x: { field: 'year', type: 'quantitative' }, y: { field: 'cars', type: 'quantitative' } },
};
const fence = (chart: unknown) => '```vega-lite\n' + JSON.stringify(chart, null, 1) + '\n```\n';

const emulate = (media: object) =>
  (cdp() as unknown as { send(method: string, parameters: object): Promise<void> }).send(
    'Emulation.setEmulatedMedia',
    media,
  );

afterEach(() => delete document.documentElement.dataset['theme']);

describe('a vega-lite fence', () => {
  it.each(['line', 'bar', 'area', 'point'])('is drawn as SVG: %s', async (mark) => {
    const { root } = await showMarkdown(fence({ ...spec, mark }));
    const svg = await waitFor<SVGElement>(root, '.markdown-chart svg.marks');
    expect(
      svg.querySelectorAll(`.mark-${{ line: 'line', bar: 'rect', area: 'area', point: 'symbol' }[mark]} path`)
        .length,
    ).toBeGreaterThan(0);
    expect(svg.getBoundingClientRect().width).toBeLessThanOrEqual(root.clientWidth);
    expect(one(root, '.markdown-chart-title').textContent).toBe('Vehicles a day');
  });

  it('shows its data as a table, and the chart again', async () => {
    const screen = await showMarkdown(fence(spec));
    await waitFor(screen.root, 'svg.marks');
    await screen.getByRole('button', { name: 'Table' }).click();
    const rows = [...screen.root.querySelectorAll('tr')].map((row) =>
      [...row.cells].map((cell) => cell.textContent),
    );
    expect(rows).toEqual([
      ['year', 'cars'],
      ['1985', '140'],
      ['1992', '190'],
      ['2000', '155'],
    ]);
    expect(screen.root.querySelector('svg.marks')).toBeNull();
    await screen.getByRole('button', { name: 'Chart' }).click();
    await waitFor(screen.root, 'svg.marks');
  });

  it('waits quietly while it is being written, in less room than it will need', async () => {
    const text = fence(spec);
    const screen = await showMarkdown(text.slice(0, 90), { streaming: true });
    const waiting = await waitFor(screen.root, '.markdown-chart-waiting');
    const height = waiting.offsetHeight;
    expect(screen.root.textContent).not.toContain('"data"');
    await screen.rerender({ text, streaming: false });
    await waitFor(screen.root, 'svg.marks');
    await nextFrame();
    expect(one(screen.root, '.markdown-chart').offsetHeight).toBeGreaterThan(height);
    await screen.rerender({ text: '```vega-lite\n1\n```\n', streaming: false });
    expect((await waitFor(screen.root, '.markdown-code')).offsetHeight).toBeGreaterThan(height);
  });

  it.each([
    ['data.url', { ...spec, data: { url: 'https://data.invalid/x.csv' } }],
    ['transform', { ...spec, transform: [{ calculate: 'datum.a', as: 'b' }] }],
    ['encoding.x.axis.labelExpr', { ...spec, encoding: { x: { field: 'year', axis: { labelExpr: '1' } } } }],
  ])('with %s is refused by name and shown as code', async (path, chart) => {
    const { root } = await showMarkdown(fence(chart));
    expect(one(root, '.markdown-code-note').textContent).toBe(`Not drawn as a chart: ${path} is not allowed.`);
    expect(one(root, 'pre code').textContent).toContain('"title": "Vehicles a day"');
    expect(root.querySelector('svg.marks')).toBeNull();
  });

  it('that is not JSON is shown as code with a sentence', async () => {
    const { root } = await showMarkdown('```vega-lite\n{"mark": \n```\n');
    expect(one(root, '.markdown-code-note').textContent).toMatch(/^Not drawn as a chart: it is not valid JSON/);
  });

  it('takes the colours of the theme, also when it changes', async () => {
    document.documentElement.dataset['theme'] = 'light';
    const { root } = await showMarkdown(fence(spec));
    const stroke = async () => (await waitFor(root, '.mark-line path')).getAttribute('stroke');
    expect(await stroke()).toBe('rgb(168, 72, 26)');
    document.documentElement.dataset['theme'] = 'dark';
    await expect.poll(stroke).toBe('rgb(233, 138, 86)');
  });

  it('takes the colours of a system that forces its own', async () => {
    document.documentElement.dataset['theme'] = 'light';
    const { root } = await showMarkdown(fence(spec));
    const stroke = async () => (await waitFor(root, '.mark-line path')).getAttribute('stroke');
    expect(await stroke()).toBe('rgb(168, 72, 26)');
    onTestFinished(() => emulate({ features: [] }));
    await emulate({ features: [{ name: 'forced-colors', value: 'active' }] });
    const link = document.createElement('span');
    link.style.color = 'LinkText';
    root.append(link);
    await expect.poll(stroke).toBe(getComputedStyle(link).color);
    expect(await stroke()).not.toBe('rgb(168, 72, 26)');
  });

  it('is drawn again when its room changes', async () => {
    const screen = await showMarkdown(fence(spec));
    const width = async () => (await waitFor<SVGElement>(screen.root, 'svg.marks')).getBoundingClientRect().width;
    const before = await width();
    screen.container.style.width = '250px';
    await expect.poll(width).toBeLessThan(Math.min(before, 250));
  });
});

describe('under the policy of our pages', () => {
  it('a chart and highlighted code are drawn without a violation', async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) => {
      violations.push(`${violatedDirective} ${sample}`);
    });
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "script-src 'self'; style-src 'self'; img-src 'self'; require-trusted-types-for 'script'";
    document.head.append(policy);
    const { root } = await showMarkdown(`${fence(spec)}\n\`\`\`js\nlet a = 1;\n\`\`\`\n\n| a |\n|---|\n`);
    await waitFor(root, 'svg.marks .mark-line path');
    await expect.poll(() => CSS.highlights.get('code-keyword')?.size).toBe(1);
    expect(violations).toEqual([]);
  });
});
