// @vitest-environment happy-dom
import {afterEach, describe, expect, it, vi} from 'vitest';

import '../src/elements/shown-content.js';
import type {ShownContentElement} from '../src/elements/shown-content.js';
import {selectedWords} from '../src/selected-words.js';

describe('selectedWords', () => {
  const task = document.createElement('div');

  afterEach(() => {
    vi.restoreAllMocks();
    task.remove();
    task.replaceChildren();
  });

  async function show(text: string): Promise<ShadowRoot> {
    const content: ShownContentElement = document.createElement('shown-content');
    content.content = {text};
    document.body.append(task);
    task.append(content);
    await content.updateComplete;
    const prose = content.shadowRoot?.querySelector('prose-text');
    await prose?.updateComplete;
    if (!prose?.shadowRoot) throw new Error('no text');
    return prose.shadowRoot;
  }

  function textIn(root: ShadowRoot, selector: string, at = 0): Text {
    const element = root.querySelectorAll(selector)[at];
    if (!element) throw new Error(`no ${selector} ${at}`);
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (;;) {
      const node = walker.nextNode() as Text | null;
      if (!node) throw new Error('no words');
      if (node.data.trim() !== '') return node;
    }
  }

  /** What a browser would say that is selected. */
  function select(start: Node, startOffset: number, end: Node, endOffset: number, more: object = {}): void {
    const range = {startContainer: start, startOffset, endContainer: end, endOffset, collapsed: false};
    vi.spyOn(document, 'getSelection').mockReturnValue({
      rangeCount: 1,
      getRangeAt: () => range,
      getComposedRanges: () => [range],
      ...more,
    } as unknown as Selection);
  }

  it('reads a part of a text within shadow roots', async () => {
    const words = textIn(await show('The heater is broken.'), 'p');
    select(words, 4, words, 10);

    expect(selectedWords(task)).toBe('heater');
  });

  it('reads paragraphs as lines, over the shadow roots of several texts', async () => {
    const first = textIn(await show('One two.\n\nThree.'), 'p');
    const second = textIn(await show('- four\n- five six'), 'li', 1);
    select(first, 4, second, 4);

    expect(selectedWords(task)).toBe('two.\nThree.\nfour\nfive');
  });

  it('reads code line by line, without what the page adds to it', async () => {
    const root = await show('Say:\n\n```python\nfor a in b:\n    print(a)\n```\n\nDone.');
    await root.querySelector('code-block')?.updateComplete;
    select(textIn(root, 'p'), 0, textIn(root, 'p', 1), 5);

    expect(selectedWords(task)).toBe('Say:\nfor a in b:\n    print(a)\nDone.');
  });

  it('reads up to an element in which the selection ends', async () => {
    const root = await show('One.\n\nTwo.');
    const [, second] = root.querySelectorAll('p');
    if (!second) throw new Error('no paragraph');
    select(textIn(root, 'p'), 0, second, 0);

    expect(selectedWords(task)).toBe('One.');
  });

  it('asks for the ranges as Safari 17 has them, if the newer way is refused', async () => {
    const words = textIn(await show('The heater'), 'p');
    const range = {startContainer: words, startOffset: 0, endContainer: words, endOffset: 3, collapsed: false};
    const getComposedRanges = (...roots: unknown[]) => {
      if (!(roots[0] instanceof ShadowRoot)) throw new TypeError('no shadow root');
      return [range];
    };
    select(words, 0, words, 3, {getComposedRanges});

    expect(selectedWords(task)).toBe('The');
  });

  it('asks the shadow roots where there are no composed ranges', async () => {
    const root = await show('The heater');
    const words = textIn(root, 'p');
    select(task, 0, task, 0, {getComposedRanges: undefined});
    const range = {startContainer: words, startOffset: 4, endContainer: words, endOffset: 10, collapsed: false};
    Object.assign(root, {getSelection: () => ({rangeCount: 1, getRangeAt: () => range})});

    expect(selectedWords(task)).toBe('heater');
  });

  it('has no words where nothing is selected, or something else than a text', async () => {
    const words = textIn(await show('The heater'), 'p');
    expect(selectedWords(task)).toBe('');
    const other = new Text('Undo');
    task.append(other);
    select(other, 0, other, 4);
    expect(selectedWords(task)).toBe('');
    select(words, 2, words, 2, {getComposedRanges: () => []});
    expect(selectedWords(task)).toBe('');
    expect(selectedWords(null)).toBe('');
  });
});
