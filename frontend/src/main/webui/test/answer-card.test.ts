// @vitest-environment happy-dom
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import '../src/elements/answer-card.js';
import type {AnswerCardElement} from '../src/elements/answer-card.js';
import {RIGHT} from '../src/model/verdicts.js';

/** Stands in for the browser's own, because nothing is in sight here. */
class FakeIntersectionObserver {
  static watching: FakeIntersectionObserver | undefined;
  constructor(private readonly report: (entries: {isIntersecting: boolean}[]) => void) {}
  observe = () => (FakeIntersectionObserver.watching = this);
  disconnect = () => (FakeIntersectionObserver.watching = undefined);
  say = (isIntersecting: boolean) => this.report([{isIntersecting}]);
}

describe('answer-card', () => {
  let card: AnswerCardElement;
  let chosen: string[];

  beforeEach(async () => {
    chosen = [];
    vi.stubGlobal('IntersectionObserver', FakeIntersectionObserver);
    card = document.createElement('answer-card');
    card.choice = RIGHT;
    card.name = 'Answer 2';
    card.content = {text: 'Some <b>text</b>'};
    card.addEventListener('verdict-chosen', (event) => chosen.push(event.choice.command));
    document.body.append(card);
    await card.updateComplete;
  });

  afterEach(() => {
    card.remove();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  function part(selector: string): Element {
    const found = card.shadowRoot?.querySelector(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  }

  /** Presses at one place and releases `travel` pixels to the right of it. */
  function click(target: Element, {travel = 0, detail = 1, pointerType = 'mouse'} = {}): void {
    const at = (x: number) => ({clientX: x, clientY: 10, bubbles: true, cancelable: true, composed: true, pointerType});
    target.dispatchEvent(new PointerEvent('pointerdown', at(10)));
    target.dispatchEvent(new MouseEvent('click', {...at(10 + travel), detail}));
  }

  function mark(text: string): void {
    vi.spyOn(document, 'getSelection').mockReturnValue({toString: () => text} as Selection);
  }

  it('is chosen by a click on its text, on its edge, or on its head', () => {
    click(part('scroll-box'));
    click(card);
    click(part('button'));

    expect(chosen).toEqual(['right', 'right', 'right']);
  });

  it('prints its keys only while they work', async () => {
    expect(part('[role=radio]').getAttribute('aria-keyshortcuts')).not.toBeNull();
    expect(card.shadowRoot?.querySelectorAll('kbd').length).toBeGreaterThan(0);
    card.judgeable = false;
    await card.updateComplete;

    expect(part('[role=radio]').getAttribute('aria-keyshortcuts')).toBeNull();
    expect(card.shadowRoot?.querySelectorAll('kbd')).toHaveLength(0);
  });

  it('is chosen by the keyboard through its radio', () => {
    click(part('[role=radio]'), {detail: 0});

    expect(chosen).toEqual(['right']);
    expect(part('[role=radio] :not([aria-hidden])').textContent).toBe('Answer 2 is better');
  });

  it('is not chosen by the second click of a double click, which would judge what comes next', () => {
    click(part('scroll-box'), {detail: 2});

    expect(chosen).toEqual([]);
  });

  it('is not chosen by a drag over its text', () => {
    click(part('scroll-box'), {travel: 80});

    expect(chosen).toEqual([]);
  });

  it('is not chosen by a click that marks text or takes a mark away', () => {
    mark('text');
    click(part('scroll-box'));

    expect(chosen).toEqual([]);
  });

  it('is chosen by its head even while text is marked', () => {
    mark('text');
    click(part('button'));

    expect(chosen).toEqual(['right']);
  });

  it('shows text as text', async () => {
    const prose = card.shadowRoot?.querySelector('shown-content')?.shadowRoot?.querySelector('prose-text');
    await prose?.updateComplete;

    expect(prose?.shadowRoot?.querySelector('b')).toBeNull();
    expect(prose?.shadowRoot?.textContent).toContain('Some <b>text</b>');
  });

  describe('on its words', () => {
    const words = () => part('shown-content');

    beforeEach(() => {
      vi.useFakeTimers();
    });

    afterEach(() => {
      vi.useRealTimers();
    });

    it('is chosen by a click once that cannot be the first of a double click any more, and shows it at once', async () => {
      click(words());
      await card.updateComplete;
      expect(card.matches('[pressed]')).toBe(true);
      vi.advanceTimersByTime(290);
      expect(chosen).toEqual([]);

      vi.advanceTimersByTime(10);
      await card.updateComplete;
      expect(chosen).toEqual(['right']);
      expect(card.matches('[pressed]')).toBe(false);
    });

    it('is not chosen by a double click, which selects a word, or by a triple click', async () => {
      for (const detail of [1, 2, 3]) {
        click(words(), {detail});
        vi.advanceTimersByTime(120);
      }
      vi.advanceTimersByTime(1000);
      await card.updateComplete;

      expect(chosen).toEqual([]);
      expect(card.matches('[pressed]')).toBe(false);
    });

    it('is not chosen if the second press is held to select more words', () => {
      click(words());
      words().dispatchEvent(new PointerEvent('pointerdown', {bubbles: true, composed: true}));
      vi.advanceTimersByTime(1000);

      expect(chosen).toEqual([]);
    });

    it('is not chosen by a finger on its words, which scrolls or stops what scrolls', () => {
      click(words(), {pointerType: 'touch'});
      vi.advanceTimersByTime(1000);

      expect(chosen).toEqual([]);
    });

    it('is chosen at once by a finger on its head', () => {
      click(part('button'), {pointerType: 'touch'});

      expect(chosen).toEqual(['right']);
    });

    it.each(['keydown', 'pointerdown'])('leaves it to what comes meanwhile elsewhere: %s', (type) => {
      click(words());
      document.body.dispatchEvent(new Event(type, {bubbles: true}));
      vi.advanceTimersByTime(1000);

      expect(chosen).toEqual([]);
    });

    it('is chosen once where its head is clicked meanwhile', () => {
      click(words());
      click(part('button'));
      vi.advanceTimersByTime(1000);

      expect(chosen).toEqual(['right']);
    });

    it.each([
      ['another answer is shown', () => (card.content = {text: 'another'})],
      ['it may not be judged any more', () => (card.judgeable = false)],
      ['it is gone', () => card.remove()],
      ['words are selected by then', () => mark('text')],
    ])('is not chosen if %s', async (_, change) => {
      click(words());
      change();
      await card.updateComplete;
      vi.advanceTimersByTime(1000);

      expect(chosen).toEqual([]);
    });
  });

  it('says that it was preferred', async () => {
    card.chosen = true;
    await card.updateComplete;

    expect(part('[role=radio]').getAttribute('aria-checked')).toBe('true');
    expect(part('[role=radio]').textContent).toContain('Preferred');
  });

  it('says that it is empty', async () => {
    card.content = {text: ' \n'};
    await card.updateComplete;

    expect(part('.empty').textContent).toBe('This answer is empty.');
    expect(card.shadowRoot?.querySelector('shown-content')).toBeNull();
  });

  it('is not chosen by a click on a link or a button in its text', async () => {
    card.content = {text: '[a](https://x.org)\n\n```\ncode\n```'};
    await card.updateComplete;
    const prose = await vi.waitUntil(() =>
      card.shadowRoot?.querySelector('shown-content')?.shadowRoot?.querySelector('prose-text'),
    );
    await prose.updateComplete;
    const link = prose.shadowRoot?.querySelector('a');
    const button = prose.shadowRoot?.querySelector('code-block')?.shadowRoot?.querySelector('button');
    if (!link || !button) throw new Error('no link or no button');
    link.addEventListener('click', (event) => event.preventDefault());

    click(link);
    click(link, {detail: 0});
    click(button);
    expect(chosen).toEqual([]);

    click(part('scroll-box'));
    expect(chosen).toEqual(['right']);
  });

  it('counts its words', async () => {
    card.content = {text: 'One two, **three**.'};
    await card.updateComplete;

    expect(part('.facts').textContent).toBe('3 words');
  });

  it('says that its end was seen, and forgets it for another answer', async () => {
    FakeIntersectionObserver.watching?.say(false);
    await card.updateComplete;
    expect(part('.facts').textContent).not.toContain('end seen');

    FakeIntersectionObserver.watching?.say(true);
    await card.updateComplete;
    expect(part('.facts').textContent).toContain('end seen');
    expect(FakeIntersectionObserver.watching).toBeUndefined();

    card.content = {text: 'another'};
    await card.updateComplete;
    expect(part('.facts').textContent).toBe('1 word');
    expect(FakeIntersectionObserver.watching).toBeDefined();
  });

  it('tells of an end that was not seen and needs scrolling', async () => {
    const end = part('.end');
    const at = vi.spyOn(end, 'getBoundingClientRect');
    at.mockReturnValue(new DOMRect(0, window.innerHeight - 100));
    expect(card.endUnseen).toBe(false);

    at.mockReturnValue(new DOMRect(0, window.innerHeight + 100));
    expect(card.endUnseen).toBe(true);
    expect(card.endSeen).toBe(false);

    FakeIntersectionObserver.watching?.say(true);
    await card.updateComplete;
    expect(card.endUnseen).toBe(false);
    expect(card.endSeen).toBe(true);
  });
});
