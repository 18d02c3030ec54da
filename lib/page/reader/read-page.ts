import type { Block, PageText } from '../../domain/page';
import { shieldDocument } from '../dom/shield';
import { bodyOf } from '../dom/structure';
import { createBudget } from '../dom/budget';
import { squeeze, withoutUnseen } from '../text';
import { chooseBlocks } from './choose-blocks';
import { gatherPage, type Gathered } from './gather-page';
import type { RawBlock } from './place';

/** What one reading may cost at most. */
export interface ReadLimits {
  readonly milliseconds: number;
  readonly characters: number;
}

/** Why there is no (real) text although a page is shown. */
export type Obstacle = 'pdf' | 'canvas' | 'no-text';

/** A page's text, and what stood in the way of it. */
export interface PageReading extends PageText {
  readonly obstacle: Obstacle | null;
}

const LIMITS: ReadLimits = { milliseconds: 2_000, characters: 3_000_000 };

/**
 * Reads the page that can be seen: its content as blocks in reading order. Reads only, changes nothing, never throws;
 * what could not be read is said in `notes`.
 */
export function readPage(shown: Document = document, limits: ReadLimits = LIMITS): PageReading {
  const page = shieldDocument(shown);
  const about = {
    title: squeeze(withoutUnseen(page.title)),
    url: page.URL,
    language: page.documentElement?.getAttribute('lang')?.trim() || null,
    asksPassword: asksPassword(page),
  };
  try {
    if (page.documentElement === null)
      return { ...about, blocks: [], notes: ['The page is empty.'], obstacle: 'no-text' };
    const budget = createBudget(limits.milliseconds, limits.characters);
    const gathered = gatherPage(page, budget);
    const chosen = chooseBlocks(gathered);
    const described = chosen.length > 0 || gathered.canvases > 0 ? [] : description(page, about.title);
    if (described.length > 0) {
      return {
        ...about,
        blocks: described,
        notes: [...notesOn(gathered, budget.spent), DESCRIBED],
        obstacle: null,
      };
    }
    return {
      ...about,
      blocks: numbered(chosen),
      notes: notesOn(gathered, budget.spent),
      ...(gathered.leftOut.count > 0 ? { leftOut: gathered.leftOut } : {}),
      obstacle: obstacleOf(page, gathered, chosen),
    };
  } catch (error) {
    const notes = [`The page could not be read: ${String(error).slice(0, 200)}`];
    return { ...about, blocks: [], notes, obstacle: 'no-text' };
  }
}

function asksPassword(page: Document): boolean {
  try {
    return [...page.querySelectorAll('input[type=password]')].some((field) => field.checkVisibility());
  } catch {
    // A page may have put something of its own in the place of what was called.
    return false;
  }
}

const DESCRIBED = 'These are the title and the description that it gives of itself.';

/** What a page that shows nothing says about itself in its head. */
function description(page: Document, title: string): Block[] {
  const element = page.querySelector('meta[property="og:description"], meta[name="description"]');
  const text = squeeze(withoutUnseen(element?.getAttribute('content') ?? ''));
  if (text === '') return [];
  const blocks: Block[] = [{ id: 'b2', kind: 'paragraph', headings: [title], text }];
  return [{ id: 'b1', kind: 'heading', headings: [], text: title }, ...blocks];
}

// Editors that draw their documents, with enough menus and buttons round them to look like a page of text.
const DRAWN =
  /^https:\/\/docs\.google\.com\/(?:document|spreadsheets|presentation)\/d\/[^/]+\/(?:edit|view|preview)?/;
const FEW_CHARACTERS = 500;

function obstacleOf(page: Document, { canvases }: Gathered, chosen: readonly RawBlock[]): Obstacle | null {
  if (page.contentType === 'application/pdf' || isPdfViewer(page)) return 'pdf';
  const characters = chosen.reduce((sum, block) => sum + block.text.length, 0);
  if (canvases > 0 && (DRAWN.test(page.URL) || characters < FEW_CHARACTERS)) return 'canvas';
  return chosen.length === 0 ? 'no-text' : null;
}

function isPdfViewer(page: Document): boolean {
  const body = bodyOf(page);
  const only = body.childElementCount === 1 ? body.firstElementChild : null;
  return only?.localName === 'embed' && only.getAttribute('type') === 'application/pdf';
}

/** Gives blocks their ids and the headings above them. */
function numbered(blocks: readonly RawBlock[]): Block[] {
  const above: { level: number; text: string }[] = [];
  return blocks.map((block, index) => {
    const isHeading = block.level > 0;
    while (isHeading && (above.at(-1)?.level ?? 0) >= block.level) above.pop();
    const headings = above.map((heading) => heading.text);
    if (isHeading) above.push({ level: block.level, text: block.text });
    const base = { id: `b${index + 1}`, kind: block.kind, headings, text: block.text };
    return block.place.collapsed ? { ...base, collapsed: true } : base;
  });
}

function notesOn({ leftOut, foreignFrames, canvases, blocks, source }: Gathered, partial: boolean): string[] {
  const notes: string[] = [];
  if (partial) notes.push('The page is very large: only its first part was read.');
  if (source === 'unrevealed') notes.push('The page shows nothing yet: this is the text that it holds back.');
  if (source === 'without-scripts') {
    notes.push('The page shows nothing: this is its version for browsers without scripts.');
  }
  if (foreignFrames > 0) notes.push(`${count(foreignFrames, 'frame')} of another site could not be read.`);
  if (leftOut.count > 0) notes.push(`${count(leftOut.count, 'hidden piece')} of text left out.`);
  if (blocks.length === 0 && canvases > 0) notes.push('The page is drawn as a picture (canvas) and has no text.');
  else if (blocks.length === 0) notes.push('The page shows no text.');
  return notes;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
