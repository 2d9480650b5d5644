// @vitest-environment happy-dom
import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import {PressGuard} from '../src/press-guard.js';

describe('PressGuard', () => {
  let guard: PressGuard;
  let listening: AbortController;

  beforeEach(() => {
    listening = new AbortController();
    guard = new PressGuard();
    guard.listen(listening.signal);
    guard.show('one');
  });

  afterEach(() => {
    listening.abort();
    document.body.replaceChildren();
  });

  /** An element within the shadow root of another, with the focus. */
  function focusedIn(host: string): HTMLElement {
    const around = document.createElement(host);
    document.body.append(around);
    const item = document.createElement('div');
    item.tabIndex = 0;
    around.attachShadow({mode: 'open'}).append(item);
    item.focus();
    return item;
  }

  it('takes the focus from whatever is in a task when another one comes, and from nothing beside it', () => {
    const item = focusedIn('task-view');
    const focused = () => (item.getRootNode() as ShadowRoot).activeElement;
    guard.show('one');
    expect(focused()).toBe(item);
    guard.show('two');
    expect(focused()).toBeNull();

    const beside = focusedIn('some-header');
    guard.show('three');
    expect((beside.getRootNode() as ShadowRoot).activeElement).toBe(beside);
  });

  it('keeps a click that began on another task from its target and from the browser', () => {
    const box = document.createElement('input');
    box.type = 'checkbox';
    document.body.append(box);
    const click = (detail: number) => {
      const event = new MouseEvent('click', {detail, bubbles: true, composed: true, cancelable: true});
      box.dispatchEvent(event);
      return event.defaultPrevented;
    };
    document.body.dispatchEvent(new Event('pointerdown'));
    expect(click(1)).toBe(false);
    guard.show('two');

    expect(click(1)).toBe(true);
    expect(click(0)).toBe(false);
  });
});
