import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { FollowScroll } from '../../../lib/panel/follow-scroll.svelte';

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const frames = async (count: number) => {
  for (let done = 0; done < count; done += 1) await frame();
};

describe('FollowScroll', () => {
  let follow: FollowScroll;
  let scroller: HTMLElement;
  let content: HTMLElement;

  beforeEach(async () => {
    follow = new FollowScroll();
    scroller = document.createElement('div');
    scroller.style.cssText = 'height: 200px; overflow: auto; width: 300px';
    content = document.createElement('div');
    scroller.append(content);
    document.body.replaceChildren(scroller);
    onTestFinished(follow.attach(scroller));
    grow(30);
    await frames(3);
  });

  function grow(lines: number): void {
    for (let line = 0; line < lines; line += 1) {
      const element = content.appendChild(document.createElement('p'));
      element.textContent = `Line ${content.children.length}`;
      element.style.cssText = 'margin: 0; height: 20px';
    }
  }

  /** Scrolls as a reader's wheel does: the event, then the movement. */
  async function wheel(by: number): Promise<void> {
    scroller.dispatchEvent(new WheelEvent('wheel', { deltaY: by, bubbles: true }));
    scroller.scrollBy({ top: by, behavior: 'instant' });
    await frames(3);
  }

  const atEnd = () => scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop <= 1;

  it('keeps a reader at the end of growing content', async () => {
    expect(atEnd()).toBe(true);
    for (let step = 0; step < 5; step += 1) {
      grow(7);
      await frames(2);
      expect(atEnd()).toBe(true);
    }
    expect(follow.hasMoreBelow).toBe(false);
  });

  it('lets go when the reader opens something in the view', async () => {
    const button = content.appendChild(document.createElement('button'));
    button.ariaExpanded = 'false';
    await frames(2);
    const top = scroller.scrollTop;
    button.click();
    grow(20);
    await frames(3);
    expect(scroller.scrollTop).toBe(top);
    expect(follow.hasMoreBelow).toBe(true);
  });

  it('does not move a reader who scrolled up, however much comes', async () => {
    await wheel(-150);
    const top = scroller.scrollTop;
    grow(50);
    await frames(3);
    expect(scroller.scrollTop).toBe(top);
    expect(follow.following).toBe(false);
    expect(follow.hasMoreBelow).toBe(true);
  });

  it('does not move a reader who scrolled up by a little', async () => {
    await wheel(-12);
    const top = scroller.scrollTop;
    grow(5);
    await frames(3);
    expect(scroller.scrollTop).toBe(top);
  });

  it('follows again when the reader is back at the end', async () => {
    await wheel(-150);
    await wheel(5000);
    expect(follow.following).toBe(true);
    grow(5);
    await frames(3);
    expect(atEnd()).toBe(true);
  });

  it('goes on following after a click or a key that scrolled nothing, while text streams', async () => {
    scroller.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    scroller.dispatchEvent(new KeyboardEvent('keydown', { key: 'c', ctrlKey: true, bubbles: true }));
    // Text comes between frames: when the scroll event of one step fires, the next has already grown.
    for (let step = 0; step < 20; step += 1) {
      await frame();
      await new Promise((resolve) => setTimeout(resolve, 0));
      grow(1);
    }
    await frames(3);
    expect(follow.following).toBe(true);
    expect(atEnd()).toBe(true);
  });

  it('follows the end from the End key on, but not from that key in a field', async () => {
    await wheel(-300);
    const field = content.appendChild(document.createElement('input'));
    const press = (target: Element) =>
      target.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true, cancelable: true }));
    press(field);
    expect(follow.following).toBe(false);
    press(scroller);
    grow(20);
    await frames(3);
    expect(atEnd()).toBe(true);
  });

  it('offers no way to an end that is within reach', async () => {
    await wheel(-110);
    expect(follow.hasMoreBelow).toBe(false);
    expect(follow.following).toBe(false);
    await wheel(-30);
    expect(follow.hasMoreBelow).toBe(true);
  });

  it('puts a question at the top and lets the answer grow under it', async () => {
    const question = content.children[content.children.length - 15];
    if (!question) throw new Error('There are lines.');
    follow.toTop(question);
    await frames(3);
    const top = scroller.scrollTop;
    expect(question.getBoundingClientRect().top - scroller.getBoundingClientRect().top).toBeCloseTo(0, 0);
    grow(30);
    await frames(3);
    expect(scroller.scrollTop).toBe(top);
    expect(follow.hasMoreBelow).toBe(true);
  });

  it('jumps to the end on wish and follows from there', async () => {
    await wheel(-300);
    follow.toEnd();
    await frames(3);
    expect(follow.following).toBe(true);
    grow(10);
    await frames(3);
    expect(atEnd()).toBe(true);
  });

  it('notices a panel made smaller', async () => {
    scroller.style.height = '100px';
    await vi.waitFor(() => expect(atEnd()).toBe(true));
  });
});
