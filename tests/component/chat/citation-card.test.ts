import '../../../components/ui/theme.css';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import CitationCard from '../../../components/chat/CitationCard.svelte';
import { CARD_ID, PointedCitation } from '../../../components/chat/pointed-citation.svelte';
import { one, showMarkdown } from '../markdown/show-markdown';

const QUOTE = 'The bridge was opened in 1932.';
const cite = () => ({ number: 1, quote: QUOTE, place: ['Harbour Bridge', 'History'] });
const judge = () => ({ kind: 'check' as const, words: ['1923'] });

let pointed: PointedCitation;
let stop: ReturnType<PointedCitation['attach']>;
beforeEach(() => {
  pointed = new PointedCitation();
  stop = pointed.attach(document.body);
});
afterEach(() => stop?.());

async function mark() {
  const { root } = await showMarkdown('Opened in 1923 [b1].', { cite, judge });
  return one(root, 'button.citation');
}

describe('the card of a citation', () => {
  it('comes with the pointer, and goes a moment after it', async () => {
    const button = await mark();
    await userEvent.hover(button);
    expect(pointed.current?.facts).toMatchObject({ quote: QUOTE, place: ['Harbour Bridge', 'History'] });
    await userEvent.unhover(button);
    await expect.poll(() => pointed.current).toBeNull();
  });

  it('comes with the focus, describes its mark, and goes by Escape', async () => {
    const button = await mark();
    button.focus();
    expect(pointed.current?.facts.number).toBe(1);
    expect(button.getAttribute('aria-describedby')).toBe(CARD_ID);
    await userEvent.keyboard('{Escape}');
    expect(pointed.current).toBeNull();
    expect(button.hasAttribute('aria-describedby')).toBe(false);
  });

  it('shows the quote, its place in the page and what is not in it, inside the panel', async () => {
    (await mark()).focus();
    const { current } = pointed;
    if (current === null) throw new Error('nothing is pointed at');
    const screen = await render(CitationCard, { mark: { ...current, width: 360, height: 600, left: 340 } });
    const card = screen.getByRole('tooltip');
    await expect.element(card).toBeVisible();
    expect(card.element().textContent.replace(/\s+/g, ' ')).toMatch(/Harbour Bridge ?› ?History/);
    expect(card.element().textContent).toContain(QUOTE);
    expect(card.element().textContent).toContain('Not in the cited passage: 1923');
    const { offsetLeft, offsetWidth } = card.element() as HTMLElement;
    expect(offsetLeft).toBeGreaterThanOrEqual(0);
    expect(offsetLeft + offsetWidth).toBeLessThanOrEqual(360);
  });
});
