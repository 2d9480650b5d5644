// @vitest-environment happy-dom
import {afterEach, beforeEach, expect, it, vi} from 'vitest';

import type {ScrollBoxElement} from '../src/elements/scroll-box.js';

/** Stands in for the browser's own, because nothing has a size here. */
class FakeResizeObserver {
  static readonly watched = new Set<Element>();
  static resized: () => void;
  constructor(resized: () => void) {
    FakeResizeObserver.resized = resized;
  }
  observe = (element: Element) => FakeResizeObserver.watched.add(element);
  unobserve = (element: Element) => FakeResizeObserver.watched.delete(element);
  disconnect = () => FakeResizeObserver.watched.clear();
}

let box: ScrollBoxElement;

beforeEach(async () => {
  vi.stubGlobal('ResizeObserver', FakeResizeObserver);
  await import('../src/elements/scroll-box.js');
  FakeResizeObserver.watched.clear();
  box = document.createElement('scroll-box');
  box.append(document.createElement('p'));
  document.body.append(box);
  await box.updateComplete;
  contentChanges();
});

afterEach(() => {
  box.remove();
  vi.unstubAllGlobals();
});

function contentChanges(): void {
  box.shadowRoot?.querySelector('slot')?.dispatchEvent(new Event('slotchange'));
}

const watched = () => [...FakeResizeObserver.watched].map((element) => element.localName);

it('watches the size of itself and of what it holds', () => {
  expect(watched()).toEqual(['div', 'p']);
});

it('watches what takes the place of what it held', () => {
  box.replaceChildren(document.createElement('section'));
  contentChanges();

  expect(watched()).toEqual(['div', 'section']);
});

it('watches again after it was taken away and put back', () => {
  box.remove();
  expect(watched()).toEqual([]);

  document.body.append(box);
  expect(watched()).toEqual(['div', 'p']);
});

it('shows the beginning of what comes next, in the next frame', async () => {
  const inner = box.shadowRoot?.querySelector('.box');
  if (!inner) throw new Error('the box is empty');
  inner.scrollTop = 70;
  box.text = 'next';
  await box.updateComplete;
  await new Promise(requestAnimationFrame);

  expect(inner.scrollTop).toBe(0);
});

/** Lets the box be from 100 to 300 pixels, and what is in it from one place to another. */
function place(from: number, to: number): Element {
  const inner = box.shadowRoot?.querySelector<HTMLElement>('.box');
  const child = box.firstElementChild;
  if (!inner || !child) throw new Error('the box is empty');
  vi.spyOn(inner, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 100, 10, 200));
  vi.spyOn(child, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, from, 10, to - from));
  return child;
}

const scrolled = () => box.shadowRoot?.querySelector('.box')?.scrollTop;

it('brings into its middle what is out of sight', () => {
  box.reveal(place(900, 920));

  expect(scrolled()).toBe(710);
});

it('does not move for what is in sight', () => {
  box.reveal(place(280, 300));

  expect(scrolled()).toBe(0);
});

/** Lets the box be 100 pixels high, and what is in it 500. */
function overflow(): HTMLElement {
  const inner = box.shadowRoot?.querySelector<HTMLElement>('.box');
  if (!inner) throw new Error('no box');
  Object.defineProperty(inner, 'clientHeight', {value: 100});
  grow(500);
  return inner;
}

function grow(height: number): void {
  const inner = box.shadowRoot?.querySelector('.box');
  if (inner) Object.defineProperty(inner, 'scrollHeight', {value: height, configurable: true});
  FakeResizeObserver.resized();
}

it('says which part was scrolled away by a person', () => {
  const shares: number[] = [];
  const inner = overflow();
  box.addEventListener('box-scrolled', (event) => shares.push(event.share));
  inner.scrollTop = 100;
  inner.dispatchEvent(new Event('scroll'));

  expect(box.range).toBe(400);
  expect(shares).toEqual([0.25]);
});

it('says nothing of what was scrolled by another box', () => {
  const shares: number[] = [];
  const inner = overflow();
  box.addEventListener('box-scrolled', (event) => shares.push(event.share));
  box.scrollToShare(0.5);
  inner.dispatchEvent(new Event('scroll'));
  expect(inner.scrollTop).toBe(200);
  expect(shares).toEqual([]);

  inner.scrollTop = 400;
  inner.dispatchEvent(new Event('scroll'));
  expect(shares).toEqual([1]);
});

it('stays where another box has led it when the rest of its text comes', () => {
  const inner = overflow();
  box.scrollToShare(0.5);
  grow(900);

  expect(inner.scrollTop).toBe(400);
});

it('says again which part was scrolled away when the rest of its text comes', () => {
  const shares: number[] = [];
  const inner = overflow();
  box.addEventListener('box-scrolled', (event) => shares.push(event.share));
  inner.scrollTop = 100;
  inner.dispatchEvent(new Event('scroll'));
  grow(900);
  FakeResizeObserver.resized();

  expect(inner.scrollTop).toBe(100);
  expect(shares).toEqual([0.25, 0.125]);
});

it('leads no other box by the size of a text that nobody has scrolled', async () => {
  const shares: number[] = [];
  const inner = overflow();
  inner.scrollTop = 100;
  inner.dispatchEvent(new Event('scroll'));
  box.addEventListener('box-scrolled', (event) => shares.push(event.share));
  box.text = 'next';
  await box.updateComplete;
  await new Promise(requestAnimationFrame);
  inner.dispatchEvent(new Event('scroll'));
  grow(900);
  box.reveal(place(900, 920));
  inner.dispatchEvent(new Event('scroll'));
  grow(1000);

  expect(shares).toEqual([]);
});

it.each([
  ['hidden', 24, true],
  ['hidden', 20, false],
  ['visible', 24, false],
  ['auto', 24, false],
])('says whether a part of it can be seen in no way: overflow %s, %d px in 20', async (overflowY, height, cut) => {
  const inner = box.shadowRoot?.querySelector('.box');
  if (!inner) throw new Error('there is no box');
  vi.spyOn(inner, 'scrollHeight', 'get').mockReturnValue(height);
  vi.spyOn(inner, 'clientHeight', 'get').mockReturnValue(20);
  vi.stubGlobal('getComputedStyle', () => ({overflowY}));
  inner.dispatchEvent(new Event('scroll'));
  await box.updateComplete;

  expect(box.matches('[cut]')).toBe(cut);
});
