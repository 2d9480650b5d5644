// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import '../src/elements/answer-card.js';
import '../src/elements/shown-image.js';
import type {ShownImageElement} from '../src/elements/shown-image.js';
import {LEFT} from '../src/model/verdicts.js';
import {eventually} from './fakes.js';

const CAT = 'https://images.example.org/cat.png';

/** What the server says is allowed: undefined until it has said it. */
const sources = vi.hoisted(() => ({
  loaded: undefined as string[] | undefined,
  load: vi.fn<() => Promise<string[]>>(),
}));
vi.mock('../src/image-sources.js', () => ({imageSources: sources}));

let image: ShownImageElement;

beforeEach(() => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe = () => undefined;
      disconnect = () => undefined;
    },
  );
  sources.loaded = ['https://images.example.org/'];
  sources.load.mockReset();
});

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

async function show(address: string, alt = 'a cat', around: HTMLElement = document.body): Promise<void> {
  image = document.createElement('shown-image');
  Object.assign(image, {address, alt});
  image.append('Image, not shown: a cat');
  around.append(image);
  await image.updateComplete;
}

function part(selector: string): HTMLElement | null {
  return image.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
}

const hasWords = () => part('slot') !== null && part('img') === null;

describe('shown-image', () => {
  it('comes through our own server, when it comes near, without holding up the page', async () => {
    await show(`${CAT}?size=2&a=b`);

    expect(part('img')?.getAttribute('src')).toBe(`/images?from=${encodeURIComponent(`${CAT}?size=2&a=b`)}`);
    expect(part('img')?.getAttribute('alt')).toBe('a cat');
    expect(part('img')?.getAttribute('loading')).toBe('lazy');
    expect(part('img')?.getAttribute('decoding')).toBe('async');
    expect(part('slot')).toBeNull();
  });

  it.each(['https://elsewhere.example/cat.png', 'cat.png', 'data:image/png;base64,AAAA', 'javascript:alert(1)', ''])(
    'is words if its address is %j',
    async (address) => {
      await show(address);

      expect(hasWords()).toBe(true);
    },
  );

  it('asks once which images are allowed, and is words until that is said', async () => {
    sources.loaded = undefined;
    let say: (allowed: string[]) => void = () => undefined;
    sources.load.mockReturnValue(new Promise((resolve) => (say = resolve)));
    await show(CAT);
    expect(hasWords()).toBe(true);

    say(['https://images.example.org/']);
    await eventually(() => expect(part('img')).not.toBeNull());
    expect(sources.load).toHaveBeenCalledOnce();
  });

  it('asks nothing for what can be no address of an image elsewhere', async () => {
    sources.loaded = undefined;
    await show('data:image/png;base64,AAAA');
    await show('cat.png');

    expect(sources.load).not.toHaveBeenCalled();
  });

  it('stays words where none is allowed, and where nobody can say so', async () => {
    sources.loaded = undefined;
    sources.load.mockResolvedValueOnce([]).mockRejectedValueOnce(new Error('away'));
    for (let i = 0; i < 2; i++) {
      await show(CAT);
      await Promise.resolve();
      await image.updateComplete;
      expect(hasWords()).toBe(true);
    }
    expect(sources.load).toHaveBeenCalledTimes(2);
  });

  it('is words when it cannot be had, and tries again with another address', async () => {
    await show(CAT);
    part('img')?.dispatchEvent(new Event('error'));
    await image.updateComplete;
    expect(hasWords()).toBe(true);

    image.address = `${CAT}?again`;
    await image.updateComplete;
    expect(part('img')).not.toBeNull();
  });

  it('keeps room until it is there', async () => {
    await show(CAT);
    expect(part('img.waiting')).not.toBeNull();

    part('img')?.dispatchEvent(new Event('load'));
    await image.updateComplete;
    expect(part('img.waiting')).toBeNull();
  });

  it('says what could not be seen in its description', async () => {
    await show(CAT, 'pay\u202Epal');
    expect(part('img')?.getAttribute('alt')).toBe('pay‹U+202E›pal');

    await show(CAT, ' ');
    expect(part('img')?.getAttribute('alt')).toBe('without a description');
  });

  it('is enlarged by its button, and let go by any press or key that closes it', async () => {
    await show(CAT);
    part('button.image')?.click();
    await image.updateComplete;
    expect(part('dialog')?.hasAttribute('open')).toBe(true);
    expect(part('dialog img')?.getAttribute('src')).toContain('/images?from=');

    part('dialog img')?.click();
    await image.updateComplete;
    expect(part('dialog')).toBeNull();
  });

  it('keeps presses and keys in front of the task from the task', async () => {
    const heard = vi.fn();
    for (const type of ['click', 'pointerdown', 'keydown']) document.body.addEventListener(type, heard);
    await show(CAT);
    part('button.image')?.click();
    await image.updateComplete;
    heard.mockClear();

    const composed = {bubbles: true, composed: true};
    part('dialog')?.dispatchEvent(new KeyboardEvent('keydown', {key: '1', ...composed}));
    part('dialog img')?.dispatchEvent(new PointerEvent('pointerdown', composed));
    part('dialog img')?.dispatchEvent(new MouseEvent('click', composed));
    for (const type of ['click', 'pointerdown', 'keydown']) document.body.removeEventListener(type, heard);

    expect(heard).not.toHaveBeenCalled();
  });

  it('leaves a press to the link that it stands in', async () => {
    const link = document.createElement('a');
    document.body.append(link);
    await show(CAT, 'a cat', link);

    expect(part('img')).not.toBeNull();
    expect(part('button')).toBeNull();
  });

  it('has no faults that axe finds', async () => {
    const main = document.createElement('main');
    document.body.append(main);
    await show(CAT, '', main);
    part('button.image')?.click();
    await image.updateComplete;
    const off = {enabled: false};
    const {violations} = await axe.run(main, {
      rules: {'color-contrast': off, region: off, 'page-has-heading-one': off, 'landmark-one-main': off},
    });

    expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
  });
});

it('does not judge an answer when it is pressed, though a press on the text beside it does', async () => {
  const card = document.createElement('answer-card');
  const chosen: string[] = [];
  Object.assign(card, {choice: LEFT, name: 'Answer 1', content: {text: `Here it is:\n\n![a cat](${CAT})`}});
  card.addEventListener('verdict-chosen', (event) => chosen.push(event.choice.command));
  document.body.append(card);
  await card.updateComplete;
  const within = (root: Element | null | undefined, selector: string) => root?.shadowRoot?.querySelector(selector);
  const content = within(card, 'shown-content');
  await eventually(() => expect(within(within(content, 'prose-text'), 'shown-image')).toBeTruthy());
  const prose = within(content, 'prose-text');
  const press = (target: Element | null | undefined) =>
    target?.dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true, cancelable: true, detail: 1}));

  const picture = within(within(prose, 'shown-image'), 'img');
  expect(picture).toBeTruthy();
  // A press on words waits for a second one.
  vi.useFakeTimers();
  try {
    press(picture);
    vi.advanceTimersByTime(1000);
    expect(chosen).toEqual([]);
    press(within(prose, 'p'));
    vi.advanceTimersByTime(1000);
    expect(chosen).toEqual(['left']);
  } finally {
    vi.useRealTimers();
  }
});
