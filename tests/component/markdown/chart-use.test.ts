import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { nextFrame, one, showMarkdown, waitFor } from './show-markdown';

const values = [
  { quarter: 'Q1', region: 'North', sales: 28_000 },
  { quarter: 'Q1', region: 'South', sales: 18_000 },
  { quarter: 'Q2', region: 'North', sales: 43_500 },
  { quarter: 'Q2', region: 'South', sales: 25_000 },
];
const grouped = {
  title: 'Sales by quarter',
  data: { values },
  mark: 'bar',
  encoding: {
    x: { field: 'quarter', type: 'nominal' },
    xOffset: { field: 'region' },
    y: { field: 'sales', type: 'quantitative' },
    color: { field: 'region', type: 'nominal' },
  },
};
const fence = (chart: unknown) => '```vega-lite\n' + JSON.stringify(chart) + '\n```\n';

async function showChart(chart: unknown) {
  const screen = await showMarkdown(fence(chart));
  await waitFor(screen.root, 'svg.marks');
  const points = one(screen.root, '.markdown-chart-points');
  const said = () => one(screen.root, '.markdown-chart-plot [role=status]').textContent;
  const tip = () => screen.root.querySelector('.markdown-chart-tip')?.textContent ?? null;
  return { ...screen, points, said, tip };
}

/** Gathers the files that are offered to be saved. */
function catchFiles(): { readonly name: string; readonly blob: Blob }[] {
  const files: { name: string; blob: Blob }[] = [];
  const blobs = new Map<string, Blob>();
  const create = URL.createObjectURL.bind(URL);
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const url = create(blob);
    if (blob instanceof Blob) blobs.set(url, blob);
    return url;
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    files.push({ name: this.download, blob: blobs.get(this.href) ?? new Blob() });
  });
  return files;
}

afterEach(() => vi.restoreAllMocks());

describe('the points of a chart', () => {
  it('are walked over by the arrow keys, each told with its values and marked', async () => {
    const { points, said, tip, root } = await showChart(grouped);
    points.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(said()).toBe('quarter: Q1, sales: 28,000, region: North. 1 of 4.');
    expect(tip()).toContain('28,000');
    const mark = one(root, '.markdown-chart-mark').getBoundingClientRect();
    const bar = one(root, '.role-mark path').getBoundingClientRect();
    expect(Math.abs(mark.left - bar.left)).toBeLessThan(5);
    expect(Math.abs(mark.bottom - bar.bottom)).toBeLessThan(5);
    await userEvent.keyboard('{ArrowRight}');
    expect(said()).toMatch(/^quarter: Q2, sales: 43,500, region: North\./);
    await userEvent.keyboard('{ArrowDown}');
    expect(said()).toMatch(/region: South\./);
    await userEvent.keyboard('{Home}');
    expect(said()).toMatch(/^quarter: Q1, sales: 18,000, region: South\./);
    await userEvent.keyboard('{End}');
    expect(said()).toMatch(/^quarter: Q2, sales: 25,000/);
  });

  it('are left by Escape, which then means nothing else, and by going elsewhere', async () => {
    const { points, tip, said } = await showChart(grouped);
    const heard: string[] = [];
    const leave = new AbortController();
    onTestFinished(() => leave.abort());
    window.addEventListener('keydown', ({ key }) => heard.push(key), { signal: leave.signal });
    points.focus();
    await userEvent.keyboard('{ArrowRight}{Escape}');
    expect(tip()).toBeNull();
    expect(said()).toBe('');
    expect(heard).not.toContain('Escape');
    await userEvent.keyboard('{Escape}');
    expect(heard).toContain('Escape');
    await userEvent.keyboard('{ArrowRight}');
    points.blur();
    await expect.poll(tip).toBeNull();
  });

  it('are told under the pointer, within the chart', async () => {
    const { root, tip } = await showChart(grouped);
    const bars = root.querySelectorAll('.role-mark path');
    for (const bar of bars) {
      const { left, top, width, height } = bar.getBoundingClientRect();
      const points = one(root, '.markdown-chart-points');
      const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true };
      points.dispatchEvent(new PointerEvent('pointermove', at));
      await expect.poll(tip).toMatch(/quarter/);
      const [box, frame] = [one(root, '.markdown-chart-tip'), points].map((node) => node.getBoundingClientRect());
      expect(box?.left).toBeGreaterThanOrEqual((frame?.left ?? 0) - 1);
      expect(box?.right).toBeLessThanOrEqual((frame?.right ?? 0) + 1);
    }
    one(root, '.markdown-chart-points').dispatchEvent(new PointerEvent('pointerleave'));
    await expect.poll(tip).toBeNull();
  });

  it('of a line are its places, of a pie its slices, of a histogram its bins', async () => {
    const { points, said } = await showChart({
      data: { values },
      mark: 'arc',
      encoding: { theta: { field: 'sales', type: 'quantitative', aggregate: 'sum' }, color: { field: 'region' } },
    });
    points.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(said()).toMatch(/^Sum of sales: 71,500, region: North\. 1 of 2\.$/);
    const bins = await showChart({
      data: { values: [1, 2, 2, 3, 9].map((v) => ({ v })) },
      mark: 'bar',
      encoding: { x: { field: 'v', bin: { step: 5 } }, y: { aggregate: 'count' } },
    });
    bins.points.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(bins.said()).toMatch(/^v: 0 – 5, Count: 4\. 1 of 2\.$/);
  });
});

describe('a chart', () => {
  it('has a name and a summary', async () => {
    const { root } = await showChart(grouped);
    const figure = one(root, 'figure');
    expect(figure.ariaLabel).toBe('Sales by quarter');
    const summary = document.getElementById(figure.getAttribute('aria-describedby') ?? '');
    expect(summary?.textContent).toBe(
      'Grouped bar chart with 2 series (North, South). quarter: 2 categories (Q1, Q2). ' +
        'sales from 18,000 to 43,500. Highest: 43,500 at Q2, North; lowest: 18,000 at Q1, South.',
    );
  });

  it.each(['CSV', 'SVG', 'PNG'])('is saved as %s', async (kind) => {
    const files = catchFiles();
    const screen = await showChart(grouped);
    await screen.getByRole('button', { name: 'Save chart' }).click();
    await screen.getByRole('menuitem', { name: `Save as ${kind}` }).click();
    await vi.waitFor(() => expect(files).toHaveLength(1));
    const [file] = files;
    if (file === undefined) throw new Error('no file');
    expect(file.name).toBe(`Sales by quarter.${kind.toLowerCase()}`);
    if (kind === 'CSV') expect(await file.blob.text()).toMatch(/^quarter,region,sales\r\nQ1,North,28000\r\n/);
    if (kind === 'SVG') {
      const svg = new DOMParser().parseFromString(await file.blob.text(), 'image/svg+xml');
      expect(svg.documentElement.getAttribute('width')).toBe('560');
      expect(svg.documentElement.textContent).toContain('Sales by quarter');
    }
    if (kind === 'PNG') {
      const picture = await createImageBitmap(file.blob);
      expect(picture.width).toBe(2 * 560);
      const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      canvas?.drawImage(picture, 0, 0);
      const pixels = canvas?.getImageData(0, 0, picture.width, picture.height).data ?? [];
      // Its paper is not transparent, and the accent is drawn on it.
      expect(pixels[3]).toBe(255);
      const isAccent = (at: number) => pixels[at] === 168 && pixels[at + 1] === 72 && pixels[at + 2] === 26;
      expect(Array.from({ length: pixels.length / 4 }, (_, n) => n * 4).some(isAccent)).toBe(true);
    }
  });

  it('takes its room before it is drawn and keeps it', async () => {
    const screen = await showMarkdown('A line.\n\n', { streaming: true });
    await nextFrame();
    const tall = { ...grouped, encoding: { ...grouped.encoding, row: { field: 'region' } } };
    await screen.rerender({ text: `A line.\n\n${fence(tall)}`, streaming: true });
    const heights: number[] = [];
    while (screen.root.querySelector('svg.marks') === null) {
      await nextFrame();
      if (screen.root.querySelector('.markdown-chart-plot') !== null) heights.push(screen.root.offsetHeight);
    }
    await nextFrame();
    expect(heights.length).toBeGreaterThan(0);
    expect(new Set([...heights, screen.root.offsetHeight]).size).toBe(1);
    expect(screen.root.offsetHeight).toBeGreaterThan(300);
  });

  it('far below is drawn when it comes near', async () => {
    const { root } = await showMarkdown(`${'A line.\n\n'.repeat(400)}${fence(grouped)}`);
    await waitFor(root, '.markdown-chart-stage');
    expect(root.querySelector('svg.marks')).toBeNull();
    one(root, '.markdown-chart-stage').scrollIntoView();
    await waitFor(root, 'svg.marks');
  });
});
