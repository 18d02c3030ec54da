import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFakeProvider, type FakeProvider } from '../support/fake-provider/start-fake-provider.ts';
import { readPicture } from '../support/read-picture.ts';
import { ask, finishedAnswer, lastAnswer } from './support/ask.ts';
import { connectProvider } from './support/connect-provider.ts';
import { servePages, type PageServer } from './support/serve-pages.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

let fake: FakeProvider;
let pages: PageServer;
beforeAll(async () => {
  fake = await startFakeProvider();
  pages = await servePages({
    '/': '<!doctype html><title>Lamps</title><main><h1>Lamps</h1><p>The lamp is lit at dusk.</p><p>It burns oil.</p></main>',
  });
});
afterAll(async () => {
  await fake.close();
  await pages.close();
});

describe.each(FAMILIES)('answers of a model in %s', (family) => {
  const aside = useAside(family);

  test('Markdown is rendered, with code that can be copied', async () => {
    fake.setScenario('markdown');
    await connectProvider(aside(), { provider: 'OpenAI', name: 'Fake', baseUrl: fake.url, model: 'any' });
    const tab = await aside().firstTab();
    await tab.goto(`${pages.origin}/`);
    const panel = await aside().openPanel();
    await ask(panel, 'Describe it.');
    await finishedAnswer(panel, 'Fake');
    const answer = lastAnswer(panel, 'Fake');
    await answer.getByRole('heading', { name: 'The lighthouse' }).waitFor();
    expect(await answer.getByRole('cell', { name: '38 m' }).count()).toBe(1);
    expect(await answer.getByRole('checkbox').count()).toBe(2);
    expect(await answer.getByRole('link', { name: 'the page' }).attribute('target')).toBe('_blank');
    await answer.getByRole('button', { name: 'Copy code' }).click();
    await panel.waitForText(/copied/i);
    const highlighted = await panel.evaluate(() => [...CSS.highlights.values()].some((one) => one.size > 0));
    expect(highlighted).toBe(true);
  });

  test('a vega-lite fence becomes a chart with its data table behind it', async () => {
    fake.setScenario('chart');
    const panel = await aside().openPanel();
    await ask(panel, 'Draw it.');
    await finishedAnswer(panel, 'Fake');
    const answer = lastAnswer(panel, 'Fake');
    await answer.locate('svg.marks').waitFor();
    await answer.getByRole('button', { name: 'Table' }).click();
    await answer.getByRole('cell', { name: /3,?400/ }).waitFor();
  });

  test('the points of a chart are walked over, and it is saved and drawn anew', async () => {
    fake.setScenario('chart');
    const panel = await aside().openPanel();
    await panel.getByRole('button', { name: 'New chat', exact: true }).click();
    await ask(panel, 'Draw it again.');
    await finishedAnswer(panel, 'Fake');
    const answer = lastAnswer(panel, 'Fake');
    await answer.locate('svg.marks').waitFor();

    const points = answer.locate('.markdown-chart-points');
    await points.press('ArrowRight');
    await answer.locate('.markdown-chart-tip').waitFor();
    await expect.poll(() => answer.locate('.markdown-chart-plot [role=status]').text()).toMatch(/1 of \d+\./);
    await points.press('Escape');
    await answer.locate('.markdown-chart-tip').waitFor({ state: 'hidden' });

    const starts = { png: '\x89PNG', svg: '<svg ', csv: 'year,visitors' };
    for (const [kind, start] of Object.entries(starts)) {
      await answer.getByRole('button', { name: 'Save chart' }).click();
      await panel.getByRole('menuitem', { name: `Save as ${kind.toUpperCase()}` }).click();
      const path = await aside().awaitDownload(new RegExp(`\\.${kind}$`));
      expect((await readFile(path)).toString('latin1')).toMatch(new RegExp(`^${start}`));
    }

    const looks = () =>
      panel.evaluate(() => {
        const svg = document.querySelector('svg.marks');
        const axis = svg?.querySelector('.role-axis-label text');
        return { width: svg?.getAttribute('width') ?? '', ink: axis?.getAttribute('fill') ?? '' };
      });
    const before = await looks();
    await panel.setColorScheme('dark');
    await expect.poll(async () => (await looks()).ink).not.toBe(before.ink);
    await panel.setColorScheme('light');
    await expect.poll(looks).toEqual(before);
    await panel.setViewport(480, 800);
    await expect.poll(async () => (await looks()).width).not.toBe(before.width);
    await panel.setViewport(400, 800);
  });

  test('formulas are drawn, and prices are not', async () => {
    fake.setScenario('say:So $\\vec{v} = 2$ costs $5 or $6:\n\n$$\n\\pmb{x} \\fcolorbox{red}{blue}{y}\n$$\n');
    const panel = await aside().openPanel();
    await ask(panel, 'Calculate it.');
    await finishedAnswer(panel, 'Fake');
    const answer = lastAnswer(panel, 'Fake');
    await answer.locate('figure .katex-display').waitFor();
    await panel.waitForText('costs $5 or $6:');
    expect(await answer.locate('p math mover').count()).toBe(1);
    expect(await panel.evaluate(() => document.fonts.check('16px KaTeX_Main'))).toBe(true);
  });

  test('thoughts stream, fold when the answer begins, and stay open by choice', async () => {
    fake.setScenario('think-hold');
    let panel = await aside().openPanel();
    await ask(panel, 'Think of it.');
    fake.release(2);
    await panel.waitForText('It names a year, 1902, and');
    expect(await lastAnswer(panel, 'Fake').locate('details[open] summary').text()).toMatch(/^Thinking…/);
    fake.release(2);
    await finishedAnswer(panel, 'Fake');
    const thoughts = (open: string) => lastAnswer(panel, 'Fake').locate(`details${open} > summary`);
    expect(await thoughts(':not([open])').text()).toMatch(/^Thought for (\d+ s|a moment)$/);
    await thoughts('').click();
    await panel.getByRole('button', { name: 'Keep thoughts open' }).click();
    await panel.reload();
    const keep = panel.getByRole('button', { name: 'Keep thoughts open' });
    await keep.waitFor();
    expect(await keep.attribute('aria-pressed')).toBe('true');
    await keep.click();
    await aside().closePanel();
    panel = await aside().openPanel();
    await thoughts(':not([open])').waitFor();
  });

  test('a picture as data is shown, opened large, saved and copied, also after a reload', async () => {
    fake.setScenario('picture');
    const panel = await aside().openPanel();
    await ask(panel, 'Draw it.');
    await finishedAnswer(panel, 'Fake');
    const open = lastAnswer(panel, 'Fake').getByRole('button', { name: 'Open picture: A sunset' });
    await open.waitFor();
    const drawn = () =>
      panel.evaluate(() =>
        [...document.querySelectorAll<HTMLImageElement>('article img')].map((one) => one.naturalWidth),
      );
    await expect.poll(drawn).toEqual([24]);
    const text = await panel.evaluate(() => document.querySelector('article:last-child')?.textContent);
    expect(text).not.toContain('base64');
    await panel.reload();
    await expect.poll(drawn).toEqual([24]);
    await open.click();
    const dialog = panel.getByRole('dialog', { name: 'Picture' });
    await dialog.getByRole('button', { name: 'Save picture' }).click();
    const saved = await readFile(await aside().awaitDownload(/^A sunset\.png$/));
    expect(saved.toString('base64')).toBe(readPicture('photo.png'));
    await dialog.getByRole('button', { name: 'Copy picture' }).click();
    await panel.waitForText('Picture copied.');
    await panel.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await panel.evaluate(() => document.activeElement?.ariaLabel)).toBe('Open picture: A sunset');
    await ask(panel, 'And now?');
    const sent = () => JSON.stringify(fake.requests.at(-1)?.body);
    await expect.poll(sent).toContain('[Picture: A sunset]');
    expect(sent()).not.toContain('base64');
    await finishedAnswer(panel, 'Fake');
  });

  test('raw HTML is shown as text, and nothing is fetched', async () => {
    fake.setScenario(
      `say:<img src="${pages.origin}/stolen" onerror="document.title='run'">\n\n![x](${pages.origin}/seen)`,
    );
    const panel = await aside().openPanel();
    await ask(panel, 'Try to run something.');
    expect(await finishedAnswer(panel, 'Fake')).toContain('<img src=');
    expect(await lastAnswer(panel, 'Fake').locate('img').count()).toBe(0);
    expect(await panel.evaluate(() => document.title)).toBe('Aside');
  });

  test('the page goes along only when it is switched on, and its citations lead back to it', async () => {
    fake.setScenario('say:The lamp is lit at dusk [b2]. It is made of cheese [b99].');
    const panel = await aside().openPanel();
    await ask(panel, 'When is it lit?');
    await finishedAnswer(panel, 'Fake');
    expect(JSON.stringify(fake.requests.at(-1)?.body)).not.toContain('It burns oil.');
    await panel.getByRole('button', { name: 'Read this page' }).click();
    await panel.waitForText('Lamps');
    await ask(panel, 'And with the page?');
    await finishedAnswer(panel, 'Fake');
    const body = JSON.stringify(fake.requests.at(-1)?.body);
    expect(body).toMatch(/<page-[0-9a-f]{12}>.*\[b2\] The lamp is lit at dusk\..*\[b3\] It burns oil\..*<\/page-/);
    const answer = lastAnswer(panel, 'Fake');
    expect(await answer.getByRole('button', { name: /^Citation/ }).count()).toBe(1);
    await answer.getByRole('button', { name: 'Citation 1: The lamp is lit at dusk.' }).click();
    const tab = await aside().firstTab();
    await expect
      .poll(() => tab.evaluate(() => [...CSS.highlights.values()].flatMap((one) => [...one]).join('')))
      .toContain('The lamp is lit at dusk');
  });
});
