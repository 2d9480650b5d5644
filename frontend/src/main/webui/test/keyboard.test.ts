// @vitest-environment happy-dom
import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import {Keyboard} from '../src/keyboard.js';
import type {Command} from '../src/model/keys.js';

describe('Keyboard', () => {
  let listening: AbortController;
  let keyboard: Keyboard;
  let obeyed: Command[];
  let hasSomethingToDo: boolean;
  let dialogOpen: boolean;

  function newKeyboard(): Keyboard {
    return new Keyboard({
      use: () => ({strength: false, options: new Set(['x'])}),
      dialogTakes: () => dialogOpen,
      obey: (command) => {
        obeyed.push(command);
        return hasSomethingToDo;
      },
    });
  }

  beforeEach(() => {
    localStorage.clear();
    obeyed = [];
    hasSomethingToDo = true;
    dialogOpen = false;
    listening = new AbortController();
    keyboard = newKeyboard();
    keyboard.listen(listening.signal);
  });

  afterEach(() => {
    listening.abort();
    document.body.replaceChildren();
  });

  function press(key: string, on: Element = document.body): KeyboardEvent {
    const event = hold(key, on);
    release(key, on);
    return event;
  }

  /** Presses a key and does not let it go. */
  function hold(key: string, on: Element = document.body, repeat = false, ctrlKey = false): KeyboardEvent {
    const event = new KeyboardEvent('keydown', {
      key,
      ctrlKey,
      code: key,
      repeat,
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    on.dispatchEvent(event);
    return event;
  }

  function release(key: string, on: Element = document.body): void {
    on.dispatchEvent(new KeyboardEvent('keyup', {key, code: key, bubbles: true, composed: true}));
  }

  function focused(html: string): Element {
    document.body.innerHTML = html;
    const element = document.body.firstElementChild;
    if (!element) throw new Error(`no element in ${html}`);
    return element;
  }

  it('passes commands on and keeps them from the browser', () => {
    const event = press('1');

    expect(obeyed).toEqual(['left']);
    expect(event.defaultPrevented).toBe(true);
  });

  it('leaves to the browser what is no command and what there is nothing to do about', () => {
    expect(press('w').defaultPrevented).toBe(false);
    hasSomethingToDo = false;
    expect(press('PageDown').defaultPrevented).toBe(false);

    expect(obeyed).toEqual(['page-down']);
  });

  it('hears nothing more once it is told to stop', () => {
    listening.abort();
    press('1');

    expect(obeyed).toEqual([]);
  });

  it('passes nothing on that an open dialog takes', () => {
    dialogOpen = true;

    expect(press('1').defaultPrevented).toBe(false);
    expect(obeyed).toEqual([]);
  });

  it.each([
    ['1', '<input>'],
    ['ArrowLeft', '<textarea></textarea>'],
    [' ', '<button></button>'],
    [' ', '<a href="/"></a>'],
  ])('leaves "%s" to a focused %s', (key, html) => {
    press(key, focused(html));

    expect(obeyed).toEqual([]);
  });

  it('takes digits on a focused button, where only space does something', () => {
    press('2', focused('<button></button>'));

    expect(obeyed).toEqual(['right']);
  });

  it('leaves the vertical arrows to a text that scrolls and has the focus', () => {
    const text = focused('<div class="box" tabindex="0"></div>');
    press('ArrowDown', text);
    press('ArrowLeft', text);
    press('ArrowUp');

    expect(obeyed).toEqual(['left', 'line-up']);
  });

  it('takes a key that is held down once, whether or not the system says that it repeats', () => {
    hold('1');
    hold('1', document.body, true);
    hold('1');
    expect(obeyed).toEqual(['left']);

    release('1');
    hold('1');
    expect(obeyed).toEqual(['left', 'left']);
  });

  it('takes a key again that was let go over another window', () => {
    hold('1');
    window.dispatchEvent(new Event('blur'));
    hold('1');

    expect(obeyed).toEqual(['left', 'left']);
  });

  it.each(['Enter', ' '])('lets "%s" press a focused button once while it is held down', (key) => {
    const button = focused('<button></button>');

    expect(hold(key, button).defaultPrevented).toBe(false);
    expect(hold(key, button, true).defaultPrevented).toBe(true);
  });

  it('takes Ctrl+Enter also in a text field, and once while it is held down', () => {
    const field = focused('<textarea></textarea>');
    expect(hold('Enter', field, false, true).defaultPrevented).toBe(true);
    hold('Enter', field, true, true);
    hold('Enter', field, false, true);

    expect(obeyed).toEqual(['save']);
  });

  it('takes the key for a break also in a text field', () => {
    const field = focused('<textarea></textarea>');
    field.dispatchEvent(new KeyboardEvent('keydown', {key: '.', ctrlKey: true, bubbles: true, composed: true}));

    expect(obeyed).toEqual(['break']);
  });

  it('leaves Enter alone to a text field', () => {
    press('Enter', focused('<textarea></textarea>'));

    expect(obeyed).toEqual([]);
  });

  it('takes the key of an option, but not while somebody writes', () => {
    press('x');
    press('x', focused('<input>'));

    expect(obeyed).toEqual(['option x']);
  });

  it('takes digits on radios and sliders, and leaves them the arrows', () => {
    const radio = focused('<input type="radio">');
    press('1', radio);
    press('ArrowLeft', radio);
    press(' ', radio);
    press('ArrowLeft', focused('<div role="slider" tabindex="0"></div>'));

    expect(obeyed).toEqual(['left']);
  });

  it('leaves alone what an element had a use for', () => {
    const element = focused('<div tabindex="0"></div>');
    element.addEventListener('keydown', (event) => event.preventDefault());
    press('1', element);

    expect(obeyed).toEqual([]);
  });

  it('lets a key that is still down write nothing into the field that it led to', () => {
    const field = focused('<textarea></textarea>');
    hold('1');
    expect(hold('1', field, true).defaultPrevented).toBe(true);

    release('1', field);
    expect(hold('1', field).defaultPrevented).toBe(false);
    expect(hold('1', field, true).defaultPrevented).toBe(false);
    expect(obeyed).toEqual(['left']);
  });

  it('leaves a text field by Esc', () => {
    const field = focused('<input>') as HTMLInputElement;
    field.focus();
    press('Escape', field);
    expect(document.activeElement).not.toBe(field);
    expect(obeyed).toEqual([]);

    press('Escape');
    expect(obeyed).toEqual(['keep']);
  });

  it('lets plain characters be switched off, and remembers it', () => {
    expect(keyboard.characterKeys).toBe(true);
    keyboard.characterKeys = false;
    press('1');
    press('ArrowLeft');

    expect(obeyed).toEqual(['left']);
    expect(newKeyboard().characterKeys).toBe(false);

    keyboard.characterKeys = true;
    expect(newKeyboard().characterKeys).toBe(true);
  });
});
