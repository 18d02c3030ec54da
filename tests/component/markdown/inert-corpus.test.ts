import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Markdown from '../../../components/markdown/Markdown.svelte';
import '../../../components/ui/theme.css';
import { ALLOWED } from '../../support/inert/allowed.ts';
import { packAnswers, type HostileAnswer } from '../../support/inert/answers.ts';
import { auditAnswer } from '../../support/inert/audit-answer.ts';
import { allPayloads } from '../../support/inert/corpora.ts';
import { EMBEDDING_NAMES } from '../../support/inert/embeddings.ts';
import { readWatch, watchPage } from '../../support/inert/watch-page.ts';
import { cutAnywhere, seeded } from '../../support/random.ts';
import { nextFrame, showMarkdown } from './show-markdown';

const CANARY = '127.0.0.1:9';
const payloads = allPayloads(CANARY);
/** Each payload in one of the six places; the long form tries all. */
const trials = payloads.map((payload) => ({
  payload,
  place: EMBEDDING_NAMES[payload.number % EMBEDDING_NAMES.length] ?? 'paragraph',
}));

let forced: CSSStyleSheet;
beforeAll(() => {
  // Everything is drawn as if the reader had scrolled to it.
  forced = new CSSStyleSheet();
  forced.replaceSync('.markdown-section { content-visibility: visible !important; }');
  document.adoptedStyleSheets.push(forced);
});
afterAll(() => {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== forced);
});

async function stream({ text, markers }: HostileAnswer, index: number) {
  const random = seeded(index);
  const { container, rerender } = await render(Markdown, { text: '', streaming: true });
  container.id = `answer-${index}`;
  let shown = '';
  for (const piece of cutAnywhere(text, 700, random)) {
    shown += piece;
    await rerender({ text: shown, streaming: true });
    await nextFrame();
  }
  await rerender({ text, streaming: false });
  await vi.waitFor(
    () =>
      expect(container.querySelectorAll('.markdown-chart-waiting, .markdown-chart-plot:empty')).toHaveLength(0),
    { timeout: 30_000 },
  );
  const audit = auditAnswer(`#answer-${index} .markdown`, ALLOWED);
  return { ...audit, missing: markers.filter((marker, at) => audit.markers[at] !== marker) };
}

describe('the corpora of hostile text', () => {
  it(
    'leave nothing but harmless elements in an answer, run nothing and ask for nothing',
    { timeout: 120_000 },
    async () => {
      performance.clearResourceTimings();
      // The first rendering sets up Svelte itself.
      await showMarkdown('Harmless.');
      watchPage();
      const answers = packAnswers(trials, 30_000);
      const audits = await Promise.all(answers.map(stream));
      expect(audits.flatMap(({ problems }) => problems)).toEqual([]);
      expect(audits.flatMap(({ missing }) => missing)).toEqual([]);
      // This test's own elements stand in the body.
      expect(readWatch().filter(({ what }) => !what.startsWith('body changed'))).toEqual([]);
      const asked = performance.getEntriesByType('resource').map(({ name }) => name);
      expect(asked.filter((name) => name.includes(CANARY) || name.includes('.invalid'))).toEqual([]);
    },
  );
});
