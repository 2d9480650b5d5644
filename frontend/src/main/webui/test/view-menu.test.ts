// @vitest-environment happy-dom
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import '../src/elements/view-menu.js';
import type {ViewMenuElement} from '../src/elements/view-menu.js';

describe('view-menu', () => {
  let menu: ViewMenuElement;
  let switched: string[];
  let heard: number;
  const hear = () => heard++;

  beforeEach(async () => {
    switched = [];
    heard = 0;
    menu = document.createElement('view-menu');
    menu.addEventListener('reading-switched', ({part}) => switched.push(part));
    document.body.append(menu);
    document.body.addEventListener('click', hear);
    await menu.updateComplete;
  });

  afterEach(() => {
    menu.remove();
    document.body.removeEventListener('click', hear);
  });

  function list(): HTMLElement {
    const found = menu.shadowRoot?.querySelector<HTMLElement>('[popover]');
    if (!found) throw new Error('no list');
    return found;
  }

  function tell(newState: string): void {
    list().dispatchEvent(Object.assign(new Event('beforetoggle'), {newState}));
  }

  function click(target: Element): void {
    target.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true, composed: true}));
    target.dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true, detail: 1}));
  }

  it('switches train mode, which counts among what is switched on', async () => {
    let wanted = 0;
    menu.addEventListener('train-switched', () => wanted++);
    list().hidePopover = () => undefined;
    menu.train = true;
    await menu.updateComplete;
    const button = list().querySelector('button.train');
    if (!button) throw new Error('no button');
    click(button);

    expect(wanted).toBe(1);
    expect(button.getAttribute('aria-pressed')).toBe('true');
    expect(menu.shadowRoot?.querySelector('.count')?.textContent).toContain('1 switched on');
  });

  it('is opened by its button', () => {
    expect(menu.shadowRoot?.querySelector('button')?.getAttribute('popovertarget')).toBe(list().id);
  });

  it('switches what is chosen, and closes', () => {
    const close = vi.fn();
    list().hidePopover = close;
    for (const button of list().querySelectorAll('button')) button.click();

    expect(switched).toEqual(['raw', 'diff', 'together']);
    expect(close).toHaveBeenCalledTimes(4);
  });

  it('tells what is switched on', async () => {
    menu.reading = {raw: false, diff: true, together: true};
    await menu.updateComplete;

    expect(menu.shadowRoot?.querySelector('button')?.textContent).toContain('2 switched on');
    const pressed = [...list().querySelectorAll('button')].map((button) => button.getAttribute('aria-pressed'));
    expect(pressed).toEqual(['false', 'true', 'true', 'false']);
  });

  it('lets a press beside it close it and do nothing else', () => {
    tell('open');
    click(document.body);
    expect(heard).toBe(0);

    tell('closed');
    click(document.body);
    expect(heard).toBe(1);
  });
});
