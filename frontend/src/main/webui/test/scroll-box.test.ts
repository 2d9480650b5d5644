// @vitest-environment happy-dom
import {afterEach, beforeEach, expect, it, vi} from 'vitest';

/** Stands in for the browser's own, because nothing has a size here. */
class FakeResizeObserver {
  static readonly watched = new Set<Element>();
  observe = (element: Element) => FakeResizeObserver.watched.add(element);
  unobserve = (element: Element) => FakeResizeObserver.watched.delete(element);
  disconnect = () => FakeResizeObserver.watched.clear();
}

let box: HTMLElement & {updateComplete: Promise<boolean>};

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
