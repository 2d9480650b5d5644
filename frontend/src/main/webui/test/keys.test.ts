import {describe, expect, it} from 'vitest';

import {type KeyPress, commandOf, isCharacterKey, isTakenKey, optionKeyOf} from '../src/model/keys.js';

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  const none = {ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false, isComposing: false};
  return {key, ...none, ...held};
}

describe('commandOf', () => {
  it.each([
    ['1', 'left'],
    ['ArrowLeft', 'left'],
    ['2', 'right'],
    ['ArrowRight', 'right'],
    ['0', 'tie'],
    ['b', 'both-bad'],
    ['C', 'cannot-judge'],
    ['s', 'skip'],
    ['S', 'skip'],
    ['h', 'help'],
    ['Escape', 'keep'],
    ['g', 'guidelines'],
    ['m', 'raw'],
    ['d', 'diff'],
    ['y', 'together'],
    ['p', 'prompt'],
    [' ', 'page-down'],
    ['PageUp', 'page-up'],
    ['ArrowDown', 'line-down'],
    ['ArrowUp', 'line-up'],
  ])('takes %s for %s', (key, command) => {
    expect(commandOf(press(key))).toBe(command);
  });

  it('takes the question mark for help, with the shift key that it needs', () => {
    expect(commandOf(press('?', {shiftKey: true}))).toBe('help');
  });

  it('takes Ctrl+Z and Cmd+Z for undo, and with Shift, like Ctrl+Y, for redo', () => {
    expect(commandOf(press('z', {ctrlKey: true}))).toBe('undo');
    expect(commandOf(press('Z', {metaKey: true}))).toBe('undo');
    expect(commandOf(press('Z', {ctrlKey: true, shiftKey: true}))).toBe('redo');
    expect(commandOf(press('y', {ctrlKey: true}))).toBe('redo');
    expect(commandOf(press('Y', {ctrlKey: true, shiftKey: true}))).toBeUndefined();
    expect(commandOf(press('z', {ctrlKey: true, shiftKey: true, repeat: true}))).toBeUndefined();
  });

  it.each([
    press('1', {ctrlKey: true}),
    press('ArrowLeft', {altKey: true}),
    press('ArrowDown', {shiftKey: true}),
    press('r', {metaKey: true}),
    press('x'),
    press('3'),
    press('Enter'),
    press('Tab'),
    press('1', {isComposing: true}),
  ])('leaves $key to the browser', (key) => {
    expect(commandOf(key)).toBeUndefined();
  });

  it('takes Ctrl+Enter and Cmd+Enter for save, once', () => {
    expect(commandOf(press('Enter', {ctrlKey: true}))).toBe('save');
    expect(commandOf(press('Enter', {metaKey: true}))).toBe('save');
    expect(commandOf(press('Enter', {ctrlKey: true, repeat: true}))).toBeUndefined();
    expect(commandOf(press('Enter', {ctrlKey: true, shiftKey: true}))).toBeUndefined();
  });

  it('takes the digits along a scale of seven steps where a preference says how much better', () => {
    const use = {strength: true, options: new Set<string>()};
    const commands = ['1', '2', '3', '4', '5', '6', '7', '0', 'ArrowLeft', 'ArrowRight'].map((key) =>
      commandOf(press(key), use),
    );

    expect(commands).toEqual([
      'left-much',
      'left',
      'left-slightly',
      'tie',
      'right-slightly',
      'right',
      'right-much',
      'tie',
      'left',
      'right',
    ]);
  });

  it('takes the keys of options, in either case, unless the page has them for itself', () => {
    const use = {strength: false, options: new Set(['x', 'b', '3'])};
    expect(commandOf(press('X'), use)).toBe('option x');
    expect(commandOf(press('3'), use)).toBe('option 3');
    expect(commandOf(press('b'), use)).toBe('both-bad');
    expect(commandOf(press('3'), {...use, strength: true})).toBe('left-slightly');
    expect(commandOf(press('x', {repeat: true}), use)).toBeUndefined();
  });

  it('takes R for a quote, unless an option has it and the task has no use for a quote', () => {
    const use = {strength: false, rationale: false, options: new Set(['r'])};
    expect(commandOf(press('R'))).toBe('quote');
    expect(commandOf(press('r'), use)).toBe('option r');
    expect(commandOf(press('r'), {...use, rationale: true})).toBe('quote');
    expect(isTakenKey('R', {strength: false, rationale: true})).toBe(true);
    expect(isTakenKey('r', {strength: false, rationale: false})).toBe(false);
  });

  it('takes Ctrl and the full stop for a break, wherever it stands on the keyboard', () => {
    expect(commandOf(press('.', {ctrlKey: true}))).toBe('break');
    expect(commandOf(press('.', {metaKey: true, shiftKey: true}))).toBe('break');
    expect(commandOf(press('.', {ctrlKey: true, repeat: true}))).toBeUndefined();
    expect(commandOf(press('.'))).toBeUndefined();
  });

  it('judges once for a key that is held down, but goes on scrolling', () => {
    expect(commandOf(press('1', {repeat: true}))).toBeUndefined();
    expect(commandOf(press('z', {ctrlKey: true, repeat: true}))).toBeUndefined();
    expect(commandOf(press('PageDown', {repeat: true}))).toBe('page-down');
    expect(commandOf(press('ArrowDown', {repeat: true}))).toBe('line-down');
  });
});

describe('optionKeyOf', () => {
  it('is the key of a command that chooses an option', () => {
    expect(optionKeyOf('option x')).toBe('x');
    expect(optionKeyOf('left')).toBeUndefined();
  });
});

describe('isCharacterKey', () => {
  it('is what can be switched off: letters, digits and signs, not arrows, space or undo', () => {
    expect(['1', 's', '?'].every((key) => isCharacterKey(press(key)))).toBe(true);
    expect(['ArrowLeft', ' ', 'Escape'].some((key) => isCharacterKey(press(key)))).toBe(false);
    expect(isCharacterKey(press('z', {ctrlKey: true}))).toBe(false);
  });
});
